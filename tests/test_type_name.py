"""The name of a type where the head prints none."""

from __future__ import annotations

import pytest

from pipeline.document import process
from pipeline.model import Source
from pipeline.rulebook import load_rulebook

LETTER = "SỞ NỘI VỤ\nSố: 15/SNV-TĐKT\nV/v thi đua\n\nNơi Mẫu, ngày 17 tháng 5 năm 2021\n\nKính gửi:"


@pytest.mark.parametrize(
    ("text", "code", "name"),
    [(f"{LETTER} Sở Y tế.\n", "CV", "Công văn"), ("Xin chào các bạn.\n", None, None)],
)
def test_a_letter_has_the_name_of_its_type_and_a_note_has_none(
    text: str, code: str | None, name: str | None
) -> None:
    data = text.encode()
    source = Source("a.txt", "0" * 64, len(data), "text/plain")
    (row,) = process(data, source, load_rulebook()).tables["documents"]
    assert (row["doc_type"], row["doc_type_name"]) == (code, name)

"""Letters that a source has lost: what touches one is never certain, all else is untouched."""

from __future__ import annotations

import pytest

from pipeline.document import process
from pipeline.link.lost_letters import LEFT_OF_SURE, is_torn
from pipeline.model import Source
from pipeline.rulebook import load_rulebook

PAPER = """UBND TỈNH MẪU
SỞ NỘI VỤ
Số: 12/QĐ-SNV

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Gò Mẫu, ngày 12 tháng 3 năm 2024

QUYẾT ĐỊNH
Về việc tặng Giấy khen

Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ;
QUYẾT ĐỊNH:
Điều 1. Tặng Giấy khen cho các cá nhân sau:
1. Ông Nguyễn Văn Hùng, Trưởng phòng Tổ chức;
2. Bà Trần Thị Loan, chuyên viên Phòng Kế toán.
Điều 2. Thưởng 1.250.000 đồng cho mỗi cá nhân. Có 315 đơn vị tham gia.

GIÁM ĐỐC

Lê Văn Mẫu
"""


def tables(words: str) -> dict[str, list[dict[str, object]]]:
    data = words.encode()
    source = Source("mem/a.txt", "0" * 64, len(data), "text/plain")
    return dict(process(data, source, load_rulebook()).tables)


@pytest.mark.parametrize(
    ("table", "key", "word", "torn"),
    [
        ("awardees", "name", "Hùng", "H\ufffdng"),
        ("awardees", "name", "Loan", "\ufffdoan"),
        ("figures", "value", "1.250.000", "1.2\ufffd0.000"),
        ("figures", "value", "315 đơn", "3\ufffd5 đơn"),
        ("citations", "cited_number", "98/2023", "9\ufffd/2023"),
        ("dates", "date_start", "31 tháng", "3\ufffd tháng"),
    ],
)
def test_what_lost_a_letter_is_not_certain(table: str, key: str, word: str, torn: str) -> None:
    whole, damaged = tables(PAPER), tables(PAPER.replace(word, torn))
    known = {row[key] for row in whole[table]}
    assert {row[key] for row in damaged[table]} != known
    for row in damaged[table]:
        is_new = row[key] not in known
        assert row["confidence"] <= LEFT_OF_SURE if is_new else row["confidence"] > LEFT_OF_SURE


@pytest.mark.parametrize(
    ("word", "torn", "column", "defect"),
    [
        ("Số: 12/QĐ", "Số: 1\ufffd/QĐ", "doc_number", "number_unreadable"),
        ("QĐ-SNV", "QĐ-S\ufffdV", "doc_number", None),
        ("ngày 12", "ngày 1\ufffd", "issued_on", "date_unreadable"),
        ("Lê Văn Mẫu", "Lê V\ufffdn Mẫu", "signer_name", None),
    ],
)
def test_a_field_of_the_head_that_lost_a_letter_is_unknown(
    word: str, torn: str, column: str, defect: str | None
) -> None:
    (whole,), (damaged,) = (tables(p)["documents"] for p in (PAPER, PAPER.replace(word, torn)))
    assert whole[column] and damaged[column] is None
    assert set(damaged["defects"]) == {"letters_lost", defect} - {None}  # type: ignore[call-overload]
    others = {"doc_number", "issued_on", "signer_name"} - {column}
    assert all(whole[name] == damaged[name] for name in others)


def test_a_letter_lost_elsewhere_changes_nothing() -> None:
    text = "Tặng Giấy khen cho ông Lê Văn Mẫu v\ufffd thành tích"
    start = text.index("Lê")
    assert not is_torn(text, start, start + 10)
    assert is_torn(text, start, start + 11 + 2) and is_torn("\ufffd", 0, 0)

"""Namesakes in one decision: told apart by their places, also where there are thousands."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Mapping, Sequence
from typing import Any

from pipeline.document import process
from pipeline.model import Source
from pipeline.rulebook import load_rulebook

HEAD = (
    "ỦY BAN NHÂN DÂN XÃ MẪU\nSố: 12/QĐ-UBND\nMẫu, ngày 04 tháng 9 năm 2024\nQUYẾT ĐỊNH\n\nĐiều 1. "
)
RULES = load_rulebook()


def rows_of(article: str) -> Sequence[Mapping[str, Any]]:
    """The awardees of a decision with this article."""
    data = (HEAD + article).encode()
    source = Source("a.txt", hashlib.sha256(data).hexdigest(), len(data), "")
    return process(data, source, RULES).tables["awardees"]


def test_thousands_of_namesakes_in_a_paragraph_are_told_apart_soon() -> None:
    count = 4000
    names = [f"Tặng Giấy khen cho ông Trần Văn Ba, giáo viên Trường số {n};" for n in range(count)]
    start = time.process_time()
    assert len(rows_of(" ".join(names))) == count
    assert time.process_time() - start < 20  # each held against each of the others: minutes


def test_who_has_a_namesake_at_a_place_of_another_number_is_another() -> None:
    told = (
        "Tặng Giấy khen cho ông Trần Văn Ba, Tổ 1. Tặng Giấy khen cho ông Trần Văn Ba, Tổ 12. "
        "Tặng Giấy khen cho ông Trần Văn Ba, Tổ 12, phường Mẫu. Tặng Giấy khen cho ông Trần Văn Ba."
    )
    places = [row["workplace"] for row in rows_of(told)]
    assert places == ["Tổ 1", "Tổ 12"]


def test_a_body_told_again_in_its_short_form_is_one() -> None:
    told = (
        "Công đoàn Trường THPT Vân Khê được Liên đoàn Lao động tỉnh tặng Cờ thi đua. Bà Lê Thị Sen "
        "trao tặng Cờ thi đua của LĐLĐ tỉnh cho Công đoàn Trường Trung học phổ thông Vân Khê - "
        "đơn vị có thành tích xuất sắc nhất."
    )
    assert len(rows_of(told)) == 1


def test_what_a_dash_says_of_a_body_is_no_part_of_its_name() -> None:
    told = (
        "Chủ tịch trao Bằng khen cho Công ty Cổ phần May Vân Khê - một trong những đơn vị tiêu "
        "biểu. Trao Giấy khen cho Trung tâm Giáo dục nghề nghiệp - giáo dục thường xuyên Vân Khê."
    )
    assert [row["name"] for row in rows_of(told)] == [
        "Công ty Cổ phần May Vân Khê",
        "Trung tâm Giáo dục nghề nghiệp - giáo dục thường xuyên Vân Khê",
    ]

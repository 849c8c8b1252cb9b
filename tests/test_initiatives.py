"""Titled initiatives: marks lost or unequal, labels, models, and words that only sound like one."""

from __future__ import annotations

import pytest
from laid_out import document

from pipeline.extract.initiatives import TitledInitiative, initiatives_in
from pipeline.link.awardees import link_awardees
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()


def titled(words: str) -> tuple[TitledInitiative, ...]:
    (block,) = document([("paragraph", words)]).blocks
    return initiatives_in(block, RULES)


def only(words: str) -> TitledInitiative:
    (found,) = titled(words)
    return found


@pytest.mark.parametrize(
    ("words", "kind", "title"),
    [
        ("với sáng kiến “Chế tạo máy gieo hạt” đã", "sáng kiến", "Chế tạo máy gieo hạt"),
        ("với đề tài :Chế tạo máy gieo hạt 5.0” , số tiền làm lợi", "đề tài",
         "Chế tạo máy gieo hạt 5.0"),
        ('với đề tài:Bộ đảo khí dùng PLC", số tiền', "đề tài", "Bộ đảo khí dùng PLC"),
        ("A. (Giải pháp: Sấy chè bằng củi ép (hai tầng))", "giải pháp",
         "Sấy chè bằng củi ép (hai tầng)"),
        ("mô hình thi đua “Mỗi tuần một việc tốt” của", "mô hình", "Mỗi tuần một việc tốt"),
        ("đề tài nghiên cứu khoa học “Lúa chịu mặn” được", "đề tài", "Lúa chịu mặn"),
        ("giải pháp “Vận hành tại “Đập số 2” mùa lũ” của", "giải pháp",
         "Vận hành tại “Đập số 2” mùa lũ"),
        ("tiêu biểu là: mô hình nuôi ong rừng của ông Lý Văn Sáu", "mô hình", "nuôi ong rừng"),
    ],
)  # fmt: skip
def test_titles(words: str, kind: str, title: str) -> None:
    found = only(words)
    assert (found.kind, found.title) == (kind, title)


@pytest.mark.parametrize(
    "words",
    [
        "đã có nhiều đề tài, sáng kiến, giải pháp",
        "Chương trình “02 triệu sáng kiến - vươn xa”",
        "sáng kiến trong phong trào “Lao động giỏi, lao động sáng tạo”",
        "danh hiệu “Sáng kiến, sáng tạo”",
        "mô hình “một cửa liên thông” hiện đại",
        "xây dựng mô hình trồng rau của các hộ dân",
    ],
)
def test_programmes_movements_and_plain_words_are_none(words: str) -> None:
    assert titled(words) == ()


def test_benefit_in_dong_with_its_qualifier() -> None:
    found = only("với đề tài “Chế tạo máy gieo hạt”, số tiền làm lợi: khoảng 85 triệu đồng.")
    assert (found.benefit_vnd, found.benefit_qualifier) == (85_000_000, "about")


def test_a_title_counts_once_and_points_at_the_first_unrepeated_mention() -> None:
    laid = document([
        ("repeated", "sáng kiến “Máy gieo hạt hai hàng” và", {"is_duplicate": True}),
        ("paragraph", "sáng kiến “Máy gieo hạt hai hàng” của"),
        ("paragraph", "nhắc lại sáng kiến “Máy gieo hạt hai hàng” nêu trên"),
    ])  # fmt: skip
    _, (found,) = link_awardees(laid, (), RULES)
    assert not found.is_duplicate
    assert laid.text.text[found.start : found.end] == "Máy gieo hạt hai hàng"
    assert found.start > laid.blocks[1].start

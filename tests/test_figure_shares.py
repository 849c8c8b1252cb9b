"""Bare ratios that their share explains, parts of labelled totals, and what is no figure."""

from __future__ import annotations

import pytest

from tests.figure_papers import figures, found, paper


def test_a_bare_ratio_counts_where_its_share_stands_behind_it() -> None:
    first, share, second, other = figures(paper("Giỏi: 7/508 = 1,38%, Khá: 34/508 (6,69%)"))
    assert (first.value, first.of_value, first.role) == (7, 508, "part")
    assert (second.value, second.of_value, second.role) == (34, 508, "part")
    assert [share.role, other.role] == ["part", "part"]
    assert first.counted is None
    assert first.confidence < 0.9


def test_a_bare_ratio_takes_the_noun_of_its_whole() -> None:
    whole, good, _ = figures(paper("Trường có 508 học sinh; loại giỏi 127/508, chiếm 25%"))
    assert whole.counted == "học sinh"
    assert (good.value, good.counted, good.parent_key) == (127, "học sinh", whole.key)


@pytest.mark.parametrize(
    "words",
    [
        "Ngày 12/5 tăng 3%",
        "số nhà 12/5 (90%)",
        "Tỷ lệ 7/508 = 2,38%",
        "thửa đất số 7/508, giảm 1,38%",
    ],
)
def test_two_numbers_with_a_stroke_and_another_share_are_none(words: str) -> None:
    assert [f.unit for f in figures(paper(words))] == ["percent"]


def test_bare_parts_of_a_total_that_a_label_gives() -> None:
    parts = figures(paper("Tổng số học sinh: 532 , trong đó khối 10: 227 , khối 11: 305."))
    assert [(f.value, f.counted, f.role, f.parent_key) for f in parts] == [
        (532, "học sinh", "total", None),
        (227, "học sinh", "part", 0),
        (305, "học sinh", "part", 0),
    ]


def test_the_first_bare_part_keeps_its_label() -> None:
    parts = figures(paper("Có 12 cán bộ, trong đó nữ: 5, đảng viên: 7"))
    assert [(f.value, f.role) for f in parts] == [(12, "total"), (5, "part"), (7, "part")]


def test_what_follows_the_parts_is_no_part() -> None:
    words = (
        "Xảy ra 40 vụ tai nạn, bao gồm 30 vụ từ ít nghiêm trọng trở lên và 10 vụ va chạm, "
        "làm 3 người chết, 5 người bị thương nhẹ"
    )
    assert [(f.value, f.role, f.parent_key) for f in figures(paper(words))] == [
        (40, "total", None), (30, "part", 0), (10, "part", 0), (3, "result", None),
        (5, "result", None),
    ]  # fmt: skip


def test_children_are_parts_of_pupils() -> None:
    words = "Có 390 học sinh chia làm 3 khối lớp (trong đó dân tộc Dao 345 em, dân tộc khác 45 em)"
    assert [(f.value, f.role) for f in figures(paper(words))] == [
        (390, "total"), (3, "result"), (345, "part"), (45, "part"),
    ]  # fmt: skip


def test_the_hurt_and_the_missing_are_counted_as_such() -> None:
    words = "làm 3 người chết, 12 người bị thương, 2 người mất tích; 5 hộ bị thiệt hại"
    assert found(words) == [
        (3, "người chết"), (12, "người bị thương"), (2, "người mất tích"), (5, "hộ"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "words", ["loại 2kg+/-10%", "dung sai ±5 %", "thùng loa, hàng mới 100%", "đền thờ 2 Bà Trưng"]
)
def test_tolerances_the_state_of_goods_and_names_report_nothing(words: str) -> None:
    assert found(words) == []


@pytest.mark.parametrize(
    "heading",
    ["TÌNH HÌNH THỰC HIỆN KẾ HOẠCH NĂM 2020", "I. Đánh giá kết quả thực hiện các chỉ tiêu"],
)
def test_how_a_plan_was_carried_out_is_a_result(heading: str) -> None:
    (figure,) = figures(paper("Sản lượng tăng 7,4%.", path=(heading,)))
    assert figure.role == "result"


def test_an_aim_in_a_bracket_that_closed_says_nothing_of_what_follows() -> None:
    words = "tự chủ về lao động (không giao chỉ tiêu biên chế) và một phần tài chính (35%)"
    (figure,) = figures(paper(words))
    assert figure.role == "result"

"""Budgets of councils: parts listed under their total, amounts in words, results over the plan."""

from __future__ import annotations

import pytest

from pipeline.grammar.numbers import find_quantities, parse_vietnamese_words
from tests.figure_papers import figures, found, listed, paper, rules
from tests.laid_out import Line, document, labelled

Expected = list[tuple[float, str | None, int | None]]

BUDGET: tuple[Line, ...] = (
    ("list_item", "2. Tổng chi ngân sách là: 100 triệu đồng (Bằng chữ: Một trăm triệu đồng).", 6),
    ("paragraph", "Trong đó:", 0),
    ("heading", "2.1. Chi trong cân đối: 70 triệu đồng, gồm:", 7),
    ("list_item", "a) Bổ sung quỹ: 30 triệu đồng;", 9),
    ("heading", "b) Các khoản chưa phân bổ: 40 triệu đồng; bao gồm:", 9),
    ("list_item", "- Chi từ vốn hỗ trợ có mục tiêu: 25 triệu đồng;", 10),
    ("list_item", "- Chương trình mục tiêu quốc gia: 15 triệu đồng.", 10),
    ("list_item", "2.2. Chi từ nguồn thu để lại: 30 triệu đồng.", 7),
)


def read(dispatch_lines: tuple[Line, ...]) -> Expected:
    dispatch = document(labelled(dispatch_lines))
    return [(f.value / 1e6, f.role, f.parent_key) for f in figures(dispatch)]


def test_lists_of_parts_nest() -> None:
    assert read(BUDGET) == [
        (100, "total", None), (70, "total", 0), (30, "part", 1), (40, "total", 1),
        (25, "part", 3), (15, "part", 3), (30, "part", 0),
    ]  # fmt: skip


def test_a_line_of_its_own_opens_no_list_below_another_part_of_the_paper() -> None:
    alone = (("paragraph", "Đã chi 100 triệu đồng.", 0), *BUDGET[1:])
    assert read(alone)[0] == (100, "total", None)
    assert read((BUDGET[0], ("paragraph", "Các khoản khác:", 0), *BUDGET[2:]))[1] == (
        70, "total", None,
    )  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        "vốn ngân sách trung ương hỗ trợ có mục tiêu: 12 triệu đồng.",
        "kinh phí Chương trình mục tiêu quốc gia giảm nghèo là 12 triệu đồng.",
        "kinh phí cải cách tiền lương theo quy định: 12 triệu đồng.",
        "Nhiều chỉ tiêu nghị quyết đạt cao như thu ngân sách 12 triệu đồng.",
    ],
)
def test_funds_with_an_aim_in_their_name_are_no_aims(words: str) -> None:
    assert [f.role for f in figures(paper(words))] == ["result"]


def test_a_bracket_aims_at_nothing_in_the_items_below() -> None:
    read_items = figures(
        listed(
            "Phân bổ ngân sách như sau:",
            "- Huyện A (sau khi tỉnh giao chỉ tiêu cụ thể): 12 triệu đồng;",
            "- Huyện B: 15 triệu đồng.",
        )
    )
    assert read_items[1].role == "result"


def test_an_amount_below_its_label() -> None:
    path = ("1. Tổng thu ngân sách nhà nước:",)
    amount = figures(paper("5.078.994.918.617 đồng", path=path))
    assert [(f.value, f.role) for f in amount] == [(5_078_994_918_617, "total")]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("(Bằng chữ: Bảy tỷ, tám trăm triệu đồng)", 7_800_000_000),
        ("(Sáu tỷ, bốn trăm hai mươi triệu đồng chẵn)", 6_420_000_000),
    ],
)
def test_amounts_in_words_with_a_comma(words: str, value: int) -> None:
    assert parse_vietnamese_words(words, rules()) == value
    assert len(figures(paper(f"Tổng chi là {value // 10**6} triệu đồng {words}."))) == 1


@pytest.mark.parametrize(
    ("words", "value", "whole"),
    [
        ("thu ngân sách 45.700/36.800 tỷ đồng", 45_700 * 10**9, 36_800 * 10**9),
        ("phát triển 8.790/6.500 đảng viên", 8790, 6500),
    ],
)
def test_more_than_was_planned(words: str, value: int, whole: int) -> None:
    read_ratio = figures(paper(words))
    assert [(f.value, f.of_value, f.role) for f in read_ratio] == [(value, whole, "result")]


@pytest.mark.parametrize("words", ["làm việc 24/7", "từ 12/5", "25.000/2.000 đồng"])
def test_no_ratio_of_what_is_less(words: str) -> None:
    assert all(q.of_value is None for q in find_quantities(words, rules()))


def test_a_blank_lost_behind_thousands() -> None:
    assert found("Khối sở có 45.052biên chế") == [(45_052, "biên chế")]
    assert found("Nghị quyết 12biên chế") == []
    assert found("thu được 386.545,23 triệu đng") == [(386_545_230_000, None)]

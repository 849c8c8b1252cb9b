"""An order of which only the class is said again, and what it costs to look for its order."""

from __future__ import annotations

import time

from pipeline.extract.awards import awards_in_words
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()
ORDER = "Huân chương Lao động hạng Nhì cho ông A; hạng Ba cho bà B; "


def test_the_class_is_of_the_award_right_before_it() -> None:
    found = awards_in_words(ORDER, RULES)
    assert [a.award_name for a in found] == [
        "Huân chương Lao động hạng Nhì", "Huân chương Lao động hạng Ba",
    ]  # fmt: skip
    other = awards_in_words(f"{ORDER}Bằng khen cho ông C; hạng Ba cho đội D", RULES)
    assert [a.award_name for a in other][2:] == ["Bằng khen"]


def test_thousands_of_orders_take_little_time() -> None:
    begin = time.process_time()
    assert len(awards_in_words(ORDER * 2000, RULES)) == 4000
    assert time.process_time() - begin < 5


def test_a_class_may_be_told_with_its_year_alone() -> None:
    order = "Huân chương Lao động hạng Ba năm 2005, hạng Nhì năm 2012 và hạng Nhất năm 2019"
    assert [a.grade for a in awards_in_words(order, RULES)] == ["Ba", "Nhì", "Nhất"]
    assert awards_in_words("Đội A xếp hạng Ba năm 2005, hạng Nhì năm 2012", RULES) == ()

"""Numbers that recognition tears beside a 1 are put together by the room between their figures."""

from __future__ import annotations

import pytest

from pipeline.read.ocr.hocr import OcrWord
from pipeline.read.ocr.words import with_whole_numbers

HEIGHT = 30.0


def words(*texts: str, gap: float, lines: tuple[int, ...] = ()) -> list[OcrWord]:
    """The texts beside each other, so many line heights apart, on line 1 or those given."""
    found, x = [], 100.0
    for index, text in enumerate(texts):
        end = x + 14 * len(text)
        line = lines[index] if lines else 1
        sure = 0.9 - 0.1 * index
        found.append(OcrWord(text, x, 40, end, 70, sure, 66, HEIGHT, line))
        x = end + gap * HEIGHT
    return found


@pytest.mark.parametrize(
    ("torn", "whole"),
    [
        (("1", "1.350.000"), "11.350.000"),
        (("ngày", "30", "tháng", "1", "1", "năm"), "ngày 30 tháng 11 năm"),
        (("05/1", "1/2025"), "05/11/2025"),
        (("1", "07/QĐ-UBND"), "107/QĐ-UBND"),
        (("I", "1/9/2020"), "I1/9/2020"),
        (("(1", "1.000"), "(11.000"),
    ],
)
def test_figures_that_stand_close_are_one_number(torn: tuple[str, ...], whole: str) -> None:
    together = words(*torn, gap=0.28)
    assert " ".join(word.text for word in with_whole_numbers(together)) == whole
    apart = words(*torn, gap=0.46)
    assert [word.text for word in with_whole_numbers(apart)] == list(torn)


@pytest.mark.parametrize(
    "texts",
    [("06.10.2024", "09:27:05"), ("Điều", "1"), ("51", "17tịch"), ("1", "lượt"), ("l", "tập"),
     ("T1", "10"), ("1", "-"), ("A4", "1")],
)  # fmt: skip
def test_other_words_stay_apart(texts: tuple[str, ...]) -> None:
    assert [word.text for word in with_whole_numbers(words(*texts, gap=0.3))] == list(texts)


def test_two_ones_leave_more_room_than_a_1_beside_another_figure() -> None:
    ones, others = words("1", "1.350.000", gap=0.4), words("1", "7.350.000", gap=0.4)
    assert len(with_whole_numbers(ones)) == 1
    assert len(with_whole_numbers(others)) == 2


def test_words_of_two_lines_stay_apart() -> None:
    torn = words("1", "1.350.000", gap=0.3, lines=(1, 2))
    assert with_whole_numbers(torn) == tuple(torn)


def test_a_whole_number_covers_both_parts_and_is_no_surer_than_the_fainter_one() -> None:
    left, right = words("1", "1.350.000", gap=0.3)
    (whole,) = with_whole_numbers([left, right])
    assert (whole.x0, whole.x1) == (left.x0, right.x1)
    assert whole.confidence == right.confidence
    assert (whole.line, whole.height, whole.baseline) == (left.line, left.height, left.baseline)

"""Two pages on one sheet are read one after the other; a landscape page stays one."""

from __future__ import annotations

from difflib import SequenceMatcher

import numpy as np
import pytest

from pipeline.model import Box
from pipeline.read.ocr.recognise import read_image
from pipeline.read.page.word import PlacedWord
from pipeline.read.scan.spread import fold_of
from tests.scan_pages import DPI, engine, page_of, pages_of

WIDE, HIGH = 1190.0, 842.0
NAME = "bc-145-cdkcn-van-khe.pdf"


def prose(left: float, right: float, count: int = 12, top: float = 100) -> list[PlacedWord]:
    """Lines of words between two margins."""
    words = []
    for row in range(count):
        y, x = top + 20 * row, left
        while x + 40 <= right:
            words.append(PlacedWord("mẫu", x, y, x + 40, y + 12, y + 10, 12.0, 0, 0))
            x += 45
    return words


def test_the_fold_lies_between_two_pages_of_prose() -> None:
    fold = fold_of([*prose(85, 540), *prose(680, 1135)], (), WIDE, HIGH)
    assert fold is not None
    assert 540 <= fold <= 680


def test_a_table_may_fill_one_of_the_pages() -> None:
    table: Box = (680, 200, 1120, 700)
    assert fold_of([*prose(85, 540), *prose(680, 760, 2)], [table], WIDE, HIGH) is not None


@pytest.mark.parametrize(
    ("words", "tables"),
    [
        (prose(85, 1100), []),  # lines over the middle
        ([*prose(85, 540), *prose(680, 1135)], [(200.0, 400.0, 900.0, 600.0)]),
        ([*prose(85, 300, 4), *prose(800, 1050, 4)], []),  # a head in two columns
        ([*prose(85, 540), *prose(680, 1135, 3)], []),  # a list of copies beside little
        ([*prose(85, 300), *prose(380, 1135)], []),  # not parted in the middle
        (prose(85, 540), []),
        ([], []),
    ],
)
def test_other_landscape_pages_have_no_fold(words: list[PlacedWord], tables: list[Box]) -> None:
    assert fold_of(words, tables, WIDE, HIGH) is None


def test_upright_pages_have_no_fold() -> None:
    assert fold_of([*prose(85, 540), *prose(680, 1135)], (), WIDE, 1.4 * WIDE) is None


def test_a_sheet_gives_the_lines_of_its_left_page_then_those_of_the_right_one() -> None:
    pages = [page_of(NAME, number) for number in range(1, min(2, pages_of(NAME)) + 1)]
    left, right = pages[0], pages[-1]
    sheet = read_image(np.hstack([left, right]), DPI, engine())
    middle = (sheet.width or 0) / 2
    sides = [word.box[0] > middle for line in sheet.lines for word in line.words if line.role == ""]
    assert sides == sorted(sides)
    assert {line.column for line in sheet.lines} >= {"left", "right"}  # the head of the left page
    alone = [line.text for line in read_image(left, DPI, engine()).lines if line.role == ""]
    first = [line.text for line in sheet.lines if line.role == ""][: len(alone)]
    assert SequenceMatcher(None, "\n".join(first), "\n".join(alone)).ratio() > 0.95

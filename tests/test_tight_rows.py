"""Ruled tables whose rows are as high as their print: letters that reach from ruling to ruling."""

from typing import Any

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from pipeline.read.scan.rules import find_ruling
from pipeline.read.scan.tables import find_scan_tables

_ROW, _ROWS = 38, 6
_COLUMNS = (100, 220, 700, 1200)
_TOP = 100


def _table() -> NDArray[Any]:
    """Ink of a table whose rows are 38 pixels high at 200 dpi."""
    ink = np.zeros((_TOP + _ROW * _ROWS + 200, 1300), np.uint8)
    bottom = _TOP + _ROW * _ROWS
    for row in range(_ROWS + 1):
        cv2.line(ink, (_COLUMNS[0], _TOP + row * _ROW), (_COLUMNS[-1], _TOP + row * _ROW), 255, 2)
    for column in _COLUMNS:
        cv2.line(ink, (column, _TOP), (column, bottom), 255, 2)
    return ink


def _columns(ink: NDArray[Any]) -> int:
    (table,) = find_scan_tables(find_ruling(ink, 200), ink.shape, 200)
    return max(cell.column + cell.column_span for cell in table.cells)


@pytest.mark.parametrize(("above", "below"), [(6, 8), (4, 9), (9, 5)])
def test_a_stroke_of_print_between_two_rulings_is_no_ruling(above: int, below: int) -> None:
    ink = _table()
    top = _TOP + 2 * _ROW
    cv2.line(ink, (300, top + above), (300, top + _ROW - below), 255, 3)

    assert _columns(ink) == 3


def test_a_letter_whose_marks_touch_both_rulings_is_no_ruling() -> None:
    ink = _table()
    top = _TOP + 3 * _ROW
    cv2.line(ink, (300, top), (300, top + _ROW), 255, 3)
    for y in (top + 12, top + 19, top + 26):  # the bows of the letter at its stem
        cv2.line(ink, (290, y), (312, y), 255, 3)

    assert _columns(ink) == 3


def test_a_short_ruling_that_parts_a_heading_is_one() -> None:
    ink = _table()
    cv2.line(ink, (450, _TOP), (450, _TOP + _ROW), 255, 2)

    assert _columns(ink) == 4


def test_a_letter_that_stands_on_a_wall_makes_it_no_longer() -> None:
    ink = _table()
    top = _TOP
    ink[top + 2 : top + _ROW - 1, 105:1196] = 0  # the heading of the last two columns is one
    cv2.line(ink, (_COLUMNS[1], top), (_COLUMNS[1], top + _ROW), 255, 2)
    cv2.line(ink, (_COLUMNS[2], top + 14), (_COLUMNS[2], top + _ROW), 255, 3)
    for y in (top + 15, top + 22, top + 30):
        cv2.line(ink, (_COLUMNS[2] - 14, y), (_COLUMNS[2] + 2, y), 255, 3)

    (table,) = find_scan_tables(find_ruling(ink, 200), ink.shape, 200)

    assert [cell.column_span for cell in table.cells if cell.row == 0] == [1, 2]


def test_a_fold_of_the_paper_is_no_wall() -> None:
    ink = _table()
    ink = np.vstack([np.zeros((120, 1300), np.uint8), ink])
    cv2.line(ink, (500, 0), (500, len(ink)), 255, 2)

    assert _columns(ink) == 3


def test_the_outer_wall_of_a_leaning_table_is_no_fold() -> None:
    ink = np.zeros((1200, 1300), np.uint8)
    for row in range(9):  # each ruling begins a little further to the left than the one above
        y, off = 150 + row * 110, -row
        cv2.line(ink, (100 + off, y), (1100 + off, y), 255, 2)
    for x in (100, 300, 700, 1100):
        cv2.line(ink, (x, 150), (x - 8, 150 + 8 * 110), 255, 2)

    assert _columns(ink) == 3


def test_a_table_on_a_page_with_dark_edges_is_found_once() -> None:
    ink = _table()
    ink[:3] = ink[:, :3] = 255

    assert _columns(ink) == 3

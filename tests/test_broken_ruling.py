"""Ruled tables whose ruling a scanner broke, thinned or dotted, and rows whose cells are merged."""

from typing import Any

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from pipeline.read.scan.rules import erase, find_ruling
from pipeline.read.scan.tables import find_scan_tables

_ROW, _ROWS = 40, 8
_COLUMNS = (100, 220, 700, 1200)
_TOP = 100
_BOTTOM = _TOP + _ROW * _ROWS

Image = NDArray[Any]


def _page(grey: int = 0, thick: int = 2, merged: int | None = None) -> Image:
    """A white page with a table of low rows; the cells of one row may be merged."""
    page = np.full((_BOTTOM + 200, 1300), 255, np.uint8)
    for row in range(_ROWS + 1):
        y = _TOP + row * _ROW
        cv2.line(page, (_COLUMNS[0], y), (_COLUMNS[-1], y), grey, thick)
    for column in _COLUMNS:
        for row in range(_ROWS):
            y = _TOP + row * _ROW
            if row != merged or column in (_COLUMNS[0], _COLUMNS[-1]):
                cv2.line(page, (column, y), (column, y + _ROW), grey, thick)
    return page


def _written(page: Image) -> Image:
    """The page with a word in each row and some lines below, as dark as print."""
    for y in [*range(_TOP + 29, _BOTTOM, _ROW), _BOTTOM + 60, _BOTTOM + 100]:
        cv2.putText(page, "Kg Inh", (300, y), cv2.FONT_HERSHEY_COMPLEX, 0.7, 0, 2)
    return page


def _cells(page: Image) -> list[int]:
    """How many cells each row of the page's table has."""
    dark = np.where(page < 128, 255, 0).astype(np.uint8)
    (table,) = find_scan_tables(find_ruling(dark, 200, page), page.shape, 200)
    rows = [cell.row for cell in table.cells]
    return [rows.count(row) for row in range(max(rows) + 1)]


def test_a_ruling_broken_into_pieces_parts_rows_and_columns() -> None:
    page = _page()
    for x in range(140, 1200, 87):
        page[:, x : x + 14] = 255
    for y in range(_TOP + 12, _BOTTOM, 80):
        page[y : y + 14] = 255

    assert _cells(_written(page)) == [3] * _ROWS


@pytest.mark.parametrize("grey", [140, 190])
def test_a_ruling_paler_than_ink_is_found_where_a_table_stands(grey: int) -> None:
    page = _page(grey)
    page[_TOP : _BOTTOM + 1, list(_COLUMNS)] = 0
    page[[_TOP, _BOTTOM], _COLUMNS[0] : _COLUMNS[-1]] = 0

    assert _cells(_written(page)) == [3] * _ROWS


def test_a_dotted_ruling_is_found() -> None:
    page = np.full((_BOTTOM + 200, 1300), 255, np.uint8)
    for column in _COLUMNS:
        cv2.line(page, (column, _TOP), (column, _BOTTOM), 0, 2)
    for y in (_TOP, _BOTTOM):
        cv2.line(page, (_COLUMNS[0], y), (_COLUMNS[-1], y), 0, 2)
    for y in range(_TOP + _ROW, _BOTTOM, _ROW):
        page[y : y + 2, _COLUMNS[0] + 3 : _COLUMNS[-1] : 2] = 180

    assert _cells(_written(page)) == [3] * _ROWS


def test_strokes_that_stand_below_each_other_in_equal_words_are_no_ruling() -> None:
    assert _cells(_written(_page())) == [3] * _ROWS


def test_a_row_of_merged_cells_stays_one_cell_however_low() -> None:
    page = _page(merged=3)
    for x in range(140, 1200, 87):
        page[:, x : x + 14] = 255

    assert _cells(_written(page)) == [3, 3, 3, 1, 3, 3, 3, 3]


def test_streaks_of_the_scanner_are_no_ruling() -> None:
    page = _written(np.full((1200, 1300), 255, np.uint8))
    for x in (40, 300, 306):
        page[100:900, x] = 170
    dark = np.where(page < 128, 255, 0).astype(np.uint8)

    ruling = find_ruling(dark, 200, page)

    assert not ruling.upright
    assert find_scan_tables(ruling, page.shape, 200) == []


def test_figures_below_each_other_keep_their_ones() -> None:
    page = _page()
    for y in range(_TOP + 10, _BOTTOM, _ROW):
        page[y : y + 20, 900:903] = 0
    dark = np.where(page < 128, 255, 0).astype(np.uint8)

    _, ink = erase(page, find_ruling(dark, 200, page), dark, 200)

    assert np.count_nonzero(ink[:, 900:903]) >= _ROWS * 20 * 2

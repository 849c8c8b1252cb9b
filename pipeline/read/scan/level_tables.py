"""Tables of a page image that have level rulings only: what is white in all rows parts columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.read.scan.rule import Rule
from pipeline.read.scan.tables import ScanCell, ScanTable

Image = NDArray[Any]
_Span = tuple[int, int]

# Lengths in inches.
_ASTRAY = 0.12  # by which the ends of a table's rulings differ
_LEAST_WIDTH = 3.0
_LOWEST, _HIGHEST = 0.12, 2.5  # rows
_BLANK = 0.1  # between the words of two columns: more than between two words of one
_SPECK = 2  # pixels of a column of the image: grain
_FEWEST_ROWS, _FEWEST_COLUMNS = 3, 3
_CROSSED = 0.3  # share of the rows that go over the blank between two columns: names of groups


def find_level_tables(
    level: Sequence[Rule], ink: Image, tables: Sequence[ScanTable], dpi: float
) -> list[ScanTable]:
    """Tables between level rulings of one length, from top to bottom.

    :param level: the level rulings of a page
    :param ink: 255 where it is dark, rulings taken out
    :param tables: tables that have uprights, too
    """
    free = [
        rule
        for rule in level
        if rule.end - rule.start >= _LEAST_WIDTH * dpi
        and not any(table.place[1] - 9 <= rule.at <= table.place[3] + 9 for table in tables)
    ]
    found = (_table(rules, ink, dpi) for rules in _sets(free, dpi))
    return [table for table in found if table is not None]


def _sets(level: Sequence[Rule], dpi: float) -> Iterator[list[Rule]]:
    """Rulings below each other that begin and end at the same places."""
    rules: list[Rule] = []
    for rule in sorted(level, key=lambda rule: rule.across(rule.start)):
        if rules:
            above = rules[-1]
            step = rule.across(rule.start) - above.across(above.start)
            astray = max(abs(rule.start - above.start), abs(rule.end - above.end))
            if step < _LOWEST * dpi and astray <= _ASTRAY * dpi:
                continue  # a ruling drawn twice
            if step > _HIGHEST * dpi or astray > _ASTRAY * dpi:
                yield rules
                rules = []
        rules.append(rule)
    yield rules


def _table(rules: Sequence[Rule], ink: Image, dpi: float) -> ScanTable | None:
    if len(rules) <= _FEWEST_ROWS:
        return None
    left = max(0, round(min(rule.start for rule in rules)))
    right = round(max(rule.end for rule in rules))
    levels = [round(rule.across((left + right) / 2)) for rule in rules]
    blank = max(3, round(_BLANK * dpi))
    bands = [ink[y0 + 2 : y1 - 1, left:right] for y0, y1 in pairwise(levels)]
    inked = np.stack([_inked(band, blank) for band in bands])
    columns = _columns(inked)
    if len(columns) < _FEWEST_COLUMNS:
        return None
    edges = [0, *(_edge(inked, one[1], other[0]) for one, other in pairwise(columns)), right - left]
    cells = []
    for row, (y0, y1) in enumerate(pairwise(levels)):
        first = 0
        for column in range(len(columns)):
            end = edges[column + 1]
            if column + 1 < len(columns) and inked[row, end]:
                continue  # words go on over the blank: one cell
            place = (left + edges[first], y0 + 1, left + end, y1)
            cells.append(ScanCell(place, row, first, 1, column + 1 - first))
            first = column + 1
    if sum(cell.column_span == 1 for cell in cells) < len(rules) * _FEWEST_COLUMNS // 2:
        return None
    return ScanTable((left, levels[0], right, levels[-1]), tuple(cells))


def _inked(band: Image, blank: int) -> NDArray[np.bool_]:
    """Where a row has words; the blanks between the words of a cell are closed."""
    own = ((band > 0).sum(axis=0) >= _SPECK).astype(np.uint8)[None, :]
    closed = cv2.morphologyEx(
        cv2.copyMakeBorder(own, 0, 0, blank, blank, cv2.BORDER_CONSTANT, value=0),
        cv2.MORPH_CLOSE,
        np.ones((1, blank), np.uint8),
    )
    return closed[0, blank:-blank] > 0


def _columns(inked: NDArray[np.bool_]) -> list[_Span]:
    """Where the columns stand: between what is white in most rows and under the headings.

    A heading that is centred over short cells can stand beside them: both are one column.
    """
    heading, body = inked[0], inked[1:]
    filled = body.mean(axis=0) > _CROSSED
    ends = np.flatnonzero(np.diff(np.concatenate(([0], (filled | heading).astype(np.int8), [0]))))
    columns: list[_Span] = []
    for first, last in ends.reshape(-1, 2).tolist():
        before = slice(*columns[-1]) if columns else slice(0)
        own = slice(first, last)
        headless = filled[before].any() and not heading[before].any() and not filled[own].any()
        bodiless = heading[before].any() and not filled[before].any() and not heading[own].any()
        if columns and (headless or bodiless):
            columns[-1] = (columns[-1][0], last)
        else:
            columns.append((first, last))
    return columns


def _edge(inked: NDArray[np.bool_], first: int, last: int) -> int:
    """Where two columns part: in the middle of what the fewest rows go over."""
    over = inked[:, first:last].sum(axis=0)
    least = np.flatnonzero(over == over.min())
    return first + int(least[len(least) // 2])

"""Rows of a table that no rulings part: their running numbers stand below each other in one cell.

Dotted rulings between rows are lost in copies, or there are none; the numbers and the first lines
of the other cells begin on the same lines then.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from statistics import median, mode

import regex

from pipeline.model import Cell
from pipeline.read.page.rows import cluster_rows
from pipeline.read.page.word import PlacedWord

_Filled = tuple[list[PlacedWord], Cell]

_NUMBER = regex.compile(r"(\d{1,3})[.)]?")
_FEWEST = 3
_COUNTED = 0.7  # share of the numbers that count on: some are misread
_LEVEL = 0.4  # font sizes between a number and the line that begins its row
_BEGUN = 0.6  # share of the rows, or of a column's lines, that begin beside a number


def with_rows_parted(cells: Sequence[_Filled]) -> list[_Filled]:
    """The cells of a table by rows, rows with several numbers as so many rows."""
    rows: dict[int, list[_Filled]] = {}
    for filled in cells:
        rows.setdefault(filled[1].row, []).append(filled)
    found: list[_Filled] = []
    more = 0
    for row in rows.values():
        parts = _parts(row) if len(row) > 1 else []
        for number, part in enumerate(parts or [row]):
            found.extend(
                (words, replace(cell, row=cell.row + more + number)) for words, cell in part
            )
        more += max(0, len(parts) - 1)
    return found


def _parts(row: Sequence[_Filled]) -> list[list[_Filled]]:
    """The rows that a row holds, none if it holds one or it is unclear where they begin."""
    words, first = row[0]
    if len(words) < _FEWEST or first.column > 0:
        return []
    numbers = _counting(cluster_rows(words))
    if not numbers or any(cell.row_span > 1 or cell.column_span > 1 for _, cell in row):
        return []
    begin = [line[0].baseline for line in numbers]
    reach = _LEVEL * median(line[0].size for line in numbers)
    parts: list[list[_Filled]] = [[] for _ in range(len(begin) + 1)]
    for words, cell in row:
        lines = cluster_rows(words)
        below = [line for line in lines if _row_of(line, begin, reach)]
        begun = sum(any(abs(line[0].baseline - top) <= reach for line in below) for top in begin)
        if begun < min(len(below), len(begin)) * _BEGUN:
            return []
        for at, part in enumerate(parts):
            held = [line for line in lines if _row_of(line, begin, reach) == at]
            part.append(([word for line in held for word in line], cell))
    heading, *below_it = parts
    if not any(held for held, _ in heading):
        return below_it
    return parts if heading[0][0] else []  # what stands above the first number alone is no row


def _counting(lines: Sequence[list[PlacedWord]]) -> Sequence[list[PlacedWord]]:
    """The lines that are numbers which count on, behind that of their heading; none if unclear.

    One between two others may be misread.
    """
    hits = [_NUMBER.fullmatch(line[0].text) for line in lines]
    starts = [int(hit[1]) - at if hit else None for at, hit in enumerate(hits)]
    fits = [start is not None and start == mode(starts) for start in starts]
    first = fits.index(True) if True in fits else len(fits)
    if first > 1 or not fits[-1]:
        return ()
    counted = len(fits) - first
    return lines[first:] if sum(fits) >= max(_FEWEST, _COUNTED * counted) else ()


def _row_of(line: Sequence[PlacedWord], begin: Sequence[float], reach: float) -> int:
    """The row that a line stands in, from 1; 0 above the first one."""
    return sum(top - reach <= line[0].baseline for top in begin)

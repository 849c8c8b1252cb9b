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
from pipeline.read.page.unruled import PdfPages
from pipeline.read.page.word import PlacedWord

_Filled = tuple[list[PlacedWord], Cell]

_NUMBER = regex.compile(r"(\d{1,3})[.)]?")
_FEWEST = 3
_COUNTED = 0.7  # share of the numbers that count on: some are misread
_LEVEL = 0.4  # font sizes between a number and the line that begins its row
_BEGUN = 0.6  # share of the rows, or of a column's lines, that begin beside a number


def with_rows_parted(cells: Sequence[_Filled]) -> list[_Filled]:
    """The cells of a table by rows, rows with several numbers as so many rows.

    Where the cells do not begin beside their numbers (they are centred, or units stand between),
    the table is read as one without rulings.
    """
    rows: dict[int, list[_Filled]] = {}
    for filled in cells:
        rows.setdefault(filled[1].row, []).append(filled)
    found: list[_Filled] = []
    more = 0
    for row in rows.values():
        lines = _lines_of_numbers(row)
        parts = _parts(row, lines) if lines else [row]
        if not parts:
            return _without_rulings(cells) or list(cells)
        for number, part in enumerate(parts):
            at = row[0][1].row + more + number
            found.extend((words, replace(cell, row=at)) for words, cell in part)
        more += len(parts) - 1
    return found


def _without_rulings(cells: Sequence[_Filled]) -> list[_Filled]:
    """The cells as the places of all words tell them, none if some word is left over."""
    words = [word for inside, _ in cells for word in inside]
    tables, rest = PdfPages().tables(words)
    if len(tables) != 1 or rest:
        return []
    ordinal = cells[0][1].table
    return [(inside, replace(cell, table=ordinal)) for inside, cell in tables[0].cells]


def _lines_of_numbers(row: Sequence[_Filled]) -> list[list[PlacedWord]]:
    """The lines of the first cell of a row, none if few of them are numbers."""
    words, first = row[0]
    if len(words) < _FEWEST or first.column > 0 or len(row) < 2:
        return []
    lines = cluster_rows(words)
    numbers = sum(_NUMBER.fullmatch(line[0].text) is not None for line in lines)
    return lines if numbers >= _FEWEST and 2 * numbers > len(lines) else []


def _parts(row: Sequence[_Filled], lines_of_numbers: list[list[PlacedWord]]) -> list[list[_Filled]]:
    """The rows that a row holds, none if it is unclear where they begin."""
    numbers = _counting(lines_of_numbers)
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

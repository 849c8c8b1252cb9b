"""Cells over several rows of a table without rulings: a unit centred beside those who work there.

Their words stand between rows, or beside one that is theirs no more than the others.  Centred cells
that follow one another tell their ends: each reaches as far below its words as above them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.read.unruled.alignment import by_column
from pipeline.read.unruled.numbered import Entry
from pipeline.read.unruled.rows import Cell
from pipeline.read.unruled.sheet import Extent, Sheet, SheetWord, column_at


@dataclass(frozen=True, slots=True)
class Merged:
    """The sheet and entries without the words of merged cells, and the cells by their first row.

    ``cells`` tells of an entry, by its place, the merged cells that begin there; ``covered`` of an
    entry the columns that such a cell from above reaches into.
    """

    sheet: Sheet
    entries: list[Entry]
    cells: dict[int, list[Cell]]
    covered: dict[int, set[int]]


def merged_cells(
    sheet: Sheet, entries: Sequence[Entry], columns: Sequence[Extent]
) -> Merged | None:
    """The cells over several rows; None for a table without any, or with words left between rows.

    All rows have one line, so that whatever stands between two of them is of such a cell.
    """
    loose = {at for entry in entries for at in (*entry.before, *entry.behind)}
    within = {column for at in loose for column in _columns_of(sheet, at, columns)}
    if not loose or 0 in within or 1 in within:
        return None
    cells: dict[int, list[Cell]] = {}
    covered: dict[int, set[int]] = {}
    taken: set[tuple[int, float]] = set()
    for section in _sections(entries):
        lines = {at for n in section for at in (*entries[n].before, *entries[n].behind)}
        inside = {column for at in lines for column in _columns_of(sheet, at, columns)}
        for column in inside:
            found = _tiled(sheet, [entries[n].at for n in section], sorted(lines), column, columns)
            if found is None:
                return None
            for first, last, words in found:
                cells.setdefault(section[first], []).append(Cell(words, column, last - first + 1))
                for row in range(first + 1, last + 1):
                    covered.setdefault(section[row], set()).add(column)
                taken.update((word.line, word.x0) for word in words)
    kept = [[word for word in line if (word.line, word.x0) not in taken] for line in sheet.lines]
    bare = [Entry(entry.kind, entry.at) for entry in entries]
    return Merged(replace(sheet, lines=kept), bare, cells, covered)


def with_merged(
    rows: Sequence[list[Cell]], merged: Merged, places: Sequence[int]
) -> list[list[Cell]]:
    """The rows of the entries with the cells over several of them.

    :param places: the columns of the rows by those that the cells were told by
    """
    found = []
    for number, row in enumerate(rows):
        own = [replace(cell, column=places[cell.column]) for cell in merged.cells.get(number, ())]
        gone = {places[column] for column in merged.covered.get(number, ())}
        gone.update(cell.column for cell in own)
        kept = (cell for cell in row if cell.column not in gone)
        found.append(sorted([*own, *kept], key=lambda cell: cell.column))
    return found


def _columns_of(sheet: Sheet, at: int, columns: Sequence[Extent]) -> set[int]:
    return {column_at(columns, (word.x0 + word.x1) / 2) for word in sheet.lines[at]}


def _sections(entries: Sequence[Entry]) -> list[list[int]]:
    """The places of rows with nothing else between them."""
    found: list[list[int]] = [[]]
    for place, entry in enumerate(entries):
        if entry.kind == "row":
            found[-1].append(place)
        elif found[-1]:
            found.append([])
    return [section for section in found if section]


def _tiled(
    sheet: Sheet,
    rows: Sequence[int],
    loose: Sequence[int],
    column: int,
    columns: Sequence[Extent],
) -> list[tuple[int, int, list[SheetWord]]] | None:
    """The first and the last row of each cell of a column, and its words; None unless they tile.

    :param rows: the lines of the rows of a section
    :param loose: the lines between them
    """
    groups: list[list[int]] = []
    for at in range(rows[0], max(rows[-1], loose[-1]) + 1):
        if column not in _columns_of(sheet, at, columns):
            continue
        if not groups or groups[-1][-1] != at - 1:
            groups.append([])
        groups[-1].append(at)
    found = []
    first = 0
    for group in groups:
        ends = [_place(rows, at) for at in (group[0], group[-1])]
        last = ends[0] + ends[1] - first
        if last != int(last) or not first <= ends[0] <= ends[1] <= last < len(rows):
            return None
        words = [word for line in by_column(sheet, group, columns)[column] for word in line]
        found.append((first, int(last), words))
        first = int(last) + 1
    return found if first == len(rows) else None


def _place(rows: Sequence[int], at: int) -> float:
    """The number of the row on a line; halfway between two for a line that parts them."""
    above = sum(line <= at for line in rows) - 1
    return float(above) if rows[above] == at else above + 0.5

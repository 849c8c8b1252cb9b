"""Ruled tables of a PDF page: cells from the edges, words into the cells."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from pipeline.model import Box, Cell
from pipeline.read.cut_words import goes_on
from pipeline.read.page.open_ends import with_closed_ends
from pipeline.read.page.rows import cluster_rows
from pipeline.read.page.ruled_cells import Edge
from pipeline.read.page.word import PlacedWord

_SNAP = 3.0
_CUT_ROW = 3  # cells
_MIN_RULES = 2


@dataclass(slots=True)
class RuledTable:
    """A table's outline and its cells as (box, row, column, row span, column span)."""

    box: Box
    cells: list[tuple[Box, int, int, int, int]]
    words: list[PlacedWord]
    tops: list[float]


def find_tables(
    edges: list[Edge], words: Sequence[PlacedWord]
) -> tuple[list[RuledTable], list[PlacedWord]]:
    """Tables of a page from top to bottom with their words, and the words outside of them.

    A box of one cell, a single column of boxes (a frame) and a grid without words are no tables.
    """
    if not _can_hold_table(edges):
        return [], list(words)
    from pipeline.read.page.ruled_cells import ruled_cells  # heavy: only pages with rulings need it

    tables = []
    for boxes in ruled_cells(with_closed_ends(edges)):
        cells = _grid(boxes)
        if cells is not None:
            box = (
                min(cell[0][0] for cell in cells), min(cell[0][1] for cell in cells),
                max(cell[0][2] for cell in cells), max(cell[0][3] for cell in cells),
            )  # fmt: skip
            tables.append(RuledTable(box, cells, [], _rising([cell[0][1] for cell in cells])))
    rest: list[PlacedWord] = []
    for word in words:
        x, y = (word.x0 + word.x1) / 2, word.middle
        for table in tables:
            if table.box[0] <= x <= table.box[2] and table.box[1] <= y <= table.box[3]:
                table.words.append(word)
                break
        else:
            rest.append(word)
    kept = []
    for table in tables:
        if _holds_words(table):
            kept.append(table)
        else:
            rest.extend(table.words)
    kept.sort(key=lambda table: (table.box[1], table.box[0]))
    return kept, rest


def _rising(tops: list[float]) -> list[float]:
    """Upper edges of cells sorted by row, made to never fall (edges of a row differ a little)."""
    return list(accumulate(reversed(tops), min))[::-1]


def _can_hold_table(edges: list[Edge]) -> bool:
    """Two horizontal and two vertical rulings at different places: the least a table needs."""
    across = {round(edge["top"] / _SNAP) for edge in edges if edge["orientation"] == "h"}
    down = {round(edge["x0"] / _SNAP) for edge in edges if edge["orientation"] == "v"}
    return len(across) >= _MIN_RULES and len(down) > _MIN_RULES


def _holds_words(table: RuledTable) -> bool:
    """Whether words stand in at least two cells: a grid around one text is a frame.

    One row of three cells and more is none: it is what a page break left of a row.
    """
    if table.words and len(table.cells) >= _CUT_ROW and not any(c[1] for c in table.cells):
        return True
    filled = set()
    for word in table.words:
        filled.add(_cell_at(table, word))
        if len(filled) > 1:
            return True
    return False


def _levels(values: list[float]) -> list[float]:
    """Distinct ruling positions, those within the snap distance as one."""
    levels: list[float] = []
    for value in sorted(values):
        if not levels or value - levels[-1] > _SNAP:
            levels.append(value)
    return levels


def _nearest(levels: list[float], value: float) -> int:
    above = bisect_left(levels, value)
    if above == 0 or (above < len(levels) and levels[above] - value < value - levels[above - 1]):
        return above
    return above - 1


def _grid(boxes: list[Box]) -> list[tuple[Box, int, int, int, int]] | None:
    """Rows, columns and spans of cell boxes; None when they make no table of two columns."""
    columns = _levels([box[0] for box in boxes] + [box[2] for box in boxes])
    rows = _levels([box[1] for box in boxes] + [box[3] for box in boxes])
    if len(columns) < 3:
        return None
    cells = []
    for box in boxes:
        left, right = _nearest(columns, box[0]), _nearest(columns, box[2])
        top, bottom = _nearest(rows, box[1]), _nearest(rows, box[3])
        if right > left and bottom > top:
            cells.append((box, top, left, bottom - top, right - left))
    cells.sort(key=lambda cell: (cell[1], cell[2]))
    return cells or None


def _cell_at(table: RuledTable, word: PlacedWord) -> int:
    """Index of the cell that holds the middle of the word, else of the nearest one."""
    x, y = (word.x0 + word.x1) / 2, word.middle
    cells = table.cells
    # Cells are sorted by row, so the one sought stands shortly before the first that lies below.
    below = bisect_left(table.tops, y)
    for index in range(below - 1, -1, -1):
        x0, top, x1, bottom = cells[index][0]
        if x0 <= x <= x1 and top <= y <= bottom:
            return index
    return min(range(len(cells)), key=lambda index: _distance(cells[index][0], x, y))


def _distance(box: Box, x: float, y: float) -> float:
    dx = max(box[0] - x, 0.0, x - box[2])
    dy = max(box[1] - y, 0.0, y - box[3])
    return dx * dx + dy * dy


def table_cells(table: RuledTable, ordinal: int) -> list[tuple[list[PlacedWord], Cell]]:
    """The words of each cell, rows from top to bottom, cells from left to right, empty ones too."""
    inside: list[list[PlacedWord]] = [[] for _ in table.cells]
    for word in table.words:
        inside[_cell_at(table, word)].append(word)
    return [
        (
            unbroken(cluster_rows(words)),
            Cell(ordinal, row, column, row_span, column_span),
        )
        for (_, row, column, row_span, column_span), words in zip(table.cells, inside, strict=True)
    ]


def unbroken(lines: Sequence[Sequence[PlacedWord]]) -> list[PlacedWord]:
    """The words of a cell, one where a line's end cuts it."""
    words: list[PlacedWord] = []
    for line in lines:
        first, *rest = line
        if words and goes_on(words[-1].text, first.text):
            words[-1] = _over_two_lines(words[-1], first)
        else:
            words.append(first)
        words += rest
    return words


def _over_two_lines(word: PlacedWord, rest: PlacedWord) -> PlacedWord:
    x0, x1 = min(word.x0, rest.x0), max(word.x1, rest.x1)
    return replace(
        word, text=word.text + rest.text, x0=x0, x1=x1, bottom=rest.bottom, last=rest.last, box=None
    )

"""Tables whose cells are known by their edges (Word 97, RTF): edges to columns, merges to spans."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.model import RawLine
from pipeline.read.grid import GridCell

_SLACK = 90  # twips (1/16 inch): edges of rows drawn by hand that are meant as one
MAX_CELLS = 64  # Word allows 63 cells a row


@dataclass(slots=True)
class EdgeCell:
    """A cell: its right edge in twips, its lines, and how it merges with its neighbours."""

    right: int | None = None
    lines: list[RawLine] = field(default_factory=list)
    joins_left: bool = False
    joins_above: bool = False
    opens_merge: bool = False


@dataclass(slots=True)
class EdgeRow:
    """A row of cells; ``left`` is the first cell's left edge in twips."""

    left: int = 0
    cells: list[EdgeCell] = field(default_factory=list)
    has_borders: bool = False


def grid_cells(rows: Sequence[EdgeRow]) -> list[GridCell]:
    """Cells at the columns that all rows share; merged cells come once, with their spans."""
    for row in rows:
        _fill_edges(row)
    columns = _columns(rows)
    cells: list[GridCell] = []
    above: dict[int, GridCell] = {}
    for number, row in enumerate(rows):
        open_cells: dict[int, GridCell] = {}
        left = row.left
        last: GridCell | None = None
        for cell in row.cells:
            right = cell.right if cell.right is not None else left
            first, end = columns[left], max(columns[left] + 1, columns[right])
            left = right
            if cell.joins_left and last is not None:
                last.column_span = end - last.column
                last.lines.extend(cell.lines)
                continue
            over = above.get(first)
            if cell.joins_above and over is not None:
                over.row_span = number - over.row + 1
                over.lines.extend(line for line in cell.lines if line.text.strip())
                open_cells[first] = over
                last = None
                continue
            last = GridCell(number, first, 1, end - first, cell.lines)
            cells.append(last)
            if cell.opens_merge or cell.joins_above:
                open_cells[first] = last
        above = open_cells
    return cells


def _fill_edges(row: EdgeRow) -> None:
    """Edges that the file does not state, or states out of order: a step of one inch each."""
    left = row.left
    for cell in row.cells:
        if cell.right is None:
            cell.right = left + 1440
        cell.right = max(cell.right, left)
        left = cell.right


def _columns(rows: Sequence[EdgeRow]) -> dict[int, int]:
    """Column number of each edge; edges nearer than the slack are one."""
    edges = sorted(
        {edge for row in rows for edge in (row.left, *(cell.right or 0 for cell in row.cells))}
    )
    columns = {edges[0]: 0}
    start = edges[0]
    for before, edge in pairwise(edges):
        if edge - start > _SLACK:
            columns[edge] = columns[before] + 1
            start = edge
        else:
            columns[edge] = columns[before]
    return columns

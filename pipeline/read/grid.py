"""Tables of office files and web pages: data tables cell by cell, layout tables as two columns.

Word sets the head (issuer | national title) and the foot (copies | signer) of a dispatch as a table
without borders; its cells are text beside text, not data.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.model import Cell, Column, RawLine
from pipeline.read.cues import (
    is_addressees,
    is_authority,
    is_capitals,
    is_copies,
    is_national_title,
)

_HEAD_ROWS = 8
_FOOT_ROWS = 40
_WIDEST = 1000  # columns of a table that is taken as it is stated


@dataclass(slots=True)
class GridCell:
    """A cell with its place, its spans and one line a paragraph."""

    row: int
    column: int
    row_span: int
    column_span: int
    lines: list[RawLine]

    @property
    def text(self) -> str:
        """The paragraphs joined by one blank."""
        return " ".join(line.text.strip() for line in self.lines if line.text.strip())


def grid_lines(cells: Sequence[GridCell], ordinal: int, has_borders: bool) -> list[RawLine]:
    """Lines of a table; those of a data table carry ``cell`` with the given table ordinal.

    A table of one column is a frame: its paragraphs come out as plain lines.
    """
    if max((cell.column + cell.column_span for cell in cells), default=0) > _WIDEST:
        cells = _narrowed(cells)
    filled = [cell for cell in cells if cell.text]
    if len({cell.column for cell in filled}) < 2:
        return [line for cell in filled for line in cell.lines if line.text.strip()]
    if (
        not has_borders
        and len({cell.row for cell in filled}) <= 3
        and any(is_addressees(cell.text) for cell in filled)
    ):
        return [line for cell in filled for line in cell.lines if line.text.strip()]
    if _is_layout(cells, has_borders):
        return _column_lines(cells)
    lines = []
    for cell in cells:
        place = Cell(ordinal, cell.row, cell.column, cell.row_span, cell.column_span)
        shown = [line for line in cell.lines if line.text.strip()]
        lines.append(
            RawLine(
                text=cell.text,
                cell=place,
                bold=bool(shown) and all(line.bold for line in shown),
                italic=bool(shown) and all(line.italic for line in shown),
            )
        )
    return lines


def _narrowed(cells: Sequence[GridCell]) -> list[GridCell]:
    """Cells at the columns at which some cell begins: spans of millions hold nothing."""
    starts = sorted({cell.column for cell in cells})
    narrowed = []
    for cell in cells:
        first = bisect_left(starts, cell.column)
        span = max(1, bisect_left(starts, cell.column + cell.column_span) - first)
        narrowed.append(GridCell(cell.row, first, cell.row_span, span, cell.lines))
    return narrowed


def _is_layout(cells: Sequence[GridCell], has_borders: bool) -> bool:
    """Whether the cells are the two columns of a head or a foot."""
    filled = [cell for cell in cells if cell.text]
    columns = {cell.column for cell in filled}
    rows = {cell.row for cell in filled}
    texts = [line.text.strip() for cell in filled for line in cell.lines if line.text.strip()]
    if len(columns) <= 4 and len(rows) <= _HEAD_ROWS and any(map(is_national_title, texts)):
        return True
    if len(columns) > 4 or len(rows) > _FOOT_ROWS:
        return False
    if any(map(is_copies, texts)):
        return not has_borders or len(rows) <= 2
    if has_borders:
        return False
    if any(map(is_authority, texts)):
        return True
    top = [cell for cell in filled if cell.row == min(rows)]
    return (
        len(rows) <= _HEAD_ROWS
        and len(top) in (2, 3)
        and all(is_capitals(cell.lines[0].text) for cell in top)
    )


def _column_lines(cells: Sequence[GridCell]) -> list[RawLine]:
    """The left column's paragraphs, then the right one's; a row over all columns cuts both."""
    filled = [cell for cell in cells if cell.text]
    alone = Counter(cell.row for cell in filled)
    sides = {cell.column for cell in filled if alone[cell.row] > 1}
    width = max(cell.column + cell.column_span for cell in cells)

    def is_across(cell: GridCell) -> bool:
        """Whether the cell alone lies over all columns that stand side by side elsewhere."""
        end = cell.column + cell.column_span
        over = alone[cell.row] == 1 and len(sides) > 1 and cell.column <= min(sides)
        return cell.column_span >= width or (over and end > max(sides))

    starts = sorted({cell.column for cell in filled if not is_across(cell)})
    lines: list[RawLine] = []
    pending: dict[int, list[RawLine]] = {start: [] for start in starts}

    def flush() -> None:
        for position, start in enumerate(starts):
            column: Column = "left" if position == 0 else "right"
            lines.extend(replace(line, column=column) for line in pending[start])
            pending[start] = []

    for cell in sorted(filled, key=lambda item: (item.row, item.column)):
        shown = [line for line in cell.lines if line.text.strip()]
        if is_across(cell):
            flush()
            lines.extend(shown)
        else:
            pending[cell.column].extend(shown)
    flush()
    return lines

"""The cells of the rows of a table without rulings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.read.unruled.alignment import Aligned, Cells
from pipeline.read.unruled.numbered import Entry, is_wide
from pipeline.read.unruled.sheet import Extent, Sheet, SheetWord, column_at, extent, met


@dataclass(frozen=True, slots=True)
class Cell:
    """The words of a cell, the first of its columns, and how many rows and columns it is over."""

    words: Sequence[SheetWord]
    column: int
    row_span: int = 1
    column_span: int = 1


def body_rows(
    sheet: Sheet, entries: Sequence[Entry], told: Aligned, columns: Sequence[Extent]
) -> list[list[Cell]] | None:
    """The rows below the headings; None where an amount of a total stands over two columns."""
    rows: list[list[Cell]] = []
    if told.rest is not None:
        rows.append(_by_column(told.rest, columns))
    cells = iter(told.cells)
    for entry in entries:
        if entry.kind == "band":
            rows.append([Cell(sheet.lines[entry.at], 0, 1, len(columns))])
            continue
        words = next(cells)
        if entry.kind == "row" and not is_wide(sheet, entry.at, columns):
            rows.append(_by_column(words, columns))
            continue
        if any(word.line != entry.at for cell in words for word in cell):
            return None
        row = _by_pieces(sheet, entry.at, columns)
        if row is None:
            return None
        rows.append(row)
    return rows


def _by_column(cells: Cells, columns: Sequence[Extent]) -> list[Cell]:
    """The cells of a row; a column that has a heading alone has none in it."""
    words: list[Sequence[SheetWord]] = [()] * len(columns)
    for cell in cells:
        if cell:
            words[column_at(columns, extent(cell).middle)] = cell
    return [Cell(each, column) for column, each in enumerate(words)]


def _by_pieces(sheet: Sheet, at: int, columns: Sequence[Extent]) -> list[Cell] | None:
    """The cells of a row whose words may go over the columns behind: `II  Khối doanh nghiệp`."""
    row: list[Cell] = []
    for piece in sheet.pieces(at, columns):
        over = met(columns, piece)
        first = over[0] if over else column_at(columns, extent(piece).middle)
        span = over[-1] + 1 - first if over else 1
        if row and first < row[-1].column + row[-1].column_span:
            return None
        if span > 1 and not any(map(str.isalpha, "".join(word.text for word in piece))):
            return None
        row.append(Cell(piece, first, 1, span))
    held = {n for cell in row for n in range(cell.column, cell.column + cell.column_span)}
    row += [Cell((), n) for n in range(len(columns)) if n not in held]
    return sorted(row, key=lambda cell: cell.column)

"""Turns the cells of a sheet into lines: titles above a table, its cells, signatures below.

A sheet has no paragraphs: a title, a table and a signer are cells alike.  Borders say where a table
is; without any, runs of filled rows do.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from pipeline.model import Cell, RawLine
from pipeline.read.cues import is_authority, is_capitals, is_copies, is_national_title
from pipeline.read.grid import GridCell

HIDDEN_SHEETS = "hidden_sheets"
HIDDEN_ROWS = "hidden_rows"
HIDDEN_COLUMNS = "hidden_columns"
UNCALCULATED = "formula_without_value"

MAX_CELLS = 200_000
"""Filled cells of a workbook; an annex has thousands, a data base more."""

Row = list[GridCell]


@dataclass(slots=True)
class Sheet:
    """A sheet as shown: its filled cells, and how many cells of each row have a side border."""

    cells: list[GridCell] = field(default_factory=list)
    borders: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Hidden:
    """Rows and columns that the sheet does not show, from 0."""

    rows: frozenset[int] = frozenset()
    columns: frozenset[int] = frozenset()

    def hides(self, row: int, column: int, row_span: int = 1, column_span: int = 1) -> bool:
        """Whether nothing of a cell is shown."""
        return all(r in self.rows for r in range(row, row + row_span)) or all(
            c in self.columns for c in range(column, column + column_span)
        )

    def defects(self, cells: Iterable[tuple[int, int]]) -> set[str]:
        """What the hidden cells with content make a defect of."""
        found = set()
        for row, _ in cells:
            found.add(HIDDEN_ROWS if row in self.rows else HIDDEN_COLUMNS)
        return found


def sheet_lines(sheet: Sheet, first_table: int) -> tuple[list[RawLine], int]:
    """Lines of a sheet, and how many tables they hold.

    :param first_table: ordinal of the sheet's first table in the workbook
    """
    rows: dict[int, Row] = {}
    for cell in sorted(sheet.cells, key=lambda c: (c.row, c.column)):
        rows.setdefault(cell.row, []).append(cell)
    lines: list[RawLine] = []
    prose: list[Row] = []
    tables = 0
    for run in _runs(rows, sheet.borders):
        if not run.is_table:
            prose.extend(run.rows)
            continue
        lines.extend(_prose_lines(prose))
        prose = []
        lines.extend(_table_lines(run.rows, first_table + tables))
        tables += 1
    lines.extend(_prose_lines(prose))
    return lines, tables


@dataclass(frozen=True, slots=True)
class _Run:
    rows: list[Row]
    is_table: bool


def _runs(rows: dict[int, Row], borders: dict[int, int]) -> list[_Run]:
    """The sheet's rows from top to bottom, parted into tables and what stands between them."""
    bordered = {row for row, count in borders.items() if count > 1}
    if not any(row in bordered for row in rows):
        return _runs_by_filling(rows)
    runs: list[_Run] = []
    last = -2
    for number in sorted(rows):
        is_table = number in bordered
        goes_on = is_table and all(between in bordered for between in range(last + 1, number))
        if runs and runs[-1].is_table == is_table and (goes_on or not is_table):
            runs[-1].rows.append(rows[number])
        else:
            runs.append(_Run([rows[number]], is_table))
        last = number
    return [replace(run, is_table=run.is_table and _width(run.rows) > 1) for run in runs]


def _runs_by_filling(rows: dict[int, Row]) -> list[_Run]:
    """Without borders: rows below one another, of which at least two have three cells."""
    runs: list[_Run] = []
    stretch: list[Row] = []
    last = -2
    for number in [*sorted(rows), None]:
        if stretch and (number is None or number > last + 1):
            runs.extend(_parted(stretch))
            stretch = []
        if number is not None:
            stretch.append(rows[number])
            last = max(number, last)
    return runs


def _parted(stretch: list[Row]) -> list[_Run]:
    most = max(map(len, stretch))
    enough = max(2, most / 2)
    wide = [i for i, row in enumerate(stretch) if len(row) >= enough and not _opens_columns(row)]
    if len(wide) < (2 if most > 2 else 3):
        return [_Run(stretch, False)]
    first = wide[0]
    last = max(i for i, row in enumerate(stretch) if len(row) > 1)
    parts = (stretch[:first], stretch[first : last + 1], stretch[last + 1 :])
    return [_Run(part, i == 1) for i, part in enumerate(parts) if part]


def _width(rows: Sequence[Row]) -> int:
    return len({cell.column for row in rows for cell in row})


def _opens_columns(row: Row) -> bool:
    """Whether cells beside one another open the two columns of a head or of a foot."""
    texts = [line.text for cell in row for line in cell.lines]
    if any(is_national_title(text) or is_copies(text) or is_authority(text) for text in texts):
        return True
    return 1 < len(row) < 4 and all(is_capitals(cell.lines[0].text) for cell in row)


def _prose_lines(rows: Sequence[Row]) -> list[RawLine]:
    """Lines of rows outside tables: heads and feet in two columns, other rows one line each."""
    lines: list[RawLine] = []
    left: list[RawLine] = []
    right: list[RawLine] = []
    border = 0  # first column of the right half while a head or foot is open, else 0

    def close() -> None:
        lines.extend(replace(line, column="left") for line in left)
        lines.extend(replace(line, column="right") for line in right)
        left.clear()
        right.clear()

    for row in rows:
        if len(row) > 1 and (border or _opens_columns(row)):
            border = min(border or row[1].column, row[1].column)
            left.extend(row[0].lines)
            right.extend(line for cell in row[1:] for line in cell.lines)
            continue
        only = row[0]
        if border and len(row) == 1 and only.column >= border:
            right.extend(only.lines)
        elif border and len(row) == 1 and only.column + only.column_span <= border and left:
            left.extend(only.lines)
        else:
            close()
            border = 0
            lines.extend(_joined(row))
    close()
    return lines


def _joined(row: Row) -> list[RawLine]:
    """One line of the cells beside one another; the printed lines of a cell that stands alone."""
    if len(row) == 1:
        return list(row[0].lines)
    parts = [line for cell in row for line in cell.lines]
    return [
        RawLine(
            text=" ".join(line.text for line in parts),
            bold=all(line.bold for line in parts),
            italic=all(line.italic for line in parts),
        )
    ]


def _table_lines(rows: Sequence[Row], ordinal: int) -> list[RawLine]:
    """The filled cells of a table; rows and columns without any are not counted."""
    row_numbers = sorted({cell.row for row in rows for cell in row})
    columns = sorted({cell.column for row in rows for cell in row})
    lines = []
    for cell in (cell for row in rows for cell in row):
        row, column = bisect_left(row_numbers, cell.row), bisect_left(columns, cell.column)
        below = bisect_left(row_numbers, cell.row + cell.row_span)
        beside = bisect_left(columns, cell.column + cell.column_span)
        lines.append(
            RawLine(
                text=cell.text,
                cell=Cell(ordinal, row, column, max(1, below - row), max(1, beside - column)),
                bold=all(line.bold for line in cell.lines),
                italic=all(line.italic for line in cell.lines),
            )
        )
    return lines

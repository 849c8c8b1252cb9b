"""Collects the cells of a workbook, sheet by sheet, into a reading: shared by all sheet readers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import regex

from pipeline.errors import ReadError
from pipeline.model import RawLine, RawPage, Reading, Source
from pipeline.read.grid import GridCell
from pipeline.read.office_runs import Encodings, FaceRun
from pipeline.read.sheet.grid import MAX_CELLS, Hidden, Sheet, sheet_lines

_MOST_BORDERED = 10 * MAX_CELLS
_BREAK = regex.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")


@dataclass(slots=True)
class Book:
    """A workbook while it is read.  Rows and columns count from 0; only what is shown is kept."""

    source: Source
    defects: set[str] = field(default_factory=set)
    hidden: Hidden = field(default_factory=Hidden)
    encodings: Encodings = field(default_factory=Encodings)
    _sheet: Sheet = field(default_factory=Sheet)
    _cells: dict[tuple[int, int], GridCell] = field(default_factory=dict)
    _pages: list[tuple[RawLine, ...]] = field(default_factory=list)
    _tables: int = 0
    _filled: int = 0
    _bordered: int = 0

    def put(self, row: int, column: int, runs: Sequence[FaceRun], has_border: bool) -> None:
        """Take a cell of the sheet under way.

        :raises ReadError: ``too_large`` for a workbook that is a data base, not an annex
        """
        if has_border:
            self._bordered += 1
            if self._bordered > _MOST_BORDERED:
                raise self._too_large(f"{_MOST_BORDERED:,} cells with borders")
            self._sheet.borders[row] = self._sheet.borders.get(row, 0) + 1
        lines = [line for part in _printed(runs) if (line := self.encodings.line(part)).text]
        if not lines:
            return
        self._filled += 1
        if self._filled > MAX_CELLS:
            raise self._too_large(f"{MAX_CELLS:,} filled cells")
        self._cells[row, column] = GridCell(row, column, 1, 1, lines)

    def _too_large(self, most: str) -> ReadError:
        return ReadError(
            self.source.uri, "too_large",
            f"The workbook has more than {most}. Keep the annex alone in a file of its own and add "
            "that.",
        )  # fmt: skip

    def merge(self, ranges: Iterable[tuple[int, int, int, int]]) -> None:
        """Merge cells of the sheet under way: first row and column, last row and column."""
        for top, left, bottom, right in ranges:
            cell = self._cells.get((top, left))
            if cell is not None and bottom >= top and right >= left:
                cell.row_span, cell.column_span = bottom - top + 1, right - left + 1

    def close_sheet(self) -> None:
        """Finish a sheet: its shown cells become the lines of a page, if there are any."""
        gone: list[tuple[int, int]] = []
        for place, cell in self._cells.items():
            if self.hidden.hides(cell.row, cell.column, cell.row_span, cell.column_span):
                gone.append(place)
            else:
                self._sheet.cells.append(cell)
        self.defects |= self.hidden.defects(gone)
        lines, tables = sheet_lines(self._sheet, self._tables)
        if lines:
            self._pages.append(tuple(lines))
        self._tables += tables
        self._sheet, self._cells, self.hidden = Sheet(), {}, Hidden()

    def reading(self, reader: str) -> Reading:
        """The workbook's reading, a page a sheet.

        :raises ReadError: ``empty`` for a workbook that shows nothing
        """
        if not self._pages:
            raise ReadError(
                self.source.uri, "empty",
                "The workbook shows no filled cell. Unhide its sheets and rows, or check that it "
                "is the right one.",
            )  # fmt: skip
        reading = Reading(
            reader=reader,
            pages=tuple(
                RawPage(number=number, lines=lines, reader=reader)
                for number, lines in enumerate(self._pages, start=1)
            ),
            page_count=len(self._pages),
        )
        encoding, defects = self.encodings.state(reading)
        return Reading(
            reader=reader, pages=reading.pages, page_count=reading.page_count, encoding=encoding,
            defects=tuple(sorted({*defects, *self.defects})),
        )  # fmt: skip


def _printed(runs: Sequence[FaceRun]) -> list[list[FaceRun]]:
    """The runs of a cell, parted at its line breaks."""
    lines: list[list[FaceRun]] = [[]]
    for run in runs:
        for index, text in enumerate(_BREAK.split(run.text)):
            if index:
                lines.append([])
            if text:
                lines[-1].append(FaceRun(text, run.font, run.bold, run.italic, run.capitals))
    return lines

"""Tables of a PDF page that have no rulings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.model import Box, Cell
from pipeline.read.page.rows import cluster_rows
from pipeline.read.page.tables import unbroken
from pipeline.read.page.word import PlacedWord
from pipeline.read.unruled.sheet import Sheet, SheetWord
from pipeline.read.unruled.table import UnruledTable, unruled_tables

_HEADINGS = frozenset({"stt", "tt", "s.tt", "st", "s", "t", "số"})  # a narrow column cuts the word
_GAP = 0.5  # font sizes: wider than a blank between words
_APART = 2.2  # font sizes from line to line: more than lines of a cell have


@dataclass(frozen=True, slots=True)
class OpenTable:
    """A table told by the places of its words: its outline, and the words of each cell."""

    box: Box
    cells: list[tuple[list[PlacedWord], Cell]]


@dataclass(slots=True)
class PdfPages:
    """What the pages of a PDF so far leave open: their last table may go on over the page.

    ``gap`` is what parts two cells of a row, in font sizes; ``is_alone`` says that each page is
    read without those before it.
    """

    last: UnruledTable | None = None
    gap: float = _GAP
    is_alone: bool = False

    def tables(self, words: Sequence[PlacedWord]) -> tuple[list[OpenTable], list[PlacedWord]]:
        """The tables of the next page, their ordinals yet to be set, and the words outside."""
        last, self.last = self.last, None
        if last is None and not any(word.text.casefold() in _HEADINGS for word in words):
            return [], list(words)
        rows = cluster_rows(words)
        placed = [word for row in rows for word in row]
        sizes = sorted(word.size for word in placed)
        sheet = _sheet(rows, self.gap * sizes[len(sizes) // 2])
        found = list(unruled_tables(sheet, last, is_in_place=True, is_alone=self.is_alone))
        if not found:
            return [], list(words)
        self.last = found[-1]
        inside = {
            id(word) for table in found for row in rows[table.first : table.end] for word in row
        }
        return (
            [_open_table(table, placed) for table in found],
            [word for word in words if id(word) not in inside],
        )


def _sheet(rows: Sequence[Sequence[PlacedWord]], gap: float) -> Sheet:
    lines = []
    apart = set()
    at = 0
    for number, row in enumerate(rows):
        line = []
        for word in row:
            line.append(SheetWord(word.text, word.x0, word.x1, number, at))
            at += 1
        lines.append(line)
        if number and row[0].baseline - rows[number - 1][0].baseline > _APART * row[0].size:
            apart.add(number)
    return Sheet(lines, frozenset(apart), gap, gap)


def _open_table(table: UnruledTable, placed: Sequence[PlacedWord]) -> OpenTable:
    cells = []
    for number, row in enumerate(table.rows):
        for cell in row:
            lines: dict[int, list[PlacedWord]] = {}
            for word in cell.words:
                lines.setdefault(word.line, []).append(placed[word.at])
            place = Cell(0, number, cell.column, cell.row_span, cell.column_span)
            cells.append((unbroken(list(lines.values())), place))
    words = [word for inside, _ in cells for word in inside]
    box = (
        min(word.x0 for word in words), min(word.top for word in words),
        max(word.x1 for word in words), max(word.bottom for word in words),
    )  # fmt: skip
    return OpenTable(box, cells)

"""Tables of plain text whose columns only blanks keep apart, as `pdftotext -layout` writes them."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import overload

import regex

from pipeline.read.text.ruled import Cells, Place
from pipeline.read.unruled.rows import Cell
from pipeline.read.unruled.sheet import Sheet, SheetWord
from pipeline.read.unruled.table import UnruledTable, unruled_tables

_OPENING = regex.compile(
    r"[ \u00a0]*+(?:(?:s\.?)?tt|st?|t|số(?: tt)?)(?=[ \u00a0]{2})", regex.IGNORECASE
)
_WORD = regex.compile(r"\S+")
_EMPTY = regex.compile(r"[-=_\s]*+")  # or an underline
_GAP = 2.0  # letters: words of a cell have one blank between them
_TIGHT = 1.0  # behind a cell that fills its column
_LONGEST_LINE = 400


@dataclass(frozen=True, slots=True)
class TextTable:
    """A table up to the line ``end``: its rows of cells, and what merged cells are over."""

    end: int
    width: int
    rows: list[Cells]
    spans: dict[tuple[int, int], tuple[int, int]]


@dataclass(slots=True)
class TextPages:
    """What the pages of a text so far leave open: their last table may go on over the page."""

    last: UnruledTable | None = field(default=None)

    def tables(self, texts: Sequence[str]) -> dict[int, TextTable]:
        """The tables of the next page by their first lines."""
        if self.last is None and not any(_OPENING.match(text) for text in texts):
            return {}
        printed = [at for at, text in enumerate(texts) if not _EMPTY.fullmatch(text)]
        lines = _Lines(texts, printed)
        apart = frozenset(n for n, at in enumerate(printed) if n and at - printed[n - 1] > 1)
        found = list(
            unruled_tables(Sheet(lines, apart, _GAP, _TIGHT), self.last, is_in_place=False)
        )
        self.last = found[-1] if found else None
        return {printed[table.first]: _text_table(table, texts, printed) for table in found}


class _Lines(Sequence[Sequence[SheetWord]]):
    """The words of the printed lines, each told when it is asked for."""

    def __init__(self, texts: Sequence[str], printed: Sequence[int]) -> None:
        self._texts, self._printed = texts, printed
        self._known: dict[int, list[SheetWord]] = {}

    def __len__(self) -> int:
        return len(self._printed)

    @overload
    def __getitem__(self, at: int) -> Sequence[SheetWord]: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Sequence[SheetWord]]: ...
    def __getitem__(self, at: int | slice) -> Sequence[SheetWord] | Sequence[Sequence[SheetWord]]:
        if isinstance(at, slice):
            return [self[n] for n in range(*at.indices(len(self)))]
        if at not in self._known:
            self._known[at] = _words(self._texts[self._printed[at]], at)
        return self._known[at]


def _words(text: str, line: int) -> list[SheetWord]:
    """The words of a line at their places on the screen; a line too long for a table is one."""
    if len(text) > _LONGEST_LINE:
        return [SheetWord(text, 0.0, float(len(text)), line, 0)]
    found = []
    place = seen = 0
    for match in _WORD.finditer(text):
        place += _width(text[seen : match.start()])
        end = place + _width(match.group())
        word = unicodedata.normalize("NFC", match.group())
        found.append(SheetWord(word, float(place), float(end), line, match.start()))
        place, seen = end, match.end()
    return found


def _width(text: str) -> int:
    """How many places the letters take on the screen."""
    if text.isascii():
        return len(text)
    return sum(unicodedata.combining(letter) == 0 for letter in text)


def _text_table(table: UnruledTable, texts: Sequence[str], printed: Sequence[int]) -> TextTable:
    width = len(table.columns)
    rows: list[Cells] = []
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    for number, row in enumerate(table.rows):
        if len(row) == 1 and row[0].column_span == width:
            rows.append([_places(row[0], texts, printed)])
            continue
        cells: Cells = [[] for _ in range(width)]
        held: set[int] = set()
        for cell in row:
            over = range(cell.column, cell.column + cell.column_span)
            held.update(over)
            cells[cell.column] = _places(cell, texts, printed)
            if (cell.row_span, cell.column_span) != (1, 1):
                spans[number, cell.column] = cell.row_span, cell.column_span
                spans.update({(number, n): (0, 0) for n in over[1:]})
        spans.update({(number, n): (0, 0) for n in range(width) if n not in held})
        rows.append(cells)
    return TextTable(printed[table.end - 1] + 1, width, rows, spans)


def _places(cell: Cell, texts: Sequence[str], printed: Sequence[int]) -> list[Place]:
    """The stretches of a cell, one for each of its lines."""
    found: list[Place] = []
    for word in cell.words:
        at, start = printed[word.line], word.at
        match = _WORD.match(texts[at], start)
        end = match.end() if match else start
        if found and found[-1][0] == at:
            found[-1] = (at, found[-1][1], end)
        else:
            found.append((at, start, end))
    return found

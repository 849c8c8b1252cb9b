"""Walks the paragraphs of a Word 97-2003 file: lines, tables, text boxes, notes, in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

import regex

from pipeline.model import RawLine
from pipeline.read.edge_grid import MAX_CELLS, EdgeCell, EdgeRow, grid_cells
from pipeline.read.grid import grid_lines
from pipeline.read.legacy.maps import takes_soft_hyphen
from pipeline.read.office_pages import PAGE_BREAK
from pipeline.read.office_runs import Encodings, FaceRun
from pipeline.read.word97.file import WordFile
from pipeline.read.word97.lists import Lists
from pipeline.read.word97.places import Places
from pipeline.read.word97.sprm import Character, Paragraph
from pipeline.read.word97.styles import Formatting

_MARKS = regex.compile(r"[\r\x07\x0c]")
_CONTROLS = frozenset("\x01\x02\x03\x04\x05\x06\x07\x08\x0b\x0c\x0d\x0e\x13\x14\x15\x1e\x1f")
_PIECES = regex.compile(
    r"[\x01-\x08\x0b-\x0e\x13-\x15\x1e\x1f]|[^\x00-\x08\x0b-\x0e\x13-\x15\x1e\x1f]+"
)
_CELL, _PAGE = "\x07", "\x0c"
_FIELD_BEGIN, _FIELD_RESULT, _FIELD_END = "\x13", "\x14", "\x15"
_MAX_BOX_DEPTH = 3


@dataclass(slots=True)
class _Draft:
    """A paragraph while it is read: printed lines of runs, and what hangs on it."""

    lines: list[list[FaceRun]] = field(default_factory=lambda: [[]])
    breaks: set[int] = field(default_factory=set)  # indices of lines before which a page ends
    boxes: list[tuple[int, int]] = field(default_factory=list)


@dataclass(slots=True)
class Body:
    """Turns ranges of character positions into lines; counters and table ordinals run on."""

    file: WordFile
    formatting: Formatting
    lists: Lists
    places: Places
    encodings: Encodings = field(default_factory=Encodings)
    tables: int = 0
    notes: list[tuple[str, tuple[int, int]]] = field(default_factory=list)
    _fields: list[bool] = field(default_factory=list)  # open fields: whether the result is reached

    def lines(self, start: int, end: int, depth: int = 0) -> Iterator[RawLine]:
        """Lines of a range; :data:`PAGE_BREAK` stands where a page ends."""
        rows: list[EdgeRow] = []
        row, cell = EdgeRow(), EdgeCell()
        self._fields = []
        for first, last in self._paragraphs(start, end):
            mark = self.file.text[last - 1]
            setting = self.formatting.paragraph(last - 1)
            level = setting.depth or int(setting.in_table)
            if not level and mark != _CELL:
                if row.cells or cell.lines:
                    row.cells.append(cell)
                    rows.append(row)
                    row, cell = EdgeRow(), EdgeCell()
                yield from self._table(rows)
                rows = []
                yield from self._paragraph(first, last, setting, depth)
                continue
            if setting.ends_row and level <= 1:
                _frame(row, setting)
                rows.append(row)
                row, cell = EdgeRow(), EdgeCell()
                continue
            if setting.ends_inner_row:
                continue
            cell.lines.extend(
                RawLine(text=line.text, bold=line.bold, italic=line.italic)
                for line in self._paragraph(first, last, setting, depth)
                if line is not PAGE_BREAK
            )
            if mark == _CELL and level <= 1 and len(row.cells) < MAX_CELLS:
                row.cells.append(cell)
                cell = EdgeCell()
        if cell.lines:
            row.cells.append(cell)
        if row.cells:
            rows.append(row)
        yield from self._table(rows)

    def _paragraphs(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Ranges of paragraphs, each with its mark at the end."""
        at = start
        for match in _MARKS.finditer(self.file.text, start, end):
            yield at, match.end()
            at = match.end()
        if at < end:
            yield at, end

    def _table(self, rows: list[EdgeRow]) -> Iterator[RawLine]:
        if not rows:
            return
        has_borders = any(row.has_borders for row in rows)
        lines = grid_lines(grid_cells(rows), self.tables, has_borders)
        if any(line.cell is not None for line in lines):
            self.tables += 1
        yield from lines

    def _paragraph(
        self, first: int, last: int, setting: Paragraph, depth: int
    ) -> Iterator[RawLine]:
        if setting.breaks_page:
            yield PAGE_BREAK
        draft = self._draft(first, last, setting)
        in_cell = setting.in_table
        label, font = self._label(setting, draft, in_cell)
        for index, runs in enumerate(draft.lines):
            if index in draft.breaks:
                yield PAGE_BREAK
            line = self.encodings.line(runs, label if index == 0 else "", font)
            is_number = in_cell and index == 0 and label and not line.text
            yield self.encodings.number(label, font) if is_number else line
        for box in draft.boxes if depth < _MAX_BOX_DEPTH else ():
            outer, self._fields = self._fields, []
            yield from self.lines(*box, depth + 1)
            self._fields = outer
        if self.file.text[last - 1] == _PAGE and self.places.ends_page(last):
            yield PAGE_BREAK

    def _label(self, setting: Paragraph, draft: _Draft, in_cell: bool) -> tuple[str, str | None]:
        """The automatic number of a paragraph and the font that draws it."""
        shown = next((run for run in draft.lines[0] if run.text.strip()), None)
        if not setting.list_id or (shown is None and not in_cell):
            return "", None
        name = str(setting.list_id)
        label = self.lists.numbering.label(name, setting.level)
        own = None if shown is None else shown.font
        return label, self.lists.fonts.get((name, setting.level)) or own

    def _draft(self, first: int, last: int, setting: Paragraph) -> _Draft:
        draft = _Draft()
        end = last - 1 if _MARKS.match(self.file.text, last - 1) else last
        for start, stop, face in self.formatting.runs(first, end, setting.style):
            if face.symbol is not None and face.special:
                self._put(draft, _symbol(face), face)
                continue
            for match in _PIECES.finditer(self.file.text, start, stop):
                self._piece(draft, match.group(), match.start(), face)
        return draft

    def _piece(self, draft: _Draft, piece: str, position: int, face: Character) -> None:
        """Text or one control character of a run."""
        if piece == _FIELD_BEGIN:
            self._fields.append(False)
        elif piece == _FIELD_RESULT:
            if self._fields:
                self._fields[-1] = True
        elif piece == _FIELD_END:
            if self._fields:
                self._fields.pop()
        elif not all(self._fields):
            return
        elif piece == "\x0b":
            draft.lines.append([])
        elif piece in ("\x0e", _PAGE):
            draft.lines.append([])
            draft.breaks.add(len(draft.lines) - 1)
        elif piece == "\x08":
            draft.boxes.extend(self.places.boxes_at(position))
        elif piece == "\x02" or position in self.places.notes:
            note = self.places.notes.get(position)
            if note is not None:
                mark = str(1 + len(self.notes))
                self.notes.append((mark, note))
                self._put(draft, f" {mark}", face)
        elif piece == "\x1f":
            font = self.formatting.font(face.other_font)
            if self.file.hyphen_is_letter and takes_soft_hyphen(font):
                self._put(draft, "\u00ad", face)
        elif piece == "\x1e":
            self._put(draft, "-", face)
        elif piece[0] not in _CONTROLS:
            self._put(draft, piece, face)

    def _put(self, draft: _Draft, text: str, face: Character) -> None:
        if face.hidden or face.deleted or not text:
            return
        if any("\ud800" <= letter <= "\udfff" for letter in text):
            text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        name = self.formatting.font(face.font if text.isascii() else face.other_font)
        draft.lines[-1].append(FaceRun(text, name, face.bold, face.italic, face.capitals))

    def note_lines(self) -> Iterator[RawLine]:
        """Lines of the notes referred to, each opened by its mark; see the reader of DOCX."""
        referred = len(self.notes)
        shown: set[tuple[int, int]] = set()
        for index, (mark, (start, end)) in enumerate(self.notes):  # grows while notes are read
            if index >= referred and (start, end) in shown:
                continue
            shown.add((start, end))
            texts = [line.text.strip() for line in self.lines(start, end) if line.text.strip()]
            if texts:
                yield RawLine(text=f"{mark} {' '.join(texts)}", role="footnote")

    def edge_lines(self, role: Literal["header", "footer"]) -> Iterator[RawLine]:
        """Lines of all headers or footers, each text once, without bare page numbers."""
        seen: set[str] = set()
        for start, end in self.places.edges(role):
            for line in self.lines(start, end):
                text = " ".join(line.text.split())
                if text.strip("0123456789 -–—/") and text not in seen:
                    seen.add(text)
                    yield replace(line, text=text, role=role, column="", cell=None)


def _symbol(face: Character) -> str:
    """A sign put in from a symbol font, at its place in the private use area."""
    code = face.symbol[1] if face.symbol is not None else 0
    return chr(code) if 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE else ""


def _frame(row: EdgeRow, setting: Paragraph) -> None:
    """Lays the row's definition over its cells."""
    row.left = setting.left
    row.has_borders = setting.has_borders
    for cell, frame in zip(row.cells, setting.frames, strict=False):
        cell.right = frame.right
        cell.joins_left = frame.joins_left
        cell.joins_above = frame.joins_above
        cell.opens_merge = frame.opens_merge

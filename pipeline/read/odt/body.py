"""Walks an OpenDocument text: paragraphs, lists, tables, text boxes, notes, in document order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.model import RawLine
from pipeline.read.grid import GridCell, grid_lines
from pipeline.read.odt.lists import Lists
from pipeline.read.odt.styles import Look, Styles
from pipeline.read.office_package import Element
from pipeline.read.office_pages import PAGE_BREAK, cell_lines
from pipeline.read.office_runs import Encodings, FaceRun
from pipeline.read.opendocument import DRAW, OFFICE, TABLE, TEXT, repeated

_MAX_DEPTH = 200
_MOST_BLANKS = 200
_MOST_COLUMNS = 1_000
_MOST_ROWS = 100_000
_PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h")
# What is not shown as text: comments, deleted text, what fields may say, samples of an index.
_SKIPPED = {f"{OFFICE}{name}" for name in ("annotation", "annotation-end", "forms", "script")} | {
    f"{TEXT}{name}" for name in (
        "tracked-changes", "sequence-decls", "variable-decls", "user-field-decls",
        "table-of-content-source", "illustration-index-source", "table-index-source",
        "object-index-source", "user-index-source", "alphabetical-index-source",
        "bibliography-source", "ruby-text", "script",
    )
}  # fmt: skip
_BLANKS = re.compile(r"[ \t\r\n]+")


@dataclass(slots=True)
class _Paragraph:
    """A paragraph while it is read: its printed lines and what hangs on it."""

    lines: list[list[tuple[str, Look]]] = field(default_factory=lambda: [[]])
    boxes: list[Element] = field(default_factory=list)


@dataclass(slots=True)
class Walker:
    """Turns elements into lines; numbers of lists and of tables run on."""

    styles: Styles
    lists: Lists
    tables: int = 0
    notes: list[Element] = field(default_factory=list)
    encodings: Encodings = field(default_factory=Encodings)

    def lines(self, container: Element, depth: int = 0, in_cell: bool = False) -> Iterator[RawLine]:
        """Lines of a body, section, cell, text box, header or note."""
        if depth > _MAX_DEPTH:
            return
        for item in container:
            if item.tag in _PARAGRAPHS:
                label = self.lists.heading(item) if item.tag == f"{TEXT}h" else ""
                yield from self._paragraph(item, label, depth, in_cell)
            elif item.tag == f"{TEXT}list":
                yield from self._list(item, self.lists.open(item), 0, depth, in_cell)
            elif item.tag == f"{TABLE}table":
                yield from self._table(item, depth)
            elif _is_shown(item):
                yield from self.lines(item, depth + 1, in_cell)

    def note_lines(self) -> Iterator[RawLine]:
        """Lines of the notes referred to, each opened by its mark."""
        for number, note in enumerate(self.notes, start=1):
            texts = [line.text for line in self.lines(note) if line.text.strip("\f ")]
            if texts:
                yield RawLine(text=f"{number} {' '.join(texts)}", role="footnote")

    def _list(
        self, item: Element, key: str, level: int, depth: int, in_cell: bool
    ) -> Iterator[RawLine]:
        """The items of a list, the first paragraph of each behind its number."""
        if depth > _MAX_DEPTH:
            return
        for entry in item:
            is_numbered = entry.tag == f"{TEXT}list-item"
            self.lists.start(key, level, entry)
            for part in entry:
                if part.tag in _PARAGRAPHS:
                    label = self.lists.label(key, level) if is_numbered else ""
                    is_numbered = False
                    yield from self._paragraph(part, label, depth, in_cell)
                elif part.tag == f"{TEXT}list":
                    yield from self._list(part, key, level + 1, depth + 1, in_cell)
                else:
                    yield from self.lines(part, depth + 1, in_cell)

    def _paragraph(self, item: Element, label: str, depth: int, in_cell: bool) -> Iterator[RawLine]:
        look = self.styles.get("paragraph", item.get(f"{TEXT}style-name"))
        if look.begins_page or look.page:
            yield PAGE_BREAK
        paragraph = _Paragraph()
        self._runs(item, look, paragraph, depth)
        for index, pieces in enumerate(paragraph.lines):
            runs = [
                FaceRun(text, one.font, bool(one.bold), bool(one.italic), bool(one.capitals))
                for text, one in pieces
            ]
            line = self.encodings.line(runs, label if index == 0 else "")
            is_number = in_cell and index == 0 and label and not line.text
            yield self.encodings.number(label) if is_number else line
        for box in paragraph.boxes:
            yield from self.lines(box, depth + 1)
        if look.ends_page:
            yield PAGE_BREAK

    def _runs(self, item: Element, look: Look, into: _Paragraph, depth: int) -> None:
        """The text of an element and of what stands in it; deleted text is kept elsewhere."""
        if depth > _MAX_DEPTH:
            return
        _add(item.text, look, into)
        for child in item:
            tag = child.tag
            if tag == f"{TEXT}span":
                own = self.styles.get("text", child.get(f"{TEXT}style-name")).over(look)
                self._runs(child, own, into, depth + 1)
            elif tag == f"{TEXT}s":
                blanks = repeated(child, f"{TEXT}c", _MOST_BLANKS)
                into.lines[-1].append((" " * blanks, look))
            elif tag == f"{TEXT}tab":
                into.lines[-1].append(("\t", look))
            elif tag == f"{TEXT}line-break":
                into.lines.append([])
            elif tag == f"{TEXT}note":
                body = child.find(f"{TEXT}note-body")
                if body is not None:
                    self.notes.append(body)
                    into.lines[-1].append((f" {len(self.notes)}", look))
            elif not _is_shown(child):
                pass  # what follows it is shown
            elif str(tag).startswith(DRAW) and tag != f"{DRAW}a":
                into.boxes.append(child)
            else:
                self._runs(child, look, into, depth + 1)
            _add(child.tail, look, into)

    def _table(self, table: Element, depth: int) -> Iterator[RawLine]:
        if self.styles.get("table", table.get(f"{TABLE}style-name")).begins_page:
            yield PAGE_BREAK
        rows = [(count, [*_cells(row)]) for count, row in _rows(table)]
        all_cells = [cell for _, cells in rows for _, cell in cells]
        looks = (self.styles.get("table-cell", c.get(f"{TABLE}style-name")) for c in all_cells)
        has_borders = any(look.has_borders for look in looks)
        if not has_borders and any(map(_holds_list, all_cells)):
            for cell in all_cells:
                yield from self.lines(cell, depth + 1)
            return
        lines = grid_lines(self._grid(rows, depth), self.tables, has_borders)
        if any(line.cell is not None and line.cell.table == self.tables for line in lines):
            self.tables += 1
        yield from lines

    def _grid(
        self, rows: list[tuple[int, list[tuple[int, Element]]]], depth: int
    ) -> list[GridCell]:
        """Cells with their spans; cells that another covers are not given again."""
        grid: list[GridCell] = []
        at = 0
        for count, cells in rows:
            for column, cell in cells:
                below = repeated(cell, f"{TABLE}number-rows-spanned", _MOST_ROWS)
                beside = repeated(cell, f"{TABLE}number-columns-spanned", _MOST_COLUMNS)
                grid.append(
                    GridCell(
                        at,
                        column,
                        below,
                        beside,
                        cell_lines(self.lines(cell, depth + 1, in_cell=True)),
                    )
                )
            at += count
        return grid


def _add(text: str | None, look: Look, into: _Paragraph) -> None:
    """Text with its blanks as they are shown: any number of them in the file is one."""
    if text and not look.hidden:
        into.lines[-1].append((_BLANKS.sub(" ", text), look))


def _is_shown(item: Element) -> bool:
    """Not an entity, a comment, a section that is not displayed, or hidden by a condition."""
    return (
        isinstance(item.tag, str)
        and item.tag not in _SKIPPED
        and item.get(f"{TEXT}display") != "none"
        and item.get(f"{TEXT}is-hidden") != "true"
    )


def _rows(table: Element) -> Iterator[tuple[int, Element]]:
    """Rows of a table with the number of rows that each stands for, those of its head too."""
    for item in table:
        if item.tag == f"{TABLE}table-row":
            yield repeated(item, f"{TABLE}number-rows-repeated", _MOST_ROWS), item
        elif item.tag in _ROW_GROUPS:
            yield from _rows(item)


_ROW_GROUPS = {f"{TABLE}{name}" for name in ("table-header-rows", "table-rows", "table-row-group")}


def _cells(row: Element) -> Iterator[tuple[int, Element]]:
    """Cells of a row with their columns, without those that others cover."""
    column = 0
    for cell in row:
        if cell.tag == f"{TABLE}table-cell":
            yield column, cell
        column += repeated(cell, f"{TABLE}number-columns-repeated", _MOST_COLUMNS)


def _holds_list(cell: Element) -> bool:
    """Whether a cell holds a table of several rows and columns: the outer one only lays out."""
    for inner in cell.iter(f"{TABLE}table"):
        rows = [*_rows(inner)]
        if len(rows) > 1 and len([*_cells(rows[0][1])]) > 1:
            return True
    return False

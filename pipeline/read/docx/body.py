"""Walks the body of a Word document: paragraphs, tables, text boxes, notes, in document order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.model import RawLine
from pipeline.read.docx.inserted import Inserted
from pipeline.read.docx.numbering import value, w
from pipeline.read.docx.styles import Face, Styles, draws_borders, is_on, with_run
from pipeline.read.grid import GridCell, grid_lines
from pipeline.read.legacy.maps import takes_soft_hyphen
from pipeline.read.list_numbers import Numbering, whole
from pipeline.read.office_package import Element, R
from pipeline.read.office_pages import PAGE_BREAK, cell_lines
from pipeline.read.office_runs import Encodings, FaceRun

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_SKIPPED = {w(name) for name in ("del", "moveFrom", "instrText", "delText", "delInstrText", "rPr",
                                 "pPr", "sdtPr", "tblPr", "tblGrid", "trPr", "tcPr")}  # fmt: skip
_DRAWINGS = (w("drawing"), w("pict"))
_MAX_DEPTH = 200


@dataclass(slots=True)
class _Paragraph:
    """A paragraph while it is read: its printed lines and what hangs on it."""

    lines: list[list[tuple[str, Face]]] = field(default_factory=lambda: [[]])
    boxes: list[Element] = field(default_factory=list)
    scans: list[RawLine] = field(default_factory=list)  # lines that stand for scanned pages
    breaks: list[int] = field(default_factory=list)  # indices of lines before which a page ends
    codes: list[tuple[int, int] | None] = field(default_factory=list)  # where open fields begin

    def field_mark(self, kind: str | None) -> None:
        """Begin or end a field; of one that is whole the code goes, what it shows stays.

        A code can hold fields and words of its own: ``IF { MERGEFIELD Gioi } = "Nam" "Ông" "Bà"``.
        """
        if kind == "begin":
            self.codes.append((len(self.lines) - 1, len(self.lines[-1])))
        elif self.codes:
            start = self.codes.pop()
            if start is not None:
                del self.lines[start[0] + 1 :]
                del self.lines[-1][start[1] :]
            if kind == "separate":
                self.codes.append(None)


@dataclass(slots=True)
class Walker:
    """Turns body elements into lines; list counters and table ordinals run on."""

    styles: Styles
    numbering: Numbering
    notes: dict[str, Element] = field(default_factory=dict)
    tables: int = 0
    used_notes: list[tuple[str, str]] = field(default_factory=list)
    encodings: Encodings = field(default_factory=Encodings)
    hyphen_is_letter: bool = False  # see takes_soft_hyphen
    inserted: Inserted | None = None  # files and scans in the body
    _joined: _Paragraph | None = None  # paragraphs whose end was deleted: the next one goes on

    def lines(self, container: Element, depth: int = 0, in_cell: bool = False) -> Iterator[RawLine]:
        """Lines of a body, cell, text box, header or note."""
        if depth > _MAX_DEPTH:
            return
        for item in container:
            if item.tag == w("p"):
                yield from self._paragraph(item, depth, in_cell)
            elif item.tag == w("tbl"):
                yield from self._table(item, depth)
            elif item.tag in _SKIPPED:
                continue
            elif item.tag == w("altChunk"):
                yield from self._file(item)
            elif item.tag == f"{_MC}AlternateContent":
                chosen = _chosen(item)
                if chosen is not None:
                    yield from self.lines(chosen, depth + 1, in_cell)
            elif isinstance(item.tag, str) and item.tag != w("sectPr"):
                yield from self.lines(item, depth + 1, in_cell)

    def _file(self, chunk: Element) -> Iterator[RawLine]:
        """The lines of a file that was put in as it was."""
        if self.inserted is None:
            return
        for line in self.inserted.lines(chunk.get(f"{{{R}}}id", ""), self.tables):
            if line.cell is not None:
                self.tables = max(self.tables, line.cell.table + 1)
            yield line

    def _paragraph(self, item: Element, depth: int, in_cell: bool) -> Iterator[RawLine]:
        properties = item.find(w("pPr"))
        style_name = None if properties is None else value(properties.find(w("pStyle")))
        style = self.styles.get(style_name)
        if is_on(properties, "pageBreakBefore"):
            yield PAGE_BREAK
        paragraph, self._joined = self._joined or _Paragraph(), None
        self._runs(item, style.face, paragraph, depth)
        if self.inserted is not None and not in_cell:
            drawn = (self.inserted.scan(drawing) for drawing in item.iter(*_DRAWINGS))
            paragraph.scans.extend(line for line in drawn if line is not None)
        if _goes_on(item, properties):
            self._joined = paragraph
            return
        label = self._label(properties, style_name)
        for index, pieces in enumerate(paragraph.lines):
            if index in paragraph.breaks:
                yield PAGE_BREAK
            runs = [
                FaceRun(piece, face.font, face.bold, face.italic, face.capitals)
                for piece, face in pieces
            ]
            line = self.encodings.line(runs, label if index == 0 else "")
            is_number = in_cell and index == 0 and label and not line.text
            yield self.encodings.number(label) if is_number else line
        for scan in paragraph.scans:
            yield from (PAGE_BREAK, scan, PAGE_BREAK)
        for box in paragraph.boxes:
            yield from self.lines(box, depth + 1)
        section = None if properties is None else properties.find(w("sectPr"))
        if section is not None and value(section.find(w("type"))) != "continuous":
            yield PAGE_BREAK

    def _label(self, properties: Element | None, style_name: str | None) -> str:
        """The automatic number of a paragraph as printed."""
        style = self.styles.get(style_name)
        num_id, level = style.num_id, style.level
        numbered = None if properties is None else properties.find(w("numPr"))
        if numbered is not None:
            num_id = value(numbered.find(w("numId"))) or num_id
            level = whole(value(numbered.find(w("ilvl"))), level)
        if num_id is None or num_id == "0":
            return ""
        return self.numbering.label(num_id, level)

    def _runs(self, item: Element, face: Face, into: _Paragraph, depth: int) -> None:
        """Text of a paragraph's runs; deletions are left out, insertions stay."""
        if depth > _MAX_DEPTH:
            return
        for child in item:
            tag = child.tag
            if tag in _SKIPPED or not isinstance(tag, str):
                continue
            if tag == w("r"):
                own = with_run(face, child.find(w("rPr")))
                if not own.hidden:
                    self._run(child, own, into, depth + 1)
            elif tag == f"{_MC}AlternateContent":
                chosen = _chosen(child)
                if chosen is not None:
                    self._runs(chosen, face, into, depth + 1)
            elif tag == w("txbxContent"):
                into.boxes.append(child)
            elif tag == _MATH_TEXT:
                into.lines[-1].append((child.text or "", face))
            else:
                self._runs(child, face, into, depth + 1)

    def _run(self, run: Element, face: Face, into: _Paragraph, depth: int) -> None:
        for child in run:
            tag = child.tag
            if tag == w("t"):
                into.lines[-1].append((child.text or "", face))
            elif tag in (w("tab"), w("ptab")):
                into.lines[-1].append(("\t", face))
            elif tag in (w("br"), w("cr")):
                into.lines.append([])
                if value(child, "type") == "page":
                    into.breaks.append(len(into.lines) - 1)
            elif tag == w("noBreakHyphen"):
                into.lines[-1].append(("-", face))
            elif tag == w("fldChar"):
                into.field_mark(value(child, "fldCharType"))
            elif tag == w("sym"):
                into.lines[-1].append((_sign(child), face))
            elif tag == w("softHyphen"):
                if self.hyphen_is_letter and takes_soft_hyphen(face.font):
                    into.lines[-1].append(("\u00ad", face))
            elif tag in (w("footnoteReference"), w("endnoteReference")):
                self._note(child, face, into)
            elif tag in _SKIPPED or not isinstance(tag, str):
                continue
            elif tag == f"{_MC}AlternateContent":
                chosen = _chosen(child)
                if chosen is not None:
                    self._runs(chosen, face, into, depth + 1)
            elif len(child):
                self._runs(child, face, into, depth + 1)

    def _note(self, mark: Element, face: Face, into: _Paragraph) -> None:
        """A note's mark in the text, set apart by a blank, and the note for the page's end."""
        kind = "f" if mark.tag == w("footnoteReference") else "e"
        key = kind + (value(mark, "id") or "")
        if key not in self.notes:
            return
        number = str(1 + len(self.used_notes))
        self.used_notes.append((number, key))
        into.lines[-1].append((f" {number}", face))

    def note_lines(self) -> Iterator[RawLine]:
        """Lines of the notes referred to, each opened by its mark.

        A note that a note refers to follows, unless it was shown: notes can name one another.
        """
        referred = len(self.used_notes)
        shown: set[str] = set()
        for index, (number, key) in enumerate(self.used_notes):  # grows while notes are read
            if index >= referred and key in shown:
                continue
            shown.add(key)
            texts = [line.text for line in self.lines(self.notes[key]) if line.text.strip("\f ")]
            if texts:
                yield RawLine(text=f"{number} {' '.join(texts)}", role="footnote")

    def _table(self, table: Element, depth: int) -> Iterator[RawLine]:
        if _lays_out(table) and not self._has_borders(table):
            for row in _children(table, "tr"):
                for cell in _children(row, "tc"):
                    yield from self.lines(cell, depth + 1)
            return
        cells = self._cells(table, depth)
        lines = grid_lines(cells, self.tables, self._has_borders(table))
        if any(line.cell is not None and line.cell.table == self.tables for line in lines):
            self.tables += 1
        yield from lines

    def _has_borders(self, table: Element) -> bool:
        properties = table.find(w("tblPr"))
        if properties is not None:
            own = properties.find(w("tblBorders"))
            if own is not None:
                return draws_borders(own)
            style = value(properties.find(w("tblStyle")))
            if style is not None and self.styles.get(style).has_borders:
                return True
        own_cells = (cell for row in _children(table, "tr") for cell in _children(row, "tc"))
        edges = (cell.find(f"{w('tcPr')}/{w('tcBorders')}") for cell in own_cells)
        return any(draws_borders(borders) for borders in edges if borders is not None)

    def _cells(self, table: Element, depth: int) -> list[GridCell]:
        """Cells with their spans; a cell merged into the one above is not given again."""
        cells: list[GridCell] = []
        above: dict[int, GridCell] = {}
        for row, item in enumerate(_children(table, "tr")):
            properties = item.find(w("trPr"))
            before = None if properties is None else properties.find(w("gridBefore"))
            column = max(0, whole(value(before), 0))
            merged: dict[int, GridCell] = {}
            for cell in _children(item, "tc"):
                own = cell.find(w("tcPr"))
                span = max(1, whole(value(None if own is None else own.find(w("gridSpan"))), 1))
                merge = None if own is None else own.find(w("vMerge"))
                across = None if own is None else own.find(w("hMerge"))
                if across is not None and value(across) != "restart" and cells[-1:] and column:
                    if cells[-1].row == row:
                        cells[-1].column_span += span
                    column += span
                    continue
                goes_on = merge is not None and (value(merge) or "continue") == "continue"
                if goes_on and column in above:
                    above[column].row_span = row - above[column].row + 1
                    merged[column] = above[column]
                else:
                    grid_cell = GridCell(
                        row, column, 1, span, cell_lines(self.lines(cell, depth + 1, in_cell=True))
                    )
                    cells.append(grid_cell)
                    if merge is not None:
                        merged[column] = grid_cell
                column += span
            above = merged
        return cells


def _children(item: Element, name: str) -> Iterator[Element]:
    """Children of a name, those inside content controls and insertions too."""
    for child in item:
        if child.tag == w(name):
            if name != "tr" or child.find(f"{w('trPr')}/{w('del')}") is None:
                yield child
        elif child.tag in (w("sdt"), w("sdtContent"), w("customXml"), w("ins"), w("smartTag")):
            yield from _children(child, name)


def _goes_on(paragraph: Element, properties: Element | None) -> bool:
    """Whether a tracked change deleted the end of a paragraph: the next one stands in its line."""
    after = paragraph.getnext()
    return (
        properties is not None
        and properties.find(f"{w('rPr')}/{w('del')}") is not None
        and after is not None
        and after.tag == w("p")
    )


def _sign(item: Element) -> str:
    """A sign put in from a symbol font, at its place in the private use area."""
    try:
        code = int(value(item, "char") or "", 16)
    except ValueError:
        return ""
    shown = 0xF000 | code if code < 0x100 else code
    return chr(shown) if 0x20 <= shown < 0xD800 or 0xE000 <= shown < 0xFFFE else ""


def _lays_out(table: Element) -> bool:
    """Whether a table holds lists side by side: tables of several rows and columns in its cells."""
    return any(
        len(rows) > 1 and sum(1 for _ in _children(rows[0], "tc")) > 1
        for row in _children(table, "tr")
        for cell in _children(row, "tc")
        for inner in _children(cell, "tbl")
        for rows in [list(_children(inner, "tr"))]
    )


def _chosen(item: Element) -> Element | None:
    """The branch of alternative content that is shown: the first choice, else the fallback."""
    choice = item.find(f"{_MC}Choice")
    return choice if choice is not None else item.find(f"{_MC}Fallback")

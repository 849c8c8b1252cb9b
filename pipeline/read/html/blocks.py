"""Walks the block structure of a web page: lines, headings, captions and tables as shown."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Literal, TypeAlias

from lxml import etree

from pipeline.model import RawLine
from pipeline.read.cues import is_national_title
from pipeline.read.grid import GridCell, grid_lines
from pipeline.read.list_numbers import format_number, whole
from pipeline.read.sheet.grid import Sheet, sheet_lines
from pipeline.read.text.inside import typed_lines

Element: TypeAlias = Any  # lxml.html elements carry no types
_DRAWN = re.compile(r"border(?:-\w+)?\s*:\s*(?!none|0|medium none)[^;]{0,200}(?:solid|pt|px)")
Role = Literal["", "heading", "caption"]

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_SKIPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "canvas",
        "iframe",
        "object",
        "embed",
        "button",
        "select",
        "option",
        "textarea",
        "input",
        "nav",
        "head",
        "title",
        "audio",
        "del",
        "video",
        "map",
        "math",
    ]
)
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_BOLD = frozenset(["b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"])
_ITALIC = frozenset(["i", "em", "cite"])
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HEAVY = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_SLANTED = re.compile(r"font-style\s*:\s*italic", re.IGNORECASE)
_NOTE_MARK = re.compile(r"\s*(?:\d{1,3}|\[\d{1,3}\])\s*")
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_LIST_KINDS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
MAX_DEPTH = 200  # elements inside one another; see pipeline.read.html.depth
_MAX_SPAN = 1000
_SHEET_COLUMNS = 4  # of a sheet; head and foot of a dispatch have two
_HEAD_CELLS = 12  # filled ones at the top of a sheet among which its head is
_PROSE = 1500  # characters: a longer cell holds a page's text, its table lays the page out


@dataclass(slots=True)
class _Line:
    """A line while its inline pieces are put together."""

    pieces: list[tuple[str, bool, bool]] = field(default_factory=list)
    label: str = ""  # number or mark of the item that begins here

    def add(self, words: str, setting: _Setting) -> None:
        """Put a piece behind those before it."""
        self.pieces.append((words, setting.bold, setting.italic))

    def take(self, role: Role) -> RawLine | None:
        """The finished line, None when it has no text; starts a new one."""
        text = _BLANKS.sub(" ", "".join(piece for piece, _, _ in self.pieces)).strip()
        shown = [piece for piece in self.pieces if piece[0].strip()]
        self.pieces = []
        if not text:
            return None
        label, self.label = self.label, ""
        return RawLine(
            text=label + text,
            role=role,
            bold=all(bold for _, bold, _ in shown),
            italic=all(italic for _, _, italic in shown),
        )


def _is_note_mark(link: Element) -> bool:
    """Whether a link is the number of a note further down the page."""
    return (
        link.get("href", "").startswith("#")
        and len(link.get("href", "")) > 1
        and _NOTE_MARK.fullmatch("".join(link.itertext())) is not None
    )


@dataclass(frozen=True, slots=True)
class _Setting:
    """How the words of an element are shown, by the elements around it and by itself."""

    role: Role
    bold: bool = False
    italic: bool = False
    depth: int = 0

    def within(self, element: Element) -> _Setting:
        """That of the words that stand in an element which stands in this."""
        tag, style, role = element.tag, element.get("style", ""), self.role
        if tag in _HEADINGS:
            role = "heading"
        elif tag in ("figcaption", "caption"):
            role = "caption"
        bold = self.bold or tag in _BOLD or _HEAVY.search(style) is not None
        italic = self.italic or tag in _ITALIC or _SLANTED.search(style) is not None
        return _Setting(role, bold, italic, self.depth + 1)


@dataclass(slots=True)
class BlockWalker:
    """Turns elements into lines; table ordinals run on."""

    tables: int = 0

    def lines(self, element: Element) -> list[RawLine]:
        """Lines of an element and all that it holds."""
        line = _Line()
        result = list(self._walk(element, line, _Setting("")))
        last = line.take("")
        return [*result, last] if last is not None else result

    def _walk(
        self, element: Element, line: _Line, around: _Setting, item: int = 1
    ) -> Iterator[RawLine]:
        """Lines of an element; ``item`` is its place among the items of its list."""
        tag = element.tag
        if not isinstance(tag, str) or tag in _SKIPPED or _is_hidden(element):
            return
        if around.depth > MAX_DEPTH:
            return
        if tag == "br":
            yield from _taken(line, around.role)
            return
        is_block = tag in _BLOCKS
        if is_block:
            yield from _taken(line, around.role)
        if tag == "table" and not _lays_out(element):
            yield from self._table(element, around.depth)
            return
        if tag == "pre":
            typed, self.tables = typed_lines(_as_typed(element), self.tables)
            yield from typed
            return
        own = around.within(element)
        if tag == "li":
            line.label = _marker(element, item)
        if tag == "a" and _is_note_mark(element):
            line.add(" ", own)  # `viên` and the mark 1 are not `viên1`
        if element.text:
            line.add(element.text, own)
        items = 0
        for child in element:
            items += child.tag == "li"
            yield from self._walk(child, line, own, items)
            if child.tail:
                line.add(child.tail, own)
        if is_block:
            yield from _taken(line, own.role)
        if tag == "li":
            line.label = ""  # of an item without words nothing is left

    def _table(self, table: Element, depth: int) -> Iterator[RawLine]:
        for caption in table.findall("caption"):
            line = _Line()
            yield from self._walk(caption, line, _Setting("caption", depth=depth + 1))
        cells = self._cells(table)
        if _is_sheet(cells):
            filled = [cell for cell in cells if cell.text]
            lines, count = sheet_lines(Sheet(filled, _bordered_rows(table)), self.tables)
            self.tables += count
            yield from lines
            return
        lines = grid_lines(cells, self.tables, _has_borders(table))
        if any(line.cell is not None for line in lines):
            self.tables += 1
        yield from lines

    def _cells(self, table: Element) -> list[GridCell]:
        """Cells at their places in the grid, spans taken into account."""
        cells: list[GridCell] = []
        hanging: list[tuple[int, int, int]] = []  # first column, column behind, row behind
        rows = [row for row in table.iter("tr") if _owner(row) is table]
        for number, row in enumerate(rows):
            column = 0
            hanging = sorted(span for span in hanging if span[2] > number)
            above = deque(hanging)
            for cell in row:
                if cell.tag not in ("td", "th") or _is_hidden(cell):
                    continue
                while above and above[0][0] <= column:
                    column = max(column, above.popleft()[1])
                down = min(_span(cell, "rowspan"), len(rows) - number)
                across = _span(cell, "colspan")
                if down > 1:
                    hanging.append((column, column + across, number + down))
                lines = [replace(line, role="", cell=None) for line in self._inner(cell)]
                cells.append(GridCell(number, column, down, across, lines))
                column += across
        return cells

    def _inner(self, cell: Element) -> list[RawLine]:
        inner = BlockWalker()
        return inner.lines(cell)


def _taken(line: _Line, role: Role) -> Iterator[RawLine]:
    done = line.take(role)
    if done is not None:
        yield done


def _as_typed(element: Element) -> str:
    """The text of an element whose line ends are shown where they stand."""
    pieces: list[str] = []
    for event, part in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            opens = part is not element and (part.tag == "br" or part.tag in _BLOCKS)
            is_shown = isinstance(part.tag, str) and part.tag not in _SKIPPED
            pieces.append("\n" * opens + (part.text or "") * is_shown)
        elif part is not element:
            pieces.append(part.tail or "")
    return "".join(pieces)


def _is_hidden(element: Element) -> bool:
    style = str(element.get("style", ""))
    return "hidden" in element.attrib or _HIDDEN.search(style) is not None


def _marker(element: Element, item: int) -> str:
    """What a browser prints before the item of a list; ``item`` counts from 1."""
    parent = element.getparent()
    if parent is None or parent.tag != "ol":
        return "- "
    kind = _LIST_KINDS.get(parent.get("type", ""), "decimal")
    return f"{format_number(whole(parent.get('start'), 1) + item - 1, kind)}. "


def _owner(row: Element) -> Element | None:
    """The table that a row belongs to."""
    parent: Element | None = row.getparent()
    while parent is not None and parent.tag != "table":
        parent = parent.getparent()
    return parent


def _span(cell: Element, name: str) -> int:
    return min(_MAX_SPAN, max(1, whole(cell.get(name), 1)))


def _has_borders(table: Element) -> bool:
    """Whether the table draws lines, by its border attribute or style."""
    if table.get("border", "").strip():
        return _draws_all(table)
    style = table.get("style", "").lower() + "".join(
        cell.get("style", "").lower() for cell in table.iter("td", "th")
    )
    return _DRAWN.search(style) is not None


def _is_sheet(cells: list[GridCell]) -> bool:
    """Whether a table is a sheet with head, title, list and foot, as programs export it."""
    filled = [cell for cell in cells if cell.text]
    return len({cell.column for cell in filled}) >= _SHEET_COLUMNS and any(
        is_national_title(line.text) for cell in filled[:_HEAD_CELLS] for line in cell.lines
    )


def _bordered_rows(table: Element) -> dict[int, int]:
    """How many cells of each row draw lines of their own; a table that draws all says nothing."""
    if _draws_all(table):
        return {}
    rows = [row for row in table.iter("tr") if _owner(row) is table]
    return {
        number: sum(
            _DRAWN.search(cell.get("style", "").lower()) is not None
            for cell in row.iterchildren("td", "th")
        )
        for number, row in enumerate(rows)
    }


def _draws_all(table: Element) -> bool:
    return table.get("border", "").strip() not in ("", "0")


def _lays_out(table: Element) -> bool:
    """Whether a table only lays out a page: it holds tables, or a cell as long as a page."""
    if any(True for _ in table.iterdescendants("table")):
        return True
    return any(len(str(cell.text_content())) > _PROSE for cell in table.iter("td", "th"))

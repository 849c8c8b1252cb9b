"""Reads OpenDocument sheets (ODS): the file itself holds the words that each cell shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from pipeline.errors import ReadError
from pipeline.model import Reading, Source
from pipeline.read.docx.package import Element, Package
from pipeline.read.office_runs import FaceRun
from pipeline.read.sheet.book import Book
from pipeline.read.sheet.grid import HIDDEN_SHEETS, MAX_CELLS, Hidden

NAME = "ods"

_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"
_TABLE = f"{{{_OFFICE}table:1.0}}"
_TEXT = f"{{{_OFFICE}text:1.0}}"
_STYLE = f"{{{_OFFICE}style:1.0}}"
_FO = f"{{{_OFFICE}xsl-fo-compatible:1.0}}"
_MOST_COLUMNS = 16_384
_MOST_ROWS = 1_048_576


@dataclass(frozen=True, slots=True)
class _Face:
    font: str | None = None
    bold: bool = False
    italic: bool = False
    has_border: bool = False
    is_hidden: bool = False


def read(data: bytes, source: Source) -> Reading:
    """Lines of the visible sheets; hidden sheets, rows and columns are left out with a defect.

    :raises ReadError: ``corrupt``, ``encrypted``, ``bomb``, ``too_large`` or ``empty``
    """
    package = Package(data, source.uri, "ODS", "LibreOffice")
    if package.has("META-INF/manifest.xml") and b"encryption-data" in package.read(
        "META-INF/manifest.xml"
    ):
        message = "The ODS asks for a password. Save a copy without one and add that."
        raise ReadError(source.uri, "encrypted", message)
    root = package.xml("content.xml")
    faces = {style.get(f"{_STYLE}name", ""): _face(style) for style in root.iter(f"{_STYLE}style")}
    book = Book(source)
    for sheet in root.iter(f"{_TABLE}table"):
        if faces.get(sheet.get(f"{_TABLE}style-name", ""), _Face()).is_hidden:
            book.defects.add(HIDDEN_SHEETS)
            continue
        _read_sheet(sheet, faces, book)
        book.close_sheet()
    return book.reading(NAME)


def _face(style: Element) -> _Face:
    cell = style.find(f"{_STYLE}table-cell-properties")
    text = style.find(f"{_STYLE}text-properties")
    table = style.find(f"{_STYLE}table-properties")
    sides = () if cell is None else [
        cell.get(f"{_FO}{name}", "none") for name in ("border", "border-left", "border-right")
    ]  # fmt: skip
    return _Face(
        None if text is None else text.get(f"{_STYLE}font-name"),
        text is not None and text.get(f"{_FO}font-weight") == "bold",
        text is not None and text.get(f"{_FO}font-style") == "italic",
        any(not side.startswith("none") for side in sides),
        table is not None and table.get(f"{_TABLE}display") == "false",
    )


def _read_sheet(sheet: Element, faces: dict[str, _Face], book: Book) -> None:
    hidden_columns: set[int] = set()
    hidden_rows: set[int] = set()
    merged: list[tuple[int, int, int, int]] = []
    column = row = 0
    for item in _own(sheet, "table-column"):
        count = _repeated(item, "number-columns-repeated", _MOST_COLUMNS)
        if item.get(f"{_TABLE}visibility", "visible") != "visible":
            hidden_columns.update(range(column, min(column + count, _MOST_COLUMNS)))
        column += count
    for item in _own(sheet, "table-row"):
        count = _repeated(item, "number-rows-repeated", _MOST_ROWS)
        is_hidden = item.get(f"{_TABLE}visibility", "visible") != "visible"
        cells = list(_cells(item, faces))
        for at in range(row, row + (min(count, MAX_CELLS) if any(c[2] for c in cells) else 1)):
            if is_hidden:
                hidden_rows.add(at)
            for place, cell, runs, face in cells:
                book.put(at, place, runs, face.has_border)
                below = _repeated(cell, "number-rows-spanned", _MOST_ROWS)
                beside = _repeated(cell, "number-columns-spanned", _MOST_COLUMNS)
                if below > 1 or beside > 1:
                    merged.append((at, place, at + below - 1, place + beside - 1))
        row += count
    book.hidden = Hidden(frozenset(hidden_rows), frozenset(hidden_columns))
    book.merge(merged)


def _cells(
    row: Element, faces: dict[str, _Face]
) -> Iterator[tuple[int, Element, list[FaceRun], _Face]]:
    """Cells of a row with column, shown runs and face; long stretches of empty ones are skipped."""
    column = 0
    for cell in row:
        if cell.tag not in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            continue
        count = _repeated(cell, "number-columns-repeated", _MOST_COLUMNS)
        face = faces.get(cell.get(f"{_TABLE}style-name", ""), _Face())
        is_covered = cell.tag == f"{_TABLE}covered-table-cell"
        runs = [] if is_covered else _runs(cell, face)
        if runs or face.has_border:
            for at in range(column, min(column + count, _MOST_COLUMNS)):
                yield at, cell, runs, face
        column += count


def _runs(cell: Element, face: _Face) -> list[FaceRun]:
    """The shown words of a cell, its paragraphs parted by line breaks."""
    paragraphs = []
    for paragraph in cell.iterfind(f"{_TEXT}p"):
        pieces: list[str] = []
        _collect(paragraph, pieces)
        paragraphs.append("".join(pieces))
    text = "\n".join(paragraphs)
    return [FaceRun(text, face.font, face.bold, face.italic)] if text.strip() else []


def _collect(item: Element, pieces: list[str]) -> None:
    pieces.append(item.text or "")
    for child in item:
        name = etree.QName(child).localname
        if name == "s":
            pieces.append(" " * min(_repeated(child, "c", 100, _TEXT), 100))
        elif name in ("tab", "line-break"):
            pieces.append("\n" if name == "line-break" else " ")
        elif name != "annotation":
            _collect(child, pieces)
        pieces.append(child.tail or "")


def _own(sheet: Element, name: str) -> Iterator[Element]:
    """Rows or columns of a sheet, those in groups and headers too, none of a sheet inside it."""
    for item in sheet:
        kind = etree.QName(item).localname
        if kind == name:
            yield item
        elif kind.startswith(name) or kind == f"table-header-{name.rpartition('-')[2]}s":
            yield from _own(item, name)


def _repeated(item: Element, name: str, most: int, space: str = _TABLE) -> int:
    text = item.get(f"{space}{name}", "1")
    return min(int(text), most) if text.isdecimal() and len(text) < 9 else 1

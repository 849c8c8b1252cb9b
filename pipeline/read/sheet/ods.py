"""Reads OpenDocument sheets (ODS): the file itself holds the words that each cell shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from pipeline.model import Reading, Source
from pipeline.read.office_package import Element
from pipeline.read.office_runs import FaceRun
from pipeline.read.opendocument import FO, STYLE, TABLE, TEXT, draws_border, open_package, repeated
from pipeline.read.sheet.book import Book
from pipeline.read.sheet.grid import HIDDEN_SHEETS, MAX_CELLS, Hidden

NAME = "ods"

_SIDES = ("border", "border-left", "border-right")
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
    root = open_package(data, source.uri, "ODS").xml("content.xml")
    faces = {style.get(f"{STYLE}name", ""): _face(style) for style in root.iter(f"{STYLE}style")}
    book = Book(source)
    for sheet in root.iter(f"{TABLE}table"):
        if faces.get(sheet.get(f"{TABLE}style-name", ""), _Face()).is_hidden:
            book.defects.add(HIDDEN_SHEETS)
            continue
        _read_sheet(sheet, faces, book)
        book.close_sheet()
    return book.reading(NAME)


def _face(style: Element) -> _Face:
    cell = style.find(f"{STYLE}table-cell-properties")
    text = style.find(f"{STYLE}text-properties")
    table = style.find(f"{STYLE}table-properties")
    return _Face(
        None if text is None else text.get(f"{STYLE}font-name"),
        text is not None and text.get(f"{FO}font-weight") == "bold",
        text is not None and text.get(f"{FO}font-style") == "italic",
        cell is not None and draws_border(cell, _SIDES),
        table is not None and table.get(f"{TABLE}display") == "false",
    )


def _read_sheet(sheet: Element, faces: dict[str, _Face], book: Book) -> None:
    hidden_columns: set[int] = set()
    hidden_rows: set[int] = set()
    merged: list[tuple[int, int, int, int]] = []
    column = row = 0
    for item in _own(sheet, "table-column"):
        count = repeated(item, f"{TABLE}number-columns-repeated", _MOST_COLUMNS)
        if item.get(f"{TABLE}visibility", "visible") != "visible":
            hidden_columns.update(range(column, min(column + count, _MOST_COLUMNS)))
        column += count
    for item in _own(sheet, "table-row"):
        count = repeated(item, f"{TABLE}number-rows-repeated", _MOST_ROWS)
        is_hidden = item.get(f"{TABLE}visibility", "visible") != "visible"
        cells = list(_cells(item, faces))
        for at in range(row, row + (min(count, MAX_CELLS) if any(c[2] for c in cells) else 1)):
            if is_hidden:
                hidden_rows.add(at)
            for place, cell, runs, face in cells:
                book.put(at, place, runs, face.has_border)
                below = repeated(cell, f"{TABLE}number-rows-spanned", _MOST_ROWS)
                beside = repeated(cell, f"{TABLE}number-columns-spanned", _MOST_COLUMNS)
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
        if cell.tag not in (f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
            continue
        count = repeated(cell, f"{TABLE}number-columns-repeated", _MOST_COLUMNS)
        face = faces.get(cell.get(f"{TABLE}style-name", ""), _Face())
        is_covered = cell.tag == f"{TABLE}covered-table-cell"
        runs = [] if is_covered else _runs(cell, face)
        if runs or face.has_border:
            for at in range(column, min(column + count, _MOST_COLUMNS)):
                yield at, cell, runs, face
        column += count


def _runs(cell: Element, face: _Face) -> list[FaceRun]:
    """The shown words of a cell, its paragraphs parted by line breaks."""
    paragraphs = []
    for paragraph in cell.iterfind(f"{TEXT}p"):
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
            pieces.append(" " * repeated(child, f"{TEXT}c", 100))
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

"""Reads Excel workbooks (XLSX): what each visible sheet shows, a page a sheet.

The parts are read here and not by openpyxl: its light mode knows neither merged cells nor hidden
rows, its full mode takes fifty times the file's size and stops at any odd style.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import regex
from lxml import etree

from pipeline.errors import ReadError
from pipeline.model import Reading, Source
from pipeline.read.office_package import Element, Package, R
from pipeline.read.office_runs import FaceRun
from pipeline.read.sheet.book import Book
from pipeline.read.sheet.formats import GENERAL, shown_number
from pipeline.read.sheet.grid import HIDDEN_SHEETS, UNCALCULATED, Hidden

NAME = "xlsx"

MAX_SHEET_BYTES = 64 * 1024 * 1024

_ADDRESS = regex.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_ESCAPE = regex.compile(r"_x([0-9A-Fa-f]{4})_")
_TRUE = ("1", "true", "on")


@dataclass(frozen=True, slots=True)
class _Face:
    """How a cell is set: its number format, font and side borders."""

    number_format: str = GENERAL
    font: str | None = None
    bold: bool = False
    italic: bool = False
    has_border: bool = False


@dataclass(slots=True)
class _Parts:
    """What the sheets of a workbook share."""

    strings: list[tuple[FaceRun, ...]] = field(default_factory=list)
    faces: list[_Face] = field(default_factory=list)
    starts_1904: bool = False

    def face(self, index: str | None) -> _Face:
        number = _number(index, 0)
        return self.faces[number] if number < len(self.faces) else _Face()


def read(data: bytes, source: Source) -> Reading:
    """Lines of the visible sheets; hidden sheets, rows and columns are left out with a defect.

    Formulas show their last calculated value, numbers and dates what their format prints.

    :raises ReadError: ``corrupt``, ``encrypted``, ``bomb``, ``too_large``, ``empty`` or
        ``unsupported`` (XLSB)
    """
    package = Package(data, source.uri, "XLSX", "Excel")
    main = _main_part(package, source)
    root = package.xml(main)
    relations = package.relations(main)
    shared = _shared(package, root, relations)
    book = Book(source)
    for item in root.iterfind("{*}sheets/{*}sheet"):
        kind, target = relations.get(item.get(f"{{{R}}}id", ""), ("", ""))
        if not kind.endswith("/worksheet") or not package.has(target):
            continue
        if item.get("state", "visible") != "visible":
            book.defects.add(HIDDEN_SHEETS)
            continue
        _read_sheet(package.read(target), target, shared, book)
        book.close_sheet()
    return book.reading(NAME)


def _main_part(package: Package, source: Source) -> str:
    for kind, target in package.relations("").values():
        if kind.endswith("/officeDocument") and package.has(target):
            if target.endswith(".bin"):
                raise ReadError(
                    source.uri, "unsupported",
                    "The file is a binary Excel workbook (.xlsb), which this version does not "
                    "read. Save it as XLSX and add that.",
                )  # fmt: skip
            return target
    if package.has("xl/workbook.xml"):
        return "xl/workbook.xml"
    raise ReadError(source.uri, "corrupt", "The XLSX has no workbook part. Save it anew in Excel.")


def _shared(package: Package, root: Element, relations: dict[str, tuple[str, str]]) -> _Parts:
    parts = {kind.rpartition("/")[2]: target for kind, target in relations.values()}
    properties = root.find("{*}workbookPr")
    shared = _Parts(
        starts_1904=properties is not None and properties.get("date1904") in _TRUE,
    )
    if package.has(parts.get("sharedStrings", "")):
        strings = package.xml(parts["sharedStrings"])
        shared.strings = [_runs(item) for item in strings.iterfind("{*}si")]
    if package.has(parts.get("styles", "")):
        shared.faces = _faces(package.xml(parts["styles"]))
    return shared


def _runs(item: Element) -> tuple[FaceRun, ...]:
    """The runs of a string; reading aids (phonetics) are not shown."""
    runs = []
    for child in item.iterfind("{*}t"):
        runs.append(FaceRun(_unescaped(child.text or "")))
    for run in item.iterfind("{*}r"):
        font = run.find("{*}rPr/{*}rFont")
        runs.append(
            FaceRun(
                "".join(_unescaped(text.text or "") for text in run.iterfind("{*}t")),
                None if font is None else font.get("val"),
                _is_on(run.find("{*}rPr/{*}b")),
                _is_on(run.find("{*}rPr/{*}i")),
            )
        )
    return tuple(run for run in runs if run.text)


def _unescaped(text: str) -> str:
    """Text without the file's own escapes (`_x000D_`); those of no letter say nothing."""
    if "_x" not in text:
        return text
    return _ESCAPE.sub(lambda match: _letter(int(match[1], 16)), text)


def _letter(code: int) -> str:
    return "" if 0xD800 <= code <= 0xDFFF or (code < 32 and code not in (9, 10)) else chr(code)


def _is_on(item: Element | None) -> bool:
    return item is not None and item.get("val", "1") in _TRUE


def _faces(root: Element) -> list[_Face]:
    from openpyxl.styles.numbers import BUILTIN_FORMATS

    formats: dict[str, str] = {str(number): code for number, code in BUILTIN_FORMATS.items()}
    for item in root.iterfind("{*}numFmts/{*}numFmt"):
        formats[item.get("numFmtId", "")] = item.get("formatCode", GENERAL)
    fonts = []
    for font in root.iterfind("{*}fonts/{*}font"):
        name = font.find("{*}name")
        fonts.append(
            _Face(
                font=None if name is None else name.get("val"),
                bold=_is_on(font.find("{*}b")),
                italic=_is_on(font.find("{*}i")),
            )
        )
    borders = [_has_sides(item) for item in root.iterfind("{*}borders/{*}border")]
    faces = []
    for item in root.iterfind("{*}cellXfs/{*}xf"):
        font_at, border_at = _number(item.get("fontId"), 0), _number(item.get("borderId"), 0)
        faces.append(
            replace(
                fonts[font_at] if font_at < len(fonts) else _Face(),
                number_format=formats.get(item.get("numFmtId", "0"), GENERAL),
                has_border=border_at < len(borders) and borders[border_at],
            )
        )
    return faces


def _has_sides(border: Element) -> bool:
    return any(
        item.get("style", "none") != "none"
        for name in ("left", "right", "start", "end")
        for item in border.iterfind(f"{{*}}{name}")
    )


def _read_sheet(raw: bytes, part: str, shared: _Parts, book: Book) -> None:
    if len(raw) > MAX_SHEET_BYTES:
        raise ReadError(
            book.source.uri, "too_large",
            f"A sheet unpacks to more than {MAX_SHEET_BYTES >> 20} MB. Keep the annex alone in a "
            "file of its own and add that.",
        )  # fmt: skip
    hidden_rows: set[int] = set()
    hidden_columns: set[int] = set()
    merged: list[tuple[int, int, int, int]] = []
    row = column = -1
    for item in _elements(raw, part, book.source):
        name = etree.QName(item).localname
        if name == "row":
            row = _number(item.get("r"), row + 2) - 1
            if item.get("hidden") in _TRUE:
                hidden_rows.add(row)
            column = -1
            for cell in item.iterfind("{*}c"):
                place = _place(cell.get("r", ""))
                column = place[1] if place is not None else column + 1
                _read_cell(cell, row, column, shared, book)
        elif name == "col" and item.get("hidden") in _TRUE:
            first, last = _number(item.get("min"), 1), _number(item.get("max"), 1)
            hidden_columns.update(range(first - 1, min(last, 16_384)))
        elif name == "mergeCell":
            ends = [_place(end) for end in item.get("ref", "").split(":")]
            if len(ends) == 2 and ends[0] is not None and ends[1] is not None:
                merged.append((*ends[0], *ends[1]))
    book.hidden = Hidden(frozenset(hidden_rows), frozenset(hidden_columns))
    book.merge(merged)


def _elements(raw: bytes, part: str, source: Source) -> Iterator[Element]:
    """Rows, columns and merged ranges of a sheet, each forgotten when the next one comes."""
    parser = etree.iterparse(
        io.BytesIO(raw), tag=("{*}row", "{*}col", "{*}mergeCell"), resolve_entities=False,
        no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        for _, item in parser:
            yield item
            item.clear()
            while item.getprevious() is not None:
                del item.getparent()[0]
    except etree.XMLSyntaxError as error:
        raise ReadError(
            source.uri, "corrupt",
            f"The XLSX does not open ({part}: {error}). Fetch it again or save it anew in Excel.",
        ) from error  # fmt: skip


def _read_cell(cell: Element, row: int, column: int, shared: _Parts, book: Book) -> None:
    face = shared.face(cell.get("s"))
    runs = _shown(cell, face, shared)
    book.put(row, column, [_dressed(run, face) for run in runs], face.has_border)
    # A formula whose value is a text can show nothing; any other was never calculated.
    if not runs and cell.get("t") != "str" and cell.find("{*}f") is not None:
        book.defects.add(UNCALCULATED)


def _dressed(run: FaceRun, face: _Face) -> FaceRun:
    return replace(
        run, font=run.font or face.font, bold=run.bold or face.bold,
        italic=run.italic or face.italic,
    )  # fmt: skip


def _shown(cell: Element, face: _Face, shared: _Parts) -> Sequence[FaceRun]:
    """What a cell shows, as runs."""
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        inline = cell.find("{*}is")
        return () if inline is None else _runs(inline)
    text = cell.findtext("{*}v") or ""
    if not text:
        return ()
    if kind == "s":
        index = _number(text, len(shared.strings))
        return shared.strings[index] if index < len(shared.strings) else ()
    if kind == "b":
        return (FaceRun("TRUE" if text == "1" else "FALSE"),)
    if kind == "n":
        try:
            shown = shown_number(float(text), face.number_format, shared.starts_1904)
        except ValueError:
            shown = text
        return (FaceRun(shown),) if shown else ()
    return (FaceRun(_unescaped(text)),)


def _place(address: str) -> tuple[int, int] | None:
    """Row and column of an address like `B7`, from 0."""
    match = _ADDRESS.fullmatch(address)
    if match is None:
        return None
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return int(match[2]) - 1, column - 1


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 8 else otherwise

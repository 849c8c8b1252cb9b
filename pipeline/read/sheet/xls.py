"""Reads Excel 97-2003 workbooks (XLS) through xlrd: what each visible sheet shows."""

from __future__ import annotations

import os
import struct
from typing import Any

import xlrd

from pipeline.errors import ReadError
from pipeline.model import Reading, Source
from pipeline.read.office_runs import FaceRun
from pipeline.read.sheet.book import Book
from pipeline.read.sheet.formats import GENERAL, shown_number
from pipeline.read.sheet.grid import HIDDEN_SHEETS, Hidden

NAME = "xls"

# What xlrd raises on files that are cut, overwritten or made to do harm.
_BROKEN = (
    xlrd.XLRDError, xlrd.compdoc.CompDocError, struct.error, AssertionError, AttributeError,
    ArithmeticError, LookupError, RecursionError, TypeError, ValueError, OSError,
)  # fmt: skip


def read(data: bytes, source: Source) -> Reading:
    """Lines of the visible sheets; hidden sheets, rows and columns are left out with a defect.

    :raises ReadError: ``corrupt``, ``encrypted``, ``too_large`` or ``empty``
    """
    book = Book(source)
    with open(os.devnull, "w", encoding="utf-8") as silence:
        try:
            workbook = xlrd.open_workbook(
                file_contents=data, formatting_info=True, ragged_rows=True, on_demand=True,
                logfile=silence,
            )  # fmt: skip
            for index in range(workbook.nsheets):
                sheet = workbook.sheet_by_index(index)
                if sheet.visibility:
                    book.defects.add(HIDDEN_SHEETS)
                else:
                    _read_sheet(workbook, sheet, book)
                    book.close_sheet()
                workbook.unload_sheet(index)
        except _BROKEN as error:
            raise _refusal(error, source) from error
    return book.reading(NAME)


def _refusal(error: Exception, source: Source) -> ReadError:
    if "encrypted" in str(error).lower():
        message = "The XLS asks for a password. Save a copy without one and add that."
        return ReadError(source.uri, "encrypted", message)
    why = " ".join(str(error).split())[:200] or type(error).__name__
    message = f"The XLS does not open ({why}). Fetch it again or save it anew in Excel."
    return ReadError(source.uri, "corrupt", message)


def _read_sheet(workbook: Any, sheet: Any, book: Book) -> None:
    for row in range(sheet.nrows):
        for column in range(sheet.row_len(row)):
            cell = sheet.cell(row, column)
            face = workbook.xf_list[cell.xf_index] if cell.xf_index is not None else None
            border = None if face is None else face.border
            has_border = border is not None and bool(
                border.left_line_style or border.right_line_style
            )
            marks = sheet.rich_text_runlist_map.get((row, column), ())
            book.put(row, column, _runs(workbook, cell, face, marks), has_border)
    book.hidden = Hidden(
        frozenset(row for row, info in sheet.rowinfo_map.items() if info.hidden),
        frozenset(column for column, info in sheet.colinfo_map.items() if info.hidden),
    )
    merged = sheet.merged_cells
    book.merge((top, left, bottom - 1, right - 1) for top, bottom, left, right in merged)


def _runs(workbook: Any, cell: Any, face: Any, marks: Any) -> list[FaceRun]:
    """What a cell shows; ``marks`` are the places in it at which another font begins."""
    text = _shown(workbook, cell, face)
    if not text:
        return []
    fonts = workbook.font_list
    first = None if face is None else face.font_index
    edges = [(0, first), *((at, font) for at, font in marks if 0 < at < len(text))]
    if marks and marks[0][0] == 0:
        edges[0] = (0, marks[0][1])
    ends = [at for at, _ in edges[1:]] + [len(text)]
    runs = []
    for (start, index), end in zip(edges, ends, strict=True):
        font = fonts[index] if index is not None and index < len(fonts) else None
        runs.append(
            FaceRun(
                text[start:end],
                None if font is None else font.name,
                font is not None and bool(font.bold or font.weight >= 600),
                font is not None and bool(font.italic),
            )
        )
    return runs


def _shown(workbook: Any, cell: Any, face: Any) -> str:
    if cell.ctype == xlrd.XL_CELL_TEXT:
        return str(cell.value)
    if cell.ctype in (xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE):
        form = None if face is None else workbook.format_map.get(face.format_key)
        code = form.format_str if form is not None else GENERAL
        return shown_number(float(cell.value), code, bool(workbook.datemode))
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return "TRUE" if cell.value else "FALSE"
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return str(xlrd.error_text_from_code.get(cell.value, ""))
    return ""

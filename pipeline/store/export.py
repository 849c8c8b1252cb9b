"""Frames to CSV and XLSX files that Excel opens rightly and that run nothing when opened.

A cell that begins like a formula is text from somebody else's document: in CSV it gets a leading
apostrophe, in XLSX it is stored as text.
"""

from __future__ import annotations

import datetime as dt
import io
import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.store.errors import ExportError

if TYPE_CHECKING:
    import pandas as pd
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

# ASCII as spreadsheets read it, and the full-width forms that Excel folds to it.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

EXCEL_ROWS = 1_048_576
EXCEL_LETTERS = 32_767
EXCEL_DIGITS = 15
_FIRST_MONTH = (1900, 3)  # Excel counts a 29 February 1900, which there was not

# Widths of columns, in letters: what is longer is read by clicking the cell.
_NARROWEST, _WIDEST, _LOOKED_AT = 8, 60, 500
_FILTER_BUTTON = 3


def export_csv(frame: pd.DataFrame, path: Path) -> None:
    """Write a frame as CSV in UTF-8 with a byte-order mark, which Excel needs to see the letters.

    Nulls are empty cells; lists are joined with ``"; "``, nested values are JSON.  The file takes
    its place only when it is whole.
    """
    import csv

    with _whole(path) as partial, partial.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([_safe(str(name)) for name in frame.columns])
        for row in _rows(frame):
            writer.writerow([_in_csv(cell) for cell in row])


def export_xlsx(frame: pd.DataFrame, path: Path, sheet: str = "congvan") -> int:
    """Write a frame as an Excel workbook of one sheet; see :func:`export_sheets`."""
    return export_sheets({sheet: frame}, path)


def export_sheets(frames: Mapping[str, pd.DataFrame], path: Path) -> int:
    """Write frames as the sheets of an Excel workbook: typed cells, a header row and a filter.

    Times are written as Vietnamese wall-clock time, as Excel knows no zones; whole numbers beyond
    15 digits as text, as Excel would round them; days before March 1900 too, which it has not.

    :param frames: name of the sheet (31 letters at most) to its rows
    :returns: how many cells were longer than a cell can be and were cut to 32,767 letters
    :raises ExportError: for more rows than a sheet holds
    """
    from openpyxl import Workbook

    for frame in frames.values():
        if len(frame) >= EXCEL_ROWS:
            message = (
                f"{len(frame)} rows do not fit into a sheet of {EXCEL_ROWS}; export CSV instead"
            )
            raise ExportError(path, message)
    book = Workbook(write_only=True)
    shortened = sum(_sheet(book, name, frame) for name, frame in frames.items())
    made = io.BytesIO()  # a disk that is full breaks off our write then, and not that of openpyxl
    book.save(made)
    with _whole(path) as partial:
        partial.write_bytes(made.getbuffer())
    return shortened


@contextmanager
def _whole(path: Path) -> Iterator[Path]:
    """A file to write beside ``path``, which takes its place when it is whole, else goes."""
    partial = path.with_name(path.name + ".partial")
    try:
        yield partial
        partial.replace(path)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise


def _sheet(book: Workbook, name: str, frame: pd.DataFrame) -> int:
    """Append a sheet with the rows of a frame; how many of its cells had to be cut."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    page = book.create_sheet(name)
    page.freeze_panes = "A2"
    width = max(len(frame.columns), 1)
    page.auto_filter.ref = f"A1:{get_column_letter(width)}{len(frame) + 1}"
    for number, letters in enumerate(_widths(frame), 1):
        page.column_dimensions[get_column_letter(number)].width = letters
    header = []
    for column in frame.columns:
        cell = WriteOnlyCell(page)
        _fill(cell, str(column))
        cell.font = Font(bold=True)
        header.append(cell)
    page.append(header)
    return sum(_append(page, row, WriteOnlyCell) for row in _rows(frame))


def _widths(frame: pd.DataFrame) -> list[int]:
    """A width for each column, by its name and its first rows."""
    longest = [len(str(name)) + _FILTER_BUTTON for name in frame.columns]
    for row in _rows(frame.head(_LOOKED_AT)):
        for place, value in enumerate(row):
            words = str(value) if value is not None else ""
            if words.startswith(("[{", "{")):  # boxes on a page: for programs, not to be read
                continue
            longest[place] = max(longest[place], len(words))
    return [min(max(letters, _NARROWEST), _WIDEST) + 1 for letters in longest]


def _append(page: WriteOnlyWorksheet, row: Sequence[Any], make: type[WriteOnlyCell]) -> int:
    """Append a row of cells; how many of them had to be cut."""
    cells, cut = [], 0
    for value in row:
        cell = make(page)
        cut += _fill(cell, value)
        cells.append(cell)
    page.append(cells)
    return cut


def _fill(cell: WriteOnlyCell, value: Any) -> bool:
    """Put a value into a cell; whether it had to be cut.  Text is never taken for a formula."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    if isinstance(value, dt.datetime) and value.tzinfo is not None:
        value = value.astimezone(dt.timezone(dt.timedelta(hours=7))).replace(tzinfo=None)
    if isinstance(value, dt.date) and (value.year, value.month) < _FIRST_MONTH:
        value = value.isoformat()
    if isinstance(value, (int, Decimal)) and abs(value) >= 10**EXCEL_DIGITS:
        value = str(value)
    if not isinstance(value, str):
        cell.value = value
        return False
    text = ILLEGAL_CHARACTERS_RE.sub("", value)
    cell.value = text[:EXCEL_LETTERS]
    cell.data_type = "s"
    return len(text) > EXCEL_LETTERS


def _rows(frame: pd.DataFrame) -> Iterable[tuple[Any, ...]]:
    """The frame's rows as plain Python values."""
    columns = [[_plain(value) for value in frame.iloc[:, i]] for i in range(frame.shape[1])]
    return zip(*columns, strict=True)


def _plain(value: Any) -> Any:
    """A value as a cell can hold it: None, bool, number, text, day or time."""
    import pandas as pd

    if value is None or value is pd.NA or value is pd.NaT:
        return None
    if isinstance(value, float):
        return float(value) if math.isfinite(value) else None if math.isnan(value) else str(value)
    if isinstance(value, pd.Timedelta):
        return value.to_pytimedelta()
    if isinstance(value, bytes):
        return str(value)
    if hasattr(value, "tolist"):  # numpy scalars and arrays
        value = value.tolist()
    if isinstance(value, pd.Timestamp):
        return value.to_pydatetime(warn=False)
    if isinstance(value, (list, tuple)):
        if all(isinstance(item, str) for item in value):
            return "; ".join(value) or None
        return json.dumps(value, ensure_ascii=False, default=str)
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False, default=str)
    return value


def _in_csv(value: Any) -> Any:
    """A value as CSV has it: whole numbers have no fraction, which some languages take for text."""
    if isinstance(value, str):
        return _safe(value)
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _safe(text: str) -> str:
    """Text that a spreadsheet takes for text."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text

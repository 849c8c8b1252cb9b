"""Rows of a table that a page break cuts: their rest stands first on the next page, unnumbered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex

from pipeline.model import TableCell

Row = tuple[TableCell, ...]

_ORDINAL = regex.compile(r"\(?\d{1,4}[.)]?$")
_TOTAL = regex.compile(r"(?:tổng|cộng)\b", regex.IGNORECASE)
_ENDED = regex.compile(r"[.;:!?]$")
_WORDS = regex.compile(r"\p{Ll}+(?:\s+\p{Ll}+){0,5}|\(.{1,20}\)")
_GOES_ON = regex.compile(r"\p{Ll}|[(,;)]")


def is_rest(row: Row, above: Sequence[Row], below: Sequence[Row]) -> bool:
    """Whether the first row of a page is the rest of the last row of the page before.

    It has no running number where the row above has one, and fills only cells that are filled
    there.  Rows without a number are common in some tables (several works of one person): there
    the words must go on too.

    :param above: the rows of the pages before
    :param below: the rows after it on its own page
    """
    last = {cell.column: cell.text for cell in above[-1] if cell.text}
    rest = {cell.column: cell.text for cell in row if cell.text}
    if not _is_numbered(above[-1]) or 0 in rest or not rest or not rest.keys() <= last.keys():
        return False
    if any(_TOTAL.match(text) for text in rest.values()):
        return False
    goes_on = any(
        _GOES_ON.match(text) and not _ENDED.search(last[column]) for column, text in rest.items()
    )
    return goes_on or not any(map(_is_unnumbered, (*above, *below)))


def is_rest_of_header(row: Row, header: Row) -> bool:
    """Whether the first row of a page is the rest of headings that its page break cuts."""
    names = {cell.column for cell in header if cell.text}
    rest = {cell.column: cell.text for cell in row if cell.text}
    if not rest or 0 in rest or not rest.keys() <= names:
        return False
    return all(_WORDS.fullmatch(text) for text in rest.values())


def with_rest(row: Row, rest: Row) -> Row:
    """The row with the words of its rest, blanks for what lies between, so that offsets hold."""
    more = {cell.column: cell for cell in rest if cell.text}
    return tuple(
        replace(
            cell,
            end=more[cell.column].end,
            text=cell.text + " " * (more[cell.column].start - cell.end) + more[cell.column].text,
        )
        if cell.column in more
        else cell
        for cell in row
    )


def _is_numbered(row: Row) -> bool:
    return bool(row) and row[0].column == 0 and _ORDINAL.match(row[0].text) is not None


def _is_unnumbered(row: Row) -> bool:
    """Whether a row of several filled cells has none for its number (no band, no total)."""
    filled = [cell for cell in row if cell.text]
    if len(filled) < 2 or filled[0].column == 0:
        return False
    return not any(_TOTAL.match(cell.text) for cell in filled)

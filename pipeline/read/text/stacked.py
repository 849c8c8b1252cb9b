"""Tables of plain text whose cells stand a line each, as writers and web pages copy them out."""

from __future__ import annotations

from collections.abc import Sequence

import regex

_FIRST_HEADINGS = frozenset({"tt", "stt", "số tt"})
_FEWEST, _MOST = 2, 12  # columns, that of the running numbers among them
_FEWEST_ROWS = 2
_LONGEST_HEADING = 80
_MOST_BANDS = 2  # headings over all columns between the header and the first row
_ORDINAL = regex.compile(r"0?(\d{1,4})\.?")
_AMOUNT = regex.compile(r"[\d.,%\s-]*+(?:người|cá nhân|tập thể|đồng)?\s*+")
_TOTAL = regex.compile(r"\s*(?:tổng|cộng)\b", regex.IGNORECASE)

Row = tuple[int, int]
"""The first line of a row and how many lines it has; one: a heading over all columns."""


def opens_stacked(text: str) -> bool:
    """Whether a line can be the first heading of such a table."""
    return text.strip().casefold() in _FIRST_HEADINGS


def stacked_rows(texts: Sequence[str], first: int) -> list[Row]:
    """The rows of the table whose first heading stands at ``first``, its header among them.

    Empty cells are empty lines.  The rows are counted from 1; where the count does not fit, the
    table ends.  A row that sums up may have fewer lines: its first cell is over several columns.
    Empty for lines that are no such table.
    """
    start = _first_row(texts, first)
    width = 0 if start is None else _width(texts, first, start)
    if start is None or not width:
        return []
    rows: list[Row] = [(first, width), *((at, 1) for at in range(first + width, start))]
    expected, at, numbered = 1, start, 0
    while at < len(texts):
        value = _ordinal(texts[at])
        if value in (1, expected) and _is_whole(texts, at, width, value):
            rows.append((at, width))
            expected, at, numbered = value + 1, at + width, numbered + 1
        elif numbered and (size := _total(texts, at, width)):
            rows.append((at, size))
            at += size
        elif texts[at].strip() and _ordinal_at(texts, at + 1) in (1, expected):
            rows.append((at, 1))
            at += 1
        else:
            break
    return rows if numbered >= _FEWEST_ROWS else []


def _ordinal(text: str) -> int:
    """The running number that a line is, 0 where it is none."""
    match = _ORDINAL.fullmatch(text.strip())
    return int(match[1]) if match else 0


def _ordinal_at(texts: Sequence[str], at: int) -> int:
    return _ordinal(texts[at]) if at < len(texts) else 0


def _first_row(texts: Sequence[str], first: int) -> int | None:
    """The line that counts 1, with nothing but headings before it."""
    for at in range(first + 1, min(len(texts), first + _MOST + _MOST_BANDS + 1)):
        if _ordinal(texts[at]) == 1:
            return at
        text = texts[at]
        if not text.strip() or len(text) > _LONGEST_HEADING or opens_stacked(text):
            return None
    return None


def _width(texts: Sequence[str], first: int, start: int) -> int:
    """Lines from one row to the next, which are as many as there are headings; 0 if none fits."""
    headings = start - first
    for width in range(headings, max(_FEWEST, headings - _MOST_BANDS) - 1, -1):
        if width <= _MOST and _ordinal_at(texts, start + width) == 2:
            return width
    return 0


def _is_whole(texts: Sequence[str], at: int, width: int, value: int) -> bool:
    """Whether a row has all its lines, and not the number of the next row among them."""
    cells = texts[at : at + width]
    return len(cells) == width and all(_ordinal(cell) != value + 1 for cell in cells[1:2])


def _total(texts: Sequence[str], at: int, width: int) -> int:
    """How many lines the row that sums up has: all, or its label over several columns and amounts.

    0 for what is no such row.
    """
    cells = texts[at : at + width]
    labels = [n for n, cell in enumerate(cells[:2]) if _TOTAL.match(cell)]
    if not labels:
        return 0
    amounts = cells[labels[0] + 1 :]
    told = next((n for n, cell in enumerate(amounts) if not _AMOUNT.fullmatch(cell)), len(amounts))
    if told == len(amounts) == width - labels[0] - 1:
        return width
    filled = next((n for n, cell in enumerate(amounts[:told]) if not cell.strip()), told)
    return 0 if labels[0] or not filled else 1 + filled

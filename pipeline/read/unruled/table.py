"""A table without rulings: where it begins on a page, its headings and rows, where it ends.

It is taken only where all of it agrees: a heading over each column that begins with that of the
numbers, rows that count on, and columns that no word of any row crosses.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import regex

from pipeline.read.unruled.alignment import aligned
from pipeline.read.unruled.heading import headed_columns, headings, headings_above
from pipeline.read.unruled.merged import merged_cells, with_merged
from pipeline.read.unruled.numbered import (
    Numbered,
    columns_of_numbers,
    is_band,
    is_label,
    is_total,
    is_wide,
    number_at,
    numbered_rows,
)
from pipeline.read.unruled.rows import Cell, body_rows
from pipeline.read.unruled.sheet import (
    Extent,
    Sheet,
    both,
    column_at,
    extent,
    text_of,
    with_pieces,
)
from pipeline.read.unruled.tail import without_text_below

_ORDINALS = frozenset({"stt", "tt", "s.tt", "sốtt"})
_CUT_ORDINALS = frozenset({"s", "st", "t", "số"})
_DEEPEST_CUT = 6  # lines over which a narrow column cuts the heading of the numbers
_DEEPEST_HEADER = 10  # lines from the heading of the numbers to the first row
_LEAST_ROWS, _LEAST_COLUMNS, _MOST_COLUMNS = 2, 2, 24
_COLUMN_NUMBER = regex.compile(r"\(?(?:(\d{1,2})|[A-H])\)?(?:\s?=.{1,20})?")
_LEAST_NUMBERS = 3  # columns with numbers of their own
_LONE_NUMBER = regex.compile(r"[-–— ]*(?:trang )?\d{1,4}(?:/\d{1,4})?[-–— ]*", regex.IGNORECASE)
_RUNNING = 2  # lines above the first row of a page that goes on with a table
_EMPTY = 10.0  # letters that an empty last column stands apart
_LONGEST_CUT = 8  # lines of a cut row above the first number of a page


@dataclass(frozen=True, slots=True)
class UnruledTable:
    """A table from line ``first`` up to ``end``, its rows, and the last of their numbers.

    ``body`` tells how many of its rows stand below the headings, ``is_headed`` whether it ends
    with a heading over rows that the next page begins with.
    """

    first: int
    end: int
    rows: Sequence[Sequence[Cell]]
    columns: Sequence[Extent]
    last: int
    body: int
    is_headed: bool = False


def unruled_tables(
    sheet: Sheet, carried: UnruledTable | None, *, is_in_place: bool, is_alone: bool = False
) -> Iterator[UnruledTable]:
    """The tables of a page from top to bottom.

    :param carried: the last table of the page before
    :param is_in_place: whether a table has its columns at the same places on each page
    :param is_alone: whether the pages before are not known: a heading may stand over later rows
    """
    at = 0
    if carried is not None:
        table = _going_on(sheet, carried, is_in_place=is_in_place)
        if table is not None:
            yield table
            at = table.end
    last = None if is_alone else carried.last if carried else 0
    while at < len(sheet.lines):
        found = _below(sheet, at, last) if _opens(sheet, at) else None
        if found is not None:
            yield found
        at = found.end if found is not None else at + 1


def _opens(sheet: Sheet, at: int) -> bool:
    """Whether a line begins with the heading of the running numbers."""
    if _lines_of_heading(sheet, at) is None:
        return False
    return _LEAST_COLUMNS <= len(sheet.pieces(at)) <= _MOST_COLUMNS


def _lines_of_heading(sheet: Sheet, at: int) -> tuple[int, int] | None:
    """The lines that the heading of the numbers stands on; a narrow column cuts it: `ST`, `T`."""
    first, *rest = sheet.lines[at]
    word, last = first.text.casefold(), at
    if rest and rest[0].x0 - first.x1 < sheet.gap:
        word += rest[0].text.casefold()  # `Số TT`
    for below in range(at + 1, min(len(sheet.lines), at + _DEEPEST_CUT)):
        lower = sheet.lines[below][0]
        if word not in _CUT_ORDINALS:
            break
        if lower.x0 < first.x1 and first.x0 < lower.x1:
            word, last = word + lower.text.casefold(), below
    return (at, last) if word in _ORDINALS else None


def _below(sheet: Sheet, main: int, carried: int | None) -> UnruledTable | None:
    """The table whose heading of the numbers begins the line ``main``."""
    zone = extent(sheet.lines[main][:1])
    numbers, top, last = _first_row(sheet, main, zone, carried)
    if not top:
        return None
    body = _body(sheet, main + 1 if numbers is None else numbers + 1, top, last, zone)
    found = numbered_rows(sheet, body, last, zone)
    columns = _columns(sheet, found)
    if columns is None or len(found.rows) < _LEAST_ROWS:
        return None
    found = without_text_below(sheet, found, columns)
    heads = list(range(main, body if numbers is None else numbers))
    above = heads[1:] if numbers is None else []
    told = aligned(sheet, found.entries, columns, above, may_go_on=False)
    merged = merged_cells(sheet, found.entries, columns) if told is None else None
    if merged is not None:
        sheet, found = merged.sheet, replace(found, entries=merged.entries)
        told = aligned(sheet, found.entries, columns, above, may_go_on=False)
    if told is None:
        return None
    heads = heads[: len(heads) - told.taken]
    middle = sum(_lines_of_heading(sheet, main) or (main, main)) / 2
    for upper in (headings_above(sheet, heads, middle, columns), []):
        lines = [*upper, *heads]
        wide = headed_columns(sheet, lines, columns)
        named = headings(sheet, lines, middle, wide) if wide else []
        rows = body_rows(sheet, found.entries, told, wide) if wide and named else None
        if wide and rows is not None:
            if merged is not None:
                rows = with_merged(rows, merged, [column_at(wide, c.middle) for c in columns])
            return UnruledTable(
                lines[0], found.end, [*named, *rows], wide, found.last, len(rows), found.is_headed
            )
    return None


def _first_row(
    sheet: Sheet, main: int, zone: Extent, carried: int | None
) -> tuple[int | None, int, int]:
    """The line that numbers the columns, the first that counts rows, and the number before it.

    The line is 0 where no row is found.
    """
    numbers = None
    for at in range(main + 1, min(len(sheet.lines), main + 1 + _DEEPEST_HEADER)):
        if _opens(sheet, at):
            break
        if numbers is None and _is_numbering(sheet, at):
            numbers = at
            continue
        number = number_at(sheet, at, zone)
        if number is not None:
            if carried is not None and number not in (1, carried + 1):
                break
            return numbers, at, number - 1
    return numbers, 0, 0


def _is_numbering(sheet: Sheet, at: int) -> bool:
    """Whether a line numbers the columns: `A B 1 2 3`, `(1) (2) (3)`."""
    found = [_COLUMN_NUMBER.fullmatch(text_of(piece)) for piece in sheet.pieces(at)]
    if len(found) < _LEAST_NUMBERS or not all(found):
        return False
    numbers = [int(hit[1]) for hit in found if hit is not None and hit[1]]
    return bool(numbers) and all(after == before + 1 for before, after in pairwise(numbers))


def _body(sheet: Sheet, top: int, first: int, last: int, zone: Extent) -> int:
    """The line behind the headings: that of the first number, or of what heads or sums up rows."""
    columns = columns_of_numbers(sheet, first, last, zone)
    if len(columns) < _LEAST_COLUMNS:
        return first
    for at in range(top, first):
        pieces = sheet.pieces(at)
        if is_band(sheet, pieces, columns) or is_label(sheet, at, zone) or is_total(pieces):
            return at
    return first


def _columns(sheet: Sheet, found: Numbered) -> list[Extent] | None:
    """The columns of the rows; None unless the first holds the numbers alone."""
    columns: list[Extent] | None = list(found.columns)
    rows = [entry.at for entry in found.entries if entry.kind == "row"]
    loose = [at for entry in found.entries for at in (*entry.before, *entry.behind)]
    for at in (*rows, *loose):
        if columns is not None and not is_wide(sheet, at, columns):
            columns = with_pieces(columns, sheet.pieces(at, columns), sheet.gap)
    if columns is None or not _LEAST_COLUMNS <= len(columns) <= _MOST_COLUMNS:
        return None
    words = [word for at in rows for word in sheet.lines[at][1:2]]
    words += [sheet.lines[at][0] for at in loose]
    return columns if all(word.x0 >= columns[1].x0 for word in words) else None


def _going_on(sheet: Sheet, carried: UnruledTable, *, is_in_place: bool) -> UnruledTable | None:
    """The rows at the head of a page of a table that opens on a page before."""
    for top in range(min(_RUNNING + 1, len(sheet.lines))):
        if top and not _LONE_NUMBER.fullmatch(text_of(sheet.lines[top - 1])):
            return None
        table = _rest_of(sheet, top, carried, is_in_place=is_in_place)
        if table is not None:
            return table
    return None


def _rest_of(
    sheet: Sheet, top: int, carried: UnruledTable, *, is_in_place: bool
) -> UnruledTable | None:
    zone = _zone(sheet, top, carried, is_in_place=is_in_place)
    if zone is None:
        return None
    found = numbered_rows(sheet, top, carried.last, zone, is_headed=carried.is_headed)
    columns = _columns(sheet, found) if found.rows else None
    if columns is None:
        return None
    columns = _in_place(columns, carried.columns) if is_in_place else _with_empty(columns, carried)
    if columns is None or len(columns) != len(carried.columns):
        return None
    found = without_text_below(sheet, found, columns)
    told = aligned(sheet, found.entries, columns, (), may_go_on=True)
    rows = None if told is None else body_rows(sheet, found.entries, told, columns)
    if rows is None:
        return None
    return UnruledTable(top, found.end, rows, columns, found.last, len(rows), found.is_headed)


def _with_empty(own: Sequence[Extent], carried: UnruledTable) -> list[Extent]:
    """The columns of a page with those that no row of the table so far has words in."""
    filled = {cell.column for row in carried.rows[-carried.body :] for cell in row if cell.words}
    if len(own) != len(filled):
        return list(own)
    found: list[Extent] = []
    rest = list(own)
    for column in range(len(carried.columns)):
        if column in filled:
            found.append(rest.pop(0))
            continue
        right = rest[0].x0 if rest else found[-1].x1 + _EMPTY
        middle = (found[-1].x1 + right) / 2 if rest else right
        found.append(Extent(middle, middle))
    return found


def _in_place(own: Sequence[Extent], carried: Sequence[Extent]) -> list[Extent] | None:
    """The columns of the page before, as wide as those of this page have them too."""
    found = list(carried)
    for column in own:
        over = [n for n, known in enumerate(carried) if known.meets(column)]
        if len(over) != 1:
            return None
        found[over[0]] = both(found[over[0]], column)
    in_order = all(left.x1 <= right.x0 for left, right in pairwise(found))
    return found if in_order else None


def _zone(sheet: Sheet, top: int, carried: UnruledTable, *, is_in_place: bool) -> Extent | None:
    """Where the numbers stand on a page, of which the first counts on."""
    for at in range(top, min(len(sheet.lines), top + _LONGEST_CUT)):
        zone = carried.columns[0] if is_in_place else extent(sheet.lines[at][:1])
        number = number_at(sheet, at, zone)
        if number == carried.last + 1 or (number == 1 and (at > top or carried.is_headed)):
            return zone
        if number is not None:
            return None
    return None

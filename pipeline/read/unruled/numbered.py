"""The rows of a table without rulings: those that count on under the heading of the numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

import regex

from pipeline.read.unruled.sheet import (
    Extent,
    Piece,
    Sheet,
    extent,
    met,
    text_of,
    with_pieces,
)

_ORDINAL = regex.compile(r"(\d{1,4})[.)]?")
_LABEL = regex.compile(r"(?:[IVX]{1,5}|[A-HĐ]|\d{1,3}(?:\.\d{1,2}){1,2})[.)]?")
_HEADS_GROUP = regex.compile(r"(?:[IVX]{1,5}|[A-HĐ])[.)] \p{Lu}")
_HEADINGS = frozenset({"tt", "stt"})  # over the numbers of another table, wherever they stand
_TOTAL = regex.compile(r"(?:tổng|cộng)\b", regex.IGNORECASE)
_AMOUNT = regex.compile(r"[\d.,%/ -]+(?:người|cá nhân|tập thể|đồng)?")
_OFF_CENTRE = 0.15  # of the width of a table: its last column may be empty
_MOST_BANDS = 2  # lines of a heading over the rows below it
_LONGEST_BAND = 120
_LEAST_COLUMNS = 2
_HIGHEST_ROW = 12  # lines without a number between two numbers

Kind = Literal["row", "band", "total", "label"]


@dataclass(slots=True)
class Entry:
    """A row, by the line of its number; ``before`` and ``behind`` hold the lines next to it.

    A band is a heading over all columns, a label a row that heads a group (`I`, `A`), a total the
    row that sums up.  Lines of unknown owner stand ``behind`` the row above them, those that a
    band or the top of the page parts from it ``before`` the row below.
    """

    kind: Kind
    at: int
    before: list[int] = field(default_factory=list)
    behind: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Numbered:
    """The rows of a table, the line behind them, and the last of their numbers.

    ``columns`` are those of the lines with numbers; ``is_headed`` if a heading over all columns
    ends the page, so that the rows of the next one may count anew.
    """

    entries: Sequence[Entry]
    columns: Sequence[Extent]
    end: int
    last: int
    is_headed: bool = False

    @property
    def rows(self) -> list[Entry]:
        """The rows that have a number."""
        return [entry for entry in self.entries if entry.kind == "row"]


def number_at(sheet: Sheet, at: int, zone: Extent) -> int | None:
    """The running number that a line begins with, apart from what follows it, below its heading."""
    first, *rest = sheet.lines[at]
    match = _ORDINAL.fullmatch(first.text)
    if match is None or not _is_below(sheet, first.x0, first.x1, zone):
        return None
    # nothing stands beside the number where all cells of a centred row have two lines
    return int(match[1]) if not rest or rest[0].x0 - first.x1 >= sheet.gap else None


def _is_below(sheet: Sheet, x0: float, x1: float, zone: Extent) -> bool:
    return zone.x0 - sheet.gap <= x0 and x1 <= zone.x1 + sheet.gap


def is_label(sheet: Sheet, at: int, zone: Extent) -> bool:
    """Whether a line begins with the number of a group, apart from what follows it."""
    first, *rest = sheet.lines[at]
    if not _LABEL.fullmatch(first.text) or not rest:
        return False
    return _is_below(sheet, first.x0, first.x1, zone) and rest[0].x0 - first.x1 >= sheet.gap


def is_total(pieces: Sequence[Piece]) -> bool:
    """Whether a line is the words of a total and amounts."""
    return (
        len(pieces) > 1
        and _TOTAL.match(text_of(pieces[0])) is not None
        and all(_AMOUNT.fullmatch(text_of(piece)) for piece in pieces[1:])
    )


def numbered_rows(
    sheet: Sheet, first: int, last: int, zone: Extent, *, is_headed: bool = False
) -> Numbered:
    """The rows from the line ``first`` on, which counts on from ``last``.

    :param is_headed: whether the rows stand below a heading, so that they may count anew
    """
    columns = columns_of_numbers(sheet, first, last, zone)
    if len(columns) < 2:
        return Numbered((), columns, first, last)
    entries: list[Entry] = []
    loose: list[int] = []  # lines since the last entry that may be its own
    bands: list[int] = []
    end = first
    for at in range(first, len(sheet.lines)):
        pieces = sheet.pieces(at, columns)
        number = number_at(sheet, at, zone)
        opens = number == last + 1 or (
            number == 1 and bool(bands or _heads(entries) or (is_headed and not entries))
        )
        opens = opens and _with_row(sheet, first, at, columns) is not None
        if opens or is_label(sheet, at, zone) or (is_total(pieces) and not bands):
            kind: Kind = "row" if opens else "total" if is_total(pieces) else "label"
            if bands:
                entries += [Entry("band", band) for band in bands]
                entries.append(Entry(kind, at, before=loose))
            elif entries:
                entries[-1].behind = loose
                entries.append(Entry(kind, at))
            else:
                entries.append(Entry(kind, at, before=loose))
            loose, bands, end = [], [], at + 1
            last = number if opens and number is not None else last
        elif number is not None:
            break
        elif is_band(sheet, pieces, columns) and len(bands) < _MOST_BANDS:
            if loose and not bands and entries:
                entries[-1].behind, loose = loose, []
            bands.append(at)
        elif _fits(sheet, pieces, columns) and len(loose) < _HIGHEST_ROW:
            if at in sheet.apart and not _counts_on(sheet, at, last, zone):
                break
            loose.append(at)
        else:
            break
    if entries and not bands and loose:
        entries[-1].behind = loose
        end = loose[-1] + 1
    elif entries:
        end = max(end, *(at + 1 for at in (entries[-1].at, *entries[-1].behind)))
    ends_headed = bool(entries) and not loose and bands[-1:] == [len(sheet.lines) - 1]
    if ends_headed and _HEADS_GROUP.match(text_of(sheet.lines[bands[0]])):
        entries += [Entry("band", band) for band in bands]
        end = len(sheet.lines)
        return Numbered(entries, columns, end, last, is_headed=True)
    return Numbered(entries, columns, end, last)


def _heads(entries: Sequence[Entry]) -> bool:
    return bool(entries) and entries[-1].kind == "label"


def columns_of_numbers(sheet: Sheet, first: int, last: int, zone: Extent) -> list[Extent]:
    """The columns as the lines with running numbers tell them, those of most pieces first."""
    rows = list(_counting(sheet, first, last, zone))
    counts = Counter(len(sheet.pieces(at)) for at in rows)
    if sheet.tight < sheet.gap:
        usual = max(counts, default=0)  # cells that touch are one piece in other lines
    else:
        usual = max(counts, key=lambda count: (counts[count], count), default=0)
    columns: list[Extent] = []
    for at in rows:
        if len(sheet.pieces(at)) == usual:
            wider = _with_row(sheet, first, at, columns)
            columns = columns if wider is None else wider
    for at in rows:
        wider = _with_row(sheet, first, at, columns)
        if wider is None:
            break
        columns = wider
    return columns


def _counting(sheet: Sheet, first: int, last: int, zone: Extent) -> Iterator[int]:
    """The lines that begin with a number that counts on, or anew behind other lines."""
    since = 0
    for at in range(first, len(sheet.lines)):
        number = number_at(sheet, at, zone)
        if number == last + 1 or (number == 1 and (since or at == first)):
            yield at
            last, since = number or 0, 0
        elif number is not None or since > _HIGHEST_ROW or _heads_columns(sheet, at, zone):
            return
        else:
            since += 1


def _heads_columns(sheet: Sheet, at: int, zone: Extent) -> bool:
    """Whether a line can open another table: words over the numbers, apart from what follows."""
    first, *rest = sheet.lines[at]
    if not rest or rest[0].x0 - first.x1 < sheet.gap:
        return False
    if first.text.casefold() in _HEADINGS:
        return True
    is_below = _is_below(sheet, first.x0, first.x1, zone)
    return is_below and first.text.isalpha() and not is_label(sheet, at, zone)


def is_wide(sheet: Sheet, at: int, columns: Sequence[Extent]) -> bool:
    """Whether a row names one thing alone, in a cell over several columns: a body among people.

    A paragraph with a number goes on below it, or reaches further than the cells.
    """
    pieces = sheet.pieces(at)
    if len(pieces) != 2 or len(columns) <= _LEAST_COLUMNS or len(met(columns, pieces[1])) < 2:
        return False
    is_inside = pieces[1][-1].x1 <= columns[-1].x1
    below = sheet.lines[at + 1][0] if at + 1 < len(sheet.lines) else None
    return is_inside and below is not None and below.x0 < columns[0].x1 + sheet.gap / 2


def _with_row(sheet: Sheet, first: int, at: int, columns: Sequence[Extent]) -> list[Extent] | None:
    """The columns with those of a line with a number; None for a paragraph, which crosses them.

    In a list of two columns nothing can be crossed; there the number has the same form.
    """
    if is_wide(sheet, at, columns):
        return list(columns)
    if len(columns) == _LEAST_COLUMNS:
        forms = [sheet.lines[line][0].text[-1:].isdigit() for line in (first, at)]
        if sheet.lines[first][0].text[:1].isdigit() and forms[0] != forms[1]:
            return None
    return with_pieces(columns, sheet.pieces(at, columns), sheet.gap)


def is_band(sheet: Sheet, pieces: Sequence[Piece], columns: Sequence[Extent]) -> bool:
    """Whether a line is a heading over all columns: words from the numbers on, or over a gap.

    One that opens with the number of a group may stand in a column alone, in the table's middle.
    """
    if len(pieces) != 1 or len(text_of(pieces[0])) > _LONGEST_BAND:
        return False
    if not any(map(str.isalpha, text_of(pieces[0]))):
        return False
    own = extent(pieces[0])
    width = columns[-1].x1 - columns[0].x0
    off = abs(own.middle - columns[0].x0 - width / 2)
    if _HEADS_GROUP.match(text_of(pieces[0])) and off <= _OFF_CENTRE * width:
        return True
    in_numbers = pieces[0][0].x0 < columns[0].x1 + sheet.gap / 2
    return in_numbers or len(met(columns, pieces[0])) > 1


def _fits(sheet: Sheet, pieces: Sequence[Piece], columns: Sequence[Extent]) -> bool:
    """Whether each piece of a line stands in one column, none in that of the numbers."""
    if pieces[0][0].x0 < columns[0].x1 + sheet.gap / 2:
        return False
    return all(len(met(columns, piece)) < 2 for piece in pieces)


def _counts_on(sheet: Sheet, at: int, last: int, zone: Extent) -> bool:
    """Whether the next number stands below a line, with no more than a cell's lines between."""
    for below in range(at + 1, min(len(sheet.lines), at + _HIGHEST_ROW // 2)):
        if below in sheet.apart:
            return False
        if number_at(sheet, below, zone) == last + 1:
            return True
    return False

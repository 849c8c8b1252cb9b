"""Which row a line between two running numbers belongs to: rows set from the top, or centred.

Word sets cells from the top unless told otherwise; lists are often told to centre each cell beside
its number, so that words of a row stand above the line of its number too.  Rarely they end there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.read.unruled.numbered import Entry
from pipeline.read.unruled.sheet import Extent, Sheet, SheetWord, column_at

Cells = list[list[SheetWord]]
"""The words of a row by column."""

_Fragments = list[list[list[SheetWord]]]  # by column, then by line


@dataclass(frozen=True, slots=True)
class Aligned:
    """The cells of the rows that are no bands, and how many lines above the first are its own.

    ``rest`` are the words above the first number of a page that go on with the page before.
    """

    cells: list[Cells]
    taken: int = 0
    rest: Cells | None = None


def aligned(
    sheet: Sheet,
    entries: Sequence[Entry],
    columns: Sequence[Extent],
    above: Sequence[int],
    *,
    may_go_on: bool,
) -> Aligned | None:
    """The cells of the entries that are no bands; None where they could be told in two ways.

    :param above: the lines between the heading of the numbers and the first entry
    :param may_go_on: whether words above the first number can be the rest of a row
    """
    found = [
        told
        for told in (
            _from_top(sheet, entries, columns),
            _centred(sheet, entries, columns, above, is_cut=False),
            _centred(sheet, entries, columns, above, is_cut=True),
        )
        if told is not None and (may_go_on or told.rest is None)
    ]
    if not found:
        return None
    signs = [(_torn(told), _tallest(told)) for told in found]
    best = found[signs.index(min(signs))]
    if min(signs)[0] and (on_bottom := _from_bottom(sheet, entries, columns, above)) is not None:
        return on_bottom
    is_sure = all(
        told == best or sign != min(signs) for told, sign in zip(found, signs, strict=True)
    )
    return best if is_sure else None


def _torn(told: Aligned) -> int:
    """How many cells begin with a small letter, which goes on with what stands above."""
    return sum(bool(cell) and cell[0].text[:1].islower() for row in told.cells for cell in row)


def _tallest(told: Aligned) -> int:
    """The most lines that a cell has."""
    return max(len({word.line for word in cell}) for row in told.cells for cell in row)


def by_column(sheet: Sheet, lines: Sequence[int], columns: Sequence[Extent]) -> _Fragments:
    """The words of lines by column, in each column a list for each line that has words there."""
    found: _Fragments = [[] for _ in columns]
    for at in lines:
        parts: dict[int, list[SheetWord]] = {}
        for word in sheet.lines[at]:
            parts.setdefault(column_at(columns, (word.x0 + word.x1) / 2), []).append(word)
        for number, words in parts.items():
            found[number].append(words)
    return found


def _joined(*groups: Sequence[Sequence[SheetWord]]) -> list[SheetWord]:
    return [word for group in groups for line in group for word in line]


def _from_top(sheet: Sheet, entries: Sequence[Entry], columns: Sequence[Extent]) -> Aligned | None:
    """The cells if each begins on the line of its number."""
    cells: list[Cells] = []
    rest: Cells | None = None
    for place, entry in enumerate(entries):
        if entry.kind == "band":
            continue
        if entry.before and place:
            return None
        if entry.before:
            rest = [_joined(lines) for lines in by_column(sheet, entry.before, columns)]
        own = by_column(sheet, [entry.at], columns)
        below = by_column(sheet, entry.behind, columns)
        if any(more and not line for line, more in zip(own, below, strict=True)):
            return None
        cells.append([_joined(*both) for both in zip(own, below, strict=True)])
    return Aligned(cells, rest=rest)


def _from_bottom(
    sheet: Sheet, entries: Sequence[Entry], columns: Sequence[Extent], above: Sequence[int]
) -> Aligned | None:
    """The cells if each can as well end on the line of its number, and none is torn then."""
    if entries[-1].behind or not above or any(entry.kind == "band" for entry in entries):
        return None
    cells: list[Cells] = []
    for entry, lines in zip(entries, [above[-1:], *(e.behind for e in entries)], strict=False):
        own = by_column(sheet, [entry.at], columns)
        leads = by_column(sheet, lines, columns)
        if any(lead and not words for lead, words in zip(leads, own, strict=True)):
            return None
        cells.append([_joined(*both) for both in zip(leads, own, strict=True)])
    told = Aligned(cells, taken=1)
    return None if _torn(told) else told


def _centred(
    sheet: Sheet,
    entries: Sequence[Entry],
    columns: Sequence[Extent],
    above: Sequence[int],
    *,
    is_cut: bool,
) -> Aligned | None:
    """The cells if each has as many lines above that of its number as below it.

    From the last row, whose lower lines are known, up to the first.  A last row that the end of
    the page cuts is set from its top (``is_cut``), and so is its rest on the next page.
    """
    places = [place for place, entry in enumerate(entries) if entry.kind != "band"]
    cells: list[Cells] = []
    below = by_column(sheet, entries[places[-1]].behind, columns)
    lowest = len(sheet.lines)
    taken = 0
    rest: Cells | None = None
    for number in range(len(places) - 1, -1, -1):
        place = places[number]
        entry = entries[place]
        is_parted = place > 0 and entries[place - 1].kind == "band"
        lines = entry.before
        if place == 0:
            lines = [*above, *entry.before]
        elif not is_parted:
            lines = entries[place - 1].behind
        leads, spare = [], []
        for lead, own_below in zip(by_column(sheet, lines, columns), below, strict=True):
            cut = len(lead) - len(own_below)
            if is_cut and number == len(places) - 1:
                cut = len(lead)
            if cut < 0:
                return None
            spare.append(lead[:cut])
            leads.append(lead[cut:])
        own = by_column(sheet, [entry.at], columns)
        words = [_joined(*each) for each in zip(leads, own, below, strict=True)]
        reached = [word.line for column in words for word in column]
        if max(reached) >= lowest:
            return None  # the rows overlap
        lowest = min(reached)
        cells.append(words)
        if place == 0:
            kept = [at for at in above if at < lowest]
            taken = len(above) - len(kept)
            if entry.before and any(spare):
                rest = [_joined(lines) for lines in spare]
                if max(word.line for cell in rest for word in cell) >= lowest:
                    return None
            elif spare != by_column(sheet, kept, columns):
                return None
        elif not is_parted:
            below = spare
        elif any(spare):
            return None
        elif number:
            below = by_column(sheet, entries[places[number - 1]].behind, columns)
    return Aligned(cells[::-1], taken, rest)

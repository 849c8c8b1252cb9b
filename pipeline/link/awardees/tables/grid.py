"""Tables of names as if nothing in them were merged or parted: one cell says all of its row.

Lists of awardees print the unit of several people, or the prize that they share, once in a cell
over all of their rows; lists out of spreadsheets part the family name from the given one.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import regex

from pipeline.grammar.spelling import fold
from pipeline.model import TableCell
from pipeline.rulebook import Rulebook

Rows = Sequence[tuple[TableCell, ...]]

# What a merged cell says of all its rows; a name, a number or a sum is nobody else's.
_SHARED = frozenset({"workplace", "unit", "position", "apposition", "award", "initiative"})
_NAMES = frozenset({"person", "entry"})  # but in a row of its own award: a second one of the same
_LISTED = frozenset({"person", "entry", "author", "collective"})
_GIVEN = regex.compile(r"\p{Lu}[\p{L}'’]{0,9}")  # one syllable (`Sềnh`, `NAM`)
AS_ABOVE = regex.compile(r"(?i)\A(?:\W*(?:như trên|nt)\W*|[\s-]*[\"”″][\s-]*)\Z")
_LEAST_ROWS = 2
_PARTS = (2, 3)  # of a list beside one another
_MOST_WORDS = 5
_NO_LETTERS = regex.compile(r"[^\p{L}\s,]+")


def filled(body: Iterable[Sequence[TableCell]], column: int) -> list[TableCell]:
    """The cells of a column that hold anything."""
    return [cell for row in body for cell in row if cell.column == column and cell.text.strip()]


def spread(rows: Rows, columns: Mapping[int, str]) -> Rows:
    """The rows with what a cell over several of them says in each.

    :param rows: the body of a table
    :param columns: roles of its columns, by number
    """
    if all(c.row_span == 1 and not _is_ditto(c) for row in rows for c in row):
        return rows
    open_cells: dict[int, TableCell] = {}
    last: dict[int, TableCell] = {}  # of each column, for `như trên`
    found: list[tuple[TableCell, ...]] = []
    for row in rows:
        number = row[0].row if row else 0
        own = {cell.column for cell in row if cell.text.strip()}
        shared = [
            replace(cell, row=number, row_span=1)
            for column, cell in open_cells.items()
            if column not in own and cell.row <= number < cell.row + cell.row_span
        ]
        for cell in row:
            if _is_ditto(cell) and (said := last.get(cell.column)) is not None:
                shared.append(replace(said, row=number, row_span=1))
            elif cell.text.strip():
                last[cell.column] = cell
            if cell.row_span > 1 and cell.column_span == 1 and cell.text.strip():
                open_cells[cell.column] = cell
            elif cell.text.strip():
                open_cells.pop(cell.column, None)
        is_given = any(columns.get(column) == "award" for column in own)
        told = _SHARED | _NAMES if is_given else _SHARED
        shared = [cell for cell in shared if columns.get(cell.column) in told]
        taken = {cell.column for cell in shared}
        kept = (cell for cell in row if cell.column not in taken)
        found.append(tuple(sorted((*kept, *shared), key=lambda c: c.column)) if shared else row)
    return found


def with_prizes_said_once(rows: Rows, columns: Mapping[int, str]) -> Rows:
    """The rows of `Giải | Tên | Đơn vị` with a prize that is printed once over all who share it.

    Only where its column leads that of the names, and no two rows print the same one again: else a
    blank says that there is none.
    """
    prize = next((column for column, role in sorted(columns.items()) if role == "award"), None)
    names = [column for column, role in columns.items() if role in _LISTED]
    if prize is None or not names or prize > min(names):
        return rows
    said = [next((c for c in row if c.column == prize), None) for row in rows]
    words = [cell.text.strip() if cell is not None else "" for cell in said]
    if not words or not words[0] or all(words):
        return rows
    if any(one and one == other for one, other in itertools.pairwise(words)):
        return rows
    found: list[tuple[TableCell, ...]] = []
    last = said[0]
    for row, cell, word in zip(rows, said, words, strict=True):
        own = {c.column for c in row if c.text.strip()}
        if word or last is None or own.isdisjoint(names):
            found.append(row)
            last = cell if word else last
            continue
        number = row[0].row if row else last.row
        kept = (c for c in row if c.column != prize)
        shared = replace(last, row=number, row_span=1)
        found.append(tuple(sorted((*kept, shared), key=lambda c: c.column)))
    return found


def with_authors_below(rows: Rows, columns: Mapping[int, str]) -> Rows:
    """The rows of a list of works with the work of the row above in those that only name one more
    author: without a number and a title of their own."""
    ordinal = next((column for column, role in columns.items() if role == "ordinal"), None)
    work = next((column for column, role in columns.items() if role == "initiative"), None)
    names = {column for column, role in columns.items() if role in _LISTED}
    if ordinal is None or work is None or not names:
        return rows
    found: list[tuple[TableCell, ...]] = []
    last: TableCell | None = None
    for row in rows:
        own = {cell.column: cell for cell in row if cell.text.strip()}
        if last is None or ordinal in own or work in own or names.isdisjoint(own):
            last = own.get(work) if ordinal in own else None
            found.append(row)
            continue
        shared = replace(last, row=row[0].row, row_span=1)
        kept = (cell for cell in row if cell.column != work)
        found.append(tuple(sorted((*kept, shared), key=lambda c: c.column)))
    return found


def _is_ditto(cell: TableCell) -> bool:
    return AS_ABOVE.fullmatch(cell.text) is not None


def with_halves_joined(header: Sequence[str], rows: Rows) -> tuple[Sequence[str], Rows]:
    """Headings and rows where `TT | Họ tên | Đơn vị | TT | Họ tên | Đơn vị`, a list printed in two
    halves or three thirds side by side, is one list: what is to the right follows."""
    heads = [fold(" ".join(heading.split())) for heading in header]
    for parts in _PARTS:
        width = len(heads) // parts
        if len(heads) % parts == 0 and width >= _LEAST_ROWS and heads == heads[:width] * parts:
            return header[:width], [
                cells
                for begin in range(0, len(heads), width)
                for row in rows
                if (cells := _shifted(row, begin, width))
            ]
    return header, rows


def _shifted(row: tuple[TableCell, ...], begin: int, width: int) -> tuple[TableCell, ...]:
    """The cells of a row in ``width`` columns from ``begin`` on, as columns from 0 on."""
    return tuple(
        replace(c, column=c.column - begin) if begin else c
        for c in row
        if begin <= c.column < begin + width
    )


def with_whole_names(
    header: Sequence[str], rows: Rows, *, rules: Rulebook
) -> tuple[Sequence[str], Rows]:
    """Headings and rows where `Họ | Tên`, two columns of one name, are one column.

    The given name's column is known by its cells: one syllable in each.  A joined cell reaches from
    the family name to the given one, with a blank for each letter between them.
    """
    for column in range(len(header) - 1):
        if _are_parts(header[column], header[column + 1], rules) and _is_given(rows, column):
            heads = [*header[:column], "Họ và tên", "", *header[column + 2 :]]
            return heads, [_joined(row, column) for row in rows]
    return header, rows


def _are_parts(first: str, second: str, rules: Rulebook) -> bool:
    words, others = (_NO_LETTERS.sub(" ", fold(h)).split() for h in (first, second))
    if words != others:
        while len(words) > 1 and len(others) > 1 and words[0] == others[0]:
            words, others = words[1:], others[1:]  # `Họ và tên` over `Họ` and `Tên`
    one, other = " ".join(words), " ".join(others)
    return rules.pattern("award_tables.grid_family").regex.fullmatch(one) is not None and other in {
        "",
        "tên",
        one,
    }


def _is_given(rows: Rows, column: int) -> bool:
    """Are the cells behind those of the column single syllables, and never without those?"""
    pairs = [
        (cells[column].text.split(), cells[column + 1].text.strip())
        for cells in ({cell.column: cell for cell in row} for row in rows)
        if column in cells and column + 1 in cells and cells[column + 1].text.strip()
    ]
    return len(pairs) >= _LEAST_ROWS and all(
        0 < len(family) <= _MOST_WORDS and _GIVEN.fullmatch(given) for family, given in pairs
    )


def _joined(row: tuple[TableCell, ...], column: int) -> tuple[TableCell, ...]:
    cells = {cell.column: cell for cell in row}
    family, given = cells.get(column), cells.get(column + 1)
    if family is None or given is None or not given.text.strip():
        return row
    gap = " " * (given.start - family.start - len(family.text))
    whole = replace(family, end=given.end, text=f"{family.text}{gap}{given.text}")
    return tuple(whole if cell is family else cell for cell in row if cell is not given)

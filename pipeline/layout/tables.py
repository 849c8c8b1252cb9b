"""Put data tables together: header row, body rows, continuation over page breaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import regex

from pipeline.layout.body import Group
from pipeline.layout.cut_rows import is_rest, is_rest_of_header, with_rest
from pipeline.layout.pieces import skeleton
from pipeline.model import Block, Table, TableCell
from pipeline.rulebook import Rulebook

_LONGEST_TITLE = 200
_DEEPEST_HEADER = 8
# So many cells that count 1, 2, 3 ... are column numbers wherever they stand.
_MANY = 4
_THOUSANDS = regex.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_COLUMN_NUMBER = regex.compile(r"\(?\s*(?P<number>\d{1,2})\s*\)?\s*(?:=.*)?$")


def tables_of(
    groups: Sequence[Group], blocks: Sequence[Block], rules: Rulebook
) -> tuple[Table, ...]:
    """Build the tables of the dispatch; a table that goes on over a page break is one table."""
    found: list[Table] = []
    for index, group in enumerate(groups):
        if group.table is None or group.is_duplicate:
            continue
        rows = _rows(group)
        if not rows:
            continue
        previous = _continued(groups, index)
        if previous is not None and found and _width(rows) == _width(found[-1].rows):
            table = found[-1]
            if not table.header and len(table.rows) == 1:
                found[-1] = _below_header(table, rows, rules)
                continue
            headings = _headings_alone(_rows(groups[previous]))
            if headings and table.block == previous:
                found[-1] = _below_headings(table, headings, rows, rules)
                continue
            header = _header_length(rows, rules)
            same = header and tuple(skeleton(h) for h in _header(rows[:header])) == tuple(
                skeleton(h) for h in table.header
            )
            body = _without_column_numbers(rows[header:] if same else rows)
            found[-1] = _with_rows(table, body)
            continue
        header = _header_length(rows, rules)
        found.append(
            Table(
                group.table, _header(rows[:header]), tuple(_without_column_numbers(rows[header:])),
                index, group.part, _title(blocks, index), blocks[index].path,
            )
        )  # fmt: skip
    return tuple(found)


def _rows(group: Group) -> list[tuple[TableCell, ...]]:
    rows: dict[int, list[TableCell]] = {}
    for piece in group.pieces:
        cell = piece.cell
        if cell is None:
            continue
        rows.setdefault(cell.row, []).append(
            TableCell(
                cell.row, cell.column, piece.start, piece.end, piece.text, cell.row_span,
                cell.column_span,
            )
        )  # fmt: skip
    return [tuple(sorted(rows[row], key=lambda c: c.column)) for row in sorted(rows)]


def _width(rows: Sequence[tuple[TableCell, ...]]) -> int:
    return max((c.column + c.column_span for row in rows for c in row), default=0)


def _header_length(rows: Sequence[tuple[TableCell, ...]], rules: Rulebook) -> int:
    """How many rows at the top are headings: words without figures, then a row of column numbers.

    The first row is a header unless it opens with a number; merged cells in it reach as deep as
    their row span.
    """
    if not rows or len(rows) == 1:
        return 0
    first = rows[0]
    if _opens_with_number(first) or not any(any(c.isalpha() for c in cell.text) for cell in first):
        return 0
    if len([c for c in first if c.text]) < 2 or _holds_amount(first, rules):
        return 0
    length = max(1, min(max(c.row_span for c in first), len(rows) - 1))
    while length < len(rows) - 1 and not rows[length]:
        length += 1
    if length < len(rows) - 1 and _is_below_merged(rows[length], first):
        length += 1
    # headings over several rows whose spans are lost reach down to the column numbers
    for depth in range(length, min(_DEEPEST_HEADER, len(rows))):
        least = 2 if depth == length else _MANY
        if _is_column_numbers(rows[depth], least):
            return depth + 1
    return length


def _is_below_merged(row: Sequence[TableCell], first: Sequence[TableCell]) -> bool:
    """`| | LĐTT | CSTĐ |` below `TT | Họ và tên | Danh hiệu`, which is one cell over two columns: a
    spreadsheet seldom merges the headings beside it downwards."""
    below = {
        column
        for cell in first
        if cell.column and cell.column_span > 1
        for column in range(cell.column, cell.column + cell.column_span)
    }
    filled = [cell for cell in row if cell.text.strip()]
    return (
        len(filled) > 1
        and all(cell.column in below and cell.column_span == 1 for cell in filled)
        and all(any(map(str.isalpha, cell.text)) for cell in filled)
        and any(len(cell.text.strip()) > 1 for cell in filled)
    )


def _holds_amount(row: Sequence[TableCell], rules: Rulebook) -> bool:
    """``Tổng thu: | 26.536.722 | triệu đồng``: an amount with its unit beside it is no heading."""
    return any(
        _THOUSANDS.fullmatch(number.text.strip())
        and rules.pattern("zones.tables_money").regex.fullmatch(unit.text.strip())
        for number, unit in pairwise(row)
    )


def _without_column_numbers(
    rows: Sequence[tuple[TableCell, ...]],
) -> list[tuple[TableCell, ...]]:
    """The rows without those that number the columns anew, as each page of a long table may."""
    return [row for row in rows if not _is_column_numbers(row, _MANY)]


def _opens_with_number(row: Sequence[TableCell]) -> bool:
    words = next((c.text for c in row if c.text), "")
    return words.rstrip(".)").isdigit()


def _is_column_numbers(row: Sequence[TableCell], least: int = 2) -> bool:
    """True for `1 2 3`, `A B 1 2 3`, `(1) (2) (3)=(1)x(2)`: nothing that is reported."""
    texts = [c.text.strip() for c in row if c.text.strip()]
    letters = 0
    while letters < len(texts) and texts[letters].strip("()") == chr(ord("A") + letters):
        letters += 1
    numbers = [_COLUMN_NUMBER.match(text) for text in texts[letters:]]
    return len(numbers) >= least and all(
        hit is not None and int(hit["number"]) == at for at, hit in enumerate(numbers, 1)
    )


def _header(rows: Sequence[tuple[TableCell, ...]]) -> tuple[str, ...]:
    """Join the heading cells above each column, merged ones spread over their columns."""
    width = _width(rows)
    names: list[list[str]] = [[] for _ in range(width)]
    for row in rows:
        if _is_column_numbers(row):
            continue
        for cell in row:
            for column in range(cell.column, min(cell.column + cell.column_span, width)):
                if cell.text:
                    names[column].append(" ".join(cell.text.split()))
    return tuple(" ".join(parts) for parts in names)


def _continued(groups: Sequence[Group], index: int) -> int | None:
    """The table right before this one, on the page before; between stands what ends that page."""
    for before in range(index - 1, -1, -1):
        group = groups[before]
        if group.kind == "furniture" or group.pieces[0].role == "footnote":
            continue
        if group.table is None or group.is_duplicate or group.part != groups[index].part:
            return None
        last, first = group.pieces[-1].page, groups[index].pieces[0].page
        return before if first == last + 1 else None
    return None


def _below_header(table: Table, rows: Sequence[tuple[TableCell, ...]], rules: Rulebook) -> Table:
    """The table whose first row alone stands on the page before, above the others or cut."""
    first = table.rows[0]
    if [skeleton(cell.text) for cell in first] == [skeleton(cell.text) for cell in rows[0]]:
        whole = list(rows)
    elif is_rest_of_header(rows[0], first):
        whole = [with_rest(first, rows[0]), *rows[1:]]
    else:
        whole = [first, *rows]
    whole = list(_renumbered(whole, 0))
    header = _header_length(whole, rules)
    body = _without_column_numbers(whole[header:])
    return replace(table, header=_header(whole[:header]), rows=tuple(body))


def _headings_alone(
    rows: Sequence[tuple[TableCell, ...]],
) -> Sequence[tuple[TableCell, ...]]:
    """The rows of a page if they are the headings alone: merged ones reach down to the last row."""
    if len(rows) < 2 or _opens_with_number(rows[0]):
        return ()
    reach = max(cell.row_span for cell in rows[0])
    spread = any(cell.column_span > 1 for cell in rows[0])
    return rows if spread and reach == len(rows) else ()


def _below_headings(
    table: Table,
    headings: Sequence[tuple[TableCell, ...]],
    rows: Sequence[tuple[TableCell, ...]],
    rules: Rulebook,
) -> Table:
    """The table whose headings, several rows of them, stand alone on the page before."""
    names = _header(headings)
    again = _header_length(rows, rules)
    same = again and list(map(skeleton, _header(rows[:again]))) == list(map(skeleton, names))
    body = _without_column_numbers(rows[again:] if same else rows)
    return replace(table, header=names, rows=_renumbered(body, len(headings)))


def _with_rows(table: Table, body: Sequence[tuple[TableCell, ...]]) -> Table:
    """The table with the rows of its next page; the rest of a cut row joins the row above it."""
    rows = table.rows
    if body and rows and is_rest(body[0], rows, body[1:]):
        rows = (*rows[:-1], with_rest(rows[-1], body[0]))
        body = body[1:]
    return replace(table, rows=(*rows, *_renumbered(body, _next_row(table))))


def _next_row(table: Table) -> int:
    return table.rows[-1][0].row + 1 if table.rows and table.rows[-1] else len(table.rows)


def _renumbered(
    rows: Sequence[tuple[TableCell, ...]], first: int
) -> tuple[tuple[TableCell, ...], ...]:
    return tuple(
        tuple(
            TableCell(first + at, c.column, c.start, c.end, c.text, c.row_span, c.column_span)
            for c in row
        )
        for at, row in enumerate(rows)
    )


def _title(blocks: Sequence[Block], index: int) -> str:
    """The caption or heading right above the table."""
    for block in reversed(blocks[:index]):
        if block.kind == "furniture":
            continue
        if block.kind in ("heading", "paragraph", "appendix", "list_item"):
            return " ".join(block.view.split())[-_LONGEST_TITLE:]
        return ""
    return ""

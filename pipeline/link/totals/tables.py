"""Table columns as parts of their own sum row or of a figure reported before the table."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from pipeline.grammar.spelling import fold
from pipeline.link.totals.nested_rows import nested_parts, outermost
from pipeline.link.totals.partition import adds_up
from pipeline.model import Dispatch, FigureMention, Table, TableCell
from pipeline.rulebook import Rulebook

_NEAR = 600  # letters between a count and the table that breaks it down

Tie = tuple[FigureMention, FigureMention | None]


def table_parts(
    figures: Sequence[FigureMention], dispatch: Dispatch, rules: Rulebook
) -> Iterator[Tie]:
    """(part, its total or None) for the figures that stand in table cells."""
    starts = [f.start for f in figures]
    everywhere: list[FigureMention] = []
    first = None
    for table in dispatch.tables:
        columns, bottom, shares, by_row = _columns(table, figures, starts, rules)
        yield from ((share, None) for share in shares)
        yield from nested_parts(table.rows, by_row)
        first_level = outermost(table.rows)
        begin = min((cell.start for row in table.rows for cell in row), default=0)
        first = begin if first is None else first
        for column, cells in columns.items():
            everywhere.extend(cells)
            total = bottom.get(column) or _before(figures, cells, begin)
            top = [by_row[row][column] for row in first_level if column in by_row[row]]
            if total is not None and adds_up([total], cells):
                yield from ((cell, total) for cell in cells)
            elif total is not None and len(top) > 1 and adds_up([total], top):
                yield from ((cell, total) for cell in top)
            else:
                yield from ((c, None) for c in cells if c.of_value and c.of_value > c.value)
    if first is not None:
        yield from _whole_document(figures, everywhere, first)


def _columns(
    table: Table, figures: Sequence[FigureMention], starts: Sequence[int], rules: Rulebook
) -> tuple[
    dict[int, list[FigureMention]],
    dict[int, FigureMention],
    list[FigureMention],
    list[dict[int, FigureMention]],
]:
    """Cell figures by column, sum-row figures by column, percentages beside an n/m, and by row."""
    columns: dict[int, list[FigureMention]] = {}
    bottom: dict[int, FigureMention] = {}
    shares: list[FigureMention] = []
    by_row: list[dict[int, FigureMention]] = []
    for row in table.rows:
        by_row.append({})
        label = next((fold(c.text) for c in row if any(x.isalpha() for x in c.text)), "")
        for cell in row:
            inside = _inside(cell, figures, starts)
            if inside and inside[0].of_value is not None:
                shares.extend(f for f in inside[1:] if f.unit == "percent")
            for figure in inside[:1]:
                if figure.unit == "percent":
                    continue
                if rules.pattern("totals.tables_sum_row").regex.match(label):
                    bottom[cell.column] = figure
                else:
                    columns.setdefault(cell.column, []).append(figure)
                by_row[-1][cell.column] = figure
    return columns, bottom, shares, by_row


def _inside(
    cell: TableCell, figures: Sequence[FigureMention], starts: Sequence[int]
) -> list[FigureMention]:
    first = bisect_left(starts, cell.start)
    return [
        f for f in figures[first : bisect_left(starts, cell.end)]
        if f.rule.startswith("figure_table.")
    ]  # fmt: skip


def _before(
    figures: Sequence[FigureMention], cells: Sequence[FigureMention], begin: int
) -> FigureMention | None:
    """The nearest figure right before the table that the column adds up to."""
    total = sum(f.value for f in cells)
    for figure in reversed(figures):
        is_near = figure.end <= begin and begin - figure.end <= _NEAR
        if is_near and figure.unit == cells[0].unit and figure.value == total:
            return figure
    return None


def _whole_document(
    figures: Sequence[FigureMention], cells: Sequence[FigureMention], first: int
) -> Iterator[Tie]:
    """All tables of the document together add up to one amount called total in its text."""
    amounts = [f for f in cells if f.unit == "vnd"]
    for figure in figures:
        if figure.end > first:
            return
        is_total = figure.unit == "vnd" and figure.role == "total" and len(amounts) > 1
        if is_total and figure.value == sum(f.value for f in amounts):
            yield from ((amount, figure) for amount in amounts)
            return

"""Rows of a table that break down the row above them: ``II Tổng thu`` | ``1 Đoàn phí`` | ..."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import regex

from pipeline.link.totals.links import Tie
from pipeline.link.totals.partition import adds_up
from pipeline.model import FigureMention, TableCell

Cells = Mapping[int, FigureMention]  # the figures of a row by column

# The marks of the levels, outermost first.
_MARKS = tuple(
    regex.compile(mark)
    for mark in (r"[A-H]", r"[IVX]{1,4}", r"\d{1,2}", r"\d{1,2}[.,]\d{1,2}", r"[a-zđ]", r"[-–+*•]")
)
_EDGE = " .)(:"
_FEWEST = 2  # rows that a sum tells something of


def nested_parts(rows: Sequence[Sequence[TableCell]], figures: Sequence[Cells]) -> Iterator[Tie]:
    """(part, its total) where the rows one level below a row add up to it, column by column.

    :param figures: of each row
    """
    levels = [_level(row) for row in rows]
    for at, level in enumerate(levels):
        below = _below(levels, at, level) if level is not None else ()
        for column, total in figures[at].items() if len(below) >= _FEWEST else ():
            parts = [figures[row][column] for row in below if column in figures[row]]
            if len(parts) >= _FEWEST and adds_up([total], parts):
                yield from ((part, total) for part in parts)


def outermost(rows: Sequence[Sequence[TableCell]]) -> frozenset[int]:
    """The rows of the outermost level, if the table has several."""
    levels = [_level(row) for row in rows]
    known = {level for level in levels if level is not None}
    if len(known) < _FEWEST:
        return frozenset()
    return frozenset(at for at, level in enumerate(levels) if level == min(known))


def _below(levels: Sequence[int | None], at: int, level: int) -> tuple[int, ...]:
    """The rows one level below the row ``at``, up to the next of its own level."""
    inside = []
    for row in range(at + 1, len(levels)):
        own = levels[row]
        if own is not None and own <= level:
            break
        inside.append(row)
    known = [own for row in inside if (own := levels[row]) is not None]
    return tuple(row for row in inside if known and levels[row] == min(known))


def _level(row: Sequence[TableCell]) -> int | None:
    """How deep the mark in the first cell of a row stands; None where it has none."""
    mark = row[0].text.strip().rstrip(_EDGE) if row and row[0].column == 0 else ""
    return next((at for at, form in enumerate(_MARKS) if form.fullmatch(mark)), None)

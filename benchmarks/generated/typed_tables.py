"""Tables in plain text: columns set apart by blanks or tabs, ruled with signs, or in Markdown."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from tests.samples.marks import plain
from tests.samples.sample import Grid

STYLES = ("blanks", "blanks", "ruled", "ruled", "box", "tabs", "markdown")
_BOX = {"+": "┼", "-": "─", "|": "│"}


@dataclass(frozen=True, slots=True)
class TableLook:
    """How tables are typed; ``width`` is that of the page in letters, 0 for cells of one line."""

    style: str
    width: int
    gap: int
    is_each_ruled: bool
    is_centred: bool
    is_underlined: bool


def table_look(rng: Random) -> TableLook:
    return TableLook(
        rng.choice(STYLES), rng.choice((0, 84, 100)), rng.choice((2, 3, 4)), rng.random() < 0.5,
        rng.random() < 0.3, rng.random() < 0.25,
    )  # fmt: skip


def typed(grid: Grid, look: TableLook) -> Iterator[str]:
    """The lines of a table; a row of one cell is a band over the whole width."""
    rows = [grid.columns, *(tuple(plain(cell) for cell in row) for row in grid.rows)]
    if look.style == "tabs":
        yield from ("\t".join(row).rstrip("\t") for row in rows)
    elif look.style == "markdown":
        for number, row in enumerate(rows):
            yield f"| {' | '.join((*row, *[''] * (len(grid.columns) - len(row))))} |"
            if number == 0:
                yield "|" + "---|" * len(row)
    else:
        whole = [row for row in rows if len(row) > 1]
        widths = [max(len(row[n]) for row in whole) for n in range(len(grid.columns))]
        if look.width:
            shares = (max(6, round(share * look.width)) for share in grid.widths)
            widths = [min(w, share) for w, share in zip(widths, shares, strict=True)]
        set_out = _blanks if look.style == "blanks" else _ruled
        yield from set_out(rows, widths, look)


def _wrapped(row: Sequence[str], widths: Sequence[int]) -> Iterator[list[str]]:
    """The printed lines of a row, cell by cell."""
    cells = [
        textwrap.wrap(cell, width, break_long_words=False, break_on_hyphens=False)
        for cell, width in zip(row, widths, strict=True)
    ]
    for n in range(max(map(len, cells))):
        yield [cell[n] if n < len(cell) else "" for cell in cells]


def _blanks(rows: Sequence[Sequence[str]], widths: list[int], look: TableLook) -> Iterator[str]:
    widths = [
        max(w, *(_longest(row[n]) for row in rows if len(row) > 1)) for n, w in enumerate(widths)
    ]
    for number, row in enumerate(rows):
        if len(row) == 1:
            yield row[0]
            continue
        for cells in _wrapped(row, widths):
            yield (
                (" " * look.gap)
                .join(c.ljust(w) for c, w in zip(cells, widths, strict=True))
                .rstrip()
            )
        if number == 0 and look.is_underlined:
            yield (" " * look.gap).join("-" * width for width in widths)


def _ruled(rows: Sequence[Sequence[str]], widths: list[int], look: TableLook) -> Iterator[str]:
    widths = [
        max(w, *(_longest(row[n]) for row in rows if len(row) > 1)) for n, w in enumerate(widths)
    ]
    rule = "+" + "+".join("-" * (width + 2) for width in widths) + "+"
    lines = [rule]
    for number, row in enumerate(rows):
        if len(row) == 1:
            lines.append(f"| {row[0].ljust(len(rule) - 4)} |")
        else:
            for cells in _wrapped(row, widths):
                put = [
                    cell.center(w) if look.is_centred and number == 0 else cell.ljust(w)
                    for cell, w in zip(cells, widths, strict=True)
                ]
                lines.append(f"| {' | '.join(put)} |")
        if number == 0 or look.is_each_ruled or number == len(rows) - 1:
            lines.append(rule)
    for line in lines:
        yield (
            "".join(_BOX.get(c, c) for c in line)
            if look.style == "box" and line == rule
            else (line.replace("|", "│") if look.style == "box" else line)
        )


def _longest(text: str) -> int:
    return max(map(len, text.split()), default=0)

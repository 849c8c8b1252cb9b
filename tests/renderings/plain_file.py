"""Prints a sample as plain text: head flattened, paragraphs a line each, cells parted by signs."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from itertools import zip_longest
from typing import Literal

from tests.renderings.legacy import as_codes
from tests.renderings.printed import Columns, Part, printed
from tests.samples.marks import plain
from tests.samples.sample import Grid, NewPage, Sample

MIDDLE = 46  # letters of the left column, where the two are side by side
NARROW = 42


def to_bytes(
    sample: Sample,
    encoding: str | None = None,
    wrap: int | None = None,
    side_by_side: bool = False,
    cells: Literal["tabs", "pipes", "lines"] = "tabs",
) -> bytes:
    """The text file: UTF-8, or the bytes of a legacy encoding.

    :param wrap: letters after which paragraphs go on in the next line
    :param side_by_side: whether head and foot keep their two columns
    :param cells: what parts the cells of a table
    """
    lines: list[str] = []
    for part in printed(sample):
        lines += _part(part, wrap, side_by_side, cells)
    text = "\r\n".join(lines) + "\r\n"
    if encoding is None:
        return text.encode("utf-8")
    # what such an encoding lacks is left out, as its editors did with a blank that does not break
    return as_codes(text, encoding, shown=False).translate(_SIGNS).encode("latin-1")


_SIGNS = {ord("“"): "\x93", ord("”"): "\x94"}  # as CP1252 has them, beside the letters


def _part(part: Part, wrap: int | None, side_by_side: bool, cells: str) -> Iterator[str]:
    if isinstance(part, Columns):
        left, right = ([run[0] for run in side] for side in (part.left, part.right))
        if side_by_side:
            left = [line for text in left for line in textwrap.wrap(text, NARROW) or [""]]
            for one, other in zip_longest(left, right, fillvalue=""):
                yield f"{one:<{MIDDLE}}{other}".rstrip()
        else:
            yield from (line for text in left for line in textwrap.wrap(text, NARROW) or [""])
            yield ""
            yield from right
        yield ""
    elif isinstance(part, Grid):
        yield from _grid(part, cells)
    elif isinstance(part, NewPage):
        yield "\f"
    else:
        text = plain(part.parts)
        yield from textwrap.wrap(text, wrap) if wrap else [text]
        if part.look != "entry":
            yield ""


def _grid(grid: Grid, cells: str) -> Iterator[str]:
    rows = [list(grid.columns), *([plain(cell) for cell in row] for row in grid.rows)]
    for number, row in enumerate(rows):
        if cells == "tabs":
            yield "\t".join(row)
        elif cells == "lines":
            yield from row
        else:
            empty = [""] * (len(grid.columns) - len(row))
            yield "| " + " | ".join([*row, *empty]) + " |"
            if number == 0:
                yield "|" + "---|" * len(row)
    yield ""

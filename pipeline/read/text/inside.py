"""Plain text inside another file: a mail's own words, what a web page shows as it was typed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from pipeline.model import RawLine
from pipeline.read.run_together import parted
from pipeline.read.text.double_spaced import single_spaced
from pipeline.read.text.tables import with_tables
from pipeline.read.text.unruled import TextPages


def typed_lines(text: str, first: int) -> tuple[list[RawLine], int]:
    """The lines of the text, those of tables cell by cell.

    :param first: ordinal of the first table
    :returns: the lines, and the ordinal of the next table
    """
    lines = [RawLine(text=line.rstrip()) for line in text.splitlines()]
    return with_tables(parted(single_spaced(lines)), first, TextPages())


def with_typed_tables(lines: Sequence[RawLine]) -> list[RawLine]:
    """The lines of a file with tables of its own, those drawn with signs cell by cell as well."""
    first = max((line.cell.table + 1 for line in lines if line.cell), default=0)
    found: list[RawLine] = []
    for is_set, stretch in groupby(lines, key=lambda line: bool(line.cell or line.column)):
        if is_set:
            found.extend(stretch)
        else:
            typed, first = with_tables(list(stretch), first, TextPages())
            found.extend(typed)
    return found

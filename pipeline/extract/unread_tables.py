"""Tables that nobody could read as such: their headings stand in the text as lines of their own.

What lists and sentences make of the cells below is doubtful: a unit beside one person is taken for
the heading over the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import regex

from pipeline.model import Line
from pipeline.rulebook import Rulebook

_LONGEST_HEADING = 160
_ROW = regex.compile(
    r"[ \u00a0]*+\S++(?:[ \u00a0]{1,2}\S++)*+(?:[ \u00a0]{3,}\S++(?:[ \u00a0]{1,2}\S++)*+){2,}"
)
_WIDE = re.compile("[ \u00a0]{3}")  # few lines hold one, and a row takes long to try
_FEWEST = 3  # rows with wide blanks

Span = tuple[int, int]


def unread_tables(text: str, lines: Sequence[Line], rules: Rulebook) -> Iterator[Span]:
    """The lines of such tables as spans of code points: what follows headings, and whatever has
    wide blanks between several words.

    :param lines: the lines of ``text``; cells of tables end what stands above them
    """
    rows = []
    start = None
    for line in lines:
        is_inside = line.cell is None and not line.column
        if start is not None and (
            not is_inside
            or rules.pattern("extract.unread_tables_end").regex.match(text, line.start, line.end)
        ):
            yield start, line.start
            start = None
        if not is_inside:
            continue
        is_short = line.end - line.start <= _LONGEST_HEADING
        if (
            start is None
            and is_short
            and rules.pattern("extract.unread_tables_heading").regex.match(
                text, line.start, line.end
            )
        ):
            start = line.start
        if (
            start is None
            and _WIDE.search(text, line.start, line.end)
            and _ROW.match(text, line.start, line.end)
        ):
            rows.append((line.start, line.end))
    if start is not None:
        yield start, len(text)
    if len(rows) >= _FEWEST:
        yield from rows

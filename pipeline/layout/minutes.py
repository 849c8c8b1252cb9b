"""Read the day of a meeting from the opening of its minutes (biên bản)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from pipeline.grammar.date_parts import day_of
from pipeline.layout.pieces import Piece
from pipeline.rulebook import Rulebook

# The opening stands in the first lines of the body.
_OPENING = 8


def meeting_day(body: Sequence[Piece], rules: Rulebook) -> tuple[dt.date, tuple[int, int]] | None:
    """Return the day and its span, from the first lines of the body; None if they name none."""
    pattern = rules.pattern("layout.meeting_day").regex
    lines = [piece for piece in body if not piece.is_blank][:_OPENING]
    for index, piece in enumerate(lines):
        # the opening sentence may wrap within the date
        words = piece.text + (" " + lines[index + 1].text if index + 1 < len(lines) else "")
        match = pattern.search(words)
        if match is None or match.start() >= len(piece.text):
            continue
        day = day_of(int(match["year"]), int(match["month"]), int(match["day"]))
        if day is None:
            continue
        start, end = match.span("span")
        return day, (
            _at(start, piece, lines[index + 1 :]),
            _at(end - 1, piece, lines[index + 1 :]) + 1,
        )
    return None


def _at(offset: int, piece: Piece, following: Sequence[Piece]) -> int:
    """The text offset of an offset into the line joined with the next one."""
    if offset < len(piece.text) or not following:
        return piece.start + offset
    return following[0].start + offset - len(piece.text) - 1

"""Read what a công điện says of itself beside its number and above `Điện:`: day, and who wires."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from pipeline.grammar.date_grammar import day_of
from pipeline.layout.issuers import body_heads
from pipeline.layout.pieces import Piece, is_capitals
from pipeline.model import Field
from pipeline.rulebook import Rulebook

CODE = "CĐ"
_MOST_LINES = 3  # of the name of a committee, between the number and `Điện:`
_SURE = 0.9


def wired_day(piece: Piece, rules: Rulebook) -> tuple[dt.date | None, tuple[int, int] | None]:
    """The day on which it was sent and its span, where the line of the number prints it."""
    hit = rules.pattern("layout.wired_day").regex.search(piece.text)
    if hit is None:
        return None, None
    day = day_of(int(hit["year"]), int(hit["month"]), int(hit["day"]))
    return day, (piece.start + hit.start("span"), piece.start + hit.end("span"))


def wiring_body(zone: Sequence[Piece], first: int, to_at: int, rules: Rulebook) -> Field | None:
    """The body in capitals between the number, which stands above ``first``, and `Điện:`."""
    lines = [piece for piece in zone[first:to_at] if not piece.column]
    if not 0 < len(lines) <= _MOST_LINES or not all(is_capitals(line.text) for line in lines):
        return None
    words = " ".join(" ".join(line.text.split()) for line in lines).strip(" *:")
    if not body_heads(rules).match(words):
        return None
    return Field(words, lines[0].start, lines[-1].end, "head.wired", _SURE)

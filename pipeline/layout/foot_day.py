"""Read place and day above the signature, where the head has none.

Decrees of the first years and papers of schools and groups print `Hà Nội, ngày 26 tháng 5 năm 1946`
at the end of the text.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.layout.pieces import Piece
from pipeline.model import Field
from pipeline.rulebook import Rulebook

_REACH = 2  # printed lines between the day and the signature
_RULE = "layout.place_date"


@dataclass(frozen=True, slots=True)
class FootDay:
    """Place and day, with the day's span in the text."""

    place: Field
    day: dt.date
    span: tuple[int, int]


def foot_day(pieces: Sequence[Piece], signature: frozenset[int], rules: Rulebook) -> FootDay | None:
    """The place and day on a line of its own right above the first line of the signature."""
    printed = [piece for piece in pieces if not piece.is_blank]
    first = next((i for i, piece in enumerate(printed) if piece.start in signature), None)
    if first is None:
        return None
    pattern = rules.pattern(_RULE).regex
    for piece in reversed(printed[max(0, first - _REACH) : first]):
        match = pattern.fullmatch(piece.text.rstrip(" ."))
        if match is None:
            continue
        try:
            day = dt.date(int(match["year"]), int(match["month"]), int(match["day"]))
        except ValueError:
            return None
        at = piece.start
        named = Field(match["place"], at + match.start("place"), at + match.end("place"), _RULE)
        begin = piece.text.casefold().index("ng", match.end("place"))
        return FootDay(named, day, (at + begin, at + match.end()))
    return None

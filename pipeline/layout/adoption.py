"""Read who passed a law or a resolution, and when, from the sentence that closes it.

`Luật này đã được Quốc hội ... khóa X, kỳ họp thứ 3 thông qua ngày 20 tháng 5 năm 1998.`: prints of
laws without their head have their body and day there alone.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.grammar.date_parts import day_of
from pipeline.layout.pieces import Piece
from pipeline.model import Field
from pipeline.rulebook import Rulebook

_WRAPPED = 3  # lines that the sentence may take
_RULE = "layout.adopted"


@dataclass(frozen=True, slots=True)
class Adoption:
    """The body that passed the paper, and the day with its span in the text."""

    issuer: Field
    day: dt.date
    span: tuple[int, int]


def adoption_of(body: Sequence[Piece], rules: Rulebook) -> Adoption | None:
    """The last such sentence of the main part; None without one, or with a day that is none."""
    pattern = rules.pattern(_RULE).regex
    lines = [piece for piece in body if not piece.is_blank]
    for index in range(len(lines) - 1, -1, -1):
        run = lines[index : index + _WRAPPED]
        match = pattern.match(" ".join(piece.text for piece in run))
        if match is None:
            continue
        day = day_of(int(match["year"]), int(match["month"]), int(match["day"]))
        if day is None:
            return None
        begin, end = (_place(run, at) for at in (match.start("body"), match.end("body") - 1))
        issuer = Field(" ".join(match["body"].split()), begin, end + 1, _RULE)
        first, last = (_place(run, at) for at in (match.start("date"), match.end("date") - 1))
        return Adoption(issuer, day, (first, last + 1))
    return None


def _place(run: Sequence[Piece], offset: int) -> int:
    """The offset in the text of an offset into lines that are joined by blanks."""
    for piece in run[:-1]:
        if offset <= len(piece.text):
            return piece.start + min(offset, len(piece.text) - 1)
        offset -= len(piece.text) + 1
    return run[-1].start + offset

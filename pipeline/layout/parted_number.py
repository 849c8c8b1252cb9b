"""A number on a line below its label, as narrow cells and forms to be filled in part them.

`Số: | 1228/THPT`; between `Số:` and `/TTr-SNV` the right cell may stand, read line by line.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import regex

from pipeline.grammar.symbols import Symbol, normalise_symbol
from pipeline.layout.pieces import Piece
from pipeline.model import Field
from pipeline.rulebook import Rulebook

_LABEL = regex.compile(r"Số\s?:")
_NUMBER = regex.compile(
    r"(?P<digits>\d{1,5}\p{L}?)?\s?/\s?\p{Lu}[\p{L}\d&]{1,12}"
    r"(?:\s?[-–/]\s?\p{Lu}[\p{L}\d&]{0,12}){0,4}"
)
_REACH = 5  # lines of the right cell that may stand in between
_UNSURE = 0.6


class PartedNumber(NamedTuple):
    """``label`` and ``at``: where label and number stand among the lines of the head."""

    label: int
    at: int
    number: Field
    symbol: Symbol | None


def parted_number(zone: Sequence[Piece], rules: Rulebook) -> PartedNumber | None:
    """The number below the first label that stands alone."""
    label = next((i for i, piece in enumerate(zone) if _LABEL.fullmatch(piece.text)), None)
    if label is None:
        return None
    for index in range(label + 1, min(label + _REACH, len(zone))):
        piece = zone[index]
        hit = _NUMBER.fullmatch(piece.text)
        if hit is None or (hit["digits"] and index > label + 1):
            continue
        symbol = normalise_symbol(piece.text, rules)
        value = symbol.doc_number if symbol is not None else "".join(piece.text.split())
        sure = _UNSURE if symbol is None else 1.0
        number = Field(value, piece.start, piece.end, "layout.number_line", sure)
        return PartedNumber(label, index, number, symbol)
    return None

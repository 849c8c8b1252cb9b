"""Split the left cell of the head into the issuing body and the one above it.

NĐ 30/2020, Annex I, II.2: the superior body in plain capitals, below it the issuing body in bold;
each may break over lines.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from functools import lru_cache

import regex

from pipeline.layout.pieces import Piece
from pipeline.model import Field
from pipeline.rulebook import Rulebook

# A line that ends so has not come to the end of its body's name.
_OPEN_END = regex.compile(r"(?:\b(?:VÀ|CỦA|CÁC|TẠI|CHO|VỀ|TRỰC THUỘC)|[,&\-–])$")
_JOINED = regex.compile(r"^(?:VÀ|CỦA|TẠI|[-–&,])(?:\s|$)")
_DECORATION = " *-–_.="


def issuers_of(pieces: Sequence[Piece], rules: Rulebook) -> tuple[Field | None, Field | None]:
    """Return (issuer, parent issuer); both None where the cell is lost."""
    lines = [p for p in pieces if p.text.strip(_DECORATION)]
    if not lines:
        return None, None
    groups: list[list[Piece]] = [[lines[0]]]
    heads = _unit_heads(rules)
    for before, piece in itertools.pairwise(lines):
        if _begins_body(before, piece, heads):
            groups.append([piece])
        else:
            groups[-1].append(piece)
    issuer = _field(groups[-1], "head.issuer")
    parent = _field(groups[-2], "head.parent_issuer") if len(groups) > 1 else None
    return issuer, parent


def _begins_body(before: Piece, piece: Piece, heads: regex.Pattern[str]) -> bool:
    if _OPEN_END.search(before.text) or _JOINED.search(piece.text):
        return False
    if before.bold != piece.bold:
        return True
    return heads.match(piece.text) is not None


def _field(group: Sequence[Piece], rule: str) -> Field:
    value = " ".join(piece.text.strip(_DECORATION) for piece in group)
    return Field(" ".join(value.split()), group[0].start, group[-1].end, rule)


@lru_cache(maxsize=8)
def _unit_heads(rules: Rulebook) -> regex.Pattern[str]:
    terms = {
        row["term"].upper() for row in rules.lexicon("unit_heads").rows if row["kind"] != "place"
    }
    options = "|".join(
        regex.escape(term).replace(r"\ ", r"\s+") for term in sorted(terms, key=len, reverse=True)
    )
    # `TỔ CHỨC` and `BAN HÀNH` open no body, though Tổ and Ban do
    return regex.compile(rf"(?:{options})(?!\w)(?!\s+(?:CHỨC|HÀNH|ĐẦU))")

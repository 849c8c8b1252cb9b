"""Markers of headings and list items: what a line opens with, and how deep that stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from pipeline.layout.pieces import Piece
from pipeline.rulebook import Rulebook

# Depth of each kind of marker; a heading closes all headings of its own depth and below.
_DIVISIONS = {"phần": 1, "chương": 2, "mục": 3, "tiểu mục": 4, "điều": 5}
_LOST_SIGN = regex.compile(r"^(?P<ordinal>[1-9]\d{0,2})\s+(?=\p{Lu})")
# From this ordinal on, or behind an item without its dot, two items before tell the last one.
_LETTERS, _DIGITS = regex.compile(r"\p{L}+"), regex.compile(r"\d+")
_LONG_LIST = 10
ROMAN, ARABIC, DECIMAL, LETTER, BULLET = 3, 6, 7, 9, 10


@dataclass(frozen=True, slots=True)
class Marker:
    """``label`` as printed (`II.`), its ``ordinal`` (`II`), ``end``: where the text begins."""

    kind: str
    label: str
    ordinal: str
    level: int
    end: int


def label_shape(label: str) -> str:
    """What labels of one list have in common: ``a)`` and ``b)``, ``1.`` and ``2.``."""
    return _LETTERS.sub("a", _DIGITS.sub("1", label.strip()))


def marker_of(text: str, rules: Rulebook) -> Marker | None:
    """Read the marker a line opens with; None if it opens with plain text."""
    if not text:
        return None
    first = text[0]
    if first.isalpha() or not first.isascii() or first in "([“\"'":
        match = rules.pattern("layout.heading_division").regex.search(text)
        if match:
            kind = " ".join(match["kind"].casefold().split())
            return Marker(kind, match["label"], match["ordinal"], _DIVISIONS[kind], match.end())
        match = rules.pattern("layout.heading_roman").regex.search(text)
        if match:
            return Marker("roman", match["label"], match["ordinal"], ROMAN, match.end("label"))
        match = rules.pattern("layout.label_words").regex.search(text)
        if match:
            return Marker("words", match["label"], "", ARABIC, match.end("label"))
        match = rules.pattern("layout.label_letter").regex.search(text)
        if match:
            return Marker("letter", match["label"], match["ordinal"], LETTER, match.end("label"))
    if first.isalpha():
        return None  # what is left opens with a number or a sign
    match = rules.pattern("layout.label_decimal").regex.search(text)
    if match:
        depth = DECIMAL + match["ordinal"].count(".") - 1
        return Marker("decimal", match["label"], match["ordinal"], depth, match.end("label"))
    match = rules.pattern("layout.label_arabic").regex.search(text)
    if match:
        return Marker("arabic", match["label"], match["ordinal"], ARABIC, match.end("label"))
    match = rules.pattern("layout.label_bullet").regex.search(text)
    if match:
        return Marker("bullet", match["label"], "", BULLET, match.end("label"))
    return None


def lost_markers(pieces: Sequence[Piece], rules: Rulebook) -> dict[int, Marker]:
    """Markers of numbered lines whose dot was lost, ``99 Trung tâm ...`` between 98. and 100., by
    the start of the line.

    A count may open a line too: only its place between its neighbours tells.
    """
    lines = [p for p in pieces if p.cell is None and p.role != "footnote" and p.text[:1].isdigit()]
    bare = {p.start: hit for p in lines if (hit := _LOST_SIGN.match(p.text))}
    if not bare:
        return {}
    numbered: list[tuple[Piece, int]] = []
    for piece in lines:
        marker = None if piece.start in bare else marker_of(piece.text, rules)
        if piece.start in bare:
            numbered.append((piece, int(bare[piece.start]["ordinal"])))
        elif marker is not None and marker.kind == "arabic":
            numbered.append((piece, int(marker.ordinal)))
    found: dict[int, Marker] = {}
    for at, (piece, _) in enumerate(numbered):
        if piece.start not in bare or at == 0 or not _follows(numbered, at, found, bare):
            continue
        label = bare[piece.start]["ordinal"]
        found[piece.start] = Marker("arabic", label, label, ARABIC, len(label))
    return found


def _follows(
    numbered: Sequence[tuple[Piece, int]],
    at: int,
    found: dict[int, Marker],
    bare: dict[int, regex.Match[str]],
) -> bool:
    """Whether the number at ``at`` goes on counting what the lines before and behind it count."""
    before, ordinal = numbered[at - 1], numbered[at][1]
    is_marked = before[0].start not in bare or before[0].start in found
    if not is_marked or before[1] != ordinal - 1:
        return False
    if at + 1 < len(numbered) and numbered[at + 1][1] == ordinal + 1:
        return True
    is_list = ordinal >= _LONG_LIST or before[0].start in found
    return is_list and at > 1 and numbered[at - 2][1] == ordinal - 2

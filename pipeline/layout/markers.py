"""Markers of headings and list items: what a line opens with, and how deep that stands."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.rulebook import Rulebook

# Depth of each kind of marker; a heading closes all headings of its own depth and below.
_DIVISIONS = {"phần": 1, "chương": 2, "mục": 3, "tiểu mục": 4, "điều": 5}
ROMAN, ARABIC, DECIMAL, LETTER, BULLET = 3, 6, 7, 9, 10


@dataclass(frozen=True, slots=True)
class Marker:
    """``label`` as printed (`II.`), its ``ordinal`` (`II`), ``end``: where the text begins."""

    kind: str
    label: str
    ordinal: str
    level: int
    end: int


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

"""Mark page furniture: page numbers, running heads and feet, stamps, signature boxes, rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import regex

from pipeline.layout.pieces import Piece, skeleton
from pipeline.rulebook import Rulebook

_LONGEST_RUNNING = 160  # letters
_ROLES = frozenset({"header", "footer"})
_PLACEHOLDER = regex.compile(
    r"^(?:logo|image|<image>|\[hình[^\]]*\]|!\[[^\]]*\]\([^)]*\))$", regex.I
)


def furniture_lines(pieces: Sequence[Piece], rules: Rulebook) -> frozenset[int]:
    """Return the numbers of lines that are no part of what the dispatch says."""
    page_number = rules.pattern("layout.page_number").regex
    stamp = rules.pattern("layout.stamp").regex
    rule_line = rules.pattern("layout.rule_line").regex
    edges = _edge_lines(pieces)
    running = _running_lines(pieces, edges)
    found = set()
    for piece in pieces:
        if piece.is_blank or piece.cell is not None:
            continue
        if (
            piece.role in _ROLES
            or piece.line in running
            or stamp.search(piece.text)
            or rule_line.search(piece.text)
            or _PLACEHOLDER.search(piece.text)
            or (piece.line in edges and page_number.search(piece.text))
        ):
            found.add(piece.line)
    return frozenset(found)


def _edge_lines(pieces: Sequence[Piece]) -> frozenset[int]:
    """The first and the last two printed lines of each page."""
    pages: dict[int, list[int]] = {}
    for piece in pieces:
        if not piece.is_blank:
            pages.setdefault(piece.page, []).append(piece.line)
    return frozenset(line for lines in pages.values() for line in (*lines[:2], *lines[-2:]))


def _running_lines(pieces: Sequence[Piece], edges: frozenset[int]) -> frozenset[int]:
    """Edge lines that stand alike on at least three pages; a paragraph that does is a copy."""
    at_edge = [p for p in pieces if p.line in edges and 4 < len(p.text) <= _LONGEST_RUNNING]
    counted = Counter(skeleton(p.text) for p in at_edge)
    return frozenset(p.line for p in at_edge if counted[skeleton(p.text)] >= 3)

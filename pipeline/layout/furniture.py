"""Mark page furniture: page numbers, running heads and feet, stamps, signature boxes, rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations, pairwise

import regex

from pipeline.layout.pieces import Piece, is_capitals, skeleton
from pipeline.rulebook import Rulebook

_LONGEST_RUNNING = 160  # letters
_HEAD = 8  # printed lines in which a paper names its body
_SHORTEST_NAME = 4  # letters
_ROLES = frozenset({"header", "footer"})
_PLACEHOLDER = regex.compile(
    r"^(?:logo|image|<image>|\[hình[^\]]*\]|!\[[^\]]*\]\([^)]*\))$", regex.I
)


def furniture_lines(pieces: Sequence[Piece], rules: Rulebook) -> frozenset[int]:
    """Return the numbers of lines that are no part of what the dispatch says."""
    page_number = rules.pattern("layout.page_number").regex
    stamp = rules.pattern("layout.stamp").regex
    page_mark = rules.pattern("layout.page_mark").regex
    rule_line = rules.pattern("layout.rule_line").regex
    edges = _edge_lines(pieces)
    running = _running_lines(pieces, edges) | _head_lines_again(pieces, page_number)
    found = set()
    for piece in pieces:
        if piece.is_blank or piece.cell is not None:
            continue
        if (
            piece.role in _ROLES
            or piece.line in running
            or stamp.search(piece.text)
            or page_mark.search(piece.text)
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


def _head_lines_again(pieces: Sequence[Piece], page_number: regex.Pattern[str]) -> frozenset[int]:
    """Lines that say once more what the head says, right above or below a page number, and it.

    The name of the body that runs over the pages, in a text that does not tell where they end.
    """
    printed = [p for p in pieces if not p.is_blank and p.cell is None]
    bones = [skeleton(p.text) for p in printed[:_HEAD]]
    head = {"".join(bones[a:b]) for a, b in combinations(range(len(bones) + 1), 2)}
    found = set()
    for pair in pairwise(printed[_HEAD:]):
        number = next((p for p in pair if page_number.search(p.text)), None)
        name = pair[1] if number is pair[0] else pair[0]
        # a sentence may end with the name in small letters at the end of its page
        is_name = len(name.text) > _SHORTEST_NAME and is_capitals(name.text)
        if number is not None and is_name and skeleton(name.text) in head:
            found |= {number.line, name.line}
    return frozenset(found)

"""Counts in a bracket that add up to the one before it: ``120 hộ (70 hộ nghèo, 50 hộ khác)``."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import regex

from pipeline.link.partition import adds_up
from pipeline.model import FigureMention

_REACH = 120  # letters between a total and the bracket that breaks it down
_MOST = 40  # figures of one bracket
_STOPS = ";()"
_SIGNS = regex.compile(r"[()]")


def bracketed(
    words: str, offset: int, figures: Sequence[FigureMention]
) -> Iterator[tuple[FigureMention, FigureMention]]:
    """(part, its total) for the brackets whose counts or amounts are all parts of one total.

    Only the sum tells: a bracket may hold anything else.

    :param words: the block's words, ``offset`` where they stand in the text
    :param figures: the block's figures in order
    """
    starts = [figure.start for figure in figures]
    for start, end in _brackets(words):
        first, last = (bisect_left(starts, offset + at) for at in (start, end))
        inside, earlier = (
            figures[first : min(last, first + _MOST)],
            figures[max(0, first - _MOST) : first],
        )
        for unit in ("count", "vnd"):
            parts = [f for f in inside if f.unit == unit]
            total = _before(words, offset, start, unit, earlier)
            if total is not None and len(parts) > 1 and adds_up([total], parts):
                yield from ((part, total) for part in parts)


def _brackets(words: str) -> Iterator[tuple[int, int]]:
    """Outermost pairs of brackets."""
    depth, opened = 0, 0
    for sign in _SIGNS.finditer(words):
        if sign.group() == "(":
            opened = sign.start() if depth == 0 else opened
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                yield opened, sign.start()


def _before(
    words: str, offset: int, bracket: int, unit: str, earlier: Sequence[FigureMention]
) -> FigureMention | None:
    """The nearest figure of this unit before the bracket, in the same clause."""
    before = [
        f for f in earlier
        if f.unit == unit and bracket - _REACH <= f.end - offset <= bracket
    ]  # fmt: skip
    if not before:
        return None
    gap = words[before[-1].end - offset : bracket]
    is_broken = any(sign in gap for sign in _STOPS) or ". " in gap
    return None if is_broken else before[-1]

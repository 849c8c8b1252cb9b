"""Replaces words of a text and moves the spans that point into it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

Edit = tuple[int, int, str]  # span of the old text, and the words that come there


def without_overlap(edits: Sequence[Edit]) -> list[Edit]:
    """The edits in order; of two that overlap, the one that begins first."""
    kept: list[Edit] = []
    for edit in sorted(edits):
        if not kept or edit[0] >= kept[-1][1]:
            kept.append(edit)
    return kept


class Edited:
    """A text with words replaced."""

    def __init__(self, text: str, edits: Sequence[Edit]):
        pieces: list[str] = []
        self._starts = [start for start, _, _ in edits]
        self._ends = [end for _, end, _ in edits]
        self._moved = [0]
        at = 0
        for start, end, words in edits:
            pieces += (text[at:start], words)
            at = end
            self._moved.append(self._moved[-1] + len(words) - (end - start))
        pieces.append(text[at:])
        self.text = "".join(pieces)

    def place(self, offset: int) -> int:
        """Where an offset of the old text, at the edge of an edit or outside all, is now."""
        return offset + self._moved[bisect_right(self._ends, offset)]

    def is_cut(self, start: int, end: int) -> bool:
        """Whether an edge of a span lies inside an edit, so that it has no place any more."""
        return any(
            at < len(self._starts) and self._starts[at] < offset < self._ends[at]
            for offset in (start, end)
            for at in (bisect_left(self._ends, offset),)
        )

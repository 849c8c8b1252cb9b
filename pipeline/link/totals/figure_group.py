"""The figures of one block with the words between them, as the search for totals walks them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import regex

from pipeline.grammar.spelling import fold
from pipeline.link.totals.partition import Nouns
from pipeline.model import Block, Dispatch, FigureMention

SENTENCE_END = regex.compile(r"[.!?…](?=\s+[\p{Lu}\-+*•“\"(]|\s*$)")
REACH = 1200
"""Letters that a bracket or an enumeration of parts may span."""


class Group:
    """The figures of one block with the words between them (folded, offsets of the text)."""

    def __init__(self, block: Block, figures: Sequence[FigureMention], nouns: Nouns) -> None:
        self.block = block
        self.nouns = nouns
        self.figures = figures
        self.words = fold(block.view)
        self._ends = [hit.start() for hit in SENTENCE_END.finditer(block.view)]
        self._starts = [figure.start for figure in figures]

    def between(self, start: int, end: int) -> str:
        """The words from ``start`` to ``end`` (offsets of the text)."""
        return self.words[max(start - self.block.start, 0) : max(end - self.block.start, 0)]

    def inside(self, start: int, end: int) -> Sequence[FigureMention]:
        """The figures that begin in ``start:end`` (offsets of the text)."""
        return self.figures[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def sentence_end(self, position: int) -> int:
        """Where the sentence of ``position`` ends."""
        at = bisect_left(self._ends, position - self.block.start)
        return self.block.start + (self._ends[at] if at < len(self._ends) else len(self.words))

    def sentence_start(self, position: int) -> int:
        """Where the sentence of ``position`` begins."""
        at = bisect_left(self._ends, position - self.block.start)
        return self.block.start + (self._ends[at - 1] + 1 if at else 0)

    def clause_end(self, position: int) -> int:
        """Where the clause of ``position`` ends: at a semicolon, or with its sentence."""
        end = self.sentence_end(position)
        at = self.words.find(";", position - self.block.start, end - self.block.start)
        return end if at < 0 else self.block.start + at

    def bracket_end(self, position: int) -> int | None:
        """Where the bracket closes that is open at ``position``; None outside brackets."""
        depth, here = 0, position - self.block.start
        if self.words.rfind("(", max(0, here - REACH), max(0, here)) < 0:
            return None
        for letter in reversed(self.words[max(0, here - REACH) : here]):
            depth += (letter == "(") - (letter == ")")
            if depth > 0:
                break
        if depth <= 0:
            return None
        for at in range(here, min(here + REACH, len(self.words))):
            depth += (self.words[at] == "(") - (self.words[at] == ")")
            if depth == 0:
                return self.block.start + at
        return None


def by_block(figures: Sequence[FigureMention], dispatch: Dispatch, nouns: Nouns) -> Iterator[Group]:
    """The groups of all blocks that hold figures, in the order of the text."""
    at = 0
    for block in sorted(dispatch.blocks, key=lambda b: b.start):
        while at < len(figures) and figures[at].start < block.start:
            at += 1
        first = at
        while at < len(figures) and figures[at].end <= block.end:
            at += 1
        if at > first:
            yield Group(block, figures[first:at], nouns)

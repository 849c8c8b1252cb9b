"""Parts in the paragraph below their total: ``Mức cấp cụ thể như sau: huyện A 30 tấn; ...``."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

from pipeline.link.totals.later_parts import parts_by_column
from pipeline.link.totals.partition import Nouns, adds_up
from pipeline.model import Block, Dispatch, FigureMention
from pipeline.rulebook import Rulebook

_KINDS = frozenset({"paragraph", "list_item"})
_SENTENCE_END = regex.compile(r"[.!?…](?=\s)")
_ASIDE = regex.compile(r"\([^()]{0,300}\)")
_LEAD = 24  # letters before a number in which a growth is told
_UNITS = ("count", "vnd")
_MOST_ABOVE = 8  # figures of the paragraph above that are looked at
_FEWEST = 3  # parts whose sum alone tells


def opened_parts(
    figures: Sequence[FigureMention], dispatch: Dispatch, nouns: Nouns, rules: Rulebook
) -> Iterator[tuple[FigureMention, FigureMention]]:
    """(part, its total) where a paragraph opens with the parts of a count in the one above.

    Only the sum tells what is all of it, of several counts in each clause the sums of all; behind
    ``trong đó`` the one count above of its kind does.
    """
    blocks = [b for b in sorted(dispatch.blocks, key=lambda b: b.start) if b.kind != "furniture"]
    starts = [figure.start for figure in figures]
    for above, block in pairwise(blocks):
        if block.kind not in _KINDS or above.kind not in _KINDS or above.part != block.part:
            continue
        inside = figures[bisect_left(starts, block.start) : bisect_left(starts, block.end)]
        before = figures[bisect_left(starts, above.start) : bisect_left(starts, above.end)]
        if not inside or not before:
            continue
        yield from parts_by_column(list(_clauses(block, inside)), before[-_MOST_ABOVE:], nouns)
        if rules.pattern("totals.opened_parts_details").regex.match(block.view):
            yield from _by_sum(_plain(block, inside, rules), before[-_MOST_ABOVE:], nouns)
        if rules.pattern("totals.opened_parts_in_which").regex.match(block.view):
            yield from _in_which(block, inside, above, before[-_MOST_ABOVE:], nouns, rules)


def _clauses(block: Block, inside: Sequence[FigureMention]) -> Iterator[Sequence[FigureMention]]:
    """The figures of each clause of a paragraph: ``khối 1: 3 lớp, 95 em; khối 2: 3 lớp, 82 em``."""
    start = block.start
    for clause in block.view.split(";"):
        end = start + len(clause)
        yield [f for f in inside if start <= f.start < end]
        start = end + 1


def _by_sum(
    inside: Sequence[FigureMention], before: Sequence[FigureMention], nouns: Nouns
) -> Iterator[tuple[FigureMention, FigureMention]]:
    for unit in _UNITS:
        parts = [f for f in inside if f.unit == unit]
        for total in reversed(before):
            if total.unit != unit or len(parts) < _FEWEST or not adds_up([total], parts):
                continue
            if all(nouns.alike(f, total) for f in parts):
                yield from ((part, total) for part in parts)
                break


def _in_which(
    block: Block,
    inside: Sequence[FigureMention],
    above: Block,
    before: Sequence[FigureMention],
    nouns: Nouns,
    rules: Rulebook,
) -> Iterator[tuple[FigureMention, FigureMention]]:
    """Of the one count of its kind in the last sentence above, or in all of that paragraph.

    Nothing where they are more than it together: then they are parts of something else.  What a
    bracket breaks down once more, and by how many a part grew, is not added.
    """
    ended = _SENTENCE_END.search(block.view)
    end = block.start + (ended.start() if ended is not None else len(block.view))
    parts = [f for f in _plain(block, inside, rules) if f.start < end and f.unit in _UNITS]
    sentences = [hit.end() for hit in _SENTENCE_END.finditer(above.view)]
    last = [
        f
        for f in _plain(above, before, rules)
        if f.start >= above.start + max(sentences, default=0)
    ]
    for wholes in (last, before):
        for total in wholes:
            if sum(nouns.alike(f, total) for f in wholes) != 1:
                continue
            own = [f for f in parts if nouns.alike(f, total)]
            if any((f.of_value or 0) > total.value for f in own):
                continue  # `291 vụ việc. | Trong đó: đã giải quyết 238/316 vụ việc`
            if sum(f.value for f in own) <= total.value:
                yield from ((part, total) for part in own)


def _plain(
    block: Block, figures: Sequence[FigureMention], rules: Rulebook
) -> Sequence[FigureMention]:
    """The figures that stand in no bracket and tell no growth."""
    asides = [hit.span() for hit in _ASIDE.finditer(block.view)] if "(" in block.view else []
    growth = rules.pattern("totals.opened_parts_growth").regex
    plain = []
    for figure in figures:
        at = figure.start - block.start
        is_aside = any(start < at < end for start, end in asides)
        if not is_aside and not growth.search(block.view, max(0, at - _LEAD), at):
            plain.append(figure)
    return plain

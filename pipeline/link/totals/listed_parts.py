"""Parts in a list below their total: ``45 sáng kiến, trong đó:`` | ``- Tỉnh: 20 sáng kiến;``."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import regex

from pipeline.layout.markers import label_shape
from pipeline.link.totals.later_parts import parts_by_column
from pipeline.link.totals.partition import Nouns, adds_up
from pipeline.model import Block, Dispatch, FigureMention
from pipeline.rulebook import Rulebook

_HEADS = frozenset({"paragraph", "list_item", "heading"})
_LIST_OPENS = regex.compile(r":\s*$")
_SENTENCE_END = regex.compile(r"[.!?…;](?=\s)")
_UNITS = ("count", "vnd")


def listed_parts(
    figures: Sequence[FigureMention], dispatch: Dispatch, nouns: Nouns, rules: Rulebook
) -> Iterator[tuple[FigureMention, FigureMention]]:
    """(part, its total) for the items of a list whose head counts them together.

    Behind ``trong đó`` an item that counts the same thing is a part; behind ``gồm`` or a bare colon
    only the sum tells, and behind the colon the nouns have to agree as well.
    """
    blocks = [b for b in sorted(dispatch.blocks, key=lambda b: b.start) if b.kind != "furniture"]
    starts = [figure.start for figure in figures]

    def inside(block: Block, start: int = 0) -> Sequence[FigureMention]:
        return figures[bisect_left(starts, block.start + start) : bisect_left(starts, block.end)]

    for at, cue in enumerate(blocks):
        if cue.kind not in _HEADS or not _opens_list(cue, rules):
            continue
        head = cue
        if at and rules.pattern("totals.listed_parts_cue_line").regex.fullmatch(cue.view):
            head = blocks[at - 1]  # `Tổng chi: 60 tỷ đồng` | `Trong đó:` | `- Tỉnh: 40 tỷ đồng`
        totals = inside(head, _last_sentence(head, rules)) if head.part == cue.part else ()
        if not totals:
            continue
        items = [_own(inside(item), item, rules) for item in _items(blocks, at, head)]
        yield from _parts(cue, totals, [item for item in items if item], nouns, rules)


def _opens_list(head: Block, rules: Rulebook) -> bool:
    return any(
        cue.search(head.view)
        for cue in (_LIST_OPENS, rules.pattern("totals.listed_parts_in_which").regex)
    )


def _last_sentence(head: Block, rules: Rulebook) -> int:
    """Where the last sentence of a head begins: ``60 tỷ đồng; bao gồm:`` goes on with its count."""
    words = head.view.rstrip()
    ends = [hit.end() for hit in _SENTENCE_END.finditer(head.view)]
    if ends and rules.pattern("totals.listed_parts_cue_line").regex.fullmatch(head.view, ends[-1]):
        ends.pop()
    return next((end for end in reversed(ends) if end < len(words)), 0)


def _items(blocks: Sequence[Block], at: int, head: Block) -> Iterator[Block]:
    """The items of the list below the block ``at``; what is nested in them is left out.

    An item that opens a list of its own (``2.1. Chi đầu tư: 40 tỷ đồng, gồm:``) may be a heading.
    """
    first: Block | None = None
    for block in blocks[at + 1 :]:
        is_item = block.kind == "list_item" or (block.kind == "heading" and bool(block.label))
        if not is_item or block.part != head.part:
            return
        shape = label_shape(block.label)
        if first is None:
            if shape == label_shape(head.label):
                return  # the next item of the head's own list
            first = block
        if shape == label_shape(first.label):
            yield block
        elif shape == label_shape(head.label) or (
            any(c.isalnum() for c in shape) and block.level <= first.level
        ):
            return


def _own(figures: Sequence[FigureMention], item: Block, rules: Rulebook) -> Sequence[FigureMention]:
    """The figures of an item before its own ``trong đó``."""
    nested = rules.pattern("totals.listed_parts_nested").regex.search(item.view)
    if nested is None:
        return figures
    return [f for f in figures if f.start < item.start + nested.start()]


def _parts(
    head: Block,
    totals: Sequence[FigureMention],
    items: Sequence[Sequence[FigureMention]],
    nouns: Nouns,
    rules: Rulebook,
) -> Iterator[tuple[FigureMention, FigureMention]]:
    if rules.pattern("totals.listed_parts_in_which").regex.search(head.view):
        found = [pair for item in items if (pair := _same_count(item, totals, nouns)) is not None]
        if found:
            yield from found
            return
    columns = list(parts_by_column(items, totals, nouns))
    if columns:
        yield from columns
        return
    for unit in _UNITS:
        parts = [f for item in items if (f := _first(item, unit)) is not None]
        if len(parts) < 2:
            continue
        # the last of them may be a growth: `tiếp 783 lượt, giảm 14 lượt, cụ thể:`
        wholes = (f for f in reversed(totals) if f.unit == unit and adds_up([f], parts))
        total = next(wholes, None)
        if total is None:
            continue
        named = rules.pattern("totals.listed_parts_in_which").regex.search(
            head.view
        ) or rules.pattern("totals.listed_parts_consists").regex.search(head.view)
        if unit == "vnd" or named or all(nouns.same(total.counted, f.counted) for f in parts):
            yield from ((part, total) for part in parts)


def _same_count(
    item: Sequence[FigureMention], totals: Sequence[FigureMention], nouns: Nouns
) -> tuple[FigureMention, FigureMention] | None:
    """The first figure of an item that counts what one of the totals counts."""
    for part in item:
        for total in reversed(totals):
            fits = part.unit in _UNITS and part.value <= total.value
            if fits and nouns.alike(part, total):
                return part, total
    return None


def _first(item: Sequence[FigureMention], unit: str) -> FigureMention | None:
    return next((figure for figure in item if figure.unit == unit), None)

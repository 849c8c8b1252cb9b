"""Parts in a list below their total: ``45 sáng kiến, trong đó:`` | ``- Tỉnh: 20 sáng kiến;``."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import regex

from pipeline.link.totals.partition import adds_up, same_noun
from pipeline.model import Block, Dispatch, FigureMention

_HEADS = frozenset({"paragraph", "list_item", "heading"})
_IN_WHICH = regex.compile(
    r"trong (?:số )?đó(?:,? (?:có|gồm|là|cụ thể))?\s*:?\s*$", regex.IGNORECASE
)
_CONSISTS = regex.compile(
    r"(?<!\p{L})(?:gồm|gồm có|chia ra|cụ thể|như sau)\s*:\s*$", regex.IGNORECASE
)
_LIST_OPENS = regex.compile(r":\s*$")
_NESTED = regex.compile(r"(?<!\p{L})trong (?:số )?đó(?!\p{L})", regex.IGNORECASE)
_SENTENCE_END = regex.compile(r"[.!?…;](?=\s)")
_UNITS = ("count", "vnd")


def listed_parts(
    figures: Sequence[FigureMention], dispatch: Dispatch
) -> Iterator[tuple[FigureMention, FigureMention]]:
    """(part, its total) for the items of a list whose head counts them together.

    Behind ``trong đó`` an item that counts the same thing is a part; behind ``gồm`` or a bare colon
    only the sum tells, and behind the colon the nouns have to agree as well.
    """
    blocks = [b for b in sorted(dispatch.blocks, key=lambda b: b.start) if b.kind != "furniture"]
    starts = [figure.start for figure in figures]

    def inside(block: Block, start: int = 0, end: int | None = None) -> Sequence[FigureMention]:
        until = block.end if end is None else block.start + end
        return figures[bisect_left(starts, block.start + start) : bisect_left(starts, until)]

    for at, head in enumerate(blocks):
        if head.kind not in _HEADS or not _opens_list(head):
            continue
        ends = [hit.end() for hit in _SENTENCE_END.finditer(head.view)]
        totals = inside(head, ends[-1] if ends else 0)
        if not totals:
            continue
        items = [_own(inside(item), item) for item in _items(blocks, at)]
        yield from _parts(head, totals, [item for item in items if item])


def _opens_list(head: Block) -> bool:
    return any(cue.search(head.view) is not None for cue in (_LIST_OPENS, _IN_WHICH))


def _items(blocks: Sequence[Block], head: int) -> Iterator[Block]:
    """The items of the list below the block at ``head``; what is nested in them is left out."""
    label: str | None = None
    for block in blocks[head + 1 :]:
        if block.kind != "list_item" or block.part != blocks[head].part:
            return
        shape = _shape(block.label)
        if label is None:
            if shape == _shape(blocks[head].label):
                return  # the next item of the head's own list
            label = shape
        if shape == label:
            yield block
        elif shape == _shape(blocks[head].label) or any(c.isalnum() for c in shape):
            return


def _shape(label: str) -> str:
    """What labels of one list have in common: ``a)`` and ``b)``, ``1.`` and ``2.``."""
    return regex.sub(r"\p{L}+", "a", regex.sub(r"\d+", "1", label.strip()))


def _own(figures: Sequence[FigureMention], item: Block) -> Sequence[FigureMention]:
    """The figures of an item before its own ``trong đó``."""
    nested = _NESTED.search(item.view)
    if nested is None:
        return figures
    return [f for f in figures if f.start < item.start + nested.start()]


def _parts(
    head: Block, totals: Sequence[FigureMention], items: Sequence[Sequence[FigureMention]]
) -> Iterator[tuple[FigureMention, FigureMention]]:
    if _IN_WHICH.search(head.view) is not None:
        found = [pair for item in items if (pair := _same_count(item, totals)) is not None]
        if found:
            yield from found
            return
    for unit in _UNITS:
        total = next((f for f in reversed(totals) if f.unit == unit), None)
        parts = [f for item in items if (f := _first(item, unit)) is not None]
        if total is None or len(parts) < 2 or not adds_up([total], parts):
            continue
        named = _IN_WHICH.search(head.view) or _CONSISTS.search(head.view)
        if unit == "vnd" or named or all(same_noun(total.counted, f.counted) for f in parts):
            yield from ((part, total) for part in parts)


def _same_count(
    item: Sequence[FigureMention], totals: Sequence[FigureMention]
) -> tuple[FigureMention, FigureMention] | None:
    """The first figure of an item that counts what one of the totals counts."""
    for part in item:
        for total in reversed(totals):
            alike = part.unit == total.unit and part.unit in _UNITS and part.value <= total.value
            if alike and (part.unit == "vnd" or same_noun(total.counted, part.counted)):
                return part, total
    return None


def _first(item: Sequence[FigureMention], unit: str) -> FigureMention | None:
    return next((figure for figure in item if figure.unit == unit), None)

"""Parts that the next sentence tells: ``Cụ thể, xã A 30 tấn; xã B 12 tấn``, ``Còn lại ...``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.link.totals.figure_group import Group
from pipeline.link.totals.links import Tie
from pipeline.link.totals.partition import Nouns, adds_up
from pipeline.model import FigureMention
from pipeline.rulebook import Rulebook

_WORDS = ("cụ thể", "chia ra", "gồm", "còn lại")  # of which each of these holds one
_MOST = 20  # figures of the sentences before that are looked at
_SURE = 20  # three figures make a lower sum by chance
_MANY = 3  # figures whose sum alone tells, whatever the sentence opens with


def told_later(group: Group, rules: Rulebook) -> Iterator[Tie]:
    """(part, its total) where a sentence opens with the parts, or the rest, of one before it.

    Only the sum tells: figures of one kind that are together what was counted before.
    """
    if len(group.figures) > _MANY:
        yield from _next_to_each_other(group)
    if not any(word in group.words for word in _WORDS):
        return
    for hit in rules.pattern("totals.next_sentence_opens").regex.finditer(group.words):
        start = group.block.start + hit.start()
        before = group.inside(group.block.start, start)[-_MOST:]
        own = group.inside(start, group.sentence_end(group.block.start + hit.end()))[:_MOST]
        if not before or not own:
            continue
        if hit["details"]:
            yield from _details(before, own, 2, group.nouns)
        else:
            yield from _rest(before, own[0], group.nouns)


def _next_to_each_other(group: Group) -> Iterator[Tie]:
    """``gieo trồng 16 ha. Các xã trồng cây dễ làm: ngô 5 ha; lạc 4 ha; đậu 7 ha``."""
    before: Sequence[FigureMention] = ()
    start = group.block.start
    while start < group.block.end:
        end = group.sentence_end(start)
        own = group.inside(start, end)
        if before and _MANY <= len(own) <= _MOST:
            yield from _details(before[-_MOST:], own, _MANY, group.nouns)
        before, start = own, end + 1


def _details(
    before: Sequence[FigureMention], own: Sequence[FigureMention], fewest: int, nouns: Nouns
) -> Iterator[Tie]:
    for unit in ("count", "vnd"):
        parts = [f for f in own if f.unit == unit]
        for whole in reversed(before):
            alike = whole.unit == unit and all(nouns.alike(f, whole) for f in parts)
            is_sure = fewest < _MANY or whole.value >= _SURE
            if len(parts) >= fewest and is_sure and alike and adds_up([whole], parts):
                yield from ((part, whole) for part in parts)
                break


def _rest(before: Sequence[FigureMention], rest: FigureMention, nouns: Nouns) -> Iterator[Tie]:
    """The one pair of figures before of which the rest makes the second the first."""
    alike = [f for f in before if f.unit == rest.unit and nouns.alike(f, rest)]
    pairs = [
        (whole, first)
        for at, whole in enumerate(alike)
        for first in alike[at + 1 :]
        if adds_up([whole], [first, rest])
    ]
    if len(pairs) == 1 and rest.unit in ("count", "vnd"):
        whole, first = pairs[0]
        yield first, whole
        yield rest, whole

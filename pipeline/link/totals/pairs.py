"""Counts that a stroke pairs: ``đã xử 90 vụ/120 bị cáo (đình chỉ 5 vụ/7 bị cáo)``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from pipeline.link.totals.figure_group import Group
from pipeline.link.totals.links import Tie
from pipeline.link.totals.partition import Nouns
from pipeline.model import FigureMention

_STROKE = "/"


def pairs_of(group: Group) -> tuple[tuple[FigureMention, FigureMention], ...]:
    """The counts between which nothing but a stroke stands."""
    if _STROKE not in group.words:
        return ()
    return tuple(
        (first, second)
        for first, second in pairwise(group.figures)
        if first.unit == second.unit == "count"
        and group.between(first.end, second.start).strip() == _STROKE
    )


def paired_parts(
    pairs: Sequence[tuple[FigureMention, FigureMention]],
    parents: Mapping[int, int],
    nouns: Nouns,
) -> Iterator[Tie]:
    """(part, its total): where one of a pair is a part of one of another, so is the other.

    :param pairs: the counts of one block that a stroke pairs, in order
    :param parents: key of part to key of total, as far as they are known
    """
    partners = {first.key: second for first, second in pairs}
    partners.update({second.key: first for first, second in pairs})
    for first, second in pairs:
        for known, other in ((first, second), (second, first)):
            whole = partners.get(parents.get(known.key, -1))
            if whole is None or other.key in parents or other.value > whole.value:
                continue
            if nouns.same(whole.counted, other.counted):
                yield other, whole

"""Parts before their total: ``khối 10: 120 em, khối 11: 90 em; toàn trường: 210 em``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.link.totals.figure_group import Group
from pipeline.link.totals.links import Tie
from pipeline.link.totals.partition import adds_up
from pipeline.model import FigureMention
from pipeline.rulebook import Rulebook

_CUES = ("toàn", "cộng", "tổng", "lũy kế", "cả")  # of which each lead of a total holds one
_FEWEST, _MOST = 2, 20
_LEAD = 24  # letters before a number in which a growth is told


def closed_by_total(group: Group, rules: Rulebook) -> Iterator[Tie]:
    """(part, its total) where a sentence counts the parts first and then all of them.

    Only the sum tells: the last figures of the kind before it are together what it counts.
    """
    if len(group.figures) <= _FEWEST or not any(cue in group.words for cue in _CUES):
        return
    for at, total in enumerate(group.figures):
        if at < _FEWEST or total.unit == "percent":
            continue
        lead = group.between(group.figures[at - 1].end, total.end)
        if rules.pattern("totals.closing_total_total").regex.search(lead):
            yield from _parts(group, group.figures[max(0, at - _MOST) : at], total, rules)


def _parts(
    group: Group, before: Sequence[FigureMention], total: FigureMention, rules: Rulebook
) -> Iterator[Tie]:
    end = group.sentence_end(total.start)
    parts: list[FigureMention] = []
    for figure in reversed(before):
        if group.sentence_end(figure.start) != end:
            return
        if not group.nouns.alike(figure, total) or rules.pattern(
            "totals.closing_total_growth"
        ).regex.search(group.between(figure.start - _LEAD, figure.start)):
            continue
        parts.append(figure)
        if len(parts) >= _FEWEST and adds_up([total], parts):
            yield from ((part, total) for part in parts)
            return

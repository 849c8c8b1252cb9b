"""Parts that only a sum tells, right behind a total: ``kinh phí 45 tỷ, từ tỉnh 30 tỷ, ...``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline.link.totals.changes import is_change
from pipeline.link.totals.figure_group import Group
from pipeline.link.totals.links import Tie
from pipeline.link.totals.partition import adds_up
from pipeline.model import FigureMention
from pipeline.rulebook import Rulebook

_FEWEST, _MOST = 3, 20
_SURE = 20  # three figures make a lower sum by chance


def summed_parts(group: Group, parents: Mapping[int, int], rules: Rulebook) -> Iterator[Tie]:
    """(part, its total) where the next three figures or more of its kind are together a total.

    :param parents: key of part to key of total, as far as they are known
    """
    if len(group.figures) <= _FEWEST:
        return
    for at, total in enumerate(group.figures):
        if total.unit == "percent" or total.value < _SURE:
            continue
        if is_change(group, total, rules):
            continue
        end = group.sentence_end(total.end)
        behind = [f for f in group.figures[at + 1 : at + 1 + _MOST] if f.end <= end]
        if total.role != "total":
            behind = [f for f in behind if _has_own_bracket(group, f)]
        parts = _summed(group, total, behind, rules)
        keys = {part.key for part in parts}
        known = {part for part, whole in parents.items() if whole == total.key}
        if parts and known <= keys and not keys & parents.keys() - known:
            words = group.between(total.end, parts[-1].start)
            if not rules.pattern("totals.summed_against").regex.search(words):
                yield from ((part, total) for part in parts)


def _has_own_bracket(group: Group, figure: FigureMention) -> bool:
    """``615 ha sang trồng ngô (320 ha), rau (210 ha) và cây ăn quả (85 ha)``."""
    before, behind = figure.start - 1, figure.end
    return group.between(before, before + 1) == "(" and group.between(behind, behind + 1) == ")"


def _summed(
    group: Group, total: FigureMention, behind: Sequence[FigureMention], rules: Rulebook
) -> Sequence[FigureMention]:
    """The first figures of its kind that are together all of it."""
    alike = [f for f in behind if group.nouns.alike(f, total) and not is_change(group, f, rules)]
    sums = 0.0
    for at, figure in enumerate(alike):
        sums += figure.value
        if sums >= total.value:
            parts = alike[: at + 1]
            return parts if len(parts) >= _FEWEST and adds_up([total], parts) else ()
    return ()

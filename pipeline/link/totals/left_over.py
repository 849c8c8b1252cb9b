"""What is left of a count: ``có 50 đơn vị; đã lắp 21 đơn vị, còn lại 29 đơn vị``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pipeline.link.totals.changes import is_change
from pipeline.link.totals.figure_group import Group
from pipeline.model import FigureMention
from pipeline.rulebook import Rulebook

_LEAD = 40  # letters before a count in which it is said to be done
_MOST = 60  # figures before the rest that are looked at


def left_over(
    group: Group, parents: Mapping[int, int], rules: Rulebook
) -> Iterator[tuple[FigureMention, FigureMention | None]]:
    """(part, its total or None): the figure before the rest and the rest itself.

    :param parents: key of part to key of total as far as they are known, and as each pair is tied
    """
    known = {figure.key: figure for figure in group.figures}
    for at, figure in enumerate(group.figures):
        previous_end = group.figures[at - 1].end if at else group.block.start
        words = group.between(previous_end, figure.start)
        if not at or not rules.pattern("totals.left_over_rest").regex.search(words):
            continue
        before = group.figures[max(0, at - _MOST) : at]
        said = (
            f for f in reversed(before) if f.unit == figure.unit and not is_change(group, f, rules)
        )
        first = next(said, None)
        if first is None or group.sentence_end(first.end) < figure.start:
            continue
        earlier = [
            f for f in before
            if f.unit == figure.unit and f.value == first.value + figure.value
        ]  # fmt: skip
        parent = earlier[-1] if earlier else known.get(parents.get(first.key, -1))
        less = next(f for f in reversed(before) if f.unit == figure.unit)
        if parent is None and less is not first:
            # `có 250 hộ, giảm 50 hộ, còn lại 200 hộ`; else `có 200 hộ, giảm 50 hộ, còn lại 30 hộ`
            if first.value == less.value + figure.value:
                yield less, first
                yield figure, first
                continue
            if not rules.pattern("totals.left_over_done").regex.search(
                group.between(first.start - _LEAD, first.start)
            ):
                yield figure, None
                continue
        if parent is None and "còn lại" not in words:
            continue
        yield first, parent
        yield figure, parent

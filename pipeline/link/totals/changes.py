"""Growth, rates and shares of plans: what is said of another figure, or of another time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from pipeline.link.totals.figure_group import Group
from pipeline.model import FigureMention
from pipeline.rulebook import Rulebook

PREDICATE = 80
"""Letters of a count with its predicate."""
_RATE_REACH = 40


def is_rate_of_another(group: Group, figure: FigureMention, rules: Rulebook) -> bool:
    """A percentage of growth, or of the plan for an amount: it has no parts and is none."""
    if figure.unit != "percent":
        return False
    said = group.between(figure.start, figure.end)
    qualifier = said[: next((at for at, letter in enumerate(said) if letter.isdigit()), 0)]
    before = group.between(figure.start - _RATE_REACH, figure.start) + qualifier
    after = said + group.between(figure.end, figure.end + _RATE_REACH)
    return (
        rules.pattern("totals.changes_rate").regex.search(before) is not None
        or rules.pattern("totals.changes_of_plan").regex.search(after) is not None
    )


def is_change(group: Group, figure: FigureMention, rules: Rulebook) -> bool:
    """Whether it says by how many there were more or fewer: ``giảm 5 hộ`` is no part of 35 hộ."""
    return (
        rules.pattern("totals.changes_growth").regex.search(
            group.between(figure.start - PREDICATE, figure.start)
        )
        is not None
    )


def is_change_of_one(group: Group, figure: FigureMention, rules: Rulebook) -> bool:
    """Whether it says by how many the count right before it grew: ``446 việc, tăng 5 việc``."""
    lead = group.between(figure.start - PREDICATE, figure.start)
    at = bisect_left(group.figures, figure.start, key=lambda f: f.start) - 1
    if at < 0:
        return False
    before = group.figures[at]
    words = group.between(before.end, figure.start)
    is_next = (
        len(words) <= len(lead)
        and rules.pattern("totals.changes_next").regex.fullmatch(words) is not None
    )
    return is_next and before.unit == figure.unit and not is_change(group, before, rules)


def past_growth(
    group: Group, near: list[FigureMention], before: Sequence[FigureMention], rules: Rulebook
) -> list[FigureMention]:
    """The figures of the sentence before, or the one before that where the last only compares.

    ``Xảy ra 12 vụ. So với năm trước giảm 3 vụ (20%). Trong đó, đường bộ 10 vụ.``

    :param near: the figures of the last sentence, ``before`` all that are looked at
    """
    earlier = [f for f in before if near and group.sentence_end(f.end) < near[0].start]
    if not earlier or not all(f.unit == "percent" or is_change(group, f, rules) for f in near):
        return near
    end = group.sentence_end(earlier[-1].end)
    return [f for f in earlier if group.sentence_end(f.end) == end]


def is_aside(group: Group, figure: FigureMention, position: int, rules: Rulebook) -> bool:
    """Whether a figure is said in passing, so that what follows is no part of it.

    In a bracket that closes before ``position`` (``86 đoàn viên (nữ 48), trong đó ...``), or a
    growth (``có 340 sáng kiến, tăng 20 so với năm trước; trong đó ...``).
    """
    closed = group.bracket_end(figure.start)
    if closed is not None and closed < position:
        return True
    lead = group.between(figure.start - PREDICATE, figure.start)
    if not rules.pattern("totals.changes_growth").regex.search(lead):
        return False
    return rules.pattern("totals.changes_compared_before").regex.search(lead) is not None or (
        rules.pattern("totals.changes_compared").regex.match(group.between(figure.end, position))
        is not None
    )

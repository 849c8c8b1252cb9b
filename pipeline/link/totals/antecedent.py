"""The total of a part behind ``trong đó``: the nearest figure before it of which it may be one."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.link.totals.figure_group import Group
from pipeline.link.totals.partition import same_noun, shared_words
from pipeline.model import FigureMention

_TWO_SYLLABLES = regex.compile(r"(?<!\p{L})\p{L}{1,8}\s\p{L}{1,8}\s$")
_VERB_REACH = 20


def nearest_whole(
    group: Group, part: FigureMention, reach: Sequence[FigureMention]
) -> FigureMention | None:
    """The figure of the same noun that is no less; else the last order of magnitude.

    Of several the last, unless an earlier one has more of the part's noun (``vụ KN``, ``vụ TC``)
    or the part's verb (``thụ lý 90 vụ, giải quyết 70 vụ; trong đó tỉnh thụ lý 12 vụ``).

    What was reached is no part of what was planned.
    """
    verb = _verb(group, part)
    vague = None
    wholes: list[FigureMention] = []
    for figure in reversed(reach):
        if figure.role == "target" and part.role != "target":
            continue
        if part.unit == "count" and not same_noun(figure.counted, part.counted):
            continue
        if part.of_value is not None and part.of_value > figure.value:
            continue  # `có 754/760 em khá, trong đó 751/760 em ngoan`: of the same 760
        if figure.value >= part.value:
            wholes.append(figure)
        elif vague is None and figure.qualifier == "order":
            vague = figure
    return max(
        wholes,
        key=lambda whole: (shared_words(whole, part), bool(verb) and verb == _verb(group, whole)),
        default=vague,
    )


def _verb(group: Group, figure: FigureMention) -> str:
    """The two syllables right before a figure, "" where a sign or a number stands there."""
    lead = _TWO_SYLLABLES.search(group.between(figure.start - _VERB_REACH, figure.start))
    return lead[0].strip() if lead is not None else ""

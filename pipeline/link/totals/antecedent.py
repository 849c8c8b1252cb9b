"""The total of a part behind ``trong đó``: the nearest figure before it of which it may be one."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.grammar.spelling import fold
from pipeline.link.totals.figure_group import Group
from pipeline.link.totals.partition import shared_words
from pipeline.model import FigureMention

_TWO_SYLLABLES = regex.compile(r"(?<!\p{L})\p{L}{1,8}\s\p{L}{1,8}\s$")
_VERB_REACH = 20
_SIGN = regex.compile(r"[^\p{L}\s]")
_LABEL_REACH = 80
_ANEW = regex.compile(r";\s{0,3}(?i:trong đó)(?!\p{L})")


def nearest_whole(
    group: Group, part: FigureMention, reach: Sequence[FigureMention]
) -> FigureMention | None:
    """The figure of the same noun that is no less; else the last order of magnitude.

    Of several the last, unless the part is labelled with the noun of an earlier one, or that has
    more of the part's noun (``vụ KN``, ``vụ TC``) or the part's verb (``thụ lý 90 vụ, giải quyết
    70 vụ; trong đó tỉnh thụ lý 12 vụ``).

    What was reached is no part of what was planned.
    """
    verb = _verb(group, part)
    vague = None
    wholes: list[FigureMention] = []
    for figure in reversed(reach):
        if figure.role == "target" and part.role != "target":
            continue
        if part.unit == "count" and not group.nouns.same(figure.counted, part.counted):
            continue
        if part.of_value is not None and part.of_value > figure.value:
            continue  # `có 754/760 em khá, trong đó 751/760 em ngoan`: of the same 760
        if figure.value >= part.value:
            wholes.append(figure)
        elif vague is None and figure.qualifier == "order":
            vague = figure
    whole = _told_in_full(group, part, reach, wholes)
    if whole is not None:
        return whole
    label = label_of(group, part)
    return max(
        wholes,
        key=lambda whole: (
            is_named(label, whole),
            shared_words(whole, part),
            bool(verb) and verb == _verb(group, whole),
        ),
        default=vague,
    )


def _told_in_full(
    group: Group,
    part: FigureMention,
    reach: Sequence[FigureMention],
    wholes: Sequence[FigureMention],
) -> FigureMention | None:
    """A whole whose parts, right before the part, add up to it: `; trong đó` parts it once more.

    ``2.268 thủ tục gồm 1.833 cấp tỉnh, 301 cấp huyện và 134 cấp xã; trong đó 1.089 trực tuyến``.
    """
    if not reach or not _ANEW.search(group.between(reach[-1].end, part.start)):
        return None
    for whole in wholes:
        behind = [f for f in reach if f.start > whole.end]
        told = len(behind) > 1 and all(
            f.unit == whole.unit and group.nouns.same(whole.counted, f.counted) for f in behind
        )
        if told and sum(f.value for f in behind) == whole.value:
            return whole
    return None


def label_of(group: Group, part: FigureMention) -> str:
    """The words that stand right before a part, up to a sign or a number, between blanks."""
    return f" {_SIGN.split(group.between(part.start - _LABEL_REACH, part.start))[-1]} "


def is_named(label: str, whole: FigureMention) -> bool:
    """``20 hộ nghèo; hộ cận nghèo 15 hộ. Trong đó hộ nghèo là người già 12 hộ``: of the 20."""
    noun = fold(whole.counted or "")
    return " " in noun and f" {noun} " in label


def _verb(group: Group, figure: FigureMention) -> str:
    """The two syllables right before a figure, "" where a sign or a number stands there."""
    lead = _TWO_SYLLABLES.search(group.between(figure.start - _VERB_REACH, figure.start))
    return lead[0].strip() if lead is not None else ""

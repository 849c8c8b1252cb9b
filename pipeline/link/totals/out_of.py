"""Parts of a count that opens its sentence: ``Trong 54 vụ tồn, tỉnh 11 vụ, huyện 43 vụ``."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from pipeline.link.totals.figure_group import Group
from pipeline.link.totals.links import Tie
from pipeline.link.totals.partition import Nouns, adds_up
from pipeline.model import FigureMention
from pipeline.rulebook import Rulebook

_IN = "trong "
_OPENS = regex.compile(r"(?:\A|[.!?;]\s)\s*(?:[-+*•]\s*)?trong\s$")
_LEAD = 24  # letters before the number in which the sentence opens
_FEWEST, _MOST = 2, 20


def parts_out_of(group: Group, rules: Rulebook) -> Iterator[Tie]:
    """(part, its total) where the counts of one kind behind it are together all of it.

    Only the sum tells: `Trong 5 xã có 12 hộ` says where, and nothing is a part.  Fewer of the very
    same right behind `có` are parts too: ``Trong 112 hộ nghèo có 15 hộ nghèo già yếu``.  The sum
    may stand inside its sentence: ``Tháng 9, trong số 11 nhóm, có 9 nhóm tăng, 2 nhóm giảm``.
    """
    if len(group.figures) < _FEWEST or _IN not in group.words:
        return
    for at, total in enumerate(group.figures):
        if total.unit != "count":
            continue
        lead = group.between(total.start - _LEAD, total.start)
        if not rules.pattern("totals.out_of_in_all").regex.search(lead):
            continue
        end = group.sentence_end(total.end)
        behind = group.figures[at + 1 : at + 1 + _MOST]
        alike = [f for f in behind if f.end <= end and _is_kin(f, total, group.nouns)]
        if len(alike) >= _FEWEST and adds_up([total], alike):
            yield from ((part, total) for part in alike)
        elif behind and _OPENS.search(lead) and _has(group, total, behind[0], rules):
            first_end = group.clause_end(total.end)
            for part in behind:
                if (
                    part.end <= first_end
                    and part.value < total.value
                    and _is_kin(part, total, group.nouns)
                ):
                    yield part, total


def _is_kin(part: FigureMention, total: FigureMention, nouns: Nouns) -> bool:
    """Whether they count the same, or by one classifier (``hộ nghèo``, ``hộ già yếu``)."""
    kind = nouns.classifier(total)
    return part.unit == "count" and (
        nouns.same(part.counted, total.counted)
        or (kind is not None and kind == nouns.classifier(part))
    )


def _has(group: Group, total: FigureMention, part: FigureMention, rules: Rulebook) -> bool:
    """Whether only `có` stands between a count and fewer of the same."""
    between = group.between(total.end, part.start)
    return (
        part.value < total.value
        and _is_kin(part, total, group.nouns)
        and (rules.pattern("totals.out_of_has").regex.fullmatch(between) is not None)
    )

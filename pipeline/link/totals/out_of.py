"""Parts of a count that opens its sentence: ``Trong 54 vụ tồn, tỉnh 11 vụ, huyện 43 vụ``."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from pipeline.link.totals.figure_group import Group
from pipeline.link.totals.partition import adds_up, same_noun
from pipeline.model import FigureMention

_IN = "trong "
_OPENS = regex.compile(r"(?:\A|[.!?;]\s)\s*(?:[-+*•]\s*)?trong\s$")
_LEAD = 12  # letters before the number in which the sentence opens
_FEWEST, _MOST = 2, 20
Tie = tuple[FigureMention, FigureMention]


def parts_out_of(group: Group) -> Iterator[Tie]:
    """(part, its total) where the counts of one kind behind it are together all of it.

    Only the sum tells: `Trong 5 xã có 12 hộ` says where, and nothing is a part.
    """
    if len(group.figures) <= _FEWEST or _IN not in group.words:
        return
    for at, total in enumerate(group.figures):
        if total.unit != "count":
            continue
        if _OPENS.search(group.between(total.start - _LEAD, total.start)) is None:
            continue
        end = group.sentence_end(total.end)
        behind = group.figures[at + 1 : at + 1 + _MOST]
        alike = [
            f for f in behind
            if f.end <= end and f.unit == "count" and same_noun(f.counted, total.counted)
        ]  # fmt: skip
        if len(alike) >= _FEWEST and adds_up([total], alike):
            yield from ((part, total) for part in alike)

"""Two bodies in a row of which the second is the unit above the first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex

from pipeline.link.awardee_series import Enumerated

_COMMA = regex.compile(r"\s*,\s*")
_ENDS = regex.compile(r"\s*(?:[;.]|$|,?\s(?:đã|vì|do|có)\s)")


def with_unit_above(view: str, found: Sequence[Enumerated], offset: int) -> Sequence[Enumerated]:
    """`cho Cảng A, Tổng công ty B;`: one, for a row of two has `và` between them.

    :param view: the words of the block, which stands at ``offset``
    :param found: all that a clause names
    """
    if len(found) != 2 or any(item.named.kind != "collective" for item in found):
        return found
    first, second = found[0].named, found[1].named
    if first.workplace is not None or first.name.split()[0] == second.name.split()[0]:
        return found
    gap = _COMMA.fullmatch(view, first.end - offset, second.start - offset)
    if gap is None or _ENDS.match(view, second.tail - offset) is None:
        return found
    unit = ", ".join(part for part in (second.name, second.workplace) if part)
    return [Enumerated(replace(first, workplace=unit, tail=second.tail), found[0].initiative)]

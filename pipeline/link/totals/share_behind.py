"""The whole that the share behind a part tells: ``85 trên 144 người, trong đó 18 nữ (21,18%)``."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.link.totals.figure_group import Group
from pipeline.model import FigureMention
from pipeline.rulebook import Rulebook

_SHARE_OPENS = regex.compile(r"(?:\A|,\s|\svà\s)[\s:]{0,3}(?:có\s)?\Z")
_REACH = 80  # letters behind a part in which its share is told


def shared_whole(
    group: Group, part: FigureMention, reach: Sequence[FigureMention], rules: Rulebook
) -> FigureMention | None:
    """The one figure before of which the part is the share that is printed behind it.

    None unless several figures of one noun could be the whole and only one gives that share.
    """
    if part.unit != "count":
        return None
    wholes = [
        f for f in reach
        if f.unit == "count" and f.value >= part.value and group.nouns.same(f.counted, part.counted)
    ]  # fmt: skip
    told = (
        rules.pattern("totals.share_behind_behind").regex.match(
            group.between(part.end, part.end + _REACH)
        )
        if len(wholes) > 1
        else None
    )
    if told is None:
        return None
    decimals = told["decimals"] or ""
    share = float(f"{told['percent']}.{decimals or 0}")
    fits = [f for f in wholes if abs(100 * part.value / f.value - share) <= 10 ** -len(decimals)]
    return fits[0] if len(fits) == 1 else None


def opens_share(group: Group, figure: FigureMention, position: int) -> bool:
    """``4.000 công dân, trong đó 42% có ..., 2,5% là ...``: shares of those counted before."""
    words = group.between(position, figure.start)
    return figure.unit == "percent" and _SHARE_OPENS.search(words) is not None

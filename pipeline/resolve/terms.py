"""Congress terms of the party (nhiệm kỳ), through which its numbers run."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from typing import TYPE_CHECKING

from pipeline.rulebook.derived import derived

if TYPE_CHECKING:
    from pipeline.rulebook import Rulebook


def same_term(one: dt.date, other: dt.date, rules: Rulebook) -> bool:
    """Whether two days lie between the same two national congresses."""
    opened = _congresses(rules)
    return bisect_right(opened, one) == bisect_right(opened, other)


@derived
def _congresses(rules: Rulebook) -> tuple[dt.date, ...]:
    """Days on which a national congress closed and a new term began, oldest first."""
    listed = rules.lexicon("party_congresses").column("closed_on")
    return tuple(sorted(dt.date.fromisoformat(day) for day in listed))

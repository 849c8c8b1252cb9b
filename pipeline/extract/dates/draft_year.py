"""The year of a draft (dự thảo) whose head leaves day and month blank: ``ngày   tháng   năm 2024``.

What the draft names without a year is of that year all the same; where its time ends is not known.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.grammar.date_grammar import DateExpression, find_expressions
from pipeline.model import Dispatch

if TYPE_CHECKING:
    from pipeline.rulebook import Rulebook

# No stretch of months ends on this day, so that an end taken from it can be told.
_DAY = 15
_MID_YEAR = 7
_ENDS_NOW = frozenset({"date.to_now", "date.part_of_year"})
_PARTS = frozenset({"month", "quarter", "half_year", "range"})


def day_in_draft_year(year: int, dispatch: Dispatch, rules: Rulebook) -> dt.date:
    """A day in the year of the draft, in the month that its subject names last if there is one."""
    subject = dispatch.head.subject
    named = () if subject is None else find_expressions(subject.value, rules)
    months = [
        item.last.month
        for item in named
        if item.last is not None and item.last.year == year and item.precision in _PARTS
    ]
    return dt.date(year, max(months, default=_MID_YEAR), _DAY)


def without_end(item: DateExpression, stand_in: dt.date) -> DateExpression:
    """``từ năm 2020 đến nay``: the draft has no day on which that could end."""
    if item.rule not in _ENDS_NOW or item.last != stand_in:
        return item
    return replace(item, last=None, precision="open")

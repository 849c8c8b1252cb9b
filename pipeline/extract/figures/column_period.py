"""The time of a table's column, as its heading says it: ``Năm 2022``, ``9 tháng 2021``."""

from __future__ import annotations

import calendar
import datetime as dt

import regex

from pipeline.extract.figures.context import Period
from pipeline.grammar.spelling import fold
from pipeline.rulebook import Rulebook

_YEAR = regex.compile(r"(?<!\p{L})năm\s((?:19|20)\d\d)(?![\d.,/]|\s?[-–]\s?\d)")
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def column_period(heading: str, rules: Rulebook) -> Period:
    """The one time that a heading names, from its first day to its last; else (None, None)."""
    if "20" not in heading and "19" not in heading:
        return None, None
    folded = " ".join(fold(heading).split())
    valued = rules.pattern("counts.column_period_valued").regex.fullmatch(folded)
    if valued is not None:
        return _span(valued)
    years = _YEAR.findall(folded)
    if len(years) != 1 or rules.pattern("counts.column_period_other").regex.search(folded):
        return None, None
    year = int(years[0])
    return dt.date(year, 1, 1), dt.date(year, 12, 31)


def _span(hit: regex.Match[str]) -> Period:
    year = int(hit["year"])
    first, last = 1, 12
    if hit["months"]:
        last = int(hit["months"])
    elif hit["month"]:
        first = last = int(hit["month"])
    elif hit["quarter"]:
        last = 3 * _QUARTERS[hit["quarter"]]
        first = last - 2
    return dt.date(year, first, 1), dt.date(year, last, calendar.monthrange(year, last)[1])

"""What the readers of dates share: days of the calendar, groups of a match, quarters, doubt."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import Literal

import regex

Precision = Literal["day", "month", "quarter", "half_year", "year", "range", "open"]
Days = tuple[dt.date, dt.date | None, Precision, float]
"""First and last day, how exact, and how sure."""

_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}
# A year that the text leaves out was taken from the document's own date.
SURE, SUPPLIED = 1.0, 0.8

# The same part of the year, or the other one, named with its year later in the sentence.
OTHER_PART = regex.compile(
    r"[^.;:\d]{0,160}(?:1[01]|0?[1-9])\s{1,3}tháng\s{1,3}(?:đầu|cuối)\s{1,3}năm\s{1,3}(?P<y>20\d\d)",
    regex.IGNORECASE,
)
OTHER_REACH = 200


def last_of_month(year: int, month: int) -> dt.date:
    """The last day of a month."""
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def day_of(year: int, month: int, day: int) -> dt.date | None:
    """The day, None if the calendar has no such day."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def group(hit: regex.Match[str], name: str) -> int | None:
    printed = hit[name] if name in hit.re.groupindex else None
    return int(printed) if printed else None


def number_of_quarter(printed: str) -> int:
    return _ROMAN.get(printed.upper()) or int(printed)

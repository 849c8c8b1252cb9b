"""Months without a year in papers about a school year: ``Trong tháng 5`` of 2023 - 2024 is of 2024.

The year of the paper is then the wrong one for half of the months; such a month is left out.
"""

from __future__ import annotations

import datetime as dt

import regex

from pipeline.model import Dispatch

_SCHOOL_YEAR = regex.compile(
    r"năm học\s{0,3}(?P<y>20\d\d)\s?[-–]\s?(?P<y2>20\d\d)(?!\d)", regex.IGNORECASE
)
_BEGINS, _ENDS = 8, 8  # its first month, and the last in which it is summed up


def school_year_of(dispatch: Dispatch) -> tuple[int, int] | None:
    """The two years of the school year that the subject names."""
    subject = dispatch.head.subject
    named = None if subject is None else _SCHOOL_YEAR.search(subject.value)
    return None if named is None else (int(named["y"]), int(named["y2"]))


def is_outside(day: dt.date, school_year: tuple[int, int]) -> bool:
    """Whether a day of one of its years lies before its begin or behind its end."""
    first, last = school_year
    return (day.year == first and day.month < _BEGINS) or (day.year == last and day.month > _ENDS)

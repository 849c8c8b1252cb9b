"""Days, months and quarters without a year, which are mostly of the paper's own: ``Sáng 12/9``."""

from __future__ import annotations

import datetime as dt

import regex

from pipeline.grammar.date_parts import (
    OTHER_PART,
    OTHER_REACH,
    SUPPLIED,
    Days,
    day_of,
    group,
    last_of_month,
    number_of_quarter,
)

BARE = frozenset({"date.bare_quarter", "date.bare_month", "date.bare_day"})
"""Rules of what is read here: a paper about another year has no year for them."""

_TURN = 9  # months
# `Năm 2022, trong tháng 9, ...`: the sentence opens with its own year, and names no other, nor now.
_OPENED = regex.compile(
    r"(?:\A|[.:\n]|\s-)\s{0,3}(?:trong\s{1,3})?năm\s{1,3}(?P<y>20\d\d)(?!\d)"
    r"(?:(?!(?:19|20)\d\d(?!\d)|(?:đến|hiện)\snay)(?:[^.\n]|\.(?=\d))){0,150}\Z",
    regex.IGNORECASE,
)
_OPENED_REACH = 170  # letters
# `đến hết quý III`: a stand at its last day, as of months with their year.
_UNTIL = regex.compile(r"(?<!\p{L})(?:đến|hết)\s{1,3}\Z", regex.IGNORECASE)
_UNTIL_REACH = 8
# Days that are named without a year for what happened on them long ago.
_HOLIDAYS = frozenset(
    {(6, 1), (9, 1), (3, 2), (27, 2), (8, 3), (10, 3), (26, 3), (27, 3), (30, 4), (1, 5), (7, 5),
     (15, 5), (19, 5), (1, 6), (5, 6), (21, 6), (26, 6), (28, 6), (11, 7), (27, 7), (28, 7),
     (12, 8), (19, 8), (28, 8), (2, 9), (10, 10), (13, 10), (14, 10), (15, 10), (20, 10), (9, 11),
     (18, 11), (20, 11), (23, 11), (1, 12), (3, 12), (6, 12), (19, 12), (22, 12)}
)  # fmt: skip


def bare_quarter(hit: regex.Match[str], issued: dt.date | None) -> Days | None:
    other = OTHER_PART.match(hit.string, hit.end(), hit.end() + OTHER_REACH)
    year = int(other["y"]) if other is not None else _opened(hit)
    if year is None and issued is not None:
        year = issued.year
    if year is None:
        return None
    last = 3 * number_of_quarter(hit["q"])
    if _UNTIL.search(hit.string[max(0, hit.start() - _UNTIL_REACH) : hit.start()]):
        end = last_of_month(year, last)
        return end, end, "day", SUPPLIED
    return dt.date(year, last - 2, 1), last_of_month(year, last), "quarter", SUPPLIED


def bare_month(hit: regex.Match[str], issued: dt.date | None) -> Days | None:
    month, last = int(hit["m"]), group(hit, "m2")
    year = _year(hit, month, issued)
    if year is None:
        return None
    end = last_of_month(year, last or month)
    if hit[0].casefold().startswith(("đến", "hết")):
        return end, end, "day", SUPPLIED
    return dt.date(year, month, 1), end, "month" if last is None else "range", SUPPLIED


def bare_day(hit: regex.Match[str], issued: dt.date | None) -> Days | None:
    """A day of the paper's own year; a holiday of every year only where something was on it."""
    month, day = int(hit["m"]), int(hit["d"])
    year = _year(hit, month, issued)
    if year is None or (hit["told"] is None and (day, month) in _HOLIDAYS):
        return None
    found = day_of(year, month, day)
    return None if found is None else (found, found, "day", SUPPLIED)


def _year(hit: regex.Match[str], month: int, issued: dt.date | None) -> int | None:
    """The year with which the sentence opens, else that of the paper."""
    opened = _opened(hit)
    if opened is not None or issued is None:
        return opened
    return issued.year if _is_of_own_year(month, issued) else None


def _opened(hit: regex.Match[str]) -> int | None:
    before = hit.string[max(0, hit.start() - _OPENED_REACH) : hit.start()]
    told = _OPENED.search(before)
    return None if told is None else int(told["y"])


def _is_of_own_year(month: int, issued: dt.date) -> bool:
    """Around the turn of the year what is printed without a year may be of either."""
    return abs(month - issued.month) < _TURN

"""Date grammar: which days an expression covers (`6 tháng đầu năm 2021`, `ngày 02 - 03/7/2021`).

Patterns are rules (rules/patterns/date.toml); this module works out their named groups.  An
expression that names no possible day (31/11) gives nothing: it is not mended.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import regex

from pipeline.rulebook import Prefilter, Rulebook
from pipeline.rulebook.derived import derived

Precision = Literal["day", "month", "quarter", "half_year", "year", "range", "open"]

# A range over more years than this is no period of a dispatch.
_LONGEST_YEARS = 150
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}
# A year that the text leaves out was taken from the document's own date.
_SURE, _SUPPLIED = 1.0, 0.8

_DIGIT = regex.compile(r"\d")
# The same part of the year, or the other one, named with its year later in the sentence.
_OTHER_PART = regex.compile(
    r"[^.;:\d]{0,160}(?:1[01]|0?[1-9])\s{1,3}tháng\s{1,3}(?:đầu|cuối)\s{1,3}năm\s{1,3}(?P<y>20\d\d)",
    regex.IGNORECASE,
)
_OTHER_REACH = 200


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A date or period at ``start:end`` of the view, first to last day inclusive.

    ``last`` is None for an open period whose end (``đến nay``) is unknown.   A lower
    ``confidence`` says that the year is not printed but taken from the document's own date.
    """

    start: int
    end: int
    first: dt.date
    last: dt.date | None
    precision: Precision
    rule: str
    confidence: float = _SURE


# Patterns that open with a choice of words or with digits: looking for these first takes less.
_WORDY = frozenset(
    {"date.days", "date.numeric", "date.years", "date.year_list", "date.until_day",
     "date.before_day", "date.full", "date.part_of_year"}
)  # fmt: skip
_Days = tuple[dt.date, dt.date | None, Precision, float]


def find_expressions(
    view: str, rules: Rulebook, issued: dt.date | None = None
) -> tuple[DateExpression, ...]:
    """All dates and periods of a text in order, not overlapping: the longest reading wins.

    :param issued: the document's own date, for ``đến nay`` and dates without a year
    """
    if _DIGIT.search(view) is None:
        return ()
    found = [
        expression
        for pattern in _prefilter(rules).possible(view)
        for hit in (pattern if pattern.id in _WORDY else pattern.regex).finditer(view)
        if (expression := _expression(hit, pattern.id, _READERS[pattern.id], issued)) is not None
        and not _is_of_other_year(view, expression, rules)
    ]
    found.sort(key=lambda item: (item.start - item.end, item.start))
    taken = bytearray(len(view))
    kept: list[DateExpression] = []
    for item in found:
        if not any(taken[item.start : item.end]):
            taken[item.start : item.end] = b"\x01" * (item.end - item.start)
            kept.append(item)
    return tuple(sorted(kept, key=lambda item: item.start))


@derived
def _prefilter(rules: Rulebook) -> Prefilter:
    return Prefilter(map(rules.pattern, _READERS))


def _is_of_other_year(view: str, item: DateExpression, rules: Rulebook) -> bool:
    """``trước ngày 15/8 hằng năm``, ``30/3 năm sau``: the document's own year is not meant."""
    return (
        item.confidence == _SUPPLIED
        and rules.pattern("date.other_year").regex.match(view, item.end) is not None
    )


def last_of_month(year: int, month: int) -> dt.date:
    """The last day of a month."""
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def day_of(year: int, month: int, day: int) -> dt.date | None:
    """The day, None if the calendar has no such day."""
    if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return dt.date(year, month, day)


def _expression(
    hit: regex.Match[str],
    rule: str,
    read: Callable[[regex.Match[str], dt.date | None], _Days | None],
    issued: dt.date | None,
) -> DateExpression | None:
    days = read(hit, issued)
    if days is None or (days[1] is not None and days[1] < days[0]):
        return None
    return DateExpression(hit.start(), hit.end(), *days[:3], rule, days[3])


def _group(hit: regex.Match[str], name: str) -> int | None:
    printed = hit[name] if name in hit.re.groupindex else None
    return int(printed) if printed else None


def _one_day(hit: regex.Match[str], issued: dt.date | None) -> _Days | None:
    year, month, day = _group(hit, "y"), _group(hit, "m"), _group(hit, "d")
    sure = _SURE
    if month is None or day is None:
        return None
    if year is None and issued is not None:
        year, sure = _year_of(month, day, issued, hit), _SUPPLIED
    if year is None:
        return None
    found = day_of(year if year > 99 else 2000 + year, month, day)
    return None if found is None else (found, found, "day", sure)


def _year_of(month: int, day: int, issued: dt.date, hit: regex.Match[str]) -> int | None:
    """The year of a day without one: the document's own, unless that cannot be.

    A stand (``tính đến``) is not ahead of the document and a term is not behind it: around the turn
    of the year the day lies in the year before or behind, else it is not known.
    """
    distance = (month - issued.month) * 31 + day - issued.day
    word = hit.group()[:9].casefold()
    if word.startswith("tính") and distance > _SLACK:
        return issued.year - 1 if distance > _HALF_YEAR else None
    if word.startswith(_TERMS) and distance < -_SLACK:
        return issued.year + 1 if distance < -_HALF_YEAR else None
    return issued.year


# Days by which a day may miss the document's own date; a paper may be signed late.
_SLACK, _HALF_YEAR = 31, 180
_LONGEST_BACK = 85  # years that a day with two digits of the year may lie behind the paper
_TERMS = ("trước", "chậm", "muộn", "hạn", "từ nay")


def _short_year(hit: regex.Match[str], issued: dt.date | None) -> _Days | None:
    """A day whose year has two digits: of the century in which the document could name it."""
    if issued is None:
        return None
    year = whole_year(int(hit["y"]), issued)
    found = None if year is None else day_of(year, int(hit["m"]), int(hit["d"]))
    return None if found is None else (found, found, "day", _SUPPLIED)


def whole_year(year: int, issued: dt.date) -> int | None:
    """The last year with these two digits that is not ahead of the document by more than one.

    None where it may as well be one of the years to come: `hết ngày 30-6-30` in a paper of 2025.
    """
    latest = issued.year + 1
    back = (latest - year) % 100
    return latest - back if back <= _LONGEST_BACK else None


def _blank_month(hit: regex.Match[str], issued: dt.date | None) -> _Days | None:
    year = int(hit["y"])
    return dt.date(year, 1, 1), dt.date(year, 12, 31), "year", _SURE


def _month(hit: regex.Match[str], issued: dt.date | None) -> _Days | None:
    year, month = int(hit["y"]), int(hit["m"])
    return dt.date(year, month, 1), last_of_month(year, month), "month", _SURE


def _until_month(hit: regex.Match[str], issued: dt.date | None) -> _Days | None:
    year, sure = _group(hit, "y"), _SURE
    if year is None and issued is not None:
        year, sure = issued.year, _SUPPLIED
    if year is None:
        return None
    last = last_of_month(year, int(hit["m"]))
    return last, last, "day", sure


def _until_year(hit: regex.Match[str], issued: dt.date | None) -> _Days | None:
    last = dt.date(int(hit["y"]), 12, 31)
    return last, last, "day", _SURE


def _days(hit: regex.Match[str], issued: dt.date | None) -> _Days | None:
    """Two ends; what the first lacks (month, year) the second tells."""
    month2, year2, sure = _group(hit, "m2"), _group(hit, "y2"), _SURE
    year = _group(hit, "y") if "y" in hit.re.groupindex else None
    month = _group(hit, "m") if "m" in hit.re.groupindex else None
    if year2 is None and issued is not None and hit.re.groupindex.get("from") and hit["from"]:
        year2, sure = issued.year, _SUPPLIED
    if month2 is None or year2 is None:
        return None
    first = day_of(year or year2, month or month2, int(hit["d"]))
    last = day_of(year2, month2, int(hit["d2"]))
    if first is None or last is None:
        return None
    if first > last and year is None and month is not None:
        first = day_of(year2 - 1, month, int(hit["d"]))
        if first is None:
            return None
    return first, last, "range", sure


def _months(hit: regex.Match[str], issued: dt.date | None) -> _Days | None:
    year2, month2 = int(hit["y2"]), int(hit["m2"])
    first = dt.date(_group(hit, "y") or year2, int(hit["m"]), 1)
    return first, last_of_month(year2, month2), "range", _SURE


def _two_months(hit: regex.Match[str], issued: dt.date | None) -> _Days | None:
    """One stretch if the second follows the first; else the months are apart."""
    year, first, last = int(hit["y2"]), int(hit["m"]), int(hit["m2"])
    if last != first + 1:
        return None
    return dt.date(year, first, 1), last_of_month(year, last), "range", _SURE


def _quarter(hit: regex.Match[str], issued: dt.date | None) -> _Days | None:
    def number(name: str) -> int:
        text = (hit[name] or hit["q"]).upper()
        return _ROMAN[text] if text in _ROMAN else int(text)

    first, last, year = number("q"), number("q2"), int(hit["y"])
    precision: Precision = "quarter" if first == last else "range"
    return dt.date(year, 3 * first - 2, 1), last_of_month(year, 3 * last), precision, _SURE


def _part_of_year(hit: regex.Match[str], issued: dt.date | None) -> _Days | None:
    """The first or last months of a year; an uncounted run is cut at the document's date."""
    year, sure = _group(hit, "y"), _SURE
    if year is None and issued is not None:
        year, sure = issued.year, _SUPPLIED
    if year is None:  # `kết quả 6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2019`
        other = _OTHER_PART.match(hit.string, hit.end(), hit.end() + _OTHER_REACH)
        year, sure = (int(other["y"]), _SUPPLIED) if other is not None else (None, sure)
    if year is None:
        return None
    count, side = _group(hit, "n"), hit["side"]
    opening = side is None or side.casefold() == "đầu"
    sure = _SUPPLIED if side is None else sure  # `8 tháng của năm 2013`: the first, most likely
    if count is None:
        # how many months is not said: only a run up to the document's own date is known
        if not opening:
            return None
        if issued is None or issued.year != year:
            return dt.date(year, 1, 1), None, "open", sure
        return dt.date(year, 1, 1), issued, "range", sure
    first_month, last_month = (1, count) if opening else (13 - count, 12)
    precision: Precision = "half_year" if count == 6 else "range"
    return dt.date(year, first_month, 1), last_of_month(year, last_month), precision, sure


def _to_now(hit: regex.Match[str], issued: dt.date | None) -> _Days | None:
    first = day_of(int(hit["y"]), _group(hit, "m") or 1, _group(hit, "d") or 1)
    if first is None:
        return None
    return first, issued, "open" if issued is None else "range", _SURE


def _years(hit: regex.Match[str], issued: dt.date | None) -> _Days | None:
    first, last = int(hit["y"]), int(hit["y2"])
    if not 0 < last - first <= _LONGEST_YEARS:
        return None
    return dt.date(first, 1, 1), dt.date(last, 12, 31), "range", _SURE


def _year_list(hit: regex.Match[str], issued: dt.date | None) -> _Days | None:
    years = sorted({int(hit["y"]), *map(int, hit.captures("more"))})
    return dt.date(years[0], 1, 1), dt.date(years[-1], 12, 31), "range", _SURE


def _year(hit: regex.Match[str], issued: dt.date | None) -> _Days | None:
    year = int(hit["y"])
    return dt.date(year, 1, 1), dt.date(year, 12, 31), "year", _SURE


_READERS: dict[str, Callable[[regex.Match[str], dt.date | None], _Days | None]] = {
    "date.full": _one_day,
    "date.blank_day": _month,
    "date.blank_month": _blank_month,
    "date.numeric": _one_day,
    "date.mixed": _one_day,
    "date.short_year": _short_year,
    "date.clock": _one_day,
    "date.days": _days,
    "date.listed": _days,
    "date.anniversary": _days,
    "date.until_day": _one_day,
    "date.before_day": _one_day,
    "date.before_month": _until_month,
    "date.from_now": _one_day,
    "date.from_now_year": _until_year,
    "date.month": _month,
    "date.month_bracket": _month,
    "date.until_month": _until_month,
    "date.months": _months,
    "date.two_months": _two_months,
    "date.quarter": _quarter,
    "date.part_of_year": _part_of_year,
    "date.to_now": _to_now,
    "date.years": _years,
    "date.bare_years": _years,
    "date.year_list": _year_list,
    "date.year": _year,
    "date.until_year": _until_year,
}

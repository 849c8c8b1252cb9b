"""Date grammar: which days an expression covers (`6 tháng đầu năm 2021`, `ngày 02 - 03/7/2021`).

Patterns are rules (rules/patterns/date.toml); this module works out their named groups.  An
expression that names no possible day (31/11) gives nothing: it is not mended.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

import regex

from pipeline.grammar.date_bare import bare_day, bare_month, bare_quarter
from pipeline.grammar.date_parts import (
    OTHER_PART,
    OTHER_REACH,
    SUPPLIED,
    SURE,
    Days,
    Precision,
    group,
    number_of_quarter,
)
from pipeline.grammar.date_parts import day_of as day_of
from pipeline.grammar.date_parts import last_of_month as last_of_month
from pipeline.rulebook import Prefilter, Rulebook
from pipeline.rulebook.derived import derived

# A range over more years than this is no period of a dispatch.
_LONGEST_YEARS = 150

# What every expression holds: a digit, the Roman number of a quarter, or `đầu năm đến nay`.
_TOLD = regex.compile(r"\d|[Qq]u[ýí]\s{1,3}[IV]|đến\s{1,3}nay")


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
    confidence: float = SURE


# Patterns that open with a choice of words or with digits: looking for these first takes less.
_WORDY = frozenset(
    {"date.days", "date.numeric", "date.years", "date.year_list", "date.until_day",
     "date.before_day", "date.full", "date.part_of_year", "date.bare_day", "date.dashed_days",
     "date.anniversary"}
)  # fmt: skip


def find_expressions(
    view: str, rules: Rulebook, issued: dt.date | None = None
) -> tuple[DateExpression, ...]:
    """All dates and periods of a text in order, not overlapping: the longest reading wins.

    :param issued: the document's own date, for ``đến nay`` and dates without a year
    """
    if not _TOLD.search(view):
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
    if item.confidence != SUPPLIED:
        return False
    if rules.pattern("date.other_year").regex.match(view, item.end):
        return True
    if item.rule != "date.before_day":
        return False
    before = view[max(0, item.start - _EACH_YEAR_REACH) : item.start]
    return rules.pattern("date.each_year").regex.search(before) is not None


def _expression(
    hit: regex.Match[str],
    rule: str,
    read: Callable[[regex.Match[str], dt.date | None], Days | None],
    issued: dt.date | None,
) -> DateExpression | None:
    days = read(hit, issued)
    if days is None or (days[1] is not None and days[1] < days[0]):
        return None
    return DateExpression(hit.start(), hit.end(), *days[:3], rule, days[3])


def _one_day(hit: regex.Match[str], issued: dt.date | None) -> Days | None:
    year, month, day = group(hit, "y"), group(hit, "m"), group(hit, "d")
    sure = SURE
    if month is None or day is None:
        return None
    next_term = None if year is not None else _NEXT_TERM.match(hit.string, hit.end())
    if next_term is not None:  # `trước ngày 25/6 và ngày 25/12/2026`
        year = int(next_term["y"])
    elif year is None and issued is not None:
        year, sure = _year_of(month, day, issued, hit), SUPPLIED
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
_EACH_YEAR_REACH = 160  # letters before a deadline that comes back each year
_LONGEST_BACK = 85  # years that a day with two digits of the year may lie behind the paper
_NEXT_TERM = regex.compile(
    r"(?:,|\s{1,3}và)\s{1,3}(?:trước\s{1,3})?(?:ngày\s{1,3})?\d{1,2}/\d{1,2}/(?P<y>20\d\d)(?!\d)"
)
_TERMS = ("trước", "chậm", "muộn", "hạn", "từ nay")


def _short_year(hit: regex.Match[str], issued: dt.date | None) -> Days | None:
    """A day whose year has two digits: of the century in which the document could name it."""
    if issued is None:
        return None
    year = whole_year(int(hit["y"]), issued)
    found = None if year is None else day_of(year, int(hit["m"]), int(hit["d"]))
    return None if found is None else (found, found, "day", SUPPLIED)


def whole_year(year: int, issued: dt.date) -> int | None:
    """The last year with these two digits that is not ahead of the document by more than one.

    None where it may as well be one of the years to come: `hết ngày 30-6-30` in a paper of 2025.
    """
    latest = issued.year + 1
    back = (latest - year) % 100
    return latest - back if back <= _LONGEST_BACK else None


def _month(hit: regex.Match[str], issued: dt.date | None) -> Days | None:
    year, month = int(hit["y"]), int(hit["m"])
    return dt.date(year, month, 1), last_of_month(year, month), "month", SURE


def _month_beside(hit: regex.Match[str], issued: dt.date | None) -> Days | None:
    """A month with the year of what stands beside it; of another month's tasks only the next."""
    following = group(hit, "next")
    if following is None:
        return _month(hit, issued)
    year, month = int(hit["y"]), int(hit["m"])
    if following != month % 12 + 1:
        return None
    year -= following < month  # `tháng 12, nhiệm vụ tháng 01 năm 2024`
    return dt.date(year, month, 1), last_of_month(year, month), "month", SURE


def _until_month(hit: regex.Match[str], issued: dt.date | None) -> Days | None:
    year, sure = group(hit, "y"), SURE
    if year is None and issued is not None:
        year, sure = issued.year, SUPPLIED
    if year is None:
        return None
    last = last_of_month(year, int(hit["m"]))
    return last, last, "day", sure


def _until_quarter(hit: regex.Match[str], issued: dt.date | None) -> Days | None:
    last = last_of_month(int(hit["y"]), 3 * number_of_quarter(hit["q"]))
    return last, last, "day", SURE


def _until_year(hit: regex.Match[str], issued: dt.date | None) -> Days | None:
    last = dt.date(int(hit["y"]), 12, 31)
    return last, last, "day", SURE


def _days(hit: regex.Match[str], issued: dt.date | None) -> Days | None:
    """Two ends; what the first lacks (month, year) the second tells."""
    month2, year2, sure = group(hit, "m2"), group(hit, "y2"), SURE
    year = group(hit, "y") if "y" in hit.re.groupindex else None
    month = group(hit, "m") if "m" in hit.re.groupindex else None
    if year2 is None and issued is not None and hit.re.groupindex.get("from") and hit["from"]:
        year2, sure = issued.year, SUPPLIED
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


def _months(hit: regex.Match[str], issued: dt.date | None) -> Days | None:
    year2, month2 = int(hit["y2"]), int(hit["m2"])
    first = dt.date(group(hit, "y") or year2, int(hit["m"]), 1)
    return first, last_of_month(year2, month2), "range", SURE


def _two_months(hit: regex.Match[str], issued: dt.date | None) -> Days | None:
    """One stretch if each follows the one before; else the months are apart."""
    year, first, last = int(hit["y2"]), int(hit["m"]), int(hit["m2"])
    if [first, *map(int, hit.captures("more")), last] != list(range(first, last + 1)):
        return None
    return dt.date(year, first, 1), last_of_month(year, last), "range", SURE


def _quarter(hit: regex.Match[str], issued: dt.date | None) -> Days | None:
    first, year = number_of_quarter(hit["q"]), int(hit["y"])
    last = number_of_quarter(hit["q2"] or hit["q"])
    precision: Precision = "quarter" if first == last else "range"
    return dt.date(year, 3 * first - 2, 1), last_of_month(year, 3 * last), precision, SURE


def _part_of_year(hit: regex.Match[str], issued: dt.date | None) -> Days | None:
    """The first or last months of a year; an uncounted run is cut at the document's date."""
    year, sure = group(hit, "y"), SURE
    if year is None and issued is not None:
        year, sure = issued.year, SUPPLIED
    if year is None:  # `kết quả 6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2019`
        other = OTHER_PART.match(hit.string, hit.end(), hit.end() + OTHER_REACH)
        year, sure = (int(other["y"]), SUPPLIED) if other is not None else (None, sure)
    if year is None:
        return None
    count, side = group(hit, "n"), hit["side"]
    count = _HALF if hit["half"] else _COUNTS[hit["word"].casefold()] if hit["word"] else count
    opening = side is None or side.casefold() == "đầu"
    sure = SUPPLIED if side is None else sure  # `8 tháng của năm 2013`: the first, most likely
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


def _to_now(hit: regex.Match[str], issued: dt.date | None) -> Days | None:
    year, sure = group(hit, "y"), SURE
    if year is None and issued is not None:
        year, sure = issued.year, SUPPLIED
    first = None if year is None else day_of(year, group(hit, "m") or 1, group(hit, "d") or 1)
    if first is None:
        return None
    return first, issued, "open" if issued is None else "range", sure


def _years(hit: regex.Match[str], issued: dt.date | None) -> Days | None:
    first, last = int(hit["y"]), int(hit["y2"])
    if not 0 < last - first <= _LONGEST_YEARS:
        return None
    return dt.date(first, 1, 1), dt.date(last, 12, 31), "range", SURE


def _year_list(hit: regex.Match[str], issued: dt.date | None) -> Days | None:
    years = sorted({int(hit["y"]), *map(int, hit.captures("more"))})
    if hit["next"]:
        # `năm 2021 và 2022`: the next year it is, or else a number of something
        years.append(int(hit["next"]))
        if years[1] != years[0] + 1:
            return None
    sure = SUPPLIED if _is_bare_bracket(hit) else SURE
    return dt.date(years[0], 1, 1), dt.date(years[-1], 12, 31), "range", sure


def _is_bare_bracket(hit: regex.Match[str]) -> bool:
    """``Thửa đất (2019, 2020)``: in a bracket with no word for years these may be any numbers."""
    before = hit.string[max(0, hit.start() - _WORD_REACH) : hit.start()]
    return hit[0][0].isdigit() and "năm" not in before.casefold()


def _year(hit: regex.Match[str], issued: dt.date | None) -> Days | None:
    year = int(hit["y"])
    return dt.date(year, 1, 1), dt.date(year, 12, 31), "year", SURE


_HALF = 6  # months
_COUNTS = {"ba": 3, "sáu": _HALF, "chín": 9}
_WORD_REACH = 40  # letters before years in a bracket in which they are called so


def _quarters(hit: regex.Match[str], issued: dt.date | None) -> Days | None:
    first, last = number_of_quarter(hit["q"]), number_of_quarter(hit["q2"])
    year2 = int(hit["y2"])
    year = group(hit, "y") or year2
    return dt.date(year, 3 * first - 2, 1), last_of_month(year2, 3 * last), "range", SURE


def _mixed_ends(hit: regex.Match[str], issued: dt.date | None) -> Days | None:
    """A stretch from the first day of what opens it to the last of what closes it."""
    month, day = group(hit, "m2"), group(hit, "d2")
    if month is None and hit["m"] is None:
        return None  # two years, which have a pattern of their own
    first = day_of(int(hit["y"]), group(hit, "m") or 1, group(hit, "d") or 1)
    last = last_of_month(int(hit["y2"]), month or 12) if day is None else (
        day_of(int(hit["y2"]), month or 12, day)
    )  # fmt: skip
    return None if first is None or last is None else (first, last, "range", SURE)


_READERS: dict[str, Callable[[regex.Match[str], dt.date | None], Days | None]] = {
    "date.full": _one_day,
    "date.blank_day": _month,
    "date.blank_month": _year,
    "date.numeric": _one_day,
    "date.mixed": _one_day,
    "date.short_year": _short_year,
    "date.clock": _one_day,
    "date.days": _days,
    "date.dashed_days": _days,
    "date.listed": _days,
    "date.anniversary": _days,
    "date.until_day": _one_day,
    "date.before_day": _one_day,
    "date.before_month": _until_month,
    "date.from_now": _one_day,
    "date.from_now_year": _until_year,
    "date.month": _month,
    "date.month_beside": _month_beside,
    "date.month_bracket": _month,
    "date.until_month": _until_month,
    "date.until_quarter": _until_quarter,
    "date.months": _months,
    "date.two_months": _two_months,
    "date.quarter": _quarter,
    "date.quarters": _quarters,
    "date.bare_quarter": bare_quarter,
    "date.bare_month": bare_month,
    "date.bare_day": bare_day,
    "date.mixed_ends": _mixed_ends,
    "date.part_of_year": _part_of_year,
    "date.to_now": _to_now,
    "date.years": _years,
    "date.school_years": _years,
    "date.bare_years": _years,
    "date.year_list": _year_list,
    "date.year": _year,
    "date.until_year": _until_year,
}

"""Days, years, terms and periods as offices print them, each with its first and last day."""

from __future__ import annotations

import calendar
import datetime as dt
from random import Random

from tests.samples.marks import Date

ROMAN = ("I", "II", "III", "IV")


def random_day(rng: Random, first: int = 2012, last: int = 2025) -> dt.date:
    return dt.date(rng.randint(first, last), 1, 1) + dt.timedelta(rng.randint(0, 364))


def before(rng: Random, day: dt.date, most: int = 400) -> dt.date:
    return day - dt.timedelta(rng.randint(2, most))


def after(rng: Random, day: dt.date, most: int = 120) -> dt.date:
    return day + dt.timedelta(rng.randint(3, most))


def in_words(rng: Random, day: dt.date) -> str:
    """`ngày 04 tháng 9 năm 2020`: months 1 and 2 with a zero by rule, others as they come."""
    d = f"{day.day:02}" if rng.random() < 0.85 else str(day.day)
    m = f"{day.month:02}" if day.month < 3 or rng.random() < 0.2 else str(day.month)
    return f"ngày {d} tháng {m} năm {day.year}"


def in_figures(rng: Random, day: dt.date) -> str:
    """`12/8/2020`, `07/04/2014`, `10.3.2021`, `5-9-2019`."""
    sign = rng.choices("/.-", (90, 6, 4))[0]
    d = f"{day.day:02}" if rng.random() < 0.8 else str(day.day)
    m = f"{day.month:02}" if day.month < 3 or rng.random() < 0.3 else str(day.month)
    return f"{d}{sign}{m}{sign}{day.year}"


def full(rng: Random, day: dt.date, role: str, share_in_words: float = 0.25) -> Date:
    """A day with `ngày` before it."""
    if rng.random() < share_in_words:
        return Date(in_words(rng, day), day.isoformat(), day.isoformat(), role)
    return Date(f"ngày {in_figures(rng, day)}", day.isoformat(), day.isoformat(), role)


def year(number: int, role: str = "period", word: str = "năm ") -> Date:
    return Date(f"{word}{number}", f"{number}-01-01", f"{number}-12-31", role)


def years(first: int, last: int, word: str, rng: Random) -> Date:
    """`giai đoạn 2015-2020`, `nhiệm kỳ 2023 – 2028`."""
    dash = rng.choices(("-", " - ", " – ", "–"), (60, 25, 10, 5))[0]
    return Date(f"{word}{first}{dash}{last}", f"{first}-01-01", f"{last}-12-31", "period")


def span(first: dt.date, last: dt.date, text: str, role: str = "period") -> Date:
    return Date(text, first.isoformat(), last.isoformat(), role)


def reported_period(rng: Random, issued: dt.date) -> Date:
    """The time a report is about: a year, a quarter, months, a phase."""
    y = issued.year - (1 if issued.month < 6 else 0)
    shape = rng.randrange(8)
    if shape == 0:
        first = y - rng.choice((3, 4, 5))
        return years(first, y, rng.choice(("giai đoạn ", "giai đoạn ", "nhiệm kỳ ")), rng)
    if shape == 1:
        quarter = rng.randint(1, 4)
        text = rng.choice((f"quý {ROMAN[quarter - 1]}/{y}", f"quý {ROMAN[quarter - 1]} năm {y}"))
        last = calendar.monthrange(y, quarter * 3)[1]
        return span(dt.date(y, quarter * 3 - 2, 1), dt.date(y, quarter * 3, last), text)
    if shape == 2:
        months = rng.choice((6, 6, 9))
        last = calendar.monthrange(y, months)[1]
        text = f"{rng.choice(('', '0')) if months < 10 else ''}{months} tháng đầu năm {y}"
        return span(dt.date(y, 1, 1), dt.date(y, months, last), text)
    if shape == 3:
        month = rng.randint(1, 12)
        text = rng.choice((f"tháng {month}/{y}", f"tháng {month} năm {y}", f"tháng {month:02}/{y}"))
        return span(dt.date(y, month, 1), dt.date(y, month, calendar.monthrange(y, month)[1]), text)
    if shape == 4:
        return span(dt.date(y - 1, 1, 1), dt.date(y, 12, 31), f"năm học {y - 1}-{y}")
    return year(y)


def stretch(rng: Random, issued: dt.date, role: str = "period") -> Date:
    """`từ ngày 01/3/2025 đến (hết) ngày 30/4/2025`, the first year often left out."""
    first = after(rng, issued, 30)
    last = after(rng, first, 90)
    until = rng.choice(("đến ngày", "đến hết ngày"))
    if first.year == last.year and rng.random() < 0.4:
        text = (
            f"từ ngày {first.day:02}/{first.month} {until} {last.day:02}/{last.month}/{last.year}"
        )
    else:
        text = (
            f"từ ngày {first.day:02}/{first.month}/{first.year} "
            f"{until} {last.day:02}/{last.month}/{last.year}"
        )
    return span(first, last, text, role)


def deadline(rng: Random, issued: dt.date) -> Date:
    """`trước ngày 30/11/2025`, `từ nay đến hết ngày ...`."""
    day = after(rng, issued)
    lead = rng.choice(("trước ngày ", "trước ngày ", "chậm nhất ngày ", "chậm nhất là ngày "))
    if rng.random() < 0.2:
        lead = "từ nay đến hết ngày "
    form = (
        in_words(rng, day).removeprefix("ngày ")
        if rng.random() < 0.15
        else (f"{day.day:02}/{day.month}/{day.year}")
    )
    return Date(lead + form, day.isoformat(), day.isoformat(), "deadline")

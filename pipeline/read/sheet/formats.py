"""Shows a number as its cell's number format prints it on a Vietnamese machine.

A sheet holds 1248000 and a format; the reader of the sheet sees `1.248.000`.  Points part thousands
and a comma parts decimals, as the machines of the offices that write dispatches are set.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

import regex

GENERAL = "General"

_TOKEN = regex.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|_.|\*.'
    r"|\[\$(?P<currency>[^\]-]{0,255})(?:-[^\]]{0,255})?\]|\[(?P<elapsed>h+|m+|s+)\]"
    r"|\[[^\]]{0,255}\]"
    r"|(?P<general>general)|(?P<exponent>e[+-]0+)|(?P<digits>[0#?]+(?:[0#?.,]*)|\.[0#?]+)"
    r"|(?P<clock>am/pm|a/p)|(?P<date>[ymdhs]+)|(?P<percent>%)|(?P<text>@)|(?P<other>.)",
    regex.IGNORECASE | regex.DOTALL,
)
_SECTION = regex.compile(r'(?:"[^"]*"?|\\.|[_*].|\[[^\]]{0,255}\]|[^;])*', regex.DOTALL)
_EXACT = 15  # significant digits that a cell's number holds
_SHOWN = 10  # significant digits of a fraction that the plain format shows
_LONGEST_FORMAT = 255


@dataclass(frozen=True, slots=True)
class _Section:
    """One of a format's sections: words before and after the digits, or the parts of a date."""

    before: str = ""
    after: str = ""
    digits: str | None = None
    percents: int = 0
    date: str = ""
    is_plain: bool = False


def shown_number(value: float, code: str = GENERAL, starts_1904: bool = False) -> str:
    """The number as the sheet shows it.

    Dates come out as `04/09/2020` (or `09/2020`, `2020`, `04/09` where the format shows only
    these), times as `14:05`.  A format that is not understood shows the plain number.

    :param code: the number format, as `#,##0.00;[Red]-#,##0.00`
    :param starts_1904: the workbook counts its days from 1904
    """
    sections = _sections(code[:_LONGEST_FORMAT])
    section, magnitude = sections[0], value
    if value < 0 and len(sections) > 1:
        section, magnitude = sections[1], -value
    elif value == 0 and len(sections) > 2:
        section = sections[2]
    if section.date:
        return _date(value, section.date, starts_1904) or plain_number(value)
    if section.is_plain:
        return f"{section.before}{plain_number(magnitude)}{section.after}".strip()
    if section.digits is None:
        return f"{section.before}{section.after}".strip()
    sign = "-" if magnitude < 0 else ""
    number = _grouped(abs(magnitude), section.digits, section.percents)
    return f"{section.before}{sign}{number}{section.after}".strip()


def plain_number(value: float) -> str:
    """The number in the plain format: `1248000`, `0,95`; integers stay exact."""
    if value != value or value in (float("inf"), float("-inf")):
        return ""
    if value == int(value) and abs(value) < 10**_EXACT:
        return str(int(value))
    text = f"{value:.{_SHOWN}g}"
    return text.replace("e", "E").replace(".", ",")


@lru_cache(maxsize=1024)
def _sections(code: str) -> tuple[_Section, ...]:
    if not code.strip():
        return (_Section(is_plain=True),)
    found: list[_Section] = []
    at = 0
    while at <= len(code) and len(found) < 4:
        match = _SECTION.match(code, at)
        end = match.end() if match else at
        found.append(_section(code[at:end]))
        at = end + 1
    return tuple(found)


def _section(code: str) -> _Section:
    before: list[str] = []
    after: list[str] = []
    digits: str | None = None
    date: list[str] = []
    percents = 0
    is_plain = False
    for token in _TOKEN.finditer(code):
        kind = token.lastgroup
        words = before if digits is None and not is_plain else after
        if kind in ("quoted", "escaped", "currency", "other"):
            words.append(token[kind] or "")
        elif kind in ("general", "text"):
            is_plain = True
        elif kind == "exponent":
            is_plain = True  # a power of ten is no way to show an amount; the number itself is
        elif kind in ("date", "elapsed"):
            date.append(token[kind].lower())
        elif kind == "percent":
            percents += 1
            words.append("%")
        elif kind == "digits":
            if digits is not None:
                is_plain = True  # a fraction (`# ?/?`)
            digits = token["digits"]
    if date and digits is None:
        return _Section(date=" ".join(date))
    if is_plain:
        return _Section("".join(before), "", None, 0, "", True)
    return _Section("".join(before), "".join(after), digits, percents)


def _grouped(value: float, digits: str, percents: int) -> str:
    """Digits by their placeholders: `#,##0.00` -> `1.248.000,50`."""
    whole, _, fraction = digits.partition(".")
    places = whole.rstrip(",")
    scale = (len(whole) - len(places)) if not fraction else 0
    number = Decimal(repr(value)).scaleb(2 * percents - 3 * scale)
    most = sum(letter in "0#?" for letter in fraction)
    least = fraction.count("0")
    if number.adjusted() > 40:
        return plain_number(value)
    rounded = number.quantize(Decimal(1).scaleb(-most), ROUND_HALF_UP)
    integer, _, decimals = f"{rounded:f}".partition(".")
    while len(decimals) > least and decimals.endswith("0"):
        decimals = decimals[:-1]
    integer = integer.lstrip("0").rjust(places.count("0"), "0")
    if "," in places:
        integer = f"{int(integer):,}".replace(",", ".") if integer else ""
    return f"{integer},{decimals}" if decimals else integer


def _date(value: float, code: str, starts_1904: bool) -> str | None:
    """The day and time that a number of days stands for; None where there is no such day."""
    try:
        # The first sheets took 1900 for a leap year: days before its March count from another day.
        start = dt.datetime(1904, 1, 1) if starts_1904 else (
            dt.datetime(1899, 12, 30) if value >= 60 else dt.datetime(1899, 12, 31)
        )  # fmt: skip
        moment = start + dt.timedelta(seconds=round(value * 86400))
    except OverflowError:
        return None
    has_clock = "h" in code or "s" in code
    has_year, has_day = "y" in code, "d" in code
    has_month = "m" in code and (has_year or has_day or not has_clock)
    day = "/".join(
        text
        for text, is_shown in (
            (f"{moment.day:02}", has_day),
            (f"{moment.month:02}", has_month),
            (f"{moment.year:04}", has_year),
        )
        if is_shown
    )
    clock = f"{moment.hour:02}:{moment.minute:02}" if has_clock else ""
    return f"{day} {clock}".strip()

"""Numbers, symbols, place and date: the head of a paper and the ways in which it is printed."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from random import Random

from benchmarks.generated.dates import in_words
from benchmarks.generated.offices import Office
from tests.samples.marks import Date

TITLES = {
    "QĐ": "QUYẾT ĐỊNH",
    "BC": "BÁO CÁO",
    "KH": "KẾ HOẠCH",
    "TTr": "TỜ TRÌNH",
    "TB": "THÔNG BÁO",
    "HD": "HƯỚNG DẪN",
    "BB": "BIÊN BẢN",
    "NQ": "NGHỊ QUYẾT",
    "CT": "CHỈ THỊ",
    "KL": "KẾT LUẬN",
    "CTr": "CHƯƠNG TRÌNH",
    "PA": "PHƯƠNG ÁN",
    "ĐA": "ĐỀ ÁN",
    "QC": "QUY CHẾ",
    "QyĐ": "QUY ĐỊNH",
    "CĐ": "CÔNG ĐIỆN",
    "GM": "GIẤY MỜI",
    "TC": "THÔNG CÁO",
    "NĐ": "NGHỊ ĐỊNH",
    "TT": "THÔNG TƯ",
    "DA": "DỰ ÁN",
    "PC": "PHIẾU CHUYỂN",
    "GGT": "GIẤY GIỚI THIỆU",
    "KHLT": "KẾ HOẠCH LIÊN TỊCH",
}


@dataclass(frozen=True, slots=True)
class Number:
    """``value`` is the gold's; ``printed`` the whole line of the head."""

    value: str
    printed: str


def number(rng: Random, office: Office, code: str, issued: dt.date, draft: bool = False) -> Number:
    """The number and symbol of a paper of an office.

    :param code: of the type; `CV` gives the symbol without a type
    :param draft: the number is left blank
    """
    n = f"{rng.choice((rng.randint(1, 40), rng.randint(41, 999), rng.randint(1000, 6000))):02}"
    if rng.random() < 0.02:
        n += rng.choice("abc")
    symbol = _symbol(rng, office, code, issued)
    value = f"{n}{symbol}"
    if draft:
        return Number(
            symbol.lstrip("-") if symbol.startswith("-") else symbol, f"Số:      {symbol}"
        )
    return Number(value, _printed(rng, n, symbol, office.system == "party"))


def _symbol(rng: Random, office: Office, code: str, issued: dt.date) -> str:
    """`/QĐ-UBND`, `/UBND-NC`, `-CT/TU`, `/2018/QĐ-UBND`."""
    if office.system == "party":
        return f"-{code}/{office.code}"
    if code == "CV":
        shape = rng.random()
        if shape < 0.15:
            return f"/CV-{office.code}"
        return f"/{office.code}" + (f"-{rng.choice(office.units)}" if shape < 0.6 else "")
    if code == "QĐ" and office.code == "UBND" and rng.random() < 0.12:
        return f"/{issued.year}/QĐ-UBND"
    if code in ("NĐ", "TT"):
        return f"/{issued.year}/{code}-{office.code}"
    unit = f"-{rng.choice(office.units)}" if rng.random() < 0.08 else ""
    return f"/{code}-{office.code}{unit}"


def _printed(rng: Random, n: str, symbol: str, is_party: bool) -> str:
    word = (
        "Số "
        if is_party
        else rng.choices(("Số: ", "Số:", "Số ", "Số : ", "SỐ: "), (78, 6, 8, 5, 3))[0]
    )
    shape = rng.random()
    if shape < 0.75:
        return f"{word}{n}{symbol}"
    if shape < 0.85:
        return f"{word}{n} {symbol}"
    if shape < 0.92:
        return f"{word}{n}{symbol.replace('-', ' - ')}"
    if shape < 0.96:
        return f"{word}{n}{symbol.replace('/', '/ ', 1)}"
    return f"{word}{n}{symbol.replace('-', '–')}"


def place_date(rng: Random, issued: dt.date, draft: bool = False) -> tuple[Date, str | None]:
    """The day of issue as printed after the place, and the gold's `issued_on`."""
    if draft:
        blank = rng.choice(("ngày     tháng", "ngày ..... tháng", "ngày … tháng", "ngày    tháng"))
        last = calendar.monthrange(issued.year, issued.month)[1]
        first = issued.replace(day=1).isoformat()
        text = f"{blank} {issued.month} năm {issued.year}"
        return Date(text, first, issued.replace(day=last).isoformat(), "issued"), None
    return Date(in_words(rng, issued), issued.isoformat(), issued.isoformat(), "issued"), (
        issued.isoformat()
    )

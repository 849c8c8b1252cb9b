"""The year of a table's column, as its heading says it: ``Thực hiện năm 2022``."""

from __future__ import annotations

import datetime as dt

import regex

from pipeline.extract.figures.context import Period
from pipeline.grammar.spelling import fold

_YEAR = regex.compile(r"(?<!\p{L})năm\s((?:19|20)\d\d)(?![\d.,/]|\s?[-–]\s?\d)")
# What makes the year a bound, a part of a span, or what the column is compared with.
_OTHER = regex.compile(
    r"(?<!\p{L})(?:so|cùng kỳ|tháng|quý|tuần|ngày|đến|tới|từ|trước|sau|giai đoạn|nhiệm kỳ|bằng"
    r"|tăng|giảm|học|giá)(?!\p{L})"
)


def column_period(heading: str) -> Period:
    """The one year that a heading names, from its first day to its last; else (None, None)."""
    if "20" not in heading and "19" not in heading:
        return None, None
    folded = " ".join(fold(heading).split())
    years = _YEAR.findall(folded)
    if len(years) != 1 or _OTHER.search(folded) is not None:
        return None, None
    year = int(years[0])
    return dt.date(year, 1, 1), dt.date(year, 12, 31)

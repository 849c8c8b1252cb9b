"""Dates that cannot be: days that no calendar has, wrong weekdays, the order of time."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator

import regex

from pipeline.audit.model import Found, Paper, number
from pipeline.audit.wording import flat, sentence
from pipeline.grammar.spelling import fold
from pipeline.rulebook import Rulebook
from pipeline.rulebook.checks import Check
from pipeline.rulebook.derived import derived
from pipeline.rulebook.trie import trie_regex

# A dash or dot is one of a date only before a year: `13-15 tháng 6`, `20-30 lượt` have none.
_YEAR = r"(?P<year>(?:19|20)\d{2})"
_DATE = (
    r"(?P<day>\d{1,2})(?|"
    rf"\s?[.-]\s?(?P<month>\d{{1,2}})\s?[/.-]\s?{_YEAR}"
    r"|(?:\s?/\s?|\s{1,5}tháng\s{1,5})(?P<month>\d{1,2})"
    rf"(?:(?:\s?[/.-]\s?|,?\s{{1,5}}năm\s{{1,5}}){_YEAR})?"
    r")(?![\d/])(?!\s{1,5}tháng)"
)
_NAMED = regex.compile(rf"(?<!\p{{L}})ngày\s{{1,5}}{_DATE}")
_WEEKDAY = regex.compile(
    r"(?<!\p{L})(?P<name>thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)"
    rf"\s{{0,3}}[,(–-]?\s{{0,3}}(?:ngày\s{{1,5}})?{_DATE}"
)
_LUNAR = regex.compile(r"âm lịch|\(âl\)")
_ORDINAL = regex.compile(
    r"(?:lần|phiên|kỳ|họp|khóa|đợt|năm|quý|phần|cấp|giai đoạn|tuần|tháng|buổi|ngày|lớp|vòng|"
    r"hội nghị|đại hội|chặng|bài|tiết|trận|loạt)\s*\Z"
)
# What makes days a length of time, or a number a count of each day.
_LENGTH = regex.compile(r"(?:\d|mỗi|một|hai|ba|trong|hàng|hằng|từng|bình quân|các|những)\s{1,5}\Z")
_WEEKDAYS = {
    "hai": 0, "2": 0, "ba": 1, "3": 1, "tư": 2, "4": 2, "năm": 3, "5": 3, "sáu": 4, "6": 4,
    "bảy": 5, "7": 5, "nhật": 6,
}  # fmt: skip
_NAMES = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_ASKED = regex.compile(
    r"(?<!\p{L})(?:gửi|báo cáo|nộp|đăng ký|trả lời|góp ý|hoàn thành|phản hồi|đề nghị)(?!\p{L})"
)
_PAST = regex.compile(
    r"(?<!\p{L})(?:đã|chưa|từng|quá hạn|chậm|muộn|được cấp|được giao|theo quy định|quy định tại|"
    r"theo thời hạn|theo thời gian|theo tiến độ|theo yêu cầu|đúng hạn|đúng thời hạn)(?!\p{L})"
)
# Types that ask for something by a day; reports and laws tell of days that are over.
_ASKING = frozenset({"CV", "KH", "CT", "HD", "TB", "GM", "CĐ"})


def date_impossible(paper: Paper, check: Check) -> Iterator[Found]:
    """Days that no calendar has: `ngày 31/11`, `ngày 30 tháng 02`."""
    words = fold(paper.text)
    seen = 0
    first = None
    bad = False
    for hit in _NAMED.finditer(words):
        day, month, year = (int(hit.group(name) or 0) for name in ("day", "month", "year"))
        if not year and _is_count(paper, words, hit):
            continue
        place = paper.span(hit.start(), hit.end())
        seen += 1
        first = first or place
        if 1 <= month <= 12 and 1 <= day <= _last(month, year):
            continue
        if not day or not month:
            continue  # a blank that was filled with zeros
        if _LUNAR.search(words, hit.end(), hit.end() + 40):
            continue
        bad = True
        last = f"1–{_last(month, year)}/{month}" if 1 <= month <= 12 else "1–12"
        yield Found("contradiction", (place,), last, flat(place.quote))
    if first is not None and not bad:
        yield Found("consistent", (first,), number(seen), number(seen))


def weekday(paper: Paper, check: Check) -> Iterator[Found]:
    """The weekday named beside a date against the calendar."""
    words = fold(paper.text)
    for hit in _WEEKDAY.finditer(words):
        year = int(hit.group("year") or 0)
        if not year and paper.header["issued_on"] is None:
            continue
        if _ORDINAL.search(words[max(0, hit.start() - 12) : hit.start()]):
            continue  # `lần thứ hai`, `phiên họp thứ 5`: the ordinal of a meeting
        day, month = int(hit.group("day")), int(hit.group("month"))
        place = (paper.span(hit.start(), hit.end()),)
        named = _WEEKDAYS[hit.group("name").split()[-1]]
        try:
            date = dt.date(year or paper.header["issued_on"].year, month, day)
        except ValueError:
            continue  # date_impossible tells
        expected, observed = f"{_NAMES[date.weekday()]} {date:%d/%m/%Y}", _NAMES[named]
        if date.weekday() == named:
            yield Found("consistent", place, expected, observed)
        elif year:
            yield Found("contradiction", place, expected, observed)
        else:
            yield Found("not_checkable", place, expected, observed, None, "year_not_printed")


def cited_after_issue(paper: Paper, check: Check) -> Iterator[Found]:
    """The days of cited documents against the day of issue: none is later."""
    issued, printed = paper.header["issued_on"], paper.head("issued_on")
    dated = [row for row in paper.of("citations") if row["cited_on"] is not None]
    if not dated:
        return
    if issued is None or printed is None:
        place = (paper.row("citations", dated[0]),)
        yield Found("not_checkable", place, None, None, None, "no_day_of_issue")
        return
    if paper.header["genre"] != "dispatch":
        return
    late = False
    for row in dated:
        days = (row["cited_on"] - issued).days
        if days <= check.tolerance:
            continue
        late = True
        places = (printed, paper.row("citations", row))
        yield Found(
            "contradiction", places, f"≤ {issued:%d/%m/%Y}", f"{row['cited_on']:%d/%m/%Y}",
            float(days),
        )  # fmt: skip
    if not late:
        last = max(dated, key=lambda row: (row["cited_on"], -row["start"]))
        places = (printed, paper.row("citations", last))
        days = (last["cited_on"] - issued).days
        yield Found(
            "consistent", places, f"≤ {issued:%d/%m/%Y}", f"{last['cited_on']:%d/%m/%Y}",
            float(days),
        )  # fmt: skip


def deadline_after_issue(paper: Paper, check: Check) -> Iterator[Found]:
    """Deadlines that a document sets against its day of issue: none has passed."""
    issued, printed = paper.header["issued_on"], paper.head("issued_on")
    for row in paper.of("dates"):
        if row["role"] != "deadline" or row["date_end"] is None:
            continue
        place = paper.row("dates", row)
        if issued is None or printed is None:
            yield Found("not_checkable", (place,), None, None, None, "no_day_of_issue")
            continue
        days = (row["date_end"] - issued).days
        places = (printed, place)
        expected, observed = f"≥ {issued:%d/%m/%Y}", f"{row['date_end']:%d/%m/%Y}"
        if days >= -check.tolerance:
            yield Found("consistent", places, expected, observed, float(days))
            continue
        begin, _ = sentence(paper, row["start"], row["end"])
        words = fold(paper.text[begin : row["start"]])
        asks = paper.header["doc_type"] in _ASKING and _ASKED.search(words)
        if asks and not _PAST.search(words) and str(row["date_end"].year) in row["quote"]:
            yield Found("contradiction", places, expected, observed, float(days))
        else:
            yield Found("not_checkable", places, expected, observed, None, "tells_of_the_past")


def _is_count(paper: Paper, words: str, hit: regex.Match[str]) -> bool:
    """`20/30` that is a length of time, or counts what a noun behind it names."""
    if "tháng" in hit.group():
        return False
    if _LENGTH.search(words, max(0, hit.start() - 20), hit.start()):
        return True
    return _nouns(paper.rules).match(words, hit.end()) is not None


@derived
def _nouns(rules: Rulebook) -> regex.Pattern[str]:
    terms = map(fold, rules.lexicon("counted_nouns").column("term"))
    return regex.compile(rf"\s{{1,5}}{trie_regex(terms)}(?!\p{{L}})")


def _last(month: int, year: int) -> int:
    """The last day of a month; of a February without a year the 29th."""
    return calendar.monthrange(year or 2000, month)[1]

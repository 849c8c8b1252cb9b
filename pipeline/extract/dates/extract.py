"""Dates: every date and period of a dispatch with its role (issued, cited, deadline, ...).

Conventions: gold README `dates`; document_format.md section 4; figures.md sections 6 and 7.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

import regex

from pipeline.extract.dates.draft_year import day_in_draft_year, without_end
from pipeline.extract.dates.events import event_of
from pipeline.extract.dates.roles import Role, role_of
from pipeline.extract.dates.school_year import is_outside, school_year_of
from pipeline.grammar.date_bare import BARE
from pipeline.grammar.date_grammar import (
    DateExpression,
    day_of,
    find_expressions,
    last_of_month,
)
from pipeline.model import TELLING, Block, CitationMention, DateMention, Dispatch

if TYPE_CHECKING:
    from pipeline.rulebook import Rulebook

_MENDED = 0.8  # a digit was put right or is unread, or the first day of a period is not read
_STAMP_REACH = 60  # letters of a stamp before its day
_UNREAD_DAY = 12  # letters of a day that was not read, with its word
# Ends the second of two terms, `trước ngày 25/6 và ngày 25/12/2026`: no clause opens behind it.
_TERM_END = regex.compile(r"\s*(?:[.,;:)]|$|(?:về|để|cho|qua|theo|hằng|hàng|gửi)(?!\p{L}))")
_YEAR = regex.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# `Nguyễn Văn Năm | 1968`: a name and a year of birth, in two cells
_NAMED_YEAR = regex.compile(r"(?<=\p{Lu}\p{Ll}{0,6}[ \t])Năm(?:\t|[ \t]{2})")
_BLANK_DAY = regex.compile(r"ng[àa]\S{0,6}\s{0,2}\S{0,4}\s{0,2}$")


@dataclass(frozen=True, slots=True)
class IssueDate:
    """The date of a place-and-date line at ``start:end``.

    ``day`` is None where the day is blank; ``first`` and ``last`` then span the month, or the year
    if the month is blank too.
    """

    start: int
    end: int
    year: int
    day: dt.date | None
    first: dt.date | None
    last: dt.date | None
    precision: Literal["day", "month", "year"] = "day"


def find_issue_date(view: str, rules: Rulebook) -> IssueDate | None:
    """The first date of a head line, blank or not; offsets relative to ``view``."""
    hit = rules.pattern("date.issue").regex.search(view)
    if hit is None:
        return None
    year = int(hit["y"])
    if hit["m"] is None:
        whole = dt.date(year, 1, 1), dt.date(year, 12, 31)
        return IssueDate(hit.start(), hit.end(), year, None, *whole, "year")
    month = int(hit["m"])
    if hit["d"] is None:
        first, last = dt.date(year, month, 1), last_of_month(year, month)
        return IssueDate(hit.start(), hit.end(), year, None, first, last, "month")
    day = day_of(year, month, int(hit["d"]))
    return IssueDate(hit.start(), hit.end(), year, day, day, day)


def extract_dates(
    dispatch: Dispatch, citations: tuple[CitationMention, ...], rules: Rulebook
) -> tuple[DateMention, ...]:
    """All dates and periods, each mention once, in the order of the text (absolute offsets).

    :param citations: of the same dispatch; a day that dates one of them is ``cited``
    """
    issued = _reference(dispatch, rules)
    found: dict[tuple[int, int], DateMention] = {}
    head = _head_mention(dispatch, rules)
    if head is not None:
        found[head.start, head.end] = head
    starts = [citation.start for citation in citations]
    stand_in = None if issued is not None else _day_of_draft(dispatch, rules)
    own = issued or stand_in
    school_year = school_year_of(dispatch)
    is_of_own_year = own is not None and _is_about(own.year, dispatch)
    stamp = rules.pattern("date.stamp_before").regex
    since = rules.pattern("date.since_before").regex
    torn = rules.pattern("date.torn_day").regex
    for block in dispatch.blocks:
        if block.kind not in TELLING:
            continue
        cited = citations[bisect_left(starts, block.start) : bisect_left(starts, block.end)]
        term_ends: int | None = None  # of a deadline, whose word the next day may share
        for item in find_expressions(block.view, rules, own):
            item = item if stand_in is None else without_end(item, stand_in)
            start, end = block.start + item.start, block.start + item.end
            if head is not None and start < head.end and head.start < end:
                continue
            if item.rule == "date.year" and _NAMED_YEAR.match(dispatch.text.text, start):
                continue
            if stamp.search(dispatch.text.text, max(0, start - _STAMP_REACH), start):
                continue
            if item.rule in BARE and (
                not is_of_own_year
                or (school_year is not None and is_outside(item.first, school_year))
            ):
                continue
            role = role_of(block, item, dispatch, cited, issued, rules)
            if role == "event" and term_ends is not None:
                is_joined = block.view[term_ends : item.start].strip() == "và"
                if is_joined and _TERM_END.match(block.view, item.end):
                    role = "deadline"
            term_ends = item.end if role == "deadline" and item.precision == "day" else None
            if _is_mended(item, block, dispatch.text.text):
                item = replace(item, confidence=min(item.confidence, _MENDED))
            if item.precision == "month" and torn.search(
                block.view, max(0, item.start - _UNREAD_DAY), item.start
            ):
                item = replace(item, confidence=min(item.confidence, _MENDED))
            if item.rule == "date.until_day" and since.search(block.view, 0, item.start):
                item = replace(item, confidence=min(item.confidence, _MENDED))
            item = _as_in_head(item, block, role, dispatch)
            event = None
            if role == "event":
                event = event_of(block.view, item.start, item.end, rules)
            mention = _mention(item, start, end, role, event, block.is_duplicate)
            found.setdefault((start, end), mention)
    return tuple(found[span] for span in sorted(found))


def _is_about(year: int, dispatch: Dispatch) -> bool:
    """Whether the subject names no other year alone: not `Kế hoạch năm 2024` in a paper of 2023."""
    subject = dispatch.head.subject
    years = set(_YEAR.findall(subject.value)) if subject is not None else set()
    return not years or str(year) in years


def _as_in_head(
    item: DateExpression, block: Block, role: Role, dispatch: Dispatch
) -> DateExpression:
    """A month of issue on a recognised page, its day unread, as the day that the head prints.

    An annex repeats the day of its paper (`Kèm theo Quyết định số ... ngày 3h tháng 5 năm 2021`).
    """
    day = dispatch.head.issued_on
    if day is None or role != "issued" or item.precision != "month" or item.last is None:
        return item
    is_recognised = any(page.is_ocr and page.number == block.page for page in dispatch.text.pages)
    if not is_recognised or not item.first <= day <= item.last:
        return item
    before = block.view[max(0, item.start - _UNREAD_DAY) : item.start]
    if not _BLANK_DAY.search(before):
        return item
    return replace(
        item, first=day, last=day, precision="day", confidence=min(item.confidence, _MENDED)
    )


def _is_mended(item: DateExpression, block: Block, text: str) -> bool:
    """Whether a digit of the date is another letter in the text: recognition misread it."""
    start = block.start + item.start
    pairs = zip(
        block.view[item.start : item.end], text[start : block.start + item.end], strict=True
    )
    return any(seen.isdigit() and seen != printed for seen, printed in pairs)


def _reference(dispatch: Dispatch, rules: Rulebook) -> dt.date | None:
    """The document's own date, to which ``đến nay`` and dates without a year refer."""
    if dispatch.head.issued_on is not None:
        return dispatch.head.issued_on
    if dispatch.head.issued_span is not None:
        start, end = dispatch.head.issued_span
        stated = find_issue_date(dispatch.text.text[start:end], rules)
        if stated is not None and stated.precision != "year":  # `đến nay` may end any day of it
            return stated.last
    published = dispatch.metadata.published
    return published.date() if isinstance(published, dt.datetime) else published


def _day_of_draft(dispatch: Dispatch, rules: Rulebook) -> dt.date | None:
    """A day in the year of the place-and-date line, where neither day nor month is filled in."""
    if dispatch.head.issued_span is None:
        return None
    start, end = dispatch.head.issued_span
    stated = find_issue_date(dispatch.text.text[start:end].replace("\n", " "), rules)
    if stated is None or stated.precision != "year":
        return None
    return day_in_draft_year(stated.year, dispatch, rules)


def _head_mention(dispatch: Dispatch, rules: Rulebook) -> DateMention | None:
    """The issue date of the head, or the day of publication of a news page."""
    if dispatch.head.issued_span is None:
        return None
    start, end = dispatch.head.issued_span
    is_news = dispatch.head.genre == "news"
    role: Role = "published" if is_news else "issued"
    if dispatch.head.doc_type == "BB" and dispatch.head.place is None:
        role = "event"  # minutes carry the day of their meeting
    day = dispatch.head.issued_on
    if day is not None:
        rule = "date.clock" if is_news else "date.issue"
        sure = dispatch.head.issued_sure
        return DateMention(start, end, day, day, "day", role, rule, sure)
    stated = find_issue_date(dispatch.text.text[start:end].replace("\n", " "), rules)
    if stated is None or stated.first is None:
        return None
    torn = rules.pattern("date.torn_day").regex.search(dispatch.text.text, start, end)
    return DateMention(
        start, end, stated.first, stated.last, stated.precision, role, "date.issue",
        1.0 if torn is None else _MENDED,
    )  # fmt: skip


def _mention(
    item: DateExpression, start: int, end: int, role: Role, event: str | None, is_duplicate: bool
) -> DateMention:
    return DateMention(
        start, end, item.first, item.last, item.precision, role, item.rule, item.confidence, event,
        is_duplicate=is_duplicate,
    )  # fmt: skip

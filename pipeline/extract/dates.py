"""Dates: every date and period of a dispatch with its role (issued, cited, deadline, ...).

Conventions: gold README `dates`; document_format.md section 4; figures.md sections 6 and 7.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from pipeline.grammar.date_grammar import (
    DateExpression,
    day_of,
    find_expressions,
    last_of_month,
)
from pipeline.model import Block, CitationMention, DateMention, Dispatch

if TYPE_CHECKING:
    from pipeline.rulebook import Rulebook

Role = Literal["issued", "cited", "event", "deadline", "period", "published"]

_KINDS = frozenset(
    {"basis", "paragraph", "list_item", "heading", "table", "appendix", "subject", "repeated"}
)
# No citation with its subject is longer.
_CITATION_REACH = 900
_MENDED = 0.8  # a digit was put right
_SENTENCE_REACH, _CUE_REACH, _ANNEX_REACH = 220, 120, 240
_DEADLINES = frozenset({"date.before_day", "date.before_month", "date.from_now"})
_STANDS = frozenset({"date.until_day", "date.until_month", "date.until_year"})


@dataclass(frozen=True, slots=True)
class IssueDate:
    """The date of a place-and-date line at ``start:end``.

    ``day`` is None where the day is blank; ``first`` and ``last`` then span the month (both None if
    the month is blank too).
    """

    start: int
    end: int
    day: dt.date | None
    first: dt.date | None
    last: dt.date | None


def find_issue_date(view: str, rules: Rulebook) -> IssueDate | None:
    """The first date of a head line, blank or not; offsets relative to ``view``."""
    hit = rules.pattern("date.issue").regex.search(view)
    if hit is None:
        return None
    year = int(hit["y"])
    if hit["m"] is None:
        return IssueDate(hit.start(), hit.end(), None, None, None)
    month = int(hit["m"])
    if hit["d"] is None:
        first, last = dt.date(year, month, 1), last_of_month(year, month)
        return IssueDate(hit.start(), hit.end(), None, first, last)
    day = day_of(year, month, int(hit["d"]))
    return IssueDate(hit.start(), hit.end(), day, day, day)


def parse_day(text: str, rules: Rulebook) -> dt.date | None:
    """The one day that a text states (``ngày 03 tháng 5 năm 2018``, ``12/8/2020``), else None."""
    days = [item for item in find_expressions(text, rules) if item.precision == "day"]
    return days[0].first if len(days) == 1 else None


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
    for block in dispatch.blocks:
        if block.kind not in _KINDS:
            continue
        cited = [c for c in citations if block.start <= c.start < block.end]
        for item in find_expressions(block.view, rules, issued):
            start, end = block.start + item.start, block.start + item.end
            if head is not None and start < head.end and head.start < end:
                continue
            role = _role(block, item, dispatch, cited, rules)
            if _is_mended(item, block, dispatch.text.text):
                item = replace(item, confidence=min(item.confidence, _MENDED))
            found.setdefault((start, end), _mention(item, start, end, role, block.is_duplicate))
    return tuple(found[span] for span in sorted(found))


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
        if stated is not None:
            return stated.last
    published = dispatch.metadata.published
    return published.date() if isinstance(published, dt.datetime) else published


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
        sure = 1.0 if dispatch.head.issued_rule == "layout.place_date" else 0.7
        return DateMention(start, end, day, day, "day", role, rule, sure)
    stated = find_issue_date(dispatch.text.text[start:end].replace("\n", " "), rules)
    if stated is None or stated.first is None:
        return None
    precision: Literal["day", "month"] = "month" if stated.day is None else "day"
    return DateMention(start, end, stated.first, stated.last, precision, role, "date.issue")


def _mention(
    item: DateExpression, start: int, end: int, role: Role, is_duplicate: bool
) -> DateMention:
    return DateMention(
        start, end, item.first, item.last, item.precision, role, item.rule, item.confidence,
        is_duplicate=is_duplicate,
    )  # fmt: skip


def _role(
    block: Block,
    item: DateExpression,
    dispatch: Dispatch,
    citations: list[CitationMention],
    rules: Rulebook,
) -> Role:
    view = block.view
    if item.rule in _DEADLINES:
        return "deadline"
    if item.rule in _STANDS:
        return "period"
    if item.precision in ("day", "month") and _is_annex_date(block, item, dispatch, rules):
        return "issued"
    before = view[max(0, item.start - _SENTENCE_REACH) : item.start]
    if item.rule == "date.clock" and dispatch.head.genre == "news":
        return "published"
    if item.precision == "day" or item.rule == "date.blank_day":
        if _dates_citation(block, item, citations):
            return "cited"
        if _dates_law(before, rules):
            return "cited"
        cue = view[max(0, item.start - _CUE_REACH) : item.start]
        if rules.pattern("date.type_before").regex.search(cue):
            return "cited"
        if rules.pattern("date.deadline_before").regex.search(cue):
            return "deadline"
        return "event"
    if item.rule == "date.year" and _dates_law(before, rules):
        return "cited"
    if item.rule in ("date.days", "date.listed"):
        sentence = before[before.rfind(".") + 1 :]
        meeting = rules.pattern("date.meeting").regex.search(sentence)
        return "event" if meeting is not None or item.rule == "date.listed" else "period"
    return "period"


def _dates_citation(block: Block, item: DateExpression, citations: list[CitationMention]) -> bool:
    """Whether the day dates a citation: right behind its number, or it is the citation's day.

    ``citations`` are those of the block, by their start.
    """
    start, end = block.start + item.start, block.start + item.end
    first = bisect_left(citations, start - _CITATION_REACH, key=lambda c: c.start)
    for citation in citations[first:]:
        if citation.start > start + _SENTENCE_REACH:
            break
        if citation.number_span is None:
            continue
        gap = block.view[citation.number_span[1] - block.start : item.start]
        is_behind = citation.number_span[1] <= start and not gap.strip(" ,(")
        if is_behind:
            return True
        is_near = citation.start - _SENTENCE_REACH <= start and end <= citation.end
        if is_near and citation.cited_on == item.first:
            return True
    return False


def _dates_law(before: str, rules: Rulebook) -> bool:
    """Whether what stands before a date is a law's name, the nearest one, and nothing else."""
    pattern = rules.pattern("date.law_before").regex
    hit = later = pattern.search(before)
    while later is not None:
        hit, later = later, pattern.search(before, later.start("name"))
    return hit is not None and not rules.pattern("date.law_break").regex.search(hit["name"])


def _is_annex_date(block: Block, item: DateExpression, dispatch: Dispatch, rules: Rulebook) -> bool:
    """The date of ``(Kèm theo Quyết định số ... ngày ...)`` above an annex."""
    at = block.start + item.start
    for appendix in dispatch.appendices:
        line = appendix.parent_line
        if line is not None and line[0] <= at < line[1]:
            return True
    if block.part == 0 or block.kind not in ("appendix", "heading"):
        return False
    before = block.view[max(0, item.start - _ANNEX_REACH) : item.start]
    return rules.pattern("date.enclosed_before").regex.search(before) is not None

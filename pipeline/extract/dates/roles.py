"""What a date is there for: it dates a document, an event, a deadline, or bounds a period.

Conventions: gold README `dates`; document_format.md section 4.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

import regex

from pipeline.extract.annex_lines import is_in_annex_line
from pipeline.grammar.date_grammar import DateExpression
from pipeline.model import Block, CitationMention, Dispatch

if TYPE_CHECKING:
    from pipeline.rulebook import Rulebook

Role = Literal["issued", "cited", "event", "deadline", "period", "published"]

# No citation with its subject is longer.
_CITATION_REACH = 900
_SENTENCE_REACH, _CUE_REACH, _ANNEX_REACH, _DUTY_REACH = 220, 120, 240, 80
_TOP_OF_PAGE = 600  # letters
_ENDS_IN_CLOCK = regex.compile(r"\s\d{1,2}:\d{2}$")  # no meeting is called `13/01/2017 10:47`
_FORM_REACH = 150  # letters from the number in the corner of a form to its day
_LONGEST_MEETING = 31  # days
_LABEL_REACH = 40  # letters of a label and of the signs behind it
_DEADLINES = frozenset({"date.before_month", "date.from_now", "date.from_now_year"})
_STANDS = frozenset({"date.until_day", "date.until_month", "date.until_quarter", "date.until_year"})
_UNITS = frozenset({"date.bare_quarter", "date.bare_month"})
_BLANKS = frozenset({"date.blank_day", "date.blank_month"})
_PAPERS_BEFORE = ("date.type_before", "date.findings_before", "date.petition_before")


def role_of(
    block: Block,
    item: DateExpression,
    dispatch: Dispatch,
    citations: Sequence[CitationMention],
    issued: dt.date | None,
    rules: Rulebook,
) -> Role:
    """The role of a date of ``block``.

    :param citations: those of the block, by their start
    :param issued: the document's own date, if known
    """
    view = block.view
    if item.rule in _DEADLINES or _is_term_of_quarter(view, item):
        return "deadline"
    if item.rule in _STANDS or (item.rule in _UNITS and item.precision == "day"):
        return "period"
    is_day = item.precision == "day" or item.rule in _BLANKS
    if (is_day or item.precision == "month") and _is_annex_date(block, item, dispatch, rules):
        return "issued"
    before = view[max(0, item.start - _SENTENCE_REACH) : item.start]
    if item.rule == "date.before_day":
        return "deadline" if _is_due(item, before, issued, rules) else "period"
    if item.rule == "date.clock" and (
        dispatch.head.genre == "news"
        or _is_clock_line(block.start + item.start, dispatch, rules)
        or (
            dispatch.head.genre == "other"
            and block.start + item.start < _TOP_OF_PAGE
            and _ENDS_IN_CLOCK.search(view, item.start, item.end) is not None
        )
    ):
        return "published"
    if is_day and (
        rules.pattern("date.posted").regex.search(before)
        or _is_page_line(block.start + item.start, dispatch, rules)
    ):
        return "published"
    if is_day and rules.pattern("date.viewed").regex.match(
        dispatch.text.text, block.start + item.end
    ):
        return "issued" if issued == item.first else "published"
    if is_day:
        label = rules.pattern("date.issued_label").regex.search(before or _above(block, dispatch))
        is_own = issued == item.first and (
            block.kind == "subject"  # `CỦA BỘ A SỐ 12-TT NGÀY 5 THÁNG 6 NĂM 1961 VỀ VIỆC ...`
            or _is_on_form(block, item, dispatch)
            or rules.pattern("zones.subject_number_day").regex.fullmatch(view.strip())
            or label is not None
        )
        # a law site shows its table of attributes and nothing of the paper's head
        if is_own or (issued is None and label is not None and "hành" in label.group()):
            return "issued"
        return _role_of_day(block, item, before, dispatch, citations, rules)
    if item.rule in ("date.year", "date.year_list") and (
        _is_behind_number(block, item, citations) or _dates_law(before, rules)
    ):
        return "cited"
    if item.rule == "date.month_bracket" and _closes_citation(block, item, citations):
        return "cited"
    if item.rule in ("date.days", "date.dashed_days", "date.listed"):
        sentence = before[before.rfind(".") + 1 :]
        if not any(map(str.isalpha, sentence)):
            sentence = _above(block, dispatch)  # `KỲ HỌP THỨ 5 | (Từ ngày 7 đến ngày 9/12/2020)`
        if item.last is not None and (item.last - item.first).days > _LONGEST_MEETING:
            return "period"  # `Thời gian thi đua: từ ngày 12/02 đến hết ngày 31/12`
        meeting = rules.pattern("date.meeting").regex.search(sentence)
        return "event" if meeting is not None or item.rule == "date.listed" else "period"
    if _is_rest_of_day(block, item, citations, rules):
        return "cited"
    if item.precision == "month" and rules.pattern("date.place_line").regex.fullmatch(view.strip()):
        return "issued"  # `An Bình, tháng 03 năm 2023` on the cover of a report
    bounded = rules.pattern("date.bounded_unit").search(before)
    is_term = bounded is not None and _is_due(item, before[: bounded.start()], issued, rules)
    return "deadline" if is_term else "period"


def _is_term_of_quarter(view: str, item: DateExpression) -> bool:
    """``từ nay đến hết quý IV/2025``."""
    opens = view[item.start : item.start + 2].casefold() == "từ"
    return item.rule == "date.until_quarter" and opens


def _is_on_form(block: Block, item: DateExpression, dispatch: Dispatch) -> bool:
    """The own day in the corner of a form, parted from the own number by what is to be filled in.

    `Ban hành theo QĐ số: 12/2001/QĐ-BTC | Bộ phận: ..... | ngày 13/3/2001 của Bộ trưởng Bộ A`.
    """
    own = dispatch.head.doc_number
    if own is None or not block.view[item.end : item.end + 8].lstrip().startswith("của "):
        return False
    at = block.start + item.start
    return _bare(own.value) in _bare(dispatch.text.text[max(0, at - _FORM_REACH) : at])


def _role_of_day(
    block: Block,
    item: DateExpression,
    before: str,
    dispatch: Dispatch,
    citations: Sequence[CitationMention],
    rules: Rulebook,
) -> Role:
    if _dates_citation(block, item, citations):
        return "cited"
    number = rules.pattern("date.number_before").regex.search(before)
    opens = block.view[item.start].isupper() and before.rstrip()[-1:] == "."
    if number is not None and not opens:  # `... số 5/QĐ-SNV. Ngày 9/3/2023, ...` is of the next
        own = dispatch.head.doc_number
        is_own = own is not None and _bare(own.value) in _bare(number["number"])
        return "issued" if is_own else "cited"
    adopted = rules.pattern("date.law_adopted").regex.search(before)
    if adopted is not None:
        return "cited" if adopted["own"] is None else "issued"
    if _dates_law(before, rules):
        return "cited"
    cue = before[-_CUE_REACH:]
    if item.rule == "date.bare_day" and not _names_day(block, item):
        return "event"  # `Theo báo cáo của Sở A, sáng 10/9`: no paper has a morning
    if not opens and any(rules.pattern(rule).regex.search(cue) for rule in _PAPERS_BEFORE):
        return "cited"
    if rules.pattern("date.deadline_before").regex.search(cue):
        return "deadline"
    is_line = rules.pattern("date.place_line").regex.fullmatch(block.view.strip()) is not None
    return "issued" if is_line else "event"


def _names_day(block: Block, item: DateExpression) -> bool:
    """Whether a day without a year opens with the word for it."""
    return block.view[item.start : item.end].casefold().startswith("ngày")


def _is_clock_line(at: int, dispatch: Dispatch, rules: Rulebook) -> bool:
    """Whether the line around an offset is the time of a page, as above a paper that it prints."""
    text = dispatch.text.text
    end = text.find("\n", at)
    line = text[text.rfind("\n", 0, at) + 1 : end if end >= 0 else len(text)]
    return rules.pattern("layout.news_clock").regex.search(line.strip()) is not None


def _is_page_line(at: int, dispatch: Dispatch, rules: Rulebook) -> bool:
    """Whether the line around an offset is the only one at the top of a page that tells its day.

    A timetable has a line for each of its days.
    """
    if dispatch.head.genre == "dispatch" or at > _TOP_OF_PAGE:
        return False
    lines = list(rules.pattern("date.page_line").regex.finditer(dispatch.text.text))
    return len(lines) == 1 and lines[0].start() <= at < lines[0].end()


def _above(block: Block, dispatch: Dispatch) -> str:
    """The end of what stands above a block, such as its label (``Ngày ban hành | 5/6/2017``)."""
    return dispatch.text.text[max(0, block.start - _LABEL_REACH) : block.start]


def _bare(number: str) -> str:
    """A document number without blanks and joints, as a form may print it broken."""
    return "".join(letter for letter in number if letter.isalnum())


def _is_due(item: DateExpression, before: str, issued: dt.date | None, rules: Rulebook) -> bool:
    """Whether ``trước ngày X`` sets a term: not if it bounds what happened until then.

    What must be sent, done or reported has a term.  A day past on that of the document is one only
    where something is asked for (a mistake that an auditor looks for); what was granted, founded or
    broken before a day has none.
    """
    clause = before[max(before.rfind(";"), before.rfind(". ")) + 1 :]
    if issued is not None and (item.last or item.first) < issued:
        return rules.pattern("date.request_before").regex.search(clause) is not None
    if rules.pattern("date.duty_before").regex.search(clause[-_DUTY_REACH:]):
        return True
    return rules.pattern("date.bound_before").regex.search(clause) is None


def _dates_citation(
    block: Block, item: DateExpression, citations: Sequence[CitationMention]
) -> bool:
    """Whether the day dates a citation: right behind its number, or it is the citation's day."""
    start, end = block.start + item.start, block.start + item.end
    first = bisect_left(citations, start - _CITATION_REACH, key=lambda c: c.start)
    for citation in citations[first:]:
        if citation.start > start + _SENTENCE_REACH:
            break
        if citation.number_span is None:
            continue
        if _stands_behind(block, item, citation.number_span[1], ",("):
            return True
        is_near = citation.start - _SENTENCE_REACH <= start and end <= citation.end
        if is_near and citation.cited_on == item.first:
            return True
    return False


def _is_behind_number(
    block: Block, item: DateExpression, citations: Sequence[CitationMention]
) -> bool:
    """Whether the year dates a cited document: ``Quyết định số 12/QĐ-UBND năm 2019``."""
    start = block.start + item.start
    first = bisect_left(citations, start - _CITATION_REACH, key=lambda c: c.start)
    return any(
        citation.number_span is not None
        and _stands_behind(block, item, citation.number_span[1], "")
        for citation in citations[first:]
        if citation.start <= start
    )


def _closes_citation(
    block: Block, item: DateExpression, citations: Sequence[CitationMention]
) -> bool:
    """``Nghị định số 4/2006/NĐ-CP của Chính phủ (04/2006)``: the month of the paper before it."""
    return any(
        citation.end <= block.start + item.start and _stands_behind(block, item, citation.end, "")
        for citation in citations
    )


def _is_rest_of_day(
    block: Block, item: DateExpression, citations: Sequence[CitationMention], rules: Rulebook
) -> bool:
    """Whether the month or year is left of a cited paper's day that could not be read."""
    unread = rules.pattern("citation.unread_date").regex
    first = bisect_left(citations, block.start + item.start - _SENTENCE_REACH, key=_start)
    for citation in citations[first:]:
        if citation.number_span is None or citation.number_span[1] > block.start + item.start:
            continue
        end = citation.number_span[1] - block.start
        hit = unread.search(block.view, end, item.end)
        if (
            hit is not None
            and hit.end() == item.end
            and not block.view[end : hit.start()].strip(" ,(")
        ):
            return True
    return False


def _start(citation: CitationMention) -> int:
    return citation.start


def _stands_behind(block: Block, item: DateExpression, end: int, between: str) -> bool:
    """Whether the date follows on what ends at ``end`` (an offset of the text).

    :param between: the signs that may stand between the two, beside blanks
    """
    gap = block.view[max(0, end - block.start) : item.start]
    return end <= block.start + item.start and not gap.strip(f" \t\n{between}")


def _dates_law(before: str, rules: Rulebook) -> bool:
    """Whether what stands before a date is a law's name, the nearest one, and nothing else."""
    if rules.pattern("date.law_amended").regex.search(before):
        return True
    pattern = rules.pattern("date.law_before").regex
    hit = later = pattern.search(before)
    while later is not None:
        hit, later = later, pattern.search(before, later.start("name"))
    return hit is not None and not rules.pattern("date.law_break").regex.search(hit["name"])


def _is_annex_date(block: Block, item: DateExpression, dispatch: Dispatch, rules: Rulebook) -> bool:
    """The date of ``(Kèm theo Quyết định số ... ngày ...)`` above an annex."""
    if is_in_annex_line(dispatch, block.start + item.start):
        return True
    if rules.pattern("date.enclosed_line").regex.match(block.view, 0, item.start):
        return True
    if block.part == 0 or block.kind not in ("appendix", "heading"):
        return False
    before = block.view[max(0, item.start - _ANNEX_REACH) : item.start]
    return rules.pattern("date.enclosed_before").regex.search(before) is not None

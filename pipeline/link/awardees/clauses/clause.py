"""The clause that confers or proposes an award: which, by whom, by what decision, for when.

A list of names says nothing about its award; the clause above it does (`Điều 1. Tặng Bằng khen của
... cho 5 tập thể (có danh sách kèm theo)`, the title of the list, a heading).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import regex

from pipeline.extract.awards import PRIZE, awards_in_words
from pipeline.extract.bodies import name_end, repair_codes
from pipeline.link.awardees.clauses.aimed import is_aimed
from pipeline.link.awardees.clauses.amended import adds
from pipeline.link.awardees.clauses.confers import (
    Wording,
    confers,
    goes_to_others,
    is_duty,
    is_joined,
)
from pipeline.link.awardees.clauses.giver import (
    giver_before,
    giver_behind,
    giver_in_capitals,
    is_whose,
    sole_givers,
)
from pipeline.link.awardees.clauses.refused import is_held_back
from pipeline.link.awardees.clauses.several import (
    certificate_for_title,
    of_all,
    several,
    without_merits,
)
from pipeline.link.awardees.clauses.years import year_said
from pipeline.link.deciding import Deciding, cites_rules, is_of_other_year, year_of
from pipeline.model import AwardMention, Block, CitationMention
from pipeline.rulebook import Rulebook

Role = Literal["awardee", "nominee"]

_TO_LISTED = regex.compile(r"[^.;:]{0,80}?\scho\s[^;]{2,200}:\s*$")
_ENCLOSED = regex.compile(r"(?<!\s)\s+(?i:kèm theo|\()")  # `(kèm theo Quyết định số 5)`
_BOTH, _SURE, _PLANNED = 0.9, 0.95, 0.85
_CLAUSE_REACH = 500  # letters before and behind an award that can say whose it is

_STOP = regex.compile(r"(?<=\p{Ll})\.\s")


@dataclass(frozen=True, slots=True)
class AwardClause:
    """What a clause says of the names that belong to it; ``start:end`` is its sentence in the text.

    ``award`` is None where the clause names several awards (rows of a list then name their own).
    """

    start: int
    end: int
    award: str | None
    award_name: str | None
    grade: str | None
    conferred_by: str | None
    decision: str | None
    year: int | None
    role: Role
    confidence: float
    award_end: int = 0
    belongs_to: str | None = None
    award_start: int = 0
    is_year_stated: bool = True  # False: that of the document, for want of another
    also: AwardClause | None = None  # a second award for the same names: `tặng A và công nhận B`
    either: tuple[AwardClause, ...] = ()  # one award in several words, by the kind of place

    def restated(self, own: AwardClause, rules: Rulebook) -> AwardClause:
        """This clause below a heading that states another award; a giver bound to the award before
        is not carried over."""
        is_bound = sole_givers(rules).get(self.award or "") == self.conferred_by
        return replace(
            self, award=own.award, award_name=own.award_name, grade=own.grade,
            conferred_by=own.conferred_by or (None if is_bound else self.conferred_by), also=None,
            either=own.either,
        )  # fmt: skip

    def with_award(self, mention: AwardMention) -> AwardClause:
        """The clause of a row that names its own award."""
        return replace(
            self, award=mention.award, award_name=mention.award_name, grade=mention.grade,
            also=None, either=(),
        )  # fmt: skip


def both_given(
    block: Block, first: AwardClause, second: AwardClause, *, rules: Rulebook
) -> AwardClause | None:
    """`Tặng Giấy khen và công nhận danh hiệu X cho các cá nhân sau:`: one list, two awards; None
    where each award may have recipients of its own (`tặng Cờ và Bằng khen cho các đơn vị`)."""
    view = block.view
    start, end = first.award_end - block.start, second.award_start - block.start
    behind = _TO_LISTED.match(view, second.award_end - block.start)
    if (
        not rules.pattern("clauses.clause_verb_between").regex.fullmatch(view, start, end)
        or behind is None
    ):
        return None
    if rules.pattern("clauses.clause_bodies").regex.search(behind.group()) and rules.pattern(
        "clauses.clause_people"
    ).regex.search(behind.group()):
        return None  # `tặng Cờ và trao Bằng khen cho các đơn vị, cá nhân sau:`
    sure = min(first.confidence, _BOTH)
    return replace(first, also=replace(second, confidence=sure), confidence=sure)


def clauses_in(
    block: Block, citations: Sequence[CitationMention], deciding: Deciding, rules: Rulebook
) -> tuple[AwardClause, ...]:
    """The clauses of a block that confer or propose an award, one for each award and giver."""
    is_title = block.view.lstrip(" -–+*").lower().startswith("danh sách ")
    wording = Wording(block.view, block.start, citations, deciding, rules, is_title)
    return tuple(stated_clauses(wording))


def title_clause(wording: Wording) -> AwardClause | None:
    """The clause that a list's title or heading states, which needs no verb."""
    words, offset = wording.words, wording.offset
    found = without_merits(list(stated_clauses(wording)), words, offset, wording.rules)
    if not found:
        return None
    if (certificate := certificate_for_title(found, words, offset)) is not None:
        return certificate
    is_one = len({c.award_name for c in found}) == 1
    return of_all(found[0], found) if is_one else several(found)


def stated_clauses(wording: Wording) -> Iterator[AwardClause]:
    """The clauses of words, one for each award and giver."""
    words = wording.words
    awards = awards_in_words(words, wording.rules)
    if not awards:
        return
    for begin, end in _sentences(words, wording.rules):
        seen: set[tuple[object, ...]] = set()
        before: AwardClause | None = None
        for award in _inside(awards, begin, end):
            first = max(begin, award.start - _CLAUSE_REACH)
            last = min(end, award.end + _CLAUSE_REACH)
            if before is not None and _is_contest(wording, before, award):
                continue
            clause = _clause(wording, award, first, last)
            if clause is None:
                continue
            again = award.start if goes_to_others(wording, award, end) else None
            key = (clause.award_name, clause.grade, clause.conferred_by, again)
            if key not in seen:
                seen.add(key)
                if before is not None and _lends_giver(wording, before, award, first):
                    giver = clause.conferred_by or before.conferred_by
                    clause = replace(clause, conferred_by=giver)
                before = clause
                yield clause


def _is_contest(wording: Wording, before: AwardClause, award: AwardMention) -> bool:
    """Is the award only the name of the contest whose prize stands right before it?"""
    if before.award != PRIZE:
        return False
    behind = before.award_end - wording.offset
    return (
        wording.rules.pattern("clauses.clause_of_contest").regex.fullmatch(
            wording.words, behind, award.start
        )
        is not None
    )


def _lends_giver(wording: Wording, before: AwardClause, award: AwardMention, first: int) -> bool:
    """Is the award joined to the one before, so that one body gives both?

    The giver that the law alone names for the one before (Huân chương) is not that of the other.
    """
    if sole_givers(wording.rules).get(before.award or "") == before.conferred_by:
        return False
    behind = before.award_end - wording.offset
    joined = wording.rules.pattern("clauses.clause_and_award").regex.fullmatch(
        wording.words, behind, award.start
    )
    return joined is not None or is_joined(wording.words, first, award.start, wording.rules)


def _inside(awards: Sequence[AwardMention], begin: int, end: int) -> Sequence[AwardMention]:
    first = bisect_left(awards, begin, key=lambda a: a.start)
    return awards[first : bisect_left(awards, end, key=lambda a: a.start)]


def _sentences(words: str, rules: Rulebook) -> Iterator[tuple[int, int]]:
    begin = 0
    for match in rules.pattern("clauses.clause_sentence_end").regex.finditer(words):
        yield begin, match.start()
        begin = match.end()
    yield begin, len(words)


@dataclass(frozen=True, slots=True)
class _Source:
    """Who gave an award, by which decision, for which year."""

    giver: str | None
    decision: str | None
    year: int | None
    is_year_stated: bool = True


def _clause(wording: Wording, award: AwardMention, begin: int, end: int) -> AwardClause | None:
    words, offset, rules = wording.words, wording.offset, wording.rules
    before = words[begin : award.start]
    aimed = is_aimed(before)
    if (aimed and not wording.is_title) or not confers(wording, award, begin, end):
        return None
    is_asked = (
        rules.pattern("clauses.clause_asked_behind").regex.match(words, award.end, end) is not None
    )
    asked_on = _asked_on(wording, begin, award.start)
    role = _role(wording, before, is_aimed=aimed or is_asked, asked_on=asked_on)
    if role == "nominee" and is_held_back(words, end, rules):
        return None
    giver, by_law = giver_behind(words, award, rules), sole_givers(rules).get(award.award)
    if giver is not None:
        giver, by_law = (None, by_law) if by_law and is_whose(giver, rules) else (giver, None)
    giver = giver or giver_before(words, begin, award, rules)
    if role == "awardee":
        year = year_said(words, begin, award.end, end, rules)
        source = _decided(wording, award, begin, end, _Source(giver, None, year))
    else:
        source = _Source(giver, None, None)
    own = source.giver if wording.deciding.decides else None
    sure = _PLANNED if is_duty(wording, before) else _SURE
    return AwardClause(
        begin + offset, end + offset, award.award, award.award_name, award.grade,
        own or by_law or source.giver or giver_in_capitals(words, award, rules),
        source.decision, source.year,
        role, min(sure, award.confidence), award.end + offset,
        _belongs(words, begin, end, rules), award.start + offset, source.is_year_stated,
    )  # fmt: skip


def _asked_on(wording: Wording, begin: int, verb: int) -> bool:
    """`đề nghị Bộ A tặng X cho B; tặng Y cho C`: what the semicolon parts is asked for as well.

    :param begin: where the words of the award begin, behind a semicolon; ``verb``, where it stands
    """
    words = wording.words
    if words[begin - 2 : begin] != "; " or not wording.rules.pattern(
        "clauses.clause_gives_alone"
    ).regex.match(words, begin, verb):
        return False
    since = max((m.end() for m in _STOP.finditer(words, 0, begin)), default=0)
    before = words[max(since, begin - _CLAUSE_REACH) : begin]
    return wording.rules.pattern("awardee.proposed").search(before) is not None


def _is_proposed(before: str, rules: Rulebook) -> bool:
    """Not `Sau khi xem xét các đề cử, Hội đồng đã quyết định trao`: what was asked is given."""
    asked = list(rules.pattern("awardee.proposed").finditer(before))
    decided = rules.pattern("clauses.clause_decided").regex
    return bool(asked) and decided.search(before, asked[-1].end()) is None


def _role(wording: Wording, before: str, *, is_aimed: bool, asked_on: bool) -> Role:
    deciding = wording.deciding
    is_put = wording.rules.pattern("clauses.polled_voted").regex.search(
        before
    ) or wording.rules.pattern("clauses.polled").regex.search(before)
    if is_aimed or is_put or asked_on or _is_proposed(before, wording.rules):
        is_own = deciding.decides and not deciding.proposes and not wording.is_title
        return "awardee" if is_own else "nominee"
    # `Ông A trước đó đã được tặng Giấy khen`, said in a proposal of another award
    return (
        "nominee"
        if deciding.proposes
        and not wording.rules.pattern("clauses.clause_had").regex.search(before)
        else "awardee"
    )


def _decided(wording: Wording, award: AwardMention, begin: int, end: int, said: _Source) -> _Source:
    """What the decision cited with an award, or the document itself, adds to what is said of it."""
    words, citations = wording.words, wording.citations
    deciding, rules = wording.deciding, wording.rules
    is_added = deciding.decides and adds(words[begin : award.start], rules)
    cited, is_one = (None, True) if is_added else _cited_here(wording, award, begin, end)
    if cited is None and deciding.is_money_only(words[begin : award.start], rules):
        cited = deciding.decision_about(award, citations, rules)
    if cited is not None:
        year = said.year or year_of(cited, rules)
        if not is_one:
            return _Source(said.giver, None, year)
        return _Source(said.giver or cited.cited_issuer, cited.cited_number, year)
    if deciding.decides:
        year = said.year or deciding.subject_year(rules)
        return _Source(
            said.giver or deciding.body, deciding.number, year or deciding.year, year is not None
        )
    about = deciding.decision_about(award, citations, rules)
    if about is None or is_of_other_year(about, said.year):  # another Bằng khen, of another year
        return said
    if rules.pattern("clauses.clause_besides").regex.match(words, begin, award.start):
        return said
    year, is_stated = said.year or year_of(about, rules), said.year is not None
    return replace(said, decision=about.cited_number, year=year, is_year_stated=is_stated)


def _cited_here(
    wording: Wording, award: AwardMention, begin: int, end: int
) -> tuple[CitationMention | None, bool]:
    """The decision cited in the sentence itself (`tại Quyết định số ...`), not the document's own.

    :return: the one nearest before the award, else the first behind it; and whether it is the only
        one (of `Quyết định số 5 và số 7 về việc tặng` nobody knows which gave what)
    """
    offset = wording.offset
    here = [
        citation
        for citation in wording.citations
        if begin + offset <= citation.start < end + offset
        and citation.cited_type == "QĐ"
        and citation.cited_number not in {None, wording.deciding.number}
        and not cites_rules(citation, wording.rules)
    ]
    before = [citation for citation in here if citation.start < award.start + offset]
    if not before:
        return (here[0], True) if here else (None, True)
    if len(before) == 1:
        return before[0], True
    earlier, nearest = before[-2].end - offset, before[-1].start - offset
    return before[-1], wording.rules.pattern("clauses.clause_and").regex.fullmatch(
        wording.words, earlier, nearest
    ) is None


def _belongs(words: str, begin: int, end: int, rules: Rulebook) -> str | None:
    match = rules.pattern("awardee.belongs").regex.search(words, begin, end)
    if match is None:
        return None
    head = rules.pattern("body.outer").regex.match(words, match.end(), end)
    if head is None:
        return None
    stop = name_end(words, head.end(), rules, end)
    if aside := _ENCLOSED.search(words[match.end() : stop]):
        stop = match.end() + aside.start()
    return repair_codes(words[match.end() : stop], rules)

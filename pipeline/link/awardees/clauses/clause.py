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

from pipeline.extract.awards import awards_in_words
from pipeline.extract.bodies import name_end, repair_codes
from pipeline.link.awardees.clauses.aimed import is_aimed
from pipeline.link.awardees.clauses.giver import giver_before, giver_behind, sole_givers
from pipeline.link.awardees.clauses.praised import LETTER, SENT
from pipeline.link.awardees.clauses.refused import DENIED, REVOKED, is_faulted
from pipeline.link.awardees.clauses.years import year_said
from pipeline.link.deciding import Deciding, is_of_other_year
from pipeline.model import AwardMention, Block, CitationMention
from pipeline.rulebook import Rulebook

Role = Literal["awardee", "nominee"]

_SENTENCE = regex.compile(
    r"(?<!(?<!\p{L})(?:TP|Tp|TX|Tx|TT|Q|H|P|TS|ThS|PGS|GS|BS|KS))\.\s+(?=\p{Lu})|;\s"
)
_CONFER_REACH = 70
PRIZE, _PRIZE_REACH = "giai_hoi_thi", 100
_JOINED = regex.compile(r"(?:,|;|\bvà)\s{1,3}(?:các\s)?danh hiệu\s{0,3}[“\"]?$")
_AND_AWARD = regex.compile(r"[”\"]?\s?(?:,|,?\s(?:và|cùng|kèm))\s(?:các\s)?(?:danh hiệu\s)?[“\"]?")
_AND = regex.compile(r"[^.;]{0,40}?(?:,|\bvà)\s{1,3}(?:số\s{0,3}|Quyết định\s(?:số\s{0,3})?)?")
_TO_OTHERS = regex.compile(
    r"[”\"]?[^.;,:]{0,60}?\scho\s(?:các\s)?(?i:ông|bà|đồng chí|anh|chị|em|thầy|cô|bác s[iĩ]|kỹ sư"
    r"|nhà giáo|(?:nguyên |phó |thứ |bộ |tổng )?(?:giám đốc|chủ tịch|bí thư|bộ trưởng|hiệu trưởng"
    r"|trưởng)|(?:đại|thượng|trung|thiếu) (?:tướng|tá|úy|uỷ))\s"
)
_GOES_TO = regex.compile(
    r"[^.;,:]{0,20}?\s(?:thuộc về|dành cho|(?:được|đã được)\s(?:trao|trao tặng|tặng)\scho)\s?:?\s"
)
_ARTICLE = regex.compile(r"\W{0,4}Điều\s{1,3}\d{1,3}\W{1,4}(?i:nay\s)?")
_SO_MANY = regex.compile(
    r"(?<!\w)(?:\d{1,3}|hai|ba|bốn|sáu|bảy|tám|chín|mười)\s(?:danh hiệu\s)?[“\"]?$"
)
_OPENING = regex.compile(
    r"[ \u00a0\-–+*.\dIVXab)“\"]*(?i:(?:danh hiệu|hình thức|đồng)[ \u00a0:“\"]{1,4})?"
)
_GOT = regex.compile(r"(?<!\p{L})được\s$")
# `ba năm liền là chiến sĩ thi đua`: so papers of the years before 1990 tell of a title
_BEEN = regex.compile(
    r"(?<=(?:liền|liên tục|liên tiếp|nhiều năm|\d{4}),? (?:đều |cũng )?)là\s(?:danh hiệu\s)?[“\"]?$"
)
# `Bà A: 25/25 phiếu đồng ý đề nghị danh hiệu X`
_VOTED = regex.compile(
    r"(?<=\d\s(?:số\s)?phiếu[^.;:]{0,40}?)(?<!\p{L})(?:đề nghị|tán thành|đồng ý|nhất trí)"
    r"\s(?:danh hiệu\s)?[“\"]?$"
)
_HAD = regex.compile(
    r"(?<!\p{L})(?:đã|từng)\s(?:từng\s)?(?:(?:nhiều|\p{L}{2,4}|\d{1,2})\s(?:lần|năm liền)\s)?được\s"
    r"(?:(?!thống nhất|nhất trí|đồng ý|bình xét|xét|hội đồng|phiếu|hội nghị)[^.;,:]){0,60}?"
    r"(?:tặng thưởng|trao tặng|phong tặng|tặng|trao|công nhận)"
    r"(?:\s(?:danh hiệu|giải thưởng))?\s?[“\"]?$"
)
# `Công nhận Ban Chấp hành A (đơn vị Cờ thi đua năm 2024) gồm:`: what A has won before
_WON_ASIDE = regex.compile(
    r"\((?i:đơn vị|tập thể|người|là|từng|đã|đạt|nhiều năm)(?!\p{L})[^():]{0,60}$"
)
# a verb of its own, and no recipients, between two awards of one article
_VERB_BETWEEN = regex.compile(
    r"[”\"]?(?:(?!\scho\s)[^.;:\d]){0,80}?\s(?:và|đồng thời)\s"
    r"(?:tặng|trao|trao tặng|tặng thưởng|công nhận)\s(?:danh hiệu\s)?[“\"]?"
)
_TO_LISTED = regex.compile(r"[^.;:]{0,80}?\scho\s[^;]{2,200}:\s*$")
_BODIES = regex.compile(r"(?<!\p{L})(?:tập thể|đơn vị|cơ quan|chi bộ)(?!\p{L})")
_PEOPLE = regex.compile(r"(?<!\p{L})(?:cá nhân|ông|bà|đồng chí)(?!\p{L})")
_BOTH = 0.9
_CLAUSE_REACH = 500  # letters before and behind an award that can say whose it is


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

    def restated(self, own: AwardClause, rules: Rulebook) -> AwardClause:
        """This clause below a heading that states another award; a giver bound to the award before
        is not carried over."""
        is_bound = sole_givers(rules).get(self.award or "") == self.conferred_by
        return replace(
            self, award=own.award, award_name=own.award_name, grade=own.grade,
            conferred_by=own.conferred_by or (None if is_bound else self.conferred_by), also=None,
        )  # fmt: skip

    def with_award(self, mention: AwardMention) -> AwardClause:
        """The clause of a row that names its own award."""
        return replace(
            self, award=mention.award, award_name=mention.award_name, grade=mention.grade, also=None
        )


def both_given(block: Block, first: AwardClause, second: AwardClause) -> AwardClause | None:
    """`Tặng Giấy khen và công nhận danh hiệu X cho các cá nhân sau:`: one list, two awards; None
    where each award may have recipients of its own (`tặng Cờ và Bằng khen cho các đơn vị`)."""
    view = block.view
    start, end = first.award_end - block.start, second.award_start - block.start
    behind = _TO_LISTED.match(view, second.award_end - block.start)
    if _VERB_BETWEEN.fullmatch(view, start, end) is None or behind is None:
        return None
    if _BODIES.search(behind.group()) and _PEOPLE.search(behind.group()):
        return None  # `tặng Cờ và trao Bằng khen cho các đơn vị, cá nhân sau:`
    sure = min(first.confidence, _BOTH)
    return replace(first, also=replace(second, confidence=sure), confidence=sure)


def clauses_in(
    block: Block, citations: Sequence[CitationMention], deciding: Deciding, rules: Rulebook
) -> tuple[AwardClause, ...]:
    """The clauses of a block that confer or propose an award, one for each award and giver."""
    is_title = block.view.lstrip(" -–+*").lower().startswith("danh sách ")
    return tuple(_clauses(block.view, block.start, citations, deciding, rules, is_title=is_title))


def title_clause(
    words: str,
    offset: int,
    citations: Sequence[CitationMention],
    deciding: Deciding,
    rules: Rulebook,
) -> AwardClause | None:
    """The clause that a list's title or heading states, which needs no verb."""
    found = list(_clauses(words, offset, citations, deciding, rules, is_title=True))
    if not found:
        return None
    return _several(found) if len({c.award_name for c in found}) > 1 else found[0]


def stated_clauses(
    words: str,
    offset: int,
    citations: Sequence[CitationMention],
    deciding: Deciding,
    rules: Rulebook,
) -> Iterator[AwardClause]:
    """The clauses of a line that states awards without a verb, one for each award."""
    return _clauses(words, offset, citations, deciding, rules, is_title=True)


def _several(clauses: Sequence[AwardClause]) -> AwardClause:
    return replace(clauses[0], award=None, award_name=None, grade=None)


def _clauses(
    words: str,
    offset: int,
    citations: Sequence[CitationMention],
    deciding: Deciding,
    rules: Rulebook,
    *,
    is_title: bool,
) -> Iterator[AwardClause]:
    awards = awards_in_words(words, rules)
    if not awards:
        return
    for begin, end in _sentences(words):
        seen: set[tuple[object, ...]] = set()
        before: AwardClause | None = None
        for award in _inside(awards, begin, end):
            first, last = (
                max(begin, award.start - _CLAUSE_REACH),
                min(end, award.end + _CLAUSE_REACH),
            )
            clause = _clause(
                words, first, last, award, offset, citations, deciding, rules, is_title=is_title
            )
            if clause is None:
                continue
            # named again with other people (`Bằng khen cho ông A, Bằng khen cho bà B`)?
            again = award.start if _TO_OTHERS.match(words, award.end, end) else None
            key = (clause.award_name, clause.grade, clause.conferred_by, again)
            if key not in seen:
                seen.add(key)
                if before is not None and _lends_giver(words, before, award, offset, first, rules):
                    giver = clause.conferred_by or before.conferred_by
                    clause = replace(clause, conferred_by=giver)
                before = clause
                yield clause


def _lends_giver(
    words: str, before: AwardClause, award: AwardMention, offset: int, first: int, rules: Rulebook
) -> bool:
    """Is the award joined to the one before, so that one body gives both?

    The giver that the law alone names for the one before (Huân chương) is not that of the other.
    """
    if sole_givers(rules).get(before.award or "") == before.conferred_by:
        return False
    joined = _AND_AWARD.fullmatch(words, before.award_end - offset, award.start)
    return joined is not None or _JOINED.search(words[first : award.start]) is not None


def _inside(awards: Sequence[AwardMention], begin: int, end: int) -> Sequence[AwardMention]:
    first = bisect_left(awards, begin, key=lambda a: a.start)
    return awards[first : bisect_left(awards, end, key=lambda a: a.start)]


def _sentences(words: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for match in _SENTENCE.finditer(words):
        if words[max(0, match.start() - 9) : match.start()].lstrip().startswith("Điều "):
            continue  # the full stop of `Điều 1.`
        yield begin, match.start()
        begin = match.end()
    yield begin, len(words)


def _clause(
    words: str,
    begin: int,
    end: int,
    award: AwardMention,
    offset: int,
    citations: Sequence[CitationMention],
    deciding: Deciding,
    rules: Rulebook,
    *,
    is_title: bool,
) -> AwardClause | None:
    before = words[begin : award.start]
    conferred = list(rules.pattern("awardee.confer").on(words).finditer(before))
    # `được bằng khen`: the verb is told from others by the award behind it, which `before` lacks
    if not conferred and (
        got := _GOT.search(before)
        or _BEEN.search(before)
        or _VOTED.search(before)
        or (SENT.search(before) if award.award_name == LETTER else None)
    ):
        conferred = [got]
    if conferred and DENIED.search(before, 0, conferred[-1].start()):
        return None
    if REVOKED.search(before) or is_faulted(before, words[award.end : end]):
        return None
    aimed = is_aimed(before)
    if aimed and not is_title:
        return None
    if conferred and _WON_ASIDE.search(before, conferred[-1].end()):
        return None
    if (
        not is_title
        and (not conferred or _is_far(before, conferred[-1].end()))
        and not (conferred and deciding.decides and _opens_article(before, conferred[0].start()))
        and not (conferred and _TO_OTHERS.match(words, award.end, end))  # shares the verb
        and not _begins(before)
        and _GOES_TO.match(words, award.end, end) is None
        and not _goes_to_named(words, award, rules)
        and not _is_counted(words, award, rules)
    ):
        return None
    proposed = aimed or rules.pattern("awardee.proposed").search(before) is not None
    # `Ông A trước đó đã được tặng Giấy khen`, said in a proposal of another award
    had = _HAD.search(before) is not None and not proposed
    role: Role = (
        "nominee"
        if (deciding.proposes and not had) or (proposed and not deciding.decides)
        else "awardee"
    )
    if deciding.decides and is_title and proposed:
        role = "nominee"
    giver = giver_behind(words, award, rules)
    by_law = None if giver else sole_givers(rules).get(award.award)
    giver = giver or giver_before(words, begin, award, rules)
    decision, year = None, year_said(words, begin, award.end, end, rules)
    is_stated = True
    if role == "awardee":
        cited, is_one = _cited_here(words, begin, award.start, end, offset, citations, deciding)
        if cited is None and deciding.is_money_only(words[begin : award.start], rules):
            cited = deciding.decision_about(award, citations, rules)
            if cited is not None:
                giver = giver or cited.cited_issuer
        if cited is not None:
            decision = cited.cited_number if is_one else None
            giver = giver or (cited.cited_issuer if is_one else None)
            year = year or (cited.cited_on.year if cited.cited_on else None)
        elif deciding.decides:
            decision = deciding.number
            giver = giver or deciding.body
            year = year or deciding.subject_year(rules)
            is_stated, year = year is not None, year or deciding.year
        else:
            about = deciding.decision_about(award, citations, rules)
            if about is not None and is_of_other_year(about, year):
                about = None  # another Bằng khen, of another year
            decision = about.cited_number if about else None
    else:
        year = None
    return AwardClause(
        begin + offset, end + offset, award.award, award.award_name, award.grade,
        giver if deciding.decides and giver else by_law or giver, decision,
        year, role, min(0.95, award.confidence), award.end + offset,
        _belongs(words, begin, end, rules), award.start + offset, is_stated,
    )  # fmt: skip


def _is_far(before: str, verb_end: int) -> bool:
    """Is the award too far from its verb? One joined by `và danh hiệu` shares the verb before."""
    return len(before) - verb_end > _CONFER_REACH and _JOINED.search(before) is None


def _opens_article(before: str, verb: int) -> bool:
    """`Điều 1. Khen thưởng 4 tập thể ..., hình thức: Giấy khen`: the article itself confers."""
    return _ARTICLE.fullmatch(before, 0, verb) is not None


def _is_counted(words: str, award: AwardMention, rules: Rulebook) -> bool:
    """`06 Nghệ nhân nhân dân, gồm: A, B`: those who have got it are listed."""
    counted = _SO_MANY.search(words[max(0, award.start - 24) : award.start])
    if counted is None:
        return False
    return rules.pattern("award.title_counted").on(words).match(words, award.end) is not None


def _goes_to_named(words: str, award: AwardMention, rules: Rulebook) -> bool:
    """`giải Nhất em A, giải Nhì em B`: a prize is said to be somebody's without a verb."""
    behind = words[award.end : award.end + _PRIZE_REACH]
    return (
        award.award == PRIZE and rules.pattern("awardee.prize_to").regex.match(behind) is not None
    )


def _begins(before: str) -> bool:
    """Does the award open its clause (a heading `Bằng khen:` or a list's sub-title)?"""
    return _OPENING.fullmatch(before) is not None


def _cited_here(
    words: str,
    begin: int,
    award: int,
    end: int,
    offset: int,
    citations: Sequence[CitationMention],
    deciding: Deciding,
) -> tuple[CitationMention | None, bool]:
    """The decision cited in the sentence itself (`tại Quyết định số ...`), not the document's own.

    :return: the one nearest before the award, else the first behind it; and whether it is the only
        one (of `Quyết định số 5 và số 7 về việc tặng` nobody knows which gave what)
    """
    here = [
        citation
        for citation in citations
        if begin + offset <= citation.start < end + offset
        and citation.cited_type == "QĐ"
        and citation.cited_number not in {None, deciding.number}
    ]
    before = [citation for citation in here if citation.start < award + offset]
    if not before:
        return (here[0], True) if here else (None, True)
    earlier = before[-2].end - offset if len(before) > 1 else begin
    is_joined = len(before) > 1 and _AND.fullmatch(words, earlier, before[-1].start - offset)
    return before[-1], not is_joined


def _belongs(words: str, begin: int, end: int, rules: Rulebook) -> str | None:
    match = rules.pattern("awardee.belongs").regex.search(words, begin, end)
    if match is None:
        return None
    head = rules.pattern("body.outer").regex.match(words, match.end(), end)
    if head is None:
        return None
    stop = name_end(words, head.end(), rules, end)
    kem = regex.search(r"\s+(?i:kèm theo|\()", words[match.end() : stop])
    if kem:
        stop = match.end() + kem.start()
    return repair_codes(words[match.end() : stop], rules)

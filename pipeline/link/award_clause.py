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
from pipeline.link.deciding import Deciding
from pipeline.model import AwardMention, Block, CitationMention
from pipeline.rulebook import Rulebook

Role = Literal["awardee", "nominee"]

_SENTENCE = regex.compile(r"\.\s+(?=\p{Lu})|;\s")
_ORDERS = ("hc_", "hch_")  # given by the President alone (Luật 06/2022/QH15)
_CONFER_REACH = 70
_JOINED = regex.compile(r"(?:,|;|\bvà)\s{1,3}(?:các\s)?danh hiệu\s{0,3}[“\"]?$")
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

    def with_award(self, mention: AwardMention) -> AwardClause:
        """The clause of a row that names its own award."""
        return replace(
            self, award=mention.award, award_name=mention.award_name, grade=mention.grade
        )


def clauses_in(
    block: Block, citations: Sequence[CitationMention], deciding: Deciding, rules: Rulebook
) -> tuple[AwardClause, ...]:
    """The clauses of a block that confer or propose an award, one for each award and giver."""
    return tuple(_clauses(block.view, block.start, citations, deciding, rules, is_title=False))


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
    for begin, end in _sentences(words):
        seen: set[tuple[str | None, str | None]] = set()
        before: AwardClause | None = None
        for award in _inside(awards, begin, end):
            first, last = (
                max(begin, award.start - _CLAUSE_REACH),
                min(end, award.end + _CLAUSE_REACH),
            )
            clause = _clause(
                words, first, last, award, offset, citations, deciding, rules, is_title=is_title
            )
            if clause is not None and (clause.award_name, clause.conferred_by) not in seen:
                seen.add((clause.award_name, clause.conferred_by))
                if before is not None and _JOINED.search(words[first : award.start]):
                    giver = clause.conferred_by or before.conferred_by
                    clause = replace(clause, conferred_by=giver)
                before = clause
                yield clause


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
    if (
        not is_title
        and (not conferred or _is_far(before, conferred[-1].end()))
        and not _begins(before)
    ):
        return None
    proposed = rules.pattern("awardee.proposed").regex.search(before) is not None
    role: Role = (
        "nominee" if deciding.proposes or (proposed and not deciding.decides) else "awardee"
    )
    if deciding.decides and is_title and proposed:
        role = "nominee"
    giver = _giver(words, begin, award, rules)
    decision, year = None, _year(words, begin, award.end, end, rules)
    if role == "awardee":
        cited = _cited_here(citations, begin + offset, end + offset, deciding)
        if cited is None and deciding.is_money_only(words[begin : award.start], rules):
            cited = deciding.decision_about(award, citations, rules)
            if cited is not None:
                giver = giver or cited.cited_issuer
        if cited is not None:
            decision = cited.cited_number
            year = year or (cited.cited_on.year if cited.cited_on else None)
        elif deciding.decides:
            decision = deciding.number
            giver = giver or deciding.body
            year = year or deciding.subject_year(rules) or deciding.year
        else:
            about = deciding.decision_about(award, citations, rules)
            decision = about.cited_number if about else None
        if giver is None and award.award.startswith(_ORDERS):
            giver = "Chủ tịch nước"
    else:
        year = None
    return AwardClause(
        begin + offset, end + offset, award.award, award.award_name, award.grade, giver, decision,
        year, role, min(0.95, award.confidence), award.end + offset,
        _belongs(words, begin, end, rules),
    )  # fmt: skip


def _is_far(before: str, verb_end: int) -> bool:
    """Is the award too far from its verb? One joined by `và danh hiệu` shares the verb before."""
    return len(before) - verb_end > _CONFER_REACH and _JOINED.search(before) is None


def _begins(before: str) -> bool:
    """Does the award open its clause (a heading `Bằng khen:` or a list's sub-title)?"""
    return len(before.strip(' \u00a0-–+*.0123456789IVXab)“"')) == 0


def _cited_here(
    citations: Sequence[CitationMention], start: int, end: int, deciding: Deciding
) -> CitationMention | None:
    """A decision cited in the sentence itself (`tại Quyết định số ...`), not the document's own."""
    for citation in citations:
        is_here = start <= citation.start < end and citation.cited_type == "QĐ"
        if is_here and citation.cited_number not in {None, deciding.number}:
            return citation
    return None


def _giver(words: str, begin: int, award: AwardMention, rules: Rulebook) -> str | None:
    """The authority named with the award: behind it (`của ...`) or as subject of the verb."""
    behind = rules.pattern("awardee.given_by").regex.match(words[award.end : award.end + 60])
    if behind:
        start = award.end + behind.end()
        if end := _authority_end(words, start, len(words), rules):
            return repair_codes(words[start:end].strip(), rules)
    before = words[begin : award.start]
    verb = rules.pattern("awardee.given_verb").on(words).search(before)
    if verb is None:
        return None
    for match in regex.finditer(r"(?<![\p{L}\p{N}])\p{Lu}", before[: verb.start()]):
        end = _authority_end(before, match.start(), verb.start(), rules)
        if end == verb.start():
            return repair_codes(before[match.start() : end].strip(), rules)
    return None


def _authority_end(words: str, at: int, stop: int, rules: Rulebook) -> int | None:
    """Where the authority that begins at ``at`` ends; None if none begins there."""
    post = rules.pattern("body.post").regex.match(words, at, stop)
    body_at = post.end() + 1 if post is not None else at
    whole = rules.pattern("body.whole_name").regex.match(words, body_at, stop)
    if whole is not None:
        return whole.end()
    for pattern in ("body.post", "body.outer", "body.lower"):
        head = rules.pattern(pattern).regex.match(words, at, stop)
        if head:
            return name_end(words, head.end(), rules, stop)
    return None


def _year(words: str, begin: int, award_end: int, end: int, rules: Rulebook) -> int | None:
    """The year that the award is for: behind it in the sentence, else before it."""
    pattern = rules.pattern("awardee.year").regex
    match = pattern.search(words, award_end, end) or pattern.search(words, begin, award_end)
    return int(match["year"]) if match else None


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

"""Entries that name their own award: `1. Ông A, Tổ trưởng: Giấy khen`, `2. Bà B - Bằng khen`.

The article above them confers without a word of which (`Điều 1. Khen thưởng các cá nhân sau:`), or
names several awards.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

import regex

from pipeline.extract.awards import PRIZE, awards_in_words
from pipeline.link.awardees.clauses.clause import AwardClause, stated_clauses
from pipeline.link.awardees.line_above import ARTICLE, tells_other_matter
from pipeline.link.awardees.lists.sections import is_section_line
from pipeline.link.awardees.recipients.names import Named, read_entry
from pipeline.link.awardees.walk import Walk
from pipeline.model import AwardMention, Block

_REACH = 60  # blocks up to the line that opens the list
_SURE = 0.9
_JOINT = regex.compile(r"[”\"]?,?\s(?:và\s)?(?i:tặng\s)?(?i:danh hiệu\s)?[“\"]?|[”\"]?,\s[“\"]?")
# the giver or the year, and the money that comes with it
_BEHIND = regex.compile(
    r"[”\"]?(?:\s(?:(?:bộ )?môn|nội dung|kỳ thi|hội thi|cuộc thi|cấp)\s[^,;:.()]{2,90})?+"
    r"(?:\s(?:năm \d{4}|của\s[^,;:().]{2,90}))*\s?"
    r"(?:[.;]|$|[,(–-]\s?(?i:(?:và )?(?:kèm|thưởng|mức|tiền|số tiền|trị giá))(?!\p{L})"
    r"(?:[^.;]|\.(?=\d))*[.;]?)"
    r"[\s/.;]*$"
)
_OPEN_END = ":"


def take_own_award(walk: Walk, index: int, block: Block) -> bool:
    """Keep the entry of a list whose entries name their awards; False if it is none."""
    if block.kind != "list_item" or not block.label or ARTICLE.match(block.view):
        return False
    if walk.is_elsewhere:
        return False
    if not (walk.deciding.decides or walk.deciding.proposes) or not _is_below(walk, index):
        return False
    awards = awards_in_words(block.view, walk.rules)
    if walk.clause is not None and not _may_differ(walk.clause, awards):
        return False
    lead = (
        walk.rules.pattern("lists.own_awards_lead").regex.search(
            block.view, len(block.label), awards[0].start
        )
        if awards
        else None
    )
    if lead is None or not _are_alone(block.view, awards):
        return False
    named = read_entry(block.view[: lead.start()], block.start, walk.rules)
    if named is None or block.view[named.tail - block.start : lead.start()].strip(" ,.;"):
        return False
    return _give(walk, index, block, lead.start(), named)


def _may_differ(clause: AwardClause, awards: Sequence[AwardMention]) -> bool:
    """Does the list leave the award to its entries, or only its grade?"""
    if clause.award is None:
        return True
    grades = [a.grade for a in awards if a.award == clause.award]
    return clause.grade is None and len(grades) == len(awards) and all(grades)


def _give(walk: Walk, index: int, block: Block, at: int, named: Named) -> bool:
    words = block.view[at:].lstrip(" :–-")
    clauses = stated_clauses(walk.titled(words, block.end - len(words)))
    given = [clause for clause in clauses if clause.award is not None]
    sure = min(named.confidence, _SURE)
    for clause in given:
        placed = replace(named, workplace=named.workplace or walk.unit, confidence=sure)
        walk.rows.enter(block, placed, _of_list(walk, index, clause))
    return bool(given)


def _of_list(walk: Walk, index: int, clause: AwardClause) -> AwardClause:
    """The clause of an entry with the giver and the year that the line above the list states."""
    above = walk.clause
    if clause.award == PRIZE and walk.rules.pattern("lists.own_awards_winners").regex.search(
        _opener(walk, index) or ""
    ):
        return replace(clause, conferred_by=None, decision=None)  # who rewards it gave no prize
    if above is None:
        return clause
    is_own = clause.conferred_by not in {None, walk.deciding.body}
    return replace(
        clause,
        conferred_by=clause.conferred_by if is_own else above.conferred_by or clause.conferred_by,
        year=clause.year if clause.is_year_stated else above.year or clause.year,
    )


def _is_below(walk: Walk, index: int) -> bool:
    """Does a line that confers, and says nothing else, open the list of the entry?"""
    view = _opener(walk, index)
    if view is None or tells_other_matter(view, walk.rules):
        return False
    if walk.rules.pattern("lists.own_awards_winners").regex.search(view):
        return True
    if walk.deciding.decides:
        return walk.rules.pattern("awardee.award_article").regex.match(view) is not None
    asks = walk.rules.pattern("awardee.proposed").on(view).search(view)
    return (
        asks is not None
        and walk.rules.pattern("lists.own_awards_asked").regex.search(view, asks.start())
        is not None
    )


def _opener(walk: Walk, index: int) -> str | None:
    """The line that opens the list of an entry, where it ends as such lines do."""
    blocks = walk.dispatch.blocks
    level = blocks[index].level
    for above in reversed(blocks[max(0, index - _REACH) : index]):
        is_beside = above.label and above.level >= level and not ARTICLE.match(above.view)
        if not is_beside and not is_section_line(walk, above):
            view = above.view.rstrip()
            return view if view.endswith(_OPEN_END) else None
    return None


def _are_alone(view: str, awards: Sequence[AwardMention]) -> bool:
    """Is nothing said behind the awards of the entry but giver, year and money?"""
    joined = all(
        _JOINT.fullmatch(view, one.end, other.start) for one, other in itertools.pairwise(awards)
    )
    return joined and _BEHIND.match(view, awards[-1].end) is not None

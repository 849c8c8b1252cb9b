"""Prizes that share one verb, each with its winner: `A giành giải Nhất, B giải Nhì, C giải Ba`."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.awards import PRIZE
from pipeline.link.awardees.clauses.clause import AwardClause
from pipeline.link.awardees.recipients.series import Enumerated, enumerated
from pipeline.model import Block
from pipeline.rulebook import Rulebook

_SURE = 0.85
_REACH = 120  # letters before a prize in which its winner is told


def before_next_winners(
    view: str, clause: AwardClause, at: int, limit: int | None, rules: Rulebook
) -> int | None:
    """`giải Nhì cho đội A; các đội B, C đồng giải Ba`: where those of the next prize begin."""
    own = (
        rules.pattern("prose.each_prize_next_winners").regex.search(view, at)
        if clause.award == PRIZE
        else None
    )
    return limit if own is None or (limit is not None and limit < own.start()) else own.start()


def makers_of(
    block: Block, found: Sequence[Enumerated], rules: Rulebook, limit: int | None
) -> Sequence[Enumerated]:
    """`giải Nhì là Trường A của KTS B`: a building that got a prize is its architect's."""
    last = found[-1].named
    made = (
        rules.pattern("prose.each_prize_made_by").regex.match(block.view, last.tail - block.start)
        if last.kind != "person"
        else None
    )
    if made is None:
        return found
    makers = list(enumerated(block, made.end(), (), rules, limit))
    return [item.at_most(_SURE) for item in makers if item.named.kind == "person"]


def before_prize(
    block: Block, clause: AwardClause, others: Sequence[AwardClause], rules: Rulebook
) -> list[Enumerated] | None:
    """Who stands between the prize before and this one; None where nobody new does.

    Where somebody stands there who is not read, nobody is given it: it is not the first winner's.
    """
    if clause.award != PRIZE:
        return None
    view, at = block.view, clause.award_start - block.start
    earlier = [c.award_end - block.start for c in others if c.award_end <= clause.award_start]
    if told := _right_before(block, max(earlier, default=0), at, rules):
        return told
    parts = (
        list(rules.pattern("prose.each_prize_next").regex.finditer(view, max(earlier), at))
        if earlier
        else []
    )
    if not parts:
        return None
    begin = parts[-1].end()
    if not rules.pattern("prose.each_prize_name").regex.match(view, begin, at) or rules.pattern(
        "prose.each_prize_own_verb"
    ).regex.search(view, begin, at):
        return None
    return _up_to(block, begin, at, rules)


def _right_before(block: Block, begin: int, at: int, rules: Rulebook) -> list[Enumerated]:
    """`em A (lớp 9A) giải Nhất môn Toán`: who is told to have it without a verb."""
    winner = rules.pattern("prose.each_prize_winner").regex.search(
        block.view, max(begin, at - _REACH), at
    )
    return _up_to(block, winner.start(), at, rules) if winner is not None else []


def _up_to(block: Block, begin: int, at: int, rules: Rulebook) -> list[Enumerated]:
    """The names that fill the words from ``begin`` to the prize, none where more stands there."""
    found = list(enumerated(block, begin, (), rules, at))
    if not found or block.view[found[-1].named.tail - block.start : at].strip(" :,-–)"):
        return []
    return [item.at_most(_SURE) for item in found]

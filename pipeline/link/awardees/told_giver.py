"""The giver that a headline or an earlier sentence names, for the same award named alone later.

News tells once who gives (`Chủ tịch UBND tỉnh tặng Bằng khen cho 3 cá nhân`) and goes on without
(`Ông A được nhận Bằng khen`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from pipeline.grammar.spelling import fold
from pipeline.link.awardees.clauses.clause import AwardClause, title_clause
from pipeline.link.awardees.clauses.giver import giver_asked
from pipeline.link.awardees.walk import Walk
from pipeline.model import Block

_LONGEST_HEADLINE = 220
_REACH = 30  # blocks from an item up to the line that opens its list
_CARRIED = 0.85


def hear_headline(walk: Walk) -> None:
    """Note who gives what in the headline of a page that is no dispatch."""
    if not _tells(walk):
        return
    subject = walk.dispatch.head.subject
    if subject is not None:
        words, start = subject.value, subject.start
    elif walk.dispatch.blocks and _is_headline(walk.dispatch.blocks[0]):
        words, start = walk.dispatch.blocks[0].view, walk.dispatch.blocks[0].start
    else:
        return
    own = title_clause(walk.titled(words, start))
    if own is not None:
        _hear(walk, own)


def with_told_giver(
    walk: Walk, block: Block, clauses: Sequence[AwardClause]
) -> tuple[AwardClause, ...]:
    """The clauses of a block, those without a giver with the only one told of their award."""
    clauses = [_as_asked_above(walk, block, clause) for clause in clauses]
    if not _tells(walk):
        return tuple(clauses)
    return tuple(_carried(walk, block, clause) for clause in clauses)


def _as_asked_above(walk: Walk, block: Block, clause: AwardClause) -> AwardClause:
    """`đề nghị UBND tỉnh:` and below it `- Tặng Cờ thi đua cho xã A`: who is asked for it."""
    if clause.role != "nominee" or clause.conferred_by is not None:
        return clause
    if not walk.rules.pattern("awardees.told_giver_opens_gift").regex.match(block.view):
        return clause
    at = bisect_left(walk.dispatch.blocks, block.start, key=lambda b: b.start)
    above = walk.dispatch.blocks[max(0, at - _REACH) : at]
    opener = next(
        (
            b
            for b in reversed(above)
            if b.view.rstrip().endswith(":")
            and b.label != block.label
            and not walk.rules.pattern("awardees.told_giver_opens_gift").regex.match(b.view)
        ),
        None,
    )
    giver = giver_asked(opener.view, walk.rules) if opener is not None else None
    return clause if giver is None else replace(clause, conferred_by=giver)


def _carried(walk: Walk, block: Block, clause: AwardClause) -> AwardClause:
    if clause.role != "awardee" or clause.award_name is None:
        return clause
    if clause.conferred_by is not None:
        clause = _own_decision(walk, clause)
        _hear(walk, clause)
        return clause
    told = walk.givers.get(clause.award_name or "", ())
    issued = walk.dispatch.head.issued_on
    is_of_now = clause.year is None or (issued is not None and clause.year == issued.year)
    said = block.view[clause.start - block.start : clause.end - block.start]
    if (
        len(told) != 1
        or not is_of_now
        or walk.rules.pattern("awardees.told_giver_earlier").regex.search(said)
    ):
        return clause
    giver, decision = told[0]
    if clause.decision not in {None, decision}:
        return clause
    return replace(clause, conferred_by=giver, confidence=min(clause.confidence, _CARRIED))


def _own_decision(walk: Walk, clause: AwardClause) -> AwardClause:
    """The clause without the decision by which another body gave the award of the same name."""
    told = walk.givers.get(clause.award_name or "", ())
    of_others = any(
        decision == clause.decision and not _is_same(giver, clause.conferred_by or "")
        for giver, decision in told
        if decision is not None
    )
    return replace(clause, decision=None) if of_others else clause


def _is_same(one: str, other: str) -> bool:
    """Is one name the longer or shorter form of the other?"""
    a, b = f"{fold(one)} ", f"{fold(other)} "
    return a.startswith(b) or b.startswith(a)


def _hear(walk: Walk, clause: AwardClause) -> None:
    """Note the giver of a clause, in the longer form where the same is noted already."""
    name, giver = clause.award_name, clause.conferred_by
    if clause.role != "awardee" or name is None or giver is None:
        return
    told = walk.givers.get(name, ())
    same = [(other, number) for other, number in told if _is_same(giver, other)]
    if not same:
        walk.givers[name] = (*told, (giver, clause.decision))
    elif len(told) == 1 and len(giver) > len(same[0][0]) and same[0][1] in {None, clause.decision}:
        walk.givers[name] = ((giver, clause.decision),)


def _tells(walk: Walk) -> bool:
    head, deciding = walk.dispatch.head, walk.deciding
    return head.doc_type is None and not (
        deciding.decides or deciding.proposes or deciding.regulates
    )


def _is_headline(block: Block) -> bool:
    return len(block.view) <= _LONGEST_HEADLINE and not block.view.rstrip().endswith((".", ":"))

"""Awards told one after another whose recipients stand behind the last of them only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.link.awardees.clauses.clause import AwardClause
from pipeline.link.awardees.clauses.giver import sole_givers
from pipeline.link.awardees.recipients.series import Enumerated
from pipeline.model import Block
from pipeline.rulebook import Rulebook

DOUBTED = 0.85


def sharing(
    block: Block,
    earlier: Sequence[AwardClause],
    clause: AwardClause,
    found: Sequence[Enumerated],
    rules: Rulebook,
) -> list[AwardClause]:
    """Those of the clauses before, which named nobody, whose award went to the names of this one.

    Two awards joined for several people may be meant one for each: then the first is not said
    to be theirs, and the second is doubtful (``is_one_for_each``).

    :param earlier: the clauses between the last that named somebody and this one
    :param found: who is named with ``clause``, behind its award
    """
    if not found or any(item.named.start < clause.award_end for item in found):
        return []
    shared: list[AwardClause] = []
    behind = clause
    for before in reversed(earlier):
        between = block.view[before.award_end - block.start : behind.award_start - block.start]
        is_one = (
            len(found) == 1
            and rules.pattern("prose.shared_and").regex.fullmatch(between) is not None
        )
        if before.role != clause.role or not (
            is_one or rules.pattern("prose.shared_each").regex.fullmatch(between)
        ):
            break
        told = before.start - block.start, before.award_start - block.start
        if not is_one and rules.pattern("prose.shared_received").regex.search(block.view, *told):
            break
        is_bound = sole_givers(rules).get(clause.award or "") == clause.conferred_by
        giver = before.conferred_by or (clause.conferred_by if is_one and not is_bound else None)
        sure = min(before.confidence, DOUBTED)
        shared.append(replace(before, conferred_by=giver, confidence=sure))
        behind = before
    return shared[::-1]


def is_one_for_each(
    block: Block,
    earlier: Sequence[AwardClause],
    clause: AwardClause,
    found: Sequence[Enumerated],
    rules: Rulebook,
) -> bool:
    """`tặng Bằng khen của A và Giấy khen của B cho 4 tập thể gồm: C, D`: who of them got which?"""
    if len(found) < 2 or not earlier or any(i.named.start < clause.award_end for i in found):
        return False
    between = block.view[earlier[-1].award_end - block.start : clause.award_start - block.start]
    return (
        earlier[-1].role == clause.role
        and rules.pattern("prose.shared_and").regex.fullmatch(between) is not None
    )

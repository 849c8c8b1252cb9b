"""Awards told one after another whose recipients stand behind the last of them only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex

from pipeline.link.awardees.clauses.clause import AwardClause
from pipeline.link.awardees.clauses.giver import sole_givers
from pipeline.link.awardees.recipients.series import Enumerated
from pipeline.model import Block
from pipeline.rulebook import Rulebook

# `tặng Bằng khen và Huy hiệu cho ông A`
_AND = regex.compile(
    r"[”\"]?(?:\s(?:năm \d{4}|của [^.;:]{3,60}?))?\s?(?:,|,?\s(?:và|cùng|kèm))"
    r"\s(?:các\s|tặng\s|trao\s)?(?:danh hiệu\s)?[“\"]?"
)
# `Tỉnh đoàn A đã tặng Bằng khen, Sở B tặng Giấy khen cho em C và em D`: each gave to all of them
_EACH = regex.compile(
    r"[”\"]?,\s(?:và\s|còn\s)?\p{Lu}[^.;:]{2,90}?\s(?:(?:đã|cũng|vừa)\s){0,2}"
    r"(?:tặng|trao|trao tặng|tặng thưởng)\s[“\"]?"
)
# `Xã A được UBND tỉnh tặng Cờ thi đua, UBND huyện tặng Giấy khen cho ông B`: it went to the commune
_RECEIVED = regex.compile(r"(?<!\p{L})(?:được|đón nhận|vinh dự nhận)(?!\p{L})")
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
        is_one = len(found) == 1 and _AND.fullmatch(between) is not None
        if before.role != clause.role or not (is_one or _EACH.fullmatch(between)):
            break
        told = before.start - block.start, before.award_start - block.start
        if not is_one and _RECEIVED.search(block.view, *told):
            break
        is_bound = sole_givers(rules).get(clause.award or "") == clause.conferred_by
        giver = before.conferred_by or (clause.conferred_by if is_one and not is_bound else None)
        sure = min(before.confidence, DOUBTED)
        shared.append(replace(before, conferred_by=giver, confidence=sure))
        behind = before
    return shared[::-1]


def is_one_for_each(
    block: Block, earlier: Sequence[AwardClause], clause: AwardClause, found: Sequence[Enumerated]
) -> bool:
    """`tặng Bằng khen của A và Giấy khen của B cho 4 tập thể gồm: C, D`: who of them got which?"""
    if len(found) < 2 or not earlier or any(i.named.start < clause.award_end for i in found):
        return False
    between = block.view[earlier[-1].award_end - block.start : clause.award_start - block.start]
    return earlier[-1].role == clause.role and _AND.fullmatch(between) is not None

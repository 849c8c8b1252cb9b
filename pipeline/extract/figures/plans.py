"""What stands beside what was reached: the plan, its share, and what there was at another time."""

from __future__ import annotations

import regex

from pipeline.extract.figures.candidates import Candidate
from pipeline.extract.figures.passage import Passage
from pipeline.rulebook import Rulebook

_PLAN_REACH = 80  # letters of a plan's name with the bracket behind it
_DONE_REACH = 120  # letters of a plan with its figure and the verb behind it
_SHARE_REACH = 60  # letters between a count of so many and the share that it makes
_MONEY = regex.compile(r"(?:đồng|đ|vnđ)\s?/$")
_MONEY_REACH = 8
_PLAN_NAME_REACH = 24


def is_planned(
    passage: Passage, candidate: Candidate, sentence: int, since: int, rules: Rulebook
) -> bool:
    """``đạt 80% kế hoạch năm (500 hộ)``: the bracket says what the plan was.

    So does its name before the figure: ``Kế hoạch giao 600 ha, thực hiện 550 ha``.

    :param since: where the clause begins, or what is said behind the figure before
    """
    label = rules.pattern("figure.plan_label").regex
    if label.match(passage.folded[since : candidate.number[0]]):
        return True
    start = max(sentence, candidate.start - _PLAN_REACH)
    before = passage.folded[start : candidate.start]
    return "(" in before and rules.pattern("figure.planned").regex.search(before) is not None


def is_done_of_plan(passage: Passage, candidate: Candidate, clause: int, rules: Rulebook) -> bool:
    """``Nghị quyết đề ra 12%, thực hiện 13%``: what was reached stands behind what was set."""
    start = max(clause, candidate.number[0] - _DONE_REACH)
    done = rules.pattern("figure.done_of_plan").regex
    return done.search(passage.folded, start, candidate.number[0]) is not None


def is_compared(passage: Passage, candidate: Candidate, rules: Rulebook) -> bool:
    """``tăng 7,7% so với năm 2023 (2.415 triệu đồng)``: what there was at the other time."""
    before = passage.folded[max(0, candidate.start - _PLAN_REACH) : candidate.start]
    return "(" in before and rules.pattern("figure.compared_base").regex.search(before) is not None


def is_the_plan(passage: Passage, candidate: Candidate, rules: Rulebook) -> bool:
    """``7.188 ha/7.937 ha KH``, ``215 ha/KH 300 ha``, ``5 tỷ/8 tỷ đồng, đạt 62% dự toán``."""
    start, end = candidate.start, candidate.end
    if candidate.unit == "percent":
        return False
    before = passage.folded[max(0, start - _PLAN_NAME_REACH) : start]
    if "/" in before and rules.pattern("counts.plans_named_plan").regex.search(before):
        return True
    if not before.endswith("/"):
        return False
    of_money = _MONEY.search(passage.folded, max(0, start - _MONEY_REACH), start) is not None
    if of_money != (candidate.unit == "vnd"):
        return False  # `12 triệu đồng/10 hộ, đạt 80% chỉ tiêu`: so much for each
    share = rules.pattern("figure.share_of_plan").regex
    return (
        rules.pattern("figure.of_plan").on(passage.folded).match(passage.folded, end) is not None
        or share.match(passage.folded, end) is not None
    )


def is_reached_share(passage: Passage, candidate: Candidate, rules: Rulebook) -> bool:
    """``được 551/530 đạt 103,96%``: count and share of a plan say what was reached of it."""
    start, end = candidate.number
    if candidate.unit == "percent":
        before = passage.folded[max(0, start - _SHARE_REACH) : start]
        return rules.pattern("figure.share_of_ratio").regex.search(before) is not None
    if candidate.quantity.of_value is None:
        return False
    after = passage.folded[end : end + _SHARE_REACH]
    return rules.pattern("figure.ratio_with_share").regex.match(after) is not None

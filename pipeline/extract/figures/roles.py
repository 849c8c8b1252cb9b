"""Result, target or total, as far as the words, the headings and the kind of paper say.

What they do not say stays unknown: a norm (``tối đa 5 %``) is neither a result nor a target.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import regex

from pipeline.extract.figures.around import Around
from pipeline.extract.figures.candidates import Candidate
from pipeline.extract.figures.cues import (
    NAMED_AIMS,
    aims_before,
    aims_listed,
    aims_named,
    cues_in,
    done_before,
    is_to_do,
    named_before,
)
from pipeline.extract.figures.headings import by_heading, is_asked_below, told_by
from pipeline.extract.figures.passage import Passage
from pipeline.extract.figures.plans import (
    is_compared,
    is_done_of_plan,
    is_planned,
    is_reached_share,
    is_the_plan,
)
from pipeline.extract.figures.said_totals import is_below_total, is_running_total, is_total
from pipeline.extract.figures.supposed import is_supposed
from pipeline.extract.figures.told import came_of_it, is_reached, is_told, is_voted, tells
from pipeline.grammar.spelling import fold
from pipeline.rulebook import Rulebook

Role = Literal["result", "target", "total", "part"]
_Verdict = Literal["result", "target", "norm", "unknown"]  # unknown: and no other word tells
_AIMS = frozenset({"phấn đấu", "mục tiêu", "chỉ tiêu", "hướng tới"})
_BOUNDS = frozenset({"ít nhất", "nhiều nhất", "không dưới"})  # of what was done in a report
_DEMANDS = "yêu cầu"  # `đã kiến nghị thu hồi 5 tỷ, yêu cầu nộp 2 tỷ` tells what was demanded
_PLAN_REACH = 40  # letters of `so với kế hoạch` behind a share
_GRANTED_REACH = 24  # letters of `được phụ cấp`
_ASKED = (_DEMANDS, "đề nghị", "kiến nghị")
_NAMED_REACH = 50  # letters of a count with the demand behind it
_PAID = ("phạt tiền", "phụ cấp")  # a report tells what was, and no tariff
_BOUNDING = frozenset({"at_least", "at_most", "under", "over"})
_ASKING = frozenset({"plan", "orders"})  # papers that tell what was done only where they say so


def is_guess(passage: Passage, candidate: Candidate, around: Around, rules: Rulebook) -> bool:
    """Whether a result of a letter, notice or decision rests on no word that tells of one."""
    if around.is_telling or around.is_given or around.is_over or around.is_told_aside:
        return False
    return by_heading(around.path, rules) != "result" and not tells(passage, candidate)


def role_of(passage: Passage, candidate: Candidate, around: Around, rules: Rulebook) -> Role | None:
    """The role that a figure has by itself; what totals and parts do to each other comes later."""
    setting, previous_end = around.setting, around.previous_end
    if around.is_told_aside:
        return "result"
    said = _said(passage, candidate, around, rules)
    if said == "target" and is_running_total(passage, candidate, previous_end, rules):
        return "total"
    if said != "target" and (
        candidate.role == "total"
        or (
            candidate.unit != "percent"
            and (
                is_total(passage, candidate, previous_end, rules)
                or is_below_total(passage, candidate, around.path, rules)
            )
        )
    ):
        return "total"
    if candidate.role == "part":
        return "part"
    if said == "norm":
        return "target" if around.is_ahead and setting == "report" else None
    if said is not None:
        return said
    is_asked = around.is_asked or (not around.is_over and is_asked_below(around.path, rules))
    if setting == "rules" or (is_asked and not is_told(passage, candidate)):
        return None
    if around.may_order and _is_ordered(passage, candidate, around, rules):
        return None
    if around.is_due and setting == "report":
        return None if around.may_order else "target"
    if around.is_over:
        return "result"
    if setting == "orders":
        return None
    if around.is_ahead and not around.is_given:
        return "target"
    return "target" if setting == "plan" and not _is_state(passage, candidate, rules) else "result"


def _is_ordered(passage: Passage, candidate: Candidate, around: Around, rules: Rulebook) -> bool:
    """``Giao Sở Tài chính bố trí 25 tỷ đồng``, ``Trong tháng 11 tập trung``: what is to be done.

    ``Tập trung tuyên truyền được 120 buổi`` tells what came of it.
    """
    start = passage.sentence(candidate.start)[0]
    order = rules.pattern("figure.order_opening").regex
    opening = order.match(passage.folded, start, candidate.start)
    if opening is None or (opening["time"] and around.is_over):
        return False
    return not is_reached(passage, candidate)


def _is_state(passage: Passage, candidate: Candidate, rules: Rulebook) -> bool:
    """``diện tích tự nhiên là 0,5 km²``: how things are, which a plan says before its aims."""
    state = rules.pattern("figure.state")
    if not passage.may_hold(state):
        return False
    start = passage.clause(candidate.start)[0]
    return state.regex.search(passage.folded, start, candidate.start) is not None


@dataclass(frozen=True, slots=True)
class _Heard:
    """A figure and the words that may tell its role.

    :param sentence: where its sentence begins, and ``clause`` its clause
    :param cues: words of target and of result before it in its clause; the nearest is the last
    """

    passage: Passage
    candidate: Candidate
    around: Around
    rules: Rulebook
    sentence: int
    clause: int
    cues: list[regex.Match[str]]

    @property
    def by_rules(self) -> bool:
        """Does the paper make rules, whose amounts are those of whoever they will be for?"""
        return self.around.setting == "rules"

    @property
    def to_do(self) -> bool:
        """Is the nearest word one of what is still to be done?"""
        return is_to_do(self.cues)


def _said(
    passage: Passage, candidate: Candidate, around: Around, rules: Rulebook
) -> Literal["result", "target", "norm"] | None:
    """What the nearest strong word says, then the opening of the sentence, then the headings."""
    if any(start < candidate.start < end for start, end in passage.quoted_aims):
        return "target"
    if is_supposed(passage, candidate, rules):
        return "norm"
    if around.setting != "rules" and is_the_plan(passage, candidate, rules):
        return "target"
    sentence, clause = passage.sentence(candidate.start)[0], passage.clause(candidate.start)[0]
    cues = [
        cue for cue in cues_in(passage.folded, clause, candidate.number[0], rules)
        if not _is_aside(passage, cue.start(), candidate.number[0])
    ]  # fmt: skip
    named = named_before(passage, clause, candidate.number[0], rules)
    cues = [cue for cue in cues if cue.start() >= named]
    heard = _Heard(passage, candidate, around, rules, sentence, clause, cues)
    said = _by_plan(heard) or _by_cue(heard) or ("target" if named and not cues else None)
    heading: Literal["result", "target"] | None = None
    if said is None and not cues:
        heading = by_heading(around.path, rules)
        said = _by_sentence(heard, heading)
    said = said or _by_norm(heard, is_below_results=heading == "result")
    if said is None and not heard.by_rules:  # `đã nộp 5 triệu đồng` is the case a rule is for
        said = "result" if cues else heading
    return None if said == "unknown" else said


def _by_plan(heard: _Heard) -> _Verdict | None:
    """What a share of the plan, or the plan beside it, makes of a figure."""
    passage, candidate, rules = heard.passage, heard.candidate, heard.rules
    after = passage.folded[candidate.number[1] : candidate.number[1] + _PLAN_REACH]
    changed = rules.pattern("counts.said_totals_changed").regex
    is_share = candidate.unit == "percent" and not changed.search(  # `tăng 5% so với dự toán`
        passage.folded, heard.clause, candidate.start
    )
    if is_share and rules.pattern("figure.of_plan").regex.match(after):
        must = rules.pattern("counts.roles_must").regex
        if must.search(passage.folded, heard.clause, candidate.number[0]):
            return "norm"  # `phải giải ngân 100% kế hoạch vốn`
        if not heard.by_rules and not _is_aim(heard):
            return "result"
    if heard.by_rules:
        return None
    if is_done_of_plan(passage, candidate, heard.clause, rules):
        return "result"
    since = max(heard.clause, heard.around.previous_end)
    if is_planned(passage, candidate, heard.sentence, since, rules):
        return "target"
    if is_compared(passage, candidate, rules):
        return "result"
    is_reached_by_now = not heard.to_do and is_reached_share(passage, candidate, rules)
    return "result" if is_reached_by_now else None


def _is_aim(heard: _Heard) -> bool:
    """Is a share of the plan aimed at, rather than reached?"""
    candidate, around, rules = heard.candidate, heard.around, heard.rules
    is_bound = candidate.qualifier == "at_least" and by_heading(around.path, rules) == "target"
    return (
        is_bound
        or heard.to_do
        or around.is_ahead
        or (not heard.cues and _is_whole_plan(candidate) and _is_aim_item(around, rules))
    )


def _by_cue(heard: _Heard) -> _Verdict | None:
    """What the nearest word of target says; one of result leaves a norm to be looked for."""
    word = heard.cues[-1]["target"] if heard.cues else None
    if word is None:
        return None
    if word in NAMED_AIMS and not heard.by_rules:
        told = heard.rules.pattern("figure.aims_reached").regex
        found = told.search(heard.passage.folded, heard.sentence, heard.candidate.number[0])
        if found is not None and found.end() > heard.cues[-1].end():
            return "result"  # `Các chỉ tiêu đạt và vượt kế hoạch: a`
        if heard.candidate.unit == "count" and fold(heard.candidate.counted or "") in NAMED_AIMS:
            return None  # `17 nhóm chỉ tiêu, trong đó 8 chỉ tiêu về kinh tế` are counted
    return "target" if not heard.by_rules or word in _AIMS else "unknown"


def _by_sentence(heard: _Heard, heading: Literal["result", "target"] | None) -> _Verdict | None:
    """What the words before its clause, and the headings, say of a figure without a cue."""
    passage, around, rules = heard.passage, heard.around, heard.rules
    folded, setting, by_rules = passage.folded, around.setting, heard.by_rules
    sentence, clause = heard.sentence, heard.clause
    opening = rules.pattern("figure.target_list").on(folded).match(folded, sentence, clause)
    if opening is None and passage.may_hold(rules.pattern("figure.outlook_item")):
        ahead = rules.pattern("figure.outlook_item").regex
        opening = ahead.match(folded, sentence, heard.candidate.number[0])
    if opening is not None:
        reached = rules.pattern("figure.aims_reached").regex.search(folded, sentence, clause)
        if reached is not None:  # `Nhiều chỉ tiêu đạt khá như: a; b`
            return "unknown" if by_rules else "result"
        return "target"  # `Phấn đấu: a; b; c` holds for every item
    if setting == "report":
        is_listed = not around.is_over and heading != "result"
        if is_listed and aims_listed(passage, sentence, clause, rules):
            return "target"
        if is_voted(passage, heard.candidate, rules):
            return "result"
    if not by_rules and (
        around.is_aimed
        or aims_before(passage, sentence, clause, rules)
        or aims_named(passage, sentence, clause, rules)
    ):
        return "target"
    if setting in _ASKING and done_before(passage, sentence, clause, rules):
        return "result"
    return "target" if heading == "target" else None


def _by_norm(heard: _Heard, *, is_below_results: bool) -> _Verdict | None:
    """Is the figure what is asked for, allowed or granted, rather than what there was?

    :param is_below_results: a heading above it reports
    """
    candidate, cues, rules = heard.candidate, heard.cues, heard.rules
    folded, setting = heard.passage.folded, heard.around.setting
    norm = _norm_before(heard)
    if norm is None and candidate.qualifier in _BOUNDING and setting != "plan":
        then = rules.pattern("figure.if_then").regex
        if then.match(folded, candidate.number[1]):
            return "norm"
    if candidate.unit == "percent" and not cues:
        granted = rules.pattern("figure.share_granted").on(folded)
        since = max(heard.clause, candidate.start - _GRANTED_REACH)
        if granted.search(folded[since : candidate.start]):
            return "norm"
    if norm is None:
        return None
    word = norm.group()
    if setting == "report":
        was_asked = word.startswith(_ASKED) and bool(cues) and cues[-1]["result"] is not None
        was_reached = word in _BOUNDS and (cues or is_below_results or heard.around.is_report)
        if word.startswith(_PAID) or was_asked or was_reached:
            return None
    return "target" if setting == "plan" else "norm"


def _norm_before(heard: _Heard) -> regex.Match[str] | None:
    """The words that make a figure a norm: in its clause, or those its sentence opens with."""
    passage, candidate, rules = heard.passage, heard.candidate, heard.rules
    folded, cues, sentence, clause = passage.folded, heard.cues, heard.sentence, heard.clause
    norm = _norm(folded, cues[-1].end() if cues else clause, candidate.number[0], rules)
    if sentence >= clause:
        return norm
    if norm is None and not cues and heard.around.setting == "report":
        asked = rules.pattern("figure.request_opening").regex
        if not came_of_it(passage, candidate, rules):
            norm = asked.match(folded, sentence, clause)  # `Đề nghị tỉnh hỗ trợ a; bổ sung b`
    if norm is None:  # `Ví dụ: có 02 sáng kiến; làm lợi 5 triệu đồng`
        norm = rules.pattern("figure.example").regex.match(folded, sentence, clause)
    return norm


def _norm(folded: str, start: int, end: int, rules: Rulebook) -> regex.Match[str] | None:
    """The first word of a norm in ``start:end``; a demand that was itself counted is none."""
    named = rules.pattern("figure.named_demand").regex
    for cue in rules.pattern("figure.norm_cue").finditer(folded, start, end):
        if cue.group() != _DEMANDS or not named.search(
            folded, max(start, cue.start() - _NAMED_REACH), cue.start()
        ):
            return cue
    return None


def _is_aside(passage: Passage, position: int, end: int) -> bool:
    """Whether a bracket around ``position`` closes before ``end``: it speaks of something else."""
    if passage.view.find(")", position, end) < 0:
        return False
    return any(left < position < right <= end for left, right in passage.brackets_near(position))


def _is_whole_plan(candidate: Candidate) -> bool:
    """``100% chỉ tiêu``, ``105% dự toán``: who reached 35% or 103,2% had not aimed at that."""
    value = candidate.quantity.value
    return value >= 100 and value == int(value)


def _is_aim_item(around: Around, rules: Rulebook) -> bool:
    """``Các chỉ tiêu đến năm 2025 | - Tuyển quân đạt 100% chỉ tiêu``: aimed at, and not reached.

    Below a heading that reports the aims are those that were reached.
    """
    if any(told_by(heading, rules) == "result" for heading in around.path):
        return False
    is_planned = around.setting == "plan" and not around.is_over
    return is_planned or around.is_aimed or by_heading(around.path, rules) == "target"

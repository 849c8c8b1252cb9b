"""Result, target or total, as far as the words, the headings and the kind of paper say.

What they do not say stays unknown: a norm (``tối đa 5 %``) is neither a result nor a target.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

import regex

from pipeline.extract.figures.around import Around
from pipeline.extract.figures.candidates import Candidate
from pipeline.extract.figures.passage import Passage
from pipeline.extract.figures.plans import is_compared, is_planned, is_reached_share, is_the_plan
from pipeline.extract.figures.said_totals import is_below_total, is_running_total, is_total
from pipeline.extract.figures.supposed import is_supposed
from pipeline.extract.figures.told import came_of_it, is_reached, is_told, is_voted, tells
from pipeline.grammar.spelling import fold
from pipeline.rulebook import Rulebook

Role = Literal["result", "target", "total", "part"]
_REMEMBERED = 512  # headings; many figures stand under one
_DONE = "đã"
_WHICH_REACH = 26  # letters of `những` with two words of up to nine
_STRIVES = "phấn đấu"
_AIMS = frozenset({_STRIVES, "mục tiêu", "chỉ tiêu", "hướng tới"})
_NAMED_AIMS = frozenset({"mục tiêu", "chỉ tiêu"})
_BOUNDS = frozenset({"ít nhất", "nhiều nhất", "không dưới"})  # of what was done in a report
_DEMANDS = "yêu cầu"  # `đã kiến nghị thu hồi 5 tỷ, yêu cầu nộp 2 tỷ` tells what was demanded
_GRANTED_REACH = 24  # letters of `được phụ cấp`
_ASKED = (_DEMANDS, "đề nghị", "kiến nghị")
_NAMED_REACH = 50  # letters of a count with the demand behind it
_PAID = ("phạt tiền", "phụ cấp")  # a report tells what was, and no tariff
_BOUNDING = frozenset({"at_least", "at_most", "under", "over"})
_ASKING = frozenset({"plan", "orders"})  # papers that tell what was done only where they say so
_STILL_TO_DO = frozenset({_STRIVES, "dự kiến", "sẽ", "hướng tới", "để"})


def is_guess(passage: Passage, candidate: Candidate, around: Around, rules: Rulebook) -> bool:
    """Whether a result of a letter, notice or decision rests on no word that tells of one."""
    if around.is_telling or around.is_given or around.is_over or around.is_told_aside:
        return False
    return _by_heading(around.path, rules) != "result" and not tells(passage, candidate)


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
    is_asked = around.is_asked or (not around.is_over and _is_asked_below(around.path, rules))
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


def _said(
    passage: Passage, candidate: Candidate, around: Around, rules: Rulebook
) -> Literal["result", "target", "norm"] | None:
    """What the nearest strong word says, then the opening of the sentence, then the headings."""
    if any(start < candidate.start < end for start, end in passage.quoted_aims):
        return "target"
    if is_supposed(passage, candidate, rules):
        return "norm"
    sentence, clause = passage.sentence(candidate.start)[0], passage.clause(candidate.start)[0]
    folded, setting = passage.folded, around.setting
    after = folded[candidate.number[1] : candidate.number[1] + 40]
    if setting != "rules" and is_the_plan(passage, candidate, rules):
        return "target"
    cues = [
        cue for cue in _cues(folded, clause, candidate.number[0], rules)
        if not _is_aside(passage, cue.start(), candidate.number[0])
    ]  # fmt: skip
    to_do = bool(cues) and cues[-1]["target"] in _STILL_TO_DO
    of_plan = candidate.unit == "percent" and rules.pattern("figure.of_plan").regex.match(after)
    is_bound = candidate.qualifier == "at_least" and _by_heading(around.path, rules) == "target"
    if (
        of_plan
        and rules.pattern("counts.roles_must").regex.search(folded, clause, candidate.number[0])
        is not None
    ):
        return "norm"  # `phải giải ngân 100% kế hoạch vốn`
    is_aim = (
        is_bound
        or to_do
        or around.is_ahead
        or (not cues and _is_whole_plan(candidate) and _is_aim_item(around, rules))
    )
    if of_plan and setting != "rules" and not is_aim:
        return "result"
    if setting != "rules" and is_planned(passage, candidate, sentence, rules):
        return "target"
    if setting != "rules" and is_compared(passage, candidate, rules):
        return "result"
    if setting != "rules" and not to_do and is_reached_share(passage, candidate, rules):
        return "result"
    if cues and cues[-1]["target"] in _NAMED_AIMS and setting != "rules":
        told = rules.pattern("figure.aims_reached").regex
        found = told.search(folded, sentence, candidate.number[0])
        if found is not None and found.end() > cues[-1].end():
            return "result"  # `Các chỉ tiêu đạt và vượt kế hoạch: a`
    if cues and cues[-1]["target"] is not None:
        is_aim = setting != "rules" or cues[-1]["target"] in _AIMS
        return "target" if is_aim else None
    opening = rules.pattern("figure.target_list").on(folded).match(folded, sentence, clause)
    if opening is None and passage.may_hold(rules.pattern("figure.outlook_item")):
        ahead = rules.pattern("figure.outlook_item").regex
        opening = ahead.match(folded, sentence, candidate.number[0])
    if opening is not None and not cues:
        reached = rules.pattern("figure.aims_reached").regex.search(folded, sentence, clause)
        if reached is not None:  # `Nhiều chỉ tiêu đạt khá như: a; b`
            return "result" if setting != "rules" else None
        return "target"  # `Phấn đấu: a; b; c` holds for every item
    if (
        not cues and setting == "report" and not around.is_over
        and _by_heading(around.path, rules) != "result"
        and _aims_listed(passage, sentence, clause, rules)
    ):  # fmt: skip
        return "target"
    if not cues and setting == "report" and is_voted(passage, candidate, rules):
        return "result"
    is_aimed = (
        around.is_aimed
        or _aims_before(passage, sentence, clause, rules)
        or _aims_named(passage, sentence, clause, rules)
    )
    if not cues and is_aimed and setting != "rules":
        return "target"
    if not cues and setting in _ASKING and _done_before(passage, sentence, clause, rules):
        return "result"
    heading = None if cues else _by_heading(around.path, rules)
    if heading == "target":
        return "target"
    since = cues[-1].end() if cues else clause
    norm = _norm(folded, since, candidate.number[0], rules)
    if norm is None and not cues and setting == "report" and sentence < clause:
        asked = rules.pattern("figure.request_opening").regex
        if not came_of_it(passage, candidate, rules):
            norm = asked.match(folded, sentence, clause)  # `Đề nghị tỉnh hỗ trợ a; bổ sung b`
    if norm is None and sentence < clause:  # `Ví dụ: có 02 sáng kiến; làm lợi 5 triệu đồng`
        norm = rules.pattern("figure.example").regex.match(folded, sentence, clause)
    if norm is None and candidate.qualifier in _BOUNDING and setting != "plan":
        then = rules.pattern("figure.if_then").regex
        if then.match(folded, candidate.number[1]) is not None:
            return "norm"
    if candidate.unit == "percent" and not cues:
        granted = rules.pattern("figure.share_granted").on(folded)
        if granted.search(folded[max(clause, candidate.start - _GRANTED_REACH) : candidate.start]):
            return "norm"
    is_reached = setting == "report" and (cues or heading == "result" or around.is_report)
    is_told = setting == "report" and norm is not None and (
        norm.group().startswith(_PAID)
        or (
            norm.group().startswith(_ASKED) and bool(cues) and cues[-1]["result"] is not None
        )
    )  # fmt: skip
    if norm is not None and not is_told and not (is_reached and norm.group() in _BOUNDS):
        return "target" if setting == "plan" else "norm"
    if setting == "rules":
        return None  # `đã nộp 5 triệu đồng` is the case that a rule is for
    return "result" if cues else heading


def _norm(folded: str, start: int, end: int, rules: Rulebook) -> regex.Match[str] | None:
    """The first word of a norm in ``start:end``; a demand that was itself counted is none."""
    named = rules.pattern("figure.named_demand").regex
    for cue in rules.pattern("figure.norm_cue").on(folded).finditer(folded, start, end):
        if (
            cue.group() != _DEMANDS
            or named.search(folded, max(start, cue.start() - _NAMED_REACH), cue.start()) is None
        ):
            return cue
    return None


def _cues(folded: str, start: int, end: int, rules: Rulebook) -> list[regex.Match[str]]:
    """The words of target and of result in ``start:end``; `những hộ đã ...` says which ones."""
    cues = list(rules.pattern("figure.role_cue").finditer(folded, start, end))
    before = rules.pattern("figure.before_done").regex
    return [
        cue for cue in cues
        if cue["result"] != _DONE
        or before.search(folded, max(0, cue.start() - _WHICH_REACH), cue.start()) is None
    ]  # fmt: skip


def _is_aside(passage: Passage, position: int, end: int) -> bool:
    """Whether a bracket around ``position`` closes before ``end``: it speaks of something else."""
    if passage.view.find(")", position, end) < 0:
        return False
    return any(left < position < right <= end for left, right in passage.brackets_near(position))


def _aims_before(passage: Passage, sentence: int, clause: int, rules: Rulebook) -> bool:
    """`Công đoàn phấn đấu 10% ...; có ít nhất 60 sáng kiến`: the aim holds on behind semicolons.

    What is only to be done (`sẽ kiểm tra 5 sở; 3 huyện`) holds on for counts without a verb.
    """
    folded = passage.folded
    if not any(folded.find(word, sentence, clause) >= 0 for word in _STILL_TO_DO):
        return False
    said = _cues(folded, sentence, clause, rules)
    word = said[-1]["target"] if said else None
    if word not in _STILL_TO_DO:
        return False
    if word != _STRIVES:
        end = passage.clause(clause)[1]
        if (
            rules.pattern("counts.roles_counted").regex.match(folded, clause, end) is None
            or folded.find(_DONE, clause, end) >= 0
        ):
            return False
    aim = folded[said[-1].end() : clause]
    return any(
        letter.isdigit() for letter in aim
    )  # `chị em phấn đấu vươn lên; ...` aims at nothing


def _aims_listed(passage: Passage, sentence: int, clause: int, rules: Rulebook) -> bool:
    """``Một số chỉ tiêu nhiệm kỳ 2020-2025: a; b. c. d``: the list goes on behind full stops.

    Until something is said to be done, or the paragraph tells how far the aims were reached.
    """
    colon = passage.folded.find(":", 0, sentence)
    if colon < 0:
        return False
    opening = (
        rules.pattern("figure.target_list").on(passage.folded).match(passage.folded, 0, sentence)
    )
    if opening is None or passage.sentence(0)[1] < colon:
        return False
    return not any(cue["target"] is None for cue in _cues(passage.folded, 0, clause, rules))


def _done_before(passage: Passage, sentence: int, clause: int, rules: Rulebook) -> bool:
    """``Vụ xuân đã cấy 1.200 ha; có 12 xã ...``: what was done is told on behind semicolons."""
    if passage.folded.find(_DONE, sentence, clause) < 0:
        return False
    said = _cues(passage.folded, sentence, clause, rules)
    if not said or said[-1]["result"] is None:
        return False
    return any(letter.isdigit() for letter in passage.folded[said[-1].end() : clause])


def _aims_named(passage: Passage, sentence: int, clause: int, rules: Rulebook) -> bool:
    """``Đại hội đề ra 12 chỉ tiêu: a; b``, ``thông qua 16 chỉ tiêu. Cụ thể, a; b``: a and b."""
    if not passage.may_hold(rules.pattern("figure.aims_named")):
        return False
    folded, named = passage.folded, rules.pattern("figure.aims_named").regex
    here = named.search(folded, sentence, clause)
    if here is not None:  # `đề ra 21 chỉ tiêu, đến nay có 2 chỉ tiêu chưa đạt (a; b)`
        return all(cue["target"] for cue in _cues(folded, here.end(), clause, rules))
    if rules.pattern("figure.aims_detailed").regex.match(folded, sentence) is None or not sentence:
        return False
    before = passage.sentence(sentence - 1)[0]
    hit = named.search(folded, before, sentence)
    return hit is not None


def _by_heading(path: tuple[str, ...], rules: Rulebook) -> Literal["result", "target"] | None:
    """What the innermost heading that tells makes of the figures under it.

    Tasks (nhiệm vụ) lie ahead, unless a heading above them reports.
    """
    for heading in reversed(path):
        told = _told_by(heading, rules)
        if told is not None:
            return told
        if _asks(heading, rules):
            return None
    tasks = rules.pattern("figure.heading_tasks").regex
    return "target" if any(tasks.match(fold(heading)) for heading in path) else None


def _is_whole_plan(candidate: Candidate) -> bool:
    """``100% chỉ tiêu``, ``105% dự toán``: who reached 35% or 103,2% had not aimed at that."""
    value = candidate.quantity.value
    return value >= 100 and value == int(value)


def _is_aim_item(around: Around, rules: Rulebook) -> bool:
    """``Các chỉ tiêu đến năm 2025 | - Tuyển quân đạt 100% chỉ tiêu``: aimed at, and not reached.

    Below a heading that reports the aims are those that were reached.
    """
    if any(_told_by(heading, rules) == "result" for heading in around.path):
        return False
    return around.is_aimed or _by_heading(around.path, rules) == "target"


def _is_asked_below(path: tuple[str, ...], rules: Rulebook) -> bool:
    """``IV. KIẾN NGHỊ | 1. Cấp thêm 03 xe ô tô``: asked for, unless a heading below tells more."""
    for heading in reversed(path):
        if _asks(heading, rules):
            return True
        if _told_by(heading, rules) is not None:
            return False
    return False


@lru_cache(maxsize=_REMEMBERED)
def _asks(heading: str, rules: Rulebook) -> bool:
    return rules.pattern("figure.heading_asks").regex.match(fold(heading)) is not None


@lru_cache(maxsize=_REMEMBERED)
def _told_by(heading: str, rules: Rulebook) -> Literal["result", "target"] | None:
    folded = fold(heading)
    named = list(rules.pattern("figure.heading_cue").regex.finditer(folded))
    if not named or rules.pattern("counts.roles_meeting").regex.match(folded):
        return None
    return "result" if named[-1]["target"] is None else "target"

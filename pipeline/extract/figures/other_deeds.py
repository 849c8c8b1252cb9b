"""Counts beside an award that are of something else: what was done for it, or to certificates."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.extract.figures.candidates import Candidate
from pipeline.extract.figures.passage import Passage, Span
from pipeline.extract.figures.segment import left_segment
from pipeline.rulebook import Rulebook

_LONGEST_PASSIVE = 100
_TO_OTHERS = regex.compile(r"[^.;:]{0,60}?\scho\s")


def is_not_given(passage: Passage, figure: Candidate, rules: Rulebook) -> bool:
    """``làm giả 12 Bằng khen``, ``thu hồi 3 Giấy khen``: nobody is given them."""
    segment, _ = left_segment(passage, figure.start)
    verbs = list(rules.pattern("figure.not_given").regex.finditer(segment))
    return bool(verbs) and not any(at > verbs[-1].start() for at in verbs_of_giving(segment, rules))


def is_of_own_deed(passage: Passage, award: Span, between: str, rules: Rulebook) -> bool:
    """``được tặng Bằng khen của A, tạo việc làm cho 30 lao động``: counts of what was done.

    :param award: where the award is named; :param between: the folded words behind it
    """
    done_to = rules.pattern("figure.done_to").regex.search(between)
    if done_to is not None and done_to["verb"] is not None:
        return True  # `cho ông A, người đã cứu 7 ngư dân`
    giver = rules.pattern("figure.award_of").regex.match(passage.folded, award[1])
    first = 0 if giver is None else giver.end("body") - award[1]
    got = rules.pattern("counts.other_deeds_got").regex.search(
        passage.folded, max(0, award[0] - _LONGEST_PASSIVE), award[0]
    )
    if got is not None and rules.pattern("counts.other_deeds_next_deed").regex.match(
        between, first
    ):
        return True
    deed = rules.pattern("figure.own_deed").regex.search(between, first)
    if deed is None:
        return False
    lead = between[: deed.start()]
    return (
        rules.pattern("counts.other_deeds_for_what").regex.fullmatch(lead) is None
        or " cho " in lead
    )


def is_done_to(passage: Passage, found: Sequence[Candidate], at: int, rules: Rulebook) -> bool:
    """``cứu 12 người, 3 em nhỏ, được tặng Bằng khen``: the subject got it, not those counted."""
    chain = rules.pattern("figure.chain").regex
    while at and chain.fullmatch(passage.folded[found[at - 1].end : found[at].start]):
        at -= 1
    segment, _ = left_segment(passage, found[at].start)
    return rules.pattern("figure.done_to").regex.search(segment) is not None


def hand_out(counted: str, between: str, behind: str, rules: Rulebook) -> bool:
    """``Đảng ủy 2 phường đã trao Huy hiệu cho các đảng viên``: those counted give it."""
    if counted.startswith("hội đồng") and " được " not in between:
        return True  # `5 Hội đồng chuyên ngành trình Hội đồng Nhà nước xét tặng X`
    return (
        rules.pattern("counts.awards_passive").regex.search(between) is None
        and _TO_OTHERS.match(behind) is not None
    )


def verbs_of_giving(segment: str, rules: Rulebook) -> list[int]:
    """Where the verbs of conferring begin in a segment."""
    verbs = rules.pattern("figure.confer").on(segment).finditer(segment)
    return [verb.start() for verb in verbs if verb["give"]]

"""Whether words confer the award that they name: by a verb, or as those may that need none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from pipeline.extract.awards import PRIZE
from pipeline.link.awardees.clauses.amended import corrects
from pipeline.link.awardees.clauses.praised import LETTER
from pipeline.link.awardees.clauses.refused import CHARGES, is_faulted
from pipeline.link.deciding import Deciding
from pipeline.model import AwardMention, CitationMention
from pipeline.rulebook import Rulebook

_CONFER_REACH, _PRIZE_REACH = 70, 100
_ARTICLE = regex.compile(r"\W{0,4}Điều\s{1,3}\d{1,3}\W{1,4}(?i:nay\s)?")
_COUNT_REACH = 80
_WINNER_REACH = 120
_OPENING = regex.compile(
    r"[ \u00a0\-–+*./\dIVXa-eđg)“\"]*(?i:(?:về|đối với|xét)\s(?:việc\s)?(?:(?:xét|đề nghị)\s)?)?"
    r"(?i:(?:danh hiệu|hình thức|đồng)[ \u00a0:“\"]{1,4})?"
)


@dataclass(frozen=True, slots=True)
class Wording:
    """Words that may confer awards, where they stand, and what is known of their document.

    ``is_title``: the title of a list or a heading, which needs no verb.
    """

    words: str
    offset: int
    citations: Sequence[CitationMention]
    deciding: Deciding
    rules: Rulebook
    is_title: bool = False


def confers(wording: Wording, award: AwardMention, begin: int, end: int) -> bool:
    """Do the words ``begin:end`` confer or propose the award in them, and take nothing back?"""
    words, rules = wording.words, wording.rules
    before = words[begin : award.start]
    verbs = _verbs(wording, award, before)
    if verbs and rules.pattern("clauses.refused_denied").regex.search(before, 0, verbs[-1].start()):
        return False
    if wording.deciding.decides and corrects(before, rules):
        return False
    if rules.pattern("clauses.refused_revoked").regex.search(before) or is_faulted(
        before, words[award.end : end], rules
    ):
        return False
    if verbs and rules.pattern("clauses.confers_won_aside").regex.search(before, verbs[-1].end()):
        return False
    if len(verbs) > 1 and rules.pattern("clauses.confers_counted_aside").regex.search(before):
        return False
    return (
        wording.is_title
        or (bool(verbs) and not _is_far(before, verbs[-1].end(), rules))
        or (bool(verbs) and wording.deciding.decides and _opens_article(before, verbs[0].start()))
        or (bool(verbs) and goes_to_others(wording, award, end))  # shares the verb
        or _begins(before)
        or (
            award.award == PRIZE
            and rules.pattern("clauses.confers_result").regex.search(before) is not None
        )
        or rules.pattern("clauses.confers_goes_to").regex.match(words, award.end, end) is not None
        or _goes_to_named(wording, award)
        or (award.award == PRIZE and _is_of_winner(wording, begin, award))
        or rules.pattern("clauses.confers_between").regex.search(before) is not None
        or _is_counted(wording, award)
    )


def is_joined(words: str, begin: int, award: int, rules: Rulebook) -> bool:
    """`tặng Giấy khen và danh hiệu X`: does ``begin:award`` end by joining another award?"""
    return rules.pattern("clauses.confers_joined").regex.search(words[begin:award]) is not None


def goes_to_others(wording: Wording, award: AwardMention, end: int) -> bool:
    """`Bằng khen cho ông A, Bằng khen cho bà B`: is the award named with people of its own?"""
    others = wording.rules.pattern("clauses.confers_to_others").regex
    return others.match(wording.words, award.end, end) is not None


def _verbs(wording: Wording, award: AwardMention, before: str) -> list[regex.Match[str]]:
    """The verbs of conferring before the award.

    `được bằng khen`: that verb is told from others by the award behind it, which ``before`` lacks.
    """
    verbs = list(wording.rules.pattern("awardee.confer").on(wording.words).finditer(before))
    if verbs:
        return verbs
    verb = (
        wording.rules.pattern("clauses.confers_got").regex.search(before)
        or wording.rules.pattern("clauses.confers_been").regex.search(before)
        or wording.rules.pattern("clauses.polled_voted").regex.search(before)
        or wording.rules.pattern("clauses.polled").regex.search(before)
        or (
            wording.rules.pattern("clauses.praised_sent").regex.search(before)
            if award.award_name == LETTER
            else None
        )
    )
    return [verb] if verb else []


def _is_far(before: str, verb_end: int, rules: Rulebook) -> bool:
    """Is the award too far from its verb? One joined by `và danh hiệu` shares the verb before."""
    return len(before) - verb_end > _CONFER_REACH and not is_joined(before, 0, len(before), rules)


def _opens_article(before: str, verb: int) -> bool:
    """`Điều 1. Khen thưởng 4 tập thể ..., hình thức: Giấy khen`: the article itself confers."""
    return _ARTICLE.fullmatch(before, 0, verb) is not None


def _is_counted(wording: Wording, award: AwardMention) -> bool:
    """`06 Nghệ nhân nhân dân, gồm: A, B`: those who have got it are listed."""
    words, rules = wording.words, wording.rules
    before = words[max(0, award.start - _COUNT_REACH) : award.start]
    if not rules.pattern("clauses.confers_so_many").regex.search(before) or rules.pattern(
        "clauses.confers_guests"
    ).regex.search(before):
        return False
    return rules.pattern("award.title_counted").on(words).match(words, award.end) is not None


def _goes_to_named(wording: Wording, award: AwardMention) -> bool:
    """`giải Nhất em A, giải Nhì em B`: a prize is said to be somebody's without a verb."""
    behind = wording.words[award.end : award.end + _PRIZE_REACH]
    prize_to = wording.rules.pattern("awardee.prize_to").regex
    return award.award == PRIZE and prize_to.match(behind) is not None


def _is_of_winner(wording: Wording, begin: int, award: AwardMention) -> bool:
    """`em A (9A) giải Nhất môn Toán`: does the winner stand right before the prize?"""
    words, rules = wording.words, wording.rules
    place = words[award.start : award.end].rpartition(" ")[2]
    if place[:1].islower() and not rules.pattern("clauses.confers_of_contest").regex.match(
        words, award.end
    ):
        return False  # `thầy A giải ba bài toán`
    winner = rules.pattern("clauses.confers_winner").regex
    return winner.search(words, max(begin, award.start - _WINNER_REACH), award.start) is not None


def _begins(before: str) -> bool:
    """Does the award open its clause (a heading `Bằng khen:` or a list's sub-title)?"""
    return _OPENING.fullmatch(before) is not None


def is_duty(wording: Wording, before: str) -> bool:
    """`Đồng chí A trao Giấy khen cho Trường B` of a plan: who is to do it, and what may come of it.

    :param before: the words of the sentence before the award
    """
    if wording.deciding.decides or not wording.rules.pattern("clauses.confers_hands").regex.search(
        before
    ):
        return False
    return CHARGES.match(before) is not None or (
        wording.deciding.plans
        and wording.rules.pattern("clauses.confers_done").regex.search(before) is None
    )

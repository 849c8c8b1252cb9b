"""Words of target and of result before a figure, and aims and deeds that hold on behind marks."""

from __future__ import annotations

import regex

from pipeline.extract.figures.passage import Passage
from pipeline.rulebook import Rulebook

_DONE = "đã"
_WHICH_REACH = 26  # letters of `những` with two words of up to nine
_STRIVES = "phấn đấu"
STILL_TO_DO = frozenset({_STRIVES, "dự kiến", "sẽ", "hướng tới", "để"})
NAMED_AIMS = frozenset({"mục tiêu", "chỉ tiêu"})
_ENSURED = ("đảm bảo", "bảo đảm")  # `đảm bảo đến cuối năm đạt 100% chỉ tiêu`


def is_to_do(cues: list[regex.Match[str]]) -> bool:
    """Is the nearest word one of what is still to be done?"""
    word = cues[-1]["target"] if cues else None
    return word is not None and (word in STILL_TO_DO or word.startswith(_ENSURED))


def cues_in(folded: str, start: int, end: int, rules: Rulebook) -> list[regex.Match[str]]:
    """The words of target and of result in ``start:end``; `những hộ đã ...` says which ones."""
    cues = list(rules.pattern("figure.role_cue").finditer(folded, start, end))
    before = rules.pattern("figure.before_done").regex
    return [
        cue for cue in cues
        if cue["result"] != _DONE
        or not before.search(folded, max(0, cue.start() - _WHICH_REACH), cue.start())
    ]  # fmt: skip


def aims_before(passage: Passage, sentence: int, clause: int, rules: Rulebook) -> bool:
    """`Công đoàn phấn đấu 10% ...; có ít nhất 60 sáng kiến`: the aim holds on behind semicolons.

    What is only to be done (`sẽ kiểm tra 5 sở; 3 huyện`) holds on for counts without a verb.
    """
    folded = passage.folded
    if not any(folded.find(word, sentence, clause) >= 0 for word in STILL_TO_DO):
        return False
    said = cues_in(folded, sentence, clause, rules)
    if len(said) > 1 and said[-1]["target"] in NAMED_AIMS:
        said = said[:-1]  # `phấn đấu đạt chỉ tiêu 100% ...; 95% ...`
    word = said[-1]["target"] if said else None
    if word not in STILL_TO_DO:
        return False
    if word != _STRIVES:
        end = passage.clause(clause)[1]
        if (
            not rules.pattern("counts.roles_counted").regex.match(folded, clause, end)
            or folded.find(_DONE, clause, end) >= 0
        ):
            return False
    aim = folded[said[-1].end() : clause]
    return any(
        letter.isdigit() for letter in aim
    )  # `chị em phấn đấu vươn lên; ...` aims at nothing


def aims_listed(passage: Passage, sentence: int, clause: int, rules: Rulebook) -> bool:
    """``Một số chỉ tiêu nhiệm kỳ 2020-2025: a; b. c. d``: the list goes on behind full stops.

    Until something is said to be done, or the paragraph tells how far the aims were reached.  So
    do aims with their year, ``Phấn đấu đến năm 2030 a. b. c``, until a sentence names another.
    """
    folded = passage.folded
    since = 0
    opening = rules.pattern("figure.target_title").regex.match(folded, 0, clause)
    if opening is None and passage.may_hold(rules.pattern("figure.target_year")):
        opening = rules.pattern("figure.target_year").regex.search(folded, 0, sentence)
        other = rules.pattern("figure.own_year").regex
        if opening is not None:
            since = opening.start()
            if other.search(folded, sentence, passage.clause(clause)[1]) is not None:
                return False
    if opening is None:
        colon = folded.find(":", 0, sentence)
        if colon < 0 or passage.sentence(0)[1] < colon:
            return False
        opening = rules.pattern("figure.target_list").on(folded).match(folded, 0, sentence)
    if opening is None:
        return False
    return not any(cue["target"] is None for cue in cues_in(folded, since, clause, rules))


def done_before(passage: Passage, sentence: int, clause: int, rules: Rulebook) -> bool:
    """``Vụ xuân đã cấy 1.200 ha; có 12 xã ...``: what was done is told on behind semicolons."""
    if passage.folded.find(_DONE, sentence, clause) < 0:
        return False
    said = cues_in(passage.folded, sentence, clause, rules)
    if not said or said[-1]["result"] is None:
        return False
    return any(letter.isdigit() for letter in passage.folded[said[-1].end() : clause])


def named_before(passage: Passage, clause: int, end: int, rules: Rulebook) -> int:
    """``Đại biểu đã thông qua 20 chỉ tiêu như: a``: where aims are named that a colon lists, or 0.

    What was voted on before was done, and a is aimed at.
    """
    named = rules.pattern("figure.aims_named")
    if not passage.may_hold(named):
        return 0
    hit = named.regex.search(passage.folded, clause, end)
    return hit.start() if hit and passage.folded.find(":", hit.end(), end) >= 0 else 0


def aims_named(passage: Passage, sentence: int, clause: int, rules: Rulebook) -> bool:
    """``Đại hội đề ra 12 chỉ tiêu: a; b``, ``thông qua 16 chỉ tiêu. Cụ thể, a; b``: a and b."""
    if not passage.may_hold(rules.pattern("figure.aims_named")):
        return False
    folded, named = passage.folded, rules.pattern("figure.aims_named").regex
    here = named.search(folded, sentence, clause)
    if here is not None:  # `đề ra 21 chỉ tiêu, đến nay có 2 chỉ tiêu chưa đạt (a; b)`
        return all(cue["target"] for cue in cues_in(folded, here.end(), clause, rules))
    if not rules.pattern("figure.aims_detailed").regex.match(folded, sentence) or not sentence:
        return False
    before = passage.sentence(sentence - 1)[0]
    hit = named.search(folded, before, sentence)
    return hit is not None

"""Finds how far what belongs to a name reaches: post and workplace, up to whoever comes next."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import regex

from pipeline.extract.name_words import middle_names
from pipeline.extract.people import PersonMention, person_at
from pipeline.link.awardees.recipients.higher_unit import begins_unit
from pipeline.link.awardees.recipients.tail import find_tail
from pipeline.rulebook import Rulebook

# `1) A - Khoa Nhi, 2) B`: the number of the next in a line
_NEXT_NUMBER = regex.compile(r"[,;]\s{1,3}\(?\d{1,2}\s?[).]\s{0,3}(?=\p{Lu}\p{Ll})")
_SIGN_AND_NAME = 6
_ENCLOSED = regex.compile(r"\s?\([^()]{2,90}\)")
_SEPARATION = regex.compile(r"\s*[,;–-]?\s*")


@lru_cache(maxsize=64)  # the passes for awards and for authors come to each name in turn
def tail_of(words: str, at: int, stop: int, rules: Rulebook) -> int:
    """Where post and workplace behind a name end: at the initiative, the merit, the next person."""
    match = find_tail(words, at, stop, rules)
    tail = match.start() if match else stop
    # the full stop behind a number ends no sentence
    if numbered := _NEXT_NUMBER.search(words, at, min(stop, tail + _SIGN_AND_NAME)):
        tail = min(tail, numbered.start())
    enclosed = _ENCLOSED.match(words, at, tail)
    is_home = rules.pattern("recipients.asides_aside").regex.match(words, at, tail) is not None
    if enclosed and not is_home and not _goes_on(words, enclosed.end(), tail, rules):
        return enclosed.end()  # `Lê Văn A (thôn B), hiến 300 m2 đất`
    closed = words.find(")", at, tail)
    if closed >= 0 and "(" not in words[at:closed]:
        tail = closed  # `01 cá nhân (ông A, xã B) tiêu biểu`: the bracket around the name ends
    opened = words.rfind("(", at, tail)
    if opened > at and words.find(")", opened, tail) < 0:
        tail = opened  # `(nay là ...)` is a remark, not half of the workplace
    if (giver := _next_giver(words, at, tail, rules)) is not None:
        tail = giver
    rare: int | None = None  # the comma before names that only those behind them make sure
    for comma in rules.pattern("recipients.names_joint").regex.finditer(words, at, tail):
        following = person_at(words, comma.end(), rules)
        if following is not None and heads_body(
            words, following.start, replace(following, cued=False), rules
        ):
            continue  # `diễn viên | Đoàn Nghệ thuật tỉnh`
        if following is not None and (
            is_next_person(following, rules) or _stands_alone(words, following, tail)
        ):
            return comma.start() if rare is None else rare
        listed = person_at(words, comma.end(), rules, listed=True)
        is_rare = listed is not None and _stands_alone(words, listed, tail)
        rare = (comma.start() if rare is None else rare) if is_rare else None
    return rare if rare is not None and words.startswith(" và ", rare) else tail


def heads_body(words: str, at: int, person: PersonMention, rules: Rulebook) -> bool:
    """`Đoàn Thanh niên Công ty A` begins like a person of the family Đoàn."""
    head = rules.pattern("body.outer").regex.match(words, at)
    return head is not None and head.end() > person.end and not person.cued


def _next_giver(words: str, at: int, tail: int, rules: Rulebook) -> int | None:
    """The comma of `em Lê Văn A, | Trung ương Đoàn truy tặng`: who gives the next award."""
    for comma in rules.pattern("recipients.names_gives_next").regex.finditer(words, at, tail):
        if not rules.pattern("body.post").regex.match(words, comma.end(), tail):
            return comma.start()
    return None


def _stands_alone(words: str, person: PersonMention, stop: int) -> bool:
    """`, Chu Tiến B,` in a line of names: nothing but a name in full stands between two commas,
    or before the bracket that says where the last of them is from."""
    is_full = person.rule == "person.name" and len(person.name.split()) > 2
    is_end = person.end >= stop or words[person.end] in ",;"
    return is_full and (is_end or words.startswith((" (", " - ", " – ", " và "), person.end))


def _goes_on(words: str, at: int, stop: int, rules: Rulebook) -> bool:
    """Does a post or a unit follow behind the brackets, as `Lê Văn A (Tư B), Trưởng thôn`?"""
    gap = _SEPARATION.match(words, at, stop)
    if gap is None or gap.end() >= stop:
        return False
    is_post = rules.pattern("body.post").regex.match(words, gap.end(), stop) is not None
    return is_post or begins_unit(words, gap.end(), stop, rules)


def is_next_person(person: PersonMention, rules: Rulebook) -> bool:
    """A sure name, or one with a form of address; `giáo viên Tiếng Anh` is a post, not a person."""
    syllables = person.name.split()
    if len(syllables) > 2 and syllables[1] in middle_names(rules):
        return True
    is_called = person.honorific is not None or person.rule != "person.cued"
    return person.confidence >= 0.9 or (person.cued and is_called)

"""Names of rare families that only their place in a line of people makes sure."""

from __future__ import annotations

import regex

from pipeline.extract.people import person_at
from pipeline.link.awardees.recipients.names import Named, is_next_person, read_name
from pipeline.rulebook import Rulebook

RARE = 0.85
_IN_FULL = 3  # syllables of a name given in full
_TELLING = frozenset({"Văn", "Thị"})  # between family and given name they tell a person
_FIRST_TWO = 12  # letters of a family name and the middle name behind it
_NEXT = regex.compile(r"\s*,\s*(?:và\s+)?|\s+và\s+")


def rare_in_line(view: str, at: int, offset: int, stop: int, rules: Rulebook) -> Named | None:
    """`và Hồ Sơn B (huyện A)`, `A, Hà Khắc B, C`: behind a person, by the brackets with the
    workplace or by the person behind."""
    named = read_name(view, at, offset, rules, listed=True, limit=stop)
    if named is None or len(named.name.split()) < _IN_FULL:
        return None
    end = named.end - offset
    is_enclosed = bool(named.workplace) and view[end : end + 2] == " ("
    is_between = named.rule == "person.name" and _is_before_person(view, end, stop, rules)
    sure = named.at_most(RARE)
    return sure if is_enclosed or is_between else None


def rare_in_full(view: str, at: int, offset: int, stop: int, rules: Rulebook) -> Named | None:
    """`Quàng Văn A`: a rare family told by the middle name."""
    if _TELLING.isdisjoint(view[at : at + _FIRST_TWO].split()[1:2]):
        return None
    named = read_name(view, at, offset, rules, listed=True, limit=stop)
    if named is None or len(named.name.split()) < _IN_FULL:
        return None
    return named.at_most(RARE)


def is_said_more(view: str, named: Named, offset: int) -> bool:
    """`A (Phó Trưởng phòng)`, `B, Tổ Vật tư;`: is something said of one named in full or short?"""
    behind = view[named.end - offset :].lstrip()
    return named.rule == "person.name" and behind.startswith(("(", ",", ";", "- ", "– "))


def _is_before_person(view: str, end: int, stop: int, rules: Rulebook) -> bool:
    gap = _NEXT.match(view, end, stop)
    following = person_at(view, gap.end(), rules) if gap is not None else None
    return following is not None and is_next_person(following, rules)

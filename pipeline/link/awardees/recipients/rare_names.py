"""Names of rare families that only their place in a line of people makes sure."""

from __future__ import annotations

import regex

from pipeline.extract.people import person_at
from pipeline.link.awardees.recipients.names import Named, read_name
from pipeline.link.awardees.recipients.reach import is_next_person
from pipeline.rulebook import Rulebook

RARE = 0.85
_IN_FULL = 3  # syllables of a name given in full
_TELLING = frozenset({"Văn", "Thị"})  # between family and given name they tell a person
_FIRST_TWO = 12  # letters of a family name and the middle name behind it
_NEXT = regex.compile(r"\s*[,;]\s*(?:và\s+)?|\s+và\s+")
_LAST = (" và ", "; ")  # behind them no unit of the person before can stand


def rare_in_line(view: str, at: int, offset: int, stop: int, rules: Rulebook) -> Named | None:
    """`và Hồ Sơn B (huyện A)`, `A, Hà Khắc B, C`, `A và Hà Khắc B.`: behind a person, by the
    brackets with the workplace, by the person behind or as the last of the line."""
    named = read_name(view, at, offset, rules, listed=True, limit=stop)
    if named is None or len(named.name.split()) < _IN_FULL:
        return None
    end = named.end - offset
    is_enclosed = bool(named.workplace) and view[end : end + 2] == " ("
    is_name = named.rule == "person.name"
    is_between = is_name and _is_before_person(view, end, stop, rules)
    is_last = is_name and view[:at].endswith(_LAST) and (end >= stop or view[end] in ",;.")
    return named.at_most(RARE) if is_enclosed or is_between or is_last else None


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
    if gap is None:
        return False
    following = person_at(view, gap.end(), rules, listed=True)
    if following is None:
        return False
    is_full = following.rule == "person.name" and len(following.name.split()) >= _IN_FULL
    return is_full or is_next_person(following, rules)

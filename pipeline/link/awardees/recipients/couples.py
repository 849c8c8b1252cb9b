"""Households (hộ, gia đình) that both husband and wife are named of: `Hộ ông A - bà B`."""

from __future__ import annotations

import regex

from pipeline.extract.people import PersonMention, person_at
from pipeline.rulebook import Rulebook

_COUPLE = regex.compile(r"(?i)ông bà|vợ chồng")
_SPOUSE = regex.compile(r"\s*(?:[-–,]|và)\s*(?=(?:(?i:ông|bà)\s)?\p{Lu})")
_AND = r"\s{0,4}+(?:[-–,]|và)\s{0,4}+"
_WIFE = regex.compile(_AND + r"(?=(?P<lead>(?i:vợ là )?(?i:bà|chị)\s)\p{Lu})")
_HUSBAND = regex.compile(_AND + r"(?=(?P<lead>(?i:chồng là )?(?i:ông|anh)\s)\p{Lu})")
# `Hộ ông A, bà B, ông C` are three
_THIRD = regex.compile(r"\s{0,4}+(?:[-–,;]|và)\s{0,4}+(?i:ông|bà|anh|chị|hộ|gia đình)\s")
_OF_MAN = frozenset({"ông", "anh"})


def couple_end(words: str, at: int, person: PersonMention, rules: Rulebook) -> int:
    """Where the name of a household ends: behind the wife or husband where both are named.

    :param at: where its head is named, with the form of address
    :param person: the head
    """
    if _COUPLE.match(words, at):
        spouse = _SPOUSE.match(words, person.end)
        other = person_at(words, spouse.end(), rules) if spouse else None
        return other.end if other is not None else person.end
    joined = (_WIFE if words[at : at + 3].lower() in _OF_MAN else _HUSBAND).match(words, person.end)
    other = person_at(words, joined.end("lead"), rules, listed=True) if joined else None
    if other is None or _THIRD.match(words, other.end) is not None:
        return person.end
    return other.end

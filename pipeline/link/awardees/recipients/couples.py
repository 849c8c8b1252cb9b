"""Households (hộ, gia đình) that both husband and wife are named of: `Hộ ông A - bà B`."""

from __future__ import annotations

from pipeline.extract.people import PersonMention, person_at
from pipeline.rulebook import Rulebook

_OF_MAN = frozenset({"ông", "anh"})


def couple_end(words: str, at: int, person: PersonMention, rules: Rulebook) -> int:
    """Where the name of a household ends: behind the wife or husband where both are named.

    :param at: where its head is named, with the form of address
    :param person: the head
    """
    if rules.pattern("recipients.couples_couple").regex.match(words, at):
        spouse = rules.pattern("recipients.couples_spouse").regex.match(words, person.end)
        other = person_at(words, spouse.end(), rules) if spouse else None
        return other.end if other is not None else person.end
    joined = (
        rules.pattern("recipients.couples_wife").regex
        if words[at : at + 3].lower() in _OF_MAN
        else rules.pattern("recipients.couples_husband").regex
    ).match(words, person.end)
    other = person_at(words, joined.end("lead"), rules, listed=True) if joined else None
    if other is None or rules.pattern("recipients.couples_third").regex.match(words, other.end):
        return person.end
    return other.end

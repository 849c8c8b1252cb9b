"""Finds where the words behind a name end: post and workplace stand before the place."""

from __future__ import annotations

import regex

from pipeline.rulebook import Rulebook

_BEFORE_LEAD = frozenset(",.;([–-")  # these, and blanks, may stand before what leads an end


def find_tail(words: str, start: int, stop: int, rules: Rulebook) -> regex.Match[str] | None:
    """The first match of ``awardee.tail`` in ``words[start:stop]``, None if there is none.

    That pattern tries some twenty branches at each letter, and takes a thousand times as long for
    it as to look for the words and marks that lead them (``awardee.tail_lead``): it is tried from
    the blanks and marks before such a lead on.
    """
    tail, tried = rules.pattern("awardee.tail").on(words), start
    for lead in rules.pattern("awardee.tail_lead").hits(words, start, stop):
        at = lead.start()
        begin = at
        while begin > tried and (words[begin - 1] in _BEFORE_LEAD or words[begin - 1].isspace()):
            begin -= 1
        for place in range(begin, at + 1):
            match = tail.match(words, place, stop)
            if match is not None:
                return match
        tried = at + 1
    return None


def find_unit_tail(words: str, start: int, rules: Rulebook) -> regex.Match[str] | None:
    """As :func:`find_tail` for a unit, which no bracket ends (`xã A (nay là B), huyện C`)."""
    match = find_tail(words, start, len(words), rules)
    opened = words.rfind("(", start, match.start()) if match is not None else -1
    if match is None or opened < 0 or words.find(")", opened, match.start()) >= 0:
        return match
    close = words.find(")", match.start())
    return find_tail(words, close, len(words), rules) if close >= 0 else match

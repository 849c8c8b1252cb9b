"""The year that an award is for, as its sentence says it."""

from __future__ import annotations

import regex

from pipeline.rulebook import Rulebook

# `tặng Bằng khen (năm 2015), B tặng Giấy khen`: the year of the award before
_OF_OTHER = regex.compile(r"\)\s?(?:[,;]|\svà\s|\scùng\s)")


def year_said(words: str, begin: int, award_end: int, end: int, rules: Rulebook) -> int | None:
    """The year that the award is for: behind it in the sentence, else before it."""
    enclosed = rules.pattern("clauses.years_in_brackets").regex.match(words, award_end, end)
    if enclosed is not None:
        return int(enclosed["year"])
    if rules.pattern("clauses.years_several").regex.match(words, award_end, end):
        return None
    pattern = rules.pattern("awardee.year").regex
    match = pattern.search(words, award_end, end)
    if match is not None and rules.pattern("clauses.years_next_deed").regex.match(
        words, match.end(), end
    ):
        opens = words[award_end : match.start()].rstrip()
        match = None if opens.endswith((",", ";", " và", ", đến")) else match
    if match is not None and rules.pattern("clauses.years_then").regex.match(
        words, award_end, match.start()
    ):
        match = None
    match = match or _before(words, begin, award_end, rules)
    return int(match["year"]) if match else None


def _before(words: str, begin: int, end: int, rules: Rulebook) -> regex.Match[str] | None:
    """`Năm 1965 ông nhập ngũ, năm 1972 được X`: the year that leads the verb, else the first."""
    found = [
        year for year in rules.pattern("awardee.year").regex.finditer(words, begin, end)
        if not _OF_OTHER.match(words, year.end(), end)
        and not rules.pattern("clauses.years_of_life").regex.search(words, begin, year.start())
    ]  # fmt: skip
    leads = [
        year
        for year in found
        if rules.pattern("clauses.years_leads_verb").regex.match(words, year.end(), end)
    ]
    return next(iter(leads[-1:] or found), None)

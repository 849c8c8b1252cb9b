"""The year that an award is for, as its sentence says it."""

from __future__ import annotations

import regex

from pipeline.rulebook import Rulebook

_IN_BRACKETS = regex.compile(r"[”\"]?\s?\((?:(?i:năm)\s)?(?P<year>(?:19|20)\d{2})\)")
# `đạt danh hiệu A, năm 2018 được tặng B`: the year is that of what follows
_NEXT_DEED = regex.compile(
    r",?\s(?:(?:đã|lại|còn|cũng|tiếp tục|vinh dự)\s){0,2}(?:được|đón nhận|nhận|đạt|giành|đoạt"
    r"|\p{Lu}[^.;:,]{2,80}?\s(?:tặng|trao|trao tặng|tặng thưởng|công nhận))(?!\p{L})"
)

# `được tặng Giấy khen và đại diện tỉnh dự kỳ thi năm 2020`: the year is that of what comes next
_THEN = regex.compile(
    r"[^.;]{0,80}?(?:,|\svà)\s(?:sẽ\s)?(?:đại diện|được (?:cử|chọn)|giành (?:quyền|vé|suất)|lọt vào"
    r"|đăng cai)(?!\p{L})"
)

# `tặng Bằng khen các năm 2012, 2018`: one award in several years
_SEVERAL = regex.compile(
    r"[”\"]?[^.;:,()]{0,60}?\s\(?(?:trong\s|vào\s)?(?:các|những|hai|ba|\d)\snăm\s(?:19|20)\d{2}"
)
# `tặng Bằng khen (năm 2015), B tặng Giấy khen`: the year of the award before
_OF_OTHER = regex.compile(r"\)\s?(?:[,;]|\svà\s|\scùng\s)")
_LEADS_VERB = regex.compile(
    r",?\s(?:(?:đã|vinh dự|lại|tiếp tục|còn)\s){0,2}(?:được|đón nhận|nhận|đạt|giành|đoạt)(?!\p{L})"
)


def year_said(words: str, begin: int, award_end: int, end: int, rules: Rulebook) -> int | None:
    """The year that the award is for: behind it in the sentence, else before it."""
    enclosed = _IN_BRACKETS.match(words, award_end, end)
    if enclosed is not None:
        return int(enclosed["year"])
    if _SEVERAL.match(words, award_end, end) is not None:
        return None
    pattern = rules.pattern("awardee.year").regex
    match = pattern.search(words, award_end, end)
    if match is not None and _NEXT_DEED.match(words, match.end(), end) is not None:
        opens = words[award_end : match.start()].rstrip()
        match = None if opens.endswith((",", ";", " và", ", đến")) else match
    if match is not None and _THEN.match(words, award_end, match.start()) is not None:
        match = None
    match = match or _before(words, begin, award_end, rules)
    return int(match["year"]) if match else None


def _before(words: str, begin: int, end: int, rules: Rulebook) -> regex.Match[str] | None:
    """`Năm 1965 ông nhập ngũ, năm 1972 được X`: the year that leads the verb, else the first."""
    found = [
        year for year in rules.pattern("awardee.year").regex.finditer(words, begin, end)
        if _OF_OTHER.match(words, year.end(), end) is None
    ]  # fmt: skip
    leads = [year for year in found if _LEADS_VERB.match(words, year.end(), end) is not None]
    return next(iter(leads[-1:] or found), None)

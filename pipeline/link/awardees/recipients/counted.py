"""Counts of people before their names: `2 đảng viên Lê Thị A, Trần B`, `05 tập thể và bác sĩ C`."""

from __future__ import annotations

import regex

from pipeline.link.awardees.recipients.names import read_name
from pipeline.model import Block
from pipeline.rulebook import Rulebook

_SURE = 0.9
# `cho 05 tập thể và bác sĩ A`: those counted are not named
_COUNTED = regex.compile(
    r"\d{1,3}\s(?:tập thể|cá nhân|đơn vị)(?:,\s|\svà\s|,\svà\s)(?=(?:\p{L}+\s){1,2}\p{Lu})"
)
_SO_MANY = regex.compile(
    r"(?:\d{1,3}|hai|ba|bốn)\s(?:đảng viên|đồng chí|đ/c|đoàn viên|hội viên|học sinh|em|giáo viên"
    r"|công nhân|nông dân)\s(?:(?:là|gồm)\s)?(?=\p{Lu}\p{Ll}+\s\p{Lu})"
)
# `hộ ông A, thôn B; hộ anh C`: the household is known by who is named behind its word
_HOME = regex.compile(
    r"(?i:hộ gia đình|hộ|gia đình)\s{1,2}(?=(?i:ông|bà|anh|chị|cụ|đồng chí)\s{1,2}\p{Lu})"
)


def past_count(block: Block, at: int, stop: int, rules: Rulebook) -> int:
    """Behind `05 tập thể và` and `hộ`, and behind `2 đảng viên` where a sure name follows it."""
    if (home := _HOME.match(block.view, at, stop)) is not None:
        return home.end()
    if (counted := _COUNTED.match(block.view, at, stop)) is not None:
        at = counted.end()
    of = _SO_MANY.match(block.view, at, stop)
    if of is None:
        return at
    first = read_name(block.view, of.end(), block.start, rules, listed=False, least=_SURE)
    return at if first is None else of.end()

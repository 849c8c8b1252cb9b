"""Where the pages of a plain text begin that has page numbers (số trang) and no form feeds."""

from __future__ import annotations

from collections.abc import Sequence

import regex

_NUMBER = regex.compile(r"\s*(?:[-–—]\s?)?(?:[Tt]rang\s)?(\d{1,3})(?:\s?[-–—]|\s?/\s?\d{1,3})?\s*")
_LEAST_LINES = 12  # with words, between two numbers: an enumeration or a table has fewer
_LEAST_BELOW = 3  # lines with words on the last page
_FEWEST = 2


def page_starts(texts: Sequence[str]) -> list[int]:
    """The lines that open a page, but for the first page; empty where no pages are numbered.

    Lone numbers between empty lines that go up by one from page to page are page numbers.  Those
    that begin with 2 stand at the top (Nghị định 30/2020/NĐ-CP, Phụ lục I, I.8: the first page has
    none), those that begin with 1 at the foot.
    """
    found: list[tuple[int, int]] = []
    words = 0  # lines with words since the last number
    for at, text in enumerate(texts):
        if not text.strip():
            continue
        value = _lone_number(texts, at)
        if value and value == (found[-1][1] + 1 if found else value):
            if words < _LEAST_LINES or (not found and value > 2):
                return []
            found.append((at, value))
            words = 0
        else:
            words += 1
    is_above = bool(found) and found[0][1] == 2
    if is_above and words < _LEAST_BELOW:
        found.pop()
    if len(found) < (1 if is_above else _FEWEST):
        return []
    return [at if is_above else at + 1 for at, _ in found]


def _lone_number(texts: Sequence[str], at: int) -> int:
    """The number that a line is, with nothing right above and below it; 0 where it is none."""
    if len(texts[at]) > 80:
        return 0
    match = _NUMBER.fullmatch(texts[at])
    above = texts[at - 1].strip() if at else ""
    below = texts[at + 1].strip() if at + 1 < len(texts) else ""
    return int(match[1]) if match and not above and not below else 0

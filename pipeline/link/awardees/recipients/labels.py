"""What stands before the words of an entry, a cell or a group: numbers, letters, dashes, scraps."""

from __future__ import annotations

import regex

_LABEL = regex.compile(
    r"\s*(?:[IVX]{1,5}|\d{1,3}(?:\.\d{1,2}){0,2}|[a-zđ])\s*[.)/|;:-]\s*|\s*[-–+•*|]\s*"
    # a number misread in a scan: `§1.`, `A1.`, `95,`, `l6.` before a form of address
    r"|\s*(?=\S{0,4}[\d§$?£#%&])\S{1,4}[.,;:]?\s+(?=\p{Lu}\p{Ll})"
    r"|\W{0,3}\w{0,3}\W{1,3}(?=(?:Ông|Bà|Đ/c|Đồng chí)\s)"
)
_NUMBER = regex.compile(r"\s*(?:(?:[IVX]{1,5}|\d{1,3}|[a-zđ])\s*[.)/-]|[A-E][.)](?=\s))\s*")
_ORDINAL = regex.compile(
    r"\s*(?:(?:\d{1,2}\.)+(?P<number>\d{1,3})(?=[.)\s])|(?P<number>\d{1,3})\s*(?:[.)/|]|[-–]\s))"
)


def past_label(words: str) -> int:
    """Where the words of an entry begin, behind its numbers and dashes."""
    at = 0
    while (label := _LABEL.match(words, at)) and label.end() > at:
        at = label.end()
    return at


def past_number(text: str) -> int:
    """Where the words of a cell or group begin, behind their number (số thứ tự)."""
    match = _NUMBER.match(text)
    return match.end() if match else 0


def ordinal_of(words: str) -> int | None:
    """The number that an entry bears."""
    number = _ORDINAL.match(words)
    return int(number["number"]) if number else None

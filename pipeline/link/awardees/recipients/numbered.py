"""The number or letter (số thứ tự) that stands before an entry, a cell or the head of a group."""

from __future__ import annotations

import regex

_NUMBER = regex.compile(r"\s*(?:(?:[IVX]{1,5}|\d{1,3}|[a-zđ])\s*[.)/-]|[A-E][.)](?=\s))\s*")


def past_number(text: str) -> int:
    """Where the words of a cell or group begin, behind their number."""
    match = _NUMBER.match(text)
    return match.end() if match else 0

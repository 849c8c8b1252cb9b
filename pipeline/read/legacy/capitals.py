"""Gives toned letters back their case in TCVN3 text without fonts: it has no codes for capitals.

`BỘ TÀI CHÍNH` typed in capitals is `Bé TµI CHÝNH` in TCVN3: capitals where the code has them, small
letters where a tone stands.  The font (`.VnTimeH`) showed the rest; a text file has lost it.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import regex

_WORD = regex.compile(r"[\p{L}\p{M}]+")
_TWO_CAPITALS = regex.compile(r"\p{Lu}\p{L}*\p{Lu}")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")


def with_capitals(text: str) -> str:
    """The text with words in capitals throughout, where the code left only toned letters small.

    A word counts with two capitals and no small letter without a tone; a word with fewer (`Bộ`,
    `Ở`) goes with the words on both sides.  The length stays.
    """
    if not _TWO_CAPITALS.search(text):
        return text
    words = list(_WORD.finditer(text))
    kinds = [_kind(match.group()) for match in words]
    if True not in kinds:
        return text
    letters = list(text)
    for index, match in enumerate(words):
        kind = kinds[index]
        if kind is None:
            kind = _side(kinds, index, -1) is not False and _side(kinds, index, 1) is not False
        if kind:
            letters[match.start() : match.end()] = match.group().upper()
    return "".join(letters)


@lru_cache(maxsize=1 << 16)
def _kind(word: str) -> bool | None:
    """Whether a word is in capitals, None where it has too few letters to tell."""
    capitals = 0
    for letter in word:
        if letter.isupper():
            capitals += 1
        elif not _TONES & set(unicodedata.normalize("NFD", letter)):
            return False
    return True if capitals >= 2 else None


def _side(kinds: list[bool | None], index: int, step: int) -> bool | None:
    """The kind of the nearest word to one side that has one; None at the line's end."""
    index += step
    while 0 <= index < len(kinds):
        if kinds[index] is not None:
            return kinds[index]
        index += step
    return None

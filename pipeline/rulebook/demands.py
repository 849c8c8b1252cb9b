"""What a demand for letters is worth: it should be met seldom, and told by few short strings."""

from __future__ import annotations

import re

Strings = frozenset[str]

STRANGE = re.compile("[\u0130\u0660-\u1dff\u2c00-\U0010ffff]")
"""Letters whose case, or digits whose value, the outline does not show as the patterns see them."""
START = "\x02"
"""Stands before what must stand at the start of a text."""
END = "\x03"
"""Stands behind the outline of a text, so that a pattern can ask for letters at its very end."""
ENOUGH = 12
"""Letters of a string that are looked for."""

_AT_THE_END = 3  # times what letters are worth that have to stand at the end of the text


def shortest(strings: Strings) -> Strings:
    """The same demand in fewer and shorter strings: what holds another one says no more."""
    cut = sorted({_cut(string) for string in strings}, key=len)
    kept: list[str] = []
    for string in cut:
        if not any(shorter in string for shorter in kept):
            kept.append(string)
    return frozenset(kept)


def _cut(string: str) -> str:
    return string[-ENOUGH:] if string.endswith(END) else string[:ENOUGH]


def weight(strings: Strings) -> float:
    """What a demand is worth: each string should be rare, and there should be few."""
    return min(map(_worth, strings)) - 0.03 * len(strings)


def _worth(string: str) -> float:
    worth = sum(map(_rarity, string))
    return _AT_THE_END * worth if string.endswith(END) else worth


def _rarity(letter: str) -> float:
    """How much a letter adds to how seldom a string is met."""
    if letter in (" ", END):
        return 0.1 if letter == " " else 0.0
    return (
        0.5
        if letter.isalpha() and letter.isascii()
        else 0.35
        if letter == "0"
        else 0.7
        if letter in ".,-"
        else 1.0
    )

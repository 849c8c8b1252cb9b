"""How the letters of a page stand, and whether they can be named: asked of a few of them."""

from __future__ import annotations

import math
from collections import Counter
from typing import Any

import pypdfium2.raw as pdfium_c

_ASKED = 200  # letters, spread over the page
_FEWEST = 20
_MOST_OF_THEM = 0.8
_UNKNOWN = 0.08  # marks of lists come from fonts whose letters nobody can name, too
_LAST_CONTROL = 0x1F
_BLANKS = (0x09, 0x0A, 0x0D, 0x20, 0xA0)


def upright_turn(textpage: Any) -> int | None:
    """By how many degrees a page has to be turned clockwise for its letters to stand upright.

    Programs that print a wide table on a page set high turn its letters and not the page, and
    people turn pages.  None where the letters stand in several ways.
    """
    handle = textpage.raw
    turns = Counter(
        round(math.degrees(pdfium_c.FPDFText_GetCharAngle(handle, index)) / 90) % 4
        for index in _letters(textpage)
    )
    if turns.total() < _FEWEST:
        return None
    turn, count = turns.most_common(1)[0]
    return (360 - 90 * turn) % 360 if count >= _MOST_OF_THEM * turns.total() else None


def is_unknown(textpage: Any) -> bool:
    """Whether the fonts of a page do not say which letters they show (no ``ToUnicode``)."""
    handle = textpage.raw
    letters = _letters(textpage)
    lost = sum(
        (code <= _LAST_CONTROL or code == 0xFFFD)
        and pdfium_c.FPDFText_HasUnicodeMapError(handle, index) == 1
        for index, code in letters.items()
    )
    return len(letters) >= _FEWEST and lost >= _UNKNOWN * len(letters)


def _letters(textpage: Any) -> dict[int, int]:
    """Some characters that are no blanks, with their codes."""
    count = max(0, int(textpage.count_chars()))
    asked = range(0, count, max(1, count // _ASKED))
    codes = {index: pdfium_c.FPDFText_GetUnicode(textpage.raw, index) for index in asked}
    return {index: code for index, code in codes.items() if code not in _BLANKS}

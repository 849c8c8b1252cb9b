"""How the letters of a page stand, and whether they can be named: asked of a few of them."""

from __future__ import annotations

import math
from collections import Counter
from typing import Any

import pypdfium2.raw as pdfium_c

_ASKED = 40  # letters, spread over the page
_ASKED_AGAIN = 400
_FEWEST = 20
_MOST_OF_THEM = 0.8
_UNKNOWN = 0.08  # marks of lists come from fonts whose letters nobody can name, too
_LAST_CONTROL, _REPLACED = 0x1F, 0xFFFD
_BLANKS = frozenset((0x09, 0x0A, 0x0D, 0x20, 0xA0))
_angle_of = pdfium_c.FPDFText_GetCharAngle
_code_of = pdfium_c.FPDFText_GetUnicode


class Standing:
    """What a few letters of a page tell about all of them."""

    def __init__(self, textpage: Any) -> None:
        """Ask the text page of a page, which has to stay open."""
        self._textpage = textpage
        self._letters = self._asked(_ASKED)

    def upright_turn(self) -> int | None:
        """By how many degrees the page has to be turned clockwise for its letters to be upright.

        Programs that print a wide table on a page set high turn its letters and not the page, and
        people turn pages.  None where the letters stand in several ways.
        """
        turns = Counter(
            round(math.degrees(_angle_of(self._textpage.raw, index)) / 90) % 4
            for index in self._letters
        )
        if turns.total() < _FEWEST:
            return None
        turn, count = turns.most_common(1)[0]
        return (360 - 90 * turn) % 360 if count >= _MOST_OF_THEM * turns.total() else None

    def is_unknown(self) -> bool:
        """Whether the fonts of the page do not say which letters they show (no ``ToUnicode``)."""
        if not self._lost(self._letters):
            return False
        letters = self._asked(_ASKED_AGAIN)
        return len(letters) >= _FEWEST and self._lost(letters) >= _UNKNOWN * len(letters)

    def _lost(self, letters: dict[int, int]) -> int:
        return sum(
            (code <= _LAST_CONTROL or code == _REPLACED)
            and pdfium_c.FPDFText_HasUnicodeMapError(self._textpage.raw, index) == 1
            for index, code in letters.items()
        )

    def _asked(self, most: int) -> dict[int, int]:
        """Some characters that are no blanks, with their codes."""
        count = max(0, int(self._textpage.count_chars()))
        asked = range(0, count, max(1, count // most))
        codes = {index: _code_of(self._textpage.raw, index) for index in asked}
        return {index: code for index, code in codes.items() if code not in _BLANKS}

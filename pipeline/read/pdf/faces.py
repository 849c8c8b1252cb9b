"""Says how the letters of a PDF's text page are set: the name of their font, bold, italic."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Any

import pypdfium2.raw as pdfium_c

from pipeline.read.pdf.calls import ready, reference

_BOLD_WEIGHT = 600
_MAX_WEIGHT = 1000  # above, PDFium guesses from a stem width that some printers leave at 1000
_FLAG_ITALIC = 1 << 6
_FLAG_FORCE_BOLD = 1 << 18
_NAME_SIZE = 128

_font_info = ready(pdfium_c.FPDFText_GetFontInfo, ctypes.c_ulong)
_angle_of = ready(pdfium_c.FPDFText_GetCharAngle, ctypes.c_float)
_weight_of = ready(pdfium_c.FPDFText_GetFontWeight)


class Faces:
    """Asks for the fonts of the characters of a page, whose text pages have to stay open.

    Their characters are numbered through, as :func:`pdf_words.page_words` does.
    """

    def __init__(self, textpages: Sequence[Any]) -> None:
        starts = accumulate((textpage.count_chars() for textpage in textpages), initial=0)
        handles = [reference(textpage.raw) for textpage in textpages]
        self._sheets = list(zip(starts, handles, strict=False))[::-1]
        self._name = ctypes.create_string_buffer(_NAME_SIZE)
        self._flags = ctypes.c_int()
        self._refs = (
            ctypes.byref(self._name), ctypes.c_ulong.from_param(_NAME_SIZE),
            ctypes.byref(self._flags),
        )  # fmt: skip

    def font(self, index: int) -> str:
        """The name of a character's font, "" where it has none."""
        self._ask(index)
        return self._name.value.decode("latin-1")

    def face(self, index: int) -> tuple[bool, bool]:
        """Whether a character's font is bold and italic, by its name, weight and flags."""
        place = self._ask(index)
        bold, italic = _said(self._name.value, self._flags.value)
        return bold or _BOLD_WEIGHT <= _weight_of(*place) <= _MAX_WEIGHT, italic

    def turn(self, index: int) -> float:
        """How far a character is turned, in degrees."""
        return math.degrees(_angle_of(*self._place(index)))

    def _place(self, index: int) -> tuple[Any, int]:
        return next((held, index - start) for start, held in self._sheets if index >= start)

    def _ask(self, index: int) -> tuple[Any, int]:
        """Note name and flags of a character's font; its text page and its number there."""
        place = self._place(index)
        self._name[0] = b"\0"
        self._flags.value = 0
        _font_info(*place, *self._refs)
        return place


@lru_cache(maxsize=1 << 10)
def _said(font: bytes, flags: int) -> tuple[bool, bool]:
    """Whether a font is bold and italic, as its name and its flags have it."""
    name = font.decode("latin-1").lower()
    return (
        "bold" in name or bool(flags & _FLAG_FORCE_BOLD),
        "italic" in name or "oblique" in name or bool(flags & _FLAG_ITALIC),
    )

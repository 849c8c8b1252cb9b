"""Says how the letters of a PDF's text page are set: the name of their font, bold, italic."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from itertools import accumulate
from typing import Any

import pypdfium2.raw as pdfium_c

from pipeline.read.pdfium_calls import ADDRESS, NUMBER, address_of, plain

_BOLD_WEIGHT = 600
_MAX_WEIGHT = 1000  # above, PDFium guesses from a stem width that some printers leave at 1000
_FLAG_ITALIC = 1 << 6
_FLAG_FORCE_BOLD = 1 << 18
_NAME_SIZE = 128

_font_info = plain(
    pdfium_c.FPDFText_GetFontInfo, ADDRESS, NUMBER, ADDRESS, ctypes.c_ulong, ADDRESS,
    result=ctypes.c_ulong,
)  # fmt: skip
_weight_of = plain(pdfium_c.FPDFText_GetFontWeight, ADDRESS, NUMBER)


class Faces:
    """Asks for the fonts of the characters of a page, whose text pages have to stay open.

    Their characters are numbered through, as :func:`pdf_words.page_words` does.
    """

    def __init__(self, textpages: Sequence[Any]) -> None:
        starts = accumulate((textpage.count_chars() for textpage in textpages), initial=0)
        handles = [address_of(textpage.raw) for textpage in textpages]
        self._sheets = list(zip(starts, handles, strict=False))[::-1]
        self._name = ctypes.create_string_buffer(_NAME_SIZE)
        self._flags = ctypes.c_int()
        self._refs = ctypes.addressof(self._name), _NAME_SIZE, ctypes.addressof(self._flags)

    def font(self, index: int) -> str:
        """The name of a character's font, "" where it has none."""
        self._name[0] = b"\0"
        self._flags.value = 0
        _font_info(*self._place(index), *self._refs)
        return self._name.value.decode("latin-1")

    def face(self, index: int) -> tuple[bool, bool]:
        """Whether a character's font is bold and italic, by its name, weight and flags."""
        name, flags = self.font(index).lower(), self._flags.value
        bold = (
            "bold" in name
            or bool(flags & _FLAG_FORCE_BOLD)
            or _BOLD_WEIGHT <= _weight_of(*self._place(index)) <= _MAX_WEIGHT
        )
        italic = "italic" in name or "oblique" in name or bool(flags & _FLAG_ITALIC)
        return bold, italic

    def _place(self, index: int) -> tuple[int, int]:
        """The text page that a character stands on, and its number there."""
        return next((held, index - start) for start, held in self._sheets if index >= start)

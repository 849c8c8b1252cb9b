"""Asks PDFium about single characters of a text page: their size, gaps, ink and object."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Sequence
from itertools import pairwise, repeat
from typing import Any

import pypdfium2.raw as pdfium_c

from pipeline.read.pdfium_calls import ADDRESS, NUMBER, address_of, plain, slots

Transform = Callable[[Any, Any], tuple[Any, Any]]  # of numbers, or of arrays of them

PLACE = (ADDRESS, NUMBER)  # a text page and the index of a character
BOX = (ADDRESS,) * 4
LOOSE_TO_SIZE = 0.91  # what PDFium takes as ascent + descent of the usual text faces, in ems
advance_box = plain(pdfium_c.FPDFText_GetLooseCharBox, *PLACE, ADDRESS)
_ink_of = plain(pdfium_c.FPDFText_GetFillColor, *PLACE, *BOX)
_object_of = plain(pdfium_c.FPDFText_GetTextObject, *PLACE, result=ADDRESS)
_render_mode = plain(pdfium_c.FPDFTextObj_GetTextRenderMode, ADDRESS)
_INVISIBLE = 3
_WHITE = 250


class Probe:
    """Asks PDFium about characters, into slots of its own: a fresh set a call would cost more."""

    def __init__(self, handle: Any, transform: Transform) -> None:
        self._handle = address_of(handle)
        self._transform = transform
        self._loose, (self._loose_ref, *_) = slots(ctypes.c_float, 4)
        self._ink, self._ink_refs = slots(ctypes.c_uint, 4)

    def _advance(self, index: int) -> tuple[float, float, float, float]:
        """Font-height box of a character as shown: two opposite corners, in no fixed order."""
        advance_box(self._handle, index, self._loose_ref)
        left, top, right, bottom = self._loose
        return (*self._transform(left, top), *self._transform(right, bottom))

    def size(self, index: int) -> float:
        """Font size of a character in points as shown, 0 when the font does not say."""
        _, top, _, bottom = self._advance(index)
        return abs(bottom - top) / LOOSE_TO_SIZE

    def gaps(self, first: int, last: int) -> list[float]:
        """Blank between each character and the next by their advance boxes, in points."""
        boxes = [self._advance(index) for index in range(first, last + 1)]
        return [
            min(after[0], after[2]) - max(before[0], before[2]) for before, after in pairwise(boxes)
        ]

    def text_objects(self, indices: Sequence[int]) -> list[int | None]:
        """The objects that characters were drawn by, as numbers."""
        return list(map(_object_of, repeat(self._handle), indices))

    def looks(self, indices: Sequence[int]) -> list[tuple[bool, bool]]:
        """Whether characters are invisible and whether they are in white ink.

        Asked once for each text object, whose letters all look the same.
        """
        known: dict[int | None, tuple[bool, bool]] = {}
        found = []
        for index, item in zip(indices, self.text_objects(indices), strict=True):
            looks = known.get(item) if item else None
            if looks is None:
                is_invisible = bool(item and _render_mode(item) == _INVISIBLE)
                looks = known[item] = is_invisible, self._is_white(index)
            found.append(looks)
        return found

    def _is_white(self, index: int) -> bool:
        if not _ink_of(self._handle, index, *self._ink_refs):
            return False
        return min(self._ink[:3]) >= _WHITE

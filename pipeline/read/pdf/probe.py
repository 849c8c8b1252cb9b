"""Asks PDFium about single characters of a text page: their size, gaps, ink and object."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Sequence
from itertools import pairwise, repeat
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2.raw as pdfium_c

from pipeline.read.pdf.calls import ADDRESS, Answers, plain, ready, reference, slots

_Flags = npt.NDArray[np.bool_]
Transform = Callable[[Any, Any], tuple[Any, Any]]  # of numbers, or of arrays of them

LOOSE_TO_SIZE = 0.91  # what PDFium takes as ascent + descent of the usual text faces, in ems
advance_box = ready(pdfium_c.FPDFText_GetLooseCharBox)
_ink_of = ready(pdfium_c.FPDFText_GetFillColor)
_object_of = ready(pdfium_c.FPDFText_GetTextObject, ADDRESS)
_render_mode = plain(pdfium_c.FPDFTextObj_GetTextRenderMode, ADDRESS)
_inks_of = Answers(ctypes.c_uint, 4, 4)
_INVISIBLE = 3
_WHITE = 250


class Probe:
    """Asks PDFium about characters, into slots of its own: a fresh set a call would cost more."""

    def __init__(self, handle: Any, transform: Transform) -> None:
        self._handle = reference(handle)
        self._transform = transform
        self._loose, (self._loose_ref, *_) = slots(ctypes.c_float, 4)

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

    def gap(self, before: int, after: int) -> float:
        """Blank between two characters by their advance boxes, in points."""
        left, right = self._advance(before), self._advance(after)
        return min(right[0], right[2]) - max(left[0], left[2])

    def text_objects(self, indices: Sequence[int]) -> list[int | None]:
        """The objects that characters were drawn by, as numbers."""
        return list(map(_object_of, repeat(self._handle), indices))

    def looks(self, indices: Sequence[int]) -> tuple[_Flags, _Flags]:
        """Whether characters are invisible and whether they are in white ink."""
        items = self.text_objects(indices)
        hiding = {item for item in set(items) if item and _render_mode(item) == _INVISIBLE}
        ink = _inks_of.ask(_ink_of, self._handle, indices)
        invisible = [item in hiding for item in items] if hiding else np.zeros(len(items), bool)
        return np.array(invisible, bool), ink[:, :3].min(axis=1) >= _WHITE

"""Tells a cross that stands alone in a cell by its shape: recognition reads `X`, `xX` or `b$`."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.read.ocr.hocr import OcrWord

Image = NDArray[Any]

_SMALLEST, _LARGEST = 0.045, 0.2  # inch
_SQUARE = 1.5  # longer side by the shorter one
_INNER = 0.45  # share of its middle that the strokes ink
_OUTER = 0.45  # share of the middle of a side that they may ink
_CORNER = 0.12  # share of each corner that they ink at least
_NOTCH = 0.16  # of a side that each of the four notches is deep; H, K, N, S and Z lack some
_TEXT, _CONFIDENCE = "x", 0.75
_LINE = 2.0  # height of a line by that of a small letter


def is_cross(ink: Image, dpi: float) -> bool:
    """Whether the ink, cut to its extent, is two strokes that cross from corner to corner.

    :param ink: 255 where it is dark
    """
    high, wide = ink.shape
    small, large = min(high, wide), max(high, wide)
    if small < _SMALLEST * dpi or large > _LARGEST * dpi or large > _SQUARE * small:
        return False
    dark = ink > 0
    middle = slice(high // 3, high - high // 3), slice(wide // 3, wide - wide // 3)
    down = slice(3 * high // 8, high - 3 * high // 8)
    across = slice(3 * wide // 8, wide - 3 * wide // 8)
    deep, broad = max(2, high // 8), max(2, wide // 8)
    sides = dark[:deep, across], dark[-deep:, across], dark[down, :broad], dark[down, -broad:]
    rows, columns = (slice(0, high // 4), slice(-(high // 4), None)), (
        slice(0, wide // 4), slice(-(wide // 4), None),
    )  # fmt: skip
    corners = [dark[row, column] for row in rows for column in columns]
    return bool(
        np.mean(dark[middle]) >= _INNER
        and _notch(dark[down]) >= _NOTCH * wide
        and _notch(dark[:, across].T) >= _NOTCH * high
        and all(np.mean(side) <= _OUTER for side in sides)
        and all(np.mean(corner) >= _CORNER for corner in corners)
    )


def _notch(dark: Image) -> int:
    """Pixels that the ink stays away from both ends of a row, where it does so most; 0 without."""
    inked = (np.flatnonzero(row) for row in dark if row.any())
    return max((int(min(at[0], dark.shape[1] - 1 - at[-1])) for at in inked), default=0)


def cross_at(left: float, top: float, wide: float, high: float) -> OcrWord:
    """The word that a cross at this place is."""
    bottom = top + high
    return OcrWord(_TEXT, left, top, left + wide, bottom, _CONFIDENCE, bottom, _LINE * high, 0)

"""Thickens the strokes of thin print: recognition loses letters and marks that hang by a hair.

Worn toner, faint copies and hard thresholds leave strokes of three pixels at 200 dpi, where print
has four to six; a pixel more brings back a fifth of the wrong words.  Print of the usual strength
is read no better, its bold heads worse, and small print would run together: they stay.
"""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Image = NDArray[Any]

_THIN = 0.0165  # inch: mean way across the strokes below which parts of them have gone
_TALL = 0.065  # inch: median height of the letters from 10 points on
_PARTS = (0.03, 0.25)  # inch: heights of what can be a letter
_WIDER = np.ones((2, 2), np.uint8)


def thickened(grey: Image, dark: Image, dpi: float) -> Image:
    """The image with strokes a pixel wider if its print is thin and large enough for that.

    :param grey: the page, straight and evenly lit
    :param dark: its ink, 255 where it is dark
    """
    return cv2.erode(grey, _WIDER) if is_thin(dark, dpi) else grey


def is_thin(dark: Image, dpi: float) -> bool:
    """Whether the strokes of a page are thin while its letters are of the usual size."""
    starts = cv2.countNonZero(cv2.bitwise_and(dark[:, 1:], cv2.bitwise_not(dark[:, :-1])))
    if cv2.countNonZero(dark) >= _THIN * dpi * starts:
        return False
    _, _, stats, _ = cv2.connectedComponentsWithStats(
        np.ascontiguousarray(dark[::2, ::2]), connectivity=8
    )
    heights = 2 * stats[1:, cv2.CC_STAT_HEIGHT]
    low, high = (side * dpi for side in _PARTS)
    letters = heights[(heights >= low) & (heights <= high)]
    return len(letters) > 0 and float(np.median(letters)) >= _TALL * dpi

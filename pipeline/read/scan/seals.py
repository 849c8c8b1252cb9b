"""Bridges print that an opaque seal covers: what strokes were is told by their ends around it."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Image = NDArray[Any]

_CHROMA = 22  # half of what makes a stamp: its soft edges go with it
_REACH = 0.02  # inch: how far around a covered pixel its neighbours count
_MOST = 0.25  # share of the page: more red than that is paper, not seals


def bridge_seals(image: Image, grey: Image, dpi: float) -> Image | None:
    """The grey image with red ink filled from what is around it, never lighter; None without seals.

    The pigment of most seals lets print through; this is for those that do not, and for scanners
    that paint over what they take for one colour.

    :param image: rows x columns x 3 (red, green, blue), of which ``grey`` came without stamps
    """
    areas = _areas(_red(np.ascontiguousarray(image[::4, ::4])), dpi)
    if not areas:
        return None
    covered = _red(image)
    if cv2.countNonZero(covered) > _MOST * covered.size:
        return None
    filled: Image = grey.copy()
    for left, top, wide, high in areas:
        rows, columns = slice(top, top + high), slice(left, left + wide)
        below = np.ascontiguousarray(grey[rows, columns])
        mask = np.ascontiguousarray(covered[rows, columns])
        around = cv2.inpaint(below, mask, max(2, round(_REACH * dpi)), cv2.INPAINT_TELEA)
        filled[rows, columns] = cv2.min(below, around)
    return filled


def _red(image: Image) -> Image:
    """255 where the ink is red."""
    red, green, blue = cv2.split(image)
    weakest = cv2.min(green, blue)
    return cv2.compare(cv2.subtract(red, weakest), np.full_like(red, _CHROMA), cv2.CMP_GT)


def _areas(sparse: Image, dpi: float) -> list[tuple[int, int, int, int]]:
    """Boxes of red parts as high as a stamp, each with some paper around: left, top, sides.

    :param sparse: every fourth row and column of what is red
    """
    if cv2.countNonZero(sparse) == 0:
        return []
    near = cv2.dilate(sparse, np.ones((5, 5), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(near, connectivity=8)
    return [
        (4 * left, 4 * top, 4 * wide, 4 * high)
        for left, top, wide, high, _ in stats[1:count].tolist()
        if 4 * high >= 0.4 * dpi
    ]

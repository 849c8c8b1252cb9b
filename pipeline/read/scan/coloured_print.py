"""Tells lines of coloured print (the title of a certificate, a letterhead) from stamps and pens."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Image = NDArray[Any]

_STRONG = 150  # the weakest channel of ink: a pattern behind the print is paler
_LOWEST, _HIGHEST, _WIDEST = 0.02, 0.75, 1.2  # inch: a letter, a mark of one, some that touch
_PRINT = 0.09  # inch: signing software writes smaller
_GAP = 0.16  # inch: blanks inside a line are closed
_LINE = 0.95  # inch: the highest line
_LONGER = 2.0  # a line is that much longer than high
_FEWEST = 4  # letters and marks
_DENSE = 1.1  # of them on a stretch as long as the line is high: a signature has fewer
_JOINED = 0.4  # share of the line that letters which touch make up: a signature is one stroke
_TALL = 0.8  # inch: no letter, but the ring of a seal, the frame of a stamp, a stroke of a pen
_STAMP_WIDE, _STAMP_HIGH = 3.2, 2.3  # inch: the frame of a page is larger than any stamp's
_STRIP = 4.0  # a stamp or signature is not so much wider than high

Area = tuple[int, int, int, int]


def coloured_print(mask: Image, weakest: Image, areas: Sequence[Area], dpi: float) -> Image:
    """255 around the lines of print among coloured pixels, none of them where a stamp stands.

    :param mask: 255 where the colour is
    :param weakest: the weakest channel of each pixel
    :param areas: where colour stands together (left, top, right, bottom)
    :param dpi: of these pictures
    """
    found = np.zeros_like(mask)
    stamps = [area for area in areas if _is_stamp(area, dpi)]
    if len(stamps) == len(areas):
        return found
    strong = cv2.bitwise_and(mask, cv2.compare(weakest, np.full_like(mask, _STRONG), cv2.CMP_LT))
    _, labels, stats, _ = cv2.connectedComponentsWithStats(strong, connectivity=8)
    wide, high = stats[:, cv2.CC_STAT_WIDTH] / dpi, stats[:, cv2.CC_STAT_HEIGHT] / dpi
    is_letter = (high >= _LOWEST) & (high <= _HIGHEST) & (wide <= _WIDEST)
    is_letter[0] = False
    if is_letter.sum() < _FEWEST:
        return found
    is_tall = (high >= _TALL) & (high <= _STAMP_HIGH) & (wide <= _STAMP_WIDE)
    stamps.extend((x, y, x + across, y + down) for x, y, across, down, _ in stats[is_tall].tolist())
    for left, top, right, bottom in stamps:
        is_letter[np.unique(labels[top:bottom, left:right])] = False
    letters = np.where(is_letter, 255, 0).astype(np.uint8)[labels]
    gap = np.ones((3, max(3, round(_GAP * dpi))), np.uint8)
    lines = cv2.connectedComponentsWithStats(
        cv2.morphologyEx(letters, cv2.MORPH_CLOSE, gap), connectivity=8
    )[2][1:]
    around = max(1, round(_LOWEST * dpi))
    for left, top, across, down, _ in lines.tolist():
        if not _PRINT * dpi <= down <= _LINE * dpi or across < _LONGER * down:
            continue
        rows, columns = slice(top, top + down), slice(left, left + across)
        own = np.unique(labels[rows, columns][letters[rows, columns] > 0])
        is_dense = len(own) >= max(_FEWEST, _DENSE * across / down)
        is_parted = is_dense and wide[own].max() * dpi <= _JOINED * across
        if is_parted and np.quantile(high[own], 0.75) >= _PRINT:
            found[
                max(0, top - around) : top + down + around,
                max(0, left - around) : left + across + around,
            ] = 255
    return found


def _is_stamp(area: Area, dpi: float) -> bool:
    """Whether an area has the shape of a stamp or signature, not of a letter, a line or a page."""
    wide, high = (area[2] - area[0]) / dpi, (area[3] - area[1]) / dpi
    is_sign = wide <= _HIGHEST and high <= _HIGHEST
    return not is_sign and high <= _STAMP_HIGH and wide <= min(_STAMP_WIDE, _STRIP * high)

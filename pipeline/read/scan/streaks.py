"""Takes out the streaks that dirt on the glass of a scanner draws down a page, from edge to edge.

A streak runs through a letter of each line of print; rulings and margins of tables end before the
page does.  Its ink is thinner than print: what stands under it is told by how much darker it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Image = NDArray[Any]
_Columns = NDArray[np.intp]

_SPARSE = 4  # every fourth row tells where a streak runs
_BANDS = 16  # it is looked for in so many parts of the page, from the top to the bottom
_MISSING = 1  # of them, in the middle of the page, may hide it
_BESIDE = 0.02  # inch: paper stands so near on both sides of it
_DARKER = 14  # grey levels between a streak and the paper beside it
_PAPER = 150  # grey level
_FEW = 0.3  # share of a band's rows that has paper on both sides
_SEEN = 0.7  # share of these in which the streak is seen
_SLANT = 0.02  # inch across from a band to the next: the page was straightened, or lay askew
_MOST = 4  # a page with more is a form, or a picture
_CLEAR = 0.97  # light that passes where the streak has ended
_DARK_ROWS = 0.2  # share of the rows that tell it: a streak that lies askew steps aside
_OPAQUE = 0.3  # light below which nothing under it can be told


def without_streaks(grey: Image, dpi: float, *others: Image) -> tuple[Image, ...]:
    """The image and others of the same page, lightened where streaks run; as they came without."""
    reach = max(2, round(_BESIDE * dpi))
    streaks = _streaks(grey, reach, max(1, round(_SLANT * dpi)))
    if not 0 < len(streaks) <= _MOST:
        return (grey, *others)
    images = tuple(image.copy() for image in (grey, *others))
    for columns in streaks:
        # dirt wears off and the page bends: a streak is not equally dark all the way
        for rows in np.array_split(np.arange(len(grey)), _BANDS):
            light = _light(_strip(grey, rows, columns[rows], reach))
            for image in images:
                _lighten(image, rows, columns[rows], light)
    return images


def _streaks(grey: Image, reach: int, slant: int) -> list[_Columns]:
    """The column of each streak's middle, in every row of the image."""
    rows = np.ascontiguousarray(grey[::_SPARSE])
    high = len(rows) // _BANDS
    if not high or rows.shape[1] <= 4 * reach:
        return []
    beside = cv2.min(rows[:, : -2 * reach], rows[:, 2 * reach :])
    paper = beside > _PAPER
    darker = paper & (cv2.subtract(beside, rows[:, reach:-reach]) > _DARKER)
    held = paper[: high * _BANDS].reshape(_BANDS, high, -1).sum(axis=1)
    seen = darker[: high * _BANDS].reshape(_BANDS, high, -1).sum(axis=1)
    bands = (held >= _FEW * high) & (seen >= _SEEN * np.maximum(held, 1))
    found: list[_Columns] = []
    for first in np.flatnonzero(bands[0]).tolist():
        if any(abs(columns[0] - first - reach) <= 2 * reach for columns in found):
            continue
        places = _followed(bands, first, slant)
        if places:
            middles = [(band + 0.5) * high * _SPARSE for band in places]
            across = np.interp(np.arange(len(grey)), middles, [*places.values()])
            found.append(np.round(across + reach).astype(np.intp))
    return found


def _followed(bands: NDArray[np.bool_], first: int, slant: int) -> dict[int, float]:
    """The streak's place in each band from one in the uppermost on; nothing if it ends before."""
    places, at = {}, float(first)
    for band, seen in enumerate(bands):
        begin = max(0, round(at) - slant)
        near = np.flatnonzero(seen[begin : round(at) + slant + 1])
        if len(near):
            places[band] = at = begin + float(near.mean())
    is_whole = len(places) >= len(bands) - _MISSING and len(bands) - 1 in places
    return places if is_whole else {}


def _strip(image: Image, rows: _Columns, columns: _Columns, reach: int) -> Image:
    """What the image shows around a streak, row by row."""
    across = np.clip(columns[:, None] + np.arange(-reach, reach + 1), 0, image.shape[1] - 1)
    strip: Image = image[rows[:, None], across]
    return strip


def _light(strip: Image) -> list[float]:
    """The share of the paper's light that comes through a streak, from its left to its right."""
    paper = np.minimum(strip[:, 0], strip[:, -1]).astype(np.float64)
    bare = paper > _PAPER
    if not bare.any():
        return [1.0] * strip.shape[1]
    return [
        float(share) for share in np.quantile(strip[bare] / paper[bare, None], _DARK_ROWS, axis=0)
    ]


def _lighten(image: Image, rows: _Columns, columns: _Columns, light: Sequence[float]) -> None:
    """Give the image the light that the streak took; what a black one covers is as beside it."""
    reach = len(light) // 2
    strip = _strip(image, rows, columns, reach).astype(np.float64)
    for index, share in enumerate(light):
        if share >= _CLEAR:
            continue
        far = index / (2 * reach)
        between = strip[:, 0] * (1 - far) + strip[:, -1] * far
        own = strip[:, index]
        bare = np.minimum(own / share, np.maximum(own, between)) if share > _OPAQUE else between
        across = np.clip(columns + index - reach, 0, image.shape[1] - 1)
        image[rows, across] = np.clip(bare, 0, 255).astype(np.uint8)

"""Finds the sheet of paper on a photograph and lays it flat: a camera is held at an angle."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Image = NDArray[Any]
Corners = NDArray[np.float32]

_SMALL = 640  # pixels of the longer side of the picture in which the sheet is looked for
_PRINT = 15  # of them: print is closed, so that the sheet is one light area
_THRESHOLDS = (0.35, 0.45, 0.55, 0.65, 0.75)  # shares of the lightest part of the picture
_LEAST, _MOST = 0.3, 0.97  # share of the picture that the sheet covers
_SLACK = 0.02  # of that share, for a coarse look
_STRAIGHT = 0.975  # share of its four-sided outline that a sheet fills
_BEND = 0.02  # of the outline's length: corners rounder than this are no corners
_A4_SHORT, _A4_LONG = 8.27, 11.69  # inch
_NEAR_A4 = 0.12
_LONGEST = 2.2  # a strip longer than this by its width is no sheet


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet laid flat: its image, and the matrix from its pixels to those of the picture."""

    image: Image
    to_picture: NDArray[np.float64]

    def on_picture(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the sheet lies on the picture."""
        across, down, share = self.to_picture @ (x, y, 1.0)
        return float(across / share), float(down / share)


def lay_flat(picture: Image, dpi: float, half: Image | None = None) -> Sheet | None:
    """The sheet of a photograph; None where no sheet stands out against a darker ground.

    :param picture: rows x columns (grey) or rows x columns x 3 (red, green, blue)
    :param dpi: the resolution that the sheet gets, its longer side taken for that of A4
    :param half: the picture in half its size, where that is at hand
    """
    corners = _corners(picture, half)
    if corners is None:
        return None
    sides = [float(np.linalg.norm(corners[k] - corners[k - 1])) for k in range(4)]
    down, across = (sides[0] + sides[2]) / 2, (sides[1] + sides[3]) / 2
    ratio = max(down, across) / max(1.0, min(down, across))
    if ratio > _LONGEST:
        return None
    usual = _A4_LONG / _A4_SHORT
    if abs(ratio / usual - 1) <= _NEAR_A4:
        ratio = usual
    long, short = round(_A4_LONG * dpi), round(_A4_LONG * dpi / ratio)
    wide, high = (short, long) if down >= across else (long, short)
    flat = np.array([[0, 0], [wide, 0], [wide, high], [0, high]], np.float32)
    to_sheet = cv2.getPerspectiveTransform(corners, flat)
    image = cv2.warpPerspective(
        picture, to_sheet, (wide, high), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    return Sheet(image, np.linalg.inv(np.asarray(to_sheet, np.float64)))


def _corners(picture: Image, half: Image | None) -> Corners | None:
    """Corners of the sheet in the picture: upper left, upper right, lower right, lower left."""
    is_large = max(picture.shape[:2]) >= 2 * _SMALL
    if not _may_hold_sheet(half if is_large and half is not None else picture):
        return None
    scale = _SMALL / max(picture.shape[:2])
    small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    best, fullest = None, _STRAIGHT
    for area in _light_areas(small, _PRINT):
        found = _four_sided(area)
        if found is not None and found[1] > fullest:
            best, fullest = found[0] / scale, found[1]
    return best


def _may_hold_sheet(picture: Image) -> bool:
    """Whether some light part of the picture is as large as a sheet: on most scans none is.

    The picture is halved and halved again, which is far quicker than to make it as small as wanted.
    """
    small = picture
    while max(small.shape[:2]) >= 2 * _SMALL:
        small = cv2.resize(small, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    for area in _light_areas(small, round(_PRINT * max(small.shape[:2]) / _SMALL)):
        part = _largest(area)
        if part is not None and _LEAST - _SLACK <= part[1] <= _MOST + _SLACK:
            return True
    return False


def _light_areas(small: Image, print_size: int) -> Iterator[Image]:
    """The picture at each threshold, 255 where it is light, its print closed."""
    grey = cv2.cvtColor(small, cv2.COLOR_RGB2GRAY) if small.ndim == 3 else small
    paper = cv2.morphologyEx(grey, cv2.MORPH_CLOSE, np.ones((print_size, print_size), np.uint8))
    light = float(np.quantile(paper, 0.95))
    for share in _THRESHOLDS:
        yield cv2.threshold(paper, share * light, 255, cv2.THRESH_BINARY)[1]


def _largest(area: Image) -> tuple[Image, float] | None:
    """The outline of the largest part of a mask, and the share of the mask that it covers."""
    parts, _ = cv2.findContours(area, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    if not parts:
        return None
    part = max(parts, key=cv2.contourArea)
    return part, cv2.contourArea(part) / area.size


def _four_sided(area: Image) -> tuple[Corners, float] | None:
    """Corners of the largest part of a mask, and the share of their outline that it fills."""
    largest = _largest(area)
    if largest is None or not _LEAST <= largest[1] <= _MOST:
        return None
    part, covered = largest[0], largest[1] * area.size
    hull = cv2.convexHull(part)
    outline = cv2.approxPolyDP(hull, _BEND * cv2.arcLength(hull, True), True)
    if len(outline) != 4:
        return None
    points = outline.reshape(4, 2).astype(np.float32)
    around = cv2.contourArea(points)
    if _lies_at_edge(points, area.shape):
        return None
    return _in_order(points), min(covered, around) / max(covered, around, 1.0)


def _lies_at_edge(points: Corners, shape: tuple[int, ...]) -> bool:
    """Whether the sheet is cut off by the picture's edge: its corners are not its own then."""
    high, wide = shape[0] - 1, shape[1] - 1
    x, y = points[:, 0], points[:, 1]
    cut = (x <= 0) | (y <= 0) | (x >= wide) | (y >= high)
    return int(np.count_nonzero(cut)) > 2


def _in_order(points: Corners) -> Corners:
    """The corners clockwise from the upper left one."""
    middle = points.mean(axis=0)
    angles = np.arctan2(points[:, 1] - middle[1], points[:, 0] - middle[0])
    turned = points[np.argsort(angles)]
    first = int(np.argmin(turned.sum(axis=1)))
    ordered: Corners = np.roll(turned, -first, axis=0)
    return ordered

"""Turns light print on dark cells (the heading of a table) into dark print on white."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Image = NDArray[Any]

_DARK = 165  # grey level of a filled cell at most
_STROKE = 0.05  # inch: light strokes are closed
_LEVEL = 0.8  # inch: longer than words that stand close below, where a cell is that wide
_HIGH, _WIDE = 0.17, 0.35  # inch: the least cell; a line of bold print is lower
_HIGHEST = 2.0  # inch: more is a picture
_ROW = 2.0  # inch: the least row of them
_CORNERS = 0.88  # share of the rectangle around it that a cell fills; a seal has no corners
_FILLED = 0.6  # share of a cell that its ground covers; print covers less of a line
_WRITTEN = 0.02  # share of it that print covers at least
_BY_FAR = 40  # grey levels between ground and print
_DEEPER = 25  # between ground and a ruling in it
_FRAME = 0.012  # inch: the ruling around it that the ground hid
_BELOW = (0.03, 0.45)  # inch below it: rulings between columns stand there
_RULED = 0.9  # share of that stretch that they ink


@dataclass(frozen=True, slots=True)
class DarkCell:
    """A filled cell or row of cells, turned: where (left, top), its picture, 255 where it is."""

    left: int
    top: int
    picture: Image
    mask: Image


def dark_cells(image: Image, even: Image, dpi: float) -> list[DarkCell]:
    """The filled cells of a page that have light print.

    :param image: rows x columns (grey) or rows x columns x 3 (red, green, blue)
    :param even: the same in grey and half its size, without shadows
    """
    dark = cv2.compare(even, np.full_like(even, _DARK), cv2.CMP_LT)
    stroke = max(3, round(_STROKE * dpi / 2))
    closed = cv2.morphologyEx(dark, cv2.MORPH_CLOSE, np.ones((stroke, stroke), np.uint8))
    least = np.ones((round(_HIGH * dpi / 2), round(_WIDE * dpi / 2)), np.uint8)
    boxes = cv2.connectedComponentsWithStats(
        cv2.morphologyEx(closed, cv2.MORPH_OPEN, least), connectivity=8
    )[2][1:, :4]
    frame = max(1, round(_FRAME * dpi / 2))
    found = []
    for left, top, wide, high in boxes.tolist():
        inside = slice(top, top + high), slice(left, left + wide)
        is_at_edge = not (left and top and left + wide < even.shape[1] and top + high < len(even))
        covered = cv2.countNonZero(closed[inside])
        if is_at_edge or high > _HIGHEST * dpi / 2:
            continue
        if cv2.countNonZero(dark[inside]) < _FILLED * covered:
            continue
        part = image[2 * top : 2 * (top + high), 2 * left : 2 * (left + wide)]
        across = np.ones((1, round(min(_LEVEL * dpi / 2, 0.8 * wide))), np.uint8)
        alone = cv2.morphologyEx(closed[inside], cv2.MORPH_OPEN, across)
        if not _is_rectangle(alone):
            continue
        mask = cv2.resize(alone, (part.shape[1], part.shape[0]))
        grey = np.ascontiguousarray(part)
        grey = cv2.cvtColor(grey, cv2.COLOR_RGB2GRAY) if part.ndim == 3 else grey
        picture = _turned(grey, mask, frame)
        if picture is not None:
            below = slice(*(top + high + round(side * dpi / 2) for side in _BELOW))
            for at in _uprights(dark[below, left : left + wide]):
                picture[:, 2 * at : 2 * at + 2 * frame] = 0
            found.append(DarkCell(2 * left, 2 * top, picture, mask))
    return [cell for cell in found if _row_width(cell, found) >= _ROW * dpi]


def _row_width(cell: DarkCell, others: Sequence[DarkCell]) -> int:
    """The widths of the cells beside a cell and its own."""
    middle = cell.top + len(cell.mask) / 2
    beside = (each for each in others if each.top < middle < each.top + len(each.mask))
    return sum(each.mask.shape[1] for each in beside)


def _is_rectangle(mask: Image) -> bool:
    """Whether what is inked has four corners, straight or askew."""
    points = cv2.findNonZero(mask)
    if points is None:
        return False
    _, (wide, high), _ = cv2.minAreaRect(points)
    return len(points) >= _CORNERS * (wide + 1) * (high + 1)


def _uprights(below: Image) -> list[int]:
    """The columns of the rulings between the cells below: those of the dark row are not seen."""
    if not below.size:
        return []
    inked = cv2.dilate(below, np.ones((1, 3), np.uint8)).mean(axis=0) >= 255 * _RULED
    edges = np.flatnonzero(np.diff(np.concatenate(([0], inked.astype(np.int8), [0]))))
    return [(first + last) // 2 for first, last in edges.reshape(-1, 2).tolist()]


def with_cells(page: Image, cells: Sequence[DarkCell]) -> Image:
    """A grey page with these cells as dark print on white."""
    if not cells:
        return page
    page = page.copy()
    for cell in cells:
        high, wide = cell.mask.shape
        own = page[cell.top : cell.top + high, cell.left : cell.left + wide]
        own[:] = np.where(cell.mask > 0, cell.picture, own)
    return page


def _turned(grey: Image, mask: Image, frame: int) -> Image | None:
    """Dark print on white for light print on a ground; None where the print is no lighter."""
    inside = grey[mask > 0]
    ground, light = float(np.median(inside)), float(np.quantile(inside, 1 - _WRITTEN / 2))
    is_deep = grey < ground - _DEEPER
    written = float((inside > ground + _BY_FAR).mean())
    if light - ground < _BY_FAR or not _WRITTEN <= written >= float((is_deep & (mask > 0)).mean()):
        return None
    levels = np.clip(255 - (np.arange(256) - ground) * (255 / (light - ground)), 0, 255)
    plain: Image = cv2.LUT(grey, levels.astype(np.uint8))
    plain[is_deep] = 0
    edges = cv2.findContours(
        cv2.copyMakeBorder(mask, 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=0),
        cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE, offset=(-1, -1),
    )[0]  # fmt: skip
    cv2.drawContours(plain, edges, -1, (0,), 3 * frame)
    return plain

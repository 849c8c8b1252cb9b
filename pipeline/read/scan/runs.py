"""Finds long straight runs of ink in a mask and closes gaps, eight pixels a byte at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Image = NDArray[Any]
# Bytes of ink whose gaps are of two pixels at most.
_FILLED = np.array(["000" not in f"{byte:08b}" for byte in range(256)])
_Both = Callable[[Image, Image], Image]


def long_runs(ink: Image, run: int, *, level: bool) -> Image:
    """The ink that runs on for ``run`` pixels, gaps of two closed: a fax has white grains.

    It is what OpenCV's ``MORPH_CLOSE`` by three pixels and ``MORPH_OPEN`` by ``run`` make of it, to
    the pixel: beyond the edges all counts as ink, and an even run comes out one pixel further on.

    :param ink: 255 where it is dark, 0 elsewhere
    :param level: whether runs go from left to right, else from top to bottom
    """
    packed = np.packbits(ink, axis=1)
    if not level:
        return _unpacked(_opened(packed, run), ink)
    found = np.zeros_like(ink)
    rows = _may_hold_runs(packed, run)
    if len(rows):  # a page of text has some dozen of them
        upright: Image = cv2.transpose(ink[rows])
        found[rows] = cv2.transpose(_unpacked(_opened(np.packbits(upright, axis=1), run), upright))
    return found


def _opened(rows: Image, run: int) -> Image:
    rows = _over(_closed(rows, 3), run, np.bitwise_and, 255)
    return _over(rows, run, np.bitwise_or, 0) if rows.any() else rows


def _may_hold_runs(packed: Image, run: int) -> NDArray[np.intp]:
    """Rows that can hold a run of ink from left to right, by eight pixels at once.

    A run fills whole bytes but for gaps of two; at the edges of the image it may be half as long.
    """
    full = _FILLED[packed]
    inside, edge = (run - 7) // 8, max(1, (run // 2 - 8) // 8)
    if inside < 1 or full.shape[1] <= inside:
        return np.arange(len(packed))
    if edge == 1:
        full_at_edge = packed[:, [0, -1]].any(axis=1)
    else:
        full_at_edge = full[:, :edge].all(axis=1) | full[:, -edge - 1 : -1].all(axis=1)
    done = 1
    while done < inside:
        step = min(done, inside - done)
        full = full[:, :-step] & full[:, step:]
        done += step
    return np.flatnonzero(full.any(axis=1) | full_at_edge)


def without_gaps(ink: Image, length: int) -> Image:
    """The ink with gaps between upper and lower strokes closed: OpenCV's ``MORPH_CLOSE``.

    :param length: pixels; shorter gaps are closed
    """
    return _unpacked(_closed(np.packbits(ink, axis=1), length), ink)


def _unpacked(rows: Image, like: Image) -> Image:
    found = np.unpackbits(rows, axis=1, count=like.shape[1])
    np.negative(found, out=found)  # 1 becomes 255
    return found


def _closed(rows: Image, length: int) -> Image:
    return _over(_over(rows, length, np.bitwise_or, 0), length, np.bitwise_and, 255)


def _over(rows: Image, length: int, both: _Both, outside: int) -> Image:
    """Each row put together with those around it, ``length`` rows in all.

    Twice as many rows are done at each step, so that long runs cost hardly more than short ones.

    :param outside: what rows beyond the edges are made of
    """
    high = len(rows)
    before = length // 2
    padded = np.full((high + length - 1, rows.shape[1]), outside, np.uint8)
    padded[before : before + high] = rows
    done = 1
    while done < length:
        step = min(done, length - done)
        padded = both(padded[:-step], padded[step:])
        done += step
    return padded

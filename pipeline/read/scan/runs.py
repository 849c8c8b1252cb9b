"""Finds long straight runs of ink in a mask and closes gaps, eight pixels a byte at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Image = NDArray[Any]
_Both = Callable[[Image, Image], Image]


def long_runs(ink: Image, run: int, *, level: bool) -> Image:
    """The ink that runs on for ``run`` pixels, gaps of two closed: a fax has white grains.

    It is what OpenCV's ``MORPH_CLOSE`` by three pixels and ``MORPH_OPEN`` by ``run`` make of it, to
    the pixel: beyond the edges all counts as ink, and an even run comes out one pixel further on.

    :param ink: 255 where it is dark, 0 elsewhere
    :param level: whether runs go from left to right, else from top to bottom
    """
    upright: Image = cv2.transpose(ink) if level else ink
    rows = _closed(np.packbits(upright, axis=1), 3)
    rows = _over(rows, run, np.bitwise_and, 255)
    rows = _over(rows, run, np.bitwise_or, 0)
    found = _unpacked(rows, upright)
    return cv2.transpose(found) if level else found


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

"""Connected parts of a mask whose rows repeat, as those between rulings do: each is looked at once.

Between two level rulings a page of rulings is the same row hundreds of times over.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Image = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Parts:
    """Parts of a mask of some rows and columns; the first is its ground.

    ``stats`` has a row each: left, top, width, height and area.
    """

    shape: tuple[int, int]
    stats: NDArray[np.int64]
    _labels: Image
    _rows: NDArray[np.intp]

    def at(self, y: int, x: int) -> int:
        """Number of the part at a pixel, 0 where there is none."""
        return int(self._labels[np.searchsorted(self._rows, y, side="right") - 1, x])


def find_parts(mask: Image, connectivity: int) -> Parts:
    """What ``connectedComponentsWithStats`` of OpenCV finds, but for the order of the parts.

    :param mask: 255 or 0
    """
    packed = np.packbits(mask, axis=1)
    differs = np.any(packed[1:] != packed[:-1], axis=1)
    rows = np.concatenate(([0], np.flatnonzero(differs) + 1))
    ends = np.append(rows, len(mask))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(
        np.ascontiguousarray(mask[rows]), connectivity=connectivity
    )
    stats[0] = 0, 0, mask.shape[1], len(rows), 0  # OpenCV states no box for a ground without pixels
    left, top, wide, high, _ = stats.astype(np.int64).T
    weights = np.repeat(np.diff(ends), mask.shape[1])
    area = np.bincount(labels.ravel(), weights, count)
    found = np.stack([left, ends[top], wide, ends[top + high] - ends[top], area], axis=1)
    return Parts(mask.shape, found.astype(np.int64), labels, rows)

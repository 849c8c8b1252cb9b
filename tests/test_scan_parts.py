"""Parts of a mask whose rows repeat: found as OpenCV finds them."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.read.scan.parts import find_parts


@settings(deadline=None)
@given(
    st.integers(0, 2**32 - 1),
    st.tuples(st.integers(1, 12), st.integers(1, 40)),
    st.sampled_from([0.2, 0.5, 0.8]),
    st.sampled_from([4, 8]),
)
def test_parts_are_those_of_opencv(
    seed: int, shape: tuple[int, int], share: float, connectivity: int
) -> None:
    draw = np.random.default_rng(seed)
    rows = np.where(draw.random(shape) < share, 255, 0).astype(np.uint8)
    mask = rows[np.sort(draw.integers(0, len(rows), 50))]
    _, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=connectivity)
    parts = find_parts(mask, connectivity)
    assert sorted(map(tuple, parts.stats[1:])) == sorted(map(tuple, stats[1:].tolist()))
    for y, x in zip(draw.integers(0, 50, 9), draw.integers(0, shape[1], 9), strict=True):
        number = parts.at(int(y), int(x))
        assert (number == 0) == (labels[y, x] == 0)
        if number:
            assert tuple(parts.stats[number]) == tuple(stats[labels[y, x]].tolist())


@pytest.mark.parametrize("connectivity", [4, 8])
def test_an_empty_mask_has_its_ground_only(connectivity: int) -> None:
    parts = find_parts(np.zeros((30, 20), np.uint8), connectivity)
    assert parts.stats.tolist() == [[0, 0, 20, 30, 600]]
    assert parts.shape == (30, 20)

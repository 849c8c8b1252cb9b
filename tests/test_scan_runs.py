"""Long runs of ink: found as OpenCV finds them, to the pixel."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.read.scan.runs import long_runs, without_gaps


@settings(deadline=None)
@given(
    st.integers(0, 2**32 - 1),
    st.tuples(st.integers(1, 90), st.integers(1, 90)),
    st.sampled_from([0.3, 0.6, 0.9, 0.97]),
    st.integers(2, 70),
    st.booleans(),
)
def test_runs_are_those_of_opencv(
    seed: int, shape: tuple[int, int], share: float, run: int, level: bool
) -> None:
    ink = np.where(np.random.default_rng(seed).random(shape) < share, 255, 0).astype(np.uint8)

    def bar(length: int) -> np.ndarray:
        return np.ones((1, length) if level else (length, 1), np.uint8)

    whole = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, bar(3))
    expected = cv2.morphologyEx(whole, cv2.MORPH_OPEN, bar(run))
    assert np.array_equal(long_runs(ink, run, level=level), expected)


@settings(deadline=None)
@given(
    st.integers(0, 2**32 - 1), st.tuples(st.integers(1, 90), st.integers(1, 90)), st.integers(2, 20)
)
def test_gaps_are_closed_as_opencv_closes_them(
    seed: int, shape: tuple[int, int], length: int
) -> None:
    ink = np.where(np.random.default_rng(seed).random(shape) < 0.2, 255, 0).astype(np.uint8)
    expected = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((length, 1), np.uint8))
    assert np.array_equal(without_gaps(ink, length), expected)


@pytest.mark.parametrize("level", [False, True])
def test_a_ruling_with_grains_stays_and_print_goes(level: bool) -> None:
    ink = np.zeros((60, 200), np.uint8)
    ink[20:22, 10:190] = 255
    ink[20:22, 100:102] = 0
    ink[40:52, 30:34] = 255
    found = long_runs(ink if level else ink.T.copy(), 65, level=level)
    found = found if level else found.T
    assert found[20:22, 10:190].all()
    assert not found[22:].any()

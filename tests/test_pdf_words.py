"""Places of the words of a page: their sides are rounded together."""

from __future__ import annotations

import ctypes
import struct

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.read.pdf.calls import Answers
from pipeline.read.pdf.words import hundredths


@given(
    st.lists(
        st.one_of(
            st.floats(-2000, 2000),
            st.floats(-2000, 2000, width=32),
            st.integers(-200_000, 200_000).map(lambda number: (number + 0.5) / 100),
            st.floats(allow_nan=False),
        )
    )
)
def test_sides_are_rounded_together_as_one_by_one(numbers: list[float]) -> None:
    assert hundredths(np.array(numbers, float)) == [round(number, 2) for number in numbers]


@pytest.mark.parametrize("count", [0, 1, 1023, 1024, 1025, 3000])
def test_each_index_is_asked_and_what_is_not_answered_is_nought(count: int) -> None:
    def twice(_: object, index: int, place: object) -> None:
        if index % 3:
            ctypes.memmove(place, struct.pack("dd", index, 2 * index), 16)  # type: ignore[arg-type]

    answers = Answers(ctypes.c_double, 2, 1)
    for _ in range(2):  # what was answered before is forgotten
        found = answers.ask(twice, None, range(count))
        assert found.tolist() == [[i, 2 * i] if i % 3 else [0, 0] for i in range(count)]

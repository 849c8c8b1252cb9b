"""Places of the words of a page: their sides are rounded together."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from pipeline.read.pdf_words import hundredths


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

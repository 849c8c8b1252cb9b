"""Words of a cell that the end of a line cuts."""

from __future__ import annotations

import pytest

from pipeline.read.cut_words import goes_on


@pytest.mark.parametrize(
    ("last", "first", "is_one"),
    [
        ("GDNN-", "GDTX", True),
        ("26/05/19", "75", True),
        ("1.800.0", "00", True),
        ("125.", "000.000", True),
        ("12/5/2024", "12", False),
        ("1.800", "25", False),
        ("Tổ", "5", False),
        ("2022-", "(đợt", False),
    ],
)
def test_dates_and_amounts_cut_by_a_narrow_column(last: str, first: str, is_one: bool) -> None:
    assert goes_on(last, first) is is_one

"""Sums and shares that the audit must leave alone: another whole, a slip as large as one part."""

from __future__ import annotations

import pytest

from tests.audited import letter, verdicts


@pytest.mark.parametrize(
    ("body", "check", "wanted"),
    [
        # a share of the money beside a count of its kinds
        ("Có 05/18 khoản thu không đạt (các khoản thu này chiếm tỷ trọng 8,01% tổng số thu nội "
         "địa).", "percent_of_total", []),
        ("Có 05/20 khoản thu không đạt (chiếm 25% tổng số khoản thu).", "percent_of_total",
         ["consistent"]),
        ("Có 05/20 khoản thu không đạt (chiếm 35% tổng số khoản thu).", "percent_of_total",
         ["contradiction"]),
        # `30` may be wrong by the 5, or the 5 none of them: nobody can tell
        ("Có 30 đoàn viên ở các khối, trong đó khối xã 10 đoàn viên, khối huyện 20 đoàn viên, "
         "khối tỉnh 5 đoàn viên.", "breakdown_sum", ["not_checkable"]),
        ("Có 30 đoàn viên, trong đó khối xã 10 đoàn viên (trong đó 5 đoàn viên nữ), khối huyện "
         "20 đoàn viên.", "breakdown_sum", ["consistent"]),
    ],
)  # fmt: skip
def test_what_a_sum_proves(body: str, check: str, wanted: list[str]) -> None:
    assert verdicts(letter(body), check) == wanted

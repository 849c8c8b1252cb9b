"""A bare body takes the level and place by which the text tells what the body does."""

from __future__ import annotations

import pytest

from pipeline.layout.lost_issuer import whole_by_acts
from pipeline.model import Field


def whole(issuer: str, place: str, body: str) -> str:
    return whole_by_acts(Field(issuer, 0, 1, "t"), Field(place, 0, 1, "t"), body).value


def test_the_tone_may_stand_on_either_letter() -> None:
    said = "Uỷ ban  nhân dân tỉnh Hoà Mận ban hành Kế hoạch"
    assert whole("ỦY BAN NHÂN DÂN", "Hòa Mận", said) == "ỦY BAN NHÂN DÂN TỈNH HOÀ MẬN"


@pytest.mark.parametrize("strange", ["(A [x", "a)+|(?", "\\", "*{9}"])
def test_signs_in_a_misread_head_are_letters_and_no_expression(strange: str) -> None:
    assert whole(strange, strange, "Ủy ban nhân dân tỉnh A ban hành") == strange

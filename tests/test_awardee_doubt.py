"""Awardees that lack what they must have are doubtful, all others as sure as they were read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.link.awardee_doubt import doubted
from pipeline.model import AwardeeMention

ROW = AwardeeMention(
    0, 9, "Lê Thị Thử", "person", "awardee", "awardee.list", 0.95,
    position="Kế toán", workplace="Công ty May Mẫu", award_name="Giấy khen",
    conferred_by="Giám đốc Công ty May Mẫu",
)  # fmt: skip


@pytest.mark.parametrize(
    ("row", "sure"),
    [
        (ROW, True),
        (replace(ROW, position=None, workplace=None), True),
        (replace(ROW, position="Chuyên viên Văn phòng", workplace=None), False),
        (replace(ROW, workplace=None, rule="awardee.table"), True),
        (replace(ROW, kind="collective", position=None, workplace=None), True),
        (replace(ROW, conferred_by=None), False),
        (replace(ROW, award_name=None, conferred_by=None, role="author"), True),
    ],
)
def test_a_post_without_a_unit_and_an_award_without_a_giver_are_doubtful(
    row: AwardeeMention, sure: bool
) -> None:
    assert (doubted(row).confidence >= 0.9) is sure
    assert replace(doubted(row), confidence=0.0) == replace(row, confidence=0.0)


def test_doubt_never_raises_a_confidence() -> None:
    assert doubted(replace(ROW, conferred_by=None, confidence=0.4)).confidence == 0.4

"""Awardees that lack what they must have are doubtful, all others as sure as they were read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.link.awardees.doubt import believed, doubted, is_possible
from pipeline.model import AwardeeMention, Block
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()
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
        (replace(ROW, name="LÊ THỊ THỬ VỚI CỤM"), False),
        (replace(ROW, name="Lê Thị Được"), True),
        (replace(ROW, award_name=None, conferred_by=None, role="author"), True),
    ],
)
def test_a_post_without_a_unit_and_an_award_without_a_giver_are_doubtful(
    row: AwardeeMention, sure: bool
) -> None:
    assert (doubted(row, RULES).confidence >= 0.9) is sure
    assert replace(doubted(row, RULES), confidence=0.0) == replace(row, confidence=0.0)


def test_doubt_never_raises_a_confidence() -> None:
    assert doubted(replace(ROW, conferred_by=None, confidence=0.4), RULES).confidence == 0.4


def test_a_person_is_not_given_the_title_of_a_collective() -> None:
    titled = replace(ROW, award="ttldxs", award_name="Tập thể Lao động xuất sắc")
    assert not is_possible(titled, RULES)
    assert is_possible(replace(titled, kind="collective"), RULES)
    assert is_possible(replace(ROW, award="gia_dinh_vh"), RULES)  # a family by its head


def test_a_collective_with_a_title_of_persons_is_unlikely() -> None:
    titled = replace(ROW, kind="collective", award="cstd_cs", award_name="Chiến sĩ thi đua cơ sở")
    assert is_possible(titled, RULES)
    assert doubted(titled, RULES).confidence < 0.7
    assert doubted(replace(titled, kind="person"), RULES).confidence > 0.9


@pytest.mark.parametrize(
    ("lines", "sure"),
    [
        (("Các em nhận Giấy khen (Ảnh: Lê Thị Thử)",), False),
        (("Các em nhận Giấy khen (Ảnh:", "Lê Thị Thử)"), False),
        (("Các em nhận Giấy khen gồm:", "Lê Thị Thử"), True),
    ],
)
def test_who_took_the_picture_is_no_sure_awardee(lines: tuple[str, ...], sure: bool) -> None:
    blocks, at = [], 0
    for line in lines:
        blocks.append(Block("paragraph", at, at + len(line), 1, line))
        at += len(line) + 1
    start = "\n".join(lines).index(ROW.name)
    row = replace(ROW, start=start, end=start + len(ROW.name))
    (found,) = believed([row], blocks, RULES)
    assert (found.confidence >= 0.9) is sure

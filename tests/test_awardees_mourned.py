"""Notices of a death: the awards of the deceased, and of nobody else."""

from __future__ import annotations

import pytest
from laid_out import document

from pipeline.link.awardees.link import link_awardees
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()


def rows(*paragraphs: str) -> list[tuple[str, str | None]]:
    found = link_awardees(document([("paragraph", p) for p in paragraphs]), (), RULES)[0]
    return [(a.name, a.award_name) for a in found]


@pytest.mark.parametrize(
    "line",
    [
        "Sinh năm 1936; quê quán: xã Mận; nguyên Giám đốc Sở Thủy lợi; đã được Đảng, Nhà nước tặng "
        "thưởng Huân chương Độc lập hạng Ba, Huy hiệu 55 năm tuổi Đảng.",
        "Huân chương Độc lập hạng Ba; Huy hiệu 55 năm tuổi Đảng.",
        "Khen thưởng: Huân chương Độc lập hạng Ba, Huy hiệu 55 năm tuổi Đảng.",
    ],
)
def test_a_notice_of_a_death_gives_its_awards_to_the_deceased(line: str) -> None:
    assert rows("TIN BUỒN", "Gia đình thương tiếc báo tin:", "Đồng chí LÊ VĂN KHẾ", line) == [
        ("Lê Văn Khế", "Huân chương Độc lập hạng Ba"),
        ("Lê Văn Khế", "Huy hiệu Đảng"),
    ]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("TIN BUỒN", "Đồng chí LÊ VĂN KHẾ", "Cha của ông có Huân chương Độc lập hạng Ba."),
        ("TIN VUI", "Đồng chí LÊ VĂN KHẾ", "Huân chương Độc lập hạng Ba; Bằng khen."),
        ("TIN BUỒN", "Đồng chí LÊ VĂN KHẾ", "Đã từ trần hồi 7 giờ ngày 4 tháng 5 năm 2017."),
    ],
)
def test_other_lines_give_the_deceased_nothing(paragraphs: tuple[str, ...]) -> None:
    assert rows(*paragraphs) == []

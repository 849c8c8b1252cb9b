"""Somebody is named before `được tặng` who only tells of it, has kin or a team that got it."""

from __future__ import annotations

import pytest
from laid_out import document

from pipeline.link.awardees.link import link_awardees
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()


def told(sentence: str) -> list[tuple[str, str, str | None]]:
    found, _ = link_awardees(document([("paragraph", sentence)]), (), RULES)
    return [(a.name, a.role, a.conferred_by) for a in found]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ông Lê Văn Khế có con trai được tặng Bằng khen của Bộ Y tế.",
        "Theo ông Lê Văn Khế, người được tặng Bằng khen phải gương mẫu.",
        "Thư ký hội đồng là ông Lê Văn Khế đọc danh sách được tặng Giấy khen.",
        "Năm 1985, ông Lê Văn Khế phụ trách đội bóng được tặng Cờ thi đua.",
        "Chi bộ có 5 đảng viên được tặng Giấy khen (ông Lê Văn Khế vắng mặt).",
        "Cấp lại Bằng khen cho ông Lê Văn Khế.",
        "Đề nghị cấp đổi Bằng Huân chương Kháng chiến cho ông Lê Văn Khế do bị hư hỏng.",
    ],
)
def test_nobody_is_given_what_only_stands_behind_the_name(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Ông Lê Văn Khế hướng dẫn học sinh và được tặng Bằng khen của Bộ Y tế.",
        "Ông Lê Văn Khế phụ trách kho được tặng Bằng khen của Bộ Y tế.",
    ],
)
def test_what_somebody_does_is_no_one_else_who_is_given_it(sentence: str) -> None:
    assert [name for name, _, _ in told(sentence)] == ["Lê Văn Khế"]


def test_the_school_got_it_and_not_who_is_glad() -> None:
    sentence = "Bà Đỗ Thị Na vui mừng khi Trường Mận Hạ được tặng Bằng khen của Bộ Y tế."
    assert told(sentence) == [("Trường Mận Hạ", "awardee", "Bộ Y tế")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ông Lê Văn Khế quản lý đội xe, được Bộ Y tế tặng Bằng khen.",
        "Ông Lê Văn Khế hoàn thành xuất sắc nhiệm vụ được Bộ Y tế tặng Bằng khen.",
        "Cô giáo Lê Văn Khế vừa nhận Bằng khen từ Bộ Y tế.",
    ],
)
def test_what_the_awarded_did_before_is_no_other_subject(sentence: str) -> None:
    assert told(sentence) == [("Lê Văn Khế", "awardee", "Bộ Y tế")]


def test_what_is_asked_of_the_tax_office_is_a_proposal() -> None:
    sentence = "Xin ý kiến hiệp y tặng Huân chương Lao động cho Công ty Mận Đỏ."
    assert [role for _, role, _ in told(sentence)] == ["nominee"]

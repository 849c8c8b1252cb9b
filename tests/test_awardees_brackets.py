"""Brackets behind an award name its people, where these work, or who handed it over."""

from __future__ import annotations

import datetime as dt

import pytest
from laid_out import document, head

from pipeline.link.awardees.link import link_awardees
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()
REPORT = head("BC", "45/BC-SNV", "SỞ NỘI VỤ TỈNH GÒ MẬN", dt.date(2021, 12, 14), "Tổng kết")


def told(sentence: str) -> list[str]:
    found, _ = link_awardees(document([("paragraph", sentence)], REPORT), (), RULES)
    return [a.name for a in found]


@pytest.mark.parametrize(
    "sentence",
    [
        "Dịp này, Chủ tịch huyện trao Giấy khen cho 3 công nhân (Công ty May Gò Sim).",
        "Có 15 đoàn viên được tặng Bằng khen (Công đoàn Y tế 5, Công đoàn Giáo dục 10).",
        "Ban Tổ chức tặng Giấy khen cho 5 cá nhân (ông Phạm Văn Mít trao).",
    ],
)
def test_a_bracket_of_another_kind_names_no_awardee(sentence: str) -> None:
    assert told(sentence) == []


def test_a_bracket_of_the_kind_that_is_counted_names_them() -> None:
    assert told("Có 2 tập thể được tặng Cờ thi đua (Trường THCS Bến Ổi, Trạm Y tế xã Gò Sim).") == [
        "Trường THCS Bến Ổi", "Trạm Y tế xã Gò Sim",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("awards", "names"),
    [
        ("02 Bằng khen của UBND tỉnh (ông Lê Văn Khế; bà Vũ Thị Na)", ["Lê Văn Khế", "Vũ Thị Na"]),
        ("03 Bằng khen của UBND tỉnh (ông Lê Văn Khế; bà Vũ Thị Na)", []),
        ("01 Bằng khen của UBND tỉnh (ông Lê Văn Khế trao)", []),
    ],
)
def test_a_bracket_with_as_many_as_there_are_awards_names_them(
    awards: str, names: list[str]
) -> None:
    assert told(f"Nhiều cá nhân được khen thưởng: {awards}.") == names


def test_who_is_praised_before_a_semicolon_is_not_awarded_behind_it() -> None:
    said = (
        "Bí thư Huyện ủy biểu dương Công an huyện, Ban Chỉ huy Quân sự huyện đã phối hợp; "
        "Trường THCS Bến Ổi được Chủ tịch tỉnh tặng Bằng khen."
    )
    assert told(said) == ["Trường THCS Bến Ổi"]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Với thành tích triệt phá đường dây mua bán ma túy, Đội 2 nhận Giấy khen của Giám đốc "
         "Công an tỉnh.", "Đội 2"),
        ("Nhờ phát hiện đối tượng làm giả con dấu, bà Vũ Thị Bưởi nhận Giấy khen của Giám đốc "
         "Công an tỉnh.", "Vũ Thị Bưởi"),
    ],
)  # fmt: skip
def test_an_award_for_finding_out_a_forgery_is_none_forged(sentence: str, name: str) -> None:
    assert told(sentence) == [name]


def test_a_heading_that_proposes_too_is_not_about_aims_alone() -> None:
    path = ("IV. PHƯƠNG HƯỚNG NĂM 2022 VÀ ĐỀ XUẤT KHEN THƯỞNG",)
    words = "Đề nghị Ủy ban nhân dân tỉnh tặng Bằng khen cho Trường THCS Bến Ổi."
    laid = document([("paragraph", words, {"path": path})], REPORT)
    found, _ = link_awardees(laid, (), RULES)
    assert [(a.name, a.role) for a in found] == [("Trường THCS Bến Ổi", "nominee")]


def test_each_award_of_a_row_has_a_bracket_of_its_own() -> None:
    words = (
        "Có 01 tập thể được Chính phủ tặng Cờ thi đua (Trường Mận Hạ); 02 tập thể được UBND tỉnh "
        "tặng Cờ thi đua (Trường Mít, Trường Na)."
    )
    found, _ = link_awardees(document([("paragraph", words)], REPORT), (), RULES)
    assert [(a.name, a.conferred_by) for a in found] == [
        ("Trường Mận Hạ", "Chính phủ"), ("Trường Mít", "UBND tỉnh"), ("Trường Na", "UBND tỉnh"),
    ]  # fmt: skip

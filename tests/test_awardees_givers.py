"""Who gives an award, and who only hands it over."""

from __future__ import annotations

import pytest
from laid_out import document

from pipeline.extract.citations.extract import extract_citations
from pipeline.link.awardees.link import link_awardees
from pipeline.link.deciding import as_written
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()
BADGE = "trao Huy hiệu 50 năm tuổi Đảng cho ông Vũ Văn Mít."
LETTER = "trao Giấy khen cho bà Vũ Thị Mận, thôn Gò."


@pytest.mark.parametrize(
    ("words", "giver"),
    [
        (f"Đồng chí Lê Văn Khế, Bí thư Huyện ủy {BADGE}", None),
        (f"Ban Thường vụ Huyện ủy {BADGE}", "Ban Thường vụ Huyện ủy"),
        (
            f"Thay mặt Ban Thường vụ Huyện ủy, đồng chí Lê Văn Khế, Bí thư Huyện ủy {BADGE}",
            "Ban Thường vụ Huyện ủy",
        ),
        (f"Thay mặt Ban Tổ chức, Chủ tịch UBND xã {LETTER}", "Chủ tịch UBND xã"),
        (f"Chủ tịch UBND huyện Lê Văn Khế {LETTER}", "Chủ tịch UBND huyện"),
        (f"Chủ tịch UBND huyện Trần Văn Thời {LETTER}", "Chủ tịch UBND huyện Trần Văn Thời"),
        (f"Chủ tịch UBND xã Lê Văn Khế {LETTER}", "Chủ tịch UBND xã"),
        (f"Thứ trưởng Bộ Y tế {LETTER}", None),
    ],
)
def test_giver(words: str, giver: str | None) -> None:
    awardees, _ = link_awardees(document([("paragraph", words)]), (), RULES)
    assert [a.conferred_by for a in awardees] == [giver]


@pytest.mark.parametrize(
    "who",
    [
        "Chủ tịch UBND tỉnh Gò Mận Lê Văn Khế ký Quyết định số 5/QĐ-UBND",
        "Ông Lê Văn Khế, Chủ tịch UBND tỉnh Gò Mận ký Quyết định số 5/QĐ-UBND",
        "Chủ tịch UBND tỉnh Gò Mận đã ban hành Quyết định số 5/QĐ-UBND ngày 5/6/2020",
    ],
)
def test_who_signs_the_decision_gives_by_his_office(who: str) -> None:
    laid = document([("paragraph", f"{who} tặng Bằng khen cho ông Vũ Văn Mít.")])
    awardees, _ = link_awardees(laid, extract_citations(laid, RULES), RULES)
    assert [(a.name, a.conferred_by) for a in awardees] == [
        ("Vũ Văn Mít", "Chủ tịch UBND tỉnh Gò Mận")
    ]


@pytest.mark.parametrize(
    "named",
    [
        "ông Vũ Văn Mít được tặng Bằng khen.",
        "ông Vũ Văn Mít, Giám đốc Sở Y tế được tặng Bằng khen.",
    ],
)
def test_who_signed_the_decision_is_not_given_its_award(named: str) -> None:
    paper = "Theo Quyết định số 5/QĐ-UBND ngày 5/6/2020 của Chủ tịch UBND tỉnh Lê Văn Khế"
    laid = document([("paragraph", f"{paper}, {named}")])
    awardees, _ = link_awardees(laid, extract_citations(laid, RULES), RULES)
    assert [(a.name, a.conferred_by) for a in awardees] == [("Vũ Văn Mít", "Chủ tịch UBND tỉnh")]


def test_a_post_between_two_people_is_that_of_the_first() -> None:
    words = "Ông Vũ Văn Mít, Giám đốc Sở Y tế, bà Lê Thị Mận được tặng Bằng khen."
    awardees, _ = link_awardees(document([("paragraph", words)]), (), RULES)
    assert [(a.name, a.position) for a in awardees] == [
        ("Vũ Văn Mít", "Giám đốc"), ("Lê Thị Mận", None),
    ]  # fmt: skip


def test_who_heads_a_body_is_not_given_its_award() -> None:
    words = (
        "Trung đoàn 5, do Đại tá Lê Văn Khế làm Trung đoàn trưởng, được Chủ tịch nước tặng Huân "
        "chương Chiến công hạng Ba."
    )
    awardees, _ = link_awardees(document([("paragraph", words)]), (), RULES)
    assert "Lê Văn Khế" not in [a.name for a in awardees]


@pytest.mark.parametrize(
    ("when", "year"), [("vào các năm 2015 và 2020", None), ("vào năm 2020", 2020)]
)
def test_of_several_years_none_is_taken(when: str, year: int | None) -> None:
    words = f"Bà Lê Thị Mận được tặng Bằng khen của Thủ tướng Chính phủ {when}."
    awardees, _ = link_awardees(document([("paragraph", words)]), (), RULES)
    assert [(a.conferred_by, a.year) for a in awardees] == [("Thủ tướng Chính phủ", year)]


def test_the_hour_of_a_ceremony_is_no_part_of_the_giver() -> None:
    words = (
        "Thừa ủy quyền của Thủ tướng Chính phủ nước Mận, chiều 1/2, đoàn công tác đã trao Bằng "
        "khen cho ông Lê Văn Khế."
    )
    awardees, _ = link_awardees(document([("paragraph", words)]), (), RULES)
    assert [a.conferred_by for a in awardees] == ["Thủ tướng Chính phủ nước Mận"]


@pytest.mark.parametrize(
    ("capitals", "written"),
    [
        ("TRƯỜNG THCS LÊ KHẾ NA", "Trường THCS Lê Khế Na"),
        ("TRƯỜNG TIỂU HỌC XÃ GÒ MẬN", "Trường Tiểu học xã Gò Mận"),
        ("TRƯỜNG THPT DÂN TỘC NỘI TRÚ", "Trường THPT Dân tộc nội trú"),
        ("TRƯỜNG CAO ĐẲNG Y TẾ", "Trường Cao đẳng Y tế"),
    ],
)
def test_a_school_of_a_head_has_a_name_of_its_own(capitals: str, written: str) -> None:
    assert as_written(capitals, document([("paragraph", "-")]), RULES) == written

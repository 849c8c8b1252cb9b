"""Givers, years and subjects that a sentence says in passing."""

from __future__ import annotations

import pytest
from award_papers import awarded, given
from laid_out import document

from pipeline.link.awardees.link import link_awardees
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()


def rows(*paragraphs: str) -> list[tuple[str, str | None, str | None, int | None]]:
    awardees, _ = link_awardees(document([("paragraph", p) for p in paragraphs]), (), RULES)
    return [(a.name, a.award_name, a.conferred_by, a.year) for a in awardees]


def test_who_hands_it_over_by_order_is_no_part_of_the_giver() -> None:
    line = (
        "Chiều 7-11, thừa ủy quyền Giám đốc Công an tỉnh, thượng tá Lê Văn Khế, Phó Trưởng Công an "
        "huyện đã trao Bằng khen cho ông Phạm Văn Bưởi."
    )
    assert rows(line) == [("Phạm Văn Bưởi", "Bằng khen", "Giám đốc Công an tỉnh", None)]


def test_the_year_that_leads_the_verb_is_that_of_the_award() -> None:
    found = rows(
        "Ông Lê Văn Khế sinh tại xã Mận Hạ.",
        "Năm 1965 ông nhập ngũ, năm 1972 được tặng Huân chương Chiến công hạng Ba.",
    )
    assert [(name, year) for name, _, _, year in found] == [("Lê Văn Khế", 1972)]


@pytest.mark.parametrize("title", [("THƯ KHEN", "Của Chủ tịch UBND tỉnh"),
                                   ("Thư khen của Chủ tịch UBND tỉnh",)])  # fmt: skip
def test_a_letter_says_below_its_title_whose_it_is(title: tuple[str, ...]) -> None:
    found = awarded("\n".join([*title, "", "Thân ái gửi: Em Nguyễn Thị Sim, Trường THCS Mận Hạ."]))
    assert [(a["name"], a["conferred_by"]) for a in found] == [
        ("Nguyễn Thị Sim", "Chủ tịch UBND tỉnh")
    ]


def test_a_title_is_given_with_regard_to_places_too() -> None:
    line = (
        "Chủ tịch UBND huyện công nhận danh hiệu “Thôn văn hóa” đối với thôn Mận Hạ và thôn Ao Sen."
    )
    assert [row[0] for row in given(line)] == ["thôn Mận Hạ", "thôn Ao Sen"]
    assert given("Mức thưởng Bằng khen đối với tập thể là 2,0 lần mức lương cơ sở.") == []


def test_a_title_held_for_years_and_what_was_given_for_it() -> None:
    line = (
        "Chị Trần Thị Na đạt danh hiệu Lao động tiên tiến 5 năm liền được UBND xã tặng Giấy khen."
    )
    assert [(r[0], r[1]) for r in rows(line)] == [
        ("Trần Thị Na", "Lao động tiên tiến"), ("Trần Thị Na", "Giấy khen"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "giver"),
    [
        ("UBND huyện đồng ý tặng Giấy khen cho ông Lê Văn Khế.", "UBND huyện"),
        ("Anh Lê Văn Khế được tặng Giấy khen của Phòng GD&ĐT huyện.", "Phòng GD&ĐT huyện"),
        (
            "Anh Lê Văn Khế được tặng Giấy khen của Ban Giám hiệu nhà trường.",
            "Ban Giám hiệu nhà trường",
        ),
    ],
)
def test_offices_inside_a_body_give_too_and_agreeing_is_no_name(line: str, giver: str) -> None:
    assert [(r[0], r[2]) for r in rows(line)] == [("Lê Văn Khế", giver)]


def test_a_petition_proposes_nobody() -> None:
    line = "Tôi viết đơn này đề nghị Công ty xem xét tặng Giấy khen cho chị Trần Thị Na."
    assert rows(line) == []


def test_prizes_of_contributions_in_one_paragraph() -> None:
    line = (
        "Kết quả cuộc thi viết “Mái trường”: Giải Nhất: bài dự thi của em Trần Thị Na, Trường THCS "
        "Ao Sen. Giải Nhì: bài của em Lê Văn Khế (Trường THCS Mận Hạ) và bài của em Vũ Thị Sim "
        "(Trường THCS Mận Đỏ)."
    )
    assert [(r[0], r[1]) for r in rows(line)] == [
        ("Trần Thị Na", "Giải Nhất"), ("Lê Văn Khế", "Giải Nhì"), ("Vũ Thị Sim", "Giải Nhì"),
    ]  # fmt: skip


def test_who_fell_was_given_the_title() -> None:
    line = (
        "Đồng chí Vũ Văn Sim đã anh dũng hy sinh và được truy tặng danh hiệu Anh hùng Lực lượng vũ "
        "trang nhân dân."
    )
    assert [r[0] for r in rows(line)] == ["Vũ Văn Sim"]


def test_the_next_model_is_no_part_of_the_name_before() -> None:
    line = (
        "Điển hình như: mô hình “Dân vận khéo” của Hội Phụ nữ xã Mận Hạ, mô hình “Camera an ninh” "
        "của Công an xã Ao Sen."
    )
    awardees, _ = link_awardees(document([("paragraph", line)]), (), RULES)
    assert "Hội Phụ nữ xã Mận Hạ" in [a.name for a in awardees]


def test_what_a_nominee_has_had_before_stands_aside() -> None:
    found = awarded(
        "\n".join(
            [
                "TỜ TRÌNH",
                "Về việc đề nghị tặng Bằng khen của Chủ tịch UBND tỉnh",
                "",
                "Phòng Nội vụ huyện kính trình Chủ tịch UBND tỉnh tặng Bằng khen cho 2 cá nhân, cụ "
                "thể:",
                "- Cá nhân: bà Trần Thị Na, Hiệu trưởng Trường THCS Ao Sen và ông Lê Văn Khế, giáo "
                "viên Trường Tiểu học Mận Hạ (đã được tặng Giấy khen năm 2021).",
            ]
        )
    )
    assert [(a["name"], a["role"]) for a in found] == [
        ("Trần Thị Na", "nominee"), ("Lê Văn Khế", "nominee"),
    ]  # fmt: skip


def test_who_alone_got_it_is_the_last_of_a_row() -> None:
    line = (
        "Tôi cảm ơn đồng chí Lê Văn Khế, Giám đốc Sở và thầy Trần Văn Na, người đầu tiên của "
        "trường được phong tặng Nhà giáo Nhân dân."
    )
    assert "Lê Văn Khế" not in [r[0] for r in rows(line)]


def test_a_title_is_given_with_regard_to_an_officer() -> None:
    line = (
        "Chủ tịch nước đã ký Quyết định truy tặng danh hiệu Anh hùng Lực lượng vũ trang nhân dân "
        "đối với Trung tướng Lê Văn Khế, nguyên Tư lệnh Quân khu 5."
    )
    assert [(r[0], r[2]) for r in rows(line)] == [("Lê Văn Khế", "Chủ tịch nước")]

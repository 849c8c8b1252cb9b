"""Awards that share their recipients, bodies named again, and whoever is only spoken of."""

from __future__ import annotations

import datetime as dt

import pytest
from laid_out import document, head

from pipeline.extract.initiatives import initiatives_in
from pipeline.link.awardees.link import link_awardees
from pipeline.model import AwardeeMention, Block
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()
DAY = dt.date(2021, 12, 14)


def read(*paragraphs: str) -> tuple[AwardeeMention, ...]:
    laid = document([("paragraph", p) for p in paragraphs], head(None, issued_on=DAY))
    return link_awardees(laid, (), RULES)[0]


def given(*paragraphs: str) -> list[tuple[str, str | None, str | None]]:
    return [(a.name, a.award_name, a.conferred_by) for a in read(*paragraphs)]


def test_two_awards_for_one_person_are_both_theirs() -> None:
    assert given("UBND tỉnh tặng Bằng khen và Kỷ niệm chương cho ông Lê Văn Khế.") == [
        ("Lê Văn Khế", "Bằng khen", "UBND tỉnh"), ("Lê Văn Khế", "Kỷ niệm chương", "UBND tỉnh"),
    ]  # fmt: skip


def test_two_awards_for_two_people_may_be_one_for_each() -> None:
    found = given("UBND tỉnh tặng Bằng khen và Giấy khen cho ông Lê Văn Khế và bà Đỗ Thị Na.")
    assert "Bằng khen" not in {award for _, award, _ in found}


def test_two_givers_gave_to_all_who_are_named_behind() -> None:
    assert sorted(
        given("Tỉnh đoàn Gò Mận đã tặng Bằng khen, Sở Y tế tặng Giấy khen cho em Lê Văn Khế.")
    ) == [("Lê Văn Khế", "Bằng khen", "Tỉnh đoàn Gò Mận"), ("Lê Văn Khế", "Giấy khen", "Sở Y tế")]


def test_an_award_and_another_matter_share_nobody() -> None:
    assert given("UBND tỉnh đã tặng Bằng khen. Sở Y tế tặng Giấy khen cho em Lê Văn Khế.") == [
        ("Lê Văn Khế", "Giấy khen", "Sở Y tế")
    ]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Ông Lê Văn Khế chúc mừng bà Đỗ Thị Na được trao tặng Huân chương Độc lập.",
         "Đỗ Thị Na"),
        ("Ông Lê Văn Khế chúc mừng nguyên Giám đốc Sở Y tế Vũ Thị Mận được trao tặng Huân chương "
         "Độc lập.", "Vũ Thị Mận"),
        ("Công nhận Phòng Tài chính đạt danh hiệu Tập thể lao động tiên tiến.",
         "Phòng Tài chính"),
        ("01 nông dân được bình chọn “Nông dân Việt Nam xuất sắc” năm 2022 là ông Lê Văn Khế.",
         "Lê Văn Khế"),
    ],
)  # fmt: skip
def test_the_award_is_that_of_the_one_before_it(sentence: str, name: str) -> None:
    assert [n for n, _, _ in given(sentence)] == [name]


def test_whoever_only_tells_of_it_has_not_got_it() -> None:
    found = given("Ông Lê Văn Khế cho biết nhiều người được tặng Bằng khen.")
    assert found == []


def test_post_and_unit_may_stand_before_the_name() -> None:
    (found,) = read("Nguyên Giám đốc Sở Y tế Lê Văn Khế vinh dự được nhận Huân chương Độc lập.")
    assert (found.position, found.workplace) == ("Nguyên Giám đốc", "Sở Y tế")


def test_the_school_just_named_is_given_it() -> None:
    given_it = "Bí thư Huyện ủy trao Huân chương Lao động hạng Ba của Chủ tịch nước cho nhà trường."
    assert [n for n, _, _ in given("Trường THPT Mận Hạ khai giảng năm học mới.", given_it)] == [
        "Trường THPT Mận Hạ"
    ]
    two = "Trường THPT Mận Hạ thi với Trường THPT Ổi Xanh."
    assert given(two, given_it) == []


def test_a_place_behind_the_comma_is_not_of_the_name() -> None:
    (found,) = read("Bộ Y tế tặng Cờ thi đua cho Cảng Gò Mận, đơn vị dẫn đầu khối cảng biển.")
    assert found.name == "Cảng Gò Mận"
    (worker,) = read(
        "Anh Lê Văn Khế, công nhân Đội điện Mận Hạ - người vừa được Bộ Y tế tặng Bằng khen."
    )
    assert worker.position == "công nhân Đội điện Mận Hạ"


def test_the_class_of_an_order_was_also_counted() -> None:
    (found,) = read(
        "Nhà nước tặng thưởng Huân chương Lao động hạng Hai cho Xí nghiệp Cầu 4 và Huân chương Lao "
        "động hạng Ba cho những người khác."
    )
    assert (found.name, found.grade) == ("Xí nghiệp Cầu 4", "Nhì")


def test_the_word_for_the_kind_is_not_of_the_title() -> None:
    view = "Mô hình tiêu biểu: mô hình trồng chanh không hạt của ông Lê Văn Khế, ấp 2."
    titles = [t.title for t in initiatives_in(Block("paragraph", 0, len(view), 1, view), RULES)]
    assert titles == ["trồng chanh không hạt"]


def test_an_order_of_the_state_lends_its_giver_to_no_badge() -> None:
    laid = document(
        [("paragraph", "Đảng viên Lê Văn Khế được nhận Huy hiệu 70 tuổi Đảng.")],
        head(None, issued_on=DAY, subject="Trao Huân chương Độc lập hạng Ba và Huy hiệu Đảng"),
    )
    assert [a.conferred_by for a in link_awardees(laid, (), RULES)[0]] == [None]


def test_semicolons_part_the_authors_of_one_unit_from_those_of_the_next() -> None:
    found = read(
        "UBND tỉnh tặng Bằng khen cho các ông: Lê Văn Khế (tác giả chính) - Phòng Kinh doanh; Đỗ "
        "Văn Mít, Vũ Văn Đào - Phòng Kỹ thuật."
    )
    assert [(a.name, a.workplace) for a in found] == [
        ("Lê Văn Khế", "Phòng Kinh doanh"),
        ("Đỗ Văn Mít", "Phòng Kỹ thuật"),
        ("Vũ Văn Đào", "Phòng Kỹ thuật"),
    ]


def test_what_pupils_have_won_is_neither_post_nor_class() -> None:
    found = read(
        "UBND tỉnh tặng Bằng khen cho các ông bà: Lê Văn Khế, giáo viên môn Toán, có 03 học sinh "
        "đạt giải; Vũ Thị Na, lớp 12A1, giải Nhất môn Toán."
    )
    assert [(a.position, a.workplace) for a in found] == [
        ("giáo viên môn Toán", None),
        (None, "lớp 12A1"),
    ]


def test_the_council_that_votes_is_not_proposed() -> None:
    found = given(
        "Danh hiệu Chiến sĩ thi đua cơ sở: Hội đồng nhất trí đề nghị Chủ tịch UBND huyện công nhận "
        "cho 03 đồng chí."
    )
    assert found == []


def test_enlisted_ranks_lead_names_and_a_unit_stands_behind_its_word() -> None:
    (first, second) = read(
        "Công nhận danh hiệu Chiến sĩ tiên tiến cho các đồng chí: H1 Lý A Dế, B1 Lê Văn Khế thuộc "
        "Đại đội 9."
    )
    assert (first.name, first.honorific) == ("Lý A Dế", "H1")
    assert (second.name, second.position, second.workplace) == ("Lê Văn Khế", None, "Đại đội 9")


def test_what_is_only_asked_for_in_brackets_is_a_proposal() -> None:
    found = read(
        "Kết quả xét thi đua như sau:",
        "1. Chiến sĩ thi đua cấp tỉnh (đề nghị): ông Lê Văn Khế.",
        "2. Tập thể Lao động xuất sắc: Khoa Mận (đề nghị Chủ tịch UBND tỉnh công nhận).",
        "3. Chiến sĩ thi đua cơ sở: Trường công nhận cho 32 cá nhân (danh sách kèm theo).",
        "4. Giấy khen của Hiệu trưởng: bà Vũ Thị Na (không đề nghị cấp trên).",
    )
    assert [(a.name, a.role) for a in found] == [
        ("Lê Văn Khế", "nominee"), ("Khoa Mận", "nominee"), ("Vũ Thị Na", "awardee"),
    ]  # fmt: skip


def test_areas_and_people_in_a_row_of_good_examples() -> None:
    found = read(
        "Tiêu biểu như: xã Mận Hạ, xã Khế Thượng; gia đình ông Lê Văn Khế ở thôn Cầu hiến 420 m2 "
        "đất; bà Vũ Thị Na, Chi hội trưởng Phụ nữ thôn Hạ vận động hội viên quyên góp 35 triệu "
        "đồng."
    )
    assert [(a.name, a.role, a.position) for a in found] == [
        ("xã Mận Hạ", "exemplar", None),
        ("xã Khế Thượng", "exemplar", None),
        ("Lê Văn Khế", "exemplar", None),
        ("Vũ Thị Na", "exemplar", "Chi hội trưởng Phụ nữ thôn Hạ"),
    ]

"""Votes of minutes, units in brackets, lists that go on a line each, wishes and agreements."""

from __future__ import annotations

import datetime as dt

import pytest
from laid_out import document, head

from pipeline.link.awardees.link import link_awardees
from pipeline.model import AwardeeMention
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()
DAY = dt.date(2021, 12, 14)


def read(*paragraphs: str, doc_type: str | None = None) -> tuple[AwardeeMention, ...]:
    laid = document([("paragraph", p) for p in paragraphs], head(doc_type, issued_on=DAY))
    return link_awardees(laid, (), RULES)[0]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("- Bà Đỗ Thị Na: 25/25 phiếu đồng ý đề nghị danh hiệu Chiến sĩ thi đua cơ sở.",
         ["Đỗ Thị Na"]),
        ("- Ông Lê Văn Khế: 9/25 phiếu đồng ý đề nghị danh hiệu Chiến sĩ thi đua cơ sở.", []),
        ("- Ông Lê Văn Khế: 20/25 phiếu, chưa đủ điều kiện đề nghị danh hiệu Lao động tiên tiến.",
         []),
        ("Ông Lê Văn Khế: 3/15 phiếu đồng ý đề nghị tặng Bằng khen; bà Đỗ Thị Na: 15/15 phiếu đồng "
         "ý đề nghị tặng Bằng khen.", ["Đỗ Thị Na"]),
        ("4. Đề nghị Sở Y tế công nhận Trường THCS Mận Hạ đạt Tập thể lao động xuất sắc.",
         ["Trường THCS Mận Hạ"]),
    ],
)  # fmt: skip
def test_minutes_propose_whom_the_vote_passed(line: str, names: list[str]) -> None:
    found = read(line, doc_type="BB")
    assert [a.name for a in found] == names
    assert {a.role for a in found} <= {"nominee"}


def test_the_unit_above_may_stand_in_brackets() -> None:
    found = read(
        "Chủ tịch nước tặng danh hiệu Anh hùng Lao động cho 3 tập thể, gồm: Binh đoàn 19 (Bộ Quốc "
        "phòng), Cục Quân lương (Bộ Quốc phòng); Công ty cổ phần Mận Đỏ (tỉnh Gò Mận)."
    )
    assert [(a.name, a.workplace) for a in found] == [
        ("Binh đoàn 19", "Bộ Quốc phòng"), ("Cục Quân lương", "Bộ Quốc phòng"),
        ("Công ty cổ phần Mận Đỏ", "tỉnh Gò Mận"),
    ]  # fmt: skip


def test_people_of_a_list_may_stand_a_line_each() -> None:
    found = read(
        "Bộ Y tế tặng Bằng khen cho 5 cá nhân.",
        "Các cá nhân gồm: Ông Lê Văn Khế, Giám đốc Công ty Mận Đỏ.",
        "Bà Đỗ Thị Na, Giám đốc Công ty Ổi Xanh.",
        "Ông Vũ Văn Mít, Giám đốc Sở Y tế, phát biểu chúc mừng.",
    )
    assert [a.name for a in found] == ["Lê Văn Khế", "Đỗ Thị Na"]


def test_who_hands_the_next_award_over_has_not_got_the_first() -> None:
    found = read(
        "Tổng Bí thư trao Huân chương Lao động hạng Nhất cho Bộ Y tế và Thủ tướng Chính phủ Lê Văn "
        "Khế trao Huân chương Lao động hạng Nhất cho Bộ trưởng Bộ Y tế Đỗ Thị Na."
    )
    assert [a.name for a in found] == ["Bộ Y tế", "Đỗ Thị Na"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ước gì cô Đỗ Thị Na được tặng danh hiệu Nhà giáo Nhân dân.",
        "Mong rằng ông Lê Văn Khế được Bộ Y tế tặng Bằng khen.",
    ],
)
def test_a_wish_gives_nothing(sentence: str) -> None:
    assert read(sentence) == ()


def test_an_agreement_of_an_enterprise_names_nobody() -> None:
    assert (
        read(
            "THỎA ƯỚC LAO ĐỘNG TẬP THỂ", "3. Tổ sản xuất dẫn đầu được nhận Cờ thi đua của Công ty."
        )
        == ()
    )


def test_how_often_an_award_was_given_is_no_part_of_the_workplace() -> None:
    (found,) = read("Chị Đỗ Thị Na, kỹ sư Xí nghiệp Mận, hai lần được Bộ Y tế tặng Bằng khen.")
    assert (found.position, found.workplace) == ("kỹ sư", "Xí nghiệp Mận")


def test_what_the_award_acknowledges_is_no_part_of_the_name() -> None:
    (found,) = read(
        "Bộ Y tế đã tặng Bằng khen cho Công ty Mận Đỏ, ghi nhận những nỗ lực của đơn vị."
    )
    assert found.name == "Công ty Mận Đỏ"


def test_old_bodies_and_givers_are_known() -> None:
    (team,) = read("Công trường Trại Mận được Hồ Chủ tịch tặng Cờ thi đua.")
    assert (team.name, team.conferred_by) == ("Công trường Trại Mận", "Hồ Chủ tịch")
    (found,) = read("Đồng chí Lê Văn Khế được thưởng bằng khen của Ủy ban hành chính Khu.")
    assert found.conferred_by == "Ủy ban hành chính Khu"

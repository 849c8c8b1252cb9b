"""Lines that name the unit of the people below them; the unit above a body; posts parted off."""

from __future__ import annotations

import pytest
from award_papers import RULES, given_by

from pipeline.link.awardees.recipients.names import read_entry

DECISION, SUBJECT = "QUYẾT ĐỊNH", "Về việc tặng Giấy khen"
ARTICLE = "Điều 1. Tặng Giấy khen cho 03 cá nhân có tên sau:"
GIVEN = [
    ("Lê Văn Khế", "Trường Mầm non Gò Mận", "Giấy khen"),
    ("Hà Thị Na", "Trường Mầm non Gò Mận", "Giấy khen"),
    ("Vũ Thị Mít", "Công ty Chè Dốc Mây", "Giấy khen"),
]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("1. Trường Mầm non Gò Mận:", "2. Công ty Chè Dốc Mây:"),
        ("1. Trường Mầm non Gò Mận", "2. Công ty Chè Dốc Mây"),
        ("- Trường Mầm non Gò Mận:", "- Công ty Chè Dốc Mây:"),
        ("Đơn vị: Trường Mầm non Gò Mận", "Đơn vị: Công ty Chè Dốc Mây"),
        ("I. Trường Mầm non Gò Mận: 2 cá nhân", "II. Công ty Chè Dốc Mây: 1 cá nhân"),
        ("Trường Mầm non Gò Mận (02 người):", "Công ty Chè Dốc Mây (01 người):"),
    ],
)
def test_a_line_above_people_names_their_unit_and_no_awardee(first: str, second: str) -> None:
    lines = [first, "1. Ông Lê Văn Khế - Bảo vệ", "2. Bà Hà Thị Na - Kế toán",
             second, "1. Bà Vũ Thị Mít - Lái xe"]  # fmt: skip
    assert given_by(DECISION, SUBJECT, ARTICLE, *lines) == GIVEN


def test_bodies_of_a_list_stay_awardees_above_people() -> None:
    lines = ["1. Tập thể:", "1. Trường Mầm non Gò Mận", "2. Công ty Chè Dốc Mây",
             "2. Cá nhân:", "1. Ông Lê Văn Khế, Bảo vệ Chợ Gò Mận"]  # fmt: skip
    article = "Điều 1. Tặng Giấy khen cho 02 tập thể, 01 cá nhân có tên sau:"
    names = [name for name, _, _ in given_by(DECISION, SUBJECT, article, *lines)]
    assert names == ["Trường Mầm non Gò Mận", "Công ty Chè Dốc Mây", "Lê Văn Khế"]


@pytest.mark.parametrize(
    ("entry", "name", "workplace"),
    [
        ("1. Chi cục Thủy lợi - Sở Nông nghiệp", "Chi cục Thủy lợi", "Sở Nông nghiệp"),
        ("2. Văn phòng – UBND huyện Gò Mận", "Văn phòng", "UBND huyện Gò Mận"),
        ("3. Phòng Chính sách - Ban Dân tộc tỉnh", "Phòng Chính sách", "Ban Dân tộc tỉnh"),
        ("4. Trung tâm Văn hóa - Thông tin", "Trung tâm Văn hóa - Thông tin", None),
        ("5. Văn phòng HĐND - UBND xã Gò Mai", "Văn phòng HĐND - UBND xã Gò Mai", None),
    ],
)
def test_a_dash_parts_a_body_from_that_above_it(
    entry: str, name: str, workplace: str | None
) -> None:
    named = read_entry(entry, 0, RULES)
    assert named is not None
    assert (named.name, named.workplace) == (name, workplace)


@pytest.mark.parametrize(
    "entry",
    [
        "1. Đ/c Lê Văn Khế: Phó Giám đốc, Sở Nội vụ;",
        "1. Ông Lê Văn Khế; Phó Giám đốc; Sở Nội vụ.",
    ],
)
def test_a_post_behind_a_colon_or_semicolon_is_his(entry: str) -> None:
    named = read_entry(entry, 0, RULES)
    assert named is not None
    assert (named.name, named.position, named.workplace) == (
        "Lê Văn Khế", "Phó Giám đốc", "Sở Nội vụ",
    )  # fmt: skip


def test_a_body_behind_a_semicolon_is_another_awardee() -> None:
    named = read_entry("- Ông Lê Văn Khế; Phòng Nội vụ", 0, RULES)
    assert named is not None
    assert named.workplace is None


def test_money_that_goes_with_an_award_stands_before_the_names() -> None:
    article = (
        "Điều 1. Tặng Giấy khen kèm theo tiền thưởng 500.000 đồng/người cho 02 cá nhân: ông Lê Văn "
        "Khế, Bảo vệ Trường Mầm non Gò Mận; bà Vũ Thị Mít, Lái xe Công ty Chè Dốc Mây."
    )
    assert given_by(DECISION, SUBJECT, article) == [GIVEN[0], GIVEN[2]]


def test_a_person_behind_a_district_is_no_district() -> None:
    article = (
        "Điều 1. Tặng Giấy khen cho 01 tập thể và 01 cá nhân, gồm: Trạm Y tế, UBND huyện Dốc Mây; "
        "Bà Vũ Thị Mít, Lái xe Công ty Chè Dốc Mây."
    )
    assert GIVEN[2] in given_by(DECISION, SUBJECT, article)

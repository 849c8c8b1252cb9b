"""Entries over several lines, cells of several people, and awards that come with another."""

from __future__ import annotations

import datetime as dt

import pytest
from laid_out import Line, document, head, labelled

from pipeline.extract.bodies import body_at
from pipeline.link.awardees.link import link_awardees
from pipeline.link.awardees.recipients.names import read_entry
from pipeline.link.awardees.tables.cells import names_in
from pipeline.link.awardees.tables.columns import column_roles
from pipeline.model import TableCell
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()
DECISION = head("QĐ", "66/QĐ-GM", "Sở Gò Mẫu", dt.date(2016, 12, 8))
Rows = list[tuple[str, str | None, str | None]]


def given(*lines: Line) -> Rows:
    laid = document(labelled(lines), DECISION)
    return [(a.name, a.position, a.workplace) for a in link_awardees(laid, (), RULES)[0]]


def test_post_and_unit_stand_in_the_lines_below_each_name() -> None:
    assert given(
        ("list_item", "Điều 1. Tặng Bằng khen kèm theo Huy hiệu Lao động sáng tạo cho:", 5),
        ("heading", "1/ Lê Văn Khế", 6),
        ("paragraph", "Kỹ sư, Trưởng phòng Kỹ thuật", 0),
        ("paragraph", "Công ty Gò Mẫu", 0),
        ("heading", "2/ Đỗ Thị Na", 6),
        ("paragraph", "Công nhân", 0),
        ("paragraph", "Công ty Gò Thử", 0),
        ("paragraph", "Đã có giải pháp đem lại hiệu quả năm 2016.", 0),
    ) == [
        ("Lê Văn Khế", "Kỹ sư, Trưởng phòng Kỹ thuật", "Công ty Gò Mẫu"),
        ("Đỗ Thị Na", "Công nhân", "Công ty Gò Thử"),
    ]


def test_the_unit_of_a_list_ends_with_its_article() -> None:
    assert given(
        ("list_item", "Điều 1. Tặng Bằng khen cho các em:", 5),
        ("paragraph", "Lớp 1B", 0),
        ("list_item", "1. Lê Văn Khế", 6),
        ("list_item", "Điều 2. Tặng Giấy khen cho các em:", 5),
        ("list_item", "- Lớp 1A: Đỗ Thị Na, Vũ Văn Mận.", 10),
    ) == [
        ("Lê Văn Khế", None, "Lớp 1B"), ("Đỗ Thị Na", None, "Lớp 1A"),
        ("Vũ Văn Mận", None, "Lớp 1A"),
    ]  # fmt: skip


def test_money_stands_between_an_award_and_those_it_is_for() -> None:
    assert given(
        ("list_item", "Điều 1. Tặng Giấy khen, kèm theo mức thưởng 450.000đ/người đối với bà Đặng "
         "Thị Múi (cán bộ UBND xã Gò Mẫu) và ông Lê Văn Khế (Trưởng thôn Gò Thử).", 5),
    ) == [
        ("Đặng Thị Múi", "cán bộ", "UBND xã Gò Mẫu"), ("Lê Văn Khế", "Trưởng thôn Gò Thử", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Lê Văn Khế, Phó phòng; Đỗ Thị Na, Tổ trưởng Tổ Kho",
         [("Lê Văn Khế", "Phó phòng"), ("Đỗ Thị Na", "Tổ trưởng Tổ Kho")]),
        ("Em Lê Văn Khế - lớp 7A Em Đỗ Thị Na - lớp 7B",
         [("Lê Văn Khế", None), ("Đỗ Thị Na", None)]),
        ("Nhóm tác giả: Lê Văn Khế (CN), Hồ Sĩ Mận", [("Lê Văn Khế", None), ("Hồ Sĩ Mận", None)]),
    ],
)  # fmt: skip
def test_people_of_a_cell_keep_what_is_said_of_each(
    text: str, rows: list[tuple[str, str | None]]
) -> None:
    found = list(names_in(TableCell(0, 0, 0, len(text), text), "author", RULES))
    assert [n.name for n in found] == [name for name, _ in rows]
    if "," in text and ";" in text:
        assert [n.position for n in found] == [post for _, post in rows]


def test_the_number_of_a_decision_titles_no_initiative() -> None:
    heads = ["TT", "Họ và tên", "Số QĐ công nhận sáng kiến", "Tên sáng kiến"]
    roles = column_roles(heads, RULES)
    assert (roles[2], roles[3]) == ("other", "initiative")


def test_what_a_unit_is_for_is_part_of_its_name() -> None:
    entry = read_entry("1. Phòng Chế độ BHXH", 0, RULES)
    assert entry is not None
    assert (entry.name, entry.workplace) == ("Phòng Chế độ BHXH", None)
    entry = read_entry("1. Phòng Tổ chức UBND huyện Gò Mẫu", 0, RULES)
    assert entry is not None
    assert entry.workplace == "UBND huyện Gò Mẫu"
    body = body_at("Trung tâm Trợ giúp pháp lý", 0, RULES)
    assert body is not None
    assert body.name == "Trung tâm Trợ giúp pháp lý"

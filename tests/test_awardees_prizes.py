"""Prizes with their winners behind a colon, lists of teams, and units over people."""

from __future__ import annotations

import datetime as dt

from laid_out import document, head, labelled, with_table

from pipeline.link.awardees.link import link_awardees
from pipeline.model import Dispatch
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()
DECISION = head("QĐ", "301/QĐ-CSĐX", "CÔNG TY CAO SU ĐỒNG XUÂN", dt.date(2021, 12, 20))


def brief(laid: Dispatch) -> list[tuple[str, str | None, str | None]]:
    awardees, _ = link_awardees(laid, (), RULES)
    return [(a.name, a.workplace, a.award_name) for a in awardees]


def test_rare_names_behind_a_prize_are_its_winners() -> None:
    laid = document(
        labelled([
            ("list_item", "Điều 1. Tặng Giấy khen cho các thí sinh đạt giải, như sau:", 5),
            ("list_item", "- Giải Nhất: Điểu Thị Hương, Nông trường Minh Tân.", 10),
            ("list_item", "- 02 giải Nhì: Lâm Sóc; Nguyễn Thị Tuyền, Nông trường Đồng Xuân.", 10),
        ]),
        DECISION,
    )  # fmt: skip
    assert brief(laid) == [
        ("Điểu Thị Hương", "Nông trường Minh Tân", "Giải Nhất"),
        ("Lâm Sóc", "Nông trường Đồng Xuân", "Giải Nhì"),
        ("Nguyễn Thị Tuyền", "Nông trường Đồng Xuân", "Giải Nhì"),
    ]


def test_column_of_bodies_without_a_known_heading_names_them() -> None:
    laid = with_table(
        [("list_item", "Điều 3. Tặng Giấy khen cho 02 tổ:", {"label": "Điều 3.", "level": 5})],
        ["STT", "Tên tổ", "Ghi chú"],
        [["1", "Tổ bảo vệ rừng thôn Sín Chải", ""], ["2", "Tổ bảo vệ rừng thôn Can Hồ", ""]],
        DECISION,
    )
    assert [name for name, _, _ in brief(laid)] == [
        "Tổ bảo vệ rừng thôn Sín Chải", "Tổ bảo vệ rừng thôn Can Hồ",
    ]  # fmt: skip


def test_unit_above_people_counted_anew_is_no_rest_of_the_entry_before() -> None:
    laid = document(
        labelled([
            ("list_item", "Điều 1. Tặng Giấy khen cho các cá nhân sau đây:", 5),
            ("heading", "B. CÁ NHÂN", 2),
            ("paragraph", "Văn phòng KBNN tỉnh", 0),
            ("list_item", "1. Đào Thị Quyên, thủ quỹ", 6),
            ("paragraph", "KBNN huyện Bát Sơn", 0),
            ("list_item", "1. Vũ Văn Mít, Giám đốc", 6),
        ]),
        DECISION,
    )  # fmt: skip
    assert brief(laid) == [
        ("Đào Thị Quyên", "Văn phòng KBNN tỉnh", "Giấy khen"),
        ("Vũ Văn Mít", "KBNN huyện Bát Sơn", "Giấy khen"),
    ]


def test_line_of_a_year_is_no_unit() -> None:
    laid = document(
        labelled([
            ("list_item", "Điều 1. Tặng Giấy khen cho các cá nhân sau đây:", 5),
            ("heading", "B. CÁ NHÂN", 2),
            ("paragraph", "Năm học 2020-2021", 0),
            ("list_item", "1. Vũ Văn Mít, Giám đốc", 6),
        ]),
        DECISION,
    )  # fmt: skip
    assert all(unit is None for _, unit, _ in brief(laid))

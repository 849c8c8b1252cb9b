"""Entries that name a group and its members, one head noun for several, or several of one unit."""

from __future__ import annotations

import datetime as dt

import pytest
from laid_out import document, head, labelled, with_table

from pipeline.layout.tables import _header_length
from pipeline.link.awardees.link import link_awardees
from pipeline.model import TableCell
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()
DECISION = head("QĐ", "58/QĐ-UBND", "ỦY BAN NHÂN DÂN", dt.date(2022, 2, 17))
FLAGS = "Điều 1. Tặng Cờ thi đua của UBND tỉnh cho các đơn vị sau:"
TITLE = "Điều 2. Tặng danh hiệu Tập thể lao động xuất sắc cho:"
Names = list[tuple[str, str | None]]


def listed(article: str, entry: str) -> Names:
    laid = document(labelled([("list_item", article, 5), ("list_item", entry, 6)]), DECISION)
    return [(a.name, a.workplace) for a in link_awardees(laid, (), RULES)[0]]


@pytest.mark.parametrize(
    ("entry", "names"),
    [
        ("- Khối các sở: Sở Mẫu Một, Sở Giao thông vận tải;",
         ["Sở Mẫu Một", "Sở Giao thông vận tải"]),
        ("- Khối các huyện: huyện Đăk Mẫu, huyện Sa Thử;", ["huyện Đăk Mẫu", "huyện Sa Thử"]),
        ("- Các bệnh viện: Đa khoa tỉnh, Phụ sản và Nhi.",
         ["Bệnh viện Đa khoa tỉnh", "Bệnh viện Phụ sản", "Bệnh viện Nhi"]),
    ],
)  # fmt: skip
def test_a_group_is_none_of_those_it_names(entry: str, names: list[str]) -> None:
    assert [name for name, _ in listed(FLAGS, entry)] == names


def test_bare_names_behind_their_head_share_the_unit_above() -> None:
    entry = "1. Các trường: Tiểu học Hoa Mẫu, THCS Trần Thử thuộc Phòng Giáo dục và Đào tạo huyện;"
    assert listed(TITLE, entry) == [
        ("Trường Tiểu học Hoa Mẫu", "Phòng Giáo dục và Đào tạo huyện"),
        ("Trường THCS Trần Thử", "Phòng Giáo dục và Đào tạo huyện"),
    ]


@pytest.mark.parametrize(
    ("entry", "names"),
    [
        ("1. Phòng Ngân sách, Phòng Quản lý giá thuộc Sở Mẫu Một;",
         [("Phòng Ngân sách", "Sở Mẫu Một"), ("Phòng Quản lý giá", "Sở Mẫu Một")]),
        ("1. Khoa Nội và Khoa Ngoại, Bệnh viện Gò Mẫu;",
         [("Khoa Nội", "Bệnh viện Gò Mẫu"), ("Khoa Ngoại", "Bệnh viện Gò Mẫu")]),
        ("1. Phòng Kế hoạch, Sở Mẫu Một;", [("Phòng Kế hoạch", "Sở Mẫu Một")]),
        ("1. Trường THPT Chuyên Mẫu, Trường Đại học Gò Thử;",
         [("Trường THPT Chuyên Mẫu", "Trường Đại học Gò Thử")]),
    ],
)  # fmt: skip
def test_parts_of_one_unit_in_an_entry_are_each_given_the_award(entry: str, names: Names) -> None:
    assert listed(TITLE, entry) == names


def test_the_second_half_of_a_units_name_is_no_other_unit() -> None:
    laid = document(
        [("list_item", "Điều 1. Công nhận danh hiệu Tập thể lao động tiên tiến cho: Khoa Sản, "
          "Phòng Tài chính - Kế toán, Phòng Điều dưỡng.", {"label": "Điều 1."})], DECISION,
    )  # fmt: skip
    assert [a.name for a in link_awardees(laid, (), RULES)[0]] == [
        "Khoa Sản", "Phòng Tài chính - Kế toán", "Phòng Điều dưỡng",
    ]  # fmt: skip


def test_lists_are_of_the_title_that_their_heading_names() -> None:
    laid = document(
        [("list_item", "Điều 1. Phong tặng danh hiệu “Nhà giáo Nhân dân” cho 01 nhà giáo và “Nhà "
          "giáo Ưu tú” cho 01 nhà giáo (có danh sách kèm theo).", {"label": "Điều 1."}),
         ("appendix", "DANH SÁCH NHÀ GIÁO NHÂN DÂN", {"part": 1}),
         ("list_item", "1. Ông Lê Văn Khế, Hiệu trưởng Trường Đại học Gò Mẫu;",
          {"label": "1.", "part": 1}),
         ("appendix", "DANH SÁCH NHÀ GIÁO ƯU TÚ NĂM 2022", {"part": 2}),
         ("list_item", "1. Bà Đỗ Thị Na, Hiệu trưởng Trường Mầm non Gò Thử.",
          {"label": "1.", "part": 2})], DECISION,
    )  # fmt: skip
    assert [(a.name, a.award) for a in link_awardees(laid, (), RULES)[0]] == [
        ("Lê Văn Khế", "nha_giao_nd"), ("Đỗ Thị Na", "nha_giao_ut"),
    ]  # fmt: skip


def given_in(header: list[str], rows: list[list[str]], article: str) -> list[tuple[str, str]]:
    laid = with_table(
        [("list_item", article, {"label": "Điều 1."}), ("appendix", "DANH SÁCH", {"part": 1})],
        header, rows, DECISION, part=1,
    )  # fmt: skip
    return [(a.name, a.kind) for a in link_awardees(laid, (), RULES)[0]]


def test_bodies_stand_below_the_heading_of_names_too() -> None:
    assert given_in(
        ["STT", "Họ và tên", "Địa chỉ"],
        [["I", "TẬP THỂ", ""], ["1", "Đoàn Thanh niên Công ty Gò Mẫu", ""],
         ["II", "CÁ NHÂN", ""], ["1", "Đoàn Thanh Thử", "Xã Gò Mẫu"]],
        "Điều 1. Tặng Bằng khen cho 01 tập thể, 01 cá nhân (có danh sách kèm theo).",
    ) == [
        ("Đoàn Thanh niên Công ty Gò Mẫu", "collective"), ("Đoàn Thanh Thử", "person"),
    ]  # fmt: skip


def test_authors_below_a_prize_are_given_it() -> None:
    laid = with_table(
        [("list_item", "Điều 1. Trao giải Hội thi sáng tạo cho các giải pháp sau:",
          {"label": "Điều 1."})],
        ["TT", "Tên giải pháp", "Nhóm tác giả"],
        [["GIẢI NHẤT (01 giải)"], ["1", "Máy bóc vỏ lạc", "Nhóm giáo viên: Lê Văn Khế, Đỗ Thị Na"]],
        head("QĐ", "9/QĐ-BTC", "BAN TỔ CHỨC", dt.date(2022, 2, 17), "trao giải Hội thi sáng tạo"),
    )  # fmt: skip
    people, titled = link_awardees(laid, (), RULES)
    assert [(a.name, a.role, a.award_name) for a in people] == [
        ("Lê Văn Khế", "awardee", "Giải Nhất"), ("Đỗ Thị Na", "awardee", "Giải Nhất"),
    ]  # fmt: skip
    assert [i.authors for i in titled] == [("Lê Văn Khế", "Đỗ Thị Na")]


def test_a_list_of_its_own_that_asks_for_awards_proposes_them() -> None:
    laid = with_table(
        [("heading", "DANH SÁCH ĐỀ NGHỊ CÔNG NHẬN DANH HIỆU THI ĐUA NĂM 2023")],
        ["TT", "Họ và tên", "LĐTT", "CSTĐCS"],
        [["1", "Lê Văn Khế", "x", "x"], ["2", "Đỗ Thị Na", "x", ""]],
    )
    people = link_awardees(laid, (), RULES)[0]
    assert [(a.name, a.role, a.award) for a in people] == [
        ("Lê Văn Khế", "nominee", "ldtt"), ("Lê Văn Khế", "nominee", "cstd_cs"),
        ("Đỗ Thị Na", "nominee", "ldtt"),
    ]  # fmt: skip


def cells(row: int, *values: tuple[int, int, str]) -> tuple[TableCell, ...]:
    return tuple(
        TableCell(row, column, 0, len(text), text, column_span=span)
        for column, span, text in values
    )


def test_headings_below_a_heading_over_two_columns_are_no_row() -> None:
    first = cells(0, (0, 1, "TT"), (1, 1, "Họ và tên"), (2, 2, "Danh hiệu"))
    entry = cells(2, (0, 1, "1"), (1, 1, "Lê Văn Khế"), (2, 1, "x"))
    assert _header_length([first, cells(1, (2, 1, "LĐTT"), (3, 1, "CSTĐCS")), entry], RULES) == 2
    assert _header_length([first, cells(1, (2, 1, "x"), (3, 1, "x")), entry], RULES) == 1

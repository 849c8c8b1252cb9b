"""Who made a work, who signs a list, for whom one competed, and columns of doers."""

from __future__ import annotations

import datetime as dt

from laid_out import document, head, labelled, with_table

from pipeline.link.awardees.link import link_awardees
from pipeline.link.awardees.tables.cells import names_in
from pipeline.link.awardees.tables.columns import column_roles
from pipeline.model import TableCell
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()
DAY = dt.date(2022, 9, 4)


def test_the_prize_of_a_work_in_a_cell_is_that_of_who_made_it() -> None:
    def named(text: str) -> list[str]:
        return [n.name for n in names_in(TableCell(0, 0, 0, len(text), text), "unit", RULES)]

    assert named('Tiểu phẩm "Chuyện làng" - Trung tâm Văn hóa huyện Gò Mẫu') == [
        "Trung tâm Văn hóa huyện Gò Mẫu"
    ]
    assert named('Câu lạc bộ "Gò Xanh"') == ['Câu lạc bộ "Gò Xanh"']


def test_a_bare_name_below_a_post_in_capitals_signs_the_list() -> None:
    laid = document(
        labelled([
            ("appendix", "DANH SÁCH ĐỀ NGHỊ TẶNG GIẤY KHEN", 0),
            ("list_item", "1. Lê Văn Khế, Trưởng phòng Phòng Gò Mẫu", 6),
            ("heading", "TỔNG KIỂM TOÁN NHÀ NƯỚC", 0),
            ("paragraph", "Hồ Đức Mẫu", 0),
        ]),
        head("TTr", "20/TTr-GM", "Sở Gò Mẫu", DAY, "đề nghị tặng Giấy khen"),
    )  # fmt: skip
    assert [a.name for a in link_awardees(laid, (), RULES)[0]] == ["Lê Văn Khế"]


def test_semicolons_in_an_entry_part_bodies() -> None:
    laid = document(
        labelled([
            ("list_item", "Điều 1. Tặng danh hiệu Tập thể lao động tiên tiến cho:", 5),
            ("list_item", "- Phòng Gò Mẫu; Phòng Vật liệu nano; Khoa Gò Thử.", 10),
        ]),
        head("QĐ", "8/QĐ-GM", "Viện Gò Mẫu", DAY),
    )  # fmt: skip
    assert [a.name for a in link_awardees(laid, (), RULES)[0]] == [
        "Phòng Gò Mẫu", "Phòng Vật liệu nano", "Khoa Gò Thử",
    ]  # fmt: skip


def test_the_years_of_a_party_badge_stand_in_their_column() -> None:
    laid = with_table(
        [("list_item", "Điều 1. Tặng Huy hiệu Đảng cho các đồng chí:", {"label": "Điều 1."})],
        ["STT", "Họ và tên", "Chi bộ", "Loại Huy hiệu", "Số Huy hiệu"],
        [["1", "Lê Văn Khế", "Chi bộ Gò Mẫu", "40 năm", "A 12034"]],
        head("QĐ", "8-QĐ/GM", "Đảng ủy Gò Mẫu", DAY),
    )
    assert [(a.award, a.grade) for a in link_awardees(laid, (), RULES)[0]] == [
        ("hh_dang", "40 năm tuổi Đảng")
    ]


def test_brackets_in_results_say_for_whom_one_competed() -> None:
    laid = document(
        labelled([
            ("list_item", "Điều 1. Trao Huy chương cho các vận động viên:", 5),
            ("list_item", "- Nhất: Lê Ngọc Mẫu (Hải Dương)", 10),
            ("list_item", "- Nhì: Đỗ Thị Na (Hà Nội)", 10),
        ]),
        head("QĐ", "7/QĐ-LĐ", "Liên đoàn Gò Mẫu", DAY, "trao Huy chương Giải vô địch trẻ"),
    )  # fmt: skip
    assert [(a.name, a.workplace) for a in link_awardees(laid, (), RULES)[0]] == [
        ("Lê Ngọc Mẫu", "Hải Dương"), ("Đỗ Thị Na", "Hà Nội"),
    ]  # fmt: skip


def test_who_carries_out_a_titled_work_is_its_author() -> None:
    roles = column_roles(["TT", "Tên SKKN", "Người thực hiện", "Xếp loại"], RULES)
    assert (roles[1], roles[2]) == ("initiative", "author")
    assert 2 not in column_roles(["TT", "Nội dung", "Người thực hiện"], RULES)
    assert column_roles(["STT", "Tên tập thể", "Tổ chức tín dụng"], RULES)[2] == "workplace"

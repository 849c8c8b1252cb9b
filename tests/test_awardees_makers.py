"""Who made a work, who signs a list, for whom one competed, and columns of doers."""

from __future__ import annotations

import datetime as dt

from laid_out import document, head, labelled

from pipeline.link.awardees.cells import names_in
from pipeline.link.awardees.columns import column_roles
from pipeline.link.awardees.link import link_awardees
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

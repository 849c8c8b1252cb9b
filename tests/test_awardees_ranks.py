"""Classes and places in lines of their own, two awards of one list, names that stand stacked."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from laid_out import Line, document, head, labelled, with_table

from pipeline.extract.awards import awards_in_words
from pipeline.link.awardees.link import link_awardees
from pipeline.link.awardees.tables.stacked import unstacked
from pipeline.model import Dispatch, Field
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()
DECISION = head("QĐ", "9/QĐ-SNN", "SỞ NÔNG NGHIỆP", dt.date(2022, 3, 12))
CONTEST = replace(DECISION, subject=Field("công nhận kết quả Hội thi", 0, 0, "test"))


def brief(laid: Dispatch) -> list[tuple[str, str | None, str | None]]:
    awardees, _ = link_awardees(laid, (), RULES)
    return [(a.name, a.award_name, a.workplace) for a in awardees]


def decided(*lines: Line) -> list[tuple[str, str | None, str | None]]:
    return brief(document(labelled(lines), CONTEST))


def test_places_before_names_in_the_results_of_a_contest() -> None:
    assert decided(
        ("list_item", "Điều 1. Công nhận kết quả và trao giải Hội thi như sau:", 5),
        ("heading", "I. Toàn đoàn", 3),
        ("list_item", "- Giải Nhất: Thị trấn Gò Mai", 10),
        ("heading", "II. Chạy 100m", 3),
        ("list_item", "- Nhất: Lê Văn Mít (xã Mường Mẫu)", 10),
        ("list_item", "- Nhì: Hồ Thị Na - Vi Văn Lúa (Khối Nội chính)", 10),
    ) == [
        ("Thị trấn Gò Mai", "Giải Nhất", None), ("Lê Văn Mít", "Giải Nhất", "xã Mường Mẫu"),
        ("Hồ Thị Na", "Giải Nhì", "Khối Nội chính"), ("Vi Văn Lúa", "Giải Nhì", "Khối Nội chính"),
    ]  # fmt: skip


def test_ranks_outside_of_contests_are_no_prizes() -> None:
    laid = document(
        labelled([("list_item", "- Nhất: Lê Văn Mít (xã Mường Mẫu)", 10)]),
        replace(DECISION, subject=Field("xếp loại viên chức", 0, 0, "test")),
    )
    assert brief(laid) == []


def test_a_class_alone_heads_those_who_are_given_the_order_of_that_class() -> None:
    laid = document(
        labelled([
            ("list_item", "Điều 1. Tặng thưởng Huân chương Lao động cho các cá nhân sau:", 5),
            ("heading", "I. HẠNG NHÌ", 3),
            ("list_item", "1. Ông Lê Văn Mít, Giám đốc Sở Mẫu", 6),
            ("heading", "II. HẠNG BA (01 cá nhân)", 3),
            ("list_item", "1. Bà Hồ Thị Na, Hiệu trưởng Trường Mẫu", 6),
        ]),
        DECISION,
    )  # fmt: skip
    awardees, _ = link_awardees(laid, (), RULES)
    assert [(a.name, a.award, a.grade) for a in awardees] == [
        ("Lê Văn Mít", "hc_lao_dong_2", "Nhì"), ("Hồ Thị Na", "hc_lao_dong_3", "Ba"),
    ]  # fmt: skip


def test_the_next_class_of_an_order_need_not_name_it_again() -> None:
    words = "Huân chương Lao động hạng Nhì cho ông Lê Văn Mít; hạng Ba cho bà Hồ Thị Na"
    assert [a.award for a in awards_in_words(words, RULES)] == ["hc_lao_dong_2", "hc_lao_dong_3"]
    plain = "Huân chương Lao động hạng Nhì cho ông Lê Văn Mít, xếp hạng ba cho đội bóng"
    assert [a.award for a in awards_in_words(plain, RULES)] == ["hc_lao_dong_2"]


def test_two_awards_with_a_verb_each_for_one_list() -> None:
    assert decided(
        ("list_item", "Điều 1. Tặng Giấy khen và công nhận danh hiệu Công nhân giỏi cho các đoàn "
         "viên sau:", 5),
        ("list_item", "1. Lê Văn Mít, công nhân Công ty Gò Mai;", 6),
    ) == [
        ("Lê Văn Mít", "Công nhân giỏi", "Công ty Gò Mai"),
        ("Lê Văn Mít", "Giấy khen", "Công ty Gò Mai"),
    ]  # fmt: skip
    assert [row[1] for row in decided(
        ("list_item", "Điều 1. Tặng Cờ thi đua và Giấy khen cho các đơn vị sau:", 5),
        ("list_item", "1. Phòng Kế toán;", 6),
    )] == []  # fmt: skip


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Hồ Trúc Mai Lý Vĩnh Lúa", ["Hồ Trúc Mai", "Lý Vĩnh Lúa"]),
        ("Nguyễn Thị Thu Na Lê Văn Mít Trần Nam",
         ["Nguyễn Thị Thu Na", "Lê Văn Mít", "Trần Nam"]),
        ("Công Tằng Tôn Nữ Ngọc Na", ["Công Tằng Tôn Nữ Ngọc Na"]),
        ("Lê Thị Thu Na", ["Lê Thị Thu Na"]),
        ("Lành Thị Mít Hứa Văn Lúa", ["Lành Thị Mít", "Hứa Văn Lúa"]),
        ("Nguyễn Hoàng Lê Minh Anh Thư", ["Nguyễn Hoàng Lê Minh Anh Thư"]),
        ("Trường Trung học cơ sở Lê Văn Mít", ["Trường Trung học cơ sở Lê Văn Mít"]),
    ],
)  # fmt: skip
def test_names_that_stood_below_one_another(words: str, names: list[str]) -> None:
    assert unstacked(words, RULES) == names


def table(header: list[str], body: list[list[str]]) -> list[tuple[str, str | None, str | None]]:
    article = "Điều 1. Tặng Giấy khen cho các cá nhân (có danh sách kèm theo)."
    return brief(with_table(
        [("list_item", article, {"label": "Điều 1."}), ("appendix", "DANH SÁCH", {"part": 1})],
        header, body, DECISION, part=1,
    ))  # fmt: skip


def test_two_halves_of_a_list_side_by_side() -> None:
    assert [name for name, _, _ in table(
        ["TT", "Họ và tên", "Đơn vị", "TT", "Họ và tên", "Đơn vị"],
        [["1", "Lê Văn Mít", "Khoa A", "3", "Vi Văn Lúa", "Khoa B"],
         ["2", "Hồ Thị Na", "Khoa A", "4", "Lò Thị Cải", "Khoa B"]],
    )] == ["Lê Văn Mít", "Vi Văn Lúa", "Hồ Thị Na", "Lò Thị Cải"]  # fmt: skip


def test_a_row_above_the_headings_says_what_the_table_is() -> None:
    assert table(
        [],
        [
            ["DANH SÁCH ĐƯỢC KHEN THƯỞNG"],
            ["STT", "Họ và tên", "Đơn vị", "Danh hiệu/HTKT"],
            ["1", "Lê Văn Mít", "Khoa A", "LĐTT, GK"],
        ],
    ) == [("Lê Văn Mít", "Lao động tiên tiến", "Khoa A"), ("Lê Văn Mít", "Giấy khen", "Khoa A")]


def test_one_row_without_headings_and_teachers_who_only_guided() -> None:
    assert table([], [["1", "Lê Thị Mít", "Kế toán", "Khoa A"]]) == [
        ("Lê Thị Mít", "Giấy khen", None)
    ]
    assert [name for name, _, _ in table(
        ["TT", "Sinh viên thực hiện", "Giảng viên hướng dẫn"],
        [["1", "Hồ Trúc Mai Lý Vĩnh Lúa", "TS. Vi Văn Lương"]],
    )] == ["Hồ Trúc Mai", "Lý Vĩnh Lúa"]  # fmt: skip

"""Names in the line of their own section, lines of collectives, entries of two, no guests."""

from __future__ import annotations

import datetime as dt

from laid_out import Piece, document, head, with_table

from pipeline.link.awardees.link import link_awardees
from pipeline.model import Head
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()
DECISION = head("QĐ", "15/QĐ-CN", "CÔNG TY CẤP NƯỚC MẬN", dt.date(2019, 12, 3))
NOTICE = head("TB", "7/TB-ĐH", "TRƯỜNG ĐẠI HỌC MẬN", dt.date(2023, 8, 8))
PLAN = head("KH", "9/KH-UBND", "ỦY BAN NHÂN DÂN HUYỆN MẬN", dt.date(2021, 11, 2))
ARTICLE: Piece = (
    "list_item", "Điều 1. Tặng Giấy khen cho 02 tập thể và 02 cá nhân, gồm:",
    {"label": "Điều 1.", "level": 5},
)  # fmt: skip


def brief(pieces: list[Piece], title: Head = DECISION) -> list[tuple[str, str | None, str | None]]:
    awardees, _ = link_awardees(document(pieces, title), (), RULES)
    return [(a.name, a.workplace, a.award_name) for a in awardees]


def test_a_section_may_name_its_people_in_its_own_line() -> None:
    bullet = {"label": "-", "level": 10}
    assert brief([
        ARTICLE,
        ("list_item", "- Tập thể: Agribank chi nhánh huyện Mận; Phòng Giáo dục huyện Mận.", bullet),
        ("list_item", "- Cá nhân: ông Lê Văn Khế, Giám đốc Agribank chi nhánh huyện Mận; bà Vũ Thị "
         "Bưởi, cán bộ Trạm Y tế xã Mận.", bullet),
    ]) == [
        ("Agribank chi nhánh huyện Mận", None, "Giấy khen"),
        ("Phòng Giáo dục huyện Mận", None, "Giấy khen"),
        ("Lê Văn Khế", "Agribank chi nhánh huyện Mận", "Giấy khen"),
        ("Vũ Thị Bưởi", "Trạm Y tế xã Mận", "Giấy khen"),
    ]  # fmt: skip


def test_a_heading_of_a_notice_that_confers_opens_its_list() -> None:
    assert brief([
        ("heading", "1. Cá nhân được công nhận danh hiệu Chiến sĩ thi đua cơ sở:",
         {"label": "1.", "level": 6}),
        ("list_item", "1.1. TS. Lê Thị Khế - Trưởng Khoa Anh", {"label": "1.1.", "level": 7}),
        ("heading", "2. Tập thể được công nhận danh hiệu Tập thể lao động xuất sắc:",
         {"label": "2.", "level": 6}),
        ("paragraph", "Khoa Anh, Phòng Đào tạo, Trung tâm Khảo thí."),
    ], NOTICE) == [
        ("Lê Thị Khế", None, "Chiến sĩ thi đua cơ sở"),
        ("Khoa Anh", None, "Tập thể Lao động xuất sắc"),
        ("Phòng Đào tạo", None, "Tập thể Lao động xuất sắc"),
        ("Trung tâm Khảo thí", None, "Tập thể Lao động xuất sắc"),
    ]  # fmt: skip


def test_counts_behind_bodies_are_no_list_of_awardees() -> None:
    assert brief([
        ("paragraph", "Nhà giáo ưu tú được tặng danh hiệu theo các bộ như sau:"),
        ("paragraph", "Bộ Công an 6, Bộ Tài chính 2, Bộ Tư pháp 1."),
    ], PLAN) == []  # fmt: skip


def test_those_who_attend_get_nothing() -> None:
    assert brief([
        ("list_item", "2. Công bố và trao Giấy khen của Chủ tịch UBND huyện cho 45 tập thể (danh "
         "sách kèm theo).", {"label": "2.", "level": 6}),
        ("heading", "III. THÀNH PHẦN THAM DỰ", {"label": "III.", "level": 3}),
        ("list_item", "1. Ông Lê Văn Khế - Bí thư Huyện ủy;", {"label": "1.", "level": 6}),
    ], PLAN) == []  # fmt: skip


def test_two_people_of_one_entry_share_its_unit_and_its_initiative() -> None:
    awardees, initiatives = link_awardees(
        document([
            ARTICLE,
            ("list_item", "2. Công nhân Lê Thị Khế và Vũ Văn Mít - Xí nghiệp Toa xe: Sáng kiến “Gá "
             "tiện trục bánh xe”.", {"label": "2.", "level": 6}),
        ], DECISION), (), RULES,
    )  # fmt: skip
    assert [(a.name, a.workplace) for a in awardees] == [
        ("Lê Thị Khế", "Xí nghiệp Toa xe"), ("Vũ Văn Mít", "Xí nghiệp Toa xe"),
    ]  # fmt: skip
    assert initiatives[0].authors == ("Lê Thị Khế", "Vũ Văn Mít")


def test_an_army_unit_and_the_one_above_it_are_one_collective() -> None:
    assert brief(
        [("paragraph", "Tiểu đoàn 64, Trung đoàn 236 được Bộ Quốc phòng tặng Cờ thi đua.")], PLAN
    ) == [("Tiểu đoàn 64", "Trung đoàn 236", "Cờ thi đua")]


def test_a_list_of_authors_who_are_given_something_lists_awardees() -> None:
    laid = with_table(
        [("list_item", "Điều 1. Công nhận 02 sáng kiến và tặng Giấy khen cho các tác giả theo danh "
          "sách dưới đây:", {"label": "Điều 1."})],
        ["STT", "Tên sáng kiến", "Họ tên tác giả"],
        [["1", "Van xả cặn tự động", "1. Cồ Văn Khế 2. Thân Đức Mít"]],
        DECISION,
    )  # fmt: skip
    awardees, _ = link_awardees(laid, (), RULES)
    assert [(a.name, a.role, a.award_name) for a in awardees] == [
        ("Cồ Văn Khế", "awardee", "Giấy khen"), ("Thân Đức Mít", "awardee", "Giấy khen"),
    ]  # fmt: skip

"""What the line above a list says decides whether its names get the award."""

from __future__ import annotations

import datetime as dt

from laid_out import Piece, document, head

from pipeline.link.awardees.link import link_awardees
from pipeline.model import Head
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()
DECISION = head("QĐ", "15/QĐ-CN", "CÔNG TY CẤP NƯỚC MẬN", dt.date(2019, 12, 3))
REPORT = head("BC", "8/BC-CN", "CÔNG TY CẤP NƯỚC MẬN", dt.date(2019, 12, 3))


def names(pieces: list[Piece], title: Head = DECISION) -> list[str]:
    awardees, _ = link_awardees(document(pieces, title), (), RULES)
    return [a.name for a in awardees]


def article(words: str) -> Piece:
    return ("list_item", words, {"label": words[:7], "level": 5})


def dashed(words: str) -> Piece:
    return ("list_item", words, {"label": "-", "level": 10})


def test_groups_below_another_article_get_nothing() -> None:
    assert names([
        article("Điều 1. Tặng Giấy khen cho ông Lê Văn Khế, Tổ trưởng Tổ Mận."),
        article("Điều 2. Thành lập Tổ trao thưởng gồm:"),
        dashed("- Cá nhân: ông Phạm Văn Mít; bà Vũ Thị Bưởi."),
        dashed("- Đơn vị: Phòng Tài chính; Phòng Hành chính."),
        article("Điều 3. Thành lập Tổ trao Giấy khen gồm:"),
        dashed("- Cá nhân: ông Phạm Văn Mít; bà Vũ Thị Bưởi."),
    ]) == ["Lê Văn Khế"]  # fmt: skip


def test_groups_below_a_sentence_behind_the_award_get_nothing() -> None:
    assert names([
        ("paragraph", "Hội đồng đề nghị tặng Giấy khen theo quy định. Thành phần hội đồng gồm:"),
        dashed("- Cá nhân: ông Phạm Văn Mít; bà Vũ Thị Bưởi."),
    ], REPORT) == []  # fmt: skip


def test_groups_below_the_article_of_the_award_get_it() -> None:
    assert names([
        article("Điều 1. Tặng Giấy khen cho 01 tập thể và 01 cá nhân sau đây:"),
        dashed("- Tập thể: Phòng Giáo dục huyện Mận."),
        dashed("- Cá nhân: bà Vũ Thị Bưởi."),
    ]) == ["Phòng Giáo dục huyện Mận", "Vũ Thị Bưởi"]  # fmt: skip


def test_a_line_of_bodies_that_are_charged_with_something_gets_nothing() -> None:
    assert names([
        article("Điều 1. Tặng Giấy khen cho các tập thể sau:"),
        ("list_item", "1. Khoa Nội, Bệnh viện huyện Mận;", {"label": "1.", "level": 6}),
        ("paragraph", "Giao các đơn vị sau tổ chức trao thưởng:"),
        ("paragraph", "Phòng Đào tạo, Văn phòng Sở, Trung tâm Truyền thông."),
        article("Điều 2. Kinh phí:"),
        ("paragraph", "Phòng Tài chính, Văn phòng Sở."),
    ]) == ["Khoa Nội"]  # fmt: skip


def test_one_line_below_members_of_a_board_gets_nothing() -> None:
    assert names([
        article("Điều 1. Tặng Giấy khen cho ông Lê Văn Khế, Tổ trưởng Tổ Mận."),
        article("Điều 2. Thành lập Ban Tổ chức gồm:"),
        ("paragraph", "Phạm Văn Mít"),
    ]) == ["Lê Văn Khế"]  # fmt: skip


def test_names_in_capitals_are_entries_with_a_roman_number_or_none() -> None:
    opening = article("Điều 1. Tặng Giấy khen cho các cá nhân:")
    assert names([opening, ("heading", "LÊ VĂN KHẾ")]) == ["Lê Văn Khế"]
    assert names([
        opening,
        ("heading", "I. LÊ VĂN KHẾ", {"label": "I.", "level": 3}),
        ("heading", "II. VŨ THỊ BƯỞI", {"label": "II.", "level": 3}),
    ]) == ["Lê Văn Khế", "Vũ Thị Bưởi"]  # fmt: skip


def test_headings_that_open_like_a_family_name_are_nobody() -> None:
    opening = article("Điều 1. Tặng Giấy khen cho các cá nhân:")
    topics = ("PHẠM VI ÁP DỤNG", "THÀNH PHẦN THAM DỰ", "CHẾ ĐỘ BÁO CÁO", "TẠ ƠN CÁC ANH")
    for topic in topics:
        heading = f"III. {topic}"
        assert names([opening, ("heading", heading, {"label": "III.", "level": 3})]) == []
    assert names([opening, ("heading", "THÀNH PHẦN THAM DỰ")]) == []


def test_the_parents_of_a_pupil_get_nothing() -> None:
    assert names([
        article("Điều 1. Tặng Giấy khen cho các cá nhân sau:"),
        ("list_item", "1. Lê Văn Khế và Vũ Thị Bưởi - Trường Tiểu học Mận.",
         {"label": "1.", "level": 6}),
        ("list_item", "2. Hoàng Văn Mít (con ông Hoàng Văn Na và bà Lê Thị Chuối), học sinh lớp "
         "5A.", {"label": "2.", "level": 6}),
        ("list_item", "3. Em Vũ Văn Sung, con ông Vũ Văn Na và bà Lê Thị Cam, học sinh lớp 5B.",
         {"label": "3.", "level": 6}),
        ("paragraph", "Đại diện gia đình em Sung nhận Giấy khen: ông Vũ Văn Na."),
    ]) == ["Lê Văn Khế", "Vũ Thị Bưởi", "Hoàng Văn Mít", "Vũ Văn Sung"]  # fmt: skip


def test_a_board_that_awards_is_no_board_that_is_set_up() -> None:
    assert names([
        article("Điều 1. Ban Tổ chức Hội thi ngành Giao thông tặng Giấy khen cho 02 cá nhân sau:"),
        dashed("- Cá nhân: ông Phạm Văn Mít; bà Vũ Thị Bưởi."),
    ]) == ["Phạm Văn Mít", "Vũ Thị Bưởi"]  # fmt: skip

"""Lists about boards, tasks, guests and costs of an award give it to nobody."""

from __future__ import annotations

import datetime as dt

import pytest
from laid_out import Piece, document, head

from pipeline.link.awardees.link import link_awardees
from pipeline.model import Head
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()
DAY = dt.date(2021, 1, 12)
DECISION = head("QĐ", "45/QĐ-TTNN", "TRUNG TÂM NGOẠI NGỮ GÒ MẬN", DAY)
PLAN = head("KH", "9/KH-TTNN", "TRUNG TÂM NGOẠI NGỮ GÒ MẬN", DAY)
PROPOSAL = head("TTr", "7/TTr-TTNN", "TRUNG TÂM NGOẠI NGỮ GÒ MẬN", DAY)


def names(pieces: list[Piece], title: Head) -> list[str]:
    awardees, _ = link_awardees(document(pieces, title), (), RULES)
    return [a.name for a in awardees]


def article(words: str) -> Piece:
    return ("list_item", words, {"label": words[:7], "level": 5})


def numbered(number: int, words: str) -> Piece:
    return ("list_item", f"{number}. {words}", {"label": f"{number}.", "level": 6})


PEOPLE = [
    numbered(1, "Ông Phạm Văn Mít, Phó Giám đốc;"),
    numbered(2, "Bà Vũ Thị Bưởi, Kế toán."),
]


@pytest.mark.parametrize(
    "opening",
    [
        "Điều 2. Thành lập Tổ trao thưởng gồm:",
        "Điều 2. Giao các ông, bà sau chi thưởng:",
        "Điều 3. Trách nhiệm thi hành:",
        "Điều 2. Phê bình các cá nhân sau:",
        "Điều 2. Cử các ông, bà sau nhận Bằng khen thay Trung tâm:",
    ],
)
def test_another_article_of_the_decision_ends_the_list(opening: str) -> None:
    assert names([
        article("Điều 1. Tặng Giấy khen cho các cá nhân sau:"),
        numbered(1, "Ông Lê Văn Khế, giáo viên."),
        article(opening), *PEOPLE,
    ], DECISION) == ["Lê Văn Khế"]  # fmt: skip


def test_a_second_article_may_list_more_who_are_given_it() -> None:
    assert names([
        article("Điều 1. Tặng Giấy khen cho các tập thể sau:"),
        numbered(1, "Phòng Đào tạo;"),
        article("Điều 2. Các cá nhân sau đây:"), *PEOPLE,
    ], DECISION) == ["Phòng Đào tạo", "Phạm Văn Mít", "Vũ Thị Bưởi"]  # fmt: skip


@pytest.mark.parametrize(
    ("opening", "title"),
    [
        ("Thành phần tham dự lễ trao tặng Bằng khen gồm:", PLAN),
        ("Ban Tổ chức trao Giấy khen gồm:", PLAN),
        ("Ban Giám khảo Hội thi và trao giải Nhất, giải Nhì gồm các ông, bà:", PLAN),
        ("Phân công trao Giấy khen cho các lớp như sau:", PLAN),
        ("Ông Lê Văn Khế chủ trì cuộc họp xét tặng Giấy khen. Tham dự có:", PLAN),
        ("Công đoàn duyệt chi kinh phí trao Giấy khen do các ông, bà sau phụ trách:", PROPOSAL),
        ("Hủy bỏ danh hiệu Lao động tiên tiến đã tặng cho các cá nhân sau:", DECISION),
    ],
)  # fmt: skip
def test_who_serves_an_award_or_loses_it_gets_none(opening: str, title: Head) -> None:
    assert names([("paragraph", opening), *PEOPLE], title) == []


@pytest.mark.parametrize(
    "opening",
    [
        "Nhân kỷ niệm 20 năm ngày thành lập, Trung tâm tổ chức trao Giấy khen cho 02 cá nhân sau:",
        "Thực hiện hướng dẫn về kinh phí, Trung tâm đề nghị tặng Giấy khen cho các cá nhân:",
        "Các tổ chức, cá nhân hoàn thành nhiệm vụ được giao được tặng Giấy khen gồm:",
        "Cục Thi hành án dân sự tỉnh tặng Giấy khen cho 02 cá nhân. Danh sách cụ thể như sau:",
    ],
)
def test_other_words_beside_the_award_do_not_close_its_list(opening: str) -> None:
    assert len(names([("paragraph", opening), *PEOPLE], PROPOSAL)) == 2


def test_an_item_that_speaks_of_a_list_opens_none() -> None:
    assert names([
        numbered(1, "Bà Lê Thị Na, chuyên viên: tổng hợp danh sách tặng Bằng khen."), *PEOPLE,
    ], PLAN) == []  # fmt: skip


def test_an_annex_of_something_else_gives_nothing() -> None:
    annexed = {"part": 2}
    assert names([
        article("Điều 1. Tặng Giấy khen cho 01 cá nhân có tên tại Phụ lục I."),
        article("Điều 2. Thành lập Tổ công tác (Phụ lục II)."),
        ("signature", "GIÁM ĐỐC"),
        ("appendix", "PHỤ LỤC I DANH SÁCH CÁ NHÂN", {"part": 1}),
        ("list_item", "1. Ông Lê Văn Khế, giáo viên.", {"label": "1.", "level": 6, "part": 1}),
        ("appendix", "PHỤ LỤC II DANH SÁCH TỔ CÔNG TÁC", annexed),
        *((kind, words, {**more, **annexed}) for kind, words, more in PEOPLE),
    ], DECISION) == ["Lê Văn Khế"]  # fmt: skip

"""Entries that name their own award below an article that names none, or several."""

from __future__ import annotations

import datetime as dt

import pytest
from laid_out import Line, document, head, labelled

from pipeline.link.awardees.link import link_awardees
from pipeline.model import Head
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()
DAY = dt.date(2025, 1, 12)
BODY = "CÔNG TY GẠCH GÒ MẬN"
DECISION = head("QĐ", "45/QĐ-CTG", BODY, DAY, "Về việc khen thưởng năm 2024")
PROPOSAL = head("TTr", "7/TTr-CTG", BODY, DAY, "Đề nghị khen thưởng năm 2024")


def rows(title: Head, *lines: Line) -> list[tuple[str, str | None, str, int | None]]:
    awardees, _ = link_awardees(document(labelled(lines), title), (), RULES)
    return [(a.name, a.award_name, a.role, a.year) for a in awardees]


def item(words: str) -> Line:
    return ("list_item", words, 6)


def article(words: str) -> Line:
    return ("list_item", words, 5)


@pytest.mark.parametrize(
    "opening",
    [
        "Điều 1. Khen thưởng các tập thể, cá nhân có tên sau đây:",
        "Điều 1. Tặng danh hiệu Lao động tiên tiến, Giấy khen cho các tập thể, cá nhân sau:",
    ],
)
def test_each_entry_is_given_what_it_says(opening: str) -> None:
    assert rows(
        DECISION, article(opening), ("heading", "I. Tập thể", 3),
        item("1. Trường THCS Bến Ổi: Giấy khen (kèm theo 2.000.000 đồng);"),
        ("heading", "II. Cá nhân", 3),
        item("1. Ông Phạm Văn Mít, Tổ trưởng: danh hiệu Lao động tiên tiến, thưởng 1.500.000đ;"),
        item("2. Bà Vũ Thị Bưởi - Kế toán - Lao động tiên tiến và Giấy khen."),
    ) == [
        ("Trường THCS Bến Ổi", "Giấy khen", "awardee", 2024),
        ("Phạm Văn Mít", "Lao động tiên tiến", "awardee", 2024),
        ("Vũ Thị Bưởi", "Lao động tiên tiến", "awardee", 2024),
        ("Vũ Thị Bưởi", "Giấy khen", "awardee", 2024),
    ]  # fmt: skip


def test_a_proposal_names_nominees_so() -> None:
    assert rows(
        PROPOSAL,
        ("paragraph", "Công ty đề nghị khen thưởng các tập thể, cá nhân sau:", 0),
        item("1. Phân xưởng Nung: Cờ thi đua của Ủy ban nhân dân tỉnh;"),
        item("2. Ông Phạm Văn Mít, Quản đốc: Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh."),
    ) == [
        ("Phân xưởng Nung", "Cờ thi đua", "nominee", None),
        ("Phạm Văn Mít", "Bằng khen", "nominee", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("opening", "lines"),
    [
        ("Điều 1. Khen thưởng phong trào năm 2024 với các hình thức sau:",
         ["1. Tập thể: Giấy khen;", "2. Phòng, ban: Cờ thi đua;", "3. Các trường: Giấy khen."]),
        ("Điều 1. Khen thưởng các cá nhân sau:",
         ["1. Ông Phạm Văn Mít: không đạt Lao động tiên tiến;",
          "2. Bà Vũ Thị Bưởi, Kế toán: chưa xét Giấy khen."]),
        ("Điều 2. Giao trách nhiệm trao thưởng:",
         ["1. Ông Phạm Văn Mít, Chánh Văn phòng: trao Giấy khen;",
          "2. Bà Vũ Thị Bưởi: Bằng khen."]),
    ],
)  # fmt: skip
def test_forms_refusals_and_tasks_are_nobodys_award(opening: str, lines: list[str]) -> None:
    assert rows(DECISION, article(opening), *map(item, lines)) == []

"""Columns and rows of tables that name or tell of what nobody was given by this paper."""

from __future__ import annotations

import datetime as dt

import pytest
from laid_out import head, with_table

from pipeline.link.awardees.link import link_awardees
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()
DAY = dt.date(2025, 2, 4)


def given(
    doc_type: str, lead: str, header: str, *rows: str, subject: str = "Về việc khen thưởng"
) -> list[tuple[str, str | None]]:
    paper = head(doc_type, "31/X", "UBND HUYỆN GÒ MẬN", DAY, subject)
    laid = with_table(
        [("list_item", lead, {"label": "1.", "level": 5})], header.split("|"),
        [row.split("|") for row in rows], paper,
    )  # fmt: skip
    return [(a.name, a.award_name) for a in link_awardees(laid, (), RULES)[0]]


def test_heads_of_collectives_are_given_nothing() -> None:
    found = given(
        "QĐ", "Điều 1. Tặng Giấy khen cho các tập thể sau:", "TT|Tên tập thể|Thủ trưởng",
        "1|Phòng Nội vụ|Tạ Văn Nén", "2|Phòng Y tế|Hồ Thị Mây",
    )  # fmt: skip
    assert found == [("Phòng Nội vụ", "Giấy khen"), ("Phòng Y tế", "Giấy khen")]


@pytest.mark.parametrize(
    ("header", "passed", "failed"),
    [
        ("TT|Họ và tên|Số phiếu", "1|Tạ Văn Nén|15/15", "2|Hồ Thị Mây|5/15"),
        ("TT|Họ và tên|Kết quả", "1|Tạ Văn Nén|Đạt", "2|Hồ Thị Mây|Không đạt"),
        ("TT|Họ và tên|Ghi chú", "1|Tạ Văn Nén|", "2|Hồ Thị Mây|Đã rút tên"),
        ("TT|Họ và tên|Đạt|Không đạt", "1|Tạ Văn Nén|x|", "2|Hồ Thị Mây||x"),
    ],
)
def test_rows_that_did_not_pass(header: str, passed: str, failed: str) -> None:
    found = given("BB", "1. Đề nghị tặng Bằng khen cho các cá nhân sau:", header, passed, failed)
    assert found == [("Tạ Văn Nén", "Bằng khen")]


def test_titles_of_years_before_a_proposal() -> None:
    lead, rows = "1. Danh sách đề nghị:", ("1|Tạ Văn Nén|LĐTT|CSTĐCS", "2|Hồ Thị Mây|LĐTT|LĐTT")
    subject = "Đề nghị tặng danh hiệu thi đua năm 2024"
    past = "TT|Họ và tên|Danh hiệu 2023|Danh hiệu đề nghị 2024"
    assert given("TTr", lead, past, *rows, subject=subject) == [
        ("Tạ Văn Nén", "Chiến sĩ thi đua cơ sở"), ("Hồ Thị Mây", "Lao động tiên tiến"),
    ]  # fmt: skip

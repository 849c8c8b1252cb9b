"""Prizes in lines of their own, and those who have won them in the lines below."""

from __future__ import annotations

import pytest
from award_papers import Given, awarded, given_by

NOTICE = ("THÔNG BÁO", "Kết quả Hội thi Tin học trẻ năm 2022")
ARTICLE = "Điều 1. Trao giải Hội thi kể chuyện năm 2022 cho các cá nhân sau:"
FIRST = ("Lê Thị Mận", "Trường Tiểu học Gò Sim", "Giải Nhất")
SECOND = [
    ("Hồ Văn Mít", "Trường Tiểu học Gò Mận", "Giải Nhì"),
    ("Vũ Thị Na", "Trường Tiểu học Gò Đào", "Giải Nhì"),
]


@pytest.mark.parametrize(
    "marks",
    [
        ("Giải Nhất:", "Giải Nhì:", "- "), ("1. Giải Nhất (01 giải)", "2. Giải Nhì (02 giải):", ""),
        ("* Giải Nhất", "* Giải Nhì", "+ "),
        ("Giải Nhất: 01 giải, 500.000 đồng", "Giải Nhì: 02 giải, mỗi giải 300.000 đồng", ""),
    ],
)  # fmt: skip
def test_each_prize_opens_its_own_list(marks: tuple[str, str, str]) -> None:
    first, second, dash = marks
    found: list[Given] = given_by(
        *NOTICE, "Ban Tổ chức thông báo kết quả như sau:", first,
        f"{dash}Lê Thị Mận - Trường Tiểu học Gò Sim", second,
        *(f"{dash}{name} - {unit}" for name, unit, _ in SECOND),
    )  # fmt: skip
    assert found == [FIRST, *SECOND]


def test_a_prize_that_nobody_has_won_keeps_no_list_open() -> None:
    found = given_by(
        *NOTICE, "Giải Ba:", "- Hồ Văn Mít - Trường Tiểu học Gò Mận", "BẢNG B",
        "Giải Nhất: không có", "Giải Nhì: Lê Thị Mận - Trường Tiểu học Gò Sim",
    )  # fmt: skip
    assert [(name, award) for name, _, award in found] == [
        ("Hồ Văn Mít", "Giải Ba"), ("Lê Thị Mận", "Giải Nhì"),
    ]  # fmt: skip


def test_prizes_only_part_the_list_of_one_certificate() -> None:
    found = given_by(
        "QUYẾT ĐỊNH", "Khen thưởng học sinh đạt giải Kỳ thi học sinh giỏi",
        "Điều 1. Tặng Giấy khen cho 02 học sinh đạt giải Kỳ thi học sinh giỏi huyện:",
        "* Giải Nhất", "1. Lê Thị Mận - THCS Gò Sim - môn Ngữ văn",
        "* Giải Nhì", "2. Hồ Văn Mít - THCS Gò Mận - môn Toán",
    )  # fmt: skip
    assert found == [
        ("Lê Thị Mận", "THCS Gò Sim", "Giấy khen"), ("Hồ Văn Mít", "THCS Gò Mận", "Giấy khen"),
    ]  # fmt: skip


def test_the_author_of_a_work_leads_its_line() -> None:
    found = given_by(
        "QUYẾT ĐỊNH", "Về việc trao giải Cuộc thi viết năm 2022", ARTICLE,
        "Giải Nhất: 01 giải", "Tác giả Lê Thị Mận, tác phẩm “Mùa hoa”, Trường THPT Gò Đào",
        "Giải Ba: 01 giải", "Tác giả Hồ Văn Mít, tác phẩm “Bến đò”",
    )  # fmt: skip
    assert found == [
        ("Lê Thị Mận", "Trường THPT Gò Đào", "Giải Nhất"), ("Hồ Văn Mít", None, "Giải Ba"),
    ]  # fmt: skip


def test_the_year_is_that_of_the_contest() -> None:
    rows = awarded("""
        SỞ MẪU GÒ MẬN
        Số: 9/TB-SM
        Gò Mận, ngày 30 tháng 1 năm 2023

        THÔNG BÁO
        Kết quả Hội thi Tin học trẻ năm 2022

        Giải Nhất: Lê Thị Mận - Trường Tiểu học Gò Sim
    """)
    assert [(row["award_name"], row["year"]) for row in rows] == [("Giải Nhất", 2022)]

"""Who signs a list stands below it and is none of its names."""

from __future__ import annotations

import pytest
from test_awardees_whole_papers import DECISION, HEAD, SYMBOLS, awarded

LIST = """\
    DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN
    (Kèm theo Quyết định số 31/QĐ-UBND ngày 04/02/2025)

"""
ENTRIES = "    1. Ông Tạ Văn Nén, Phòng Nội vụ;\n    2. Bà Hồ Thị Mây, Trường THCS Gò Sim.\n"
TABLE = """\
    | TT | Họ và tên | Đơn vị |
    |----|-----------|--------|
    | 1 | Tạ Văn Nén | Phòng Nội vụ |
    | 2 | Hồ Thị Mây | Trường THCS Gò Sim |
"""


def names(entries: str, below: str) -> list[object]:
    top = HEAD.format(symbol=SYMBOLS[DECISION], kind=DECISION, subject="Về việc khen thưởng")
    body = (
        "    QUYẾT ĐỊNH:\n    Điều 1. Tặng Giấy khen cho các cá nhân theo danh sách kèm theo.\n"
        "    Nơi nhận:                          TM. ỦY BAN NHÂN DÂN\n"
        "    - Lưu: VT.                                CHỦ TỊCH\n\n"
        "                                           Đỗ Văn Bể\n\n"
    )
    foot = "".join(f"    {line}\n" for line in below.split("\n"))
    return [row["name"] for row in awarded(top + body + LIST + entries + "\n" + foot)]


@pytest.mark.parametrize("entries", [ENTRIES, TABLE])
@pytest.mark.parametrize(
    "below",
    [
        "HIỆU TRƯỞNG\n\nVũ Đình Khoát",
        "Gò Sim, ngày 05 tháng 2 năm 2025\nHIỆU TRƯỞNG\n(Đã ký)\nVũ Đình Khoát",
        "                   TM. ỦY BAN NHÂN DÂN\n                       CHỦ TỊCH\n\n"
        "                     Vũ Đình Khoát",
        "THỦ TRƯỞNG ĐƠN VỊ\n(Ký tên, đóng dấu)\n\nVũ Đình Khoát",
        "Người lập biểu\nLê Văn Cót\nTrưởng phòng\nVũ Đình Khoát",
        "KẾ TOÁN            THỦ QUỸ            HIỆU TRƯỞNG\n\n"
        "Lê Văn Cót         Đỗ Thị Na          Vũ Đình Khoát",
    ],
)
def test_who_signs_a_list_is_not_in_it(entries: str, below: str) -> None:
    assert names(entries, below) == ["Tạ Văn Nén", "Hồ Thị Mây"]


def test_a_name_without_a_post_above_it_goes_on_with_the_list() -> None:
    plain = "    Tạ Văn Nén\n    Hồ Thị Mây\n"
    assert names(plain, "Vũ Đình Khoát") == ["Tạ Văn Nén", "Hồ Thị Mây", "Vũ Đình Khoát"]

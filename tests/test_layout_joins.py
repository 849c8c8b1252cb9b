"""Which line goes on with the paragraph above it: document numbers that the line's end cuts."""

from __future__ import annotations

import pytest

from tests.layout_pages import plain

HEAD = """
Số: 12/BC-LĐLĐ
Đông Khê, ngày 07 tháng 8 năm 2019

BÁO CÁO
Kết quả phong trào thi đua

"""


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("1043/KH-", "UBND ngày 16/6/2018 của UBND tỉnh"),
        ("428/TTLT-", "BNV ngày 09/9/2018 của Bộ Nội vụ"),
        ("15/2018/", "NĐ-CP ngày 01/02/2018 của Chính phủ"),
        ("667/QĐ-TCCB-", "HĐQT, các cấp đã triển khai"),
    ],
)
def test_a_number_cut_by_the_end_of_a_line_is_one(first: str, second: str) -> None:
    dispatch = plain(HEAD + f"Thực hiện văn bản số\n{first}\n{second}\nvà các văn bản khác.")
    assert any(f"{first} {second}" in view for view in (b.view for b in dispatch.blocks))


def test_a_blank_number_does_not_take_the_capitals_below_it() -> None:
    dispatch = plain(
        HEAD + "Dự thảo Quyết định số 15/\nBAN CHẤP HÀNH LIÊN ĐOÀN LAO ĐỘNG\nThông qua."
    )
    assert any(view.endswith("15/") for view in (b.view for b in dispatch.blocks))

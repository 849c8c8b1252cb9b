"""Which line goes on with the paragraph above it: document numbers that the line's end cuts."""

from __future__ import annotations

import pytest

from tests.layout_pages import block_with, line, paragraph, plain, set_pages, table_lines

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


def test_a_page_of_short_lines_has_the_margin_of_the_other_pages() -> None:
    said = "Căn cứ kết quả bình xét thi đua của các đơn vị trong năm học và đề nghị của Hội đồng. "
    full = paragraph(said * 14, 100)
    units = ("Trường THPT Gò Sim", "Trường THPT Gò Mai")
    names = [
        line(f"{n}. Ông Lê Văn Khế, sinh năm 1960, Tổ trưởng Tổ Ngữ văn", 100 + n * 20, 113.0)
        for n in range(1, 10)
    ]
    below = line(units[1], 300, 113.0)
    dispatch = set_pages(full, [line(units[0], 100, 113.0), *names, below])
    assert units[1] in [b.view for b in dispatch.blocks]


def test_a_heading_at_the_foot_of_a_page_heads_the_table_of_the_next() -> None:
    said = "Căn cứ kết quả bình xét thi đua, Ủy ban nhân dân xã đề nghị tặng thưởng như sau:"
    dispatch = set_pages(
        [*paragraph(said, 100), line("4. Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", 700)],
        [line("2", 40, 300), *table_lines([["TT", "Họ và tên"], ["1", "Lê Văn Khế"]], 0, 100)],
        [line("3", 40, 300), *paragraph(said, 100)],
    )
    assert block_with(dispatch, "4. Bằng khen").kind == "heading"


def test_a_wrapped_list_below_lines_that_nothing_wraps() -> None:
    said = (
        "Ban Thường vụ đề nghị các công đoàn cơ sở thực hiện tốt các nội dung của đợt thi đua này. "
    )
    dispatch = plain(
        HEAD
        + "".join(f"{number}. {said * 2}\n" for number in range(1, 7))
        + "\nDANH SÁCH\n"
        + "1. Đoàn viên: Vũ Văn Khoát - Quản đốc Phân xưởng Nhuộm, Công ty Cổ\n"
        + "phần Dệt Mẫu. (Giải pháp: Cải tiến hệ thống thu hồi nhiệt nước\nthải).\n\n"
        + "2. Đoàn viên: Trần Thị Thử - Tổ trưởng Tổ may 7, Công ty TNHH\n"
        + "May Xuân Mẫu. (Giải pháp: Chế tạo gá lắp định vị túi cho máy\nmay).\n"
    )
    assert "Công ty TNHH May Xuân Mẫu." in block_with(dispatch, "2. Đoàn viên").view

"""Rows and headings of a table that a page break cuts or parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.model import Cell, Table
from tests.layout_pages import centred, line, paragraph, set_pages, table_lines, views

Rows = Sequence[Sequence[str]]
HEAD = ("TT", "Họ và tên", "Chức vụ", "Tên sáng kiến")
NEXT = ("3", "Ông Vũ Mẫu", "Thợ", "Đồ gá hàn")


def over_a_page(top: Rows, below: Rows) -> Table:
    """The one table whose rows stand at the foot of one page and at the head of the next."""
    dispatch = set_pages(
        [
            line("Số: 12/QĐ-ABC", 60, 110, column="left"),
            line("Đông Khê, ngày 07 tháng 8 năm 2019", 60, 320, column="right"),
            centred("QUYẾT ĐỊNH", 90),
            *paragraph("Tặng Giấy khen cho các cá nhân sau đây có thành tích xuất sắc.", 130),
            *table_lines(top, 0, 600),
        ],
        [line("2", 30, 300), *table_lines(below, 1, 60)],
    )
    (table,) = dispatch.tables
    return table


def words(table: Table) -> list[list[str]]:
    return [[" ".join(cell.text.split()) for cell in row] for row in table.rows]


def test_a_cut_row_is_one_row() -> None:
    top = [
        HEAD,
        ("1", "Bà Lê Mẫu", "Kỹ sư", "Cân tự động"),
        ("2", "Ông Trần Văn", "Tổ", "Khay sấy"),
    ]
    rest = ("", "Mẫu", "trưởng", "lật giúp khô đều")
    expected = [
        ["1", "Bà Lê Mẫu", "Kỹ sư", "Cân tự động"],
        ["2", "Ông Trần Văn Mẫu", "Tổ trưởng", "Khay sấy lật giúp khô đều"],
        list(NEXT),
    ]
    for below in ([HEAD, rest, NEXT], [rest, NEXT]):
        table = over_a_page(top, below)
        assert words(table) == expected
        assert [row[0].row for row in table.rows] == sorted({row[0].row for row in table.rows})


def test_a_name_alone_can_be_the_rest() -> None:
    top = [HEAD, ("1", "Bà Lê Mẫu", "Kỹ sư", "Cân tự động"), ("2", "Ông Trần Văn", "Thợ", "Khay")]
    assert words(over_a_page(top, [HEAD, ("", "Mẫu", "", ""), NEXT]))[1][1] == "Ông Trần Văn Mẫu"


def test_rows_without_a_number_stay_rows() -> None:
    """Several works of one person, and a total."""
    top = [HEAD, ("1", "Bà Lê Mẫu", "Kỹ sư", "Cân tự động"), ("", "", "Kỹ sư", "Khay sấy lật"),
           ("2", "Ông Trần Mẫu", "Thợ", "Đồ gá")]  # fmt: skip
    assert len(words(over_a_page(top, [HEAD, ("", "", "Thợ", "Dầm nâng"), NEXT]))) == 5
    assert len(words(over_a_page(top, [HEAD, ("", "Tổng cộng", "", "3"), NEXT]))) == 5


def test_headings_at_the_foot_of_a_page_head_the_rows_of_the_next() -> None:
    rows = [("1", "Bà Lê Mẫu", "Kỹ sư", "Cân tự động"), ("2", "Ông Trần Mẫu", "Thợ", "Khay sấy")]
    whole = over_a_page([HEAD], rows)
    again = over_a_page([HEAD], [HEAD, *rows])
    cut = over_a_page([("TT", "Họ và", "Chức vụ", "Tên sáng")], [("", "tên", "", "kiến"), *rows])
    for table in (whole, again, cut):
        assert tuple(" ".join(name.split()) for name in table.header) == HEAD
        assert words(table) == [list(row) for row in rows]


def test_notes_at_the_foot_of_a_page_part_no_table() -> None:
    rows = [("1", "Bà Lê Mẫu", "Kỹ sư", "Cân tự động"), ("2", "Ông Trần Mẫu", "Thợ", "Khay sấy")]
    note = replace(line("1 Số liệu của Văn phòng.", 780), role="footnote")
    (table,) = set_pages(
        [*table_lines([HEAD, rows[0]], 0, 600), note], table_lines([rows[1], NEXT], 1, 60)
    ).tables
    assert words(table) == [*map(list, rows), list(NEXT)]


def test_two_rows_of_headings_alone_head_the_rows_of_the_next_page() -> None:
    names = ("TT", "Đơn vị", "Sáng kiến", "")
    top = table_lines([names, ("", "", "Cấp tỉnh", "Cấp cơ sở")], 0, 600)
    spans = {0: (2, 1), 1: (2, 1), 2: (1, 2)}
    merged = [
        replace(found, cell=Cell(0, 0, column, *spans[column]))
        for column, found in enumerate(top[:3])
    ]
    rows = [("1", "Phòng A", "3", "15"), ("2", "Phòng B", "4", "20")]
    for below in (rows, [("TT", "Đơn vị", "Sáng kiến Cấp tỉnh", "Sáng kiến Cấp cơ sở"), *rows]):
        (table,) = set_pages([*merged, *top[6:]], table_lines(below, 1, 60)).tables
        assert table.header == ("TT", "Đơn vị", "Sáng kiến Cấp tỉnh", "Sáng kiến Cấp cơ sở")
        assert words(table) == [list(row) for row in rows]


def test_what_a_browser_prints_at_the_edge_sets_no_margin() -> None:
    sentence = (
        "Hôm nay tại phòng họp lớn của Trường Trung học phổ thông mang tên Lý Nam Đế và Lê Mẫu"
    )
    edge = replace(line("https://mau.gov.vn/van-ban/chi-tiet", 800, 20), role="footer")
    first, second = sentence[:73].rstrip(), sentence[73:].strip()
    dispatch = set_pages([line(first, 100), line(second, 115), edge])
    assert views(dispatch, "paragraph") == [sentence]

"""Tables in plain text: cells parted by tabs, by pipes, or a line each, and what is no table."""

from __future__ import annotations

import pytest

from pipeline.model import RawLine, Source
from pipeline.read import read

WORDS = [["TT", "Họ và tên", "Chức vụ"], ["1", "Trần Đăng Khoát", "Kỹ sư"], ["2", "Lê Mẫu", ""]]


def lines(text: str) -> list[RawLine]:
    data = text.encode()
    reading = read(data, Source("mem/a.txt", "0" * 64, len(data), "text/plain"))
    found = [line for page in reading.pages for line in page.lines]
    for line in found:
        assert line.source_start is not None
        assert text[line.source_start : line.source_start + len(line.text)] == line.text
    return found


def grid(text: str) -> list[list[str]]:
    """The cells of the only table, row by row, a heading over all columns alone in its row."""
    rows: dict[int, list[str]] = {}
    for line in lines(text):
        if line.cell is not None:
            assert line.cell.table == 0
            assert line.cell.column == len(rows.setdefault(line.cell.row, []))
            rows[line.cell.row].append(line.text)
            whole = line.cell.column_span > 1
            assert not whole or line.cell.column_span == 3
    return [rows[number] for number in sorted(rows)]


def test_tabs() -> None:
    assert (
        grid("Danh sách\nTT\tHọ và tên\tChức vụ\n1\tTrần Đăng Khoát\tKỹ sư\n2\tLê Mẫu\n\nHết")
        == WORDS
    )


def test_pipes() -> None:
    text = (
        "|TT | Họ và tên | Chức vụ|\n|---|:--|---:|\n| 1 | Trần Đăng Khoát | Kỹ sư |\n|2|Lê Mẫu|\n"
    )
    assert grid(text) == WORDS


def test_a_line_each() -> None:
    assert (
        grid("TT\nHọ và tên\nChức vụ\n1\nTrần Đăng Khoát\nKỹ sư\n2\nLê Mẫu\n\nHết bảng.") == WORDS
    )


def test_headings_over_all_columns_and_a_total() -> None:
    tabbed = "TT\tTên\tSố\nA. TẬP THỂ\n1\tTổ một\t4\n2\tTổ hai\t5\n\tTổng cộng\t9\nII. KHÁC"
    stacked = "TT\nTên\nSố\nA. TẬP THỂ\n1\nTổ một\n4\n2\nTổ hai\n5\n\nTổng cộng\n9\nII. KHÁC"
    expected = [["TT", "Tên", "Số"], ["A. TẬP THỂ"], ["1", "Tổ một", "4"], ["2", "Tổ hai", "5"],
                ["", "Tổng cộng", "9"]]  # fmt: skip
    assert grid(tabbed) == grid(stacked) == expected


def test_two_tables_are_two() -> None:
    found = lines("TT\tTên\tSố\n1\ta\t2\n\nTT\tTên\tSố\n1\tb\t3\n")
    assert [line.cell.table for line in found if line.cell] == [0] * 6 + [1] * 6


@pytest.mark.parametrize(
    "text",
    [
        "1.\tĐẩy mạnh thi đua\n2.\tPhát huy sáng kiến\n3.\tTổng kết\n",
        "UBND XÃ MẪU\t\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 1/BC\t\tMẫu, ngày 1 tháng 2\n",
        "NGƯỜI LẬP\tKẾ TOÁN\tGIÁM ĐỐC\nTrần A\tLê B\tVũ C\n",
        "a\tb\tc\n\nd\te\tf\n",
        "TT\nHọ và tên\nChức vụ\n1\nTrần Đăng Khoát\nKỹ sư\nLê Mẫu\n",
        "TT\nTổng cộng có ba mục như sau\n1\n",
        "| ghi chú |\n|---|\n| một |\n",
        "a | b | c\n1 | 2 | 3\n",
    ],
)
def test_what_is_no_table(text: str) -> None:
    assert all(line.cell is None for line in lines(text))

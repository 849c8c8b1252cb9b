"""Numbers of pages in a text without form feeds part its pages; other lone numbers do not."""

from __future__ import annotations

import pytest

from pipeline.model import Source
from pipeline.read import read
from pipeline.read.text.page_numbers import page_starts
from tests.layout_pages import REPORT, laid_out, plain
from tests.test_layout_joins import HEAD

LINES = [f"Dòng thứ {at} của trang." for at in range(14)]


def page(*numbers: str) -> list[str]:
    """Pages of fourteen lines with these numbers between them."""
    lines = list(LINES)
    for number in numbers:
        lines += ["", number, "", *LINES]
    return lines


@pytest.mark.parametrize(
    ("numbers", "starts"),
    [
        (("2", "3"), [15, 32]),
        (("2",), [15]),
        (("- 2 -", "- 3 -"), [15, 32]),
        (("Trang 2", "Trang 3"), [15, 32]),
        (("1", "2"), [16, 33]),
        (("5", "6"), []),
        (("2", "4"), [15]),
        (("12",), []),
        (("1",), []),
    ],
)
def test_page_starts(numbers: tuple[str, ...], starts: list[int]) -> None:
    assert page_starts(page(*numbers)) == starts


def test_a_number_with_nothing_below_it_numbers_no_page() -> None:
    assert page_starts([*LINES, "", "2"]) == []
    assert page_starts([*page("2"), "", "3", ""]) == [15]


def test_close_numbers_are_an_enumeration() -> None:
    assert page_starts([*LINES, "", "2", "", "Lê Văn Mít", "", "3", "", "Trần Ổi"]) == []
    assert page_starts([line for n in range(2, 9) for line in (*LINES[:3], "", str(n), "")]) == []


def test_pages_are_numbered_and_a_sentence_goes_on_over_them() -> None:
    words = HEAD + "\n".join(
        f"Nội dung {at} đã triển khai thực hiện ở các đơn vị." for at in range(14)
    )
    cut = "Ban Thường vụ Liên đoàn Lao động huyện đã tặng Giấy khen cho các"
    rest = "tập thể có thành tích xuất sắc trong phong trào năm qua."
    text = f"{words}\n{cut}\n\n2\n\n{rest}\n{words}"
    data = text.encode()
    reading = read(data, Source("mem/a.txt", "0" * 64, len(data), "text/plain"))
    assert [p.number for p in reading.pages] == [1, 2]
    assert reading.page_count == 2
    views = [
        " ".join(block.view.split())
        for block in laid_out(reading).blocks
        if block.kind != "furniture"
    ]
    assert any("cho các tập thể có thành tích" in view for view in views)
    assert "2" not in views


@pytest.mark.parametrize(
    "mark",
    [
        "LIÊN ĐOÀN LAO ĐỘNG HUYỆN ĐÔNG KHÊ\n2", "3\nLIÊN ĐOÀN LAO ĐỘNG HUYỆN ĐÔNG KHÊ", "BẢN SAO",
        "https://hoso.example.vn/vb/12.html   12/3/2024 10:15   1/4",
    ],
)  # fmt: skip
def test_what_runs_over_pages_stands_between_no_sentence(mark: str) -> None:
    body = "LIÊN ĐOÀN LAO ĐỘNG\nHUYỆN ĐÔNG KHÊ\n" + REPORT
    names = ["1. Ông Lê Văn Mận, Trưởng phòng;", "2. Bà Lò Thị Mơ, Kế toán;"]
    dispatch = plain(body + f"Tặng Giấy khen cho:\n{names[0]}\n{mark}\n{names[1]}\n")
    shown = [block.view.strip() for block in dispatch.blocks if block.kind != "furniture"]
    assert shown[-2:] == names


def test_a_sentence_that_ends_with_the_body_above_a_page_number_goes_on() -> None:
    body = "LIÊN ĐOÀN LAO ĐỘNG\nHUYỆN ĐÔNG KHÊ\n" + REPORT
    last = "Liên đoàn Lao động huyện Đông Khê"
    dispatch = plain(f"{body}Các đơn vị gửi báo cáo về\n{last}\n2\n")
    shown = [block.view for block in dispatch.blocks if block.kind != "furniture"]
    assert any(last in view for view in shown)

"""Numbers of groups in a scanned table: misread ones are told by the numbers of the rows."""

import pytest

from pipeline.read.ocr.hocr import OcrWord
from pipeline.read.ocr.row_numbers import (
    NumberedRow,
    group_numbers,
    running_numbers,
    with_placed_numbers,
    with_row_numbers,
)
from pipeline.read.page.word import PlacedWord
from pipeline.read.scan.tables import ScanCell


def put_right(*rows: str) -> list[str]:
    """Numbers of rows; one with a star heads a group."""
    read = [NumberedRow(row.rstrip("*"), row.endswith("*")) for row in rows]
    found = dict(group_numbers(read))
    return [found.get(at, row.text) for at, row in enumerate(read)]


@pytest.mark.parametrize(
    "read",
    [
        ("1*", "1", "2", "H*", "3", "4", "IH*", "5"),
        ("lÍ*", "1", "2", "11*", "3", "4", 'M"*', "5"),
        ("I*", "1", "2", "Hị*", "1", "2", "HI*", "1"),
    ],
)
def test_roman_numbers_are_told_by_the_rows_below(read: tuple[str, ...]) -> None:
    found = put_right(*read)
    assert [found[at] for at, row in enumerate(read) if row.endswith("*")] == ["I", "II", "III"]
    assert [found[at] for at, row in enumerate(read) if not row.endswith("*")] == [
        row for row in read if not row.endswith("*")
    ]


@pytest.mark.parametrize(
    "read",
    [
        ("1*", "2*", "3*"),  # a list of bodies
        ("1", "2", "3*", "4"),  # one body among people
        ("1*", "2", "3"),
        ("A*", "1", "2", "B*", "3"),
        ("I*", "1", "2", "II*", "3"),
    ],
)
def test_other_numbers_stay(read: tuple[str, ...]) -> None:
    assert put_right(*read) == [row.rstrip("*") for row in read]


def test_a_number_that_was_left_out_counts() -> None:
    assert put_right("I*", "1", "III*", "2", "W*", "3", "M*", "4")[4:7:2] == ["W", "IV"]


@pytest.mark.parametrize(
    ("read", "right"),
    [
        (("VH*", "22", "VIII*", "23"), ("VII", "VIII")),  # the page goes on with a list
        (("VIII*", "23", "Ib$*", "24", "X*", "25"), ("VIII", "IX", "X")),
        (("X*", "7", "xI*", "8", "9", "xH*"), ("X", "XI", "XII")),  # rows on the next page
    ],
)
def test_groups_are_told_over_the_page(read: tuple[str, ...], right: tuple[str, ...]) -> None:
    found = put_right(*read)
    assert tuple(found[at] for at, row in enumerate(read) if row.endswith("*")) == right


@pytest.mark.parametrize("read", [("H*", "9", "10"), ("1*", "9"), ("I*", "1", "2", "IH*")])
def test_what_tells_no_group_over_the_page_stays(read: tuple[str, ...]) -> None:
    assert put_right(*read) == [row.rstrip("*") for row in read]


def test_the_words_of_a_table_keep_their_places() -> None:
    def word(text: str, x0: float) -> tuple[OcrWord, ...]:
        return (OcrWord(text, x0, 10, x0 + 20, 30, 0.9, 28, 24, 0),)

    places = [(0, 0), (0, 1), (1, 0), (1, 1), (1, 2), (2, 0), (2, 1), (2, 2)]
    cells = [ScanCell((0, 0, 9, 9), row, column, 1, 1) for row, column in places]
    words = [word("l", 0), word("Phòng", 50)]
    for number in "12":
        words += [word(number, 0), word("Mẫu", 50), word("Kế", 90)]

    found = with_row_numbers(cells, words)

    assert [own[0].text for own in found] == ["I", *(own[0].text for own in words[1:])]
    assert found[0][0].x1 == 20


def row(height: float, *cells: tuple[float, str]) -> list[PlacedWord]:
    """Words of a line, each cell from its place on."""
    words = []
    for left, text in cells:
        for at, each in enumerate(text.split()):
            x = left + 20 * at
            words.append(PlacedWord(each, x, height, x + 15, height + 12, height + 10, 12.0, 0, 0))
    return words


def test_numbers_below_their_heading_are_put_right_by_their_places() -> None:
    read = [
        *row(10, (0, "TT"), (60, "Họ tên"), (200, "Chức vụ")),
        *row(30, (0, "1"), (60, "Phòng Mẫu")),
        *row(50, (0, "01"), (60, "Lê Mẫu"), (200, "Thủ quỹ")),
        *row(70, (0, "9"), (60, "Vũ Kế"), (200, "Kế toán")),
        *row(90, (0, "03"), (60, "Hồ Tạm"), (200, "Văn thư")),
        *row(110, (0, "H"), (60, "Xưởng Thử")),
        *row(130, (0, "04"), (60, "Đỗ Thử"), (200, "Tổ trưởng")),
        *row(150, (60, "9"), (200, "người")),  # not below the heading
    ]

    found = [word.text for word in with_placed_numbers(read) if word.x0 == 0]

    assert found == ["TT", "I", "01", "02", "03", "II", "04"]
    assert with_placed_numbers(read[3:]) == read[3:]


@pytest.mark.parametrize(
    "read", [("1", "2", "3"), ("1", "x", "4"), ("1", "2*", "3"), ("a", "x", "b"), ("2", "3", "4")]
)
def test_numbers_stay_where_those_beside_them_leave_no_gap(read: tuple[str, ...]) -> None:
    rows = [NumberedRow(each.rstrip("*"), each.endswith("*")) for each in read]
    assert not list(running_numbers(rows))

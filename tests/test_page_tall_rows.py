"""Rows that no rulings part are told by the numbers that stand below each other in one cell."""

import pytest

from pipeline.model import Cell
from pipeline.read.page.tall_rows import with_rows_parted
from pipeline.read.page.word import PlacedWord

Filled = tuple[list[PlacedWord], Cell]


def cell(row: int, column: int, *lines: tuple[float, str], span: int = 1) -> Filled:
    """A cell with words at heights, 10 points a letter."""
    words = []
    for height, text in lines:
        x = 100.0 * column
        for each in text.split():
            words.append(PlacedWord(each, x, height - 10, x + 5, height + 2, height, 12.0, 0, 0))
            x += 8
    return words, Cell(0, row, column, 1, span)


def texts(cells: list[Filled]) -> list[list[str]]:
    rows: dict[int, list[str]] = {}
    for words, at in cells:
        rows.setdefault(at.row, []).append(" ".join(word.text for word in words))
    return [rows[row] for row in sorted(rows)]


HEADING = [cell(0, 0, (20, "TT")), cell(0, 1, (20, "Họ tên")), cell(0, 2, (20, "Đơn vị"))]
NAMES = cell(1, 1, (40, "Lê Mẫu"), (70, "Trần Thử"), (85, "Nghiệm"), (100, "Vũ Kế"))
UNITS = cell(1, 2, (40, "Phòng Kế"), (55, "toán"), (70, "Phòng Vật tư"), (101, "Xưởng 1"))


def test_rows_begin_where_their_numbers_stand() -> None:
    numbers = cell(1, 0, (40, "1"), (70, "2"), (100, "3."))
    below = [cell(2, 0, (130, "4")), cell(2, 1, (130, "Hồ Tạm")), cell(2, 2, (130, "Xưởng 2"))]

    found = texts(with_rows_parted([*HEADING, numbers, NAMES, UNITS, *below]))

    assert found == [
        ["TT", "Họ tên", "Đơn vị"],
        ["1", "Lê Mẫu", "Phòng Kế toán"],
        ["2", "Trần Thử Nghiệm", "Phòng Vật tư"],
        ["3.", "Vũ Kế", "Xưởng 1"],
        ["4", "Hồ Tạm", "Xưởng 2"],
    ]


def test_the_headings_may_stand_in_the_same_cells() -> None:
    numbers = cell(0, 0, (20, "TT"), (40, "1"), (70, "2"), (100, "3"))
    names = cell(0, 1, (12, "Họ và"), (28, "tên"), (40, "Lê Mẫu"), (70, "Vũ Kế"), (100, "Hồ Tạm"))

    assert texts(with_rows_parted([numbers, names]))[:2] == [["TT", "Họ và tên"], ["1", "Lê Mẫu"]]


def test_a_misread_number_between_others_begins_a_row() -> None:
    heights = [40 + 20 * at for at in range(6)]
    numbers = cell(1, 0, *zip(heights, ("7", "8", "g", "10", "11", "12"), strict=True))
    names = cell(1, 1, *((height, f"Lê {height}") for height in heights))

    found = texts(with_rows_parted([numbers, names]))

    assert [row[0] for row in found] == ["7", "8", "g", "10", "11", "12"]
    assert found[2][1] == "Lê 80"


@pytest.mark.parametrize(
    "row",
    [
        [cell(1, 0, (40, "1"), (70, "2"), (100, "3")), cell(1, 1, (33, "Lê"), (47, "Mẫu"))],
        [cell(1, 0, (40, "1"), (70, "3"), (100, "7")), NAMES],  # amounts
        [cell(1, 0, (40, "1"), (70, "2")), NAMES],
        [cell(1, 0, (40, "1"), (70, "2"), (100, "3")), NAMES, cell(1, 2, (55, "Tổ"), span=2)],
        [cell(1, 1, (40, "1"), (70, "2"), (100, "3")), UNITS],
    ],
)
def test_what_does_not_count_or_begin_alike_stays_one_row(row: list[Filled]) -> None:
    assert with_rows_parted(row) == row


def test_centred_cells_are_read_as_those_of_a_table_without_rulings() -> None:
    numbers = cell(1, 0, (47, "1"), (85, "2"), (115, "3"))
    names = cell(1, 1, (40, "Lê Mẫu"), (54, "Nghiệm"), (85, "Trần Thử"), (115, "Vũ Kế"))
    units = cell(1, 2, (47, "Phòng 1"), (78, "Phòng Vật"), (92, "tư"), (115, "Xưởng"))

    found = texts(with_rows_parted([*HEADING, numbers, names, units]))

    assert found[1:3] == [["1", "Lê Mẫu Nghiệm", "Phòng 1"], ["2", "Trần Thử", "Phòng Vật tư"]]


def test_people_below_units_are_read_as_those_of_a_table_without_rulings() -> None:
    numbers = cell(1, 0, (40, "I"), (60, "1"), (80, "2"), (100, "II"), (120, "3"))
    names = cell(
        1, 1, (40, "Xưởng 1"), (60, "Lê Mẫu"), (80, "Vũ Kế"), (100, "Xưởng 2"), (120, "Hồ Tạm")
    )
    posts = cell(1, 2, (60, "Thủ quỹ"), (80, "Văn thư"), (120, "Kế toán"))

    found = texts(with_rows_parted([*HEADING, numbers, names, posts]))

    assert [line[:2] for line in found[1:]] == [
        ["I", "Xưởng 1"], ["1", "Lê Mẫu"], ["2", "Vũ Kế"], ["II", "Xưởng 2"], ["3", "Hồ Tạm"],
    ]  # fmt: skip

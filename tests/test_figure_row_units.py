"""Tables of plan and result: the unit stands in a cell of the row or in the heading."""

from __future__ import annotations

import pytest

from pipeline.extract.figures.row_units import read_unit
from pipeline.extract.figures.tables import column_role, read_column
from tests.figure_papers import figures, rules, table_paper

HEADER = ("Chỉ tiêu", "Đơn vị tính", "Kế hoạch năm 2018", "Thực hiện năm 2018", "Tỷ lệ (%)")


def test_each_row_has_its_own_unit() -> None:
    rows = (
        ("Sản lượng lương thực", "Nghìn tấn", "12,5", "13", "104"),
        ("Thu ngân sách", "Tỷ đồng", "100", "95,5", "95,5"),
        ("Lao động có việc làm", "Người", "1.200", "1.350", "112,5"),
        ("Tỷ lệ hộ nghèo", "%", "5", "4,5", "90"),
    )
    read = figures(table_paper("Kết quả thực hiện như sau:", HEADER, rows))
    assert [(f.value, f.unit, f.counted, f.role) for f in read] == [
        (12_500, "count", "tấn", "target"),
        (13_000, "count", "tấn", "result"),
        (104, "percent", None, "result"),
        (100e9, "vnd", None, "target"),
        (95.5e9, "vnd", None, "result"),
        (95.5, "percent", None, "result"),
        (1_200, "count", "Người", "target"),
        (1_350, "count", "Người", "result"),
        (112.5, "percent", None, "result"),
        (5, "percent", None, "target"),
        (4.5, "percent", None, "result"),
        (90, "percent", None, "result"),
    ]


@pytest.mark.parametrize("unit", ["Hạng", "Điểm", ""])
def test_ranks_and_points_are_no_figures(unit: str) -> None:
    rows = (("Chỉ số cải cách", unit, "20", "18", ""), ("Số hộ nghèo", "Hộ", "7", "6", ""))
    read = figures(table_paper("Kết quả:", HEADER, rows))
    assert [(f.value, f.counted) for f in read] == [(7, "Hộ"), (6, "Hộ")]


def test_a_column_of_the_plan_counts_no_plans() -> None:
    assert read_column("Kế hoạch năm 2018", rules()).unit is None
    assert read_column("Số kế hoạch", rules()).unit == "count"


@pytest.mark.parametrize(
    ("heading", "unit", "counted"),
    [
        ("Năm 2017 (Người)", "count", "Người"),
        ("Diện tích (ha)", "count", "ha"),
        ("Ghi chú (nếu có)", None, None),
        ("Thời gian (tháng)", None, None),
    ],
)
def test_the_unit_in_a_bracket(heading: str, unit: str | None, counted: str | None) -> None:
    column = read_column(heading, rules())
    assert (column.unit, column.counted) == (unit, counted)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Triệu đồng", ("vnd", None, 10**6)),
        ("đồng", ("vnd", None, 1)),
        ("Tr.đ", ("vnd", None, 10**6)),
        ("1.000 đồng", ("vnd", None, 1000)),
        ("Triệu đồng/ha", ("vnd", None, 10**6)),
        ("%", ("percent", None, 1)),
        ("Tấn", ("count", "Tấn", 1)),
        ("Tạ/ha", ("count", "Tạ/ha", 1)),
        ("1000 tấn", None),
        ("Lê Văn An", None),
    ],
)
def test_units(words: str, expected: tuple[str, str | None, int] | None) -> None:
    assert read_unit(words, rules()) == expected


def test_the_heading_says_the_role_before_the_title() -> None:
    title = "Kết quả thực hiện các chỉ tiêu"
    assert column_role(title, "Kế hoạch năm", "report", rules()) == "target"
    assert column_role(title, "Số hộ", "report", rules()) == "result"
    assert column_role("Một số chỉ tiêu dân số", "Năm 2017", "report", rules()) == "result"

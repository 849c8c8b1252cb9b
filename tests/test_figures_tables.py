"""Figures in table cells: the heading decides what a bare number is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.model import Head
from tests.figure_papers import figures, table_paper


def test_counts_shares_and_ordinals() -> None:
    paper = table_paper(
        "Đã hỗ trợ 300 hồ sơ, cụ thể:",
        ("TT", "Tên thủ tục", "Số lượng hồ sơ/Tổng số hồ sơ"),
        (("1", "Cấp đổi giấy phép", "100/150 (66,7%)"), ("2", "Cấp mới", "200/250 (80%)")),
    )
    assert [(f.value, f.of_value, f.unit, f.role) for f in figures(paper)] == [
        (300, None, "count", "total"),
        (100, 150, "count", "part"),
        (66.7, None, "percent", "part"),
        (200, 250, "count", "part"),
        (80, None, "percent", "part"),
    ]


def test_amounts_take_the_unit_of_the_heading_or_of_the_title() -> None:
    rows = (("1", "Đội A", "1,5"), ("2", "Đội B", "2"))
    by_heading = table_paper("Danh sách", ("STT", "Tên đội", "Kinh phí (triệu đồng)"), rows)
    by_title = table_paper("x", ("STT", "Đội", "Kinh phí"), rows, "Đơn vị tính: triệu đồng")
    for paper in (by_heading, by_title):
        values = [(f.value, f.unit) for f in figures(paper)]
        assert values == [(1_500_000, "vnd"), (2_000_000, "vnd")]


def test_columns_without_figures() -> None:
    paper = table_paper(
        "Danh sách",
        ("STT", "Năm sinh", "Số điện thoại", "Điểm số", "Thứ hạng", "Mã số"),
        (("1", "1985", "0912345678", "6,74", "12", "45"),),
    )
    assert figures(paper) == ()


def test_three_counts_in_a_cell_give_the_first() -> None:
    paper = table_paper("x", ("TT", "Tên", "Số lượng hồ sơ"), (("1", "Cấp mới", "31/64/97"),))
    assert [(f.value, f.of_value) for f in figures(paper)] == [(31, None)]


def test_sum_row_is_the_total_of_its_column() -> None:
    paper = table_paper(
        "x",
        ("TT", "Đơn vị", "Số đoàn viên"),
        (("1", "Đơn vị A", "120"), ("2", "Đơn vị B", "80"), ("", "Tổng cộng", "200")),
    )
    values = figures(paper)
    assert [(f.value, f.role, f.parent_key) for f in values] == [
        (120, "part", 2),
        (80, "part", 2),
        (200, "total", None),
    ]


def test_words_in_cells_are_read_as_text() -> None:
    paper = table_paper(
        "x", ("TT", "Thành tích"), (("1", "Đã vận động trao 20 suất quà cho 15 hộ nghèo"),)
    )
    assert [f.value for f in figures(paper)] == [20, 15]


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Đơn giá (đồng)", None),
        ("Kế hoạch (triệu đồng), số tiền", "target"),
        ("Số tiền thực hiện (đồng)", "result"),
        ("Số tiền (đồng)", "result"),
    ],
)
def test_the_column_says_whether_it_was_planned(heading: str, expected: str | None) -> None:
    found = figures(table_paper("Bảng", ("Tên", heading), (("Đội A", "250"), ("Đội B", "300"))))
    assert [f.role for f in found] == [expected, expected]


def test_the_row_that_numbers_the_columns_holds_no_figures() -> None:
    for numbering in (("A", "1", "2"), ("(1)", "(2)", "(3)=(1)+(2)")):
        rows = (numbering, ("Đội A", "250", "300"))
        found = figures(table_paper("Bảng", ("Tên", "Số tiền (đồng)", "Mức chi (đồng)"), rows))
        assert [f.value for f in found] == [250, 300]


def test_columns_of_states_count_what_the_column_before_them_counts() -> None:
    paper = table_paper(
        "x",
        ("Mức độ", "Tổng số hồ sơ", "Đã xử lý", "Trễ hạn", "Lý do trễ hạn"),
        (("Mức 3", "70", "60", "2", "1"), ("Mức 4", "30", "20", "1", "3")),
    )
    values = [(f.value, f.counted, f.confidence) for f in figures(paper)]
    assert values[:3] == [(70, "hồ sơ", 0.95), (60, "hồ sơ", 0.85), (2, "hồ sơ", 0.85)]
    assert len(values) == 6


def test_years_of_birth_of_men_and_women_count_nobody() -> None:
    heads = ("TT", "Họ và tên", "Nam", "Nữ")
    born = (("1", "Lê Văn Sim", "1970", ""), ("2", "Vũ Thị Ổi", "", "1972"))
    assert figures(table_paper("Danh sách", heads, born)) == ()
    counted = (("1", "Đội A", "1970", "2"), ("2", "Đội B", "30", "1972"))
    paper = table_paper("Số người", ("TT", "Đơn vị", "Nam", "Nữ"), counted)
    assert [f.value for f in figures(paper)] == [1970, 2, 30, 1972]


def test_a_numbered_name_counts_nothing() -> None:
    paper = table_paper("2 Viên Thị Mận 11/9/1984; 4 Đoàn Văn Sim; 3 Đoàn cơ sở", (), ())
    assert [(f.value, f.counted) for f in figures(paper)] == [(3, "Đoàn cơ sở")]


def test_the_unit_of_an_amount_stands_in_the_next_cell() -> None:
    rows = (("1", "Tổng thu", "26.536", "triệu đồng"), ("2", "Lệ phí", "1.250.000", "đồng"))
    paper = table_paper("Ngân sách", ("TT", "Nội dung", "Số tiền", "Đơn vị"), rows)
    assert [(f.value, f.unit) for f in figures(paper)] == [
        (26_536_000_000, "vnd"), (1_250_000, "vnd"),
    ]  # fmt: skip


def test_the_day_of_an_event_counts_nothing() -> None:
    paper = table_paper("Vào ngày 12 kết luận được công bố; ban hành 3 kết luận.", (), ())
    assert [f.value for f in figures(paper)] == [3]


def test_a_column_says_its_year_and_a_share_of_the_plan_is_a_result() -> None:
    header = (
        "Chỉ tiêu", "Đơn vị tính", "Kế hoạch năm 2022", "Thực hiện năm 2022", "So với KH (%)",
        "So với năm 2021 (%)",
    )  # fmt: skip
    rows = (("Diện tích", "ha", "12.500", "12.640", "101,1", "102,4"),)
    found = figures(table_paper("Bảng.", header, rows))
    assert [(f.role, f.period_start and f.period_start.year) for f in found] == [
        ("target", 2022), ("result", 2022), ("result", None), ("result", None)
    ]  # fmt: skip


def test_rows_say_what_they_count_where_no_column_does() -> None:
    header = ("Nội dung", "6 tháng 2022", "Năm 2023", "Tăng/giảm")
    rows = (("Số người chết", "5", "3", "-2"), ("Diện tích (ha)", "12", "9", "-3"))
    found = figures(table_paper("Bảng.", header, (*rows, ("Xã Mẫu", "7", "8", "1"))))
    assert [(f.value, f.counted) for f in found] == [
        (5, "người chết"), (3, "người chết"), (12, "ha"), (9, "ha"),
    ]  # fmt: skip


def test_columns_of_plan_and_result_are_money_where_the_table_is() -> None:
    header = ("Nội dung", "Dự toán năm", "Thực hiện 6 tháng", "So sánh (%)")
    rows = (("Tổng thu", "5.200", "3.120", "60"), ("Số hộ", "12", "9", "75"))
    found = figures(table_paper("x", header, rows, title="Đơn vị tính: 1.000 đồng"))
    amounts = [(f.value, f.role) for f in found if f.unit == "vnd"]
    assert amounts == [(5_200_000, "target"), (3_120_000, "result")]
    assert [(f.value, f.counted) for f in found if f.unit == "count"] == [(12, "hộ"), (9, "hộ")]
    plain = figures(table_paper("x", header, rows[:1]))
    assert [(f.unit, f.confidence) for f in plain] == [("vnd", 0.7), ("percent", 0.9)]


def test_classes_are_of_the_total_before_them() -> None:
    header = ("Đơn vị", "Tổng số đơn", "Trong đó Khiếu nại", "Trong đó Năm sinh", "TB")
    found = figures(table_paper("x", header, (("Xã A", "12", "3", "7", "4"),)))
    assert [(f.value, f.counted) for f in found] == [(12, "đơn"), (3, "đơn"), (4, "đơn")]


def test_a_plan_tells_beside_its_targets_how_things_stand() -> None:
    header = ("Cụm", "Số đoàn viên hiện có", "Số lao động", "Chỉ tiêu kết nạp đoàn viên")
    plain = table_paper("x", header, (("Cụm A", "90", "95", "12"),))
    found = figures(replace(plain, head=Head(doc_type="KH")))
    assert [(f.counted, f.role) for f in found] == [
        ("đoàn viên", "result"), ("lao động", None), ("đoàn viên", "target"),
    ]  # fmt: skip


def test_a_column_of_units_may_be_headed_like_one_of_bodies() -> None:
    header = ("Chỉ tiêu", "Đơn vị", "Năm 2021", "Năm 2022")
    rows = (("Tiền phạt", "triệu đồng", "312,5", "298"), ("Xe giữ", "chiếc", "21", "25"))
    found = figures(table_paper("x", header, rows))
    assert [f.value for f in found] == [312_500_000, 298_000_000, 21, 25]
    bodies = (("Phạt", "Đội A", "312", "298"), ("Giữ", "chiếc", "21", "25"))
    assert figures(table_paper("x", header, bodies)) == ()


def test_the_unit_stands_in_the_middle_of_joined_headings() -> None:
    header = ("Xã", "Kế hoạch (liều) LMLM", "Kết quả thực hiện (liều) LMLM", "Kế hoạch (x) THT")
    found = figures(table_paper("x", header, (("Mẫu A", "1.200", "1.150", "12"),)))
    assert [(f.value, f.counted, f.role) for f in found] == [
        (1200, "liều", "target"), (1150, "liều", "result"),
    ]  # fmt: skip


def test_what_is_less_than_nothing_keeps_its_sign() -> None:
    header = ("Ngành", "Tăng, giảm so cùng kỳ (%)", "Chênh lệch (triệu đồng)")
    rows = (("Trồng trọt", "-2,5", "(3.200)"), ("Chăn nuôi", "(1,2)", "-500"), ("Khác", "8,4", "1"))
    read = figures(table_paper("Kết quả:", header, rows))
    assert [f.value for f in read] == [-2.5, -3_200_000_000, -1.2, -500_000_000, 8.4, 1_000_000]
    assert {f.role for f in read} == {"result"}


def test_a_bracket_in_a_column_of_counts_is_no_sign() -> None:
    read = figures(table_paper("Kết quả:", ("Xã", "Số hộ"), (("Gò Mận", "(12)"),)))
    assert [f.value for f in read] == [12]


def test_years_in_the_second_row_of_a_heading_are_no_counts() -> None:
    rows = (("", "2020", "2021"), ("Gò Mận", "12", "15"))
    read = figures(table_paper("Số liệu:", ("Xã", "Số hộ", "Số người"), rows))
    assert [f.value for f in read] == [12, 15]


def test_the_column_of_units_holds_no_figures() -> None:
    rows = (("Than", "1.000 tấn", "1.250"), ("Thu nhập", "1.000 đ/người", "9.850"))
    read = figures(table_paper("Kết quả:", ("Chỉ tiêu", "ĐVT", "Năm 2015"), rows))
    assert [(f.value, f.unit) for f in read] == [(1_250_000, "count"), (9_850_000, "vnd")]


def test_so_many_for_each_is_no_share() -> None:
    read = figures(table_paper("Số liệu:", ("Cấp", "Tỷ lệ GV/lớp"), (("Tiểu học", "1,41"),)))
    assert read == ()
    share = table_paper("Số liệu:", ("Cấp", "Tỷ lệ đạt"), (("Tiểu học", "98,5"),))
    assert [(f.value, f.unit) for f in figures(share)] == [(98.5, "percent")]


def test_stocks_at_both_ends_of_a_year_have_the_unit_above() -> None:
    header = ("Chỉ tiêu", "Số đầu năm", "Phát sinh tăng", "Số cuối năm")
    rows = (("Nợ thuế", "1.250,5", "340", "1.590,5"),)
    read = figures(table_paper("x", header, rows, "Đơn vị tính: triệu đồng"))
    assert [(f.value, f.unit) for f in read] == [
        (1_250_500_000, "vnd"), (340_000_000, "vnd"), (1_590_500_000, "vnd"),
    ]  # fmt: skip


def test_words_in_a_column_of_aims_are_aims() -> None:
    rows = (("Y tế", "≥ 85%", "91,3%"), ("Hộ nghèo", "dưới 5%", "trên 4%"))
    read = figures(table_paper("Kết quả:", ("Tiêu chí", "Chỉ tiêu", "Kết quả"), rows))
    assert [(f.value, f.qualifier, f.role) for f in read] == [
        (85, "at_least", "target"), (91.3, "exact", "result"),
        (5, "under", "target"), (4, "over", "result"),
    ]  # fmt: skip


def test_a_heading_in_two_rows_opens_with_its_time() -> None:
    header = ("Loại", "Năm 2020 Số vụ", "Năm 2021 Số vụ", "Cùng kỳ Số người", "Tăng/giảm")
    rows = (("Trộm cắp", "45", "40", "7", "-5 vụ"), ("Ma túy", "30", "42", "9", "+12 vụ"))
    read = figures(table_paper("Số liệu:", header, rows))
    assert [(f.value, f.counted, f.period_start and f.period_start.year) for f in read] == [
        (45, "vụ", 2020), (40, "vụ", 2021), (7, "người", None), (-5, "vụ", None),
        (30, "vụ", 2020), (42, "vụ", 2021), (9, "người", None), (12, "vụ", None),
    ]  # fmt: skip


def test_numbers_below_sl_have_the_unit_of_their_row() -> None:
    rows = (("1", "Nước uống", "thùng", "05"), ("2", "Giải Nhất", "giải", "01"))
    read = figures(table_paper("Dự trù:", ("TT", "Nội dung", "ĐVT", "SL"), rows))
    assert [(f.value, f.counted) for f in read] == [(5, "thùng"), (1, "giải")]


def test_votes_below_a_share_are_no_percents() -> None:
    rows = (("1", "Trần Thị Khoát", "11/11"), ("2", "Lê Mẫu", "95%"))
    found = figures(table_paper("Danh sách", ("STT", "Họ và tên", "Tỷ lệ phiếu"), rows))
    assert [figure.value for figure in found] == [95]


def test_turns_of_people_are_no_people() -> None:
    read = figures(table_paper("Số liệu:", ("Lớp", "Số lượt người"), (("1", "120"),)))
    assert [(f.value, f.counted) for f in read] == [(120, "lượt người")]


def test_comparisons_are_reached_and_bounds_of_labels_are_names() -> None:
    header = ("Nội dung", "ĐVT", "Năm 2021 KH", "Năm 2021 TH", "So sánh (%) Kế hoạch")
    rows = (("Khám thai ≥ 3 lần", "Người", "90", "92", "102,2"),)
    read = figures(table_paper("Kết quả", header, rows))
    assert [(f.value, f.role) for f in read] == [(90, "target"), (92, "result"), (102.2, "result")]


def test_a_column_of_awards() -> None:
    header = ("Đơn vị", "Bằng khen Tập thể", "Giấy khen Cá nhân", "Số hội viên")
    rows = (("Xã Gò Mận", "3", "12", "45"),)
    read = figures(table_paper("Kết quả khen thưởng", header, rows))
    assert [(f.value, f.award_name) for f in read] == [
        (3, "Bằng khen"), (12, "Giấy khen"), (45, None),
    ]  # fmt: skip

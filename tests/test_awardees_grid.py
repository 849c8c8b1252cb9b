"""Awardees in tables whose cells are merged over rows, or whose names are parted in two columns."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from laid_out import head, with_table

from pipeline.link.awardees.link import link_awardees
from pipeline.link.awardees.tables.grid import spread
from pipeline.model import AwardeeMention, Dispatch, Table, TableCell
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()
DECISION = head("QĐ", "9/QĐ-SNN", "SỞ NÔNG NGHIỆP", dt.date(2022, 3, 12))
ARTICLE = "Điều 1. Tặng Giấy khen năm 2021 cho các cá nhân (có danh sách kèm theo)."


def laid_out(
    header: Sequence[str], body: Sequence[Sequence[str]], spans: Mapping[tuple[int, int], int]
) -> Dispatch:
    """A decision with a list; ``spans`` are rows that a cell covers, by row and column."""
    laid = with_table(
        [("list_item", ARTICLE, {"label": "Điều 1."}), ("appendix", "DANH SÁCH", {"part": 1})],
        header, body, DECISION, part=1,
    )  # fmt: skip
    table = laid.tables[0]
    rows = tuple(
        tuple(replace(c, row_span=spans.get((c.row, c.column), 1)) for c in row)
        for row in table.rows
    )
    return replace(laid, tables=(replace(table, rows=rows),))


def found(
    header: Sequence[str],
    body: Sequence[Sequence[str]],
    spans: Mapping[tuple[int, int], int] | None = None,
) -> list[AwardeeMention]:
    laid = laid_out(header, body, spans or {})
    awardees, _ = link_awardees(laid, (), RULES)
    for a in awardees:
        assert " ".join(laid.text.text[a.start : a.end].split()).endswith(a.name)
    return list(awardees)


def test_unit_over_several_rows_is_that_of_each() -> None:
    rows = found(
        ["TT", "Đơn vị", "Họ và tên", "Chức vụ"],
        [
            ["1", "Phòng Trồng trọt", "Bà Vi Thị Lan", "Trưởng phòng"],
            ["2", "", "Ông Hà Văn Thoại", "Chuyên viên"],
            ["3", "Văn phòng Sở", "Bà Cù Thị Hương", "Kế toán"],
        ],
        {(0, 1): 2},
    )
    assert [(r.name, r.workplace) for r in rows] == [
        ("Vi Thị Lan", "Phòng Trồng trọt"), ("Hà Văn Thoại", "Phòng Trồng trọt"),
        ("Cù Thị Hương", "Văn phòng Sở"),
    ]  # fmt: skip


def test_prize_over_several_rows_is_that_of_each() -> None:
    rows = found(
        ["Giải", "Họ và tên", "Đơn vị"],
        [
            ["Nhất", "Chu Thị Khánh", "Trạm A"],
            ["Nhì", "Đoàn Mạnh Tiến", "Trạm B"],
            ["", "Kiều Thị Mai", "Trạm C"],
        ],
        {(1, 0): 2},
    )
    assert [(r.name, r.award_name) for r in rows] == [
        ("Chu Thị Khánh", "Giải Nhất"), ("Đoàn Mạnh Tiến", "Giải Nhì"),
        ("Kiều Thị Mai", "Giải Nhì"),
    ]  # fmt: skip


def test_empty_cell_that_nothing_reaches_over_stays_empty() -> None:
    rows = found(
        ["TT", "Đơn vị", "Họ và tên"],
        [["1", "Phòng Trồng trọt", "Bà Vi Thị Lan"], ["2", "", "Ông Hà Văn Thoại"]],
    )
    assert [r.workplace for r in rows] == ["Phòng Trồng trọt", None]


def test_names_numbers_and_sums_are_not_spread() -> None:
    cells = [TableCell(0, c, c, c + 1, "x", row_span=2) for c in range(3)]
    rows = [tuple(cells), (TableCell(1, 3, 9, 10, "y"),)]
    roles = {0: "ordinal", 1: "person", 2: "money", 3: "position"}
    assert spread(rows, roles) == rows


def test_family_and_given_name_in_two_columns_are_one_name() -> None:
    for heads in (
        ("Họ", "Tên"), ("Họ và tên", ""), ("HỌ VÀ TÊN", "HỌ VÀ TÊN"), ("Họ đệm", "Tên"),
        ("Họ và tên Họ", "Họ và tên Tên"), ("Họ tên: Họ đệm", "Họ tên: Tên"),
    ):  # fmt: skip
        rows = found(
            ["TT", *heads, "Bộ phận"],
            [
                ["1", "Nguyễn Thị Thanh", "Tâm", "Phòng Kinh doanh"],
                ["2", "Phan", "Định", "Đội Thi công"],
            ],
        )
        assert [(r.name, r.workplace) for r in rows] == [
            ("Nguyễn Thị Thanh Tâm", "Phòng Kinh doanh"), ("Phan Định", "Đội Thi công"),
        ]  # fmt: skip


def test_column_of_longer_words_behind_names_is_no_given_name() -> None:
    (one, _) = found(
        ["TT", "Họ và tên", ""],
        [["1", "Nguyễn Thị Thanh", "Trưởng phòng"], ["2", "Phan Văn Định", "Lái xe"]],
    )
    assert one.name == "Nguyễn Thị Thanh"


def test_groups_behind_a_mark_name_the_award_of_the_rows_below() -> None:
    rows = found(
        ["TT", "Họ và tên", "Năm sinh", "Chi bộ, đảng bộ"],
        [
            ["*", "HUY HIỆU 50 NĂM TUỔI ĐẢNG", "", ""],
            ["1", "Nông Thị Páo", "1945", "Đảng bộ xã Tân Khê"],
            ["*", "HUY HIỆU 40 NĂM TUỔI ĐẢNG", "", ""],
            ["1", "Vũ Công Chất", "1955", "Chi bộ Tòa án"],
        ],
    )
    assert [(r.name, r.award_name, r.grade, r.workplace) for r in rows] == [
        ("Nông Thị Páo", "Huy hiệu Đảng", "50 năm tuổi Đảng", "Đảng bộ xã Tân Khê"),
        ("Vũ Công Chất", "Huy hiệu Đảng", "40 năm tuổi Đảng", "Chi bộ Tòa án"),
    ]


def test_authors_with_shares_in_one_cell_are_several() -> None:
    laid = with_table(
        [("paragraph", "Sáng kiến được công nhận năm 2024")],
        ["STT", "Tên sáng kiến", "Tác giả (tỷ lệ đóng góp)"],
        [["1", "Xây dựng kho tư liệu dùng chung", "Vương Thị Nhài (60%) Hứa Văn Cảnh (40%)"]],
        DECISION,
    )
    awardees, initiatives = link_awardees(laid, (), RULES)
    assert [(a.name, a.role) for a in awardees] == [
        ("Vương Thị Nhài", "author"), ("Hứa Văn Cảnh", "author"),
    ]  # fmt: skip
    assert initiatives[0].authors == ("Vương Thị Nhài", "Hứa Văn Cảnh")


def test_rows_without_spans_are_given_back_as_they_are() -> None:
    table: Table = laid_out(["TT", "Họ và tên"], [["1", "Vi Thị Lan"]], {}).tables[0]
    assert spread(table.rows, {1: "person"}) is table.rows


def test_such_as_above_is_what_the_cell_above_says() -> None:
    rows = found(
        ["TT", "Họ và tên", "Chức vụ", "Đơn vị"],
        [
            ["1", "Hà Minh Tuyển", "Tiểu đoàn phó", "Tiểu đoàn 1"],
            ["2", "Sùng A Páo", "Cán bộ", "-nt-"],
            ["3", "Lừu Thị Dợ", '"', "Như trên"],
        ],
    )
    assert [(r.position, r.workplace) for r in rows] == [
        ("Tiểu đoàn phó", "Tiểu đoàn 1"), ("Cán bộ", "Tiểu đoàn 1"), ("Cán bộ", "Tiểu đoàn 1"),
    ]  # fmt: skip


def test_two_columns_of_awards_give_both() -> None:
    rows = found(
        ["TT", "Họ và tên", "Danh hiệu đạt được", "Hình thức khen"],
        [
            ["1", "Trương Khắc Tuệ", "CSTĐ cơ sở", "Bằng khen"],
            ["2", "Hồ Sĩ Bá", "LĐTT", ""],
        ],
    )
    assert [(r.name, r.award_name) for r in rows] == [
        ("Trương Khắc Tuệ", "Chiến sĩ thi đua cơ sở"), ("Trương Khắc Tuệ", "Bằng khen"),
        ("Hồ Sĩ Bá", "Lao động tiên tiến"),
    ]  # fmt: skip


def test_list_of_departments_without_people_names_the_departments() -> None:
    rows = found(
        ["STT", "Tên khoa, phòng", "Ghi chú"],
        [["1", "Khoa Phục hồi chức năng", ""], ["2", "Khu Điều trị A", ""]],
    )
    assert [(r.name, r.kind) for r in rows] == [
        ("Khoa Phục hồi chức năng", "collective"), ("Khu Điều trị A", "collective"),
    ]  # fmt: skip


def test_columns_of_collectives_and_of_people_name_both() -> None:
    rows = found(
        ["Xã, thị trấn", "Tập thể", "Cá nhân"],
        [
            ["Xã Mỹ Hòa", "Chi hội Nông dân xóm Chu", "Bùi Văn Nhin, Bùi Thị Dung"],
            ["Thị trấn Mãn Đức", "", "Quách Tất Ứng"],
        ],
    )
    assert sorted((r.name, r.kind, r.workplace) for r in rows) == sorted([
        ("Bùi Văn Nhin", "person", "Xã Mỹ Hòa"), ("Bùi Thị Dung", "person", "Xã Mỹ Hòa"),
        ("Chi hội Nông dân xóm Chu", "collective", "Xã Mỹ Hòa"),
        ("Quách Tất Ứng", "person", "Thị trấn Mãn Đức"),
    ])  # fmt: skip


def test_collective_that_people_belong_to_is_their_workplace() -> None:
    (row,) = found(["TT", "Họ và tên", "Tập thể"], [["1", "Bùi Văn Nhin", "Phòng Kế toán"]])
    assert (row.name, row.workplace) == ("Bùi Văn Nhin", "Phòng Kế toán")


def test_cell_of_several_bodies_names_each() -> None:
    rows = found(
        ["TT", "Danh hiệu, hình thức khen thưởng", "Số lượng", "Họ và tên/Tên tập thể"],
        [["1", "Tập thể Lao động xuất sắc", "02", "Phân xưởng Đúc; Phòng Kỹ thuật - Công nghệ"]],
    )
    assert [r.name for r in rows] == ["Phân xưởng Đúc", "Phòng Kỹ thuật - Công nghệ"]


def test_youth_and_team_of_a_body_are_collectives() -> None:
    rows = found(
        ["Giải thưởng", "Tập thể, cá nhân đạt giải"],
        [
            ["Giải Nhất", "Đoàn Công ty Điện lực Lâm Hải"], ["Giải Nhì", "Đoàn xã Tân Hưng"],
            ["Giải Ba", "Đoàn Văn Hưng"],
        ],
    )  # fmt: skip
    assert [(r.name, r.kind) for r in rows] == [
        ("Đoàn Công ty Điện lực Lâm Hải", "collective"), ("Đoàn xã Tân Hưng", "collective"),
        ("Đoàn Văn Hưng", "person"),
    ]  # fmt: skip


def test_plain_words_below_danh_hieu_are_titles() -> None:
    rows = found(
        ["STT", "Họ và tên", "Lớp", "Danh hiệu"],
        [
            ["1", "Nguyễn Bảo Châu", "6A1", "Học sinh Xuất sắc"],
            ["2", "Y Niê", "7A", "Học sinh Giỏi"],
        ],
    )
    assert [(r.award_name, r.workplace) for r in rows] == [
        ("Học sinh Xuất sắc", "6A1"), ("Học sinh Giỏi", "7A"),
    ]  # fmt: skip


def test_blanks_without_end_in_a_cell_take_linear_time() -> None:
    begin = time.process_time()
    rows = found(["TT", "Tập thể, cá nhân"], [["1", "Phòng Kế toán" + "\t" * 200_000]])
    assert [r.name for r in rows] == ["Phòng Kế toán"]
    assert time.process_time() - begin < 5.0


def test_a_prize_said_once_is_that_of_the_rows_below_it() -> None:
    heads = ["Giải", "Tên giải pháp", "Tác giả", "Đơn vị"]
    once = [
        ["Giải Nhì", "Thùng rác đổi điểm", "Lê Văn Khế", "Trường Mít"],
        ["", "Bản đồ mùa lũ", "Vũ Thị Na", "Trường Na"],
        ["Giải Ba", "Gạch từ xỉ than", "Đỗ Văn Mít", "Trường Mận"],
    ]
    assert won(heads, once) == [
        ("Lê Văn Khế", "Giải Nhì"), ("Vũ Thị Na", "Giải Nhì"), ("Đỗ Văn Mít", "Giải Ba"),
    ]  # fmt: skip
    last = ["Họ và tên", "Trường", "Giải"]
    blank = [
        ["Lê Văn Khế", "Trường Mít", "Nhì"], ["Vũ Thị Na", "Trường Na", ""],
        ["Đỗ Văn Mít", "Trường Mận", "Ba"],
    ]  # fmt: skip
    assert [name for name, _ in won(last, blank)] == ["Lê Văn Khế", "Đỗ Văn Mít"]


def won(heads: list[str], body: list[list[str]]) -> list[tuple[str, str | None]]:
    line = "Ban Tổ chức công bố kết quả Cuộc thi sáng tạo và trao giải thưởng như sau:"
    laid = with_table([("paragraph", line)], heads, body, head("TB"))
    found = link_awardees(laid, (), RULES)[0]
    return [(a.name, a.award_name) for a in found if a.role == "awardee"]


@pytest.mark.parametrize(
    ("cell", "titles"),
    [
        ("Chủ trì sáng kiến “Dò rò rỉ bằng âm thanh”, làm lợi 1,1 tỷ đồng", [1_100_000_000]),
        ("05 năm liền hoàn thành tốt; có sáng kiến “Dò rò rỉ bằng âm thanh”", [None]),
        ("Áp dụng sáng kiến “Dò rò rỉ bằng âm thanh” của ông Đỗ Văn Mít", []),
        ("Hướng dẫn đồng nghiệp viết sáng kiến “Dò rò rỉ bằng âm thanh”", []),
    ],
)
def test_the_work_that_a_cell_of_achievements_names(cell: str, titles: list[int | None]) -> None:
    laid = with_table(
        [("paragraph", "Đề nghị tặng Giấy khen cho các cá nhân sau:")],
        ["TT", "Họ và tên", "Tóm tắt thành tích"], [["1", "Lê Văn Khế", cell]], head("TTr"),
    )  # fmt: skip
    found = link_awardees(laid, (), RULES)[1]
    assert [t.benefit_vnd for t in found] == titles
    assert all(t.authors == ("Lê Văn Khế",) for t in found)

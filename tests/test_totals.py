"""Totals and parts: trong đó, còn lại, n of m, sums over tables."""

from __future__ import annotations

import pytest

from tests.figure_papers import figures, listed, paper, table_paper

Expected = list[tuple[float, str, int | None]]


def linked(words: str) -> Expected:
    return [(f.value, f.role, f.parent_key) for f in figures(paper(words))]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "có 845 cá nhân được khen, trong đó có 61 cá nhân cấp tỉnh, 04 cá nhân toàn quốc; "
            "tặng 27 tập thể",
            [(845, "total", None), (61, "part", 0), (4, "part", 0), (27, "result", None)],
        ),
        (
            "có 65/65 CĐCS ký thỏa ước trong đó ký mới 05 thỏa ước",
            [(65, "total", None), (5, "part", 0)],
        ),
        (
            "có 50 đơn vị; đã có 21 đơn vị lắp máy lọc, còn lại 29 đơn vị chờ",
            [(50, "total", None), (21, "part", 0), (29, "part", 0)],
        ),
        (
            "ký với 15 doanh nghiệp, nay đã có 06/15 doanh nghiệp nộp hồ sơ, chiếm 40%",
            [(15, "total", None), (6, "part", 0), (40, "part", None)],
        ),
        (
            "có 11 sở, ban, ngành và 30 xã, phường góp ý (trong đó có 38 cơ quan, đơn vị thống "
            "nhất; có 03 xã, phường có ý kiến)",
            [(11, "total", None), (30, "total", None), (38, "part", 0), (3, "part", 1)],
        ),
        (
            "có 250 dự án (trong đó có 35 dự án FDI, tổng vốn đầu tư 310 tỷ đồng)",
            [(250, "total", None), (35, "part", 0), (310_000_000_000, "total", None)],
        ),
        (
            "Hiện có 112 CBCS, trong đó: nữ 09 đ/c, đảng viên 98 đ/c",
            [(112, "total", None), (9, "part", 0), (98, "part", 0)],
        ),
        (
            "Trường có 32 GV, trong đó 05 GVG cấp tỉnh; 512 HS, trong đó HSG 112 em",
            [(32, "total", None), (5, "part", 0), (512, "total", None), (112, "part", 2)],
        ),
        (
            "Ban hành 25 văn bản, trong đó: 05 kế hoạch, 12 công văn, 08 thông báo",
            [(25, "total", None), (5, "part", 0), (12, "part", 0), (8, "part", 0)],
        ),
        (
            "đã trả lời, chiếm 90%; trong đó 55% kiến nghị đã xong; còn 35% kiến nghị đang xử lý",
            [(90, "total", None), (55, "part", 0), (35, "part", 0)],
        ),
        (
            "đối với 88 dự án, trong đó lập 05 Tổ thẩm tra",
            [(88, "result", None), (5, "result", None)],
        ),
        (
            "Tổng số có 763 sáng kiến, gồm 170 giải pháp kỹ thuật và 593 giải pháp quản lý.",
            [(763, "total", None), (170, "part", 0), (593, "part", 0)],
        ),
        (
            "xét 12 hồ sơ, bao gồm: 05 hồ sơ cá nhân; 07 hồ sơ tập thể. Thưởng 02 hồ sơ",
            [(12, "total", None), (5, "part", 0), (7, "part", 0), (2, "result", None)],
        ),
        (
            "thành lập 03 tổ, gồm 15 cán bộ và 04 cộng tác viên",
            [(3, "result", None), (15, "result", None), (4, "result", None)],
        ),
        (
            "Có 1.250 sáng kiến (cấp tỉnh 50, cấp huyện 200, cấp cơ sở 1.000).",
            [(1250, "total", None), (50, "part", 0), (200, "part", 0), (1000, "part", 0)],
        ),
        ("có 15/15 đơn vị tham gia", [(15, "result", None)]),
        (
            "Tổng số 90 người (nam: 40 người; nữ: 50 người). Trong đó: thạc sĩ 12 người",
            [(90, "total", None), (40, "part", 0), (50, "part", 0), (12, "part", 0)],
        ),
        (
            "có 860 đoàn viên (nữ 480 đoàn viên); trong đó khu vực nhà nước 312 đoàn viên",
            [(860, "total", None), (480, "part", 0), (312, "part", 0)],
        ),
        (
            "có 340 sáng kiến, tăng 20 sáng kiến so với năm trước, trong đó 15 sáng kiến cấp tỉnh",
            [(340, "total", None), (20, "result", None), (15, "part", 0)],
        ),
        (
            "tăng 20 đoàn viên, trong đó có 15 đoàn viên nữ",
            [(20, "total", None), (15, "part", 0)],
        ),
    ],
)
def test_parts(words: str, expected: Expected) -> None:
    assert linked(words) == expected


def test_targets_stay_targets() -> None:
    assert [role for _, role, _ in linked("Phấn đấu có 60 đơn vị, trong đó 20 đơn vị mới")] == [
        "target",
        "target",
    ]


def test_tables_that_add_up_to_an_amount_of_the_text() -> None:
    dispatch = table_paper(
        "Tổng số tiền thưởng 5.500.000 đồng.",
        ("TT", "Tên đội", "Tiền thưởng"),
        (("1", "Đội A", "3.000.000 đ"), ("2", "Đội B", "2.500.000 đ")),
    )
    values = [(f.value, f.role, f.parent_key) for f in figures(dispatch)]
    assert values == [
        (5_500_000, "total", None),
        (3_000_000, "part", 0),
        (2_500_000, "part", 0),
    ]


def test_sums_that_do_not_hold_tie_nothing() -> None:
    dispatch = table_paper(
        "Đã hỗ trợ 300 hồ sơ:",
        ("TT", "Tên", "Số lượng hồ sơ"),
        (("1", "Cấp đổi", "100"), ("2", "Cấp mới", "150")),
    )
    assert [f.role for f in figures(dispatch)] == ["result", "result", "result"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Có 120 hộ (70 hộ nghèo, 50 hộ cận nghèo) được vay",
            [(120, "total", None), (70, "part", 0), (50, "part", 0)],
        ),
        (
            "Có 04 sáng kiến (y tế 02, nông nghiệp 02) được công nhận",
            [(4, "total", None), (2, "part", 0), (2, "part", 0)],
        ),
        (
            "giải quyết 30 vụ, đạt 95% (cấp tỉnh: 18 vụ, đạt 96%, cấp huyện: 12 vụ)",
            [(30, "total", None), (95, "result", None), (18, "part", 0), (96, "result", None),
             (12, "part", 0)],
        ),
        (
            "đã công bố 90 văn bản trong đó hết hiệu lực 60, còn hiệu lực 30",
            [(90, "total", None), (60, "part", 0), (30, "part", 0)],
        ),
        (
            "Có 20 đơn vị (trao 5 suất quà, 7 phần quà)",
            [(20, "result", None), (5, "result", None), (7, "result", None)],
        ),
        ("Giải ngân 45,2/98,7 tỷ đồng", [(45_200_000_000, "part", None)]),
    ],
)  # fmt: skip
def test_a_bracket_whose_counts_add_up_holds_parts(words: str, expected: Expected) -> None:
    assert linked(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Có 45 sáng kiến được công nhận. Trong đó có 20 sáng kiến cấp tỉnh, 25 sáng kiến cấp "
            "cơ sở.",
            [(45, "total", None), (20, "part", 0), (25, "part", 0)],
        ),
        (
            "Đã trao 120 suất quà. Bao gồm 70 suất cho hộ nghèo và 50 suất cho hộ cận nghèo.",
            [(120, "total", None), (70, "part", 0), (50, "part", 0)],
        ),
        (
            "Đã trao 120 suất quà. Đợt này gồm 70 suất cho hộ nghèo và 50 suất khác.",
            [(120, "result", None), (70, "result", None), (50, "result", None)],
        ),
    ],
)
def test_a_sentence_that_opens_with_its_parts(words: str, expected: Expected) -> None:
    assert linked(words) == expected


@pytest.mark.parametrize(
    ("head", "items", "expected"),
    [
        (
            "Toàn huyện có 45 sáng kiến được công nhận, trong đó:",
            ("- Cấp tỉnh: 12 sáng kiến;", "+ Khối xã: 3 sáng kiến;", "- Cấp huyện: 30 sáng kiến."),
            [(45, "total", None), (12, "part", 0), (3, "result", None), (30, "part", 0)],
        ),
        (
            "1. Tổng số lao động: 1.250 người, trong đó:",
            ("- Lao động nữ: 450 người;", "- Có 12 tổ công đoàn;", "2. Đã tổ chức 5 lớp."),
            [(1250, "total", None), (450, "part", 0), (12, "result", None), (5, "result", None)],
        ),
        (
            "Kinh phí thực hiện là 250 triệu đồng, gồm:",
            ("+ Ngân sách: 150 triệu đồng;", "+ Xã hội hóa: 100 triệu đồng."),
            [(250_000_000, "total", None), (150_000_000, "part", 0), (100_000_000, "part", 0)],
        ),
        (
            "Kinh phí thực hiện là 250 triệu đồng, gồm:",
            ("+ Ngân sách: 150 triệu đồng;", "+ Xã hội hóa: 90 triệu đồng."),
            [(250_000_000, "result", None), (150_000_000, "result", None),
             (90_000_000, "result", None)],
        ),
        (
            "Đã tổ chức 12 lớp tập huấn:",
            ("- Huyện mở 5 lớp;", "- Xã mở 7 lớp."),
            [(12, "total", None), (5, "part", 0), (7, "part", 0)],
        ),
        (
            "Đã tổ chức 12 lớp tập huấn:",
            ("- Có 5 giảng viên;", "- Có 7 đại biểu."),
            [(12, "result", None), (5, "result", None), (7, "result", None)],
        ),
    ],
)  # fmt: skip
def test_parts_in_the_items_of_a_list(
    head: str, items: tuple[str, ...], expected: Expected
) -> None:
    found = figures(listed(head, *items))
    assert [(f.value, f.role, f.parent_key) for f in found] == expected


@pytest.mark.parametrize(
    ("above", "below", "expected"),
    [
        (
            "Đã cấp 4.208 tấn gạo cho các huyện.",
            "Mức cấp cụ thể như sau: huyện A 1.335 tấn; huyện B 2.308 tấn; huyện C 565 tấn.",
            [(4208, "total", None), (1335, "part", 0), (2308, "part", 0), (565, "part", 0)],
        ),
        (
            "Đã cấp 4.208 tấn gạo cho các huyện.",
            "Mức cấp cụ thể như sau: huyện A 1.335 tấn; huyện B 2.308 tấn; huyện C 500 tấn.",
            [(4208, "result", None), (1335, "result", None), (2308, "result", None),
             (500, "result", None)],
        ),
        (
            "Thu ngân sách đạt 388.900 triệu đồng.",
            "Trong đó: Thu trên địa bàn 125.000 triệu đồng. Chi 90.000 triệu đồng.",
            [(388_900_000_000, "total", None), (125_000_000_000, "part", 0),
             (90_000_000_000, "result", None)],
        ),
        (
            "Có 33 cá nhân được tặng bằng khen.",
            "Trong đó, 14 cá nhân thuộc khối cơ quan; 86 cá nhân thuộc khối xã.",
            [(33, "result", None), (14, "result", None), (86, "result", None)],
        ),
    ],
)  # fmt: skip
def test_a_paragraph_that_opens_with_the_parts_of_the_one_above(
    above: str, below: str, expected: Expected
) -> None:
    found = figures(listed(above, below))
    assert [(f.value, f.role, f.parent_key) for f in found] == expected


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("Có 190 vụ, so với kỳ trước đó giảm 115 vụ (9,7%); trong đó án trộm 55 vụ.", {3: 0}),
        ("Có 190 vụ, so với kỳ trước tăng 15 vụ; trong đó án trộm tăng 5 vụ.", {2: 1}),
        ("Còn 315 hộ nghèo; hộ cận nghèo 210 hộ. Trong đó hộ nghèo là DTTS 112 hộ.", {2: 0}),
        ("Còn 315 hộ nghèo; hộ cận nghèo 210 hộ. Trong đó hộ già yếu 112 hộ.", {2: 1}),
        (
            "Chuyển 615 ha sang ngô (320 ha), rau (210 ha) và cây ăn quả (85 ha).",
            {1: 0, 2: 0, 3: 0},
        ),
        ("Chuyển 615 ha sang ngô (320 ha), rau (210 ha) và cây ăn quả (80 ha).", {1: 0}),
    ],
)
def test_the_whole_is_what_the_label_of_the_part_names(words: str, parts: dict[int, int]) -> None:
    found = figures(paper(words))
    assert {f.key: f.parent_key for f in found if f.parent_key is not None} == parts


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("Khoa có 32 cán bộ, viên chức, trong đó có 08 bác sĩ và 20 điều dưỡng.", [0, 0]),
        ("Trường có 45 cán bộ, giáo viên, trong đó có 12 thạc sĩ và 30 cử nhân.", [0, 0]),
        ("Công ty có 320 lao động, trong đó 120 nữ, 45 đảng viên.", [0, 0]),
        ("Trong 11 nhóm hàng, 9 nhóm tăng giá, 1 nhóm giảm giá, 1 nhóm ổn định.", [0, 0, 0]),
        ("Trong 11 nhóm hàng, 9 nhóm tăng giá, 1 nhóm giảm giá.", [None, None]),
        ("Tháng 9, trong số 11 nhóm hàng thì có 9 nhóm tăng giá; 2 nhóm giảm giá.", [0, 0]),
        ("Đoàn thăm hộ nghèo, trong 11 nhóm có 9 nhóm vay vốn.", [None]),
        ("Trong 22 sáng kiến được trao giải, có 4 sáng kiến của Công ty Mẫu.", [0]),
        ("Khoa có 32 viên chức; khám cho 8 bác sĩ.", [None]),
        ("Viện có 25 bác sĩ, trong đó có 30 viên chức.", [None]),
        ("Lớp có 43 học viên, trong đó có 18 phụ nữ, 20 đoàn viên.", [0, 0]),
        ("Lớp có 43 học viên, trong đó có 58 phụ nữ.", [None]),
    ],
)
def test_staff_and_classes_of_one_word(words: str, parts: list[int | None]) -> None:
    assert [figure.parent_key for figure in figures(paper(words))][1:] == parts


def test_rows_break_down_the_row_above_them() -> None:
    rows = (
        ("I", "Số dư", "12"), ("II", "Tổng thu", "86"), ("1", "Đoàn phí", "36"),
        ("2", "Cấp trên cấp", "50"), ("III", "Tổng chi", "70"), ("1", "Thăm hỏi", "15"),
        ("2", "Tặng quà", "50"),
    )  # fmt: skip
    read = figures(table_paper("Số liệu:", ("TT", "Nội dung", "Số tiền (triệu đồng)"), rows))
    assert [(f.value // 10**6, f.role, f.parent_key) for f in read] == [
        (12, "result", None), (86, "total", None), (36, "part", 1), (50, "part", 1),
        (70, "result", None), (15, "result", None), (50, "result", None),
    ]  # fmt: skip


def test_only_the_outermost_rows_add_up_to_the_last() -> None:
    rows = (
        ("A", "Khối Đảng", "25"), ("1", "Văn phòng", "15"), ("2", "Ban Tổ chức", "10"),
        ("B", "Khối xã", "40"), ("", "Tổng cộng", "65"),
    )  # fmt: skip
    read = figures(table_paper("Số liệu:", ("TT", "Đơn vị", "Số cán bộ"), rows))
    assert [(f.value, f.role, f.parent_key) for f in read] == [
        (25, "total", 4), (15, "part", 0), (10, "part", 0), (40, "part", 4), (65, "total", None),
    ]  # fmt: skip

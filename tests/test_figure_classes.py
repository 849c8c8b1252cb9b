"""Brackets that name classes of a count, counts that a stroke pairs, and their look-alikes."""

from __future__ import annotations

import pytest

from tests.figure_papers import figures, listed, paper

Expected = list[tuple[float, str | None, int | None]]


def linked(words: str) -> Expected:
    return [(f.value, f.role, f.parent_key) for f in figures(paper(words))]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Trường có 572 em (nữ: 281 em; dân tộc: 43 em; khuyết tật: 5 em).",
            [(572, "total", None), (281, "part", 0), (43, "part", 0), (5, "part", 0)],
        ),
        ("Trường có 572 em (nữ 281 em).", [(572, "total", None), (281, "part", 0)]),
        (
            "Trường có 572 em (cùng kỳ: 540 em; kế hoạch: 560 em).",
            [(572, "result", None), (540, "result", None), (560, "target", None)],
        ),
        (
            "Có 42 đại biểu (vắng 3 đại biểu, thiếu 2 đại biểu).",
            [(42, "result", None), (3, "result", None), (2, "result", None)],
        ),
        (
            "Thụ lý 325 vụ/554 bị cáo (thụ lý mới 130 vụ/175 bị cáo, tăng 21 vụ/52 bị cáo).",
            [(325, "total", None), (554, "total", None), (130, "part", 0), (175, "part", 1),
             (21, "result", None), (52, "result", None)],
        ),
        (
            "Đã giải quyết 110 vụ/160 bị cáo; trong đó, xét xử 70 vụ/140 bị cáo; đình chỉ 40 vụ/19 "
            "bị cáo; đang xử 22 vụ/37 bị cáo.",
            [(110, "total", None), (160, "total", None), (70, "part", 0), (140, "part", 1),
             (40, "part", 0), (19, "part", 1), (22, "result", None), (37, "result", None)],
        ),
        (
            "Có 198 người, trong đó: bác sĩ 42 (12 nữ), dược sĩ 16, điều dưỡng 140.",
            [(198, "total", None), (42, "total", 0), (12, "part", 1), (16, "part", 0),
             (140, "part", 0)],
        ),
        (
            "Tổng số thụ lý là 9.177 việc, giảm 2.676 việc (3,27%) so với năm 2018 (trong đó ủy "
            "thác 580 việc).",
            [(9177, "total", None), (2676, "result", None), (3.27, "result", None),
             (580, "part", 0)],
        ),
        (
            "Kiểm tra 560 đảng viên, trong đó có 98 cấp ủy viên.",
            [(560, "total", None), (98, "part", 0)],
        ),
    ],
)  # fmt: skip
def test_brackets_pairs_and_classes(words: str, expected: Expected) -> None:
    assert linked(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("đã xong 26 vụ (48% so với chỉ tiêu được giao, vượt tiến độ 11%)", ["exact"] * 3),
        ("đầu tư nước ngoài 12 đơn vị", ["exact"]),
        ("đã ký thỏa ước 12 đơn vị", ["exact"]),
        ("có độ 12 đơn vị, ước 15 đơn vị", ["about", "about"]),
        ("không thu phí trả nợ trước hạn quá 1% số nợ", ["at_most"]),
        ("không những đạt, mà còn quá 5 đơn vị", ["over"]),
    ],
)
def test_qualifiers_that_are_words_of_their_own(words: str, expected: list[str]) -> None:
    assert [f.qualifier for f in figures(paper(words))] == expected


def test_what_must_not_be_is_a_norm() -> None:
    assert linked("Không thu phí trả nợ trước hạn quá 1% số nợ.") == [(1, None, None)]


def test_a_grade_alone_is_no_noun() -> None:
    found = figures(paper("có 09 đề tài, trong đó 02 đề tài xếp loại xuất sắc, 05 loại khá"))
    assert [f.value for f in found] == [9, 2]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Xảy ra 124 vụ, chết 49 người. So với cùng kỳ năm trước tăng 22 vụ (21,6%), giảm 12 "
            "người chết. Trong đó, đường bộ 123 vụ, chết 48 người.",
            [(124, "total", None), (49, "total", None), (22, "result", None),
             (21.6, "result", None), (12, "result", None), (123, "part", 0), (48, "part", 1)],
        ),
        (
            "Tai nạn tăng 22 vụ so với năm trước. Trong đó tăng 12 vụ đường bộ.",
            [(22, "total", None), (12, "part", 0)],
        ),
        (
            "Trong 112 hộ nghèo có 15 hộ già yếu, 22 hộ neo đơn.",
            [(112, "total", None), (15, "part", 0), (22, "part", 0)],
        ),
        ("Trong 5 xã có 12 hộ.", [(5, "result", None), (12, "result", None)]),
        (
            "Kiến nghị thu hồi 843 triệu đồng (đã thu hồi 256 triệu đồng).",
            [(843e6, "total", None), (256e6, "part", 0)],
        ),
        (
            "Kiến nghị thu hồi 843 triệu đồng (năm trước 256 triệu đồng).",
            [(843e6, "result", None), (256e6, "result", None)],
        ),
        (
            "Giải ngân được 60 tỷ đồng, trong đó: hộ nghèo 49,7 tỷ; học sinh 10,3 tỷ.",
            [(60e9, "total", None), (49.7e9, "part", 0), (10.3e9, "part", 0)],
        ),
        (
            "Thu 60 tỷ đồng; dân số 1,2 triệu người.",
            [(60e9, "result", None), (1.2e6, "result", None)],
        ),
        (
            "Triển khai 18 cuộc kiểm tra; trong đó 12 cuộc theo kế hoạch, 06 cuộc đột xuất.",
            [(18, "total", None), (12, "part", 0), (6, "part", 0)],
        ),
        ("Theo kế hoạch, mở 12 lớp.", [(12, "target", None)]),
        (
            "Nguồn vốn đạt 315 tỷ đồng, tăng 65 tỷ đồng; đạt 98,5% kế hoạch; gồm: trung ương 290 "
            "tỷ đồng, huy động 10 tỷ đồng, địa phương 15 tỷ đồng.",
            [(315e9, "total", None), (65e9, "result", None), (98.5, "result", None),
             (290e9, "part", 0), (10e9, "part", 0), (15e9, "part", 0)],
        ),
        (
            "Có 412 CĐCS với 14.230 đoàn viên (nữ: 10.012).",
            [(412, "result", None), (14230, "total", None), (10012, "part", 1)],
        ),
        ("Phòng GD&ĐT 368 CĐCS.", [(368, "result", None)]),
        ("Đề nghị Công ty nộp đủ 15 triệu đồng.", [(15e6, None, None)]),
        ("Đã đề nghị tỉnh hỗ trợ 15 triệu đồng.", [(15e6, "result", None)]),
        ("Đề nghị khen thưởng 15 cá nhân.", [(15, "result", None)]),
        (
            "Thiệt hại 9.820 ha (thiệt hại từ 30 - 70%: 3.120 ha; trên 70%: 6.700 ha).",
            [(9820, "total", None), (3120, "part", 0), (6700, "part", 0)],
        ),
    ],
)  # fmt: skip
def test_parts_over_sentences_and_without_their_unit(words: str, expected: Expected) -> None:
    assert linked(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Đã bầu đủ 85 đại biểu trên tổng số 144 đại biểu ứng cử, trong đó, 18 đại biểu nữ "
            "(21,18%), 7 đại biểu trẻ.",
            [(85, "total", None), (144, "total", None), (18, "part", 0), (21.18, "result", None),
             (7, "part", 1)],
        ),
        (
            "Tổng số đại biểu trúng cử là 96 người (thiếu 4 đại biểu so với tổng số 100 đại biểu).",
            [(96, "total", None), (4, "result", None), (100, "total", None)],
        ),
        (
            "Giao quân 165 công dân, đạt 100% chỉ tiêu (quân sự 135, công an 30).",
            [(165, "total", None), (100, "result", None), (135, "part", 0), (30, "part", 0)],
        ),
        (
            "Giao quân 165 công dân, đạt 100% chỉ tiêu (năm trước 130, năm nay 165).",
            [(165, "result", None), (100, "result", None)],
        ),
        (
            "7. Kế hoạch tháng 10: gieo trồng 12.000 ha; tiêm phòng 80% đàn lợn.",
            [(12000, "target", None), (80, "target", None)],
        ),
        (
            "7. Kế hoạch tháng 10: gieo trồng 12.000 ha; thực hiện 11.000 ha.",
            [(12000, "target", None), (11000, "result", None)],
        ),
        ("Hộ bán vượt mức được thưởng 20% giá trị phần vượt.", [(20, None, None)]),
        ("Ông được thưởng 20 triệu đồng.", [(20e6, "result", None)]),
        ("Đã được giảm 20% học phí.", [(20, "result", None)]),
    ],
)  # fmt: skip
def test_shares_that_tell_the_whole_and_what_is_planned_or_granted(
    words: str, expected: Expected
) -> None:
    assert linked(words) == expected


def test_points_of_emulation_are_no_places() -> None:
    assert figures(paper("Đơn vị gửi chậm bị trừ 05 điểm thi đua.")) == ()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Thụ lý 9.856 vụ, giải quyết 8.412 vụ; thụ lý tăng 512 vụ. Trong đó, cấp tỉnh thụ lý "
            "1.120 vụ, giải quyết 985 vụ; cấp huyện thụ lý 8.736 vụ, giải quyết 7.427 vụ.",
            [(9856, "total", None), (8412, "total", None), (512, "result", None),
             (1120, "part", 0), (985, "part", 1), (8736, "part", 0), (7427, "part", 1)],
        ),
        (
            "Lập 268 đội hình với 12.560 đoàn viên tham gia, gồm: 11 đội hình tại chỗ, 257 đội "
            "hình chuyên.",
            [(268, "total", None), (12560, "result", None), (11, "part", 0), (257, "part", 0)],
        ),
        (
            "Xét xử 198 bị cáo. Hình phạt: tử hình 02 bị cáo, chung thân 03 bị cáo, tù có thời "
            "hạn 180 bị cáo, án treo 13 bị cáo.",
            [(198, "total", None), (2, "part", 0), (3, "part", 0), (180, "part", 0),
             (13, "part", 0)],
        ),
    ],
)  # fmt: skip
def test_parts_in_columns_and_in_lists_behind_others(words: str, expected: Expected) -> None:
    assert linked(words) == expected


@pytest.mark.parametrize(
    ("lines", "parents"),
    [
        (
            ("Quy mô: 9 lớp với 257 học sinh.",
             "Khối 1: 3 lớp, 95 học sinh; khối 2: 3 lớp, 82 học sinh; khối 3: 3 lớp, 80 học sinh."),
            [None, None, 0, 1, 0, 1, 0, 1],
        ),
        (
            ("Quy mô: 9 lớp với 257 học sinh.",
             "Khối 1: 3 lớp, 95 học sinh; khối 2: 3 lớp, 82 học sinh; khối 3: 3 lớp, 81 học sinh."),
            [None] * 8,
        ),
    ],
)  # fmt: skip
def test_parts_in_columns_of_the_paragraph_below(
    lines: tuple[str, ...], parents: list[int | None]
) -> None:
    assert [f.parent_key for f in figures(paper(*lines))] == parents


def test_parts_in_columns_of_a_list_below() -> None:
    lines = ("Tổng số: 6 lớp, 177 học sinh, gồm:", "- Khối 1: 3 lớp, 95 học sinh;",
             "- Khối 2: 3 lớp, 82 học sinh.")  # fmt: skip
    assert [f.parent_key for f in figures(listed(*lines))] == [None, None, 0, 1, 0, 1]


def test_an_estimate_called_aimed_at_leaves_what_follows_a_result() -> None:
    words = "Thu đạt 56% dự toán pháp lệnh, 52% dự toán phấn đấu, bằng 118% so với cùng kỳ."
    assert [f.role for f in figures(paper(words))] == ["result"] * 3

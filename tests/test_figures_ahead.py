"""Tasks ahead, plans in brackets, estimates, and totals that close a list of parts."""

from __future__ import annotations

import pytest

from tests.figure_papers import figures, found, paper
from tests.test_figures_roles import roles


@pytest.mark.parametrize(
    ("words", "path", "expected"),
    [
        ("Trồng 1.250 ha ngô.", ("II. NHIỆM VỤ TRỌNG TÂM QUÝ IV NĂM 2020",), ["target"]),
        ("Mở 12 lớp.", ("B. Một số nhiệm vụ, giải pháp chủ yếu", "1. Đào tạo"), ["target"]),
        ("Mở 12 lớp.", ("I. KẾT QUẢ", "1. Nhiệm vụ chủ yếu"), ["result"]),
        ("Đã mở 12 lớp.", ("II. Nhiệm vụ, giải pháp",), ["result"]),
        ("Mở 12 lớp.", ("Nhiệm vụ và quyền hạn",), ["result"]),
        ("vượt kế hoạch đề ra (kế hoạch tăng 14% so với năm trước)", (), ["target"]),
        ("6. Phương hướng năm 2022: mở 5 lớp; kết nạp 25 đảng viên.", (), ["target"] * 2),
        ("Phấn đấu giải ngân đạt ít nhất 95% kế hoạch.", (), ["target"]),
        ("Phấn đấu trồng 100 ha, đến nay đạt 85% kế hoạch.", (), ["target", "result"]),
        ("Có 612 trường.", ("Phần I. Mục tiêu", "I. Sự cần thiết"), ["result"]),
        ("Ước tổng thiệt hại 12,5 tỷ đồng.", (), ["total"]),
        ("Ban hành 07 kiến nghị yêu cầu khắc phục và 03 thông báo.", (), ["result"] * 2),
    ],
)  # fmt: skip
def test_what_is_ahead(words: str, path: tuple[str, ...], expected: list[str]) -> None:
    assert roles(words, path) == expected


def test_more_than_planned_is_proved_by_its_share() -> None:
    words = "Trồng rừng được 45/40 ha, đạt 112,5% kế hoạch; ngày 45/40 ha, đạt 90%."
    assert [(f.value, f.of_value) for f in figures(paper(words))] == [
        (45, 40), (112.5, None), (90, None)
    ]  # fmt: skip


def test_the_same_noun_again_opens_the_next_words() -> None:
    assert found("tiếp nhận 412 hồ sơ, hồ sơ tồn 57 hồ sơ") == [(412, "hồ sơ"), (57, "hồ sơ")]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Khối 10: 120 em, khối 11: 90 em; toàn trường: 210 em.", [2, 2, None]),
        ("Tháng 8 có 12 vụ, tháng 9 có 8 vụ, tăng 3 vụ; tổng cộng 20 vụ.", [3, 3, None, None]),
        ("Khối 10: 120 em, khối 11: 90 em; toàn trường: 215 em.", [None] * 3),
        ("Có 120 em và 90 em dự thi; có 210 em đến xem.", [None] * 3),
    ],
)
def test_a_total_closes_its_parts(words: str, expected: list[int | None]) -> None:
    assert [f.parent_key for f in figures(paper(words))] == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Lập biên bản 866 trường hợp, trong đó quá tốc độ quy định: 252 trường hợp; "
            "quá tải: 16 trường hợp; không đội mũ: 81 trường hợp.",
            [None, 0, 0, 0],
        ),
        (
            "Xã A: 40 hộ, trong đó hộ nghèo: 12 hộ; xã B: 10 hộ; xã C: 11 hộ.",
            [None, 0, None, None],
        ),
        (
            "Có 40 hộ, trong đó hộ nghèo: 12 hộ; hộ mới: 20 hộ; hộ khác: 15 hộ.",
            [None, 0, None, None],
        ),
    ],
)
def test_a_list_behind_semicolons_goes_on_with_labels(
    words: str, expected: list[int | None]
) -> None:
    assert [f.parent_key for f in figures(paper(words))] == expected


def test_a_part_may_have_two_words_for_a_name_where_the_sum_tells() -> None:
    words = "Tiếp nhận {} đơn (khiếu nại 40, tố cáo 15, kiến nghị, phản ánh 160)."
    assert [f.value for f in figures(paper(words.format(215)))] == [215, 40, 15, 160]
    assert [f.value for f in figures(paper(words.format(315)))] == [315]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Trong 54 án tồn thì tỉnh 11 vụ, huyện 43 vụ.", [None, 0, 0]),
        ("Trong 6 đại biểu có 2 đại biểu tái cử và 4 đại biểu mới.", [None, 0, 0]),
        ("Trong 6 đại biểu có 2 đại biểu tái cử và 3 đại biểu mới.", [None, 0, 0]),
        ("Trong 5 xã có 2 hộ mới và 3 hộ cũ.", [None] * 3),
        ("Có 80/120 nam công dân dự, trong đó 25 thanh niên đạt.", [None, 0]),
    ],
)
def test_parts_of_the_count_that_opens_the_sentence(words: str, expected: list[int | None]) -> None:
    assert [f.parent_key for f in figures(paper(words))] == expected


def test_a_check_tells_what_there_is() -> None:
    words = "Phấn đấu giao 69 chỉ tiêu. Qua rà soát, có 672 thanh niên đủ điều kiện."
    assert roles(words) == ["target", "result"]


def test_what_was_there_at_the_other_time_is_a_result() -> None:
    words = "Phấn đấu thu 2.600 triệu đồng, tăng 7,7% so với năm 2023 (2.415 triệu đồng)."
    assert roles(words) == ["target", "target", "result"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Có 24 lớp tập huấn, trong đó 12 lớp trồng trọt, 10 lớp khác.", [None, 0, 0]),
        ("Còn 35 hộ, trong đó thôn Một giảm 5 hộ, thôn Hai giảm 5 hộ.", [None] * 3),
        ("Giảm 35 hộ, trong đó thôn Một giảm 5 hộ, thôn Hai giảm 5 hộ.", [None, 0, 0]),
        ("Có 5 công ty, trong đó 3 công trình mới.", [None, None]),
    ],
)
def test_changes_are_parts_of_changes(words: str, expected: list[int | None]) -> None:
    assert [f.parent_key for f in figures(paper(words))] == expected


def test_a_village_behind_a_count_is_no_noun() -> None:
    assert found("thôn Một giảm 5 hộ, thôn Hai giảm 6 hộ") == [(5, "hộ"), (6, "hộ")]


def test_aims_of_a_drive_below_what_was_reached_before() -> None:
    lead = "Phát huy kết quả đã đạt được, Giám đốc phát động phong trào thi đua với các mục tiêu:"
    rows = figures(paper(lead, "- Sản lượng 1.360 tấn trở lên;", "- Lắp 25 máy bơm."))
    assert [row.role for row in rows] == ["target", "target"]
    said = figures(paper("Đã phát động thi đua, hoàn thành các mục tiêu:", "- Lắp 25 máy bơm."))
    assert [row.role for row in said] == ["result"]


def test_the_fineness_of_gold_is_no_share() -> None:
    assert [row.value for row in figures(paper("Vàng 99,99% bán ra 5.720.000 đồng/chỉ."))] == [
        5720000
    ]


def test_what_a_meeting_about_aims_was_and_how_often_a_page_was_read() -> None:
    rows = figures(paper("HỘI NGHỊ GIAO CHỈ TIÊU NĂM 2015", "Có 42/42 công đoàn cơ sở về dự."))
    assert [row.role for row in rows] == ["result"]
    read = figures(paper("Đăng ngày: 10/01/2012 07:00:00 - 4784 lượt xem", "Mở 2 lớp."))
    assert [row.value for row in read] == [2]
    assert [row.value for row in figures(paper("Bài viết thu hút 4.784 lượt xem."))] == [4784]


def test_what_an_office_demands_below_a_colon() -> None:
    rows = figures(paper("UBND tỉnh yêu cầu:", "1. Sở Mẫu thẩm tra quyết toán 36 dự án.", ""))
    assert [row.role for row in rows] == [None]
    told = figures(paper("Kết quả đạt yêu cầu:", "1. Sở Mẫu quyết toán 36 dự án."))
    assert [row.role for row in told] == ["result"]


def test_who_was_absent_without_a_colon() -> None:
    rows = figures(paper("Có mặt: 09/11 thành viên; vắng 02 (có lý do)."))
    assert [(row.value, row.of_value) for row in rows] == [(9, 11), (2, None)]

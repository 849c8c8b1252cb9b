"""Parts of a total that a name, a verb, an earlier paragraph or several sentences tell."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from pipeline.extract.dates.extract import extract_dates
from pipeline.model import Dispatch
from tests.figure_papers import figures, found, listed, paper, rules
from tests.laid_out import head

Rows = list[tuple[float, str | None, int | None]]


def linked(dispatch: Dispatch) -> Rows:
    return [(f.value, f.role, f.parent_key) for f in figures(dispatch)]


def notice(words: str, subject: str) -> Dispatch:
    return replace(paper(words), head=head("TB", subject=subject))


def test_inner_words_of_parts_know_their_own() -> None:
    words = (
        "Có 900 người tham gia. Trong đó: bắt buộc và tự nguyện 500 người, tăng 40 người; trong "
        "đó: bắt buộc 420 người, tăng 10 người; tự nguyện 80 người, tăng 30 người; thất nghiệp "
        "200 người."
    )
    rows = [row for row in linked(paper(words)) if row[0] not in (40, 10, 30)]
    assert rows == [
        (900, "total", None), (500, "total", 0), (420, "part", 1), (80, "part", 1),
        (200, "part", 0),
    ]  # fmt: skip


def test_growth_of_a_part_is_no_part() -> None:
    words = "Thụ lý 736 vụ, tăng 39 vụ, trong đó số mới là 446 vụ, tăng 5 vụ."
    assert linked(paper(words)) == [
        (736, "total", None), (39, "result", None), (446, "part", 0), (5, "result", None),
    ]  # fmt: skip


def test_words_before_the_words_of_parts() -> None:
    words = "Đã xử lý 292 trường hợp. Thống kê cho thấy, trong đó có 83 trường hợp nồng độ cồn."
    assert linked(paper(words))[1][1:] == ("part", 0)
    other = "Đã xử lý 292 trường hợp. Các đội ra quân 12 buổi, trong đó có 83 trường hợp phạt."
    assert linked(paper(other))[2][2] != 0


@pytest.mark.parametrize(
    ("words", "parent"),
    [
        ("Số có điều kiện thi hành là 579 vụ. Trong số có điều kiện thi hành, xong 369 vụ.", 0),
        ("Số chưa xác minh là 579 vụ. Trong số có điều kiện thi hành, xong 369 vụ.", None),
        ("Số có điều kiện thi hành là 79 vụ. Trong số có điều kiện thi hành, xong 369 vụ.", None),
    ],
)  # fmt: skip
def test_a_whole_called_by_its_name(words: str, parent: int | None) -> None:
    assert linked(paper(words))[1][2] == parent


def test_the_verb_tells_which_of_several_totals() -> None:
    words = (
        "Hai cấp thụ lý 990 vụ, giảm 93 vụ; giải quyết 860 vụ; còn lại 130 vụ. Trong đó: tỉnh thụ "
        "lý 69 vụ, giải quyết 56 vụ, còn lại 13 vụ. Huyện thụ lý 921 vụ, giải quyết 804 vụ, còn "
        "lại 117 vụ."
    )
    rows = {value: parent for value, _, parent in linked(paper(words))}
    assert [rows[v] for v in (69, 921)] == [0, 0]
    assert rows[56] == rows[804] == 2
    assert rows[13] == rows[117] == 3
    assert rows[93] is None


def test_fewer_of_the_same_before_a_stroke() -> None:
    words = "Chăn nuôi quy mô nông hộ 1.366 hộ, trong số đó có 460 hộ/1.366 hộ chăn nuôi lợn."
    assert [row[1] for row in linked(paper(words))] == ["total", "part", "total"]
    assert [row[1] for row in linked(paper("Đã tiếp 866 lượt/964 người."))] == ["result"] * 2


def test_items_below_a_total_with_its_growth() -> None:
    dispatch = listed(
        "Toàn tỉnh tiếp 483 lượt công dân, giảm 14 lượt so cùng kỳ, cụ thể:",
        "- Cấp tỉnh tiếp 197 lượt.",
        "- Cấp xã tiếp 286 lượt.",
    )
    assert [row[2] for row in linked(dispatch)] == [None, None, 0, 0]


def test_parts_in_the_paragraph_below_with_brackets() -> None:
    dispatch = paper(
        "Có 12 đàn. Thành phố có 936 trang trại, tăng 5 trang trại.",
        "Trong đó, có 163 trang trại lợn (78 trại lớn, 85 trại nhỏ), 773 trang trại gà.",
    )
    rows = {value: parent for value, _, parent in linked(dispatch)}
    assert rows[163] == rows[773] == 1
    assert rows[5] is None


def test_what_may_be_a_part_is_doubted() -> None:
    words = "Khởi tố 90 vụ, trong đó tỉnh có 20 vụ; đã mở các đợt cao điểm bắt 7 vụ."
    assert [f.confidence for f in figures(paper(words))][1:] == [0.95, 0.8]
    apart = "Khởi tố 90 vụ, trong đó tỉnh có 20 vụ; tuyên truyền 700 cuộc."
    assert [f.confidence for f in figures(paper(apart))][1:] == [0.95, 0.95]


def test_parts_of_an_aim() -> None:
    words = "Phấn đấu mở 25 lớp đào tạo nghề, trong đó 15 lớp nghề nông nghiệp."
    assert linked(paper(words)) == [(25, "target", None), (15, "target", 0)]


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("3. Giao Sở Tài chính bố trí 25 tỷ đồng.", None),
        ("5. Các sở, ngành tập trung rà soát 48 thủ tục.", None),
        ("1. Toàn tỉnh giải ngân 25 tỷ đồng.", "result"),
        ("2. Giao ban tháng 7 có 25 đơn vị.", "result"),
    ],
)
def test_orders_among_conclusions(words: str, role: str | None) -> None:
    subject = "Kết luận của Chủ tịch UBND tỉnh tại cuộc họp"
    assert linked(notice(words, subject))[0][1] == role
    assert linked(notice(words, "Kết quả thi tuyển"))[0][1] == "result"


def test_aims_named_before_a_colon_go_on_behind_full_stops() -> None:
    words = "Một số chỉ tiêu chủ yếu: trồng 40 ha chè. Kết nạp 80 đảng viên. Xây 5 trường."
    assert [row[1] for row in linked(paper(words))] == ["target"] * 3
    told = "Một số chỉ tiêu chủ yếu: trồng 40 ha chè. Đến nay đã trồng 12 ha. Xây 5 trường."
    assert [row[1] for row in linked(paper(told))] == ["target", "result", "result"]


def test_aims_under_a_heading_of_results_do_not_go_on() -> None:
    words = "Các chỉ tiêu chủ yếu: trồng 40 ha chè. Kết nạp 80 đảng viên."
    under = figures(paper(words, path=("I. KẾT QUẢ THỰC HIỆN",)))
    assert under[-1].role == "result"


def test_a_report_that_was_asked_for_tells_results() -> None:
    dispatch = listed(
        "Thực hiện yêu cầu tại Công văn số 12/SNV, huyện báo cáo kết quả như sau:",
        "1. Số lớp bồi dưỡng: 12 lớp.",
    )
    assert [row[1] for row in linked(dispatch)] == ["result"]


def test_a_time_ahead_before_a_colon_holds_for_all_items() -> None:
    words = "Đến năm 2025: 100% các trường đạt chuẩn; 60% học sinh THCS học hai buổi."
    dispatch = replace(paper(words), head=head("BC", issued_on=dt.date(2020, 7, 20)))
    dates = extract_dates(dispatch, (), rules())
    assert {f.role for f in figures(dispatch, dates)} == {"target"}


def test_bases_of_rates_and_forms_of_school_count_nothing() -> None:
    assert found("Số giường bệnh/10.000 dân đạt 32 giường") == [(32, "giường")]
    assert found("60% học sinh được học 2 buổi/ngày") == [(60, "học sinh")]
    assert found("cho vay 547 triệu đồng/17.862 hộ") == [(547e6, None), (17862, "hộ")]


def test_a_bracket_behind_one_part_ends_nothing() -> None:
    words = "Có 1.256 cán bộ, gồm 268 bác sĩ (25 thạc sĩ), 45 dược sĩ, 512 điều dưỡng, 431 kỹ sư."
    rows = {value: parent for value, _, parent in linked(paper(words))}
    assert [rows[v] for v in (268, 45, 512, 431)] == [0] * 4
    assert rows[25] == 1


def test_a_bracket_behind_the_rest_of_the_noun() -> None:
    words = "Phát hiện 235 vụ vi phạm (đã xác định được đối tượng 168 vụ), giảm 180 vụ."
    assert [row[2] for row in linked(paper(words))] == [None, 0, None]


def test_the_next_three_that_add_up_to_a_total() -> None:
    words = "Tổng kinh phí 45 tỷ đồng, từ tỉnh 30 tỷ đồng, huyện 10 tỷ đồng, khác 5 tỷ đồng."
    assert [row[2] for row in linked(paper(words))] == [None, 0, 0, 0]
    against = "Tổng thu 45 tỷ đồng, nộp 30 tỷ đồng, chi 10 tỷ đồng, còn dư 5 tỷ đồng."
    assert [row[2] for row in linked(paper(against))][1:3] == [None, None]


def test_what_was_planned_behind_a_stroke() -> None:
    words = "Thu 5 tỷ 234 triệu đồng/8 tỷ 900 triệu đồng, đạt 58,8% dự toán."
    rows = [(f.value, f.role) for f in figures(paper(words))]
    assert rows == [(5234e6, "result"), (8900e6, "target"), (58.8, "result")]


def test_a_part_has_the_time_of_its_total() -> None:
    dispatch = paper(
        "Thu quý I năm 2022 đạt 34 tỷ đồng. Năm 2023 thu được 90 tỷ đồng, tăng 2%. Trong đó, thu "
        "nội địa 60 tỷ đồng."
    )
    dates = extract_dates(dispatch, (), rules())
    part = figures(dispatch, dates)[-1]
    assert (part.role, part.period_start) == ("part", dt.date(2023, 1, 1))


@pytest.mark.parametrize(
    ("words", "roles"),
    [
        ("Đề nghị tỉnh hỗ trợ 05 tỷ đồng; bổ sung 03 biên chế.", [None, None]),
        ("Nữ 122 người, ít hơn dự kiến 28 người, giảm 1,36%.", ["result"] * 3),
        ("Thấp hơn 0,4% so với chỉ tiêu UBND tỉnh giao, bắt buộc 199 người.", ["result"] * 2),
        ("Lệ phí dự thi là 150.000 đồng/hồ sơ.", [None]),
        ("Đã thu lệ phí 3.245.000 đồng.", ["result"]),
    ],
)
def test_requests_and_what_was_foreseen(words: str, roles: list[str | None]) -> None:
    assert [row[1] for row in linked(paper(words))] == roles


def test_what_a_letter_asks_for_below_its_colon() -> None:
    dispatch = listed(
        "Sở đề nghị các đơn vị thực hiện một số nội dung sau:",
        "1. Chọn 03 trường tiểu học để khảo sát.",
        "2. Đến nay đã khảo sát 45 trường.",
    )
    assert [row[1] for row in linked(dispatch)] == [None, "result"]


def test_a_bracket_with_a_time_that_is_over_tells_what_there_was() -> None:
    words = "Phấn đấu 95% hồ sơ xử lý trực tuyến (năm 2024 là 90%), trồng 12 ha."
    dispatch = replace(paper(words), head=head("KH", issued_on=dt.date(2025, 3, 5)))
    dates = extract_dates(dispatch, (), rules())
    assert [f.role for f in figures(dispatch, dates)] == ["target", "result", "target"]


def test_a_time_that_is_over_in_a_bracket_says_nothing_of_what_follows() -> None:
    words = "Diện tích lúa 4.500 ha (năm 2024: 4.420 ha), sản lượng 27.000 tấn."
    dispatch = replace(paper(words), head=head("KH", issued_on=dt.date(2025, 3, 5)))
    dates = extract_dates(dispatch, (), rules())
    assert [f.role for f in figures(dispatch, dates)] == ["target", "result", "target"]


def test_a_whole_told_in_full_is_parted_once_more() -> None:
    words = (
        "Toàn tỉnh có 2.268 thủ tục, gồm 1.833 thủ tục cấp tỉnh, 301 thủ tục cấp huyện và 134 thủ "
        "tục cấp xã; trong đó mức độ 3 là 1.089 thủ tục, mức độ 4 là 450 thủ tục."
    )
    assert [(value, role) for value, role, _ in linked(paper(words))] == [
        (2268, "total"), (1833, "part"), (301, "part"), (134, "part"), (1089, "part"), (450, "part")
    ]  # fmt: skip
    nested = (
        "Có 500 hồ sơ, gồm 300 hồ sơ cấp tỉnh và 200 hồ sơ cấp huyện, trong đó 50 hồ sơ trễ hạn."
    )
    assert [row[:2] for row in linked(paper(nested))][2:] == [(200, "total"), (50, "part")]

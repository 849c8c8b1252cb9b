"""What was planned beside what was done of it, and aims and times that hold for one item alone."""

from __future__ import annotations

import pytest

from pipeline.document import process
from pipeline.model import Source
from tests.figure_papers import figures, found, paper, rules

SCOPED = "Cả nước đã gieo 2.471 ha lúa, trong đó các địa phương phía Bắc gieo 689 ha."


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Kế hoạch 600 ha, thực hiện 550 ha.", ["target", "result"]),
        ("Kế hoạch tỉnh giao 20 tỷ đồng, thực hiện 18 tỷ đồng.", ["target", "result"]),
        ("Kế hoạch: 500 ha; thực hiện: 450 ha.", ["target", "result"]),
        ("Dự toán thu ngân sách năm 2025 là 35 tỷ đồng.", ["target"]),
        ("Nghị quyết đề ra 12%, thực hiện 13%.", ["target", "result"]),
        ("Mục tiêu Đại hội là 5%, đạt 4,5%.", ["target", "result"]),
        ("Số hộ thực hiện kế hoạch là 12 hộ.", ["result"]),
        ("Tăng 7,03% là chưa đạt theo kế hoạch, nộp 11 tỷ đồng.", ["result"] * 2),
        ("Tỷ lệ hoàn thành kế hoạch là 95%.", ["result"]),
        (
            "Công ty báo cáo tình hình sản xuất 6 tháng với các chỉ tiêu: điện đạt 4 tỷ kWh, than "
            "đạt 7.847 tấn.",
            ["result"] * 2,
        ),
        (
            "Huyện phấn đấu đạt chỉ tiêu 100% chi đoàn họp đúng hạn; 95% đoàn viên học.",
            ["target"] * 2,
        ),
        ("Tổng kinh phí hỗ trợ cho 120 hộ là 2 tỷ đồng.", ["result", "total"]),
        ("Tổng số tiền quyên góp của cả 12 chi hội: 35 triệu đồng.", ["result", "total"]),
    ],
)
def test_roles(words: str, expected: list[str]) -> None:
    assert [f.role for f in figures(paper(words, doc_type="BC"))] == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Có 450 học sinh, trường đạt chuẩn.", [(450, "học sinh")]),
        ("Với 19 thành viên, nhóm được khen.", [(19, "thành viên")]),
        (
            "Tập huấn cho 100% các cơ quan hành chính, quận, huyện của tỉnh.",
            [(100, "các cơ quan hành chính, quận, huyện")],
        ),
        ("Có 5/9 huyện, thành phố đạt chuẩn.", [(5, "huyện, thành phố")]),
        ("Trồng 45 ha cây vụ Đông.", [(45, "ha cây vụ Đông")]),
        ("Làm 1,6 km đường nội đồng.", [(1.6, "km đường nội đồng")]),
        ("Luân chuyển đạt 830,5 triệu tấn.km.", [(830500000, "tấn.km")]),
        ("Thu giữ 3,916 gram heroin.", [(3.916, "gram heroin")]),
        ("Triệu tập 42 đồng chí.", [(42, "đồng chí")]),
        ("Có 16.305 ca ghi nhận trong nước.", [(16305, "ca")]),
        ("12 BÁO CÁO Tình hình công tác", []),
        ("Tặng năm (05) Giấy khen.", [(5, "Giấy khen")]),
        ("Theo mục (05) giấy khen của xã.", []),
        ("Gieo cấy được 1.366 ha lúa mùa.", [(1366, "ha lúa mùa")]),
    ],
)
def test_what_is_counted(words: str, expected: list[tuple[float, str]]) -> None:
    assert found(words) == expected


def test_a_weight_in_two_units_is_doubted() -> None:
    assert {f.confidence for f in figures(paper("Thu được 12 tấn 5 tạ thóc."))} == {0.8}


def test_a_part_of_the_land_has_not_its_scope() -> None:
    assert [f.scope for f in figures(paper(SCOPED))] == ["Cả nước", None]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Xã đã đạt chuẩn nông thôn mới vào năm 2019; kết nạp 12 hội viên.", [None]),
        ("Giữ 12 hộ nghèo và về đích nông thôn mới vào năm 2019.", [None]),
        ("Năm 2019 có 13 thành viên, đến nay có 27 thành viên.", ["2019-01-01", None]),
        ("Năm 2019 có 13 thành viên; kết nạp 27 thành viên.", ["2019-01-01"] * 2),
        ("Đến cuối năm 2019 còn 6,2%, bình quân mỗi năm giảm 1,4%.", ["2019-12-31", None]),
    ],
)
def test_times_of_one_item(words: str, expected: list[str | None]) -> None:
    data = f"{words}\n".encode()
    rows = process(data, Source("a.txt", "0" * 64, len(data), "text/plain"), rules())
    starts = [f["period_start"] for f in rows.tables["figures"]]
    assert [start and str(start) for start in starts] == expected

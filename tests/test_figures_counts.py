"""Which numbers are figures, what they count and how exactly (figures.md sections 1-3 and 7)."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extract.citations.extract import extract_citations
from pipeline.extract.figures.extract import extract_figures
from pipeline.rulebook import check_rulebook
from tests.figure_papers import figures, found, paper, quoted, rules


def test_rules_examples_hold() -> None:
    problems = [p for p in check_rulebook(rules()) if p.id.startswith("figure")]
    assert problems == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Đã có 07 sáng kiến được công nhận.", [(7, "sáng kiến")]),
        ("với tổng số 5.320 đoàn viên", [(5320, "đoàn viên")]),
        ("phát 7500 phiếu mua hàng", [(7500, "phiếu mua hàng")]),
        ("có 10 000 viên chức", [(10000, "viên chức")]),
        ("trên 318 nghìn lượt CNVCLĐ dự", [(318000, "lượt CNVCLĐ")]),
        (
            "2.914 lượt cán bộ, hội viên, người lao động được học nghề",
            [(2914, "lượt cán bộ, hội viên, người lao động")],
        ),
        ("biểu dương 98 tập thể và cá nhân", [(98, "tập thể và cá nhân")]),
        ("tại 47 cơ quan, đơn vị, doanh nghiệp;", [(47, "cơ quan, đơn vị, doanh nghiệp")]),
        ("có 08 sở, ban, ngành", [(8, "sở, ban, ngành")]),
        ("tặng 01 cá nhân ông Lê Văn Mít", [(1, "cá nhân")]),
        ("trong Chương trình 01 triệu sáng kiến có 12 sáng kiến", [(12, "sáng kiến")]),
        ("ký 15 thỏa thuận hợp tác với doanh nghiệp", [(15, "thỏa thuận hợp tác")]),
        ("trồng 12,5 ha", [(12.5, "ha")]),
        ("tiêm 2 mũi cách nhau 21 ngày", [(2, "mũi")]),
        ("còn 02 lớp chuyển sang năm sau", [(2, "lớp")]),
        ("tặng hàng trăm tấn ngô", [(100, "tấn ngô")]),
        ("có hai mươi lăm tập thể được khen", [(25, "tập thể")]),
        ("gồm 02 (hai) tập thể", [(2, "tập thể")]),
        ("có 15 nhà thầu tham gia", [(15, "nhà thầu")]),
        ("bầu 15 đồng chí, Ban Thường vụ 05 đồng chí", [(15, "đồng chí"), (5, "đồng chí")]),
        ("nữ 812 người, đảng viên 356 đồng chí", [(812, "người"), (356, "đồng chí")]),
        ("duy trì 36 đội múa, mở hàng ngàn cuộc thi", [
            (36, "đội múa"), (1000, "cuộc thi"),
        ]),
        ("có 87 gian trưng bày", []),
        ("có 087 gian trưng bày", [(87, "gian trưng bày")]),
        ("thu nhập tăng 7,7% tương đương 2 lần so với năm trước", [(7.7, None), (2, "lần")]),
    ],
)  # fmt: skip
def test_counted_noun(words: str, expected: list[tuple[float, str | None]]) -> None:
    assert found(words) == expected


@pytest.mark.parametrize(
    ("words", "value", "unit"),
    [
        ("trị giá 695 triệu đồng", 695_000_000, "vnd"),
        ("tiết kiệm 2 tỷ 500 triệu đồng", 2_500_000_000, "vnd"),
        ("giá 110.000đ/kg", 110_000, "vnd"),
        ("tổng trị giá 75 triệu.", 75_000_000, "vnd"),
        ("đạt 113,5% kế hoạch", 113.5, "percent"),
        ("tăng 1,2 điểm phần trăm", 1.2, "percent"),
        ("hỗ trợ 14 đồng chí", 14, "count"),
    ],
)
def test_unit(words: str, value: float, unit: str) -> None:
    assert [(f.value, f.unit) for f in figures(paper(words))] == [(value, unit)]


@pytest.mark.parametrize(
    ("words", "qualifier"),
    [
        ("gần 240 câu lạc bộ", "nearly"),
        ("hơn 1.600 suất quà", "over"),
        ("khoảng 85 triệu đồng", "about"),
        ("dưới 5% hộ nghèo", "under"),
        ("không quá 30 bằng khen", "at_most"),
        ("ít nhất 90% CĐCS", "at_least"),
        ("từ 3 cá nhân trở lên", "at_least"),
        ("nắm giữ từ 50% vốn điều lệ trở lên", "at_least"),
        ("nắm giữ từ 30% vốn của Nhà nước trở lên", "at_least"),
        ("có từ 5 tổ đạt khá trở lên", "exact"),
        ("mức tối đa bằng 20% quỹ lương", "at_most"),
        ("tỷ lệ tồn <= 2%", "at_most"),
        ("tỷ lệ tồn ≤2%", "at_most"),
        ("doanh thu >= 12 tỷ đồng", "at_least"),
        ("tỷ lệ lỗi < 5%", "under"),
        ("mức từ 25.000 đồng trở lên", "at_least"),
        ("có 60% CĐCS trở lên đạt loại tốt trở lên", "at_least"),
        ("giảm từ 5% đến 20%", "range"),
        ("thu nhập 6-7 triệu đồng/hộ", "range"),
        ("hàng nghìn cá nhân", "order"),
        ("12 đơn vị", "exact"),
        ("vượt 5% chỉ tiêu", "exact"),
    ],
)
def test_qualifier(words: str, qualifier: str) -> None:
    assert [f.qualifier for f in figures(paper(words))] == [qualifier]


def test_qualifier_holds_only_for_its_own_figure() -> None:
    both = figures(paper("có trên 65% cá nhân, 75% tập thể đạt loại khá"))
    assert [f.qualifier for f in both] == ["over", "exact"]


def test_range_and_ratio_values() -> None:
    (low_high,) = figures(paper("giảm 25-30% chi phí"))
    assert (low_high.value, low_high.value_high) == (25, 30)
    (ratio,) = figures(paper("có 65/65 CĐCS doanh nghiệp ký thỏa ước"))
    assert (ratio.value, ratio.of_value, ratio.counted) == (65, 65, "CĐCS doanh nghiệp")


@pytest.mark.parametrize(
    "words",
    [
        "1. Nội dung thực hiện",
        "2.1 Công tác tổ chức",
        "theo Điều 5, khoản 2 của Quy chế",
        "Mẫu số 03, Phụ lục 2, Bảng 3, trang 7",
        "trong 35 ngày cao điểm",
        "sau 12 ngày làm việc",
        "qua hơn 02 tháng thực hiện",
        "3 năm liên tục hoàn thành nhiệm vụ",
        "kỷ niệm 75 năm Ngày thành lập",
        "Huy hiệu 30 năm tuổi Đảng",
        "có 03 lần liên tiếp được khen",
        "Đại hội lần thứ 8, khóa 12, giai đoạn 1",
        "bà Lê Thị Mơ, 45 tuổi",
        "từ 16 đến 30 tuổi",
        "dịch Covid-19, công nghệ 4.0, ISO 9001, trực 24/7",
        "trường tiểu học số 4 thị trấn",
        "đoàn viên tổ 5 phường Bình An",
        "cơ sở 1 Trung tâm Dạy nghề",
        "Chương trình “02 triệu ý tưởng - vươn xa”",
        'phong trào "60 nghìn ý tưởng" do Trung ương phát động',
        "xếp thứ 21/63 tỉnh, thành phố",
        "đạt 98,5 điểm",
        "chỉ số thành phần 6,12",
        "điện thoại 0912 345 678",
        "tài khoản 123456789012",
        "(mã thủ tục: 1.001234)",
        "mô hình chính quyền địa phương 02 cấp",
        "tăng gần 2 lần so với năm trước",
        "mỗi đơn vị cử 02 cán bộ",
        "ít nhất 2/3 thành viên có mặt",
        "lúc 8 giờ 30 phút, 14h00",
        "biên bản được lập thành 02 bản",
        "cơ chế một cửa, hai bên, ba cấp",
        "ăn ba bữa mỗi ngày",
        "so với mốc gốc 2015 bằng nhau",
        "hệ số 0,6 lần mức lương",
        "đứng đầu 3 nhất, 5 không, 3 sạch",
        "Nghị quyết Trung ương 4 khóa XII, XIII",
        "Hội nghị Trung ương 6 (khóa XII)",
        "ở số nhà 12 tổ 5, ngõ 3",
    ],
)
def test_no_figure(words: str) -> None:
    assert quoted(paper(words)) == []


@pytest.mark.parametrize("even", ["chẵn", "chẫn"])  # misread in scans
def test_amount_in_words_is_not_counted_again(even: str) -> None:
    words = f"số tiền 27.400.000 đồng (hai mươi bảy triệu bốn trăm ngàn đồng {even}) từ quỹ"
    assert quoted(paper(words)) == ["27.400.000 đồng"]


def test_quoted_speech_still_reports() -> None:
    speech = "“Công đoàn đã vận động. Chúng tôi đã trao 120 suất quà cho công nhân nghèo”, ông nói."
    assert found(speech) == [(120, "suất quà")]


def test_long_numbers_with_leading_words_that_end_like_numbering() -> None:
    assert found("triển khai thí điểm 08 mô hình") == [(8, "mô hình")]
    assert found("kỷ luật 12 cán bộ") == [(12, "cán bộ")]


def test_elided_nouns_carry_over() -> None:
    words = "có 09 giải pháp: lĩnh vực thủy lợi có 04, giáo dục 03, môi trường 02."
    values = figures(paper(words))
    assert [(f.value, f.counted, f.role, f.parent_key) for f in values] == [
        (9, "giải pháp", "total", None),
        (4, "giải pháp", "part", 0),
        (3, "giải pháp", "part", 0),
        (2, "giải pháp", "part", 0),
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Có 52 trường (18 MN, 20 TH, 13 THCS, 01 TH&THCS) với 9 lớp.", [52, 18, 20, 13, 1, 9]),
        ("Trao 20 giải, gồm 02 nhất, 04 nhì, 06 ba, 08 khuyến khích.", [20, 2, 4, 6, 8]),
        ("Có 90 người; trong đó CBQL 10, GV 70, NV 10. Trình độ khá.", [90, 10, 70, 10]),
        ("Có 52 trường (18 MN, 20 XY, 13 ZT) ở vùng cao.", [52]),
        ("Có 30 hồ sơ (10 tháng 5, 20 tháng 6).", [30]),
        ("Hỏng 8,3 ha lúa (Xã Mẫu 5,17; Xã Sim 3,13).", [8.3, 5.17, 3.13]),
        (
            "Có 40 người (37 chết, 3 mất tích), gồm: Mẫu An 20, Mẫu Sơn 15, Mẫu Hà 5.",
            [40, 20, 15, 5],
        ),
        ("Có 8 nhà hỏng (Xã Mẫu 5,17; Xã Sim 2,83).", [8]),
    ],
)
def test_classes_behind_their_numbers(words: str, expected: list[int]) -> None:
    values = figures(paper(words))
    assert [f.value for f in values if f.rule != "figure.count_unlisted"] == expected
    counted = {f.counted for f in values if f.role == "part"}
    assert len(counted) < 2


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Năng suất bình quân 185 kg/sào, bao gồm 50 kg giống.", [185, 50]),
        ("Mua bình ga 12 kg và bao gạo 50 kg.", []),
        ("Trồng lạc 33/ 31,5 ha, lúa 40/38ha, đậu 25/25ha.", [33, 40, 25]),
        ("Hỗ trợ 04 dự án vay 850 triệu.", [4, 850_000_000]),
        (
            "Hộ thu từ 500 triệu đồng đến dưới 1 tỷ đồng là 61 hộ; trên 1 tỷ đồng có 14 hộ.",
            [61, 14],
        ),
        ("Quỹ có trên 3 tỷ đồng là tiền góp, giúp trên 5 hộ.", [3_000_000_000, 5]),
        (
            "Hoãn 03 việc/1,2 tỷ đồng; đình chỉ 02 việc/315 triệu đồng.",
            [3, 1_200_000_000, 2, 315_000_000],
        ),
        (
            "Thăm 30 hộ hoạn nạn 155 triệu, sửa nhà 1.420.000.000đ; tặng 12 hộ 45 triệu.",
            [30, 1_420_000_000, 12, 45_000_000],
        ),
    ],
)
def test_measures_and_amounts(words: str, expected: list[float]) -> None:
    assert [f.value for f in figures(paper(words))] == expected


def test_labels_of_minutes() -> None:
    values = figures(paper("Thành phần: Có mặt: 13/15; Vắng: 2"))
    assert [(f.value, f.of_value) for f in values] == [(13, 15), (2, None)]


def test_counts_behind_strokes() -> None:
    words = "Có 21 hồ sơ giấy/180 hồ sơ gửi qua mạng/201 tổng số hồ sơ."
    assert [(f.value, f.role) for f in figures(paper(words))] == [
        (21, "part"),
        (180, "part"),
        (201, "total"),
    ]


def test_keys_follow_the_text_and_spans_hold_the_number() -> None:
    text = paper("Tặng 20 suất quà cho 15 hộ nghèo.", "Có 3.200 đoàn viên.")
    values = figures(text)
    assert [f.key for f in values] == [0, 1, 2]
    assert quoted(text) == ["20 suất quà", "15 hộ nghèo", "3.200 đoàn viên"]


def test_repeated_blocks_are_marked() -> None:
    (figure,) = figures(paper("Có 12 đơn vị tham gia.", kind="repeated"))
    assert figure.is_duplicate


def test_unlisted_nouns_are_doubtful() -> None:
    (figure,) = figures(paper("cử 012 hoạt náo tham gia"))
    assert figure.confidence < 0.9


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="0123456789., /%-()“”;:đồngcó tậphểàáuvị\n", max_size=120))
def test_any_text_gives_ordered_spans(words: str) -> None:
    values = figures(paper(words.replace("\n", " ")))
    assert [f.key for f in values] == list(range(len(values)))
    assert all(0 <= f.start < f.end <= len(words) for f in values)


@pytest.mark.parametrize("piece", ["(1 ", "tập thể, ", "12 ", "“", "a ", "trong đó 5 ", "và "])
def test_time_grows_with_the_text_only(piece: str) -> None:
    words = piece * (30_000 // len(piece))
    started = time.process_time()
    figures(paper(words))
    assert time.process_time() - started < 20


def test_ratios_of_money_and_measures_hold_decimals_and_units() -> None:
    for words, value, whole, unit in (
        ("Giải ngân 45,2/98,7 tỷ đồng", 45_200_000_000, 98_700_000_000, "vnd"),
        ("Đã thu 1.200/1.500 triệu đồng", 1_200_000_000, 1_500_000_000, "vnd"),
        ("Đã trồng 12,5/20 ha", 12.5, 20, "count"),
        ("Có 12/15 xã", 12, 15, "count"),
    ):
        (figure,) = figures(paper(words))
        assert (figure.value, figure.of_value, figure.unit) == (value, whole, unit)


def test_measures_and_foreign_money_are_told_from_counts() -> None:
    words = "Nhập 300 lít dầu trị giá 5.000 USD cho 12 hộ"
    assert [(f.counted, f.rule) for f in figures(paper(words))] == [
        ("lít dầu", "figure.measure"),
        ("USD", "figure.measure"),
        ("hộ", "figure.count"),
    ]


@pytest.mark.parametrize(
    ("words", "qualifiers"),
    [
        ("tối đa không được vượt quá 70% vốn", ["at_most"]),
        ("không được thấp hơn 5 người", ["at_least"]),
        ("gồm 5 mẫu sổ, ngoài 6 mẫu sổ này", ["exact", "exact"]),
        ("đã có ngoài 40 hộ tham gia", ["over"]),
        ("từ 50.000.000 đồng (năm mươi triệu đồng) trở lên", ["at_least"]),
    ],
)
def test_bounds_with_duoc_and_besides(words: str, qualifiers: list[str]) -> None:
    assert [f.qualifier for f in figures(paper(words))] == qualifiers


def test_what_is_no_noun_behind_a_number() -> None:
    assert found("thuế suất 15% đối với dự án") == [(15, None)]
    assert found("rượu dưới 20 o, kể cả rượu thuốc") == []
    assert found("= 98.000 USD x 10%") == [(98_000, "USD"), (10, None)]
    assert found("giá 352.500đ/bình 12kg, chai nhựa 2 lít") == [(352_500, None)]
    assert found("37 Ông Lê Văn Mẫu, Trưởng phòng") == []
    assert found("kinh phí là 906 triệu đông đê thực hiện") == [(906_000_000, None)]


def test_a_team_called_by_the_number_of_its_directive() -> None:
    words = "theo Chỉ thị 814/TTg, Đội kiểm tra 814 hoạt động kiêm nhiệm; có 12 hoạt động"
    plain = paper(words)
    citations = extract_citations(plain, rules())
    values = extract_figures(plain, (), citations, (), rules())
    assert [f.value for f in values] == [12]


def test_so_many_of_what_was_planned_behind_its_noun() -> None:
    (reached, share) = figures(paper("phát triển đoàn viên được 551/530 đạt 103,96%"))
    assert (reached.value, reached.of_value, reached.counted) == (551, 530, "đoàn viên")
    assert share.unit == "percent"
    assert found("họp được 12/9, đạt kết quả tốt") == []


def test_the_label_of_the_next_number_is_not_counted() -> None:
    words = "trong đó nữ 359 đồng chí, đảng viên người có đạo 14 đồng chí, doanh nghiệp 5 đồng chí"
    assert found(words) == [(359, "đồng chí"), (14, "đồng chí"), (5, "đồng chí")]


def test_how_many_behind_the_words_for_it_in_ten_thousands() -> None:
    (figure,) = figures(paper("Số người đi học ở các lớp đã lên tới gần 80 vạn."))
    assert (figure.value, figure.qualifier, figure.counted) == (800_000, "nearly", "người")


def test_by_how_much_a_plan_is_surpassed() -> None:
    (figure,) = figures(paper("vượt 3 tỷ đồng so kế hoạch"))
    assert figure.qualifier == "exact"


def test_numbers_that_nobody_counted() -> None:
    assert found("Có 12 doanh nghiệp ngoài nhà nước có từ 30 lao động trở lên") == [
        (12, "doanh nghiệp")
    ]
    assert found("dịch vụ tăng 0 68% so với năm trước") == []


def test_tons_of_something_are_measured() -> None:
    words = "xuất cấp 1.783,935 tấn gạo cho cơ sở tư nhân (có từ 30 LĐ trở lên); 2,5 suất quà"
    assert found(words) == [(1783.935, "tấn gạo")]


def test_thousands_behind_a_class_or_a_place_are_counted() -> None:
    assert found("huy động ra lớp 86.079 học sinh/3.118 lớp") == [
        (86079, "học sinh"), (3118, "lớp")
    ]  # fmt: skip
    assert found("Huyện Sông Mã có 37 trường học đạt chuẩn") == [(37, "trường học")]
    assert found("mã số 37 trường học") == []


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("Hỗ trợ 2 con bò/1 hộ.", [2]),
        ("Toàn tỉnh đạt 11 bác sĩ/1 vạn dân, 32,5 giường bệnh/vạn dân.", []),
        ("Đã có 21 hồ sơ/180 hồ sơ.", [21, 180]),
    ],
)
def test_the_base_of_a_rate_counts_nothing(words: str, values: list[int]) -> None:
    assert [f.value for f in figures(paper(words))] == values


def test_two_kinds_of_party_branches_share_a_word() -> None:
    (found,) = figures(paper("Có 44 chi, đảng bộ cơ sở đã tổ chức đại hội."))
    assert (found.value, found.counted) == (44, "chi, đảng bộ cơ sở")

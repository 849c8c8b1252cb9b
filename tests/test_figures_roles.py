"""Target, result and total; awards and who confers them; period and scope (figures.md 4-6)."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from pipeline.model import DateMention, Field, FigureMention
from tests.figure_papers import figures, paper


def roles(words: str, path: tuple[str, ...] = ()) -> list[str | None]:
    return [f.role for f in figures(paper(words, path=path))]


@pytest.mark.parametrize(
    ("words", "path", "expected"),
    [
        ("với mục tiêu hoàn thành chỉ tiêu 1.500 ngày công", (), ["target"]),
        ("Nhiều chỉ tiêu đạt khá như: thu ngân sách 334 tỷ đồng; kết nạp 113 đảng viên.", (),
         ["result"] * 2),
        ("Các chỉ tiêu đạt và vượt kế hoạch: thu 334 tỷ đồng; có 113 đảng viên.", (),
         ["result"] * 2),
        ("Đảng bộ đạt và vượt nhiều chỉ tiêu đã đề ra như: 5 xã đạt chuẩn; 7 trường xây mới.", (),
         ["result"] * 2),
        ("Phấn đấu hoàn thành các chỉ tiêu: 5 xã đạt chuẩn; 7 trường xây mới.", (),
         ["target"] * 2),
        ("Các chỉ tiêu đến năm 2030 đạt: 90% hộ khá; 5 xã nông thôn mới.", (), ["target"] * 2),
        ("Dự kiến sẽ trao 20 suất quà.", (), ["target"]),
        ("Khám phá 82% số vụ, cao hơn chỉ tiêu huyện đề ra 12%, hơn 1,9% so với năm 2017.", (),
         ["result"] * 3),
        ("Trồng rừng 215 ha/KH 300 ha.", (), ["result", "target"]),
        ("UBND huyện đề nghị UBND tỉnh hỗ trợ 5 tỷ đồng sửa 12 phòng học.", (), [None] * 2),
        ("Theo đề nghị của Sở Mẫu hỗ trợ 5 tỷ đồng.", (), ["result"]),
        ("Huyện đề ra 21 chỉ tiêu, đến nay có 02 chỉ tiêu chưa đạt (đạt 46%; 85 người đi làm).", (),
         ["target", "result", "result", "result"]),
        ("Thu 12 tỷ đồng, vượt chỉ tiêu 5,2%; kết nạp 96 đảng viên, vượt kế hoạch 16 đảng viên.",
         (), ["result"] * 4),
        ("Tăng 7% (vượt mục tiêu Nghị quyết 0,36%), thấp hơn chỉ tiêu 2%.", (), ["result"] * 3),
        ("Các xã phải giải ngân 95% kế hoạch vốn.", (), [None]),
        ("Các xã giải ngân 95% kế hoạch vốn.", (), ["result"]),
        ("Thu lệ phí trước bạ: 21 tỷ đồng, bằng 118% so cùng kỳ.", (), ["result"] * 2),
        ("Hội nghị bầu 27 đồng chí.", ("2. Chỉ tiêu cụ thể",), ["result"]),
        ("Được 100% đại biểu biểu quyết thông qua.", ("2. Chỉ tiêu cụ thể",), ["result"]),
        ("Ban Thường vụ yêu cầu: Quý tới phải giải ngân 95% vốn; xây 02 nhà; thu 45 tỷ đồng.", (),
         [None] * 3),
        ("Ban Thường vụ đã chỉ đạo xây 02 nhà; thu 45 tỷ đồng.", (), ["result"] * 2),
        ("Đoàn sẽ kiểm tra ít nhất 5 cơ quan; 2 đơn vị; 3 xã, 4 trường; ít nhất 6 hộ.", (),
         ["target"] * 5),
        ("Xã sẽ mở 5 lớp; đã có 60 học viên đăng ký; 3 thôn đã họp.", (),
         ["target", "result", "result"]),
        ("Huyện sẽ mở 5 lớp; có 60 hộ tham gia.", (), ["target", "result"]),
        ("Đề nghị sửa chỉ tiêu “100% hồ sơ đã trả” thành “90% hồ sơ đã trả”.", (), ["target"] * 2),
        ("Có 65% cá nhân, 75% tập thể đạt khá.", ("2. Chỉ tiêu cụ thể",), ["target"] * 2),
        ("Phấn đấu: 90% đơn vị đạt; kết nạp 50 đoàn viên.", (), ["target"] * 2),
        ("Đến 2030 phấn đấu đạt: 90% đơn vị khá; 50 đoàn viên.", ("KẾT QUẢ",), ["target"] * 2),
        ("Có 45 đơn vị tham gia.", ("I. KẾT QUẢ",), ["result"]),
        ("Có 45 đơn vị tham gia.", ("MỤC TIÊU", "1. Kết quả đạt được"), ["result"]),
        ("so với chỉ tiêu được giao, đến nay đã có 412 mô hình", (), ["result"]),
        ("đạt 35% kế hoạch đợt 2", ("Chỉ tiêu",), ["result"]),
        ("chị em phấn đấu vươn lên; đã có 85 nữ công nhân", (), ["result"]),
        ("với tổng số tiền trên 9 tỷ đồng", (), ["total"]),
        ("nâng tổng số hợp tác xã lên 43 hợp tác xã", (), ["total"]),
        ("Lũy kế đến nay có 412 hộ, vốn vay 29 tỷ đồng.", (), ["total", "total"]),
        ("Tổng Liên đoàn hỗ trợ 25 đơn vị", (), ["result"]),
        ("Theo đề nghị của Sở, tỉnh đã hỗ trợ 15 tỷ đồng", (), ["result"]),
        ("còn 3 văn bản và đề nghị sửa đổi, bổ sung 21 văn bản", (), ["result", "result"]),
        ("Đề nghị UBND tỉnh hỗ trợ 15 tỷ đồng xây dựng 02 trường học", (), [None, None]),
        ("Công đoàn ngành cũng phấn đấu 10% đoàn viên có sáng kiến; Có ít nhất 60 sáng kiến được "
         "công nhận, 100 sáng kiến được chứng nhận.", (), ["target"] * 3),
    ],
)  # fmt: skip
def test_role(words: str, path: tuple[str, ...], expected: list[str]) -> None:
    assert roles(words, path) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Hội đồng có không quá 02 Phó Chủ tịch.", [None]),
        ("Tỷ lệ phiếu đồng ý từ 80% trở lên.", [None]),
        ("Cơ sở nộp thuế suất 15% và đã nộp 5 triệu đồng.", [None, None]),
        ("Phấn đấu đến năm 2030 có 40% đơn vị đạt.", ["target"]),
        ("Sẽ được hỗ trợ 10% chi phí.", [None]),
    ],
)
def test_numbers_of_rules_are_neither_result_nor_target(
    words: str, expected: list[str | None]
) -> None:
    dispatch = paper(words, path=("Chương II", "Điều 4. Đánh giá kết quả"), doc_type="TT")
    assert [f.role for f in figures(dispatch)] == expected


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("Ban hành Quy chế thi đua, khen thưởng", None),
        ("Về việc sửa đổi, bổ sung một số điều của Quy định về giá đất", None),
        ("Ban hành Chương trình phát triển thanh niên", "target"),
        ("Phát động phong trào thi đua năm 2024", "target"),
        ("Về việc tặng Bằng khen", "result"),
        ("Kết quả thực hiện kế hoạch năm 2023", "result"),
    ],
)
def test_the_subject_tells_rules_and_plans(subject: str, expected: str | None) -> None:
    plain = paper("Tổ chức 02 lớp tập huấn.", doc_type="QĐ")
    head = replace(plain.head, subject=Field(subject, 0, 0, "test"))
    assert [f.role for f in figures(replace(plain, head=head))] == [expected]


def test_articles_on_scope_tell_rules_without_a_head() -> None:
    dispatch = paper("Điều 1. Phạm vi điều chỉnh", "Mức hỗ trợ là 20% chi phí.")
    assert [f.role for f in figures(dispatch)] == [None]


def test_the_title_line_of_a_call_to_emulation_tells_a_plan() -> None:
    dispatch = paper("PHÁT ĐỘNG Phong trào thi đua năm 2024", "Doanh thu tăng trên 4%.")
    assert [f.role for f in figures(dispatch)] == ["target"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Mỗi đơn vị được đề nghị tối đa 03 tập thể.", [None]),
        ("Đảm bảo đến hết năm 2026 tối thiểu 90% hồ sơ được số hóa.", ["target"]),
        ("Yêu cầu bố trí 01 lô đất.", [None]),
        ("Đã có 12 hộ vượt mức tối thiểu, 5 hộ thoát nghèo.", ["result", None]),
        ("Phấn đấu tăng 5% so với cùng kỳ.", ["target"]),
    ],
)
def test_bounds_in_a_report_are_no_results(words: str, expected: list[str | None]) -> None:
    assert [f.role for f in figures(paper(words, doc_type="BC"))] == expected


def test_a_time_ahead_of_the_document_makes_a_target() -> None:
    words = "Đến năm 2030 có 60 đơn vị; hiện nay có 20 đơn vị"
    date = DateMention(4, 12, dt.date(2030, 1, 1), dt.date(2030, 12, 31), "year", "period", "t")
    plain = paper(words)
    dispatch = replace(plain, head=replace(plain.head, issued_on=dt.date(2025, 3, 1)))
    assert [f.role for f in figures(dispatch, (date,))] == ["target", "result"]


@pytest.mark.parametrize("kind", ["KH", "CT"])
def test_a_time_that_is_over_makes_a_result(kind: str) -> None:
    words = "Trong giai đoạn 2020-2021 xã có 90 sáng kiến; làm lợi 4 tỷ đồng. Tổ chức 05 lớp."
    over = DateMention(6, 25, dt.date(2020, 1, 1), dt.date(2021, 12, 31), "year", "period", "t")
    laid = paper(words)
    head = replace(laid.head, doc_type=kind, issued_on=dt.date(2022, 3, 1))
    found = [f.role for f in figures(replace(laid, head=head), (over,))]
    assert found == ["result", "result", "target" if kind == "KH" else None]


def test_counts_of_a_plan_are_targets() -> None:
    (figure,) = figures(paper("Tổ chức 02 lớp tập huấn.", doc_type="KH"))
    assert figure.role == "target"


def conferred(words: str, **options: str) -> list[tuple[float, str | None, str | None]]:
    values = figures(paper(words, **options))  # type: ignore[arg-type]
    return [(f.value, f.award_name, f.conferred_by) for f in values]


def test_authority_award_recipients() -> None:
    assert conferred("UBND tỉnh tặng Bằng khen cho 84 tập thể và 145 cá nhân") == [
        (84, "Bằng khen", "UBND tỉnh"),
        (145, "Bằng khen", "UBND tỉnh"),
    ]


def test_recipients_then_authority() -> None:
    words = "có 31 tập thể, 58 cá nhân được Chủ tịch nước tặng thưởng Huân chương Lao động"
    assert conferred(words) == [
        (31, "Huân chương Lao động", "Chủ tịch nước"),
        (58, "Huân chương Lao động", "Chủ tịch nước"),
    ]


def test_two_awards_with_one_count_stay_together() -> None:
    (figure,) = figures(paper("các Bộ, ngành tặng Cờ và Bằng khen cho 57 tập thể, cá nhân"))
    assert (figure.award, figure.award_name) == (None, "Cờ và Bằng khen")


def test_authority_carries_over_a_comma_and_starts_anew_after_a_semicolon() -> None:
    words = (
        "(Tổng LĐLĐ Việt Nam tặng Cờ cho 6 tập thể, tặng Bằng khen cho 23 tập thể và 17 cá nhân; "
        "LĐLĐ tỉnh tặng Bằng khen cho 11 tập thể, 38 cá nhân)"
    )
    assert conferred(words) == [
        (6, "Cờ", "Tổng LĐLĐ Việt Nam"),
        (23, "Bằng khen", "Tổng LĐLĐ Việt Nam"),
        (17, "Bằng khen", "Tổng LĐLĐ Việt Nam"),
        (11, "Bằng khen", "LĐLĐ tỉnh"),
        (38, "Bằng khen", "LĐLĐ tỉnh"),
    ]


def test_semicolon_without_subject_carries_nothing_over() -> None:
    values = conferred("UBND tỉnh tặng Cờ cho 2 tập thể; tặng Bằng khen cho 5 cá nhân")
    assert values[1] == (5, "Bằng khen", None)


def test_count_of_awards_themselves() -> None:
    values = conferred("Sở Y tế tặng 12 Giấy khen cho các cá nhân")
    assert values == [(12, "Giấy khen", "Sở Y tế")]


def test_authority_behind_the_award_and_proposed_awards() -> None:
    words = "đề nghị tặng Bằng khen của Chủ tịch UBND tỉnh cho 13 tập thể và 19 cá nhân"
    assert {x[1:] for x in conferred(words)} == {("Bằng khen", "Chủ tịch UBND tỉnh")}


def test_authority_right_behind_the_award_without_of() -> None:
    words = "đề nghị tặng Bằng khen Chủ tịch UBND tỉnh cho 16 cá nhân có thành tích"
    assert conferred(words) == [(16, "Bằng khen", "Chủ tịch UBND tỉnh")]


def test_predicate_behind_a_bracket() -> None:
    words = (
        "có hàng chục giải pháp được hội đồng cấp huyện công nhận (trong đó có 07 giải pháp: "
        "thủy lợi 04, giáo dục 03) được Bộ Công Thương tặng Bằng khen"
    )
    values = figures(paper(words))
    assert [f.award_name for f in values] == [None] + ["Bằng khen"] * 3
    assert [f.role for f in values] == ["total", "total", "part", "part"]


def test_unspecified_authority_is_unknown() -> None:
    (figure,) = figures(paper("12 cá nhân được các cấp, các ngành tặng Giấy khen"))
    assert (figure.award_name, figure.conferred_by) == ("Giấy khen", None)


def test_next_class_of_an_order() -> None:
    words = "Huân chương Lao động hạng Nhất cho 01 tập thể, hạng Nhì cho 02 tập thể"
    assert [f.award for f in figures(paper(words))] == ["hc_lao_dong_1", "hc_lao_dong_2"]


def test_deciding_body_confers_where_nobody_is_named() -> None:
    words = "Điều 1. Công nhận danh hiệu Chiến sĩ thi đua cơ sở cho 12 cá nhân"
    values = conferred(words, doc_type="QĐ", issuer="Sở Xây dựng An Bình")
    assert values == [(12, "Chiến sĩ thi đua cơ sở", "Sở Xây dựng An Bình")]


def test_title_in_quotes_behind_the_noun() -> None:
    words = "DANH SÁCH CÔNG NHẬN 15 TẬP THỂ “Lao động xuất sắc” NĂM 2021"
    (figure,) = figures(paper(words, kind="appendix"))
    assert figure.award_name == "Tập thể Lao động xuất sắc"


def test_amounts_and_things_are_no_recipients() -> None:
    words = "tặng Bằng khen và 20 suất quà trị giá 5 triệu đồng cho 12 cá nhân"
    values = conferred(words)
    assert values[0][1] is None and values[1][1] is None


def period(words: str, text: str) -> FigureMention:
    start = words.index(text)
    date = DateMention(
        start, start + len(text), dt.date(2023, 1, 1), dt.date(2023, 12, 31), "year", "period", "t"
    )
    return figures(paper(words), (date,))[0]


def test_period_scope_and_heading() -> None:
    figure = period("Năm 2023 toàn tỉnh có 120 CĐCS.", "Năm 2023")
    assert (figure.period_start, figure.period_end) == (dt.date(2023, 1, 1), dt.date(2023, 12, 31))
    assert figure.scope == "toàn tỉnh"
    (other,) = figures(paper("Có 5 đơn vị.", path=("I. KẾT QUẢ", "1. Chung")))
    assert other.heading == "I. KẾT QUẢ > 1. Chung"


def test_a_period_that_is_only_compared_with_is_not_the_figures_own() -> None:
    figure = period("Doanh thu tăng 5% so với cùng kỳ năm 2023.", "năm 2023")
    assert (figure.period_start, figure.period_end) == (None, None)


def test_the_same_time_a_year_before_is_another_period() -> None:
    figure = period("Cơ cấu năm 2023 thay đổi (cùng kỳ là 19%).", "năm 2023")
    assert (figure.period_start, figure.period_end) == (None, None)


def test_no_result_is_of_a_time_to_come() -> None:
    words = "Phấn đấu đến năm 2025 có 80% hộ dân dùng nước sạch; hiện có 65% hộ dân dùng nước sạch."
    at = words.find("năm 2025")
    aim = DateMention(
        at, at + 8, dt.date(2025, 1, 1), dt.date(2025, 12, 31), "year", "period", "date.year"
    )
    dispatch = paper(words)
    dispatch = replace(dispatch, head=replace(dispatch.head, issued_on=dt.date(2022, 9, 4)))
    target, result = figures(dispatch, (aim,))
    assert (target.role, target.period_start) == ("target", dt.date(2025, 1, 1))
    assert (result.role, result.period_start, result.period_end) == ("result", None, None)


@pytest.mark.parametrize(("issued", "is_its"), [(2024, False), (2026, True)])
def test_no_result_is_of_years_that_had_just_begun(issued: int, is_its: bool) -> None:
    words = "Chương trình giai đoạn 2024-2030 đã hỗ trợ 345 hộ."
    at = words.find("giai")
    term = DateMention(
        at, at + 19, dt.date(2024, 1, 1), dt.date(2030, 12, 31), "year", "period", "date.years"
    )
    dispatch = paper(words)
    head = replace(dispatch.head, issued_on=dt.date(issued, 7, 1))
    (result,) = figures(replace(dispatch, head=head), (term,))
    assert result.role == "result"
    assert result.period_end == (dt.date(2030, 12, 31) if is_its else None)


def test_rules_about_an_award_give_it_to_nobody() -> None:
    words = "đề nghị tặng danh hiệu Tập thể lao động xuất sắc cho không quá 20% tổng số tập thể"
    plain = paper("Điều 1. Phạm vi điều chỉnh", words, doc_type="QĐ", issuer="UBND tỉnh Mẫu")
    assert [f.conferred_by for f in figures(plain)] == [None]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Toàn tỉnh có 120 CĐCS; huyện Mẫu có 12 CĐCS", ["Toàn tỉnh", None]),
        ("Toàn tỉnh có: 120 CĐCS; 15 nghiệp đoàn", ["Toàn tỉnh", "Toàn tỉnh"]),
        ("Danh hiệu Chiến sĩ thi đua toàn quốc có 3 cá nhân", [None]),
        ("Toàn tỉnh có 120 CĐCS, riêng huyện Mẫu có 12 CĐCS", ["Toàn tỉnh", None]),
    ],
)
def test_scope_holds_for_its_clause_and_no_awards_name(
    words: str, expected: list[str | None]
) -> None:
    assert [f.scope for f in figures(paper(words))] == expected


@pytest.mark.parametrize(
    ("words", "giver"),
    [
        ("Thừa ủy quyền của Chủ tịch nước, Bí thư Tỉnh ủy Lê Văn Mít đã trao tặng Huân chương Lao "
         "động hạng Ba cho 4 cá nhân.", "Chủ tịch nước"),
        ("Chủ tịch nước vừa ký Quyết định số 2417 ngày 9/8/2014 tặng thưởng Huân chương Lao động "
         "cho 6 tập thể.", "Chủ tịch nước"),
        ("LĐLĐ quận đã trao kỷ niệm chương “Vì sự nghiệp mẫu” của Tổng LĐLĐ Việt Nam cho 9 cán bộ.",
         "Tổng LĐLĐ Việt Nam"),
        ("Chủ tịch UBND tỉnh còn tặng Bằng khen cho 3 tập thể.", "Chủ tịch UBND tỉnh"),
    ],
)  # fmt: skip
def test_who_confers_is_not_who_hands_over(words: str, giver: str) -> None:
    assert [f.conferred_by for f in figures(paper(words))][-1] == giver


def test_an_award_holds_behind_semicolons_for_those_who_follow() -> None:
    found = figures(paper(
        "Thủ tướng Chính phủ tặng bằng khen cho 14 cá nhân thuộc Công an; 1 cá nhân thuộc Bệnh "
        "viện Mẫu; 79 tập thể và 86 cá nhân thuộc Quân đội; 3 đơn vị được biểu dương."
    ))  # fmt: skip
    assert [f.award for f in found] == ["bk", "bk", "bk", "bk", None]


def test_two_bodies_confer_together() -> None:
    found = figures(paper("UBND tỉnh và Liên đoàn Lao động tỉnh tặng bằng khen cho 5 cá nhân."))
    assert [f.conferred_by for f in found] == ["UBND tỉnh và Liên đoàn Lao động tỉnh"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("thực hiện các chỉ tiêu được giao, kết nạp đoàn viên được 551/530 đạt 103,96%",
         ["result", "result"]),
        ("Có 4 xã đạt trên 50% chỉ tiêu, gồm: xã Mẫu kết nạp 52 đảng viên, đạt 60,5%",
         ["result"] * 4),
        ("Việc này được đặt ra từ năm 1963, đến tháng 4-1964 đã đưa được 45.827 người",
         ["result"]),
        ("Phấn đấu có 45/50 đơn vị, đạt 90%", ["target", "target"]),
    ],
)  # fmt: skip
def test_what_was_reached_of_a_target_is_a_result(words: str, expected: list[str]) -> None:
    assert roles(words) == expected


def test_a_plan_in_a_bracket_of_its_own() -> None:
    assert roles("Đã kết nạp 2.740 đoàn viên (kế hoạch 3.000 đoàn viên)") == ["result", "target"]


def test_what_those_meant_have_reached_before_is_no_result_of_the_aim() -> None:
    words = "Phấn đấu thêm 7 xã đạt chuẩn, duy trì tại các xã đã đạt chuẩn, nâng lên 12 tiêu chí"
    assert roles(words) == ["target", "target"]


def test_the_whole_system_is_no_scope_where_it_is_the_political_one() -> None:
    (figure,) = figures(paper("với sự quyết tâm của cả hệ thống chính trị, có 30 sáng kiến"))
    assert figure.scope is None


def test_a_bound_of_what_was_done_is_a_result_in_a_report() -> None:
    assert roles("Đã vận động được ít nhất 50 công nhân tham gia") == ["result"]
    assert roles("Các tổ có ít nhất 5 công nhân") == [None]

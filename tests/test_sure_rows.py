"""What looked sure and was not: rows of other deeds, other givers and numbers of forms."""

from __future__ import annotations

import hashlib

import pytest

from pipeline.document import process
from pipeline.extract.initiatives import initiatives_in
from pipeline.model import Source
from tests.award_papers import awarded
from tests.cited import cite
from tests.figure_papers import figures, found, paper, rules


def _givers(words: str) -> list[tuple[object, object, object, bool]]:
    return [
        (a["name"], a["award_name"], a["conferred_by"], float(str(a["confidence"])) >= 0.9)
        for a in awarded(words)
    ]


def read_head(lines: str) -> dict[str, object]:
    data = lines.replace("|", "\n").encode()
    source = Source("giay.txt", hashlib.sha256(data).hexdigest(), len(data), "text/plain")
    (row,) = process(data, source, rules()).tables["documents"]
    return row


def _counted(words: str) -> list[tuple[float, str | None, str | None, str | None]]:
    return [(f.value, f.counted, f.award_name, f.conferred_by) for f in figures(paper(words))]


def test_who_gives_the_next_award_is_no_workplace() -> None:
    rows = awarded(
        "Sở A đã trao Huân chương Dũng cảm cho thân nhân em Lương Mạnh Mít, Trung ương Đoàn TNCS"
        " Hồ Chí Minh truy tặng Huy hiệu Tuổi trẻ dũng cảm."
    )
    assert {(a["name"], a["workplace"]) for a in rows} == {("Lương Mạnh Mít", None)}


def test_of_two_awards_nobody_knows_whose_is_which() -> None:
    rows = _givers(
        "Sở A trao Bằng khen của Chủ tịch UBND tỉnh và Giấy khen của Giám đốc Công an tỉnh cho các"
        " đồng chí: Lê Văn Mít, Trần Thị Na."
    )
    assert rows and not any(sure for *_, sure in rows)


def test_the_giver_ends_before_the_next_award() -> None:
    assert _givers(
        "Ông Lê Văn Mít được tặng Bằng khen của Chủ tịch UBND tỉnh và Giấy khen của Công an tỉnh."
    ) == [
        ("Lê Văn Mít", "Bằng khen", "Chủ tịch UBND tỉnh", True),
        ("Lê Văn Mít", "Giấy khen", "Công an tỉnh", True),
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "UBND tỉnh tặng Bằng khen cho tập thể Tổ A vì đã cứu 5 người.",
            (5, "người", None, None),
        ),
        (
            "Đề nghị truy tặng Huân chương Dũng cảm cho nam sinh tử nạn khi cứu 2 em nhỏ.",
            (2, "em nhỏ", None, None),
        ),
        (
            "Sở A trao giấy khen đột xuất của Giám đốc Công an tỉnh cho 04 cá nhân.",
            (4, "cá nhân", "Giấy khen", "Giám đốc Công an tỉnh"),
        ),
        (
            "Sở A trao Bằng khen của UBND tỉnh và Giấy khen của Công an tỉnh cho 4 tập thể.",
            (4, "tập thể", "Bằng khen và Giấy khen", None),
        ),
        (
            "UBND tỉnh tặng Bằng khen cho các tập thể vì có thành tích gồm 15 đơn vị.",
            (15, "đơn vị", "Bằng khen", "UBND tỉnh"),
        ),
    ],
)
def test_award_of_a_count(words: str, expected: tuple[object, ...]) -> None:
    assert _counted(words) == [expected]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("DANH SÁCH 26 ANH HÙNG LAO ĐỘNG", [(26, "ANH HÙNG LAO ĐỘNG")]),
        ("lái xe hơn 10 vạn cây số an toàn", [(100000, "cây số")]),
        ("nhà văn hóa 5.267m2 đáp ứng yêu cầu", [(5267, "m2")]),
        ("không đòi đền bù một đồng nào", []),
        ("thửa số 15, 16, 17 tờ bản đồ số 8", []),
        (
            "10 hộ bàn giao mặt bằng, 15 hộ hiến 300 m2 đất",
            [(10, "hộ"), (15, "hộ"), (300, "m2 đất")],
        ),
        ("bố trí 10.000 bộ đội ứng trực", [(10000, "bộ đội")]),
        ("Vùng 1 bao gồm phù sa", []),
        ("trao cho 10 gương mặt trẻ tiêu biểu", [(10, "gương mặt trẻ")]),
    ],
)
def test_counted_noun(words: str, expected: list[tuple[float, str | None]]) -> None:
    assert found(words) == expected


def test_the_giver_ends_before_the_next_count() -> None:
    words = "20 cá nhân được nhận Bằng khen của Chủ tịch UBND tỉnh và 60 hộ được biểu dương."
    assert _counted(words)[0] == (20, "cá nhân", "Bằng khen", "Chủ tịch UBND tỉnh")


def test_who_meets_about_awards_gives_none() -> None:
    words = "8h: Đ/c Mít - PCT họp Hội đồng TĐKT xét tặng Bằng khen cho 12 tập thể."
    assert [c[3] for c in _counted(words)] == [None]


@pytest.mark.parametrize("title", ["THỂ LỆ", "BẢNG GIÁ DỊCH VỤ", "THÔNG BÁO MỜI THẦU"])
def test_what_is_offered_is_no_result(title: str) -> None:
    found_ = figures(paper(title, "01 giải Nhất: 30 triệu đồng; 3.000 Giấy khen"))
    assert {f.role for f in found_} == {None}


def test_a_bound_read_without_the_other_is_doubtful() -> None:
    money = figures(paper("có 12 hộ đạt từ 500 - 1 tỷ đồng/năm"))[-1]
    assert money.value == 1_000_000_000 and money.confidence < 0.9


@pytest.mark.parametrize(
    "words",
    [
        "Ban A đề nghị hủy Quyết định số 12/QĐ-CTN tặng Huân chương Lao động hạng Ba cho ông Lê"
        " Văn Mít.",
        "Sở A huỷ kết quả xét tặng Bằng khen cho ông Lê Văn Mít.",
    ],
)
def test_what_is_taken_back_was_not_given(words: str) -> None:
    assert awarded(words) == []


def test_the_work_of_a_good_example_is_no_workplace() -> None:
    words = "Điển hình: ông Lê Văn Mít, ấp Gò, xã Mận nuôi 2.000 con vịt, thu lãi 300 triệu đồng."
    assert [(a["name"], a["workplace"]) for a in awarded(words)] == [
        ("Lê Văn Mít", "ấp Gò, xã Mận")
    ]


def test_the_number_of_a_judgment_is_its_own() -> None:
    assert cite("Bản án số: 27/2021/HS-ST") == []
    assert [c.cited_number for c in cite("Theo Bản án số: 27/2021/HS-ST")] == ["27/2021/HS-ST"]


def test_aims_that_a_congress_agrees_on_are_aims() -> None:
    words = "Đại hội thống nhất: Chỉ tiêu: thu nhập 65 triệu đồng/người; kết nạp 45 đảng viên."
    assert {f.role for f in figures(paper(words))} == {"target"}


def test_a_deputy_who_signs_gives_nothing() -> None:
    words = "Ông Lò Văn Mít, Phó Chủ tịch UBND tỉnh vừa ký tặng Bằng khen cho 15 tập thể."
    assert [c[3] for c in _counted(words)] == [None]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Tập đoàn Mận của ông Lê Văn Mít nhận Huân chương Lao động hạng Nhất.", []),
        (
            "Sáng kiến của ông Lê Văn Mít được tặng Bằng khen của UBND tỉnh.",
            ["Lê Văn Mít"],
        ),
        (
            "Noi gương anh hùng Phan Đình Mít, chiến sĩ Vàng A Dế được Quân khu tặng Bằng khen.",
            ["Vàng A Dế"],
        ),
    ],
)
def test_who_stands_beside_the_subject(words: str, expected: list[str]) -> None:
    assert [a["name"] for a in awarded(words)] == expected


def test_a_name_cut_at_the_end_of_a_line_is_doubtful() -> None:
    lines = "Điều 1. Tặng Bằng khen cho các ông, bà:\nNguyễn Văn\nMít, Phó\nGiám đốc Sở A;"
    assert all(float(str(a["confidence"])) < 0.9 for a in awarded(lines))


def test_an_award_is_no_initiative() -> None:
    words = "1. Công trình đề nghị xét tặng “Giải thưởng Hồ Chí Minh”"
    assert initiatives_in(paper(words).blocks[0], rules()) == ()


def test_terms_below_the_name_of_a_firm_set_rules() -> None:
    dispatch = paper("CÔNG TY MẬN\nQUY CHẾ THI ĐUA", "Chi thưởng 300.000 đồng cho 5 tập thể.")
    assert {f.role for f in figures(dispatch)} == {None}


def test_those_who_hand_out_awards_were_given_none() -> None:
    words = "Đảng ủy 2 phường Gò và Mận đã trao tặng Huy hiệu 30 năm tuổi Đảng cho các đảng viên."
    assert _counted(words) == [(2, "phường", None, None)]
    words = "Có 2 phường được UBND tỉnh tặng Cờ thi đua."
    assert _counted(words) == [(2, "phường", "Cờ thi đua", "UBND tỉnh")]


def test_medals_won_are_not_given_by_who_gives_the_order() -> None:
    words = "Chủ tịch nước tặng Huân chương cho ông Lê Văn Mít, đoạt 5 huy chương vàng."
    assert _counted(words) == [(5, "huy chương vàng", "Huy chương vàng", None)]


def test_a_deputy_who_signs_issues_nothing() -> None:
    words = "Phó Thủ tướng Lê Văn Mít vừa ký Quyết định số 651/QĐ-TTg ngày 27/5/2022."
    assert [(c.cited_number, c.cited_issuer) for c in cite(words)] == [("651/QĐ-TTg", None)]


def test_a_certificate_names_below_its_giver_who_is_given_it() -> None:
    lines = "GIÁM ĐỐC CÔNG TY MẬN|TẶNG|GIẤY KHEN|Ông LÊ VĂN MÍT|Quyết định số: 102/QĐ-PC"
    head = read_head(f"{lines}|Gò Mận, ngày 20 tháng 11 năm 2017")
    assert head["issuer"] == "GIÁM ĐỐC CÔNG TY MẬN"


def test_a_contract_is_not_about_its_first_sentence() -> None:
    lines = "HỢP ĐỒNG LAO ĐỘNG|Số: 12/2020/HĐLĐ|Hôm nay, ngày 01/6/2020, tại Công ty Mận, gồm:"
    assert read_head(lines)["subject"] is None


def test_what_those_beside_have_won_is_not_given_to_all() -> None:
    words = "UBND tỉnh tặng Bằng khen cho 2 học sinh đoạt giải nhất và 3 giáo viên."
    assert _counted(words)[1] == (3, "giáo viên", None, None)
    words = "Đoạt giải Nhất: 02 học sinh."
    assert _counted(words) == [(2, "học sinh", "Giải Nhất", None)]


def test_an_aim_behind_a_count_of_awards_counts_none() -> None:
    words = "Đề nghị tặng 50 Bằng khen; ít nhất 01 công trình chào mừng Đại hội."
    assert [c[2] for c in _counted(words)] == ["Bằng khen", None]


def test_a_work_with_makers_of_its_own_is_not_of_the_one_before() -> None:
    words = (
        "Tiêu biểu: ông Lê Văn Mít, Sở Mận với đề tài “Máy gieo hạt”; tập thể Khoa Gây mê, Bệnh"
        " viện Gò; công trình “Vắc xin mới” do Công ty Na chủ trì."
    )
    data = words.encode()
    source = Source("giay.txt", hashlib.sha256(data).hexdigest(), len(data), "text/plain")
    works = process(data, source, rules()).tables["initiatives"]
    assert {w["title"]: w["authors"] for w in works} == {
        "Máy gieo hạt": ["Lê Văn Mít"],
        "Vắc xin mới": ["Công ty Na"],
    }


def test_what_is_an_example_was_not_reached() -> None:
    words = "Ghi chú: nêu rõ kết quả, ví dụ: có 02 sáng kiến; giá trị làm lợi 500 triệu đồng."
    assert {f.role for f in figures(paper(words))} == {None}


@pytest.mark.parametrize(
    ("number", "is_sure"),
    [
        ("17/HD-UBND", True), ("3275a/HD-UBND", True), ("I7/HD-UBND", False),
        ("29o8/HD-UBND", False), ("9I/2017/NĐ-CP", False),
    ],
)  # fmt: skip
def test_a_number_with_a_letter_for_a_digit_is_doubtful(number: str, is_sure: bool) -> None:
    (row,) = cite(f"Căn cứ Hướng dẫn số {number} ngày 01/12/2023 của Ủy ban nhân dân tỉnh;")
    assert (row.confidence >= 0.9) is is_sure

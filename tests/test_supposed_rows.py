"""Rows of what is only supposed, asked or offered, of stamps, and of days of something else."""

from __future__ import annotations

import pytest

from tests.award_papers import awarded, rows_of
from tests.figure_papers import figures, paper


@pytest.mark.parametrize(
    "words",
    [
        "Có ý kiến cho rằng 90% bằng khen dành cho lãnh đạo?",
        "Nếu thưởng 10 triệu đồng cho 500 người thì cần 5 tỷ đồng.",
        "Trả lời: Theo khoản 1 Điều 71 Luật A, mức thưởng là 3,5 lần lương, tức 6.300.000 đồng.",
        "Mức tiền thưởng là 3,5 lần mức lương cơ sở (1.800.000 đồng).",
        "Ai bắt được đối tượng được thưởng 10.000.000 đồng.",
        "Bài tập 2: Một lớp có 35 học sinh. Hỏi có bao nhiêu học sinh giỏi? Đáp số: 7 học sinh.",
        "Khuyến mại: giảm đến 50%, tặng quà 500.000 đồng.",
        "Mười khách hàng đầu tiên được tặng 500.000 đồng.",
    ],
)
def test_what_is_supposed_asked_or_offered_is_no_result(words: str) -> None:
    found = figures(paper(words))
    assert found and {figure.role for figure in found} == {None}


def test_what_was_before_is_no_supposition() -> None:
    found = figures(paper("Nếu như năm 2015 có 25 hộ nghèo thì nay còn 5 hộ."))
    assert [(f.value, f.role) for f in found] == [(25, "result"), (5, "result")]


def test_a_meeting_is_no_giver() -> None:
    found = figures(
        paper("Đại hội đã tuyên dương 7 cá nhân. Hội Nông dân tặng Bằng khen cho 2 người.")
    )
    assert [f.conferred_by for f in found] == [None, "Hội Nông dân"]


def test_those_beside_whom_somebody_stands_were_given_it() -> None:
    assert not awarded(
        "Ông Lê Văn Mít, Phó Chủ tịch UBND tỉnh, chụp ảnh với các cá nhân được tặng Huân chương Lao"
        " động hạng Ba."
    )


def test_it_is_said_of_the_last_alone() -> None:
    rows = awarded(
        "Đồng chí Lê Văn Mít, Bí thư Đảng ủy xã; đồng chí Trần Thị Na, Hiệu trưởng nhà trường -"
        " người vinh dự được nhận Bằng khen của Chủ tịch UBND tỉnh năm 2014."
    )
    assert [row["name"] for row in rows] == ["Trần Thị Na"]


def test_a_report_belongs_to_a_person_and_not_to_where_he_works() -> None:
    tables = rows_of(
        "BÁO CÁO THÀNH TÍCH ĐỀ NGHỊ TẶNG BẰNG KHEN CỦA CHỦ TỊCH UBND TỈNH\n- Họ tên: .......\n"
        "- Đơn vị công tác: Phòng Giáo dục và Đào tạo huyện Mẫu\n"
    )
    assert not tables.get("awardees")


def test_a_report_whose_title_stands_in_the_head_is_read() -> None:
    tables = rows_of(
        "SƠ YẾU LÝ LỊCH\n(Tự thuật)\nHọ và tên: LÊ THỊ NA\nNgày sinh: 12/08/1991.\n"
        "Hà Nội, ngày 05 tháng 03 năm 2021\nNgười khai\nLê Thị Na\n"
    )
    (row,) = tables["documents"]
    assert row["issuer"] is None and not tables["failures"]


@pytest.mark.parametrize("title", ["ĐƠN XIN NGHỈ PHÉP", "BÁO GIÁ DỊCH VỤ", "THÔNG ĐIỆP NĂM MỚI"])
def test_a_title_above_a_day_at_the_foot_is_no_issuer(title: str) -> None:
    tables = rows_of(f"{title}\nTôi viết thư này.\nHà Nội, ngày 05 tháng 3 năm 2021\nLê Thị Na\n")
    assert [row["issuer"] for row in tables["documents"]] == [None]


def _dates(words: str) -> list[tuple[object, object]]:
    return [(row["quote"], row["role"]) for row in rows_of(words).get("dates", [])]


def test_a_name_beside_a_year_of_birth_is_no_year() -> None:
    assert _dates("DANH SÁCH\n1\tNguyễn Văn Năm\t1968\n") == []


@pytest.mark.parametrize(
    "stamp",
    [
        "Cơ quan: UBND tỉnh\nGiờ ký: 24/10/2022 15:17:35\n",
        "CÔNG VĂN ĐẾN\nSố: 1452\nNgày: 15/6/2022\nChuyển: P. NS\n",
    ],
)
def test_a_stamp_gives_no_date(stamp: str) -> None:
    assert _dates(stamp) == []


@pytest.mark.parametrize(
    "line", ["Thứ năm, 20:52 31/12/2015 | Giải trí", "31/12/2015 Thứ năm", "(ANM) 10:22 31/12/2015"]
)
def test_the_line_of_a_page_tells_when_it_was_published(line: str) -> None:
    assert [role for _, role in _dates(f"Hai người nhận danh hiệu\n{line}\n\nHai người.\n")] == [
        "published"
    ]


def test_a_timetable_was_not_published_on_its_days() -> None:
    found = _dates("LỊCH TUẦN\nThứ hai, 12/5/2023\nHọp\nThứ ba, 13/5/2023\nHọp\n")
    assert [role for _, role in found] == ["event", "event"]


def test_an_event_is_of_its_own_day() -> None:
    tables = rows_of(
        "Điều lệ thông qua tại Đại hội đồng cổ đông ngày 14/12/2005, được sửa đổi lần thứ nhất vào"
        " ngày 25/04/2007, lần thứ hai vào ngày 22/04/2009. Em Đoàn Duy Lễ sinh 12/5/2010 tại phòng"
        " họp Trường A ngày 5/6/2012."
    )
    assert [row["event"] for row in tables["dates"]] == ["Đại hội đồng cổ đông", *[None] * 4]


def test_the_number_in_the_title_of_a_judgment_is_its_own() -> None:
    tables = rows_of(
        "BẢN ÁN 16/2018/DS-PT NGÀY 02/02/2018 VỀ TRANH CHẤP\nDo bản án dân sự sơ thẩm 13/2017/DS-ST"
        " ngày 12/10/2017 bị kháng cáo.\n"
    )
    found = [(row["cited_type"], row["cited_number"]) for row in tables["citations"]]
    assert found == [(None, "13/2017/DS-ST")]


def test_what_a_test_quotes_was_made_up() -> None:
    rows = awarded(
        "Câu 1: Tìm lỗi trong văn bản sau:\nĐiều 1: Tặng Giấy khen cho ông Lê Văn Mít, bà Trần Thị"
        " Na vì có thành tích năm 2010.\nCâu 2: Văn bản có mấy phần?\n"
    )
    assert not any(float(str(row["confidence"])) >= 0.9 for row in rows)


def test_a_guide_without_a_number_sets_rules() -> None:
    tables = rows_of("HƯỚNG DẪN LẬP HỒ SƠ\n1. Mỗi đơn vị chọn 02 tập thể, 03 cá nhân.\n")
    assert {row["role"] for row in tables["figures"]} <= {None}


def test_what_was_only_reached_against_an_aim_is_a_result() -> None:
    found = figures(paper("So với chỉ tiêu 1.000 sáng kiến, toàn ngành mới đạt 850 sáng kiến."))
    assert [(f.value, f.role) for f in found] == [(1000, "target"), (850, "result")]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Bộ Y tế tặng Bằng khen cho 15 tập thể có từ 2 sáng kiến trở lên.",
            [(15, "tập thể", "Bằng khen", "Bộ Y tế"), (2, "sáng kiến", None, None)],
        ),
        (
            "Trao 2 giải Nhì cho Đội A, Đội B, 5 giải phụ.",
            [(2, "giải Nhì", "Giải Nhì", None), (5, "giải phụ", None, None)],
        ),
        (
            "Bằng khen của Bộ trưởng cho 5 cá nhân, của UBND tỉnh cho 12 cá nhân.",
            [(5, "cá nhân", "Bằng khen", "Bộ trưởng"), (12, "cá nhân", "Bằng khen", None)],
        ),
        (
            "LĐLĐ tỉnh phối hợp Sở Y tế tặng Bằng khen cho 5 bác sĩ.",
            [(5, "bác sĩ", "Bằng khen", "LĐLĐ tỉnh")],
        ),
        ("In 500 giấy khen phục vụ hội nghị.", [(500, "giấy khen", None, None)]),
        ("Có 25 người dân tộc thiểu số.", [(25, "người dân tộc thiểu số", None, None)]),
    ],
)
def test_whose_count_is_whose(words: str, expected: list[tuple[object, ...]]) -> None:
    found = figures(paper(words))
    assert [(f.value, f.counted, f.award_name, f.conferred_by) for f in found] == expected


def test_who_still_owes_is_no_good_example() -> None:
    assert not awarded("Một số hộ tiêu biểu còn nợ: Lê Văn Mít, Trần Thị Na.")


def test_a_mark_that_closes_a_name_opens_no_title() -> None:
    tables = rows_of('Phong trào "Mỗi người một sáng kiến", cuộc thi "Ý tưởng" đã kết thúc.\n')
    assert not tables.get("initiatives")


def test_an_anniversary_of_the_century_before_is_one_period() -> None:
    assert _dates("Kỷ niệm 132 năm Ngày sinh Bác (19/5/1890 - 19/5/2022).\n") == [
        ("19/5/1890 - 19/5/2022", "period")
    ]


def test_a_law_takes_effect_on_a_day_of_its_own() -> None:
    assert ("01/01/2024", "event") in _dates("Luật năm 2022 có hiệu lực 01/01/2024.\n")


def test_a_period_without_its_first_day_is_doubtful() -> None:
    rows = rows_of("Từ đầu năm đến ngày 14/6/2022 có 45 vụ. Số liệu đến ngày 31/5/2022.\n")
    assert [float(str(row["confidence"])) >= 0.9 for row in rows["dates"]] == [False, True]


@pytest.mark.parametrize("words", ["Xem Phụ lục 2/PL.", "Phiếu chi số 12/PC ngày 5/6/2020."])
def test_annexes_and_vouchers_are_no_papers(words: str) -> None:
    assert not rows_of(words).get("citations")

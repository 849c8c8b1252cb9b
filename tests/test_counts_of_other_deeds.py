"""Counts and words beside an award that are not of it: what was done for it, when, and cases."""

from __future__ import annotations

import pytest

from pipeline.extract.initiatives import initiatives_in
from tests.award_papers import awarded
from tests.figure_papers import figures, found, paper, rules


def _awards(words: str) -> list[tuple[float, str | None]]:
    return [(f.value, f.award_name) for f in figures(paper(words))]


@pytest.mark.parametrize(
    "words",
    [
        "Ông A được tặng Bằng khen của UBND tỉnh nhờ mô hình nuôi cá tạo việc làm cho 30 lao động.",
        "Hợp tác xã A được tặng Huân chương Lao động hạng Ba, giải quyết việc làm cho 30 lao động.",
        "UBND tỉnh tặng Bằng khen cho Hợp tác xã A, đơn vị đã tạo việc làm cho 30 lao động.",
        "Bệnh viện đón nhận Huân chương Lao động, khám chữa bệnh cho 30 lượt người.",
        "Anh đã cứu sống 30 người, được tặng Bằng khen của Bộ Y tế.",
        "Cơ sở có 30 công nhân, được tặng Bằng khen của UBND tỉnh.",
        "Đơn vị quản lý 30 đảng viên, được Tỉnh ủy tặng Bằng khen.",
        "Chị đạt giải nhất và đứng đầu khu vực 30 tỉnh, rồi giành giải ba quốc gia.",
        "Tèo đã làm giả 30 Bằng khen của Chủ tịch UBND tỉnh.",
        "Sở A thu hồi 30 Bằng khen.",
        "Đơn vị được UBND tỉnh tặng Cờ thi đua, tiêm chủng cho 30 trẻ.",
        "Sở A tặng Bằng khen cho ông Lê Văn Mít, lái tàu, đã cứu 30 ngư dân.",
    ],
)
def test_counts_of_a_deed_count_no_award(words: str) -> None:
    assert _awards(words) == [(30, None)]


@pytest.mark.parametrize(
    "words",
    [
        "UBND tỉnh tặng Bằng khen về thành tích giúp đỡ hộ nghèo cho 5 tập thể.",
        "Có 5 tập thể có thành tích xuất sắc, được UBND tỉnh tặng Bằng khen.",
        "Toàn ngành có 5 tập thể, được UBND tỉnh tặng Bằng khen.",
        "Huyện đã có 5 tập thể được tặng Bằng khen.",
        "Huyện Gò có 5 người được trao tặng, truy tặng Bằng khen.",
        "Danh hiệu được tặng là Bằng khen do đơn vị, địa phương quy định cho phù hợp: 5 tập thể.",
        "Công đoàn được Tổng Liên đoàn tặng Bằng khen cho 5 tập thể.",
        "Quỹ tặng Bằng khen của Quỹ Hỗ trợ nông dân cho 5 hộ.",
        "Tổng LĐLĐ tặng Cờ, LĐLĐ tỉnh tặng Bằng khen cho 5 tập thể.",
        "Thu hồi quyết định cũ và tặng 5 Bằng khen.",
    ],
)
def test_counts_of_those_given_it_keep_their_award(words: str) -> None:
    assert _awards(words) == [(5, "Bằng khen")]


def test_the_sum_below_a_list_is_not_of_its_last_award() -> None:
    words = "3. Bà Na, hy sinh 1970, được truy tặng Anh hùng LLVTND năm 1995 Tổng: 03 liệt sĩ."
    assert _awards(words) == [(3, None)]


def test_a_straight_mark_behind_a_word_closes_the_title() -> None:
    words = 'Xét công nhận sáng kiến "Phần mềm quản lý đề tài" của Phòng Mận và các việc khác'
    titles = [t.title for t in initiatives_in(paper(words).blocks[0], rules())]
    assert titles == ["Phần mềm quản lý đề tài"]


def test_whom_a_feast_praises_is_not_given_the_prize_of_others() -> None:
    words = "Sở A tuyên dương 100 công nhân, trao Giải thưởng Nguyễn Đức Cảnh cho 5 công nhân."
    assert _awards(words) == [(100, None), (5, "Giải thưởng Nguyễn Đức Cảnh")]


def test_who_only_prepares_the_papers_gives_nothing() -> None:
    words = "Đ/c Mít làm việc với Phòng Nội vụ về hồ sơ tặng Huy hiệu Đảng cho 12 đảng viên."
    assert [f.conferred_by for f in figures(paper(words))] == [None]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Đoàn có 9 đại biểu, ông Lê Văn Mít làm trưởng đoàn", [(9, "đại biểu")]),
        ("Gia đình có 02 liệt sĩ, mẹ tôi được tặng Bằng khen", [(2, "liệt sĩ")]),
        ("tặng quà 12 ông, bà", [(12, "ông, bà")]),
        ("có 1 con duy nhất là liệt sĩ", [(1, "con")]),
        ("Trường cấp 1 xã mang tên liệt sĩ", []),
        ("mua 45 tấn hết 2 tỷ đồng", [(45, "tấn"), (2_000_000_000, None)]),
    ],
)
def test_the_noun_ends_before_the_next_words(
    words: str, expected: list[tuple[float, str | None]]
) -> None:
    assert found(words) == expected


@pytest.mark.parametrize(
    "title",
    ["PHIẾU BÀI TẬP TOÁN LỚP 3", "CÔNG TY MAY GÒ TUYỂN DỤNG", "BỘ CÂU HỎI TRẮC NGHIỆM"],
)
def test_exercises_and_vacancies_report_nothing(title: str) -> None:
    assert {f.role for f in figures(paper(title, "50 công nhân; 3 hộp sữa"))} == {None}


def test_striving_that_was_done_is_no_aim() -> None:
    words = "Cùng với sự phấn đấu của toàn xã hội, tăng trưởng ước đạt 13,36%"
    assert [f.role for f in figures(paper(words))] == ["result"]


@pytest.mark.parametrize(
    "when",
    [
        "năm 2016", "từ năm 2010 đến nay", "liên tục trong 5 năm", "quý II năm 2020",
        "nhiều năm liền",
    ],
)  # fmt: skip
def test_when_it_was_is_no_part_of_the_workplace(when: str) -> None:
    words = f"Bà Lê Thị Na, giáo viên Trường THCS Gò, {when} được tặng Giấy khen của Sở Mận."
    assert [(a["name"], a["workplace"]) for a in awarded(words)] == [
        ("Lê Thị Na", "Trường THCS Gò")
    ]


def test_bodies_side_by_side_are_not_above_each_other() -> None:
    rows = awarded("Tiêu biểu như: Hội Phụ nữ, Hội Cựu chiến binh; Chi hội 5, Hội Nông dân xã Gò.")
    assert [(a["name"], a["workplace"]) for a in rows] == [
        ("Hội Phụ nữ", None),
        ("Chi hội 5", "Hội Nông dân xã Gò"),
    ]


def test_schools_and_police_of_a_village_are_not_above_each_other() -> None:
    rows = awarded(
        "UBND tỉnh tặng Bằng khen cho 3 tập thể: Chi hội bản Gò, Trường Mầm non Mận, Công an xã Na;"
        " UBND huyện tặng Giấy khen cho 20 tập thể."
    )
    assert not any(a["workplace"] for a in rows)


def test_cases_of_a_handbook_are_doubtful() -> None:
    words = "Câu 15. Ông Lê Văn Mít được tặng Bằng khen của UBND tỉnh năm 2016."
    assert all(float(str(a["confidence"])) < 0.9 for a in awarded(words))

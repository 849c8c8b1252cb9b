"""Figures of reports as offices write them: growth, plans, brackets, aims over a list."""

from __future__ import annotations

import datetime as dt

import pytest

from pipeline.link.named_numbers import outside_names
from pipeline.model import AwardeeMention, DateMention
from pipeline.rulebook import load_rulebook
from tests.figure_papers import figures, found, listed, paper


def roles(words: str) -> list[str | None]:
    return [f.role for f in figures(paper(words))]


def ties(words: str) -> list[tuple[str | None, float | None]]:
    """(role, value of the total) of each figure."""
    linked = figures(paper(words))
    values = {f.key: f.value for f in linked}
    return [(f.role, None if f.parent_key is None else values[f.parent_key]) for f in linked]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("GRDP ước tăng 8,6%. Trong đó: nông nghiệp tăng 3,4%; dịch vụ tăng 7,3%.",
         [("result", None)] * 3),
        ("Thu 120 tỷ đồng, đạt 52%; trong đó, thu nội địa 90 tỷ đồng, đạt 48%.",
         [("total", None), ("result", None), ("part", 120e9), ("result", None)]),
        ("Tỷ lệ qua đào tạo đạt 65%, trong đó có bằng đạt 25%.",
         [("total", None), ("part", 65)]),
        ("Thu 120 tỷ đồng so với kế hoạch (200 tỷ đồng); trong đó thu phí 90 tỷ đồng.",
         [("total", None), ("target", None), ("part", 120e9)]),
        ("Có 45/51 xã, phường đạt, trong đó có 20 xã khu vực I, 25 xã khu vực II.",
         [("total", None), ("part", 45), ("part", 45)]),
        ("Có 35 cán bộ (12 nữ) dự.", [("total", None), ("part", 35)]),
        ("Có 35 cán bộ (tăng 12 cán bộ) dự.", [("result", None)] * 2),
    ],
)  # fmt: skip
def test_parts_and_what_only_looks_like_them(
    words: str, expected: list[tuple[str | None, float | None]]
) -> None:
    assert ties(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Thu đạt 51% so với nghị quyết đề ra (600 tỷ đồng) và tăng 2%.",
         ["result", "target", "result"]),
        ("Lương cao hơn mức lương tối thiểu vùng, bình quân là 7 triệu đồng.", ["result"]),
        ("Chương trình năm nay thu hút 350 người.", ["result"]),
        ("Xử phạt 25 vụ, phạt tiền 350 triệu đồng.", ["result", "result"]),
        ("Đã chi trả phụ cấp cho 350 giáo viên.", ["result"]),
        ("Theo phụ lục 2. 350 hộ được hỗ trợ.", ["result"]),
    ],
)  # fmt: skip
def test_what_was_planned_and_what_was_reached(words: str, expected: list[str]) -> None:
    assert roles(words) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("Đến năm 2030 phấn đấu đạt các chỉ tiêu:", "- Tập huấn: 90%;", "- Có 50 tổ."), "target"),
        (("Kết quả thực hiện các chỉ tiêu:", "- Tập huấn: 90%;", "- Có 50 tổ."), "result"),
        (("Đại hội đề ra mục tiêu: có 5 tổ;", "tập huấn đạt 90%;", "có 50 tổ."), "target"),
    ],
)
def test_an_aim_runs_on_over_its_list(lines: tuple[str, ...], expected: str) -> None:
    assert [f.role for f in figures(listed(*lines))][-2:] == [expected] * 2


def test_an_aim_ends_with_its_list() -> None:
    lines = listed("Phấn đấu năm tới:", "- Có 50 tổ.", "Năm qua có 12 tổ tham gia.")
    assert [f.role for f in figures(lines)] == ["target", "result"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Có 532 nhà giáo khối tiểu học.", [(532, "nhà giáo")]),
        ("Qua 10 lần xét tặng.", [(10, "lần")]),
        ("Có 11 giải pháp cụ thể.", [(11, "giải pháp")]),
        ("Có 74 xã khu vực I và 12 xã khác.", [(74, "xã khu vực I"), (12, "xã")]),
        ("Công đoàn A giảm 35 đoàn viên, LĐLĐ huyện Mẫu giảm 12 đoàn viên.",
         [(35, "đoàn viên"), (12, "đoàn viên")]),
    ],
)  # fmt: skip
def test_a_noun_ends_before_a_word_that_no_list_has(
    words: str, expected: list[tuple[float, str | None]]
) -> None:
    assert found(words) == expected


@pytest.mark.parametrize(
    ("words", "scope"),
    [
        ("vốn đầu tư toàn xã hội đạt 500 tỷ đồng", None),
        ("cử 25 mô hình dự cuộc thi toàn quốc và có 2 mô hình đạt giải", None),
        ("phong trào trên toàn quốc có 200 mô hình", "toàn quốc"),
    ],
)
def test_scope_is_not_told_by_names(words: str, scope: str | None) -> None:
    assert figures(paper(words))[-1].scope == scope


@pytest.mark.parametrize(
    ("words", "giver"),
    [
        ("Ban Tổ chức quyết định trao 6 giải Nhất.", "Ban Tổ chức"),
        ("Tặng Cờ của Bộ Văn hóa, Thể thao và Du lịch cho 5 đội.",
         "Bộ Văn hóa, Thể thao và Du lịch"),
        ("Tặng Bằng khen của Bộ trưởng Bộ Lao động, Thương binh và Xã hội cho 3 người.",
         "Bộ trưởng Bộ Lao động, Thương binh và Xã hội"),
        ("Tặng Cờ của Ủy ban Quản lý vốn nhà nước tại doanh nghiệp cho 9 tập thể.",
         "Ủy ban Quản lý vốn nhà nước tại doanh nghiệp"),
        ("Tặng Giấy khen của Sở Văn hóa, Thể thao và Du lịch tỉnh Mẫu tại lễ cho 4 người.",
         "Sở Văn hóa, Thể thao và Du lịch tỉnh Mẫu"),
        ("Tặng Bằng khen của UBND tỉnh tại Đại hội cho 6 tập thể.", "UBND tỉnh"),
        ("Hội đồng giải thưởng lựa chọn đề tài để trao 5 giải Nhất.", "Hội đồng giải thưởng"),
        ("Có 120 đề tài của các em đến từ 12 huyện được UBND tỉnh tặng Bằng khen.", None),
    ],
)  # fmt: skip
def test_who_confers(words: str, giver: str | None) -> None:
    assert figures(paper(words))[-1].conferred_by == giver


def test_a_count_behind_a_verb_is_not_part_of_a_name() -> None:
    words = "Tiêu biểu như: Công đoàn ngành Mẫu giảm 1.446 đoàn viên, Khoa Nội 2 đạt 5 giải."
    name = AwardeeMention(15, 53, words[15:53], "collective", "exemplar", "awardee.exemplar")
    kept = outside_names(figures(paper(words)), (name,), words, load_rulebook())
    assert [f.value for f in kept] == [1446, 5]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Trong tổng số, lúa là 30 ha, giảm 1%; ngô đạt 12 ha.", ["part", "result", "part"]),
        ("Trong đó, cấp tỉnh có 10 hộ; cấp xã 5 hộ và 25 hộ.", ["part", "part", "part"]),
        ("Trong đó có 10 hộ; tổ chức 5 lớp cho 20 hộ.", ["part", "result", "result"]),
    ],
)
def test_parts_run_on_over_semicolons(words: str, expected: list[str]) -> None:
    whole = "Có 50 ha cây. " if "ha" in words else "Có 50 hộ vay. "
    assert roles(whole + words) == ["total", *expected]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Xã đề ra 12 chỉ tiêu: bảo hiểm đạt 99%; có 250 lao động.", ["target"] * 3),
        ("Đại hội thông qua 16 chỉ tiêu. Cụ thể, bảo hiểm đạt 99%; có 25 tổ.",
         ["result", "target", "target"]),
        ("Phấn đấu: tổng sản lượng 25.000 tấn.", ["target"]),
    ],
)  # fmt: skip
def test_targets_that_are_named_and_then_listed(words: str, expected: list[str]) -> None:
    assert roles(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Có 31 lượt người lao động đề xuất.", [(31, "lượt người lao động")]),
        ("Thu 7 xe mô tô, 3 nhà nhân ái.", [(7, "xe mô tô"), (3, "nhà nhân ái")]),
        ("Có 12 đơn kiến nghị.", [(12, "đơn kiến nghị")]),
        ("Xây 26.400 (tăng 9% so với năm trước) công trình.", [(26400, "công trình"), (9, None)]),
    ],
)  # fmt: skip
def test_nouns_that_no_list_has_whole(words: str, expected: list[tuple[float, str | None]]) -> None:
    assert found(words) == expected


def test_at_least_so_many_a_year() -> None:
    (figure,) = figures(paper("Kết nạp 150 đảng viên/năm trở lên."))
    assert figure.qualifier == "at_least"


def test_who_praises_without_an_award() -> None:
    linked = figures(paper("Sở Mẫu vừa khen thưởng đột xuất cho 6 đơn vị, 12 cá nhân."))
    assert [f.conferred_by for f in linked] == ["Sở Mẫu", "Sở Mẫu"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Tiếp 30 lượt, 20 người; trong đó: kỳ 1 có 25 lượt, 12 người; đột xuất 5 lượt, 8 người.",
         [("total", None), ("total", None), *[("part", 30), ("part", 20)] * 2]),
        ("Tiếp 30 lượt; trong đó thường xuyên 25 lượt với 20 người; đột xuất 9 lượt.",
         [("total", None), ("part", 30), ("result", None), ("result", None)]),
        ("Khen 24 học sinh. Trong số học sinh giỏi, có 4 học sinh đạt giải Nhì, 20 học sinh đạt "
         "giải Ba.", [("total", None), ("part", 24), ("part", 24)]),
        ("Nhận 60 đơn, trong đó 45 đơn đủ điều kiện với 30 đơn khiếu nại và 15 đơn tố cáo.",
         [("total", None), ("total", 60), ("part", 45), ("part", 45)]),
        ("Giải quyết 27 đơn khiếu nại và 15 đơn tố cáo, trong đó có 9 đơn khiếu nại đúng.",
         [("total", None), ("result", None), ("part", 27)]),
    ],
)  # fmt: skip
def test_parts_that_only_their_sum_tells(
    words: str, expected: list[tuple[str | None, float | None]]
) -> None:
    assert ties(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Số lượng sáng kiến của đoàn viên là 955.824 (47%).", [(955824, "sáng kiến"), (47, None)]),
        ("Tổng số đoàn viên: 1.250.", [(1250, "đoàn viên")]),
        ("Số quyết định là 125.", []),
        ("Tặng Lao động tiên tiến cho 78 cá nhân và tập thể tiên tiến cho 8 tập thể.",
         [(78, "cá nhân"), (8, "tập thể")]),
        ("Hỗ trợ 15 triệu đồng/1 đơn vị.", [(15e6, None)]),
    ],
)  # fmt: skip
def test_numbers_without_their_noun_behind(
    words: str, expected: list[tuple[float, str | None]]
) -> None:
    assert found(words) == expected


def test_what_grew_most_is_no_bound() -> None:
    tops = figures(paper("Số đơn tăng nhiều nhất là 15 đơn. Có nhiều nhất 12 tổ."))
    assert [(f.value, f.qualifier) for f in tops] == [(15, "exact"), (12, "at_most")]
    (aim,) = figures(paper("Phấn đấu năm 2026 giảm ít nhất 5% biên chế."))
    assert aim.qualifier == "at_least"


def test_so_many_more_than_is_no_bound() -> None:
    (figure,) = figures(paper("Huyện vượt 2 trường so với chỉ tiêu."))
    assert figure.qualifier == "exact"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Sản lượng lúa:2.961 tấn.", [(2961, "tấn")]),
        ("Có 200 căn sập đổ, 16 căn hư hỏng.", [(200, "căn"), (16, "căn")]),
        ("Sạt lở 436m đường và 1.700m kênh.", [(436, "m đường"), (1700, "m kênh")]),
        ("Có 3 sự cố, gồm Hải Sơn 2, Bình An 1.",
         [(3, "sự cố"), (2, "sự cố"), (1, "sự cố")]),
    ],
)  # fmt: skip
def test_figures_of_reports_on_damage(words: str, expected: list[tuple[float, str | None]]) -> None:
    assert found(words) == expected


def test_a_bracket_inside_the_parts_has_a_whole_of_its_own() -> None:
    words = "Ngập 476 ha. Trong đó, lúa 360 ha (Hải Sơn 41 ha, Bình An 46 ha); màu 115 ha."
    assert ties(words) == [
        ("total", None), ("total", 476), ("part", 360), ("part", 360), ("part", 476)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("UBND tỉnh tặng Cờ thi đua cho 9 tập thể, 19 đơn vị đạt Tập thể Lao động xuất sắc.",
         [("Cờ thi đua", "UBND tỉnh"), ("Tập thể Lao động xuất sắc", None)]),
        ("Chủ tịch nước tặng 59 Huân chương các loại.", [(None, "Chủ tịch nước")]),
        ("Tặng Huân chương Lao động hạng Nhất cho 2 cá nhân, hạng Nhì, Ba cho 14 cá nhân.",
         [("Huân chương Lao động hạng Nhất", "Chủ tịch nước"),
          ("Huân chương Lao động hạng Nhì, Ba", "Chủ tịch nước")]),
    ],
)  # fmt: skip
def test_which_award(words: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert [(f.award_name, f.conferred_by) for f in figures(paper(words))] == expected


def test_at_least_the_whole_plan_is_an_aim() -> None:
    words = paper("Thu đạt 100% kế hoạch trở lên.", path=("Chỉ tiêu cụ thể",))
    assert [f.role for f in figures(words)] == ["target"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Trong số 105 đại biểu trúng cử, có 46 nữ; 15 người dưới 35 tuổi; 33 người tái cử.",
         [("total", None), ("part", 105), ("part", 105), ("part", 105)]),
        ("Trong tổng số 26 đơn, đã giải quyết được 23 đơn.", [("total", None), ("part", 26)]),
        ("Trong tổng số 863 tập thể, cá nhân được khen có 402 người trực tiếp lao động.",
         [("total", None), ("part", 863)]),
        ("Thu hồi 7 dự án không bảo đảm tiến độ đề ra, trong đó có 3 dự án mới.",
         [("total", None), ("part", 7)]),
        ("Dự kiến có 45 hộ vay, lũy kế có 137 hộ.", [("target", None), ("total", None)]),
    ],
)  # fmt: skip
def test_out_of_so_many(words: str, expected: list[tuple[str | None, float | None]]) -> None:
    assert ties(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Bầu 105 đại biểu Hội đồng Nhân dân.", [(105, "đại biểu")]),
        ("Có 67 người trình độ đại học.", [(67, "người")]),
        ("Thu hồi 54 giấy phép.", [(54, "giấy phép")]),
        ("Nâng tổng số dự án lên 125 với vốn 2 tỷ đồng.", [(125, "dự án"), (2e9, None)]),
    ],
)
def test_nouns_end_before_names_and_grades(
    words: str, expected: list[tuple[float, str | None]]
) -> None:
    assert found(words) == expected


def test_the_period_of_the_next_count_is_not_its_own() -> None:
    words = "Có 6 hộ vay, lũy kế quý I/2020 có 18 hộ vay."
    start = words.index("quý")
    period = DateMention(
        start, start + len("quý I/2020"), dt.date(2020, 1, 1), dt.date(2020, 3, 31), "quarter",
        "period", "date.quarter",
    )  # fmt: skip
    starts = [f.period_start for f in figures(paper(words), (period,))]
    assert starts == [None, dt.date(2020, 1, 1)]


def test_a_period_in_a_bracket_of_its_own_says_nothing_of_what_follows() -> None:
    words = "Tiếp nhận 15 đơn (năm 2019 tiếp nhận 14 đơn), giải quyết 12 đơn."
    start = words.index("năm 2019")
    period = DateMention(
        start, start + 8, dt.date(2019, 1, 1), dt.date(2019, 12, 31), "year", "period", "date.year"
    )
    starts = [f.period_start for f in figures(paper(words), (period,))]
    assert starts == [None, dt.date(2019, 1, 1), None]


def test_women_are_named_by_several_nouns() -> None:
    words = "Dạy nghề cho 113 phụ nữ, trong đó có 39 chị tự tạo việc làm. Có 15 tổ vay vốn."
    assert ties(words) == [("total", None), ("part", 113), ("result", None)]
    assert [noun for _, noun in found(words)] == ["phụ nữ", "chị", "tổ vay vốn"]

"""Aims of a term or year that run on behind full stops, and words that only look like aims."""

from __future__ import annotations

import pytest

from pipeline.document import process
from pipeline.model import Source
from tests.figure_papers import figures, found, paper, rules
from tests.test_figures_roles import roles
from tests.test_figures_titled_period import HALF, HEAD, periods

TARGET, RESULT = "target", "result"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("CÁC CHỈ TIÊU CHỦ YẾU TRONG NHIỆM KỲ 2020-2025 I. Về kinh tế 1. Tốc độ tăng trưởng đạt "
         "11%. 2. Tổng sản lượng lương thực: 9.500 tấn. 3. Hộ nghèo còn dưới 2%.", [TARGET] * 3),
        ("Một số chỉ tiêu và 3 khâu đột phá (nhiệm kỳ 2020 - 2025) Dịch vụ khoảng 29%. Đến năm "
         "2025: 97% người dân có nước sạch.", [TARGET] * 3),
        ("Các chỉ tiêu chủ yếu nhiệm kỳ 2015-2020 đã hoàn thành. Thu nhập đạt 45 triệu đồng.",
         [RESULT]),
        ("Mục tiêu cụ thể đến năm 2030 là tăng trưởng đạt 9%. Tỷ lệ lao động qua đào tạo đạt trên "
         "80%, trong đó có chứng chỉ đạt 39%. Kinh tế số chiếm khoảng 30%.", [TARGET] * 4),
        ("Mục tiêu đến năm 2030 là 80% hộ có nước sạch. Năm 2024, tỷ lệ này là 61%.",
         [TARGET, RESULT]),
        ("Phấn đấu đến năm 2030 có 80% hộ khá. Hiện nay có 61% hộ khá. Có 12 xã về đích.",
         [TARGET, RESULT, RESULT]),
        ("Đại hội bế mạc. Trong đó, phấn đấu tăng 3%/năm; thu nhập đạt 45 triệu đồng.",
         [TARGET] * 2),
        ("Đảm bảo đến cuối nhiệm kỳ đạt 100% chỉ tiêu Nghị quyết đã đề ra.", [TARGET]),
        ("Đạt và vượt 17/28 chỉ tiêu đại hội đề ra, còn 11 chỉ tiêu gần đạt.", ["part", RESULT]),
        ("Phấn đấu trồng 12 ha chè; trồng rừng mới đạt 280 ha.", [TARGET] * 2),
        ("Phấn đấu trồng 12 ha chè, mới đạt 5 ha.", [TARGET, RESULT]),
        ("Trong tổng vốn đăng ký, vốn mới của 120 dự án đạt 12 tỷ đồng.", [RESULT] * 2),
        ("Trong tổng số 120 dự án có 12 dự án mới.", ["total", "part"]),
        ("Mục tiêu năm 2026: thu ngân sách tăng 70% so với dự toán năm 2025; giảm 5% hộ nghèo.",
         [TARGET] * 2),
        ("Đại biểu đã thông qua 20 chỉ tiêu như: Tổng giá trị sản xuất đạt 2.418 tỷ đồng; hộ "
         "nghèo giảm 6%.", [RESULT, TARGET, TARGET]),
        ("Năm 2024, huyện đạt được 24/27 chỉ tiêu: tăng trưởng 12,6%; hộ nghèo còn 19,8%.",
         ["part", RESULT, RESULT]),
        ("Phấn đấu hoàn thành 24/27 chỉ tiêu: tăng trưởng 12,6%; hộ nghèo còn 19,8%.",
         [TARGET] * 3),
        ("Đến năm 2025, phấn đấu thu đạt 16 tỷ đồng. Đến năm 2030, đô thị hóa đạt 60%.",
         [TARGET] * 2),
        ("Thu ngân sách đảm bảo theo kế hoạch đề ra, trong đó thu từ đất 35 tỷ đồng.", [RESULT]),
        ("100%", []),
        ("Tổng sản phẩm xã hội đạt 2.187 tỷ đồng. Tổng sản phẩm trên địa bàn bình quân đầu người "
         "đạt 60 triệu đồng.", ["total", RESULT]),
    ],
)  # fmt: skip
def test_what_runs_on(words: str, expected: list[str]) -> None:
    assert roles(words) == expected


def test_the_next_paragraph_details_what_was_set() -> None:
    words = ("Huyện xây dựng 17 chỉ tiêu chủ yếu.", "Trong đó, thu ngân sách tăng 6%/năm.")
    assert [f.role for f in figures(paper(*words))][-1] == TARGET
    told = ("Huyện tổ chức 17 hội nghị.", "Trong đó, thu ngân sách tăng 6%/năm.")
    assert [f.role for f in figures(paper(*told))][-1] == RESULT


def test_who_reached_and_surpassed_so_many_reached_just_these() -> None:
    words = "Đạt và vượt 17/28 chỉ tiêu; vượt 12 người so với năm trước."
    assert {f.qualifier for f in figures(paper(words))} == {"exact"}


def test_a_share_glued_to_its_verb_is_read() -> None:
    assert found("chế biến, chế tạotăng1,36%; nướcgiảm0,42%.") == [
        (1.36, None), (0.42, None)
    ]  # fmt: skip
    assert found("Mã SP5% và QH15.") == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Thu 6 tháng đầu năm 2021 đạt 500 tỷ đồng, đạt 52% dự toán năm 2021, trong đó thu nội "
         "địa 300 tỷ đồng.", HALF),
        ("Theo chuẩn áp dụng cho giai đoạn 2016-2020, có 12 hộ nghèo.", None),
        ("Số thu chỉ bằng 88,5% cùng kỳ năm 2020, còn 12 tỷ đồng.", None),
        ("So với cùng tháng (tháng 6) năm 2020, giá tăng 5%.", None),
        ("Hộ nghèo giảm từ 28% năm 2015 xuống còn 27% năm 2019.", ("2019-01-01", "2019-12-31")),
    ],
)  # fmt: skip
def test_years_that_are_not_of_the_figure(body: str, expected: tuple[str, str] | None) -> None:
    read = periods(body)[-1]
    assert read == expected if expected else not read[0].startswith(("2016", "2020"))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Giá trị sản xuất trên 1ha đất nông nghiệp đạt 170 triệu đồng.", [(170_000_000, None)]),
        ("Số vụ việc còn đang theo dõi là 47. Số quyết định là 12.", [(47, "vụ việc")]),
        ("Có 3 người bị thương (Nha Trang 1 người, Gò Mận 2 người).",
         [(3, "người bị thương"), (1, "người"), (2, "người")]),
        ("Ông Mận nói: “Mưa lũ đã làm 29 người chết, 337 ngôi nhà bị sập, nhiều nơi ngập sâu và "
         "giao thông chia cắt”.", [(29, "người chết"), (337, "ngôi nhà")]),
        ("38 người đã bình chọn", []),
        ("Có 3 đơn vị ven đê gồm: thôn Xóm 1, thôn Xóm 2, thôn Mẫu.", [(3, "đơn vị")]),
        ("Có 38 người đã bình chọn cho xã.", [(38, "người")]),
    ],
)  # fmt: skip
def test_what_is_counted(words: str, expected: list[tuple[float, str | None]]) -> None:
    assert found(words) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Xã được chia làm 11 thôn, có 365 hộ với 1.489 nhân khẩu.", [RESULT] * 3),
        ("Tỷ lệ hộ nghèo năm 2019 là 48%.", [RESULT]),
        ("Mở 12 lớp tập huấn cho 365 hộ.", [TARGET] * 2),
    ],
)
def test_a_plan_without_a_day_tells_how_things_stand(body: str, expected: list[str]) -> None:
    words = HEAD.format(kind="KẾ HOẠCH", title="Phòng, chống thiên tai", symbol="KH")
    data = (words.replace("ngày 04 tháng 7 năm", "ngày    tháng   năm") + f"{body}\n").encode()
    rows = process(data, Source("a.txt", "0" * 64, len(data), "text/plain"), rules())
    assert [f["role"] for f in rows.tables["figures"]] == expected

"""Lists, rates, casualties and requests of reports that leave the noun or the verb out."""

from __future__ import annotations

import pytest

from tests.figure_papers import figures, paper, table_paper

Read = list[tuple[float, str, str | None, str | None]]


def read(words: str, doc_type: str | None = "BC", path: tuple[str, ...] = ()) -> Read:
    return [
        (f.value, f.unit, f.counted, f.role)
        for f in figures(paper(words, doc_type=doc_type, path=path))
    ]


def test_the_dead_without_a_noun_are_people() -> None:
    words = "Tai nạn giao thông xảy ra 12 vụ, chết 05, bị thương 09 người."
    assert read(words)[1:] == [
        (5, "count", "người", "result"), (9, "count", "người", "result"),
    ]  # fmt: skip


def test_dead_beasts_and_cases_are_no_people() -> None:
    words = "Đàn lợn bị dịch tại 12 vụ, chết 05, tiêu hủy 30 con; có 5 ca mắc, tử vong 02."
    assert [row for row in read(words) if row[2] == "người"] == []


def test_a_rate_is_counted_for_each_and_not_sure() -> None:
    rates = figures(paper("Bình quân 35 học sinh/lớp; 1,5 giáo viên/lớp.", doc_type="BC"))
    assert [(f.value, f.counted) for f in rates] == [(35, "học sinh/lớp"), (1.5, "giáo viên/lớp")]
    assert all(f.confidence < 0.9 for f in rates)
    assert read("Xét xử 12 vụ/30 bị cáo.")[0][2] == "vụ"


def test_a_list_of_parts_where_one_noun_is_in_no_list() -> None:
    words = "Nhà trường có 27 người gồm 04 cán bộ quản lý; 01 tổng phụ trách Đội; 22 giáo viên."
    assert [(row[0], row[3]) for row in read(words)] == [
        (27, "total"), (4, "part"), (1, "part"), (22, "part"),
    ]  # fmt: skip


def test_a_list_of_parts_in_the_next_sentence() -> None:
    words = "Điều trị 661 lượt bệnh nhân. Trong đó, huyết áp: 290, tiểu đường: 149, khác: 222."
    assert [(row[0], row[2], row[3]) for row in read(words)] == [
        (661, "lượt bệnh nhân", "total"), *((n, "lượt bệnh nhân", "part") for n in (290, 149, 222)),
    ]  # fmt: skip
    other = "Điều trị 661 lượt bệnh nhân. Trong đó, huyết áp: 290, tiểu đường: 149."
    assert [row[0] for row in read(other)] == [661]


def test_present_and_absent_without_a_colon() -> None:
    assert [row[0] for row in read("Tổng số 47 người, có mặt 45, vắng 02.", "BB")] == [47, 45, 2]


@pytest.mark.parametrize(
    "words", ["đạt 66,6%KH; còn lại thấp.", "đạt 66,6% KH; còn lại thấp.", "đạt 66,6%."]
)
def test_letters_right_behind_a_share(words: str) -> None:
    assert [row[:2] for row in read(f"Kiểm soát giết mổ {words}")] == [(66.6, "percent")]


@pytest.mark.parametrize("sign", ["%0", "%o", "‰"])
def test_per_mille_is_no_share(sign: str) -> None:
    assert read(f"Giảm tỷ suất sinh 0,30{sign}/năm.") == [(0.3, "count", sign, "result")]


def test_planned_checks_are_a_class_and_no_aim() -> None:
    words = "Đã thanh tra 45 cuộc, trong đó theo kế hoạch 38 cuộc, đột xuất 07 cuộc."
    assert [row[3] for row in read(words)] == ["total", "part", "part"]


def test_a_share_of_an_aim_below_aims_is_aimed_at() -> None:
    words = "- Gọi công dân nhập ngũ hằng năm đạt 100% chỉ tiêu."
    assert read(words, "NQ", ("Các chỉ tiêu đến năm 2025",))[0][3] == "target"
    reported = ("KẾT QUẢ THỰC HIỆN", "Các chỉ tiêu")
    assert read(words, "BC", reported)[0][3] == "result"
    assert read(words, "BC", ("I. KẾT QUẢ",))[0][3] == "result"


@pytest.mark.parametrize(
    "words",
    ["Cấp thêm 03 xe ô tô.", "Đề nghị bổ sung 12 biên chế.", "Nâng phụ cấp lên 5 triệu đồng."],
)
def test_what_is_asked_for_below_a_heading_of_requests(words: str) -> None:
    asked = ("I. KẾT QUẢ", "IV. KIẾN NGHỊ, ĐỀ XUẤT")
    assert {row[3] for row in read(words, path=asked)} == {None}


@pytest.mark.parametrize("heading", ["II. KẾT QUẢ GIẢI QUYẾT KIẾN NGHỊ", "Kiến nghị sau thanh tra"])
def test_what_became_of_requests_was_reached(heading: str) -> None:
    assert read("Cấp thêm 03 xe ô tô.", path=("I. KẾT QUẢ", heading))[0][3] == "result"
    told = read("Hiện nay huyện đã tuyển 10 giáo viên.", path=("IV. KIẾN NGHỊ",))
    assert told[0][3] == "result"


def test_tasks_of_so_many_months_lie_ahead() -> None:
    words = "2. Nhiệm vụ 6 tháng cuối năm: thu ngân sách đạt 140 tỷ đồng; kết nạp 75 đảng viên."
    assert {row[3] for row in read(words, "KL")} == {"target"}


def test_an_amount_in_words_is_no_second_amount() -> None:
    words = "Tổng cộng: 13.200.000 đồng. Bằng chữ: Mười ba triệu hai trăm nghìn đồng."
    assert [row[0] for row in read(words)] == [13_200_000]


def test_columns_of_plan_and_result_by_month_and_year() -> None:
    rows = (("1", "Giải quyết việc làm", "người", "1.200", "1.315", "640"),)
    table = table_paper(
        "Số liệu:", ("TT", "Chỉ tiêu", "ĐVT", "KH 2022", "Ước TH 2022", "9 tháng 2021"), rows
    )
    read_cells = [(f.value, f.role, str(f.period_start), str(f.period_end)) for f in figures(table)]
    assert read_cells == [
        (1200, "target", "2022-01-01", "2022-12-31"), (1315, "result", "2022-01-01", "2022-12-31"),
        (640, "result", "2021-01-01", "2021-09-30"),
    ]  # fmt: skip


def test_a_whole_takes_the_noun_of_the_counts_in_its_bracket() -> None:
    words = "Nhà bị tốc mái là 228 (Gò Mận 27 nhà, Gò Sim 201 nhà); tàu bị chìm là 12 (2 tàu)."
    read_all = figures(paper(words, doc_type="BC"))
    assert [(f.value, f.counted, f.role, f.parent_key) for f in read_all] == [
        (228, "nhà", "total", None), (27, "nhà", "part", 0), (201, "nhà", "part", 0),
        (2, "tàu", "result", None),
    ]  # fmt: skip
    other = "Nhà bị tốc mái là 228 (Gò Mận 27 nhà, Gò Sim 200 nhà)."
    assert [row[0] for row in read(other)] == [27, 200]


def test_bounds_of_what_was_done_in_a_report() -> None:
    words = "Các xã tổ chức không dưới 20 cuộc họp dân."
    assert read(words)[0][3] == "result"
    assert read(words, None)[0][3] is None
    assert read(words, path=("II. NHIỆM VỤ NĂM 2020",))[0][3] == "target"


def test_a_programme_by_its_number_pays_out() -> None:
    assert read("Vốn 135 giải ngân 95%.") == [(95, "percent", None, "result")]


def test_people_in_words_behind_a_verb() -> None:
    assert read("Bão đã làm bảy người chết.") == [(7, "count", "người chết", "result")]
    assert read("Cần làm hai việc sau.") == []


def test_what_a_resolution_set_stands_in_the_bracket_behind_what_was_reached() -> None:
    words = "Tăng trưởng đạt 8,7% (Nghị quyết 9-10%); hộ nghèo còn 4,1% (NQ: dưới 3%)."
    assert [(row[0], row[3]) for row in read(words)] == [
        (8.7, "result"), (9, "target"), (4.1, "result"), (3, "target"),
    ]  # fmt: skip

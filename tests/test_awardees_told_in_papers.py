"""Minutes that resolve behind a title, results of contests in reports, letters that praise."""

from __future__ import annotations

import pytest
from award_papers import RULES, awarded, given
from laid_out import head, with_table

from pipeline.link.awardees.link import link_awardees

MINUTES = ("TRƯỜNG TIỂU HỌC GÒ MẬN", "", "Gò Mận, ngày 24 tháng 5 năm 2024", "",
           "BIÊN BẢN HỌP XÉT THI ĐUA", "Năm học 2023 - 2024", "")  # fmt: skip


def test_minutes_name_behind_a_title_whom_they_resolve_to_propose() -> None:
    found = given(
        *MINUTES,
        "* Chiến sĩ thi đua cơ sở: Hội đồng nhất trí đề nghị 02 đồng chí: Tạ Thị Na (26/27), "
        "Khổng Thị Nhài (25/27).",
        "* Tập thể lao động tiên tiến: đề nghị 02 tập thể: Tổ 1; Tổ Văn phòng.",
        "* Giấy khen của Sở: không đề nghị 02 đồng chí: Lê Thị Tuyến, Khổng Thị Nga.",
    )  # fmt: skip
    assert [(name, award) for name, _, award in found] == [
        ("Tạ Thị Na", "Chiến sĩ thi đua cơ sở"), ("Khổng Thị Nhài", "Chiến sĩ thi đua cơ sở"),
        ("Tổ 1", "Tập thể Lao động tiên tiến"), ("Tổ Văn phòng", "Tập thể Lao động tiên tiến"),
    ]  # fmt: skip


def test_bodies_with_numbers_behind_counted_people_are_no_awardees() -> None:
    assert given("Năm 2020 tặng Bằng khen cho 12 giáo viên là: Tiểu học 3, Mầm non 9.") == []


def test_youth_unions_of_bodies_and_places_are_awardees() -> None:
    found = given(
        "Tỉnh đoàn trao tặng Bằng khen cho Đoàn cơ sở Sở Y tế, Đoàn xã Gò Mận và Chi đoàn Công an "
        "huyện."
    )
    assert [row[0] for row in found] == [
        "Đoàn cơ sở Sở Y tế", "Đoàn xã Gò Mận", "Chi đoàn Công an huyện",
    ]  # fmt: skip


def test_points_behind_a_school_are_no_part_of_it() -> None:
    found = given(
        "DANH SÁCH GIÁO VIÊN ĐẠT DANH HIỆU GIÁO VIÊN DẠY GIỎI", "",
        "1. Cô Vũ Thị Na, THCS Gò Mận, 18,5 điểm", "2. Thầy Lê Văn Khế, THCS Gò Mẫu, 17 điểm",
    )  # fmt: skip
    assert [row[1] for row in found] == ["THCS Gò Mận", "THCS Gò Mẫu"]


@pytest.mark.parametrize(
    ("subject", "awards"),
    [
        ("Kết quả Cuộc thi Ý tưởng khởi nghiệp năm 2022", {"Giải Nhất", "Giải Nhì"}),
        ("Tình hình chuẩn bị Cuộc thi Ý tưởng khởi nghiệp năm 2022", {None}),
    ],
)
def test_a_report_of_results_gives_the_prizes_of_its_table(
    subject: str, awards: set[str | None]
) -> None:
    rows = [
        ["1", "Trà túi lọc từ chè dây", "Vũ Thị Na", "Đoàn xã Gò Mận", "Nhất"],
        ["2", "Nhà sàn đón khách", "Lê Văn Khế", "Đoàn xã Gò Mẫu", "Nhì"],
    ]
    header = ["TT", "Tên ý tưởng", "Tác giả", "Đơn vị", "Giải"]
    laid = with_table([], header, rows, head("BC", subject=subject))
    assert {a.award_name for a in link_awardees(laid, (), RULES)[0]} <= awards


def test_those_praised_for_their_models_are_examples() -> None:
    found = awarded(
        "Ban Thường vụ ghi nhận và biểu dương: Chi hội Phụ nữ ấp Đông, xã Gò Mận với mô hình “Bếp "
        "ăn yêu thương”; chị Vũ Thị Na - Chủ tịch Hội LHPN xã Gò Mẫu đã vận động 4,2 tấn rau."
    )
    assert [(a["name"], a["role"], a["workplace"]) for a in found] == [
        ("Chi hội Phụ nữ ấp Đông", "exemplar", "xã Gò Mận"),
        ("Vũ Thị Na", "exemplar", "Hội LHPN xã Gò Mẫu"),
    ]


def test_a_ward_by_its_number_lies_in_the_town_behind_it() -> None:
    found = awarded(
        "Nhân rộng mô hình “Đi chợ hộ” của Hội LHPN phường 4, thành phố Gò Mận trong toàn tỉnh."
    )
    assert [(a["name"], a["workplace"]) for a in found] == [
        ("Hội LHPN phường 4", "thành phố Gò Mận")
    ]


def test_who_headed_a_study_has_no_post_of_that_name() -> None:
    found = awarded(
        "Nghiệm thu đề tài “Nhân giống mận tím” do ThS. Lê Văn Khế chủ nhiệm, xếp loại Xuất sắc."
    )
    assert [(a["name"], a["position"]) for a in found] == [("Lê Văn Khế", None)]

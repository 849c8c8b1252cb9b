"""Units that head their people or households in a list of awardees."""

from __future__ import annotations

import datetime as dt

from award_papers import awarded
from laid_out import Piece, document, head

from pipeline.link.awardees.link import link_awardees
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()
DECISION = head("QĐ", "21/QĐ-BV", "BỆNH VIỆN HUYỆN MẬN", dt.date(2022, 2, 27))


def listed(*pieces: Piece) -> list[tuple[str, str | None]]:
    opening: Piece = (
        "list_item", "Điều 1. Công nhận danh hiệu Lao động tiên tiến cho các cá nhân sau:",
        {"label": "Điều 1.", "level": 5},
    )  # fmt: skip
    awardees, _ = link_awardees(document([opening, *pieces], DECISION), (), RULES)
    return [(a.name, a.workplace) for a in awardees]


def test_a_unit_heads_its_people_also_where_one_is_set_as_a_heading() -> None:
    assert listed(
        ("list_item", "* Khoa Nội:", {"label": "*", "level": 10}),
        ("list_item", "1. Lê Văn Khế - Bác sĩ", {"label": "1.", "level": 6}),
        ("list_item", "* Khoa Nhi:", {"label": "*", "level": 10}),
        ("heading", "2. Vũ Thị Bưởi - Bác sĩ", {"label": "2.", "level": 6}),
    ) == [("Lê Văn Khế", "Khoa Nội"), ("Vũ Thị Bưởi", "Khoa Nhi")]


def test_a_hamlet_heads_its_households() -> None:
    assert listed(
        ("paragraph", "Thôn 1"),
        ("list_item", "1. Hộ ông Lê Văn Khế", {"label": "1.", "level": 6}),
        ("paragraph", "Thôn 2"),
        ("list_item", "1. Hộ bà Vũ Thị Bưởi", {"label": "1.", "level": 6}),
    ) == [("Hộ ông Lê Văn Khế", "Thôn 1"), ("Hộ bà Vũ Thị Bưởi", "Thôn 2")]


def test_a_total_is_no_part_of_the_last_post() -> None:
    laid = document(
        [("list_item", "Điều 1. Tặng Giấy khen cho ông Lê Văn Khế, Bác sĩ Khoa Nội Tổng số: 01 "
          "cá nhân./.", {"label": "Điều 1.", "level": 5})], DECISION,
    )  # fmt: skip
    assert [a.position for a in link_awardees(laid, (), RULES)[0]] == ["Bác sĩ Khoa Nội"]


def test_post_and_unit_may_stand_behind_their_labels() -> None:
    laid = document(
        [
            ("list_item", "Điều 1. Tặng Giấy khen cho các cá nhân sau:",
             {"label": "Điều 1.", "level": 5}),
            ("list_item", "1. Ông Lê Văn Khế - Chức vụ: Đội trưởng - Đơn vị: Đội Bảo vệ",
             {"label": "1.", "level": 6}),
            ("list_item", "2. Bà Mai Thị Sen Chức vụ: Tạp vụ", {"label": "2.", "level": 6}),
        ],
        DECISION,
    )  # fmt: skip
    assert [(a.name, a.position, a.workplace) for a in link_awardees(laid, (), RULES)[0]] == [
        ("Lê Văn Khế", "Đội trưởng", "Đội Bảo vệ"), ("Mai Thị Sen", "Tạp vụ", None),
    ]  # fmt: skip


def test_the_organ_of_a_body_gives_in_the_name_of_the_whole() -> None:
    words = """
        HỘI NÔNG DÂN HUYỆN GÒ MẬN            HỘI NÔNG DÂN VIỆT NAM
        BAN THƯỜNG VỤ
        *
        Số 19-QĐ/HNDH                       Gò Mận, ngày 28 tháng 11 năm 2023

        QUYẾT ĐỊNH
        V/v tặng Giấy khen năm 2023
        BAN THƯỜNG VỤ HỘI NÔNG DÂN HUYỆN GÒ MẬN
        QUYẾT ĐỊNH
        Điều 1. Tặng Giấy khen cho:
        1. Bà Vũ Thị Na - ĐD trưởng Khoa Nhi;
        2. BCH Đoàn xã Mận Hạ (Huyện đoàn Gò Mận);
        3. Bà Lê Thị Khế, Trưởng khu vực 5, có con trai tình nguyện nhập ngũ.
    """
    rows = awarded(words)
    assert {row["conferred_by"] for row in rows} == {"Ban Thường vụ Hội Nông dân huyện Gò Mận"}
    assert [(row["position"], row["workplace"]) for row in rows] == [
        ("ĐD trưởng Khoa Nhi", None), (None, "Huyện đoàn Gò Mận"), ("Trưởng khu vực 5", None),
    ]  # fmt: skip

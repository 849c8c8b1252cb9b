"""Collectives with the areas they lie in or the unit above them, and small first letters."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from laid_out import document, head

from pipeline.link.awardees.link import link_awardees
from pipeline.link.awardees.recipients.areas import lower_body
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()
DECISION = head("QĐ", "15/QĐ-SVH", "SỞ VĂN HÓA", dt.date(2024, 5, 3))


def found(words: str) -> list[tuple[str, str | None, str]]:
    laid = document([("list_item", words, {"label": "Điều 1.", "level": 5})], DECISION)
    awardees, _ = link_awardees(laid, (), RULES)
    for a in awardees:
        assert laid.text.text[a.start : a.end] == a.name
    return [(a.name, a.workplace, a.kind) for a in awardees]


def test_area_behind_a_collective_is_where_it_lies() -> None:
    assert found(
        "Điều 1. Tặng Giấy khen cho Tổ hòa giải khóm 4, phường Cam Lộc; Tổ hòa giải buôn Ma Dú, "
        "xã Sơn Thành, huyện Cam Lâm."
    ) == [
        ("Tổ hòa giải khóm 4", "phường Cam Lộc", "collective"),
        ("Tổ hòa giải buôn Ma Dú", "xã Sơn Thành, huyện Cam Lâm", "collective"),
    ]


def test_area_of_the_same_rank_is_another_one() -> None:
    names = [n for n, _, _ in found("Điều 1. Tặng Giấy khen cho xã Sơn Hà, xã Sơn Lâm và xã Yên.")]
    assert names == ["xã Sơn Hà", "xã Sơn Lâm", "xã Yên"]


def test_two_bodies_parted_by_a_comma_are_one_and_the_unit_above() -> None:
    assert found("Điều 1. Tặng Giấy khen cho Thư viện Sông Lam, Trung tâm Văn hóa tỉnh Nam.") == [
        ("Thư viện Sông Lam", "Trung tâm Văn hóa tỉnh Nam", "collective")
    ]
    both = found("Điều 1. Tặng Giấy khen cho Thư viện Sông Lam và Trung tâm Văn hóa tỉnh Nam.")
    assert [name for name, _, _ in both] == ["Thư viện Sông Lam", "Trung tâm Văn hóa tỉnh Nam"]


def test_body_with_a_small_first_letter_is_given_it_too() -> None:
    rows = found("Điều 1. Tặng Giấy khen cho đội dân quân xã Tùng Sơn và ông Lê Cầu, lái xe.")
    assert [(name, kind) for name, _, kind in rows] == [
        ("đội dân quân xã Tùng Sơn", "collective"), ("Lê Cầu", "person"),
    ]  # fmt: skip


def test_a_report_tells_such_bodies_with_less_trust() -> None:
    words = "4. Đề nghị Huyện ủy tặng Giấy khen cho chi bộ thôn 5 và đồng chí Thạch Văn Ổi."
    found = link_awardees(document([("paragraph", words)]), (), RULES)[0]
    assert [(a.name, a.kind, a.role, a.confidence) for a in found] == [
        ("chi bộ thôn 5", "collective", "nominee", 0.8),
        ("Thạch Văn Ổi", "person", "nominee", 0.8),
    ]
    words = "Đảng ủy tặng Giấy khen cho chi bộ đạt thành tích và đội viên xuất sắc xã Mận."
    assert link_awardees(document([("paragraph", words)]), (), RULES)[0] == ()


@pytest.mark.parametrize(
    "words",
    [
        "Điều 1. Tặng Giấy khen cho các đơn vị có thành tích.",
        "Điều 1. Tặng Giấy khen cho đội viên xuất sắc Khối 5.",
        "Điều 1. Tặng Giấy khen cho tập thể đã hoàn thành nhiệm vụ.",
    ],
)
def test_common_nouns_are_no_body(words: str) -> None:
    assert found(words) == []


def test_small_words_without_end_take_linear_time() -> None:
    for unit in ("a", "a ", "a-", "đội a "):
        words = unit * (1_000_000 // len(unit))
        begin = time.process_time()
        assert lower_body(words, 0, len(words), 0, RULES) is None
        assert time.process_time() - begin < 2.0


def test_a_youth_union_is_named_with_its_body() -> None:
    assert found(
        "Điều 1. Tặng Giấy khen cho Công an xã Khế Sơn, Đoàn trường THPT Gò Mận và Đoàn khối các "
        "cơ quan."
    ) == [
        ("Công an xã Khế Sơn", None, "collective"),
        ("Đoàn trường THPT Gò Mận", None, "collective"),
        ("Đoàn khối các cơ quan", None, "collective"),
    ]


def test_the_people_behind_a_team_are_its_members() -> None:
    assert found("Điều 1. Tặng Giấy khen cho nhóm tác giả Khoa Nội (Lê Văn Khế, Vũ Thị Bưởi).") == [
        ("Lê Văn Khế", "Khoa Nội", "person"),
        ("Vũ Thị Bưởi", "Khoa Nội", "person"),
    ]


def test_a_cooperative_is_no_commune_and_lies_in_one() -> None:
    words = "Tiêu biểu như: Hợp tác xã Mận Hạ, xã Mít; bà Vũ Thị Na, xã Mẫu, trồng chè."
    found = link_awardees(document([("paragraph", words)]), (), RULES)[0]
    assert [(a.name, a.workplace) for a in found] == [
        ("Hợp tác xã Mận Hạ", "xã Mít"), ("Vũ Thị Na", "xã Mẫu"),
    ]  # fmt: skip

"""Guests and hosts of ceremonies, lists below a bare line, votes with a share that is needed."""

from __future__ import annotations

import pytest
from award_papers import given
from laid_out import document

from pipeline.link.awardees.link import link_awardees
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()
ORDER = "Huân chương Lao động hạng Ba"


def names(*lines: str) -> list[object]:
    return [row[0] for row in given(*lines)]


@pytest.mark.parametrize(
    "line",
    [
        "Bài phát biểu của đồng chí Lê Văn Khế, Chủ tịch UBND huyện tại lễ đón nhận "
        f"{ORDER} của Trường THPT Mận Đỏ.",
        "Sáng 5/9, ông Lê Văn Khế, Bí thư Tỉnh ủy dự Lễ kỷ niệm 40 năm thành lập Trường THPT Mận "
        f"Đỏ và đón nhận {ORDER}.",
        f"Phòng Giáo dục huyện tổ chức lễ đón nhận {ORDER} của Trường THPT Mận Đỏ.",
        "UBND xã Mận Hạ tổ chức lễ đón nhận danh hiệu Gia đình văn hóa cho 20 hộ.",
    ],
)
def test_guests_and_those_who_arrange_a_ceremony_get_nothing(line: str) -> None:
    assert names(line) == []


def test_who_celebrates_and_is_given_an_order_is_its_host() -> None:
    line = (
        "Sáng 15/11, Trường THPT Mận Đỏ (xã Ao Sen) long trọng tổ chức lễ kỷ niệm 40 năm thành lập "
        f"và đón nhận {ORDER}."
    )
    assert given(line) == [("Trường THPT Mận Đỏ", "xã Ao Sen", ORDER)]


def test_whose_the_order_is_has_not_given_it() -> None:
    line = f"Ông Lê Văn Khế được tặng {ORDER} của Trường THPT Mận Đỏ năm 2010."
    laid = document([("paragraph", line)])
    assert {a.conferred_by for a in link_awardees(laid, (), RULES)[0]} <= {"Chủ tịch nước"}


def test_a_bare_line_opens_the_list_of_those_just_counted() -> None:
    counted = "Chủ tịch UBND tỉnh tặng Bằng khen cho 2 cá nhân có thành tích xuất sắc."
    people = [
        "Ông Lê Văn Khế, Giám đốc Sở Y tế.",
        "",
        "Bà Vũ Thị Na, giáo viên Trường THCS Mận Hạ.",
    ]
    after = ["", "Ông Lê Văn Sim, Chủ tịch UBND tỉnh chúc mừng các cá nhân."]
    found = names(counted, "", "Các cá nhân gồm:", "", *people, *after)
    assert found == ["Lê Văn Khế", "Vũ Thị Na"]
    assert names(counted, "", "Các đồng chí dự lễ gồm:", "", *people) == []


def test_where_somebody_lives_does_not_part_two_who_are_given_one_award() -> None:
    line = (
        "Ông Lê Văn Khế ở xã Mận Hạ (Gò Mận) và bà Vũ Thị Na ở phường Ao Sen được UBND tỉnh tặng "
        "Bằng khen."
    )
    assert names(line) == ["Lê Văn Khế", "Vũ Thị Na"]


def test_who_is_named_before_a_title_has_not_written_the_one_before() -> None:
    line = (
        "Giải pháp “Lọc bụi túi vải” của ông Lê Văn Khế, Tổ trưởng; anh Vũ Văn Tám, thợ hàn với "
        "sáng kiến “Gá hàn đa năng”."
    )
    _, initiatives = link_awardees(document([("paragraph", line)]), (), RULES)
    assert [(i.title, i.authors) for i in initiatives] == [
        ("Lọc bụi túi vải", ("Lê Văn Khế",)), ("Gá hàn đa năng", ("Vũ Văn Tám",)),
    ]  # fmt: skip


_MINUTES = ("BIÊN BẢN", "Họp Hội đồng Thi đua - Khen thưởng xã năm 2024", "")


@pytest.mark.parametrize(
    "lines",
    [
        (
            "Kết quả bỏ phiếu kín đề nghị danh hiệu Lao động tiên tiến (từ 80% trở lên thì đạt):",
            "1. Bà Trần Thị Na, công chức Tư pháp: 10/10 phiếu, đạt 100%.",
            "2. Ông Phạm Văn Bưởi, Trưởng Công an xã: 7/10 phiếu, đạt 70%.",
        ),
        (
            "2. Danh hiệu Lao động tiên tiến (tỷ lệ phiếu từ 90% trở lên):",
            "- Bà Trần Thị Na, công chức Tư pháp: 100%.",
            "- Ông Phạm Văn Bưởi, Trưởng Công an xã: 80%.",
        ),
        (
            "2. Danh hiệu Lao động tiên tiến:",
            "- Bà Trần Thị Na, công chức Tư pháp: 100%.",
            "- Ông Phạm Văn Bưởi, Trưởng Công an xã: 60% (không đủ tỷ lệ).",
        ),
        (
            "Hội đồng bỏ phiếu đề nghị tặng danh hiệu Lao động tiên tiến cho các cá nhân sau:",
            "1. Bà Trần Thị Na, công chức Tư pháp: 10/10 phiếu.",
            "2. Ông Phạm Văn Bưởi, Trưởng Công an xã: 7/10 phiếu.",
            "",
            "Các cá nhân đạt từ 80% số phiếu trở lên được đề nghị.",
        ),
    ],
)
def test_whoever_missed_the_share_that_is_needed_is_not_proposed(lines: tuple[str, ...]) -> None:
    assert names(*_MINUTES, *lines) == ["Trần Thị Na"]

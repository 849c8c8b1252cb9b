"""Prizes that share a verb, and subjects told with a count, a colon or in the items of a letter."""

from __future__ import annotations

import pytest
from laid_out import document, head

from pipeline.link.awardees.link import link_awardees
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()


def rows(*paragraphs: str) -> list[tuple[str, str | None]]:
    found = link_awardees(document([("paragraph", p) for p in paragraphs]), (), RULES)[0]
    return [(a.name, a.award_name) for a in found]


@pytest.mark.parametrize(
    ("sentence", "winners"),
    [
        (
            "Kết thúc hội thi, anh Lê Văn Khế giành giải Nhất, chị Vũ Thị Mít giải Nhì, em Trần "
            "Văn "
            "Ổi giải Ba.",
            ["Lê Văn Khế", "Vũ Thị Mít", "Trần Văn Ổi"],
        ),
        (
            "Kết quả, Công an huyện Mận giành giải Nhất, Công an huyện Mẫu giải Nhì, Công an thành "
            "phố giải Ba.",
            ["Công an huyện Mận", "Công an huyện Mẫu", "Công an thành phố"],
        ),
        (
            "Trường Tiểu học Mận đạt giải Nhất toàn đoàn, Trường Tiểu học Mẫu đạt giải Nhì, Trường "
            "Tiểu học Mít đạt giải Ba.",
            ["Trường Tiểu học Mận", "Trường Tiểu học Mẫu", "Trường Tiểu học Mít"],
        ),
    ],
)
def test_each_prize_goes_to_who_stands_before_it(sentence: str, winners: list[str]) -> None:
    assert rows(sentence) == list(zip(winners, ("Giải Nhất", "Giải Nhì", "Giải Ba"), strict=True))


def test_two_prizes_of_one_winner_stay_his() -> None:
    assert rows("Em Vũ Thị Mít đạt giải Nhất môn Văn, giải Nhì môn Sử.") == [
        ("Vũ Thị Mít", "Giải Nhất"),
        ("Vũ Thị Mít", "Giải Nhì"),
    ]


def test_a_name_and_a_colon_open_what_was_got_in_which_year() -> None:
    assert rows(
        "Đồng chí Lê Văn Khế: năm 2019 được UBND tỉnh tặng Bằng khen; năm 2020, 2021 đạt Chiến sĩ "
        "thi đua cơ sở."
    ) == [("Lê Văn Khế", "Bằng khen"), ("Lê Văn Khế", "Chiến sĩ thi đua cơ sở")]


def test_those_counted_are_named_with_rare_families_too() -> None:
    found = rows(
        "Nhà máy có 3 công nhân được tặng Huy hiệu Lao động sáng tạo là: Đậu Xuân Khế, Vũ Thị Mít "
        "và Lê Văn Ổi."
    )
    assert [name for name, _ in found] == ["Đậu Xuân Khế", "Vũ Thị Mít", "Lê Văn Ổi"]


def test_more_good_examples_are_told_by_gương() -> None:
    found = link_awardees(
        document([("paragraph", "Còn nhiều gương sáng khác như ông Lê Văn Khế, bà Vũ Thị Mít.")]),
        (), RULES,
    )[0]  # fmt: skip
    assert [(a.name, a.role) for a in found] == [
        ("Lê Văn Khế", "exemplar"), ("Vũ Thị Mít", "exemplar"),
    ]  # fmt: skip


def test_a_letter_of_praise_is_addressed_to_each_of_its_items() -> None:
    line = "Kính gửi: - Thầy giáo Lê Văn Khế, giáo viên Trường Tiểu học Mận; - Em Vũ Thị Mít."
    laid = document([("heading", "THƯ KHEN"), ("addressees", line)], head(issuer="UBND HUYỆN MẬN"))
    assert [a.name for a in link_awardees(laid, (), RULES)[0]] == ["Lê Văn Khế", "Vũ Thị Mít"]


def test_a_building_that_got_a_prize_is_its_architects() -> None:
    assert rows("Giải Nhì được trao cho Trường Mầm non Mận của kiến trúc sư Lê Văn Khế.") == [
        ("Lê Văn Khế", "Giải Nhì")
    ]
    assert rows("Giải Nhì được trao cho Trường Mầm non Mận của huyện Mẫu.") == [
        ("Trường Mầm non Mận", "Giải Nhì")
    ]


def test_who_heads_a_group_is_not_given_its_award() -> None:
    assert "Vũ Thị Mít" not in dict(
        rows("Tổ hợp tác Mận do chị Vũ Thị Mít làm Tổ trưởng được Hội Phụ nữ tỉnh tặng Bằng khen.")
    )


def test_teams_of_bodies_win_and_those_behind_a_semicolon_another_prize() -> None:
    laid = document([("paragraph",
        "Giải nhất thuộc về đội Điện lực Hòa Mận; hai giải nhì được trao cho đội Công ty Xi măng "
        "Na và đội Bệnh viện Đa khoa Mẫu; các đội Khách sạn Sông, Ngân hàng Mít đồng giải ba."
    )])  # fmt: skip
    found = link_awardees(laid, (), RULES)[0]
    assert [(a.name, a.award_name) for a in found][:3] == [
        ("đội Điện lực Hòa Mận", "Giải Nhất"), ("đội Công ty Xi măng Na", "Giải Nhì"),
        ("đội Bệnh viện Đa khoa Mẫu", "Giải Nhì"),
    ]  # fmt: skip
    assert all(a.award_name == "Giải Ba" for a in found[3:])


def test_the_counted_ones_of_a_line_may_be_numbered() -> None:
    laid = document([("list_item",
        "Điều 1. Tặng Giấy khen cho 02 tập thể: 1) Chi hội Luật gia Mận; 2) Hội Luật gia Mít; và "
        "02 cá nhân: 1) Ông Lê Văn Khế, hội viên Chi hội Luật gia Mận; 2) Bà Vũ Thị Na, hội viên.",
        {"label": "Điều 1."},
    )], head("QĐ"))  # fmt: skip
    assert [a.name for a in link_awardees(laid, (), RULES)[0]] == [
        "Chi hội Luật gia Mận", "Hội Luật gia Mít", "Lê Văn Khế", "Vũ Thị Na",
    ]  # fmt: skip

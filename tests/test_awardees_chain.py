"""Awards that a sentence goes on with, people called by an address, prizes without a verb."""

from __future__ import annotations

import pytest
from laid_out import document

from pipeline.link.awardees.link import link_awardees
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()
Row = tuple[str, str | None, str | None, int | None]


def rows(*paragraphs: str) -> list[Row]:
    awardees, _ = link_awardees(document([("paragraph", p) for p in paragraphs]), (), RULES)
    return [(a.name, a.award_name, a.conferred_by, a.year) for a in awardees]


def names(*paragraphs: str) -> list[tuple[str, str | None]]:
    return [row[:2] for row in rows(*paragraphs)]


@pytest.mark.parametrize(
    ("words", "second"),
    [
        (
            "Ông Lê Văn Khế được Bộ Y tế tặng Kỷ niệm chương năm 2009; Chủ tịch UBND tỉnh tặng "
            "Bằng khen năm 2011.",
            ("Lê Văn Khế", "Bằng khen", "Chủ tịch UBND tỉnh", 2011),
        ),
        (
            "Ông Lê Văn Khế được Bộ Y tế tặng Kỷ niệm chương năm 2009 và được Chủ tịch UBND tỉnh "
            "tặng Bằng khen.",
            ("Lê Văn Khế", "Bằng khen", "Chủ tịch UBND tỉnh", None),
        ),
        (
            "Năm 2014, ông Lê Văn Khế được tặng Bằng khen của Bộ Y tế; năm 2015 được tặng thưởng "
            "Huân chương Lao động hạng Ba.",
            ("Lê Văn Khế", "Huân chương Lao động hạng Ba", "Chủ tịch nước", 2015),
        ),
        (
            "Hội Nông dân xã Mận Hạ được Hội Nông dân tỉnh tặng Bằng khen; UBND huyện tặng Giấy "
            "khen.",
            ("Hội Nông dân xã Mận Hạ", "Giấy khen", "UBND huyện", None),
        ),
    ],
)
def test_a_sentence_that_goes_on_gives_its_subject_the_next_award_too(
    words: str, second: Row
) -> None:
    assert rows(words)[1:] == [second]


@pytest.mark.parametrize(
    "words",
    [
        "Anh Lê Văn Khế được Bộ Y tế tặng Bằng khen, cơ quan được tặng Cờ thi đua của Chính phủ.",
        "Anh Lê Văn Khế được Bộ Y tế tặng Bằng khen; Sở Y tế tặng Giấy khen cho 5 cá nhân.",
        "Anh Lê Văn Khế được tặng Bằng khen của Bộ Y tế và đang phấn đấu đạt Chiến sĩ thi đua "
        "toàn quốc.",
        "Anh Lê Văn Khế được tặng Bằng khen của Bộ Y tế, được đề nghị tặng Huân chương Lao động "
        "hạng Ba.",
        "Anh Lê Văn Khế được tặng Bằng khen của Bộ Y tế và không được tặng Giấy khen.",
    ],
)
def test_another_subject_an_aim_or_a_refusal_is_not_carried_over(words: str) -> None:
    assert rows(words) == [("Lê Văn Khế", "Bằng khen", "Bộ Y tế", None)]


def test_a_deed_between_the_subject_and_the_award_parts_them_not() -> None:
    found = names(
        "Ông Lê Văn Khế nhiều năm liền là Chiến sĩ thi đua cơ sở, được Bộ trưởng Bộ Y tế tặng "
        "Bằng khen."
    )
    assert found == [("Lê Văn Khế", "Chiến sĩ thi đua cơ sở"), ("Lê Văn Khế", "Bằng khen")]


def test_elected_a_champion_of_emulation_is_given_the_title() -> None:
    found = names("Ông Lê Văn Khế được bầu là Chiến sĩ thi đua và được Bộ tặng Bằng khen.")
    assert found == [("Lê Văn Khế", "Chiến sĩ thi đua"), ("Lê Văn Khế", "Bằng khen")]
    assert names("Ông Lê Văn Khế được bầu làm Trưởng ban tổ chức lễ trao Bằng khen.") == []


def test_somebody_called_by_given_name_or_address_is_the_one_named_in_full() -> None:
    found = names(
        "Chị Hờ Thị Mận là nữ hộ sinh.",
        "Chị Mận đã được Bộ trưởng Bộ Y tế tặng Kỷ niệm chương. Năm 2014, chị vinh dự được Bộ "
        "trưởng Bộ Y tế tặng Bằng khen.",
    )
    assert found == [("Hờ Thị Mận", "Kỷ niệm chương"), ("Hờ Thị Mận", "Bằng khen")]


@pytest.mark.parametrize(
    "before",
    [
        "Anh Lê Văn Khế và anh Vũ Văn Mít là thợ điện.",
        "Đơn vị có nhiều thợ giỏi.",
        "Chị Hờ Thị Mận là nữ hộ sinh.",
    ],
)
def test_an_address_that_may_be_of_two_or_of_nobody_names_none(before: str) -> None:
    assert names(before, "Năm 2014, anh được Bộ trưởng Bộ Y tế tặng Bằng khen.") == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "- Bảng A: giải Nhất em Chu Gia Khế (Trường THCS A), giải Nhì em Vũ Thị Mận, giải Ba "
            "hai em Đỗ Văn Mít và Lê Thị Na.",
            [
                ("Chu Gia Khế", "Giải Nhất"),
                ("Vũ Thị Mận", "Giải Nhì"),
                ("Đỗ Văn Mít", "Giải Ba"),
                ("Lê Thị Na", "Giải Ba"),
            ],
        ),
        (
            "Ban tổ chức trao giải nhất cho Công ty TNHH Khế, giải nhì cho Công ty cổ phần Mít và "
            "2 giải ba cho Công ty TNHH Mận, Công ty TNHH Na.",
            [
                ("Công ty TNHH Khế", "Giải Nhất"),
                ("Công ty cổ phần Mít", "Giải Nhì"),
                ("Công ty TNHH Mận", "Giải Ba"),
                ("Công ty TNHH Na", "Giải Ba"),
            ],
        ),
    ],
)
def test_prizes_go_to_those_behind_them_without_a_verb(
    words: str, expected: list[tuple[str, str | None]]
) -> None:
    assert names(words) == expected


def test_years_in_a_row_with_their_brackets_belong_to_the_verb() -> None:
    found = names("Công đoàn Công ty Mận hai năm liên tục (2018, 2019) được tặng Cờ thi đua.")
    assert found == [("Công đoàn Công ty Mận", "Cờ thi đua")]


def test_a_sentence_that_counts_teachers_is_followed_by_their_names() -> None:
    found = names(
        "Tỉnh có 2 giáo viên được tặng Bằng khen dịp này.",
        "2 giáo viên gồm cô giáo Trần Thị Khế, Trường Mầm non A; thầy giáo Lê Đức Mít, Trường B.",
    )
    assert found == [("Trần Thị Khế", "Bằng khen"), ("Lê Đức Mít", "Bằng khen")]

"""Who gives an award that a sentence names alone: the giver of the headline or of one before."""

from __future__ import annotations

import datetime as dt

import pytest
from laid_out import document, head

from pipeline.link.awardees.link import link_awardees
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()
DAY = dt.date(2021, 5, 4)
GOT = "Ông Lê Văn Khế được nhận Bằng khen."


def givers(*sentences: str, headline: str = "", doc_type: str | None = None) -> list[str | None]:
    own = head(doc_type, None, None, DAY, headline or None)
    laid = document([("paragraph", s) for s in sentences], own)
    return [a.conferred_by for a in link_awardees(laid, (), RULES)[0]]


def test_the_headline_says_who_gives() -> None:
    headline = "Chủ tịch UBND tỉnh Gò Mận tặng Bằng khen cho 2 cá nhân"
    assert givers(GOT, headline=headline) == ["Chủ tịch UBND tỉnh Gò Mận"]
    assert givers(
        GOT, headline="Tỉnh Đoàn Gò Mận tuyên dương và tặng Bằng khen cho thanh niên"
    ) == ["Tỉnh Đoàn Gò Mận"]


def test_a_sentence_that_counts_says_who_gives() -> None:
    assert givers("Bộ Y tế đã tặng Bằng khen cho 2 cá nhân.", GOT) == ["Bộ Y tế"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Năm 2018, ông Lê Văn Khế được nhận Bằng khen.",
        "Trước đó, ông Lê Văn Khế được nhận Bằng khen.",
        "Ông Lê Văn Khế từng được nhận Bằng khen.",
        "Ông Lê Văn Khế được nhận Giấy khen.",
    ],
)
def test_another_award_or_time_is_not_given_by_it(sentence: str) -> None:
    assert givers(sentence, headline="Bộ Y tế tặng Bằng khen cho 2 cá nhân") == [None]


def test_of_two_givers_nobody_knows_which() -> None:
    both = ("Bộ Y tế tặng Bằng khen cho 2 cá nhân.", "Bộ Công an tặng Bằng khen cho 3 cá nhân.")
    assert givers(*both, GOT) == [None]


def test_a_proposal_or_report_tells_of_no_one_ceremony() -> None:
    assert givers("Bộ Y tế tặng Bằng khen cho 2 cá nhân.", GOT, doc_type="BC") == [None]
    assert givers("Đề nghị Bộ Y tế tặng Bằng khen cho 2 cá nhân.", GOT) == [None]


def asked(line: str) -> list[str | None]:
    laid = document(
        [
            ("paragraph", line),
            ("list_item", "- Tặng Cờ thi đua cho Trường THCS Mận Hạ;", {"label": "-"}),
            ("list_item", "- Tặng Giấy khen cho bà Vũ Thị Na.", {"label": "-"}),
        ],
        head("TTr"),
    )
    return [a.conferred_by for a in link_awardees(laid, (), RULES)[0]]


@pytest.mark.parametrize(
    ("line", "giver"),
    [
        ("Kính trình Chủ tịch UBND huyện xem xét, quyết định:", "Chủ tịch UBND huyện"),
        ("Hội nghị thống nhất đề nghị UBND tỉnh:", "UBND tỉnh"),
        ("Đề nghị Phòng Nội vụ thẩm định, trình Chủ tịch UBND huyện:", "Chủ tịch UBND huyện"),
        ("Kính đề nghị Hội đồng Thi đua - Khen thưởng huyện xem xét:", None),
        ("Đề nghị Trường THCS Mít cử người dự họp như sau:", None),
    ],
)
def test_who_is_asked_in_the_line_above_gives_what_is_asked(line: str, giver: str | None) -> None:
    assert asked(line) == [giver, giver]

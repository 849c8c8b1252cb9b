"""Minutes that vote somebody down, dossiers, what a proposal tells of before, rows told twice."""

from __future__ import annotations

import pytest
from laid_out import document, head

from pipeline.extract.people import people_in
from pipeline.link.awardees.clauses.voted import is_voted_down
from pipeline.link.awardees.link import link_awardees
from pipeline.model import AwardeeMention
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()


def rows(*paragraphs: str, kind: str | None = None) -> list[AwardeeMention]:
    laid = document([("paragraph", p) for p in paragraphs], head(kind) if kind else None)
    return list(link_awardees(laid, (), RULES)[0])


def brief(*paragraphs: str, kind: str | None = None) -> list[tuple[str, str, str | None]]:
    return [(a.name, a.role, a.award_name) for a in rows(*paragraphs, kind=kind)]


@pytest.mark.parametrize(
    ("entry", "is_down"),
    [
        ("- Ông Lê Văn Khế, Giám đốc: 3/7 phiếu, đạt 42,8%;", True),
        ("- Ông Lê Văn Khế, Giám đốc: 5/7 phiếu (không đủ điều kiện);", True),
        ("- Ông Lê Văn Khế. Số phiếu: 3/9. Không đạt.", True),
        ("- Ông Lê Văn Khế, Giám đốc: 7/7 phiếu;", False),
        ("- Ông Lê Văn Khế, tổ 3/7, phường Mận", False),
    ],
)
def test_an_entry_that_did_not_pass_the_vote_is_told_by_its_votes_or_words(
    entry: str, is_down: bool
) -> None:
    assert is_voted_down(entry, RULES) is is_down


def test_minutes_give_no_row_to_who_was_voted_down() -> None:
    laid = document(
        [
            ("paragraph", "Hội đồng đề nghị tặng Giấy khen cho các cá nhân sau:"),
            ("list_item", "- Ông Lê Văn Khế, Trưởng phòng: 7/7 phiếu;", {"label": "-"}),
            ("list_item", "- Ông Vũ Văn Mít, Giám đốc: 3/7 phiếu.", {"label": "-"}),
        ],
        head("BB"),
    )
    assert [a.name for a in link_awardees(laid, (), RULES)[0]] == ["Lê Văn Khế"]


def test_a_proposal_tells_what_its_nominee_has_been_given_before() -> None:
    found = brief(
        "Đề nghị tặng Huân chương Dũng cảm cho em Mùa Thị Mận. Em Mùa Thị Mận trước đó đã được Chủ "
        "tịch UBND huyện tặng Giấy khen.",
        kind="TTr",
    )
    assert found == [
        ("Mùa Thị Mận", "nominee", "Huân chương Dũng cảm"),
        ("Mùa Thị Mận", "awardee", "Giấy khen"),
    ]
    decided = "Ông Lê Văn Khế đã được Hội đồng thống nhất đề nghị tặng Giấy khen."
    assert [row[1] for row in brief(decided, kind="BB")] == ["nominee"]


def test_dossiers_of_bodies_propose_none_of_them() -> None:
    taken = "Bà Lê Thị Na tiếp nhận hồ sơ đề nghị tặng Huân chương Lao động của các đơn vị: Sở A."
    assert brief(taken) == []


def test_one_award_by_two_givers_is_two_rows() -> None:
    found = rows(
        "Chị Khuất Thị Na được Công đoàn tỉnh tặng Giấy khen.",
        "Năm 2021, chị Na được Giám đốc Sở Y tế tặng Giấy khen.",
    )
    assert [(a.name, a.conferred_by, a.year) for a in found] == [
        ("Khuất Thị Na", "Công đoàn tỉnh", None), ("Khuất Thị Na", "Giám đốc Sở Y tế", 2021),
    ]  # fmt: skip


def test_a_province_behind_a_calling_is_nobody() -> None:
    assert people_in("3 giáo viên Quảng Trị được tặng bằng khen", RULES) == ()
    assert [p.name for p in people_in("em Hà Giang được tặng bằng khen", RULES)] == ["Hà Giang"]


def test_a_unit_above_with_a_small_letter_gets_nothing_itself() -> None:
    (only,) = rows("Phân xưởng nguội, xí nghiệp Cơ khí Mận được Bộ A tặng Cờ luân lưu.")
    assert (only.name, only.workplace) == ("Phân xưởng nguội", "xí nghiệp Cơ khí Mận")


def test_each_good_example_with_its_deed_is_one() -> None:
    found = brief(
        "Tiêu biểu như: đồng chí Tòng Văn Khế, bản A, hiến 1.200 m2 đất làm đường; bà Vì Thị Mít, "
        "bản B, nhận nuôi 2 trẻ mồ côi."
    )
    assert [row[:2] for row in found] == [("Tòng Văn Khế", "exemplar"), ("Vì Thị Mít", "exemplar")]


def test_awarded_without_a_verb_of_giving() -> None:
    found = brief("Ông Lê Văn Khế (xã A) và bà Vũ Thị Na (xã B) được bằng khen của Bộ Y tế.")
    assert [row[0] for row in found] == ["Lê Văn Khế", "Vũ Thị Na"]


@pytest.mark.parametrize(
    ("behind", "names"),
    [
        ("; tuy nhiên hồ sơ chưa đủ thời gian theo quy định.", []),
        (". Tuy nhiên, thành tích này chưa đáp ứng tiêu chuẩn.", []),
        (". Tuy nhiên, ông Vũ Văn Mít chưa đủ điều kiện.", ["Lê Văn Khế"]),
    ],
)
def test_what_was_asked_for_may_be_said_to_fall_short(behind: str, names: list[str]) -> None:
    words = "Hội đồng xét hồ sơ đề nghị tặng Bằng khen cho ông Lê Văn Khế" + behind
    assert [name for name, *_ in brief(words)] == names


def test_votes_behind_each_nominee_of_a_row_tell_who_is_proposed() -> None:
    laid = document(
        [
            ("paragraph", "Hội đồng bỏ phiếu kín, kết quả:"),
            ("list_item", "- CSTĐ cấp Bộ: TS. Lê Văn Khế (Khoa Nội): 11/11 phiếu; ThS. Vũ Thị Na "
             "(Phòng B): 5/11 phiếu, không đạt; TS. Vi Văn Mít (Khoa Nhi): 10/11 phiếu.",
             {"label": "-"}),
        ],
        head("BB"),
    )  # fmt: skip
    assert [(a.name, a.workplace) for a in link_awardees(laid, (), RULES)[0]] == [
        ("Lê Văn Khế", "Khoa Nội"), ("Vi Văn Mít", "Khoa Nhi"),
    ]  # fmt: skip

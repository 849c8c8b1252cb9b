"""Forms of reports, speeches, letters and proposals: names in brackets, bodies hailed or bare."""

from __future__ import annotations

import datetime as dt

import pytest
from laid_out import document, head

from pipeline.extract.bodies import body_at
from pipeline.link.awardees.link import link_awardees
from pipeline.model import AwardeeMention
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()
DAY = dt.date(2021, 12, 14)


def read(*paragraphs: str, doc_type: str | None = None) -> tuple[AwardeeMention, ...]:
    laid = document([("paragraph", p) for p in paragraphs], head(doc_type, issued_on=DAY))
    return link_awardees(laid, (), RULES)[0]


def names(*paragraphs: str) -> list[str]:
    return [a.name for a in read(*paragraphs)]


def test_the_bracket_behind_an_award_names_those_it_counted() -> None:
    found = read(
        "Có 03 đoàn viên được Bộ Y tế tặng Bằng khen (các anh Lê Văn Khế, Vũ Văn Mít - CĐCS Công "
        "ty Mận Đỏ; chị Đỗ Thị Na - CĐCS Công ty Ổi Xanh)."
    )
    assert [(a.name, a.workplace) for a in found] == [
        ("Lê Văn Khế", "CĐCS Công ty Mận Đỏ"), ("Vũ Văn Mít", "CĐCS Công ty Mận Đỏ"),
        ("Đỗ Thị Na", "CĐCS Công ty Ổi Xanh"),
    ]  # fmt: skip


def test_a_bracket_behind_an_award_that_counts_nobody_names_nobody() -> None:
    assert names("Lễ trao Bằng khen được tổ chức trọng thể (ông Lê Văn Khế chủ trì).") == []


def test_a_body_is_named_behind_words_of_congratulation() -> None:
    assert names("Tôi cũng chúc mừng tập thể Khoa Thú y đã được Bộ Y tế tặng Bằng khen.") == [
        "Khoa Thú y"
    ]


def test_a_body_that_celebrates_and_receives_is_given_the_award() -> None:
    assert names(
        "Trong không khí phấn khởi mừng Đảng, mừng Xuân, sáng 26/2, Bệnh viện Đa khoa Mận Hạ đã tổ "
        "chức lễ kỷ niệm 20 năm thành lập, và đón nhận Huân chương Lao động hạng Nhì."
    ) == ["Bệnh viện Đa khoa Mận Hạ"]


def test_a_bare_head_noun_is_the_body_named_before() -> None:
    told = "Nông trường Mận Hạ ra đời năm 1960."
    assert names(told, "Hôm nay, Nông trường vinh dự đón nhận danh hiệu Anh hùng Lao động.") == [
        "Nông trường Mận Hạ"
    ]
    assert names(told, "Bộ Y tế trao Bằng khen cho Nông trường.") == ["Nông trường Mận Hạ"]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Đồng chí Lê Văn Khế, thợ dây trạm Mận Hạ, ba năm liền là chiến sĩ thi đua.",
         "Lê Văn Khế"),
        ("Hồ Chủ tịch thưởng huy hiệu của Người cho đồng chí Đỗ Thị Na.", "Đỗ Thị Na"),
        ("Chính phủ tặng thưởng Huân chương Lao động hạng ba cho Ty Bưu điện Gò Mận và đội xây "
         "dựng cột.", "Ty Bưu điện Gò Mận"),
    ],
)  # fmt: skip
def test_old_papers_tell_of_titles_and_badges(sentence: str, name: str) -> None:
    assert names(sentence) == [name]


def test_a_title_that_somebody_would_like_to_bear_is_not_borne() -> None:
    assert names("Đồng chí Lê Văn Khế mong muốn là chiến sĩ thi đua.") == []


def test_reasons_and_the_proposal_may_be_one_sentence() -> None:
    words = (
        "Xét thành tích, Ban Thường vụ Công đoàn ngành kính đề nghị Bộ Y tế tặng Bằng khen cho "
        "thầy Lê Văn Khế, giáo viên Trường THPT Mận Hạ với giải pháp “Máy gieo hạt mini”."
    )
    basis = document([("basis", words)], head("TTr", issued_on=DAY))
    found, titled = link_awardees(basis, (), RULES)
    assert [(a.name, a.role, a.initiative_key) for a in found] == [("Lê Văn Khế", "nominee", 0)]
    assert [i.title for i in titled] == ["Máy gieo hạt mini"]
    cited = "Căn cứ Tờ trình số 5/TTr-SYT về việc đề nghị tặng Bằng khen cho ông Lê Văn Khế;"
    assert read_basis(cited) == []


def read_basis(words: str) -> list[str]:
    laid = document([("basis", words)], head("TTr", issued_on=DAY))
    return [a.name for a in link_awardees(laid, (), RULES)[0]]


@pytest.mark.parametrize("heading", ["II. PHƯƠNG HƯỚNG NĂM 2022", "III. Chỉ tiêu thi đua"])
def test_below_a_heading_of_tasks_nobody_has_been_given_anything(heading: str) -> None:
    line = "Anh Lê Văn Khế đạt danh hiệu Chiến sĩ thi đua cơ sở."
    laid = document([("paragraph", line, {"path": (heading,)})], head("BC", issued_on=DAY))
    assert link_awardees(laid, (), RULES)[0] == ()
    done = document([("paragraph", line, {"path": ("I. Kết quả thực hiện mục tiêu",)})], head("BC"))
    assert [a.name for a in link_awardees(done, (), RULES)[0]] == ["Lê Văn Khế"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Bị cáo đã làm giả Giấy chứng nhận Huân chương Kháng chiến hạng Nhì cho ông Lê Văn Khế.",
        "Cử tri xã Mận Hạ kiến nghị xem xét tặng Huân chương Kháng chiến cho ông Lê Văn Khế.",
        "Lập hồ sơ không đúng quy định: đề nghị tặng Bằng khen cho ông Lê Văn Khế.",
    ],
)
def test_forged_or_only_wished_for_awards_are_nobodys(sentence: str) -> None:
    assert names(sentence) == []


def test_a_name_ends_before_who_announces_it_and_before_what_it_did() -> None:
    assert names(
        "Công bố Quyết định của Chủ tịch nước tặng Huân chương Lao động hạng Nhì cho Trường THPT "
        "Mận Hạ - Ông Lê Văn Khế, Phó Chánh Văn phòng"
    ) == ["Trường THPT Mận Hạ"]
    (found,) = read(
        "Sở Y tế tặng Giấy khen cho anh Lê Văn Khế - nhân viên Bưu điện huyện Mận Hạ về hành động "
        "đẹp nhặt được của rơi."
    )
    assert (found.position, found.workplace) == ("nhân viên", "Bưu điện huyện Mận Hạ")


def test_a_school_of_two_levels_is_one() -> None:
    words = "Trường Tiểu học và THCS Mận Hạ được tặng"
    body = body_at(words, 0, RULES)
    assert body is not None and body.name == "Trường Tiểu học và THCS Mận Hạ"

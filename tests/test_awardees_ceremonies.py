"""Awardees of ceremonies and contests: posts and ranks before names, homes, prizes with works."""

from __future__ import annotations

import pytest
from laid_out import document

from pipeline.extract.people import people_in
from pipeline.link.awardees.link import link_awardees
from pipeline.model import AwardeeMention, InitiativeMention
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()


def read(*paragraphs: str) -> tuple[tuple[AwardeeMention, ...], tuple[InitiativeMention, ...]]:
    return link_awardees(document([("paragraph", p) for p in paragraphs]), (), RULES)


def test_an_order_handed_to_holders_of_posts_is_theirs_one_after_another() -> None:
    people = read(
        "Thay mặt tỉnh, ông Vũ Văn Mít trao Huân chương Lao động hạng Nhất tặng Phó Chủ tịch "
        "Thường trực HĐND Tòng Thị Na; Chủ nhiệm Ủy ban Khoa học, Công nghệ và Môi trường Phan "
        "Xuân Bưởi và Giám đốc Bệnh viện PGS.TS. Nguyễn Quốc Sung cùng các bác sĩ."
    )[0]
    assert [(a.name, a.workplace) for a in people] == [
        ("Tòng Thị Na", "HĐND"), ("Phan Xuân Bưởi", None), ("Nguyễn Quốc Sung", "Bệnh viện"),
    ]  # fmt: skip
    assert people[1].position == "Chủ nhiệm Ủy ban Khoa học, Công nghệ và Môi trường"
    assert people[0].confidence < 0.7  # a rare family name behind a post is doubtful


def test_a_rank_in_small_letters_is_a_form_of_address() -> None:
    people = read(
        "Lãnh đạo Bộ Công an đã trao thưởng Huân chương Dũng cảm cho đại úy Thái Ngô Na - cán bộ "
        "Phòng Tham mưu Công an tỉnh Mẫu vào sáng 10-9."
    )[0]
    assert [(a.honorific, a.name, a.workplace) for a in people] == [
        ("đại úy", "Thái Ngô Na", "Công an tỉnh Mẫu")
    ]


def test_home_in_brackets_is_passed_where_post_or_unit_follow_it() -> None:
    people = read(
        "Chủ tịch UBND tỉnh đã ký quyết định tặng Bằng khen cho em Cao Văn Mít (trú tại phường "
        "Gò Mai, thị xã Mẫu), học sinh lớp 12A3, Trường THPT Gò Mai 3 kèm tiền thưởng."
    )[0]
    assert [(a.position, a.workplace, a.conferred_by) for a in people] == [
        ("học sinh lớp 12A3", "Trường THPT Gò Mai 3", "Chủ tịch UBND tỉnh")
    ]


def test_at_the_proposal_of_another_an_order_is_given_and_not_proposed() -> None:
    people = read(
        "Xét đề nghị của Thủ tướng Chính phủ, Chủ tịch nước đã ký quyết định truy tặng Huân "
        "chương Chiến công hạng Nhì cho Đại úy Phan Tấn Mít, hy sinh khi làm nhiệm vụ.",
        "Bộ Công an đề nghị Chủ tịch nước tặng Huân chương Chiến công hạng Ba cho ông Lê Văn Na.",
    )[0]
    assert [(a.name, a.role) for a in people] == [
        ("Phan Tấn Mít", "awardee"), ("Lê Văn Na", "nominee"),
    ]  # fmt: skip


def test_a_council_that_proposes_is_followed_by_those_whom_it_proposed() -> None:
    people = read(
        "Hội đồng xét tặng danh hiệu Nhà giáo Nhân dân, Nhà giáo Ưu tú tỉnh đã đề nghị UBND tỉnh "
        "xem xét, đề nghị Chủ tịch nước tặng danh hiệu Nhà giáo Ưu tú cho 2 cá nhân.",
        "Các nhà giáo được đề nghị xét tặng gồm: Lê Xuân Mít, Phó Hiệu trưởng Trường Chính trị "
        "tỉnh; Vũ Thị Na, giáo viên Trường THPT Gò Mai.",
    )[0]
    assert [(a.name, a.role, a.award_name) for a in people] == [
        ("Lê Xuân Mít", "nominee", "Nhà giáo ưu tú"), ("Vũ Thị Na", "nominee", "Nhà giáo ưu tú"),
    ]  # fmt: skip


def test_a_prize_won_with_a_work_is_its_authors_or_the_winners_before_it() -> None:
    people, works = read(
        "Tỉnh Mẫu đạt 2 giải gồm: 1 giải ba với giải pháp “Keo dán gỗ từ mủ mít” của tác giả "
        "Hoàng Hải Na; 1 giải khuyến khích với giải pháp “Lọc mủ ly tâm” của nhóm tác giả: Lê Văn "
        "Mít, Đoàn Quang Bưởi (Công ty Cao su Gò Mai).",
        "Nông dân Thái Văn Sung ở xã vùng cao Gò Mẫu đoạt giải Nhất với giải pháp Máy tách hạt.",
    )
    assert [(a.name, a.role, a.award_name) for a in people] == [
        ("Hoàng Hải Na", "awardee", "Giải Ba"), ("Lê Văn Mít", "awardee", "Giải Khuyến khích"),
        ("Đoàn Quang Bưởi", "awardee", "Giải Khuyến khích"),
        ("Thái Văn Sung", "awardee", "Giải Nhất"),
    ]  # fmt: skip
    assert [w.authors for w in works][:2] == [
        ("Hoàng Hải Na",), ("Lê Văn Mít", "Đoàn Quang Bưởi"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("các tác giả Lê Văn Mít, Đoàn Quang Bưởi và", ["Lê Văn Mít", "Đoàn Quang Bưởi"]),
        ("gồm Nguyễn Phúc Sung, Hồ Văn Mít", ["Nguyễn Phúc Sung", "Hồ Văn Mít"]),
        ("Hội Phụ nữ và Đoàn Thanh Niên", []),
        ("Khoa Công Nghệ, Đoàn Công Tác", []),
    ],
)
def test_family_names_that_are_words_for_bodies_and_waters_too(
    words: str, names: list[str]
) -> None:
    assert [p.name for p in people_in(words, RULES) if p.confidence >= 0.9] == names


def test_works_listed_below_a_prize_give_it_to_their_authors() -> None:
    blocks = document(
        [
            ("paragraph", "2 giải pháp được trao giải Nhất gồm:"),
            ("list_item", "1. Giải pháp Lọc nước giếng - Tác giả: Ths Lê Văn Mít - Công ty Gò Mai.",
             {"label": "1."}),
            ("list_item", "2. Giải pháp Ủ phân xanh - Tác giả: Vũ Thị Na, Trường THPT Gò Mai.",
             {"label": "2."}),
        ]
    )  # fmt: skip
    people, works = link_awardees(blocks, (), RULES)
    assert [(a.name, a.role, a.award_name, a.workplace) for a in people] == [
        ("Lê Văn Mít", "awardee", "Giải Nhất", "Công ty Gò Mai"),
        ("Vũ Thị Na", "awardee", "Giải Nhất", "Trường THPT Gò Mai"),
    ]
    assert [w.authors for w in works] == [("Lê Văn Mít",), ("Vũ Thị Na",)]


def test_who_has_an_initiative_is_its_author_also_by_given_name() -> None:
    people = read(
        "Ông Lê Văn Mít có sáng kiến “Xe đẩy ống bơm cứu hỏa”.",
        "Cạnh đó, anh Mít còn có sáng kiến “Bộ thử kín cho máy nén”.",
    )[0]
    assert {(a.name, a.role) for a in people} == {("Lê Văn Mít", "author")}
    assert len({a.initiative_key for a in people}) == 2

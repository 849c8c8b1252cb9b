"""Letters of praise (thư khen): whom they are sent to, in news of them and in the letter itself."""

from __future__ import annotations

import datetime as dt

import pytest
from laid_out import document, head

from pipeline.link.awardees.link import link_awardees
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()


def rows(*paragraphs: str) -> list[tuple[str, str | None, str | None]]:
    found = link_awardees(document([("paragraph", p) for p in paragraphs]), (), RULES)[0]
    return [(a.name, a.award_name, a.conferred_by) for a in found]


@pytest.mark.parametrize(
    "sentence",
    [
        "Chủ tịch UBND tỉnh Mẫu đã gửi thư khen em Lê Văn Khế, lớp 9B, vì đã cứu bạn.",
        "Chủ tịch UBND tỉnh Mẫu vừa có thư khen gửi em Lê Văn Khế.",
        "Chủ tịch UBND tỉnh Mẫu đã có thư khen đối với em Lê Văn Khế.",
    ],
)
def test_a_letter_of_praise_names_whom_it_is_sent_to(sentence: str) -> None:
    assert rows(sentence) == [("Lê Văn Khế", "Thư khen", "Chủ tịch UBND tỉnh Mẫu")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Gia đình đã gửi thư cảm ơn và thư khen đến tập thể y, bác sĩ.",
        "Sau khi có thư khen của Chủ tịch nước, ông Lê Văn Khế rất vui.",
        "Bộ trưởng đã gửi thư khen các lực lượng chức năng.",
        "Ông Lê Văn Khế đã soạn thư khen để trình Chủ tịch ký.",
    ],
)
def test_who_only_stands_near_a_letter_of_praise_got_none(sentence: str) -> None:
    assert rows(sentence) == []


def test_each_body_of_a_letter_has_its_ministry_above_it() -> None:
    found = link_awardees(
        document([("paragraph",
            "Thủ tướng vừa gửi thư khen Cục Hải đăng, Bộ Tư lệnh Hải vận, Bộ Quốc phòng và Cục Đê "
            "điều, Bộ Thủy lợi đã cứu tàu bị nạn.",
        )]), (), RULES,
    )[0]  # fmt: skip
    assert [(a.name, a.workplace) for a in found] == [
        ("Cục Hải đăng", "Bộ Tư lệnh Hải vận, Bộ Quốc phòng"),
        ("Cục Đê điều", "Bộ Thủy lợi"),
    ]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Gửi cháu Lê Văn Khế, học sinh lớp 7A, Trường THCS Gò Mẫu", "Lê Văn Khế"),
        ("Thân gửi: Cán bộ, chiến sĩ Phòng Cảnh sát hình sự, Công an tỉnh Mẫu",
         "Phòng Cảnh sát hình sự"),
    ],
)  # fmt: skip
def test_the_letter_itself_praises_whom_it_is_addressed_to(line: str, name: str) -> None:
    laid = document(
        [("heading", "THƯ KHEN"), ("paragraph", line), ("paragraph", "Tôi rất vui.")],
        head(issuer="CHỦ TỊCH TỈNH MẪU", issued_on=dt.date(2023, 7, 20)),
    )
    assert [
        (a.name, a.award_name, a.conferred_by, a.year) for a in link_awardees(laid, (), RULES)[0]
    ] == [(name, "Thư khen", "CHỦ TỊCH TỈNH MẪU", 2023)]


def test_a_letter_without_that_title_praises_nobody() -> None:
    laid = document([("heading", "THƯ NGỎ"), ("paragraph", "Thân gửi em Lê Văn Khế, lớp 7A")])
    assert link_awardees(laid, (), RULES)[0] == ()


def test_a_gift_may_stand_between_the_letter_and_who_sent_it() -> None:
    assert rows(
        "Anh Lê Văn Khế nhận được thư khen và phần thưởng 5 triệu đồng của Chủ tịch UBND thành phố "
        "vì cứu người."
    ) == [("Lê Văn Khế", "Thư khen", "Chủ tịch UBND thành phố")]


def test_what_the_letter_says_of_a_body_is_no_part_of_its_name() -> None:
    assert rows(
        "Giám đốc Công an tỉnh Mẫu gửi Thư khen đến Công an huyện Mận, biểu dương chiến công."
    ) == [("Công an huyện Mận", "Thư khen", "Giám đốc Công an tỉnh Mẫu")]


def test_who_sent_a_letter_ends_where_it_is_sent() -> None:
    assert rows(
        "Thư khen của Bộ trưởng Bộ Hải đăng gửi cán bộ, chiến sĩ Công an tỉnh Mận nêu rõ chiến "
        "công."
    ) == [("Công an tỉnh Mận", "Thư khen", "Bộ trưởng Bộ Hải đăng")]


def test_the_office_that_writes_may_stand_below_the_title_in_one_block() -> None:
    laid = document([
        ("heading", "THƯ KHEN\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH MẪU"),
        ("paragraph", "Gửi: Em Lê Văn Khế, học sinh lớp 7A, Trường THCS Mận Hạ"),
    ])  # fmt: skip
    (only,) = link_awardees(laid, (), RULES)[0]
    assert (only.name, only.award_name, only.workplace) == (
        "Lê Văn Khế", "Thư khen", "Trường THCS Mận Hạ",
    )  # fmt: skip


def test_further_addressees_stand_in_lines_of_their_own() -> None:
    laid = document([
        ("heading", "THƯ KHEN"),
        ("paragraph", "Thân gửi: - Đội tuyển Robocon Mận;"),
        ("list_item", "- TS. Lê Văn Khế, giảng viên Khoa Cơ điện.", {"label": "-"}),
        ("paragraph", "Thay mặt Đảng ủy, Ban Giám hiệu, tôi chúc mừng Đội tuyển Robocon Mận đã "
         "xuất sắc giành giải Nhì cuộc thi Robocon."),
    ])  # fmt: skip
    found = link_awardees(laid, (), RULES)[0]
    assert [(a.name, a.award_name, a.conferred_by) for a in found] == [
        ("Đội tuyển Robocon Mận", "Thư khen", None), ("Lê Văn Khế", "Thư khen", None),
        ("Đội tuyển Robocon Mận", "Giải Nhì", None),
    ]  # fmt: skip

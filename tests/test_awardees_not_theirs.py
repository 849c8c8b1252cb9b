"""Awards that stand near somebody's name and are not theirs: kin, coaches, others of a report."""

from __future__ import annotations

import datetime as dt

import pytest
from laid_out import Piece, document, head, with_table

from pipeline.link.awardees.link import link_awardees
from pipeline.model import Dispatch
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()
DAY = dt.date(2021, 1, 12)
DECISION = head("QĐ", "45/QĐ-UBND", "ỦY BAN NHÂN DÂN HUYỆN GÒ MẬN", DAY, "Về việc khen thưởng")
REPORT: list[Piece] = [
    ("heading", "BÁO CÁO THÀNH TÍCH"),
    ("list_item", "- Họ và tên: LÊ VĂN KHẾ"),
    ("list_item", "- Chức vụ: Hiệu trưởng"),
]
TEAM: list[Piece] = [
    ("heading", "BÁO CÁO THÀNH TÍCH"),
    ("paragraph", "Tập thể Trường THCS Mận Hạ"),
]


def brief(laid: Dispatch) -> list[tuple[str, str | None]]:
    return [(a.name, a.award_name) for a in link_awardees(laid, (), RULES)[0]]


def told(*paragraphs: str) -> list[tuple[str, str | None]]:
    return brief(document([("paragraph", p) for p in paragraphs]))


def decided(*pieces: Piece) -> list[tuple[str, str | None]]:
    return brief(document(pieces, DECISION))


def annex(title: str, *names: str) -> list[Piece]:
    items: list[Piece] = [
        ("list_item", f"{n}. {name}", {"label": f"{n}.", "level": 6, "part": 1})
        for n, name in enumerate(names, 1)
    ]
    return [("appendix", title, {"part": 1}), *items]


@pytest.mark.parametrize(
    ("owner", "line"),
    [
        (REPORT, "- Năm 2020: Nhà trường được tặng Bằng khen của Bộ Y tế"),
        (REPORT, "- Năm 2020: Chi bộ được tặng Giấy khen của Huyện ủy"),
        (TEAM, "- Năm 2020: Chi bộ được tặng Giấy khen của Huyện ủy"),
        (TEAM, "- Năm 2020: Cá nhân được tặng Bằng khen của Bộ Y tế"),
    ],
)
def test_a_report_gives_its_owner_nothing_of_others(owner: list[Piece], line: str) -> None:
    assert brief(document([*owner, ("list_item", line)], head("BC"))) == []


def test_a_school_is_the_owner_of_its_report_by_that_word_too() -> None:
    line: Piece = ("list_item", "- Năm 2020: Nhà trường được tặng Bằng khen của Bộ Y tế")
    assert brief(document([*TEAM, line], head("BC"))) == [("Trường THCS Mận Hạ", "Bằng khen")]


def test_awards_of_parents_are_not_those_of_the_curriculum() -> None:
    family: list[Piece] = [
        ("list_item", "4. Quan hệ gia đình", {"label": "4.", "level": 6}),
        ("paragraph", "Họ tên bố: Lê Văn Mít"),
        ("paragraph", "Khen thưởng: Huân chương Kháng chiến hạng Nhất"),
    ]
    own: Piece = ("list_item", "5. Khen thưởng: Bằng khen của Bộ Y tế", {"label": "5.", "level": 6})
    assert brief(document([*REPORT, *family, own])) == [("Lê Văn Khế", "Bằng khen")]


def test_from_the_next_name_on_a_summary_is_of_somebody_else() -> None:
    first: Piece = ("list_item", "- Năm 2019: Lao động tiên tiến")
    other: Piece = ("list_item", "2. Họ và tên: Vũ Thị Bưởi", {"label": "2.", "level": 6})
    second: Piece = ("list_item", "- Năm 2020: Chiến sĩ thi đua cơ sở")
    assert brief(document([*REPORT, first, other, second])) == [
        ("Lê Văn Khế", "Lao động tiên tiến")
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Ông Lê Văn Khế được tặng Bằng khen của Bộ Y tế năm 2019, vợ ông cũng là y sĩ và được "
        "tặng Kỷ niệm chương.",
        "Ông Lê Văn Khế được tặng Bằng khen của Bộ Y tế năm 2019, nhà trường do ông quản lý đạt "
        "chuẩn và được tặng Cờ thi đua.",
    ],
)
def test_a_sentence_that_goes_on_about_others_carries_nothing_over(words: str) -> None:
    assert told(words) == [("Lê Văn Khế", "Bằng khen")]


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("Bà Vũ Thị Bưởi dẫn chúng tôi đến thăm cụ Lê Thị Mận ở thôn Đông.",
         "Năm 1994, bà được tặng danh hiệu Bà mẹ Việt Nam anh hùng."),
        ("Anh Lê Văn Khế, phóng viên, đến xưởng. Thợ hàn Vũ Văn Mít làm ở đây đã lâu.",
         "Năm 2022, anh được tặng Bằng Lao động sáng tạo."),
    ],
)  # fmt: skip
def test_who_is_called_so_may_be_the_one_named_last(before: str, words: str) -> None:
    assert told(before, words) == []


def test_coaches_and_sponsors_are_not_those_who_won() -> None:
    won = "Đội tuyển của trường đã đạt 5 giải Nhất, 3 giải Nhì."
    coaches = "Ba giáo viên bồi dưỡng đội tuyển gồm: thầy Lê Văn Khế, cô Vũ Thị Bưởi."
    assert told(won, coaches) == []


@pytest.mark.parametrize(
    "title",
    [
        "Thí sinh đạt giải được tặng Bằng Lao động sáng tạo.",
        "Cá nhân hoàn thành xuất sắc sẽ được tặng Giấy khen",
    ],
)
def test_a_sentence_above_a_table_is_not_its_title(title: str) -> None:
    rows = [("1", "Lê Văn Khế", "Kế toán"), ("2", "Vũ Thị Bưởi", "Y sĩ")]
    table = with_table([("paragraph", title)], ("TT", "Họ và tên", "Chức vụ"), rows, head("TB"))
    assert brief(table) == []


def test_annexes_that_an_article_speaks_of_otherwise_give_nothing() -> None:
    words = (
        "Điều 1. Tặng Giấy khen cho 01 cá nhân (Danh sách 1); giao Ban Tổ chức (Danh sách 2) "
        "phát thưởng."
    )
    both = [*annex("DANH SÁCH 1", "Ông Lê Văn Khế"), *annex("DANH SÁCH 2", "Bà Vũ Thị Bưởi")]
    assert decided(("paragraph", words), *both) == [("Lê Văn Khế", "Giấy khen")]


@pytest.mark.parametrize(
    "title",
    [
        "DANH SÁCH HỘ NGHÈO ĐƯỢC TẶNG QUÀ TẾT",
        "DANH SÁCH CÁN BỘ THỰC HIỆN NHIỆM VỤ PHỤC VỤ LỄ TRAO TẶNG GIẤY KHEN",
        "DANH SÁCH TỔ PHỤC VỤ LỄ KHEN THƯỞNG",
    ],
)
def test_those_who_serve_or_get_gifts_get_no_award(title: str) -> None:
    article: Piece = ("paragraph", "Điều 1. Tặng Giấy khen cho ông Lê Văn Khế, Trưởng thôn.")
    assert [n for n, _ in decided(article, *annex(title, "Bà Vũ Thị Bưởi"))] == ["Lê Văn Khế"]


def test_an_annex_of_those_whom_the_article_only_counts_is_of_its_award() -> None:
    article: Piece = (
        "paragraph", "Điều 1. Tặng Giấy khen cho Trường THCS Mận Hạ và 01 học sinh.",
    )  # fmt: skip
    found = decided(article, *annex("DANH SÁCH HỌC SINH", "Vũ Thị Bưởi"))
    assert found == [("Trường THCS Mận Hạ", "Giấy khen"), ("Vũ Thị Bưởi", "Giấy khen")]


def test_people_sent_on_a_journey_get_nothing_of_what_its_subject_names() -> None:
    subject = "Về việc cử đoàn cá nhân đạt danh hiệu Chiến sĩ thi đua đi tham quan"
    sent = head("QĐ", "45/QĐ-UBND", "ỦY BAN NHÂN DÂN HUYỆN GÒ MẬN", DAY, subject)
    article: Piece = ("paragraph", "Điều 1. Cử các ông, bà có tên trong danh sách đi tham quan.")
    assert brief(document([article, *annex("DANH SÁCH ĐOÀN", "Bà Vũ Thị Bưởi")], sent)) == []


@pytest.mark.parametrize(
    "words",
    [
        "Dự hội nghị có ông Lê Văn Khế, Cục trưởng Cục Đường bộ, đơn vị được tặng Cờ thi đua.",
        "Bà Vũ Thị Bưởi, Hiệu trưởng Trường THCS Mận Hạ, ngôi trường đã được tặng Bằng khen của "
        "Bộ Y tế, nghỉ hưu.",
    ],
)
def test_what_a_body_was_given_is_not_given_to_who_heads_it(words: str) -> None:
    assert told(words) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [("Sở Y tế", "Công an tỉnh"), ("Trường THCS Mận Hạ", "Công an xã Mận Hạ"),
     ("Trạm Y tế xã Mận Hạ", "Đoàn Thanh niên xã Mận Hạ")],
)  # fmt: skip
def test_two_bodies_of_which_none_lies_in_the_other_are_two(first: str, second: str) -> None:
    article: Piece = ("paragraph", f"Điều 1. Tặng Giấy khen cho {first}, {second}.")
    assert [name for name, _ in decided(article)] == [first, second]


def test_headings_of_a_report_say_whose_awards_stand_below() -> None:
    others: list[Piece] = [
        ("list_item", f"{n}. {who}:", {"label": f"{n}.", "level": 6})
        for n, who in enumerate(("Cá nhân", "Công đoàn", "Các tổ trực thuộc"), 2)
    ]
    line: Piece = ("list_item", "- Năm 2020: Bằng khen của Bộ Y tế", {"label": "-", "level": 8})
    for other in others:
        assert brief(document([*TEAM, other, line], head("BC"))) == []
    own: Piece = ("list_item", "5. Tập thể:", {"label": "5.", "level": 6})
    assert len(brief(document([*TEAM, *others, own, line], head("BC")))) == 1


def test_benefits_of_those_who_were_given_an_order_give_none() -> None:
    words = (
        "Điều 1. Phê duyệt danh sách chi trả mai táng phí đối với người được tặng Huân chương "
        "Kháng chiến:"
    )
    item: Piece = ("list_item", "1. Ông Lê Văn Khế, thôn Đông", {"label": "1.", "level": 6})
    assert decided(("paragraph", words), item) == []


def test_sponsors_in_a_table_below_the_awards_get_none() -> None:
    article: Piece = ("paragraph", "Điều 2. Tặng Giấy khen cho Trường THCS Mận Hạ, như sau:")
    rows = [("1", "Công ty Sợi Mận Hạ", "5.000.000"), ("2", "Công ty Dệt Gò Mẫu", "3.000.000")]
    for heading, names in (("Nhà tài trợ", []), ("Tên", [row[1] for row in rows])):
        table = with_table([article], ("TT", heading, "Số tiền"), rows, DECISION)
        assert [name for name, _ in brief(table)] == ["Trường THCS Mận Hạ", *names]


def test_a_list_that_an_article_invites_to_ends_the_one_above() -> None:
    words = (
        "Điều 1. Tặng Giấy khen cho 01 cá nhân (Danh sách số 01). Mời đại biểu (Danh sách số 02)."
    )
    lists: list[Piece] = [
        ("heading", "Danh sách số 01"),
        ("list_item", "1. Ông Lê Văn Khế, thôn Đông", {"label": "1.", "level": 6}),
        ("paragraph", "Danh sách số 02"),
        ("list_item", "1. Bà Vũ Thị Bưởi, công chức", {"label": "1.", "level": 6}),
    ]
    assert [name for name, _ in decided(("paragraph", words), *lists)] == ["Lê Văn Khế"]
    found = link_awardees(document([("paragraph", words), *lists], DECISION), (), RULES)[0]
    assert [a.workplace for a in found] == ["thôn Đông"]


def test_two_authors_of_a_cell_are_both_named_however_rare_their_names() -> None:
    rows = [("1", "Ngưu Văn Tác; Lạc Thị Thơ", "Phòng A"), ("2", "Lê Văn Khế", "Phòng B")]
    table = with_table(
        [("paragraph", "Điều 1. Tặng Giấy khen cho các ông, bà sau:")],
        ("TT", "Họ và tên", "Đơn vị"), rows, DECISION,
    )  # fmt: skip
    assert [name for name, _ in brief(table)] == ["Ngưu Văn Tác", "Lạc Thị Thơ", "Lê Văn Khế"]


def test_post_and_unit_of_the_owner_may_share_a_line() -> None:
    unit: Piece = ("list_item", "- Nơi công tác: Trưởng phòng Tài chính, Sở Mẫu")
    line: Piece = ("list_item", "- Năm 2020: Lao động tiên tiến")
    (owner,) = link_awardees(document([*REPORT[:2], unit, line], head("BC")), (), RULES)[0]
    assert (owner.position, owner.workplace) == ("Trưởng phòng Tài chính", "Sở Mẫu")

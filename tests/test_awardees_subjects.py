"""Who has got an award as the subject of its sentence, and lists that run over paragraphs."""

from __future__ import annotations

import datetime as dt

import pytest
from laid_out import document, head, with_table

from pipeline.link.awardees.link import link_awardees
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()
DECISION = head("QĐ", "15/QĐ-TA", "TÒA ÁN NHÂN DÂN TỈNH LÂM MẬN", dt.date(2018, 12, 3))
Row = tuple[str, str | None, str, str | None]


def brief(*paragraphs: str) -> list[Row]:
    awardees, _ = link_awardees(document([("paragraph", p) for p in paragraphs]), (), RULES)
    return [(a.name, a.workplace, a.role, a.award_name) for a in awardees]


@pytest.mark.parametrize(
    ("words", "award", "names"),
    [
        (
            "Cô giáo Lê Thị Khế, giáo viên Trường THPT A và Vũ Thị Mận, Trường THCS B là 2 giáo "
            "viên đạt giải nhì.",
            ("awardee", "Giải Nhì"),
            [("Lê Thị Khế", "Trường THPT A"), ("Vũ Thị Mận", "Trường THCS B")],
        ),
        (
            "Hai cá nhân: Trung tá Lê Văn Khế (trái) và Đại tá Vũ Văn Mít (phải) nhận Huân chương "
            "Chiến công hạng Nhì.",
            ("awardee", "Huân chương Chiến công hạng Nhì"),
            [("Lê Văn Khế", None), ("Vũ Văn Mít", None)],
        ),
        (
            "Toàn tỉnh có 02 tập thể (HTX Nông nghiệp A, Công ty TNHH B) và 01 cá nhân (Nông dân "
            "Lê Thị Khế huyện Mận Hạ) điển hình tiên tiến được trao tặng Bằng khen của Bộ trưởng "
            "Bộ Nông nghiệp.",
            ("awardee", "Bằng khen"),
            [("HTX Nông nghiệp A", None), ("Công ty TNHH B", None), ("Lê Thị Khế", "huyện Mận Hạ")],
        ),
        (
            "Chủ tịch Hội Cựu chiến binh cơ quan Sở Y tế Vũ Văn Mít vinh dự là một trong những "
            "gương điển hình được nhận Bằng khen của Hội Cựu chiến binh Việt Nam.",
            ("awardee", "Bằng khen"),
            [("Vũ Văn Mít", "Hội Cựu chiến binh cơ quan Sở Y tế")],
        ),
        (
            "Toàn huyện có nhiều kết quả, năm 2013 Hội Cựu chiến binh huyện được Hội Cựu chiến "
            "binh tỉnh tặng Bằng khen.",
            ("awardee", "Bằng khen"),
            [("Hội Cựu chiến binh huyện", None)],
        ),
        (
            "Các Huy chương vàng thuộc về: Lê Thị Khế (Nhà hát Chèo A), Vũ Thị Mận (Mận Mận – Nhà "
            "hát Chèo B).",
            ("awardee", "Huy chương vàng"),
            [("Lê Thị Khế", "Nhà hát Chèo A"), ("Vũ Thị Mận", "Nhà hát Chèo B")],
        ),
        (
            "Danh sách các nghệ nhân được xét tặng danh hiệu Nghệ nhân Nhân dân của tỉnh gồm có: "
            "Lê Văn Khế, Chu Tiến Mít, Vũ Thị Mận.",
            ("nominee", "Nghệ nhân nhân dân"),
            [("Lê Văn Khế", None), ("Chu Tiến Mít", None), ("Vũ Thị Mận", None)],
        ),
        (
            "Viện trưởng trao Cờ thi đua của Chính phủ tặng Vụ 3, VKSND tối cao.",
            ("awardee", "Cờ thi đua"),
            [("Vụ 3", "VKSND tối cao")],
        ),
        (
            "Đề nghị tặng Huân chương Lao động hạng Ba của ông Lê Văn Khế, Trưởng phòng Pháp chế, "
            "Cục Đường thủy A",
            ("nominee", "Huân chương Lao động hạng Ba"),
            [("Lê Văn Khế", "Cục Đường thủy A")],
        ),
        (
            "Huy hiệu 50 năm tuổi Đảng được trao cho đồng chí Lê Văn Khế, Bí thư Chi bộ A cùng một "
            "số đảng viên khác được nhận Huy hiệu Đảng.",
            ("awardee", "Huy hiệu Đảng"),
            [("Lê Văn Khế", "Chi bộ A")],
        ),
    ],
)  # fmt: skip
def test_the_subject_of_an_award_with_what_stands_beside_the_names(
    words: str, award: tuple[str, str], names: list[tuple[str, str | None]]
) -> None:
    assert brief(words)[: len(names)] == [(*name, *award) for name in names]


def test_each_of_a_sentence_has_the_award_that_stands_behind_him() -> None:
    rows = brief(
        "Đó là ông Hồ Khế (huyện Mận Thượng) được nhận Huân chương Lao động hạng 3; ông Võ Hữu "
        "Mít (huyện Mận Hạ) và Hồ Sơn Bưởi (huyện Mận Trung) nhận bằng khen của Thủ tướng "
        "Chính phủ; bà Lê Thị Chanh (TP. Đông Mận) được bằng khen của Hội Nông dân Việt Nam."
    )
    assert rows[:3] == [
        ("Hồ Khế", "huyện Mận Thượng", "awardee", "Huân chương Lao động hạng Ba"),
        ("Võ Hữu Mít", "huyện Mận Hạ", "awardee", "Bằng khen"),
        ("Hồ Sơn Bưởi", "huyện Mận Trung", "awardee", "Bằng khen"),
    ]


def test_veterans_of_the_country_are_no_person() -> None:
    assert brief(
        "Hội trao tặng bằng khen cho các tập thể tiêu biểu của Hội Cựu chiến binh Việt Nam giai "
        "đoạn 2009-2014; nhiều cá nhân cũng được nhận Bằng khen của Trung ương Hội."
    ) == []  # fmt: skip


def test_a_list_of_bodies_goes_on_in_the_next_paragraphs() -> None:
    rows = brief(
        "Danh sách đề nghị Thủ tướng Chính phủ tặng Cờ thi đua gồm: Vụ Pháp chế, Bộ A; Vụ Án tham "
        "nhũng, chức vụ, VKSND tối cao.",
        "Trường Đào tạo, Bồi dưỡng nghiệp vụ tại Thành phố Hồ Chí Minh; VKSND cấp cao tại Đà Nẵng.",
        "Báo Mận; Sở Nội vụ tỉnh B.",
        "Sở Y tế tỉnh B tổ chức hội nghị; Sở Nội vụ tỉnh B báo cáo.",
    )
    assert [(name, place) for name, place, *_ in rows] == [
        ("Vụ Pháp chế", "Bộ A"),
        ("Vụ Án tham nhũng, chức vụ", "VKSND tối cao"),
        ("Trường Đào tạo, Bồi dưỡng nghiệp vụ tại Thành phố Hồ Chí Minh", None),
        ("VKSND cấp cao tại Đà Nẵng", None),
        ("Báo Mận", None),
        ("Sở Nội vụ tỉnh B", None),
    ]


def test_a_dashed_entry_not_read_does_not_end_the_list_of_a_decision() -> None:
    laid = document(
        [
            ("list_item", "Điều 1. Công nhận danh hiệu thi đua năm 2018 cho các tập thể sau:",
             {"label": "Điều 1.", "level": 5}),
            ("heading", "1. Danh hiệu “Tập thể lao động tiên tiến”:", {"label": "1.", "level": 6}),
            ("list_item", "- Gian hàng số 7;", {"label": "-", "level": 10}),
            ("list_item", "- Tòa Dân sự;", {"label": "-", "level": 10}),
        ],
        DECISION,
    )  # fmt: skip
    awardees, _ = link_awardees(laid, (), RULES)
    assert [(a.name, a.award_name) for a in awardees] == [
        ("Tòa Dân sự", "Tập thể Lao động tiên tiến")
    ]


def test_a_post_of_its_own_tells_that_the_row_is_a_person() -> None:
    laid = with_table(
        [("list_item", "Điều 1. Tặng Giấy khen cho các tập thể, cá nhân sau:", {"label": "Điều"})],
        ["TT", "Tên tập thể, cá nhân", "Chức danh"],
        [["1", "Nông Trường Mận", "Chuyên viên"], ["2", "Phòng Kế toán", ""]],
        DECISION,
    )
    awardees, _ = link_awardees(laid, (), RULES)
    assert [(a.name, a.kind) for a in awardees] == [
        ("Nông Trường Mận", "person"), ("Phòng Kế toán", "collective"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        "Năm 2023, 02 tập thể (Phòng Tài chính, Văn phòng Sở) không được tặng Giấy khen.",
        "Có 03 đồng chí (Lê Văn Khế, Vũ Văn Mít, Lê Thị Mận) chưa được tặng Bằng khen của Chủ tịch "
        "tỉnh.",
        "Ông Lê Văn Khế là một trong những người được giao tổ chức trao Bằng khen.",
        "Chủ tịch Hội Nông dân xã Mận Hạ Nguyễn Văn Mít đã nhận Bằng khen thay cho hội viên.",
    ],
)
def test_who_is_denied_an_award_or_takes_it_for_others_has_not_got_it(words: str) -> None:
    assert brief(words) == []


def test_aviation_denies_nothing() -> None:
    rows = brief("Cục Hàng không Việt Nam được tặng Cờ thi đua của Chính phủ.")
    assert [row[3] for row in rows] == ["Cờ thi đua"]

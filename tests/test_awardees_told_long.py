"""Sentences that tell of a career, minutes with votes in brackets, bad examples and petitions."""

from __future__ import annotations

from laid_out import document, head

from pipeline.link.awardees.link import link_awardees
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()


def rows(*paragraphs: str, kind: str | None = None) -> list[tuple[str, str, str | None]]:
    laid = document([("paragraph", p) for p in paragraphs], head(kind) if kind else None)
    return [(a.name, a.role, a.award_name) for a in link_awardees(laid, (), RULES)[0]]


def test_what_was_got_year_by_year_behind_a_colon_is_the_subjects() -> None:
    assert rows(
        "Trạm Y tế xã Mận luôn được đánh giá cao: năm 2017 được Sở Y tế tặng Giấy khen; năm 2020 "
        "được công nhận Tập thể lao động xuất sắc."
    ) == [
        ("Trạm Y tế xã Mận", "awardee", "Giấy khen"),
        ("Trạm Y tế xã Mận", "awardee", "Tập thể Lao động xuất sắc"),
    ]


def test_a_title_held_from_a_year_on_is_his() -> None:
    assert rows("Bà Vũ Thị Mít từ năm 2015 đến nay liên tục là Chiến sĩ thi đua cơ sở.") == [
        ("Vũ Thị Mít", "awardee", "Chiến sĩ thi đua cơ sở")
    ]


def test_oneself_is_whom_the_page_is_about_and_not_the_father() -> None:
    assert rows(
        "Đồng chí Lê Văn Khế sinh ra ở Mận. Bố đồng chí là ông Lê Văn Ổi được tặng Huân chương "
        "Kháng "
        "chiến hạng Nhất. Bản thân đồng chí liên tục là Chiến sĩ thi đua cơ sở."
    ) == [
        ("Lê Văn Ổi", "awardee", "Huân chương Kháng chiến hạng Nhất"),
        ("Lê Văn Khế", "awardee", "Chiến sĩ thi đua cơ sở"),
    ]


def test_so_many_times_stands_before_who_got_it() -> None:
    assert rows(
        "Chị Vũ Thị Mít là công nhân tổ may 5. Hai lần chị được LĐLĐ tỉnh tặng Bằng khen."
    ) == [("Vũ Thị Mít", "awardee", "Bằng khen")]


def test_votes_in_brackets_tell_who_failed() -> None:
    assert rows(
        "Đề nghị Bộ Xây dựng tặng Bằng khen: Phân xưởng Nghiền (11/11), Phòng Kinh doanh (4/11, "
        "không "
        "đạt).",
        kind="BB",
    ) == [("Phân xưởng Nghiền", "nominee", "Bằng khen")]


def test_a_petition_asks_for_oneself_and_proposes_nobody() -> None:
    assert (
        rows(
            "Bà Vũ Thị Mít có đơn đề nghị xem xét tặng Huân chương Kháng chiến cho bố là ông Vũ "
            "Văn "
            "Ổi."
        )
        == []
    )


def test_bodies_that_did_not_do_their_duty_are_no_good_examples() -> None:
    assert (
        rows("Một số đơn vị chưa thực hiện nghiêm, điển hình như Công ty Mận, Công ty Mẫu.") == []
    )


def test_a_row_of_awards_parted_by_semicolons_is_one_subjects() -> None:
    assert rows(
        "Đồng chí Lê Văn Khế, sinh năm 1930. Đồng chí đã được Đảng và Nhà nước tặng thưởng: Huân "
        "chương Độc lập hạng Nhì; Huân chương Kháng chiến chống Pháp hạng Ba; Huy hiệu 70 năm tuổi "
        "Đảng."
    ) == [
        ("Lê Văn Khế", "awardee", "Huân chương Độc lập hạng Nhì"),
        ("Lê Văn Khế", "awardee", "Huân chương Kháng chiến hạng Ba"),
        ("Lê Văn Khế", "awardee", "Huy hiệu Đảng"),
    ]


def test_years_past_open_a_subject_too() -> None:
    assert rows(
        "Với thành tích xuất sắc, 15 năm qua Đội Quản lý điện lực Mận liên tục đạt danh hiệu "
        "Tập thể "
        "lao động xuất sắc, được Bộ Công Thương tặng Bằng khen năm 2016."
    ) == [
        ("Đội Quản lý điện lực Mận", "awardee", "Tập thể Lao động xuất sắc"),
        ("Đội Quản lý điện lực Mận", "awardee", "Bằng khen"),
    ]


def test_an_extract_of_minutes_proposes_what_its_items_name() -> None:
    assert rows(
        "TRÍCH BIÊN BẢN",
        "Ban Chấp hành thống nhất đề nghị:",
        "2. Công đoàn Giáo dục tỉnh tặng Giấy khen: đ/c Lê Văn Khế (tổ Toán), đ/c Vũ Thị Mít (tổ "
        "Ngoại ngữ).",
    ) == [("Lê Văn Khế", "nominee", "Giấy khen"), ("Vũ Thị Mít", "nominee", "Giấy khen")]


def test_a_bracket_behind_the_name_turns_down_its_nominee_alone() -> None:
    assert rows(
        "100% nhất trí đề nghị tặng Giấy khen cho ông Lê Văn Khế; có 7/13 thành viên đồng ý đề "
        "nghị "
        "Thủ tướng tặng Bằng khen cho ông Vũ Văn Mít (không đạt tỷ lệ 80%).",
        kind="BB",
    ) == [("Lê Văn Khế", "nominee", "Giấy khen")]


def test_a_year_in_a_bracket_is_that_of_the_award_before_it() -> None:
    laid = document([("paragraph",
        "Bác sĩ Vừ Y Xia công tác 20 năm, từng được Bộ trưởng Bộ Mận tặng Bằng khen (năm 2015), "
        "Chủ tịch UBND tỉnh tặng Bằng khen các năm 2012, 2018. Năm 2020, bác sĩ Y Xia được tặng "
        "Giấy khen."
    )])  # fmt: skip
    found = link_awardees(laid, (), RULES)[0]
    assert [(a.name, a.award_name, a.year) for a in found] == [
        ("Vừ Y Xia", "Bằng khen", 2015), ("Vừ Y Xia", "Bằng khen", None),
        ("Vừ Y Xia", "Giấy khen", 2020),
    ]  # fmt: skip


def test_those_of_the_counted_ones_that_the_next_sentence_names_with_their_works() -> None:
    laid = document([("paragraph",
        "Công đoàn ngành trao Giấy khen cho 30 công nhân. Trong đó có anh Lê Văn Khế, thợ sợi Công "
        "ty Dệt Mận với sáng kiến “Chỉnh góc xe sợi”, làm lợi 210 triệu đồng; chị Vũ Thị Na, Công "
        "ty May Mít với 3 năm liền vượt năng suất."
    )])  # fmt: skip
    found = link_awardees(laid, (), RULES)[0]
    assert [(a.name, a.role, a.workplace) for a in found] == [
        ("Lê Văn Khế", "awardee", "Công ty Dệt Mận"), ("Vũ Thị Na", "awardee", "Công ty May Mít"),
    ]  # fmt: skip

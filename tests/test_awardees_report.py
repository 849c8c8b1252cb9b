"""Achievement reports: the lines and tables of past awards belong to whoever's report it is."""

from __future__ import annotations

import pytest
from laid_out import Piece, document, head, with_table

from pipeline.link.awardees.link import link_awardees
from pipeline.model import AwardeeMention, Dispatch
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()
TITLE: list[Piece] = [
    ("heading", "BÁO CÁO THÀNH TÍCH"),
    ("paragraph", "Đề nghị tặng Bằng khen của Tổng Liên đoàn Lao động Việt Nam"),
]
PERSON: list[Piece] = [
    *TITLE,
    ("list_item", "- Họ và tên: LÊ VĂN KHẾ"),
    ("list_item", "- Chức vụ: Tổ trưởng"),
    ("list_item", "- Đơn vị công tác: Trường THPT Mận Hạ"),
]
TEAM: list[Piece] = [*TITLE, ("paragraph", "Tập thể Trung tâm Y tế huyện Mận Hạ")]
Brief = tuple[str, str, str | None, str | None, int | None]


def rows(laid: Dispatch) -> list[AwardeeMention]:
    return list(link_awardees(laid, (), RULES)[0])


def brief(laid: Dispatch) -> list[Brief]:
    return [(a.name, a.role, a.award_name, a.conferred_by, a.year) for a in rows(laid)]


def lines(*words: str, owner: list[Piece] = PERSON) -> list[Brief]:
    laid = document([*owner, *(("list_item", w) for w in words)], head("BC"))
    return brief(laid)[1:]


def test_the_owner_is_proposed_for_what_the_report_asks() -> None:
    (only,) = rows(document(PERSON, head("BC")))
    assert (only.name, only.kind, only.role) == ("Lê Văn Khế", "person", "nominee")
    assert (only.position, only.workplace) == ("Tổ trưởng", "Trường THPT Mận Hạ")
    assert only.conferred_by == "Tổng Liên đoàn Lao động Việt Nam"
    (only,) = rows(document(TEAM, head("BC")))
    assert (only.name, only.kind) == ("Trung tâm Y tế huyện Mận Hạ", "collective")


@pytest.mark.parametrize(
    ("line", "award", "giver", "year"),
    [
        ("- Năm 2019: được Chủ tịch UBND tỉnh tặng Bằng khen.", "Bằng khen",
         "Chủ tịch UBND tỉnh", 2019),
        ("- Năm 2020: Đạt danh hiệu “Chiến sĩ thi đua cơ sở”.", "Chiến sĩ thi đua cơ sở", None,
         2020),
        ("2018 | Lao động tiên tiến | Giám đốc Sở", "Lao động tiên tiến", None, 2018),
        ("- Năm học 2011 - 2012: Giấy khen của Giám đốc Sở Y tế", "Giấy khen",
         "Giám đốc Sở Y tế", None),
        ("Các hình thức khen thưởng đã được trao tặng: Huân chương Lao động hạng Ba (năm 2019)",
         "Huân chương Lao động hạng Ba", "Chủ tịch nước", 2019),
    ],
)  # fmt: skip
def test_a_line_led_by_a_year_or_by_what_it_lists_is_the_owners(
    line: str, award: str, giver: str | None, year: int | None
) -> None:
    assert lines(line) == [("Lê Văn Khế", "awardee", award, giver, year)]


@pytest.mark.parametrize(
    "line",
    [
        "- Năm 2019: tổ có 02 đồng chí được tặng Bằng khen của Chủ tịch UBND tỉnh",
        "- Năm 2021: phấn đấu đạt danh hiệu Chiến sĩ thi đua cơ sở",
        "- Năm 2020: Lao động tiên tiến: 12 người",
        "- Năm 2020: Giấy khen cho 3 cá nhân",
        "- Năm 2020: Chủ tịch công đoàn được tặng Kỷ niệm chương",
        "- Chiến sĩ thi đua cơ sở: 05 đồng chí",
    ],
)
def test_counts_aims_and_awards_of_others_are_not_the_owners(line: str) -> None:
    assert lines(line, owner=TEAM) == []


def test_a_wish_is_not_what_the_report_asks() -> None:
    wish: Piece = ("paragraph", "Nguyện vọng: được xét tặng Kỷ niệm chương.")
    laid = document([("heading", "LÝ LỊCH TRÍCH NGANG"), PERSON[2], wish], head())
    assert brief(laid) == []


def test_what_a_colleague_got_is_the_colleagues() -> None:
    found = lines("- Năm 2019: ông Vũ Văn Mít được tặng Bằng khen của Bộ Y tế.")
    assert [row[:3] for row in found] == [("Vũ Văn Mít", "awardee", "Bằng khen")]


def test_the_same_award_year_after_year_is_a_row_each() -> None:
    found = lines("- Năm 2019: Lao động tiên tiến", "- Năm 2020: Lao động tiên tiến")
    assert [row[4] for row in found] == [2019, 2020]


def test_below_a_heading_of_past_awards_a_line_needs_no_year() -> None:
    history: Piece = ("heading", "III. CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG", {"level": 3})
    aims: Piece = ("heading", "IV. PHƯƠNG HƯỚNG", {"level": 3})
    line: Piece = ("list_item", "- Bằng khen của Bộ trưởng Bộ Y tế", {"path": (history[1],)})
    aim: Piece = ("list_item", "- Năm 2025: Bằng khen của Bộ", {"path": (aims[1],)})
    found = brief(document([*TEAM, history, line, aims, aim], head("BC")))[1:]
    assert found == [
        ("Trung tâm Y tế huyện Mận Hạ", "awardee", "Bằng khen", "Bộ trưởng Bộ Y tế", None)
    ]


def test_each_row_of_the_table_of_past_awards_is_one() -> None:
    table = with_table(
        TEAM,
        ("Năm", "Hình thức khen thưởng", "Số, ngày của quyết định; cơ quan ban hành"),
        [
            ("2017", "Bằng khen của Bộ trưởng Bộ Y tế", "ngày 18/12/2017"),
            ("2021", "Bằng khen của Thủ tướng Chính phủ", "ngày 09/6/2021"),
            ("2022", "12 Giấy khen", ""),
        ],
        head("BC"),
    )
    assert [(row[3], row[4]) for row in brief(table)[1:]] == [
        ("Bộ trưởng Bộ Y tế", 2017), ("Thủ tướng Chính phủ", 2021),
    ]  # fmt: skip


def test_a_paper_with_several_reports_or_without_an_owner_gives_none() -> None:
    line: Piece = ("list_item", "- Năm 2019: Lao động tiên tiến")
    assert brief(document([*PERSON, *PERSON, line], head("BC"))) == []
    assert brief(document([*TITLE, line], head("BC"))) == []


def test_the_giver_that_a_title_in_capitals_names() -> None:
    title = [("heading", "BÁO CÁO THÀNH TÍCH"), *PERSON[2:]]
    asked = ("paragraph", "ĐỀ NGHỊ TẶNG BẰNG KHEN CỦA CHỦ TỊCH UBND TỈNH NĂM 2023")
    (only,) = rows(document([title[0], asked, *title[1:]], head("BC")))
    assert (only.role, only.conferred_by) == ("nominee", "CHỦ TỊCH UBND TỈNH")


@pytest.mark.parametrize(
    ("words", "authors"),
    [
        ("Năm 2022, bản thân đã có sáng kiến “Dạy đọc qua tranh” được công nhận.", ("Lê Văn Khế",)),
        ("Lớp đạt 96%. Tôi viết sáng kiến “Dạy đọc qua tranh”.", ("Lê Văn Khế",)),
        ("Đã là chủ nhiệm đề tài “Dạy đọc qua tranh”.", ()),
        ("- Đồng tác giả sáng kiến “Dạy đọc qua tranh”.", ("Lê Văn Khế",)),
        ("Tôi đã hướng dẫn đồng nghiệp viết sáng kiến “Dạy đọc qua tranh”.", ()),
        ("Năm 2022, đồng chí có sáng kiến “Dạy đọc qua tranh”.", ("Lê Văn Khế",)),
        ("Nhà trường có sáng kiến “Dạy đọc qua tranh”.", ()),
    ],
)
def test_titles_of_whose_report_it_is(words: str, authors: tuple[str, ...]) -> None:
    laid = document([*PERSON, ("paragraph", words)], head("BC"))
    (title,) = link_awardees(laid, (), RULES)[1]
    assert title.authors == authors


def test_a_line_that_heads_past_awards_need_not_be_a_heading() -> None:
    history = ("paragraph", "Những hình thức khen thưởng đã đạt được:")
    past = ("list_item", "- 05 năm liền (2016 - 2020) đạt danh hiệu Tập thể Lao động xuất sắc.")
    later = ("paragraph", "Đơn vị có 30 người, thu nhập bình quân 9 triệu đồng một tháng.")
    aim = ("list_item", "- Tập thể Lao động xuất sắc;")
    found = brief(document([*TEAM, history, past, later, aim], head("BC")))
    assert [row[1:3] for row in found] == [
        ("nominee", "Bằng khen"), ("awardee", "Tập thể Lao động xuất sắc"),
    ]  # fmt: skip


def test_what_a_report_asks_for_and_its_end_asks_again_is_one() -> None:
    end = "Kính đề nghị Tổng Liên đoàn tặng Bằng khen cho Trung tâm Y tế huyện Mận Hạ."
    found = brief(document([*TEAM, ("paragraph", end)], head("BC")))
    assert [row[:3] for row in found] == [("Trung tâm Y tế huyện Mận Hạ", "nominee", "Bằng khen")]

"""Decisions and minutes of small offices: households, areas, teams of authors, several awards."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest
from laid_out import Line, document, head, labelled, with_table

from pipeline.link.awardees.link import link_awardees
from pipeline.model import AwardeeMention, Head
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()
DECISION = head("QĐ", "15/QĐ-UBND", "ỦY BAN NHÂN DÂN XÃ ĐỒNG MẬN", dt.date(2016, 11, 18))
MINUTES = head("BB", "7/BB-HĐ", "CHI CỤC ĐÊ ĐIỀU", dt.date(2016, 12, 5))


def decided(*lines: Line, title: Head = DECISION) -> tuple[AwardeeMention, ...]:
    """The awardees of a decision made of lines."""
    awardees, _ = link_awardees(document(labelled(lines), title), (), RULES)
    return awardees


def names(rows: Sequence[AwardeeMention]) -> list[tuple[str, str | None, str | None]]:
    return [(a.name, a.workplace, a.award_name) for a in rows]


def test_households_and_areas_are_collectives_of_their_sections() -> None:
    rows = decided(
        ("list_item", "Điều 1. Tặng giấy khen cho 01 khu dân cư, 02 hộ gia đình, như sau:", 5),
        ("heading", "a) Khu dân cư:", 9),
        ("list_item", "1. Thôn Nam Mận, xã Đồng Mận.", 6),
        ("heading", "b) Hộ gia đình:", 9),
        ("list_item", "1. Hộ ông Lê Văn Khế (thôn Nam Mận), hiến 320 m2 đất làm đường;", 6),
        ("list_item", "2. Gia đình ông bà Vũ Văn Mít - Phạm Thị Bưởi (thôn Đông Mận), nhiều năm "
         "liền đạt Gia đình văn hóa.", 6),
        ("heading", "c) Cá nhân:", 9),
        ("list_item", "1. Ông Đỗ Văn Chanh, Trưởng thôn Nam Mận.", 6),
    )  # fmt: skip
    assert names(rows) == [
        ("Thôn Nam Mận", "xã Đồng Mận", "Giấy khen"),
        ("Hộ ông Lê Văn Khế", "thôn Nam Mận", "Giấy khen"),
        ("Gia đình ông bà Vũ Văn Mít - Phạm Thị Bưởi", "thôn Đông Mận", "Giấy khen"),
        ("Đỗ Văn Chanh", None, "Giấy khen"),
    ]


def test_a_heading_between_two_numbers_parts_a_list_and_does_not_end_it() -> None:
    rows = decided(
        ("list_item", "Điều 1: Tặng Giấy khen cho các ông, bà có tên dưới đây:", 5),
        ("list_item", "1. Bà Lê Thị Khế, Kế toán Trường Mầm non A", 6),
        ("heading", "CÁC PHÒNG, BAN, NGÀNH", 2),
        ("list_item", "2. Ông Vũ Văn Mít, Chuyên viên Phòng Nội vụ", 6),
    )
    assert [(a.name, a.ordinal) for a in rows] == [("Lê Thị Khế", 1), ("Vũ Văn Mít", 2)]


@pytest.mark.parametrize("words", ["1- Đ/c Lê Thị Khế - Y sĩ Bệnh viện A", "2.1. Đ/c Lê Thị Khế"])
def test_numbers_with_a_dash_or_of_two_parts_number_the_entry(words: str) -> None:
    (row,) = decided(("list_item", "Điều 1. Tặng Giấy khen cho các cá nhân sau:", 5),
                     ("list_item", words, 6))  # fmt: skip
    assert (row.name, row.ordinal) == ("Lê Thị Khế", 1)


def test_the_one_name_below_an_article_needs_no_number_and_may_state_its_year() -> None:
    (row,) = decided(
        ("list_item", "Điều 1. Tặng Bằng khen của Chủ tịch UBND tỉnh cho:", 5),
        ("paragraph", "Nhân dân và cán bộ xã Đồng Mận, huyện B, đã có thành tích dẫn đầu phong "
         "trào thi đua năm\n2015.", 0),
    )  # fmt: skip
    assert (row.name, row.workplace, row.year) == (
        "Nhân dân và cán bộ xã Đồng Mận", "huyện B", 2015,
    )  # fmt: skip


def test_authors_named_by_an_article_get_what_the_next_article_gives_them() -> None:
    rows = decided(
        ("list_item", "Điều 1. Công nhận 02 sáng kiến cấp ngành, gồm:", 5),
        ("list_item", "1. Sáng kiến “Thư viện của bản” của bà Lê Thị Khế, Hiệu trưởng Trường A;",
         6),
        ("list_item", "2. Sáng kiến 2: “Thí nghiệm bằng đồ cũ” của nhóm tác giả Tổ Vật lý, Trường "
         "THPT B (Đoàn Quốc Mít, Chu Thị Bưởi);", 6),
        ("list_item", "Điều 2. Tặng Giấy khen cho các tác giả có tên tại Điều 1.", 5),
    )  # fmt: skip
    assert [(a.name, a.role, a.award_name, a.decision, a.workplace) for a in rows] == [
        ("Lê Thị Khế", "awardee", "Giấy khen", "15/QĐ-UBND", "Trường A"),
        ("Đoàn Quốc Mít", "awardee", "Giấy khen", "15/QĐ-UBND", "Tổ Vật lý, Trường THPT B"),
        ("Chu Thị Bưởi", "awardee", "Giấy khen", "15/QĐ-UBND", "Tổ Vật lý, Trường THPT B"),
    ]
    assert None not in {a.initiative_key for a in rows}


def test_authors_follow_their_word_behind_the_title_of_minutes() -> None:
    rows = decided(
        ("list_item", "- Sáng kiến 3: “Rút ngắn xét nghiệm”. Tác giả: BS. Lê Văn Khế (60%), KTV. "
         "Vũ Thị Mận (40%) - Khoa Xét nghiệm. Số phiếu tán thành: 8/9.", 10),
        ("list_item", "- Sáng kiến: Thay gối đỡ băng tải. Tác giả: Ks. Hồ Văn Mít - Tổ trưởng Tổ "
         "Cơ điện; đồng tác giả: Chu Văn Bưởi - Quản đốc Phân xưởng Lò.", 10),
        title=MINUTES,
    )  # fmt: skip
    assert [(a.name, a.role, a.position, a.workplace) for a in rows] == [
        ("Lê Văn Khế", "author", None, None),
        ("Vũ Thị Mận", "author", None, "Khoa Xét nghiệm"),
        ("Hồ Văn Mít", "author", "Tổ trưởng Tổ Cơ điện", None),
        ("Chu Văn Bưởi", "author", "Quản đốc Phân xưởng Lò", None),
    ]


def test_counted_groups_in_brackets_and_areas_are_named_in_the_sentence() -> None:
    rows = decided(
        ("list_item", "1. Thống nhất trình Chủ tịch UBND tỉnh tặng Cờ thi đua cho phường Mận Hậu "
         "và Phòng Tài chính - Kế hoạch.", 6),
        ("list_item", "2. Thống nhất trình Chủ tịch UBND tỉnh tặng Bằng khen cho 02 tập thể (Phòng "
         "Tư pháp, Trường THCS Mận Hậu) và 02 cá nhân: ông Lê Văn Khế, Trưởng phòng Tư pháp; bà "
         "Vũ Thị Mận, Hiệu trưởng Trường THCS Mận Hậu.", 6),
        ("list_item", "3. Danh hiệu “Tập thể lao động xuất sắc”: Phòng Giá đất: 24/24 phiếu.", 6),
        title=MINUTES,
    )  # fmt: skip
    assert [(a.name, a.role, a.award_name) for a in rows] == [
        ("phường Mận Hậu", "nominee", "Cờ thi đua"),
        ("Phòng Tài chính - Kế hoạch", "nominee", "Cờ thi đua"),
        ("Phòng Tư pháp", "nominee", "Bằng khen"),
        ("Trường THCS Mận Hậu", "nominee", "Bằng khen"),
        ("Lê Văn Khế", "nominee", "Bằng khen"),
        ("Vũ Thị Mận", "nominee", "Bằng khen"),
        ("Phòng Giá đất", "nominee", "Tập thể Lao động xuất sắc"),
    ]


def test_people_and_collectives_of_one_article() -> None:
    rows = decided(
        ("list_item", "Điều 3. Tặng Bằng khen cho đồng chí Thượng tá Vũ Văn Mít, Trưởng phòng "
         "Tuyên huấn, Cục Chính trị và 02 tập thể: Tiểu đoàn 15; Bệnh viện Quân y 6.", 5),
    )  # fmt: skip
    assert names(rows) == [
        ("Vũ Văn Mít", "Cục Chính trị", "Bằng khen"),
        ("Tiểu đoàn 15", None, "Bằng khen"),
        ("Bệnh viện Quân y 6", None, "Bằng khen"),
    ]


def test_a_committee_stays_whole_and_construction_ends_no_name() -> None:
    rows = decided(
        ("list_item", "Điều 1. Tặng Giấy khen cho các tập thể sau:", 5),
        ("list_item", "1. Ban Chấp hành Đoàn Thanh niên Công an tỉnh;", 6),
        ("list_item", "2. Ban Quản lý dự án đầu tư xây dựng huyện B.", 6),
    )
    assert [a.name for a in rows] == [
        "Ban Chấp hành Đoàn Thanh niên Công an tỉnh",
        "Ban Quản lý dự án đầu tư xây dựng huyện B",
    ]


def test_a_cell_of_several_awards_gives_each_and_one_of_no_award_gives_none() -> None:
    laid = with_table(
        [("list_item", "Điều 1. Công nhận danh hiệu và tặng giấy khen năm 2020 cho các cá nhân có "
          "tên trong danh sách sau:", {"label": "Điều 1."})],
        ["STT", "Họ và tên", "Danh hiệu/hình thức"],
        [["1", "Lê Văn Khế", "LĐTT, CSTĐCS"], ["2", "Vũ Thị Mận", "HTTNV"]],
        DECISION,
    )  # fmt: skip
    awardees, _ = link_awardees(laid, (), RULES)
    assert [(a.name, a.award_name) for a in awardees] == [
        ("Lê Văn Khế", "Lao động tiên tiến"), ("Lê Văn Khế", "Chiến sĩ thi đua cơ sở"),
    ]  # fmt: skip


def test_several_authors_of_one_cell_are_parted_by_their_degrees() -> None:
    laid = with_table(
        [("appendix", "DANH SÁCH SÁNG KIẾN ĐƯỢC CÔNG NHẬN", {"part": 0})],
        ["TT", "Tên sáng kiến", "Tác giả", "Đơn vị"],
        [["1", "Thủy canh tuần hoàn", "TS. Lê Thị Khế ThS. Vũ Văn Mít", "Khoa Nông học"]],
        DECISION,
    )
    awardees, _ = link_awardees(laid, (), RULES)
    assert [(a.name, a.role, a.workplace) for a in awardees] == [
        ("Lê Thị Khế", "author", "Khoa Nông học"), ("Vũ Văn Mít", "author", "Khoa Nông học"),
    ]  # fmt: skip


RECOGNISED: Line = (
    "list_item", "Điều 1. Công nhận sáng kiến “Thư viện của bản” của bà Lê Thị Khế, Trường A.", 5
)  # fmt: skip
ALSO: Line = (
    "list_item", "Điều 2. Công nhận sáng kiến “Thí nghiệm bằng đồ cũ” của ông Vũ Văn Mít, Trường "
    "B.", 5,
)  # fmt: skip


@pytest.mark.parametrize(
    ("words", "awarded"),
    [
        ("Tặng Giấy khen cho tác giả có tên tại Điều 2, mức thưởng 500.000 đồng.", ["Vũ Văn Mít"]),
        ("Tặng Giấy khen cho các tác giả nêu tại Điều 1 và Điều 2 Quyết định này.",
         ["Lê Thị Khế", "Vũ Văn Mít"]),
        ("Tặng Giấy khen cho các tác giả có tên tại Điều 4.", []),
        ("Chưa xét tặng Giấy khen cho các tác giả có tên tại Điều 1.", []),
        ("Không tặng Giấy khen cho các tác giả có tên tại Điều 1.", []),
        ("Tặng Giấy khen cho các tác giả không có tên tại Điều 1.", []),
        ("Đề nghị Chủ tịch tỉnh tặng Bằng khen cho tác giả có đủ điều kiện quy định tại Điều 2 "
         "Luật Thi đua, khen thưởng.", []),
        ("Tặng Giấy khen cho tác giả có đủ điều kiện nêu tại Điều 1 Quy chế thi đua.", []),
    ],
)  # fmt: skip
def test_only_authors_of_the_article_that_is_named_get_its_award(
    words: str, awarded: list[str]
) -> None:
    rows = decided(RECOGNISED, ALSO, ("list_item", f"Điều 3. {words}", 5))
    assert [a.name for a in rows if a.role != "author"] == awarded


def test_an_area_that_a_report_mentions_is_given_nothing() -> None:
    rows = decided(
        ("paragraph", "Xã Mận Hạ được giao xét tặng Giấy khen cho phường Mận Hậu và huyện Mận "
         "Trung theo mẫu.", 0),
        title=MINUTES,
    )  # fmt: skip
    assert rows == ()


def test_as_above_in_a_cell_is_the_award_of_the_row_above() -> None:
    laid = with_table(
        [("list_item", "Điều 1. Tặng Giấy khen cho các cá nhân theo danh sách sau:",
          {"label": "Điều 1."})],
        ["STT", "Họ và tên", "Hình thức khen thưởng"],
        [["1", "Lê Văn Khế", "LĐTT"], ["2", "Vũ Thị Mận", "Như trên"], ["3", "Hồ Văn Mít", "-nt-"],
         ["4", "Lê Thị Bưởi", "Không đạt"], ["5", "Vũ Văn Chanh", "Như trên"]],
        DECISION,
    )  # fmt: skip
    awardees, _ = link_awardees(laid, (), RULES)
    assert [(a.name, a.award_name) for a in awardees] == [
        ("Lê Văn Khế", "Lao động tiên tiến"), ("Vũ Thị Mận", "Lao động tiên tiến"),
        ("Hồ Văn Mít", "Lao động tiên tiến"),
    ]  # fmt: skip


def test_words_without_a_list_sign_end_a_list() -> None:
    rows = decided(
        ("list_item", "Điều 1. Tặng Giấy khen cho các cá nhân sau:", 5),
        ("list_item", "1. Ông Đỗ Văn Chanh, Trưởng thôn Nam Mận.", 6),
        ("list_item", "Những người sau đây chịu trách nhiệm trao thưởng.", 0),
        ("list_item", "1. Ông Lê Văn Khế, Trưởng thôn Đông Mận.", 6),
    )
    assert [a.name for a in rows] == ["Đỗ Văn Chanh"]


@pytest.mark.parametrize(
    "denied",
    [
        "Không tặng Giấy khen cho ông Lê Văn Bảy, giáo viên Trường THCS Hòa Bình.",
        "Chưa đủ điều kiện xét tặng Giấy khen cho ông Lê Văn Bảy.",
        "Hội đồng không đề nghị tặng Giấy khen cho ông Lê Văn Bảy.",
    ],
)
def test_whom_a_paper_denies_an_award_gets_none(denied: str) -> None:
    given = ("paragraph", "Tặng Giấy khen cho ông Phạm Văn Khoa, cán bộ địa chính.", 0)
    assert [a.name for a in decided(given, ("paragraph", denied, 0))] == ["Phạm Văn Khoa"]
    assert decided(("paragraph", denied, 0)) == ()


def test_what_denies_nothing_denies_no_award() -> None:
    words = "Tổng công ty Hàng không tặng Giấy khen cho ông Lê Văn Bảy, tổ trưởng."
    assert [a.name for a in decided(("paragraph", words, 0))] == ["Lê Văn Bảy"]


@pytest.mark.parametrize("told", ["chưa được công nhận danh hiệu", "được giao trình Bằng khen"])
def test_an_entry_that_tells_otherwise_is_no_awardee(told: str) -> None:
    rows = decided(
        ("paragraph", "Điều 1. Tặng Giấy khen cho các cá nhân sau:", 5),
        ("list_item", "1. Ông Phạm Văn Khoa, cán bộ địa chính.", 6),
        ("list_item", f"2. Ông Lê Văn Bảy {told}.", 6),
    )
    assert [a.name for a in rows] == ["Phạm Văn Khoa"]

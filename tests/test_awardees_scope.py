"""How far a list of awardees reaches: over lines not understood, up to what is something else."""

from __future__ import annotations

import datetime as dt

from laid_out import Line, document, head, labelled

from pipeline.link.awardees.link import link_awardees
from pipeline.model import AwardeeMention, Head
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()
DECISION = head("QĐ", "31/QĐ-ĐN", "CÔNG TY ĐƯỜNG NỨA", dt.date(2018, 3, 9))
MINUTES = head("BB", "4/BB-HĐ", "PHÒNG KINH TẾ", dt.date(2018, 3, 1))
NOTICE = head("TB", "9/TB-ĐN", "CÔNG TY ĐƯỜNG NỨA", dt.date(2018, 4, 2))
OPENS: Line = ("list_item", "Điều 1. Tặng Giấy khen cho các tập thể, cá nhân sau:", 5)


def rows(*lines: Line, title: Head = DECISION) -> tuple[AwardeeMention, ...]:
    """The awardees of a document made of lines."""
    awardees, _ = link_awardees(document(labelled(lines), title), (), RULES)
    return awardees


def names(*lines: Line, title: Head = DECISION) -> list[str]:
    return [row.name for row in rows(*lines, title=title)]


def test_an_entry_not_understood_takes_none_of_those_below_it_along() -> None:
    found = names(
        OPENS,
        ("list_item", "1. Phòng Vật tư;", 6),
        ("list_item", "2. ??? ++ 17 kV", 6),
        ("list_item", "3. Bà Lê Thị Khế, Thủ kho;", 6),
        ("list_item", "- 12/3, một mình một ca", 10),
        ("list_item", "4. Ông Vũ Văn Mít, Lái xe.", 6),
        ("list_item", "Điều 2. Trưởng phòng Vật tư thi hành.", 5),
        ("list_item", "1. Ông Đỗ Văn Sung, Kế toán.", 6),
    )
    assert found == ["Phòng Vật tư", "Lê Thị Khế", "Vũ Văn Mít"]


def test_headings_of_any_kind_part_a_list() -> None:
    found = names(
        OPENS,
        ("heading", "1.1 Khối văn phòng:", 7),
        ("list_item", "- Bà Lê Thị Khế, Thủ kho;", 10),
        ("heading", "1.2 Khối trực tiếp sản xuất:", 7),
        ("list_item", "- Ông Vũ Văn Mít, Lái xe.", 10),
    )
    assert found == ["Lê Thị Khế", "Vũ Văn Mít"]


def test_a_list_without_numbers_goes_on_line_by_line() -> None:
    found = names(
        ("list_item", "Điều 1. Tặng Giấy khen cho người lao động tiêu biểu năm 2017:", 5),
        ("paragraph", "Lê Thị Khế, 12 năm làm việc, thủ kho", 0),
        ("paragraph", "Vũ Văn Mít, 9 năm làm việc, lái xe", 0),
        ("list_item", "Điều 2. Kế toán trưởng thi hành.", 5),
    )
    assert found == ["Lê Thị Khế", "Vũ Văn Mít"]


def test_a_list_goes_on_behind_a_line_where_its_numbers_do() -> None:
    first = ("list_item", "1. Bà Lê Thị Khế, Thủ kho.", 6)
    said = ("paragraph", "Đã làm ba ca liền không nghỉ trong đợt mưa.", 0)
    assert names(OPENS, first, said, ("list_item", "2. Ông Vũ Văn Mít, Lái xe.", 6)) == [
        "Lê Thị Khế", "Vũ Văn Mít",
    ]  # fmt: skip
    assert names(OPENS, first, said, ("list_item", "1. Ông Vũ Văn Mít, Lái xe.", 6)) == [
        "Lê Thị Khế",
    ]  # fmt: skip


def test_a_list_of_other_people_ends_it() -> None:
    first = ("list_item", "1. Bà Lê Thị Khế, Thủ kho.", 6)
    other = ("list_item", "1. Ông Vũ Văn Mít, Lái xe.", 6)
    for words in (
        "Giao các ông, bà sau tổ chức trao thưởng:",
        "Ban Giám khảo gồm các ông:",
        "Những người làm thủ tục chi thưởng:",
        "Thành viên Hội đồng dự họp:",
    ):
        assert names(OPENS, first, ("paragraph", words, 0), other) == ["Lê Thị Khế"], words


def test_the_next_point_of_minutes_ends_the_list_of_the_one_before() -> None:
    found = names(
        ("heading", "1. Đề nghị tặng Bằng khen cho các cá nhân sau:", 6),
        ("list_item", "- Bà Lê Thị Khế, Thủ kho: đạt;", 10),
        ("list_item", "- Ông Vũ Văn Mít, Lái xe.", 10),
        ("heading", "2. Nội dung khác:", 6),
        ("list_item", "- Ông Đỗ Văn Sung, Kế toán.", 10),
        title=MINUTES,
    )
    assert found[-1] == "Vũ Văn Mít"
    assert "Đỗ Văn Sung" not in found


def test_a_notice_that_decides_nothing_keeps_no_list_open() -> None:
    found = names(
        ("paragraph", "Giám đốc đã tặng Giấy khen cho các cá nhân sau:", 0),
        ("list_item", "- Bà Lê Thị Khế, Thủ kho;", 10),
        ("list_item", "- xem thêm tin trên bảng", 10),
        ("list_item", "- Ông Đỗ Văn Sung, Kế toán, nhận đăng ký.", 10),
        title=NOTICE,
    )
    assert found == ["Lê Thị Khế"]


def test_who_is_charged_with_handing_awards_over_opens_no_list() -> None:
    trap = ("list_item", "1. Ông Đỗ Văn Sung, Kế toán;", 6)
    for words in (
        "Điều 2. Phân công các ông, bà sau trao Giấy khen:",
        "Điều 2. Giao các ông sau theo dõi hồ sơ tặng Giấy khen:",
    ):
        first = ("list_item", "1. Bà Lê Thị Khế, Thủ kho.", 6)
        assert names(OPENS, first, ("list_item", words, 5), trap) == ["Lê Thị Khế"], words


def test_a_comma_among_those_given_parts_nothing() -> None:
    opens = "Điều 1. Tặng Giấy khen cho 01 anh, chị phụ trách thiếu nhi:"
    assert names(("list_item", opens, 5), ("list_item", "1. Lê Thị Khế, Thủ kho", 6)) == [
        "Lê Thị Khế",
    ]  # fmt: skip


def test_who_is_charged_with_awards_of_others_has_a_post_behind_a_comma() -> None:
    words = "2. Giao ông Đỗ Văn Sung, Trưởng phòng Vật tư theo dõi hồ sơ tặng Bằng khen của đội:"
    trap = ("list_item", "- Xưởng Mộc;", 10)
    assert "Xưởng Mộc" not in names(("list_item", words, 6), trap, title=NOTICE)


def test_a_short_line_before_names_is_their_heading() -> None:
    found = names(
        OPENS,
        ("list_item", "* Chi bộ:", 10),
        ("list_item", "+ Chi bộ Xưởng Mộc", 10),
        ("list_item", "* Đảng viên:", 10),
        ("list_item", "+ Lê Thị Khế, Chi bộ Xưởng Mộc", 10),
    )
    assert found == ["Chi bộ Xưởng Mộc", "Lê Thị Khế"]


def test_a_numbered_line_does_not_end_a_list_for_being_set_as_a_heading() -> None:
    found = names(
        OPENS,
        ("list_item", "1. Hội Làm vườn xã Đường Nứa", 6),
        ("heading", "2. Câu lạc bộ Liên thế hệ giúp nhau làm vườn", 6),
        ("paragraph", "Hội viên:", 0),
        ("list_item", "1. Ông Vũ Văn Mít, 71 tuổi, thôn Nứa", 6),
    )
    assert (found[0], found[-1]) == ("Hội Làm vườn xã Đường Nứa", "Vũ Văn Mít")


def test_a_heading_that_denies_an_award_opens_no_list() -> None:
    found = names(
        ("heading", "1. Đề nghị tặng Bằng khen cho các cá nhân sau:", 6),
        ("list_item", "+ Bà Lê Thị Khế - Thủ kho, 7/7 phiếu", 10),
        ("heading", "2. Không đề nghị Bằng khen với các trường hợp:", 6),
        ("list_item", "+ Ông Vũ Văn Mít - Lái xe, 2/7 phiếu", 10),
        title=MINUTES,
    )
    assert found == ["Lê Thị Khế"]


def test_headings_of_a_notice_say_who_was_given_what() -> None:
    listed = (
        ("heading", "I. Danh hiệu Chiến sĩ thi đua cơ sở: 01 cá nhân", 3),
        ("list_item", "1. Bà Lê Thị Khế, Thủ kho", 6),
        ("heading", "II. Giấy khen: 01 cá nhân", 3),
        ("list_item", "1. Ông Vũ Văn Mít, Lái xe", 6),
    )
    told = (
        "paragraph",
        "Công ty thông báo danh sách cá nhân được tặng danh hiệu thi đua, hình thức khen thưởng "
        "như sau:",
        0,
    )
    assert [(r.name, r.award) for r in rows(told, *listed, title=NOTICE)] == [
        ("Lê Thị Khế", "cstd_cs"), ("Vũ Văn Mít", "gk"),
    ]  # fmt: skip
    asked = ("paragraph", "Công ty thông báo tiêu chuẩn xét như sau:", 0)
    assert rows(asked, *listed, title=NOTICE) == ()


def test_what_households_have_won_before_is_not_what_they_are_given() -> None:
    found = rows(
        ("list_item", "Điều 1. Tặng Giấy khen cho 02 gia đình đạt danh hiệu “Gia đình văn hóa” có "
         "tên sau:", 5),
        ("list_item", "1. Gia đình ông Lê Văn Khế - Tổ dân phố 1", 6),
        ("list_item", "2. Gia đình bà Vũ Thị Mít - Tổ dân phố 2", 6),
    )  # fmt: skip
    assert [(r.name, r.award) for r in found] == [
        ("Gia đình ông Lê Văn Khế", "gk"), ("Gia đình bà Vũ Thị Mít", "gk"),
    ]  # fmt: skip


def test_in_an_article_that_confers_a_rare_name_is_somebodys_too() -> None:
    article = "Điều 1. Tặng Giấy khen cho: Tăng Thị Khế, Thủ kho; Cù Mít (lái xe); Ninh Sung, thợ."
    assert names(("list_item", article, 5)) == ["Tăng Thị Khế", "Cù Mít", "Ninh Sung"]

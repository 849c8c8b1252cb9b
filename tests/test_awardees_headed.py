"""Areas behind one body, contests and their authors, givers of cells, lines that title a work."""

from __future__ import annotations

import datetime as dt

import pytest
from laid_out import document, head, labelled, with_table

from pipeline.link.awardees.link import link_awardees
from pipeline.link.awardees.recipients.headed import headed_names
from pipeline.model import AwardeeMention, Dispatch
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()
DAY = dt.date(2022, 2, 17)
DECISION = head("QĐ", "58/QĐ-SGM", "Sở Gò Mẫu", DAY)


def people(laid: Dispatch) -> tuple[AwardeeMention, ...]:
    return link_awardees(laid, (), RULES)[0]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Hội LHPN các xã Nông Mẫu, Gò Thử và thị trấn Gò Lớn; 03 chi hội",
         ["Hội LHPN xã Nông Mẫu", "Hội LHPN xã Gò Thử", "Hội LHPN thị trấn Gò Lớn"]),
        ("UBND các huyện Gò Mẫu, Gò Thử và thành phố Gò Lớn.",
         ["UBND huyện Gò Mẫu", "UBND huyện Gò Thử", "UBND thành phố Gò Lớn"]),
        ("các phòng: Giáo dục và Đào tạo, Nội vụ.",
         ["Phòng Giáo dục và Đào tạo", "Phòng Nội vụ"]),
        ("các ông: Lê Văn Khế, Đỗ Mẫu", []),
        ("các phòng: Lê Văn Khế, Đỗ Văn Mẫu", []),
    ],
)  # fmt: skip
def test_bare_names_carry_the_head_before_them(words: str, names: list[str]) -> None:
    found, _ = headed_names(words, 0, len(words), 0, RULES)
    assert [n.name for n in found] == names


def test_the_area_behind_them_holds_all() -> None:
    words = "Công an các phường 1, 2 và 3, quận 5."
    found, end = headed_names(words, 0, len(words), 0, RULES)
    assert [(n.name, n.workplace) for n in found] == [
        ("Công an phường 1", "quận 5"), ("Công an phường 2", "quận 5"),
        ("Công an phường 3", "quận 5"),
    ]  # fmt: skip
    assert words[end:] == "."


def test_two_counts_are_named_by_kind_in_the_next_paragraph() -> None:
    laid = document(
        [("paragraph", "Sở Gò Mẫu trao Kỷ niệm chương cho 2 cá nhân, Bằng khen cho 2 tập thể."),
         ("paragraph", "Đó là các tập thể: Công ty Mẫu Một, Công ty Mẫu Hai; các cá nhân: ông Lê "
          "Văn Khế, Giám đốc Sở Thử; bà Đỗ Thị Na, Giám đốc Công ty Mẫu Hai.")],
        head(None, issued_on=DAY),
    )  # fmt: skip
    assert [(a.name, a.award_name) for a in people(laid)] == [
        ("Công ty Mẫu Một", "Bằng khen"), ("Công ty Mẫu Hai", "Bằng khen"),
        ("Lê Văn Khế", "Kỷ niệm chương"), ("Đỗ Thị Na", "Kỷ niệm chương"),
    ]  # fmt: skip


def in_table(article: str, subject: str, heads: list[str], *rows: list[str]) -> Dispatch:
    decision = head("QĐ", "58/QĐ-SGM", "Sở Gò Mẫu", DAY, subject)
    return with_table([("list_item", article, {"label": "Điều 1."})], heads, rows, decision)


def test_a_certificate_for_winners_is_given_and_their_prize_by_nobody_named() -> None:
    laid = in_table(
        "Điều 1. Tặng Giấy khen cho 01 học sinh đạt giải Nhất, giải Nhì kỳ thi học sinh giỏi:",
        "khen thưởng học sinh đạt giải kỳ thi học sinh giỏi",
        ["TT", "Họ và tên", "Giải"], ["1", "Lê Văn Khế", "Nhất"],
    )  # fmt: skip
    found = [(a.award_name, a.conferred_by, a.confidence >= 0.9) for a in people(laid)]
    assert found == [("Giấy khen", "Sở Gò Mẫu", True), ("Giải Nhất", None, False)]


def test_who_rewards_winners_gave_them_no_prize() -> None:
    laid = in_table(
        "Điều 1. Khen thưởng các học sinh đạt giải (có danh sách):",
        "khen thưởng học sinh đạt giải kỳ thi học sinh giỏi",
        ["TT", "Họ và tên", "Giải"], ["1", "Lê Văn Khế", "Nhất"],
    )  # fmt: skip
    assert [(a.award_name, a.conferred_by) for a in people(laid)] == [("Giải Nhất", None)]


def test_a_cell_names_the_giver_of_its_award() -> None:
    laid = with_table(
        [("paragraph", "Công đoàn Gò Mẫu kính trình xét khen thưởng:")],
        ["Hình thức khen thưởng", "Cá nhân, tập thể"],
        [["Bằng khen của LĐLĐ tỉnh", "Lê Văn Khế"], ["Giấy khen", "Đỗ Thị Na"]],
        head("TTr", "7/TTr-CĐ", "CÔNG ĐOÀN GÒ MẪU", DAY, "đề nghị khen thưởng"),
    )
    assert [(a.name, a.award_name, a.conferred_by) for a in people(laid)] == [
        ("Lê Văn Khế", "Bằng khen", "LĐLĐ tỉnh"), ("Đỗ Thị Na", "Giấy khen", None),
    ]  # fmt: skip


def test_authors_of_works_that_won_are_named_by_the_page_of_results() -> None:
    laid = document([
        ("heading", "Kết quả cuộc thi viết Gò Mẫu 2022"),
        ("paragraph", "Ban tổ chức nhận được 90 tác phẩm của thí sinh."),
        ("paragraph", "- Giải nhất: Truyện Bến nước - Tác giả Lê Văn Khế (Gò Mẫu)"),
        ("paragraph", "Giải ba (2 giải): Góc bếp (tác giả Đỗ Thị Na), Mái nhà (tác giả Vũ Mận)"),
    ])  # fmt: skip
    assert [(a.name, a.award_name) for a in people(laid)] == [
        ("Lê Văn Khế", "Giải Nhất"), ("Đỗ Thị Na", "Giải Ba"), ("Vũ Mận", "Giải Ba"),
    ]  # fmt: skip


def test_a_line_below_a_person_titles_what_he_is_author_of() -> None:
    laid = document(
        labelled([
            ("heading", "1. Ông Lê Văn Khế, Phó Giám đốc Sở Gò Mẫu", 6),
            ("list_item", "- Tên sáng kiến: “Bản đồ số vùng trồng lúa”", 10),
            ("heading", "2. Kết quả chung", 6),
            ("list_item", "- Sáng kiến: “Sổ tay an toàn điện”", 10),
        ]),
        head("TB", "21/TB-HĐ", "HỘI ĐỒNG SÁNG KIẾN", DAY),
    )  # fmt: skip
    found, titled = link_awardees(laid, (), RULES)
    assert [(a.name, a.role, a.workplace) for a in found] == [("Lê Văn Khế", "author", "Sở Gò Mẫu")]
    assert [i.authors for i in titled] == [("Lê Văn Khế",), ()]


def test_medals_by_their_letters_head_who_won_them() -> None:
    laid = document(
        labelled([
            ("list_item", "Điều 1. Tặng Huy chương cho các vận động viên:", 5),
            ("list_item", "- HCV: Đặng Thùy Mẫu, phường Gò Lớn;", 10),
            ("list_item", "- HCB: Mai Yến Thử, phường Gò Mẫu.", 10),
        ]),
        head("QĐ", "9/QĐ-UBND", "ỦY BAN NHÂN DÂN", DAY, "khen thưởng tại Giải bơi"),
    )  # fmt: skip
    assert [(a.name, a.award_name) for a in people(laid)] == [
        ("Đặng Thùy Mẫu", "Huy chương vàng"), ("Mai Yến Thử", "Huy chương bạc"),
    ]  # fmt: skip

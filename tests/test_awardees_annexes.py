"""Annexes and articles behind a list of awardees that list somebody or something else."""

from __future__ import annotations

import datetime as dt
import hashlib

import pytest
from laid_out import Piece, document, head

from pipeline.document import process
from pipeline.link.awardees.link import link_awardees
from pipeline.model import Source
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()
DAY = dt.date(2021, 1, 12)
DECISION = head("QĐ", "45/QĐ-UBND", "ỦY BAN NHÂN DÂN HUYỆN GÒ MẬN", DAY)
AWARDED: list[Piece] = [
    ("paragraph", "Điều 1. Tặng Giấy khen cho các cá nhân sau:"),
    ("list_item", "1. Ông Phạm Văn Mít, Kế toán;", {"label": "1.", "level": 6}),
]
FIRST = ["Phạm Văn Mít"]


def names(*pieces: Piece) -> list[str]:
    awardees, _ = link_awardees(document(pieces, DECISION), (), RULES)
    return [a.name for a in awardees]


def annex(title: str) -> list[Piece]:
    item = "1. Bà Vũ Thị Bưởi, Chủ tịch xã Gò Mẫu."
    return [
        ("appendix", title, {"part": 1}),
        ("list_item", item, {"label": "1.", "level": 6, "part": 1}),
    ]


@pytest.mark.parametrize(
    "title",
    [
        "DANH SÁCH HỘI ĐỒNG THI ĐUA, KHEN THƯỞNG HUYỆN",
        "DANH SÁCH ĐẠI BIỂU DỰ HỘI NGHỊ TỔNG KẾT",
        "DANH SÁCH HỘ NGHÈO ĐƯỢC HỖ TRỢ NHÀ Ở",
        "DANH SÁCH NGƯỜI LÀM CHỨNG",
        "DANH SÁCH CÁC ĐỘI",
    ],
)
def test_an_annex_of_something_else_gives_nobody_the_award(title: str) -> None:
    assert names(*AWARDED, *annex(title)) == FIRST


def test_a_list_that_the_decision_leaves_to_an_annex_is_given_its_award() -> None:
    left: Piece = ("paragraph", "Điều 1. Tặng Giấy khen cho 02 cá nhân (có danh sách kèm theo).")
    both = "Điều 2. Tặng Giấy khen cho các cá nhân khác theo danh sách."
    assert names(left, *annex("DANH SÁCH CÁ NHÂN")) == ["Vũ Thị Bưởi"]
    assert names(*AWARDED, ("paragraph", both), *annex("DANH SÁCH CÁC ĐỘI")) == [
        *FIRST, "Vũ Thị Bưởi",
    ]  # fmt: skip
    assert names(*AWARDED, *annex("DANH SÁCH HỌC SINH ĐƯỢC KHEN")) == [*FIRST, "Vũ Thị Bưởi"]


def test_an_article_on_what_units_have_to_do_ends_the_list() -> None:
    task: Piece = ("paragraph", "Điều 2. Các đơn vị có trách nhiệm:")
    unit: Piece = (
        "list_item", "- Phòng Tài chính cấp tiền thưởng;", {"label": "-", "level": 8},
    )  # fmt: skip
    assert names(*AWARDED, task, unit) == FIRST


def test_items_that_say_how_many_name_nobody() -> None:
    opening: Piece = ("paragraph", "Điều 1. Tặng Giấy khen cho 15 tập thể, trong đó:")
    counts: list[Piece] = [
        ("list_item", "- Khối trường học: 6;", {"label": "-", "level": 8}),
        ("list_item", "- Khối xã, phường: 9 tập thể.", {"label": "-", "level": 8}),
    ]
    assert names(opening, *counts) == []


@pytest.mark.parametrize(
    ("subject", "article"),
    [
        ("Về việc tôn vinh doanh nhân", "Điều 1. Tôn vinh, tặng Giấy khen cho các ông, bà sau:"),
        ("Về việc động viên cán bộ", "Điều 1. Nay cấp Giấy khen cho các ông, bà sau:"),
    ],
)
def test_decisions_that_honour_in_other_words_decide(subject: str, article: str) -> None:
    decision = head("QĐ", "45/QĐ-UBND", "ỦY BAN NHÂN DÂN HUYỆN GÒ MẬN", DAY, subject)
    awardees, _ = link_awardees(document([("paragraph", article), AWARDED[1]], decision), (), RULES)
    assert [(a.name, a.decision) for a in awardees] == [("Phạm Văn Mít", "45/QĐ-UBND")]


def test_a_jury_between_prizes_and_parents_of_an_awardee_get_none() -> None:
    prizes: list[Piece] = [
        ("paragraph", "Điều 1. Tặng Giấy khen cho các cá nhân có tên sau:"),
        ("list_item", "1. Giải Nhất: Phạm Văn Mít, Trường Gò Mẫu;", {"label": "1.", "level": 6}),
        ("list_item", "2. Ban Giám khảo: Vũ Thị Bưởi, Lê Văn Bình.", {"label": "2.", "level": 6}),
    ]
    assert names(*prizes) == FIRST
    kin = "Điều 1. Truy tặng Giấy khen cho ông Phạm Văn Mít, con ông Lê Văn Bình và bà Vũ Thị Bưởi."
    assert names(("paragraph", kin)) == FIRST


def test_who_is_told_to_hand_an_award_over_does_not_confer_it() -> None:
    words = (
        "Điều 1. Tặng Giấy khen cho ông Phạm Văn Mít. Giao ông Lê Văn Bình, Trưởng Phòng Nội vụ "
        "trao Giấy khen tại hội nghị."
    )
    awardees, _ = link_awardees(document([("paragraph", words)], DECISION), (), RULES)
    givers = [(a.name, (a.conferred_by or "").casefold()) for a in awardees]
    assert givers == [("Phạm Văn Mít", "ủy ban nhân dân huyện gò mận")]


def test_headings_of_columns_between_bars_name_nobody() -> None:
    opening: Piece = ("paragraph", "Điều 1. Tặng Giấy khen cho các cá nhân sau:")
    row: Piece = ("list_item", "1 | Phạm Văn Mít | Kế toán", {"label": "1", "level": 6})
    assert names(opening, ("paragraph", "TT | Họ và tên | Chức vụ"), row) == FIRST


@pytest.mark.parametrize(
    ("label", "given"), [("II. Giáo viên:", True), ("Ban Giám khảo:", False), ("Giám thị", False)]
)
def test_a_table_below_a_line_that_names_others_gives_them_nothing(label: str, given: bool) -> None:
    heads = "| TT | Họ và tên |\n|---|---|\n"
    first, second = f"{heads}| 1 | Phạm Văn Mít |", f"{heads}| 1 | Vũ Thị Bưởi |"
    found = annexed(f"DANH SÁCH KHEN THƯỞNG\n\n{first}\n\n{label}\n\n{second}")
    assert [a["name"] for a in found] == [*FIRST, *(["Vũ Thị Bưởi"] if given else [])]


def annexed(annex: str) -> list[dict[str, object]]:
    """The awardees of a whole paper of plain text whose annex that is."""
    text = (
        "ỦY BAN NHÂN DÂN\nHUYỆN GÒ MẬN\nSố: 45/QĐ-UBND\n\nGò Mận, ngày 12 tháng 1 năm 2021\n\n"
        "QUYẾT ĐỊNH\nVề việc tặng Giấy khen\n\nĐiều 1. Tặng Giấy khen cho các cá nhân (có danh "
        "sách kèm theo).\n\nNơi nhận:\n- Lưu: VT.\n\nCHỦ TỊCH\n\nLê Văn Bình\n\n" + annex
    ).encode()
    sha256 = hashlib.sha256(text).hexdigest()
    source = Source("giay-khen.txt", sha256, len(text), "text/plain")
    return process(text, source, RULES).tables.get("awardees", [])

"""Decisions that amend a list of awards: added to it, put right, taken out of it."""

from __future__ import annotations

import pytest
from award_papers import awarded, given_by

from pipeline.rulebook import load_rulebook

DECISION = "QUYẾT ĐỊNH"
KHE = ("Lê Văn Khế", "Trường Mầm non Gò Mận", "Giấy khen")
AFTER = "Điều 2. Tặng Giấy khen cho bà Hà Thị Na, Kế toán Trạm Y tế xã Dốc Mây."
NA = ("Hà Thị Na", "Trạm Y tế xã Dốc Mây", "Giấy khen")
ENTRY = "1. Ông Lê Văn Khế, Bảo vệ Trường Mầm non Gò Mận;"


@pytest.mark.parametrize(
    ("subject", "article"),
    [
        (
            "Về việc bổ sung danh sách cá nhân được tặng Giấy khen",
            "Điều 1. Bổ sung 01 cá nhân vào danh sách được tặng Giấy khen tại Quyết định số "
            "12/QĐ-UBND ngày 05/01/2025:",
        ),
        (
            "Về việc sửa đổi, bổ sung Quyết định khen thưởng",
            "Điều 1. Tặng bổ sung Giấy khen cho các cá nhân sau:",
        ),
    ],
)
def test_who_is_added_to_a_list_is_given_its_award(subject: str, article: str) -> None:
    assert given_by(DECISION, subject, article, ENTRY) == [KHE]


def test_rules_that_are_amended_give_nothing() -> None:
    subject = "Về việc sửa đổi, bổ sung Quyết định ban hành Quy chế thi đua, khen thưởng"
    article = "Điều 1. Tặng Giấy khen cho các cá nhân sau:"
    assert given_by(DECISION, subject, article, ENTRY) == []


@pytest.mark.parametrize(
    "lines",
    [
        [
            "Điều 1. Điều chỉnh họ tên của 02 cá nhân được tặng Giấy khen tại Quyết định số "
            "12/QĐ-UBND ngày 05/01/2025, cụ thể như sau:",
            "1. Ông Lê Văn Khế, Trường Mầm non Gò Mận, sửa thành: Ông Lê Văn Khê;",
            "2. Bà Vũ Thị Mít thành bà Vũ Thị Mịt.",
        ],
        [
            "Điều 1. Đính chính Quyết định số 12/QĐ-UBND ngày 05/01/2025 về việc tặng Giấy khen "
            "cho ông Lê Văn Khế, Bảo vệ Trường Mầm non Gò Mận.",
        ],
        [
            "Điều 1. Đưa ra khỏi danh sách được tặng Giấy khen tại Quyết định số 12/QĐ-UBND đối "
            "với các cá nhân sau:",
            ENTRY,
        ],
        [
            "Điều 1. Hủy bỏ nội dung tặng Giấy khen cho ông Lê Văn Khế, Bảo vệ Trường Mầm non Gò "
            "Mận tại Quyết định số 12/QĐ-UBND ngày 05/01/2025.",
        ],
        [
            "Điều 1. Bãi bỏ khoản 3 Điều 1 Quyết định số 12/QĐ-UBND về việc tặng Giấy khen cho "
            "ông Lê Văn Khế, Bảo vệ Trường Mầm non Gò Mận.",
        ],
    ],
)
def test_who_is_put_right_or_taken_out_is_not_given_it_again(lines: list[str]) -> None:
    subject = "Về việc điều chỉnh danh sách tặng Giấy khen"
    assert given_by(DECISION, subject, *lines, AFTER) == [NA]


def test_getting_off_a_list_of_the_poor_takes_no_award_back() -> None:
    assert (
        load_rulebook()
        .pattern("clauses.refused_revoked")
        .regex.search("Rút tên ông A khỏi danh sách cá nhân được tặng ")
    )
    assert (
        not load_rulebook()
        .pattern("clauses.refused_revoked")
        .regex.search("Thôn A ra khỏi danh sách thôn nghèo và được tặng ")
    )


def test_a_title_won_before_leaves_a_sure_list_open() -> None:
    article = (
        "Điều 1. Tặng Giấy khen cho 02 khu dân cư và 01 hộ gia đình đạt danh hiệu Gia đình văn hóa "
        "tiêu biểu năm 2024, có tên sau:"
    )
    lines = ["* Khu dân cư:", "1. Khu dân cư thôn Đông Hải", "2. Khu dân cư thôn Cầu Máng",
             "* Hộ gia đình:", "1. Hộ ông Bùi Văn Na, thôn Đông Hải"]  # fmt: skip
    names = [a[0] for a in given_by(DECISION, "Về việc khen thưởng", article, *lines)]
    assert names == ["Khu dân cư thôn Đông Hải", "Khu dân cư thôn Cầu Máng", "Hộ ông Bùi Văn Na"]


def test_the_next_award_of_an_article_is_no_part_of_a_workplace() -> None:
    article = (
        "Điều 1. Tặng Giấy khen cho ông Lê Văn Khế, Bảo vệ Trường Mầm non Gò Mận và Cờ thi đua cho "
        "02 tập thể (có danh sách kèm theo)."
    )
    assert given_by(DECISION, "Về việc khen thưởng", article) == [KHE]


def test_each_entry_says_which_grade_of_the_award_it_has() -> None:
    article = (
        "Điều 1. Tặng Huy hiệu 30 năm tuổi Đảng cho 01 đồng chí, Huy hiệu 50 năm tuổi Đảng cho 01 "
        "đồng chí, cụ thể:"
    )
    rows = awarded("\n".join([
        "ỦY BAN NHÂN DÂN HUYỆN GÒ MẬN", "Số: 31/QĐ-UBND", "Gò Mận, ngày 04 tháng 2 năm 2025",
        "QUYẾT ĐỊNH", "Về việc tặng Huy hiệu Đảng", "QUYẾT ĐỊNH:", article,
        "- Đ/c Lê Văn Khế, Chi bộ thôn Đông: Huy hiệu 30 năm tuổi Đảng.",
        "- Đ/c Hà Thị Na, Chi bộ thôn Tây: Huy hiệu 50 năm tuổi Đảng.",
    ]))  # fmt: skip
    assert [(row["name"], row["grade"]) for row in rows] == [
        ("Lê Văn Khế", "30 năm tuổi Đảng"), ("Hà Thị Na", "50 năm tuổi Đảng"),
    ]  # fmt: skip


def test_what_somebody_did_is_no_part_of_where_he_works() -> None:
    article = (
        "Điều 1. Tặng Giấy khen cho ông Lê Văn Khế, Bảo vệ Trường Mầm non Gò Mận, có hành động "
        "dũng cảm cứu người."
    )
    assert given_by(DECISION, "Về việc tặng Giấy khen", article) == [KHE]

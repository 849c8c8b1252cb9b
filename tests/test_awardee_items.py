"""Entries of a list that are more than a name with its post."""

from __future__ import annotations

import datetime as dt

import pytest
from laid_out import Piece, document, head

from pipeline.link.awardees.link import link_awardees
from pipeline.model import AwardeeMention, Head
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()
DECISION = head("QĐ", "31/QĐ-ĐN", "CÔNG TY ĐƯỜNG NỨA", dt.date(2018, 3, 9))
OPENS = "Điều 1. Tặng Giấy khen cho các tập thể, cá nhân sau:"


def rows(opens: str, *lines: str, title: Head = DECISION) -> list[AwardeeMention]:
    """The awardees of a list; lines that begin with `# ` are headings inside it."""
    blocks: list[Piece] = [("list_item", opens, {"label": "Điều 1.", "level": 5})]
    for line in lines:
        words, level = (line[2:], 7) if line.startswith("# ") else (line, 10)
        kind = "heading" if level == 7 else "list_item"
        blocks.append((kind, words, {"label": words.split()[0], "level": level}))
    awardees, _ = link_awardees(document(blocks, title), (), RULES)
    return list(awardees)


def named(*found: AwardeeMention) -> list[tuple[str, str | None]]:
    return [(row.name, row.workplace) for row in found]


def test_the_people_of_a_unit_stand_behind_its_name() -> None:
    found = rows(
        OPENS,
        "1. Phòng Vật tư: Lê Thị Khế, Cù Mít và Vũ Văn Sung.",
        "2. Phòng Hành chính: Đỗ Thị Bưởi.",
        "3. Phòng Kế toán: đã nhận năm trước.",
    )
    assert named(*found)[:4] == [
        ("Lê Thị Khế", "Phòng Vật tư"), ("Cù Mít", "Phòng Vật tư"),
        ("Vũ Văn Sung", "Phòng Vật tư"), ("Đỗ Thị Bưởi", "Phòng Hành chính"),
    ]  # fmt: skip
    assert all(row.confidence < 0.9 for row in found[:4])


def test_what_went_with_an_award_or_the_votes_for_it_stand_behind_a_colon() -> None:
    found = rows(
        OPENS,
        "+ Phòng Vật tư: thưởng 3.000.000 đồng.",
        "+ Xưởng Mộc - 2.000.000đ",
        "+ Bà Lê Thị Khế, Thủ kho: 9/9 phiếu (đạt 100%).",
    )
    assert [row.name for row in found] == ["Phòng Vật tư", "Xưởng Mộc", "Lê Thị Khế"]
    assert found[2].position == "Thủ kho"


@pytest.mark.parametrize("calling", ["Cấp dưỡng", "Gác chắn", "NHS", "Linh mục", "Ghi thu"])
def test_a_calling_before_a_sure_name_need_not_be_known(calling: str) -> None:
    (row,) = rows(OPENS, "# 1.1. Cá nhân:", f"- {calling} Lê Thị Khế - Phòng Vật tư")
    assert (row.name, row.workplace) == ("Lê Thị Khế", "Phòng Vật tư")


@pytest.mark.parametrize(
    "words",
    [
        "Cửa hàng Lê Văn Khế",
        "Chi đội Lê Văn Tám",
        "Tàu Lê Văn Khế",
        "Con Lê Thị Mít",
        "Sư cô Thích Nữ Lê An",
    ],
)
def test_what_is_named_after_somebody_is_nobody(words: str) -> None:
    assert not [r for r in rows(OPENS, f"- {words} - 17") if r.name.startswith("Lê")]


def test_below_collectives_an_entry_is_one_whatever_its_head_noun_is() -> None:
    found = rows(
        OPENS,
        "# 1.1. Tập thể:",
        "- Đơn nguyên Lọc nước",
        "- Gian hàng số 7, Chợ Đường Nứa;",
        "- Mức thưởng mỗi đơn vị như năm trước",
        "# 1.2. Cá nhân:",
        "- Đơn nguyên Lọc nước",
    )
    assert named(*found) == [("Đơn nguyên Lọc nước", None), ("Gian hàng số 7", "Chợ Đường Nứa")]
    assert all(row.confidence < 0.9 for row in found)


def test_a_name_torn_by_a_stray_comma_is_not_taken_by_its_shape() -> None:
    assert rows(OPENS, "# 1.1. Tập thể:", "- Đơn nguyên Lọc, nước ngầm, Xưởng Mộc") == []


def test_the_prize_of_a_work_is_that_of_its_authors() -> None:
    found = rows(
        "Điều 1. Trao giải Nhì cho các tác giả sau:",
        "1. Dự án: Máy vắt nước mía - Học sinh Lê Thị Khế, Vũ Văn Mít, Trường THCS Đường Nứa.",
        "2. Sản phẩm “Nồi hơi mía” của em Đỗ Thị Bưởi (lớp 8A).",
        "3. Ảnh “Mùa mía” - tác giả Lê Văn Sung (Hội Nhiếp ảnh).",
    )
    assert [(row.name, row.award_name) for row in found] == [
        ("Lê Thị Khế", "Giải Nhì"), ("Vũ Văn Mít", "Giải Nhì"), ("Đỗ Thị Bưởi", "Giải Nhì"),
        ("Lê Văn Sung", "Giải Nhì"),
    ]  # fmt: skip


def test_entries_that_count_prizes_state_them() -> None:
    found = rows(
        "Điều 1. Trao giải thưởng Cuộc thi như sau:",
        "- 01 giải Nhất: Sản phẩm “Nồi hơi mía” của em Lê Thị Khế (lớp 8A).",
        "- 02 giải Ba: em Vũ Văn Mít (lớp 8B); em Đỗ Thị Bưởi (lớp 8A).",
    )
    assert [(row.name, row.award_name) for row in found] == [
        ("Lê Thị Khế", "Giải Nhất"), ("Vũ Văn Mít", "Giải Ba"), ("Đỗ Thị Bưởi", "Giải Ba"),
    ]  # fmt: skip


def test_who_gives_is_not_given_though_named_first() -> None:
    found = rows("Điều 1. Kỷ niệm chương: Hội Làm vườn tặng cho 01 cá nhân: ông Lê Văn Khế.")
    assert "Hội Làm vườn" not in [row.name for row in found]


def test_an_article_confers_however_far_its_award_stands() -> None:
    found = rows(
        "Điều 1. Khen thưởng 01 tập thể và 01 cá nhân có thành tích trong tổ chức Ngày hội Đường "
        "Nứa năm 2018, hình thức khen: Giấy khen.",
        "# 1.1. Tập thể",
        "(1) Phòng Vật tư",
        "# 1.2. Cá nhân",
        "(1) Bà Lê Thị Khế - Thủ kho",
    )
    assert [row.name for row in found] == ["Phòng Vật tư", "Lê Thị Khế"]

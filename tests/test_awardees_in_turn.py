"""Places of a contest told in a row, each with its own winner."""

from __future__ import annotations

import pytest
from award_papers import given, given_by

_HEAD = ("Trao giải Hội thi của huyện", "Sáng nay, Ban Tổ chức đã họp.")


@pytest.mark.parametrize(
    "words",
    [
        "Giải Nhất, Nhì, Ba lần lượt thuộc về em Lê Thị Na, em Vũ Văn Khế và em Hồ Thị Mận.",
        "Giải Nhất, giải Nhì, giải Ba lần lượt thuộc về em Lê Thị Na, em Vũ Văn Khế và em Hồ Thị "
        "Mận.",
        "Các em Lê Thị Na, Vũ Văn Khế và Hồ Thị Mận lần lượt giành giải Nhất, Nhì, Ba.",
        "Các giải Nhất, Nhì và Ba lần lượt được trao cho các em Lê Thị Na, Vũ Văn Khế, Hồ Thị Mận.",
    ],
)
def test_winners_of_places_in_a_row_have_each_their_own(words: str) -> None:
    assert [(name, award) for name, _, award in given(*_HEAD, words)] == [
        ("Lê Thị Na", "Giải Nhất"), ("Vũ Văn Khế", "Giải Nhì"), ("Hồ Thị Mận", "Giải Ba"),
    ]  # fmt: skip


def test_medals_in_a_row_have_each_their_own() -> None:
    words = "Hai em Lê Thị Na, Vũ Văn Khế lần lượt đạt huy chương Vàng, Bạc."
    assert [(name, award) for name, _, award in given(*_HEAD, words)] == [
        ("Lê Thị Na", "Huy chương vàng"), ("Vũ Văn Khế", "Huy chương bạc"),
    ]  # fmt: skip


def test_more_winners_than_places_are_given_nothing() -> None:
    words = "Các em Lê Thị Na, Vũ Văn Khế và Hồ Thị Mận giành giải Nhất, Nhì."
    assert given(*_HEAD, words) == []


def test_one_place_of_many_groups_is_that_of_all() -> None:
    words = (
        "Giải nhất khối tiểu học, THCS lần lượt thuộc về em Lê Thị Na (Trường Tiểu học Mận); em "
        "Vũ Văn Khế (Trường THCS Mận)."
    )
    assert given(*_HEAD, words) == [
        ("Lê Thị Na", "Trường Tiểu học Mận", "Giải Nhất"),
        ("Vũ Văn Khế", "Trường THCS Mận", "Giải Nhất"),
    ]


def test_teams_of_schools_side_by_side_are_several() -> None:
    words = "Giải Nhất, Nhì thuộc về các đội: Trường THCS Mận, Trường THCS Khế."
    assert given(*_HEAD, words) == [
        ("Trường THCS Mận", None, "Giải Nhất"), ("Trường THCS Khế", None, "Giải Nhì"),
    ]  # fmt: skip
    words = "Giải Ba thuộc về đội Trường THCS Mận, đội Trường THCS Khế."
    assert [name for name, _, _ in given(*_HEAD, words)] == [
        "đội Trường THCS Mận", "đội Trường THCS Khế",
    ]  # fmt: skip


def test_one_prize_of_two_is_each_told_with_its_winners() -> None:
    words = (
        "Hai giải Nhì, trong đó một giải thuộc về nhóm tác giả Lê Thị Na, Vũ Văn Khế (Trường THCS "
        'Mận) với giải pháp "Máy tách hạt"; một giải thuộc về tác giả Hồ Thị Mận (Trạm Y tế xã '
        'Khế) với giải pháp "Giá để chai".'
    )
    assert given(*_HEAD, words) == [
        ("Lê Thị Na", "Trường THCS Mận", "Giải Nhì"),
        ("Vũ Văn Khế", "Trường THCS Mận", "Giải Nhì"),
        ("Hồ Thị Mận", "Trạm Y tế xã Khế", "Giải Nhì"),
    ]


def test_who_stands_right_before_a_prize_has_won_it() -> None:
    words = (
        "Cấp tỉnh: 04 giải: em Lê Thị Na (9A) giải Nhì môn Ngữ văn, em Vũ Văn Khế, lớp 9B: giải Ba "
        "môn Vật lí; các em Hồ Thị Mận, Đỗ Văn Ổi giải Khuyến khích."
    )
    assert [(name, award) for name, _, award in given(*_HEAD, words)] == [
        ("Lê Thị Na", "Giải Nhì"), ("Vũ Văn Khế", "Giải Ba"), ("Hồ Thị Mận", "Giải Khuyến khích"),
        ("Đỗ Văn Ổi", "Giải Khuyến khích"),
    ]  # fmt: skip
    assert given(*_HEAD, "Trong giờ học, em Lê Thị Na giải ba bài toán khó trên bảng.") == []


def test_authors_below_a_prize_with_its_work_are_all_named() -> None:
    found = given_by(
        "QUYẾT ĐỊNH", "Về việc trao giải thưởng Cuộc thi Sáng tạo huyện Gò Mận năm 2024",
        "Điều 1. Trao giải cho tác giả, nhóm tác giả có mô hình đạt giải, cụ thể:",
        "1. Giải Nhất: Mô hình “Xe lăn giọng nói”",
        "Tác giả: Vũ Văn Khế, Hà Bảo Na - Học sinh lớp 8A, Trường THCS Gò Mận",
        "2. Giải Ba: Mô hình “Máy rửa tay”",
        "Tác giả: nhóm học sinh Đỗ Văn Ổi, Lê Thị Mít - Trường Tiểu học Mận",
    )  # fmt: skip
    assert found == [
        ("Vũ Văn Khế", "Trường THCS Gò Mận", "Giải Nhất"),
        ("Hà Bảo Na", "Trường THCS Gò Mận", "Giải Nhất"),
        ("Đỗ Văn Ổi", "Trường Tiểu học Mận", "Giải Ba"),
        ("Lê Thị Mít", "Trường Tiểu học Mận", "Giải Ba"),
    ]

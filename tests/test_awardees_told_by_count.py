"""People and bodies that are counted and named: before the verb, behind it, or further above."""

from __future__ import annotations

import pytest
from award_papers import given
from laid_out import document

from pipeline.extract.awards import awards_in_words
from pipeline.link.awardees.link import link_awardees
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()


def names(*lines: str) -> list[object]:
    return [row[0] for row in given(*lines)]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (
            "Bên cạnh đó, 2 tập thể là Trường Tiểu học Mận Hạ (Gò Mận), Trường THCS Ao Sen (Ao Sen)"
            " và 43 cá nhân nhận Bằng khen của Thủ tướng Chính phủ.",
            ["Trường Tiểu học Mận Hạ", "Trường THCS Ao Sen"],
        ),
        (
            "Năm 2023, 2 đơn vị: Phòng Nội vụ, Phòng Y tế và 12 cá nhân được UBND huyện tặng Giấy "
            "khen.",
            ["Phòng Nội vụ", "Phòng Y tế"],
        ),
        ("Có 12 cá nhân là đảng viên Chi bộ Phòng Nội vụ được UBND huyện tặng Giấy khen.", []),
    ],
)
def test_the_subject_may_be_counted_before_it_is_named(line: str, found: list[str]) -> None:
    assert names(line) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (
            "UBND tỉnh tặng Bằng khen cho 5 tập thể và 12 cá nhân; trong đó có ông Lê Văn Khế, Chủ "
            "tịch Hội Nông dân xã Mận Hạ.",
            [("Lê Văn Khế", "Hội Nông dân xã Mận Hạ", "Bằng khen")],
        ),
        (
            "UBND tỉnh tặng Bằng khen cho 5 tập thể và 12 cá nhân; đến dự có nhiều đại biểu, trong "
            "đó có ông Lê Văn Khế.",
            [],
        ),
        (
            "UBND tỉnh tặng Bằng khen cho 12 cá nhân bắt giữ các đối tượng, trong đó có Lê Văn "
            "Khế.",
            [],
        ),
        ("UBND tỉnh tặng Bằng khen cho 12 cá nhân, trong đó có 3 nữ.", []),
    ],
)
def test_some_of_those_counted_are_named(line: str, found: list[object]) -> None:
    assert given(line) == found


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (
            (
                "Ông Phạm Văn Bưởi và bà Vũ Thị Hồng đã cứu hai cháu bị đuối nước. Chủ tịch UBND "
                "xã tặng Giấy khen cho 02 cá nhân nói trên.",
            ),
            ["Phạm Văn Bưởi", "Vũ Thị Hồng"],
        ),
        (
            (
                "1. Anh Phạm Văn Bưởi, thôn Mận.",
                "2. Em Vũ Thị Hồng, học sinh Trường THCS Mận Hạ.",
                "",
                "Chủ tịch UBND xã đã tặng Giấy khen cho 2 cá nhân có tên trên.",
            ),
            ["Phạm Văn Bưởi", "Vũ Thị Hồng"],
        ),
        (
            (
                "Ông Phạm Văn Bưởi và bà Vũ Thị Hồng đã cứu cháu Lê Văn Tí bị đuối nước. Chủ tịch "
                "UBND xã tặng Giấy khen cho 02 cá nhân nói trên.",
            ),
            [],
        ),
        (
            (
                "Ông Phạm Văn Bưởi và bà Vũ Thị Hồng vi phạm. Không tặng Giấy khen cho 02 cá nhân "
                "nói trên.",
            ),
            [],
        ),
    ],
)
def test_those_named_above_are_as_many_as_counted(lines: tuple[str, ...], found: list[str]) -> None:
    assert names(*lines) == found


@pytest.mark.parametrize(
    ("row", "places"),
    [
        ("bà Lê Thị Mận và bà Trần Thị Na, giáo viên Trường THCS Mận Hạ",
         ["Trường THCS Mận Hạ"] * 2),
        ("cô Lê Thị Mận, cô Đỗ Thị Sim và cô Trần Thị Na, giáo viên Trường THCS Mận Hạ",
         ["Trường THCS Mận Hạ"] * 3),
        ("ông Lê Văn Khế và bà Trần Thị Na, Giám đốc Sở Y tế", [None, "Sở Y tế"]),
        ("anh Lê Văn Khế và em Trần Thị Na, học sinh Trường THCS Mận Hạ",
         [None, "Trường THCS Mận Hạ"]),
        ("bà Trần Thị Na (Lạng Sơn)", ["Lạng Sơn"]),
    ],
)  # fmt: skip
def test_people_in_a_row_share_what_several_can_be(row: str, places: list[str | None]) -> None:
    assert [r[1] for r in given(f"Chủ tịch UBND tỉnh tặng Bằng khen cho {row}.")] == places


@pytest.mark.parametrize(
    ("giver", "found"),
    [
        ("Nguyên Phó Thủ tướng Chính phủ Lê Văn Khế", None),
        ("Ủy viên Ban Thường vụ Tỉnh ủy, Phó Chủ tịch UBND tỉnh Lê Văn Khế", None),
        ("Chủ tịch UBND tỉnh Lê Văn Khế", "Chủ tịch UBND tỉnh"),
    ],
)
def test_who_held_a_post_or_is_a_deputy_gives_nothing(giver: str, found: str | None) -> None:
    laid = document([("paragraph", f"{giver} trao Bằng khen cho bà Trần Thị Na.")])
    assert [a.conferred_by for a in link_awardees(laid, (), RULES)[0]] == [found]


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("2 đảng viên nhận Huy hiệu 55 năm; 3 đảng viên nhận Huy hiệu 30 năm tuổi Đảng", 2),
        ("truy tặng Huy hiệu Đảng 30 năm cho 1 đảng viên", 1),
        ("tặng Huy hiệu 50 năm, hoa và quà cho đội bóng", 0),
    ],
)
def test_badges_of_the_party_told_in_short(words: str, count: int) -> None:
    assert [a.award for a in awards_in_words(words, RULES)] == ["hh_dang"] * count


def test_each_sentence_of_a_report_that_a_year_opens_is_read() -> None:
    rows = given(
        "BÁO CÁO THÀNH TÍCH",
        "Đề nghị tặng Bằng khen của Chủ tịch UBND tỉnh",
        "",
        "Họ và tên: Lê Văn Khế",
        "Chức vụ: Phó Trưởng phòng",
        "Đơn vị: Phòng Tài chính huyện Gò Mận",
        "",
        "Năm 2021 tôi được UBND huyện tặng Giấy khen. Năm 2022, bản thân tôi được công nhận danh "
        "hiệu Chiến sĩ thi đua cơ sở.",
    )
    assert [r[2] for r in rows] == ["Bằng khen", "Giấy khen", "Chiến sĩ thi đua cơ sở"]


def test_some_of_those_who_got_it_are_named_behind_the_award() -> None:
    words = (
        "01 tập thể được tặng Cờ thi đua của UBND tỉnh (Trường Mận); 03 cá nhân được tặng Bằng "
        "khen của Chủ tịch UBND tỉnh, trong đó có ông Lê Văn Khế và bà Vũ Thị Na."
    )
    found = link_awardees(document([("paragraph", words)]), (), RULES)[0]
    assert [(a.name, a.award_name) for a in found] == [
        ("Trường Mận", "Cờ thi đua"), ("Lê Văn Khế", "Bằng khen"), ("Vũ Thị Na", "Bằng khen"),
    ]  # fmt: skip


def test_two_may_win_a_prize_together() -> None:
    words = "Chị Lê Thị Sim (Công ty Mận) và chị Vũ Thị Na (Công ty Mít) cùng đoạt giải Nhì."
    found = link_awardees(document([("paragraph", words)]), (), RULES)[0]
    assert [(a.name, a.award_name) for a in found] == [
        ("Lê Thị Sim", "Giải Nhì"), ("Vũ Thị Na", "Giải Nhì"),
    ]  # fmt: skip

"""Who of those before `được` was given the award, and what was read beside a name by mistake."""

from __future__ import annotations

import pytest

from tests.award_papers import awarded


def _names(words: str) -> list[tuple[object, bool]]:
    return [(a["name"], float(str(a["confidence"])) >= 0.9) for a in awarded(words)]


@pytest.mark.parametrize(
    "opening",
    [
        "Nối tiếp cha là NSND Lê Văn Mít",
        "Kế tục sự nghiệp của ông Lê Văn Mít",
        "Sau thành công của ông Lê Văn Mít",
        "Là học trò của nghệ nhân Lê Văn Mít",
        "Khác với ông Lê Văn Mít",
        "Sau 20 năm công tác",
    ],
)
def test_who_opens_the_sentence_is_not_its_subject(opening: str) -> None:
    assert _names(f"{opening}, bà Trần Thị Na được tặng Bằng khen của UBND tỉnh.") == [
        ("Trần Thị Na", True)
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Trường THPT Gò Mận - nơi cô Trần Thị Na làm Hiệu trưởng - được tặng Huân chương Lao"
            " động hạng Nhì.",
            [("Trường THPT Gò Mận", True)],
        ),
        (
            "Xã Gò Mận, quê hương của Anh hùng Lê Văn Mít, được tặng Huân chương Lao động hạng Ba.",
            [],
        ),
        ("Tổ của chị Trần Thị Na được LĐLĐ tỉnh tặng Bằng khen.", []),
        (
            "Ông Lê Văn Mít, Giám đốc Công ty TNHH Gò Mận - đơn vị được Bộ Công Thương tặng Bằng"
            " khen - cho biết.",
            [],
        ),
        ("Ông Lê Văn Mít tự nhận mình được tặng Huân chương Lao động hạng Ba.", []),
        (
            "Khoa Nội, Bệnh viện Gò Mận được Bộ Y tế tặng Bằng khen.",
            [("Khoa Nội", False), ("Bệnh viện Gò Mận", False)],
        ),
    ],
)
def test_whose_the_award_is(words: str, expected: list[tuple[object, bool]]) -> None:
    assert _names(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Anh Lê Văn Mít, công nhân Công ty A, chồng chị Trần Thị Na, giáo viên Trường B, được LĐLĐ"
        " tỉnh tặng Bằng khen.",
        "Công đoàn ngành Y tế tặng Giấy khen cho 2 đồng chí: Lê Hùng - Khoa Nội, Trần Lan -"
        " Khoa Ngoại.",
        "Ông Lê Văn Mít, Giám đốc Sở Y tế, người ký quyết định tặng Bằng khen cho Công ty A, bị"
        " khởi tố.",
    ],
)
def test_words_about_somebody_else_make_a_row_doubtful(words: str) -> None:
    found = _names(words)
    assert found and not any(sure for _, sure in found)


def test_the_year_of_a_death_is_not_that_of_the_award() -> None:
    rows = awarded("Ông Lê Văn Mít (đã mất năm 2001) được truy tặng Huân chương Độc lập hạng Ba.")
    assert [row["year"] for row in rows] == [None]

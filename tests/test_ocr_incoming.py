"""The stamp of incoming mail is taken out of a recognised page, the print around it stays."""

from __future__ import annotations

import pytest

from pipeline.read.ocr.incoming import split_incoming
from pipeline.read.page.word import PlacedWord


def word(text: str, x: float, y: float) -> PlacedWord:
    """A word of 12 points, 6 a letter, on the line at ``y``."""
    return PlacedWord(text, x, y, x + 6 * len(text), y + 12, y + 10, 12.0, 0, 0, confidence=0.8)


STAMP = [
    word("CÔNG", 90, 180), word("VĂN", 122, 180), word("ĐẾN", 150, 180),
    word("Số:", 80, 200), word("1542", 102, 200),
    word("Ngày:", 81, 216), word("14/6/2021", 116, 216),
    word("Chuyển:", 80, 232), word(".........", 130, 232),
]  # fmt: skip
PRINT = [
    word("Căn", 85, 150), word("cứ", 110, 150),
    word("Sở", 195, 200), word("Tư", 215, 200), word("pháp", 232, 200),
    word("năm", 190, 216), word("2020", 215, 216),
    word("Kính", 190, 232), word("gửi:", 222, 232),
]  # fmt: skip


def test_a_stamp_over_the_print_becomes_footer_lines_of_its_own() -> None:
    rest, lines = split_incoming([*PRINT, *STAMP])
    assert rest == PRINT
    assert [line.text for line in lines] == [
        "CÔNG VĂN ĐẾN", "Số: 1542", "Ngày: 14/6/2021", "Chuyển: .........",
    ]  # fmt: skip
    assert {line.role for line in lines} == {"footer"}


def test_a_stamp_is_known_by_its_day_and_who_it_goes_to() -> None:
    rest, lines = split_incoming([*PRINT, *STAMP[5:]])
    assert rest == PRINT
    assert len(lines) == 2


def test_a_stamp_whose_last_line_is_lost_is_known_by_its_title() -> None:
    rest, lines = split_incoming([*PRINT, *STAMP[:7]])
    assert rest == PRINT
    assert len(lines) == 3


@pytest.mark.parametrize("passed", ["Chuytn:", "Chuy'", "ChuyÊn:......"])
def test_a_label_that_the_print_below_spoils_is_one_all_the_same(passed: str) -> None:
    assert split_incoming([*PRINT, *STAMP[5:7], word(passed, 80, 232)])[0] == PRINT


@pytest.mark.parametrize(
    "words",
    [
        STAMP[5:7],  # a day alone
        STAMP[3:7],  # number and day: the head of a form
        [*STAMP[:3], *STAMP[5:7]],
        [word("Ngày:", 81, 216), word("Chuyển:", 200, 232)],  # not below each other
        [word("Ngày:", 81, 216), word("Chuyển:", 81, 300)],
        [word("Ngày", 81, 216), word("Chuyển", 81, 232)],
    ],
)
def test_without_the_labels_of_a_stamp_all_words_stay(words: list[PlacedWord]) -> None:
    assert split_incoming([*PRINT, *words]) == ([*PRINT, *words], [])


def test_words_behind_a_label_that_are_print_stay() -> None:
    words = [word("Ngày:", 81, 216), word("của", 116, 216), word("12", 140, 216), *STAMP[7:8],
             word("15", 130, 232)]  # fmt: skip
    rest, lines = split_incoming(words)
    assert [each.text for each in rest] == ["của", "12", "15"]
    assert [line.text for line in lines] == ["Ngày:", "Chuyển:"]

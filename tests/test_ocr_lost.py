"""Words that recognition loses inside a line it reads, or makes twice of one."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from pipeline.read.ocr.hocr import OcrWord
from pipeline.read.ocr.lost import read_lost
from pipeline.read.ocr.missed import read_missed


class _Engine:
    """Says what it was told to."""

    version = "none"

    def __init__(self, *words: OcrWord) -> None:
        self.words = words
        self.asked = 0

    def recognise(self, image: NDArray[Any], dpi: int, layout: str = "page") -> tuple[OcrWord, ...]:
        self.asked += 1
        return self.words


def _word(text: str, x0: float, x1: float, confidence: float = 0.93) -> OcrWord:
    return OcrWord(text, x0, 100, x1, 134, confidence, 130, 38, 2)


def _page(*inked: tuple[int, int]) -> tuple[NDArray[Any], NDArray[Any]]:
    page = np.full((300, 1200), 255, np.uint8)
    for left, right in inked:
        for x in range(left, right, 10):
            page[102:130, x : x + 5] = 0
    return page, np.where(page < 128, 255, 0).astype(np.uint8)


LINE = [_word("CHẤP", 363, 453), _word(".", 461, 560, 0.27), _word("HỘI", 570, 633)]
READ = [_word("CHẤP", 6, 96), _word("HÀNH", 104, 200), _word("HỘI", 213, 276)]


def test_a_word_that_became_a_dot_is_read_between_its_neighbours() -> None:
    image, ink = _page((363, 453), (463, 558), (570, 633))

    words = read_lost(image, ink, LINE, _Engine(*READ), 200)

    assert sorted((word.text for word in words), key=str) == ["CHẤP", "HÀNH", "HỘI"]
    assert next(word.x0 for word in words if word.text == "HÀNH") == 104 + 357


@pytest.mark.parametrize(
    "read",
    [
        [],
        [_word("CHẨP", 6, 96), *READ[1:]],  # not the word that stands there
        [READ[0], _word("HANQ", 104, 200), READ[2]],  # no syllable
        [READ[0], _word("HÀNH", 104, 200, 0.6), READ[2]],
    ],
)
def test_what_does_not_fit_between_the_neighbours_is_left(read: list[OcrWord]) -> None:
    image, ink = _page((363, 453), (463, 558), (570, 633))

    assert read_lost(image, ink, LINE, _Engine(*read), 200) == tuple(LINE)


def test_white_between_words_is_not_read() -> None:
    image, ink = _page((363, 453), (570, 633))
    engine = _Engine(*READ)

    read_lost(image, ink, [LINE[0], LINE[2]], engine, 200)

    assert engine.asked == 0


def test_the_rest_of_a_word_with_a_narrow_box_is_no_line() -> None:
    image, ink = _page((363, 560))
    words = [_word("chức", 363, 376), _word("Tỉnh", 500, 560)]
    rest = [_word("hức", 5, 60), _word("Tí", 70, 100)]

    assert read_missed(image, ink, words, _Engine(*rest), 200) == tuple(words)
    other = [replace(word, text=text) for word, text in zip(rest, ("Kính", "gửi"), strict=True)]
    assert len(read_missed(image, ink, words, _Engine(*other), 200)) == 4


def test_a_piece_of_a_word_goes_where_its_line_is_read_again() -> None:
    image, ink = _page((363, 560))
    dash = _word("-", 340, 350)
    words = [dash, _word("iều", 370, 372), _word("hức", 900, 950)]
    line = [
        replace(_word(text, x0, x1), top=0, bottom=40)
        for text, x0, x1 in (("Điều", 0, 60), ("này", 70, 99))
    ]

    kept = [word.text for word in read_missed(image, ink, words, _Engine(*line), 200)]

    assert kept == ["-", "hức", "Điều", "này"]


def test_a_line_under_a_stroke_of_the_pen_is_read_without_it() -> None:
    image, ink = _page((363, 560))
    for page, shade in ((image, 0), (ink, 255)):
        page[20:200, 420:424] = shade  # it stands on the line
        page[20:24, 380:800] = shade
    words = [_word("Trần", 900, 950)]
    line = [_word("Văn", 10, 60), _word("Mẫu", 70, 100)]

    engine = _Engine(*line)
    kept = [word.text for word in read_missed(image, ink, words, engine, 200)]

    assert kept == ["Trần", "Văn", "Mẫu"]
    assert engine.asked > 1  # and with what stands before it


def test_a_number_of_the_head_that_was_passed_over_is_read() -> None:
    image, ink = _page((363, 560))
    words = [_word("Tỉnh", 900, 950)]
    number = _word("Số:768/QĐ-SKC", 10, 200, 0.28)

    found = read_missed(image, ink, words, _Engine(number), 200)

    assert [word.text for word in found] == ["Tỉnh", "Số:768/QĐ-SKC"]
    for other in ("Sở:768 m2", "768/QĐ-SKC", "S:/QĐ-"):
        scrawl = replace(number, text=other)
        assert read_missed(image, ink, words, _Engine(scrawl), 200) == tuple(words)

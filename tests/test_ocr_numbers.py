"""Doubtful document numbers are looked at again: agreement decides, handwriting stays as read."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from pipeline.read.ocr.engine import Grey, Layout
from pipeline.read.ocr.hocr import OcrWord, as_printed
from pipeline.read.ocr.numbers import read_numbers_again

PAGE = np.full((100, 1_000), 255, np.uint8)


def line(*read: tuple[str, float]) -> tuple[OcrWord, ...]:
    """Words of one line, 20 pixels a letter, 20 between them."""
    words, x = [], 100.0
    for text, confidence in read:
        end = x + 20 * len(text)
        words.append(OcrWord(text, x, 40, end, 60, confidence, 58, 24, 3))
        x = end + 20
    return tuple(words)


class Scripted:
    """An engine that gives, look by look, what it was told: words for the doubtful number's place.

    The looks are of other sizes, so the words are placed where the number stands in each.
    """

    def __init__(self, words: tuple[OcrWord, ...], *looks: tuple[str, float]) -> None:
        self.place = next(word for word in words if "/" in word.text)
        self.looks = list(looks)
        self.seen = 0

    def recognise(self, image: Grey, dpi: int, layout: Layout = "page") -> tuple[OcrWord, ...]:
        text, confidence = self.looks[self.seen]
        self.seen += 1
        height, width = image.shape
        middle = width / 2  # the number stands in the middle of a line cut out symmetrically
        return (OcrWord(text, middle - 5, height / 2 - 5, middle + 5, height / 2 + 5,
                        confidence, 0, 9, 0),)  # fmt: skip


def read(words: tuple[OcrWord, ...], *looks: tuple[str, float]) -> tuple[list[str], float, int]:
    engine = Scripted(words, *looks)
    found = read_numbers_again(PAGE, words, engine, 200)
    return [word.text for word in found], min(word.confidence for word in found), engine.seen


def test_sure_numbers_are_not_looked_at_again() -> None:
    words = line(("số", 0.96), ("131/2018/NĐ-CP", 0.89), ("ngày", 0.96))
    assert read(words) == (["số", "131/2018/NĐ-CP", "ngày"], 0.89, 0)


def test_other_words_with_a_slash_are_no_numbers() -> None:
    words = line(("đạt", 0.5), ("70/70", 0.4), ("CĐCS", 0.9), ("m3/ngày", 0.3))
    assert read(words)[2] == 0


def test_the_reading_stands_that_two_looks_agree_on() -> None:
    words = line(("'31/QĐ-SKC-", 0.41))
    texts, confidence, looks = read(words, ("431/QĐ-SKC", 0.87), ("431/QĐ-SKC,", 0.6))
    assert (texts, confidence, looks) == (["431/QĐ-SKC"], 0.87, 2)


def test_a_second_look_alike_makes_the_first_one_surer() -> None:
    words = line(("91/2017/NĐ-CP", 0.1))
    assert read(words, ("91/2017/NĐ-CP", 0.93)) == (["91/2017/NĐ-CP"], 0.93, 1)


def test_a_number_tight_behind_its_label_is_looked_at_as_any_other() -> None:
    words = line(("Số:1391/QĐ-SKC", 0.46))
    looks = [("S6:1391/QĐ-SKCC", 0.58), ("S6:1391/QĐ-SKC.", 0.79)]
    texts, confidence, seen = read(words, *looks)
    assert (texts, confidence, seen) == (["S6:1391/QĐ-SKC."], 0.79, 2)


def test_lines_that_were_looked_at_before_are_left() -> None:
    words = line(("91/2017/NĐ-CP", 0.1))
    assert read_numbers_again(PAGE, words, Scripted(words), 200, behind=3) == words


def test_the_label_before_a_number_is_put_right() -> None:
    for misread in ("S0:152/QĐ-SKC", "30:152/QĐ-SKC", "Sú;152/QĐ-SKC"):
        assert as_printed(misread) == "Số:152/QĐ-SKC"
    for other in ("20:152/QĐ-SKC", "S0:152/qđ", "Sở:Y/TẾ"):
        assert as_printed(other) == other


def test_a_speck_before_a_word_is_no_quotation_mark() -> None:
    assert [as_printed(read) for read in ("'Trung", "`A", "'", "", "H'Mông", "“Tốt”")] == [
        "Trung", "A", "'", "", "H'Mông", "“Tốt”",
    ]  # fmt: skip


def test_most_figures_win_where_no_two_are_alike() -> None:
    words = line(("6/QĐ-SKQV", 0.3))
    looks = [("46/QĐ-SKOV", 0.6), ("46/QĐ-SKQW", 0.5), ("46/0Đ-SKQV", 0.7), ("16/QĐ-SK", 0.2)]
    assert read(words, *looks)[0] == ["46/QĐ-SKOV"]


def test_figures_that_no_two_looks_share_are_doubtful() -> None:
    words = line(("61/QĐ-SKC", 0.7))
    looks = [("67/QĐ-SKC", 0.6), ("01/QĐ-SKC", 0.5), ("81/QĐ-SKC", 0.6), ("41/QĐ-SKC", 0.5)]
    texts, confidence, _ = read(words, *looks)
    assert texts == ["61/QĐ-SKC"]
    assert confidence < 0.5


@pytest.mark.parametrize("pen", ["#0Ï/QĐ-SKC", "a0†/QĐ-SKC"])
def test_handwriting_stays_as_it_was_read(pen: str) -> None:
    words = line((pen, 0.16))
    looks = [("20Ÿ/QĐ-SKC", 0.5), ("40†/QĐ-SKC", 0.6), ("?07/QĐ-SKC", 0.7), ("A0†/QĐ-SKC", 0.6)]
    assert read(words, *looks)[:2] == ([pen], 0.16)


def test_a_figure_that_broke_off_belongs_to_the_number() -> None:
    words = line(("Š", 0.5), ("7/QĐ-SKC", 0.47))
    texts, _, _ = read(words, ("57/QĐ-SKC", 0.54), ("57/QĐ-SKC", 0.6))
    assert texts == ["57/QĐ-SKC"]


def test_words_keep_their_line_and_height() -> None:
    words = line(("12/QD-SKC", 0.5))
    (found,) = read_numbers_again(
        PAGE, words, Scripted(words, ("12/QĐ-SKC", 0.9), ("12/QĐ-SKC", 0.8)), 200
    )
    assert (found.line, found.height, found.baseline) == (3, 24, 58)
    assert replace(found, text="").confidence == 0.9


def test_nothing_read_leaves_the_word() -> None:
    class Blind:
        def recognise(self, image: Grey, dpi: int, layout: Layout = "page") -> tuple[OcrWord, ...]:
            return ()

    words = line(("12/QD-SKC", 0.5))
    (found,) = read_numbers_again(PAGE, words, Blind(), 200)
    assert (found.text, found.confidence) == ("12/QD-SKC", 0.45)

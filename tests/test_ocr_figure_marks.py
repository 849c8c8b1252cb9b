"""A comma or dot that recognition passes over between two figures is put back from the ink."""

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from pipeline.read.ocr.engine import Layout
from pipeline.read.ocr.figure_marks import with_decimal_comma, with_marks
from pipeline.read.ocr.hocr import OcrWord

_HIGH, _WIDE, _STEP = 20, 12, 18
_COMMA, _DOT = (16, 25), (16, 20)


def _read(text: str, marks: dict[int, tuple[int, int]], confidence: float = 0.93) -> OcrWord:
    """What becomes of a number whose figures are blocks, with marks before some of them."""
    ink: NDArray[Any] = np.zeros((60, 40 + _STEP * len(text)), np.uint8)
    for index in range(len(text)):
        ink[10 : 10 + _HIGH, 10 + index * _STEP : 10 + index * _STEP + _WIDE] = 255
    for index, (top, bottom) in marks.items():
        ink[10 + top : 10 + bottom, 10 + index * _STEP - 5 : 10 + index * _STEP - 2] = 255
    word = OcrWord(text, 10, 10, 10 + _STEP * len(text), 30, confidence, 30, 20, 0)
    return with_marks([word], ink)[0]


@pytest.mark.parametrize(
    ("text", "at", "mark", "right"),
    [("223", 2, _COMMA, "22,3"), ("1250", 1, _DOT, "1.250"), ("1250", 1, _COMMA, "1,250")],
)
def test_a_mark_between_figures_is_put_back(
    text: str, at: int, mark: tuple[int, int], right: str
) -> None:
    word = _read(text, {at: mark})

    assert word.text == right
    assert word.confidence == 0.8


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("223", {}),
        ("223", {2: _DOT}),  # a dot parts thousands
        ("1223450", {1: _DOT, 4: _DOT}),  # two marks: read whole or not at all
        ("223", {2: (0, 4)}),  # a raised mark
    ],
)
def test_a_number_without_a_sure_mark_stays(text: str, marks: dict[int, tuple[int, int]]) -> None:
    word = _read(text, marks)

    assert (word.text, word.confidence) == (text, 0.93)


def _word(text: str) -> OcrWord:
    return OcrWord(text, 10, 10, 60, 30, 0.95, 30, 20, 0)


class Reads:
    """An engine that reads one text after another, whatever it is shown."""

    version = "none"

    def __init__(self, *texts: str) -> None:
        self.texts = list(texts)

    def recognise(
        self, image: NDArray[Any], dpi: int, layout: Layout = "page"
    ) -> tuple[OcrWord, ...]:
        return (_word(self.texts.pop(0)),)


@pytest.mark.parametrize(
    ("read", "again", "text", "sure"),
    [
        ("76.9", ("76,9", "76,9"), "76,9", 0.8),
        ("1.4", ("1.4", "1.4"), "1.4", 0.95),  # the number of a row
        ("76.9", ("76,9", "769"), "76.9", 0.95),
        ("2.721", (), "2.721", 0.95),
    ],
)
def test_a_decimal_comma_read_as_a_dot_is_put_right(
    read: str, again: tuple[str, ...], text: str, sure: float
) -> None:
    cell = np.full((40, 80), 255, np.uint8)
    words = with_decimal_comma([_word(read)], cell, Reads(*again), 200)
    assert [(word.text, word.confidence) for word in words] == [(text, sure)]

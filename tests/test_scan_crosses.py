"""Crosses in the cells of a scanned table."""

import cv2
import numpy as np
import pytest

from pipeline.link.awardees.tables.marks import is_cross as says_cross
from pipeline.read.ocr.cells import read_cells
from pipeline.read.ocr.crosses import is_cross
from pipeline.read.ocr.hocr import OcrWord
from pipeline.read.scan.tables import ScanCell

_X = """
..#........###..
#######..######.
.######...####..
..####....###...
...####..###....
....#######.....
.....#####......
.....#####......
.....#####......
.....######.....
....########....
...###..####....
...##....####...
.###.....#####..
#####....######.
#####....#######
"""


def _ink(picture: str) -> np.ndarray:
    rows = [[255 if dot == "#" else 0 for dot in row] for row in picture.split()]
    return np.array(rows, np.uint8)


def test_a_printed_x_and_two_strokes_are_crosses() -> None:
    strokes = np.zeros((26, 24), np.uint8)
    cv2.line(strokes, (0, 0), (23, 25), 255, 3)
    cv2.line(strokes, (23, 0), (0, 25), 255, 3)

    assert is_cross(_ink(_X), 200)
    assert is_cross(strokes, 200)


# Bold, with feet that stand out beyond the stems.
_H = """
######..######
.####....####.
.####....####.
.####....####.
.####....####.
.############.
.############.
.############.
.####....####.
.####....####.
.####....####.
.####....####.
######..######
"""


def test_a_bold_h_whose_stems_stand_apart_is_none() -> None:
    assert not is_cross(_ink(_H), 200)


@pytest.mark.parametrize("font", [cv2.FONT_HERSHEY_COMPLEX, cv2.FONT_HERSHEY_SIMPLEX])
@pytest.mark.parametrize("letter", list("ABDEHIKLMNOPTUVWYZ0123456789oae+-/"))
def test_letters_and_figures_are_none(letter: str, font: int) -> None:
    page = np.zeros((60, 60), np.uint8)
    cv2.putText(page, letter, (15, 40), font, 0.8, 255, 2)
    rows, columns = np.flatnonzero(page.any(axis=1)), np.flatnonzero(page.any(axis=0))

    assert not is_cross(page[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1], 200)


def test_specks_and_pictures_are_none() -> None:
    assert not is_cross(_ink(_X)[::3, ::3], 200)
    assert not is_cross(np.kron(_ink(_X), np.ones((4, 4), np.uint8)), 200)


@pytest.mark.parametrize("read", [[], [("xX", 0.4)], [("b$", 0.5)]])
def test_a_cell_with_a_cross_says_so(read: list[tuple[str, float]]) -> None:
    class Engine:
        version = "none"

        def recognise(self, image: object, dpi: int, layout: str = "page") -> tuple[OcrWord, ...]:
            return tuple(OcrWord(text, 16, 16, 32, 32, sure, 32, 30, 0) for text, sure in read)

    ink = np.zeros((80, 120), np.uint8)
    ink[32:48, 52:68] = _ink(_X)

    ((word,),) = read_cells(
        Engine(), 255 - ink, ink, [ScanCell((10, 10, 110, 70), 0, 0, 1, 1)], 200
    )

    assert (word.text, round(word.x0), round(word.bottom)) == ("x", 52, 48)
    assert word.confidence < 0.9


@pytest.mark.parametrize(
    ("text", "says"), [("xX", True), ("X.", True), ("xxx", False), ("x5", False)]
)
def test_doubled_crosses_say_what_one_says(text: str, says: bool) -> None:
    assert says_cross(text) is says

"""Words whose boxes Tesseract lets reach over their line keep their place among the others."""

from itertools import pairwise

import pytest

from pipeline.read.ocr.boxes import with_own_boxes
from pipeline.read.ocr.hocr import OcrWord
from pipeline.read.ocr.words import page_words
from pipeline.read.page.rows import cluster_rows


def _words(*placed: tuple[str, float, float], line: int = 0) -> list[OcrWord]:
    return [OcrWord(text, x0, 10, x1, 40, 0.96, 35, 33, line) for text, x0, x1 in placed]


@pytest.mark.parametrize(
    "placed",
    [
        (("Trần", 1016, 1090), ("Lê", 1107, 1142), ("Hoàng", 1020, 1313), ("Yến", 1261, 1317)),
        (("Trần", 1016, 1090), ("Lê", 1107, 1142), ("Hoàng", 1150, 1245), ("Yến", 1020, 1317)),
        (("Trần", 1016, 1090), ("Lê", 1020, 1313), ("Hoàng", 1018, 1315), ("Yến", 1261, 1317)),
    ],
)
def test_a_name_keeps_the_order_in_which_it_is_read(placed: list[tuple[str, float, float]]) -> None:
    words = with_own_boxes(_words(*placed))

    (row,) = cluster_rows(page_words(words, 200))

    assert [word.text for word in row] == ["Trần", "Lê", "Hoàng", "Yến"]
    assert all(left.x1 <= right.x0 for left, right in pairwise(words))


def test_words_that_touch_or_stand_in_other_lines_stay() -> None:
    words = [
        *_words(("Số:", 100, 150), ("12/QĐ", 148, 240)),
        *_words(("Lâm", 90, 200), ("Giang", 205, 260), line=1),
        *_words(("ngày", 50, 108), ("tháng", 151, 237), ("¿", 227, 235), ("1", 248, 251), line=2),
    ]

    assert with_own_boxes(words) == tuple(words)
    assert with_own_boxes([]) == ()


def test_a_line_read_from_right_to_left_is_turned() -> None:
    words = _words(("¡", 300, 304), ("tổng", 200, 280), ("Ngoại", 110, 190), ("Khoa", 20, 100))

    assert [word.text for word in with_own_boxes(words)] == ["Khoa", "Ngoại", "tổng", "¡"]

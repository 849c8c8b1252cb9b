"""A line that dirt draws down a page from edge to edge is taken out; print and rulings stay."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw

from pipeline.read.ocr.recognise import read_image
from pipeline.read.scan.streaks import without_streaks
from tests.scan_pages import DPI, Pixels, engine, font, page_of

NAME = "bc-145-cdkcn-van-khe.pdf"
AT = 700


def page() -> Pixels:
    return cv2.cvtColor(page_of(NAME), cv2.COLOR_RGB2GRAY)


def streaked(grey: Pixels, light: float, *, slope: float = 0.004, end: float = 1.0) -> Pixels:
    """The page behind a line three pixels wide that lets so much light through."""
    image = grey.astype(np.float64)
    for row in range(round(end * len(grey))):
        across = AT + round(slope * row)
        image[row, across - 1 : across + 2] *= light
    return image.astype(np.uint8)


def away(one: Pixels, other: Pixels) -> int:
    """Pixels that are ink on one of them only."""
    return int(np.count_nonzero((one < 128) != (other < 128)))


@pytest.mark.parametrize("light", [0.75, 0.45, 0.0])
def test_a_streak_is_taken_out_and_the_letters_under_it_stay(light: float) -> None:
    grey = page()
    dirty = streaked(grey, light)
    clean, again = without_streaks(dirty, DPI, dirty)
    assert away(clean, grey) < 1_000
    assert np.array_equal(clean, again)
    if light < 0.5:
        assert away(dirty, grey) > 4_000


def test_a_line_that_ends_on_the_page_is_a_ruling() -> None:
    ruled = streaked(page(), 0.0, end=0.9)
    assert without_streaks(ruled, DPI)[0] is ruled


def test_a_clean_page_stays_as_it_is() -> None:
    grey = page()
    assert without_streaks(grey, DPI)[0] is grey
    empty = np.full((40, 30), 255, np.uint8)
    assert without_streaks(empty, DPI)[0] is empty


def test_a_broken_streak_does_not_turn_a_page_of_few_lines() -> None:
    page = Image.new("RGB", (1654, 1170), "white")
    for number, text in enumerate(("GIẤY KHEN", "Ông: Lê Văn Khế", "Trường Tiểu học Bến Ổi")):
        ImageDraw.Draw(page).text((600, 200 + 120 * number), text, "black", font(40))
    image = np.asarray(page).copy()
    for top in range(20, 1100, 60):
        image[top : top + 52, 420:423] = 40
    read = read_image(image, 200, engine())
    assert read.rotation == 0
    assert [line.text for line in read.lines][:2] == ["GIẤY KHEN", "Ông: Lê Văn Khế"]

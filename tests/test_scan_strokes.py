"""Thin print is made a pixel stronger before it is recognised; all other print stays."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from pipeline.read.scan.prepare import dark_pixels, prepare
from pipeline.read.scan.strokes import is_thin, thickened
from tests.scan_pages import DPI, Pixels, page_of

NAME = "bc-145-cdkcn-van-khe.pdf"


def page(level: int | None = None) -> Pixels:
    """A page in grey; with a level, as a hard threshold at it leaves the page."""
    grey = cv2.cvtColor(page_of(NAME), cv2.COLOR_RGB2GRAY)
    if level is None:
        return grey
    soft = cv2.GaussianBlur(grey, (0, 0), 0.9)
    return np.where(soft < level, 30, 250).astype(np.uint8)


@pytest.mark.parametrize(("level", "thin"), [(95, True), (None, False), (205, False)])
def test_print_is_thin_where_a_threshold_took_its_edges(level: int | None, thin: bool) -> None:
    grey = page(level)
    assert is_thin(dark_pixels(grey), DPI) is thin
    strong = thickened(grey, dark_pixels(grey), DPI)
    assert (strong is grey) is not thin
    assert cv2.countNonZero(dark_pixels(strong)) >= cv2.countNonZero(dark_pixels(grey))


def test_small_print_stays_thin() -> None:
    half = cv2.resize(page(95), None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    assert not is_thin(dark_pixels(half), DPI)


def test_an_empty_page_is_not_thin() -> None:
    assert not is_thin(np.zeros((200, 200), np.uint8), DPI)


def test_what_is_recognised_is_stronger_and_what_rulings_are_found_in_is_not() -> None:
    prepared = prepare(page(95), DPI)
    ink, sharp = dark_pixels(prepared.image), dark_pixels(prepared.sharp)
    assert cv2.countNonZero(ink) > 1.2 * cv2.countNonZero(sharp)

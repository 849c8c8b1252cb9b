"""Print under a seal that lets nothing through: bridged from its ends, and read again."""

from __future__ import annotations

import cv2
import numpy as np

from pipeline.read.ocr.hocr import OcrWord
from pipeline.read.ocr.recognise import read_image
from pipeline.read.ocr.sealed import read_sealed
from pipeline.read.scan.prepare import drop_stamps
from pipeline.read.scan.seals import bridge_seals
from tests.scan_pages import DPI, Pixels, engine, table_image

RED = (225, 30, 55)


def ringed(image: Pixels, x: int, y: int, radius: int, thick: int) -> Pixels:
    """The page with an opaque red ring drawn over its print."""
    sealed = image.copy()
    cv2.circle(sealed, (x, y), radius, RED, thick, cv2.LINE_AA)
    return sealed


def test_a_page_without_red_has_no_seals() -> None:
    page = table_image([["1", "2"]], [200, 200])
    assert bridge_seals(page, drop_stamps(page, DPI), DPI) is None


def test_a_stroke_under_a_seal_runs_through_it() -> None:
    page = np.full((400, 400, 3), 255, np.uint8)
    page[100:300, 195:205] = 0
    sealed = page.copy()
    sealed[196:204, 60:340] = RED
    sealed[120:196, 60:68] = RED  # as high as a stamp
    bare = drop_stamps(sealed, DPI)
    bridged = bridge_seals(sealed, bare, DPI)
    assert bridged is not None
    assert bare[200, 200] > 200
    assert bridged[200, 200] < 100
    assert bridged[200, 120] > 200


def test_words_under_an_opaque_ring_are_read() -> None:
    page = table_image([["1", "2"]], [200, 200])
    sealed = ringed(page, 560, 240, 130, 9)
    text = " ".join(line.text for line in read_image(sealed, DPI, engine()).lines)
    assert "cá nhân được đề nghị khen thưởng" in text


def test_sure_words_are_not_read_again() -> None:
    image = np.full((100, 300), 255, np.uint8)
    words = (OcrWord("Nguyễn", 10, 10, 90, 40, 0.95, 38, 30, 0),)
    assert read_sealed(image, image // 2, words, engine(), DPI) == words

"""Words asked of Tesseract one by one are those of its hOCR text, to the last figure."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from pipeline.read.ocr.engine import TesserocrEngine
from pipeline.read.ocr.hocr import parse_hocr
from pipeline.read.ocr.results import words_of
from tests.scan_pages import DPI, engine, grained, page_of, tilted


@pytest.mark.parametrize("page_analysis", [3, 4, 6])
def test_words_are_those_of_hocr(page_analysis: int) -> None:
    found = engine()
    if not isinstance(found, TesserocrEngine):
        pytest.skip("no tesserocr")
    module: Any = pytest.importorskip("tesserocr")
    image = grained(tilted(page_of("cv-927-skhcn-quan-ly-sang-kien.pdf"), 0.6), 12.0)
    grey = np.ascontiguousarray(image.mean(axis=2).astype(np.uint8))
    api = found._api
    api.SetPageSegMode(page_analysis)
    api.SetImageBytes(grey.tobytes(), grey.shape[1], grey.shape[0], 1, grey.shape[1])
    api.SetSourceResolution(DPI)
    try:
        expected = parse_hocr(api.GetHOCRText(0))
        results = api.GetIterator()
        words = tuple(words_of(results, module.RIL.TEXTLINE, module.RIL.WORD))
        del results
    finally:
        api.Clear()
    assert len(expected) > 100
    assert words == expected


def test_an_image_without_letters_has_no_words() -> None:
    assert engine().recognise(np.full((200, 300), 255, np.uint8), DPI) == ()
    assert tuple(words_of(None, 2, 3)) == ()

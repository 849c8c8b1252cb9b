"""Words of a recognised image, asked of Tesseract one by one: its hOCR text costs five times that.

The values are those of :mod:`pipeline.read.ocr.hocr`, to the last figure.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline.read.ocr.hocr import OcrLine, OcrWord, as_printed


def words_of(results: Any, line_level: int, word_level: int) -> Iterator[OcrWord]:
    """Words in the order of Tesseract's page; words without a letter are left out.

    :param results: tesserocr's iterator over a recognised image, None where nothing was found
    :param line_level: its number for lines of text
    :param word_level: and for words
    """
    line: OcrLine | None = None
    count = -1
    is_more = results is not None
    while is_more:
        if not results.Empty(word_level):
            if results.IsAtBeginningOf(line_level):
                line = None
            text = as_printed(results.GetUTF8Text(word_level).strip())
            if text:  # a ruling has none
                if line is None:
                    line = _line(results, line_level)
                    count += 1
                x0, top, x1, bottom = map(float, results.BoundingBox(word_level))
                yield OcrWord(
                    text, x0, top, x1, bottom, int(results.Confidence(word_level)) / 100,
                    line.baseline((x0 + x1) / 2), line.height, count,
                )  # fmt: skip
        is_more = results.Next(word_level)


def _line(results: Any, level: int) -> OcrLine:
    x0, top, _, bottom = map(float, results.BoundingBox(level))
    height = float(f"{results.RowAttributes()['row_height']:.8g}")
    slope, offset = 0.0, 0.0
    baseline = results.Baseline(level)
    if baseline is not None:
        (begin, at_begin), (end, at_end) = baseline
        if begin != end:
            rise = (at_end - at_begin) / (end - begin)
            slope = round(rise, 3)
            offset = round(at_begin - bottom - rise * (begin - x0), 3)
    return OcrLine(x0, bottom, slope, offset, height or bottom - top)

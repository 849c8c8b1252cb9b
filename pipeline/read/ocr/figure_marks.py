"""Puts back the comma or dot between figures that recognition passed over or took for the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import cv2
import numpy as np
import regex
from numpy.typing import NDArray

from pipeline.read.ocr.engine import Engine
from pipeline.read.ocr.hocr import OcrWord
from pipeline.read.ocr.sealed import look

Image = NDArray[Any]

_FIGURES = regex.compile(r"\d{2,9}")
_DOTTED = regex.compile(r"\d{1,3}\.\d{1,2}")  # a number of a row, or a share with its comma misread
_LARGER = (1.5, 2.0)  # how a cell is seen again
_LOW = 0.5  # of the height of figures: a mark is lower
_STANDS = 0.55  # of that height from their top: a mark stands below
_DESCENDS = 0.1  # of that height below their foot: a comma does, a dot does not
_GRAIN = 0.1  # of that height: what is smaller is none
_GROUP = 3  # figures behind a dot
_SURE = 0.8  # a number with a mark put back is no surer


def with_marks(words: Sequence[OcrWord], ink: Image) -> tuple[OcrWord, ...]:
    """The words, numbers with the one mark that their ink shows between their figures.

    Only where the ink parts into as many figures as were read and a mark: else they stay.

    :param ink: 255 where dark, of the image in which the words stand
    """
    return tuple(_marked(word, ink) if _FIGURES.fullmatch(word.text) else word for word in words)


def with_decimal_comma(
    words: Sequence[OcrWord], image: Image, engine: Engine, dpi: int
) -> tuple[OcrWord, ...]:
    """The words of a cell; a lone `76.9` is `76,9` where it reads so each time that it is larger.

    :param image: of the cell, grey
    """
    if len(words) != 1 or _DOTTED.fullmatch(words[0].text) is None:
        return tuple(words)
    comma = words[0].text.replace(".", ",")
    for larger in _LARGER:
        if [word.text for word in look(image, engine, dpi, larger)] != [comma]:
            return tuple(words)
    return (replace(words[0], text=comma, confidence=min(words[0].confidence, _SURE)),)


def _marked(word: OcrWord, ink: Image) -> OcrWord:
    left, top = max(0, int(word.x0) - 1), max(0, int(word.top) - 1)
    part = np.ascontiguousarray(ink[top : int(word.bottom) + 3, left : int(word.x1) + 2])
    if not part.size:
        return word
    count, _, stats, _ = cv2.connectedComponentsWithStats(part, connectivity=8)
    boxes = sorted(stats[1:count, :4].tolist())
    high = max((height for _, _, _, height in boxes), default=0)
    figures = [box for box in boxes if box[3] >= (1 - _DESCENDS) * high]
    others = [box for box in boxes if _GRAIN * high < box[3] < (1 - _DESCENDS) * high]
    if len(others) != 1 or len(figures) != len(word.text):
        return word
    x, y, wide, height = others[0]
    head = min(box[1] for box in figures)
    foot = sorted(box[1] + box[3] for box in figures)[len(figures) // 2]
    before = sum(box[0] + box[2] / 2 < x + wide / 2 for box in figures)
    is_low = height <= _LOW * high and y >= head + _STANDS * high
    if not is_low or not 0 < before < len(word.text):
        return word
    is_comma = y + height > foot + _DESCENDS * high
    if not is_comma and len(word.text) - before != _GROUP:
        return word
    text = f"{word.text[:before]}{',' if is_comma else '.'}{word.text[before:]}"
    return replace(word, text=text, confidence=min(word.confidence, _SURE))

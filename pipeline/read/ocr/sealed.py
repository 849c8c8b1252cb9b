"""Reads again what stands under a seal: the signer's title and name, most of all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.read.ocr.engine import Engine, Layout
from pipeline.read.ocr.hocr import OcrWord
from pipeline.read.ocr.words import mean_confidence, readable, without_dirt

Image = NDArray[Any]

_SURE = 0.9  # a word that is read as surely as this needs no second look
_BETTER = 0.03  # confidence that a second look must gain
_FEWEST = 6  # letters: shorter pieces are the seal itself, as often as not
_APART = 1.5  # line heights between the stretches of a line
_CHANGED = 48  # grey levels by which the seal's place differs
_ENLARGED = (1.0, 1.5, 2.0)
_AIR = 8  # pixels around a line


def read_sealed(
    image: Image, bridged: Image, words: Sequence[OcrWord], engine: Engine, dpi: int
) -> tuple[OcrWord, ...]:
    """The words, doubtful ones on a seal's place as they read once the seal is bridged.

    :param image: grey, what was recognised
    :param bridged: the same with what seals cover filled from around
    """
    changed = np.abs(image.astype(np.int16) - bridged) > _CHANGED
    if not changed.any():
        return tuple(words)
    result = list(words)
    for first, last in reversed(list(stretches(words))):
        own = words[first:last]
        if _letters(own) < _FEWEST or not any(
            word.confidence < _SURE and changed[_place(word)].any() for word in own
        ):
            continue
        left = max(0, round(min(word.x0 for word in own)) - 2 * _AIR)
        top = max(0, round(min(word.top for word in own)) - _AIR)
        right, bottom = max(word.x1 for word in own), max(word.bottom for word in own)
        part = bridged[top : round(bottom) + _AIR, left : round(right) + 2 * _AIR]
        looks = [look(part, engine, dpi, enlarged) for enlarged in _ENLARGED]
        again = max(looks, key=mean_confidence)
        is_better = mean_confidence(again) > mean_confidence(own) + _BETTER
        if is_better and readable(again) >= max(readable(own), _FEWEST):
            result[first:last] = [
                replace(word.moved(left, top), line=own[0].line) for word in again
            ]
    return tuple(result)


def _letters(words: Sequence[OcrWord]) -> int:
    return sum(letter.isalpha() for word in words for letter in word.text)


def look(
    part: Image, engine: Engine, dpi: int, enlarged: float, layout: Layout = "line"
) -> list[OcrWord]:
    """Words of a part of the page, in its own pixels, as they read when it is enlarged."""
    large = cv2.resize(part, None, fx=enlarged, fy=enlarged, interpolation=cv2.INTER_CUBIC)
    found = engine.recognise(np.ascontiguousarray(large), round(dpi * enlarged), layout)
    return [
        replace(
            word, x0=word.x0 / enlarged, x1=word.x1 / enlarged, top=word.top / enlarged,
            bottom=word.bottom / enlarged, baseline=word.baseline / enlarged,
            height=word.height / enlarged,
        )
        for word in without_dirt(found)
    ]  # fmt: skip


def stretches(words: Sequence[OcrWord]) -> Iterator[tuple[int, int]]:
    """Words of a line that stand close together, as ranges."""
    first = 0
    for index in range(1, len(words) + 1):
        if index < len(words) and words[index].line == words[first].line:
            before = words[index - 1]
            if words[index].x0 - before.x1 <= _APART * before.height:
                continue
        yield first, index
        first = index


def _place(word: OcrWord) -> tuple[slice, slice]:
    rows = slice(max(0, round(word.top)), max(1, round(word.bottom)))
    return rows, slice(max(0, round(word.x0)), max(1, round(word.x1)))

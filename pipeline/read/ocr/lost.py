"""Reads again the words that Tesseract lost inside a line it read.

Where the two heads of a page stand level it reads them as one line, and now and then leaves a word
out or makes a dot of it: `HỘI NÔNG DÂN` becomes `HỘI NÔNG`.  Ink between two words tells; the line
is read again around it, and what is read has to begin or end with the word beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from operator import attrgetter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.read.ocr.engine import Engine
from pipeline.read.ocr.hocr import OcrWord
from pipeline.read.text_layer import is_syllable

Image = NDArray[Any]

_LEFT, _LINE = attrgetter("x0"), attrgetter("line")
# Shares of a word's height.
_WIDE = 1.0  # between two words that may have lost one
_BESIDE = 0.6  # from a word to the one beside it
_LEAST = 0.7  # width of a word
_INKED = 0.08  # share of its box that print inks
_VOID = 0.5  # confidence of a sign that is read for a word
_SURE = 0.85
_ANCHOR = 0.7
_MOST = 6  # a page of pictures is not searched for ever
_AROUND = 6  # pixels


@dataclass(frozen=True, slots=True)
class _Spot:
    """Ink from ``left`` to ``right`` without a word, and the words of its line beside it."""

    left: float
    right: float
    before: OcrWord | None
    behind: OcrWord | None
    voids: tuple[OcrWord, ...]


def read_lost(
    image: Image, ink: Image, words: Sequence[OcrWord], engine: Engine, dpi: int
) -> tuple[OcrWord, ...]:
    """The words, with those that stand on ink between two words of a line.

    :param image: grey, what was recognised
    :param ink: 255 where it is dark, rulings and tables taken out
    """
    spots = [
        spot
        for _, group in groupby(words, key=_LINE)
        for spot in _spots(sorted(group, key=_LEFT), ink)
    ]
    found: list[OcrWord] = []
    gone: set[int] = set()
    for spot in spots[:_MOST]:
        lost = _read(image, spot, engine, dpi)
        found.extend(lost)
        gone.update(id(word) for word in spot.voids if lost)
    return (*(word for word in words if id(word) not in gone), *found)


def _spots(line: Sequence[OcrWord], ink: Image) -> Iterator[_Spot]:
    """Where the line has ink without a word, right beside a word."""
    read = [word for word in line if not _is_void(word)]
    for before, behind in pairwise(read):
        height = before.bottom - before.top
        if behind.x0 - before.x1 < _WIDE * height:
            continue
        first, last = round(before.x1) + 2, round(behind.x0) - 2
        rows = slice(max(0, round(before.top)), max(1, round(before.bottom)))
        inked = np.flatnonzero(ink[rows, first:last].any(axis=0))
        if not len(inked):
            continue
        left, right = first + int(inked[0]), first + int(inked[-1]) + 1
        near = left - before.x1 <= _BESIDE * height, behind.x0 - right <= _BESIDE * height
        area = np.count_nonzero(ink[rows, left:right])
        if (
            any(near)
            and right - left >= _LEAST * height
            and area >= _INKED * (right - left) * height
        ):
            voids = tuple(w for w in line if _is_void(w) and left <= (w.x0 + w.x1) / 2 <= right)
            yield _Spot(
                left, right, before if near[0] else None, behind if near[1] else None, voids
            )


def _is_void(word: OcrWord) -> bool:
    """Whether a word is a faint sign as wide as a word."""
    return (
        word.confidence < _VOID
        and not any(map(str.isalnum, word.text))
        and word.x1 - word.x0 >= _LEAST * word.height
    )


def _read(image: Image, spot: _Spot, engine: Engine, dpi: int) -> list[OcrWord]:
    """The words on the spot, none if what is read does not hold the words beside it."""
    beside = [word for word in (spot.before, spot.behind) if word is not None]
    top = max(0, round(min(word.top for word in beside)) - _AROUND)
    bottom = round(max(word.bottom for word in beside)) + _AROUND
    left = max(0, round(spot.before.x0 if spot.before else spot.left) - _AROUND)
    right = round(spot.behind.x1 if spot.behind else spot.right) + _AROUND
    part = np.ascontiguousarray(image[top:bottom, left:right])
    read = sorted(engine.recognise(part, dpi, "line"), key=_LEFT)
    for word, at in ((spot.before, 0), (spot.behind, -1)):
        if word is None:
            continue
        if not read or read[at].text != word.text or read[at].confidence < _ANCHOR:
            return []
        read.pop(at)
    if not all(is_syllable(word.text) and word.confidence >= _SURE for word in read):
        return []
    like = beside[0]
    return [
        replace(
            word,
            x0=word.x0 + left, x1=word.x1 + left, top=like.top, bottom=like.bottom,
            baseline=like.baseline, height=like.height, line=like.line,
        )
        for word in read
    ]  # fmt: skip

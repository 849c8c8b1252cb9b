"""Reads the column of running numbers that Tesseract leaves out before a list without rulings.

Figures that stand alone, far from the names behind them, are no column of text to its page
analysis: it passes over all of them, and the names run into each other.  Read alone, as one block,
they read as well as any print.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from operator import attrgetter
from statistics import median
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.read.ocr.engine import Engine
from pipeline.read.ocr.hocr import OcrWord
from pipeline.read.ocr.row_numbers import HEADINGS, ROMAN, is_group_number
from pipeline.read.ocr.sealed import look

Image = NDArray[Any]

_APART = 0.12  # inch: from a number to the words behind it
_CLOSED = 0.08  # inch: gaps inside a number
_WIDEST = 0.45  # inch: of a number or its heading
_LOW = 0.4  # of the line's height: a speck or dash is lower
_ALIGNED = 0.08  # inch: between the middles of numbers of a column, between the names' edges
_LEAST = 3  # numbers of a column
_MOSTLY = 0.6  # share of them that is read, and that counts on
_SURE = 0.5
_LIKELY = 0.6  # a lone word that is fainter passes for scrawl
_AROUND = 6  # pixels


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a number stands before the first word of a row: ink, or what was read there."""

    left: float
    right: float
    word: OcrWord
    number: OcrWord | None = None

    @property
    def is_read(self) -> bool:
        return self.number is not None and _is_number(self.number.text)

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def read_number_column(
    image: Image, ink: Image, words: Sequence[OcrWord], engine: Engine, dpi: int
) -> tuple[OcrWord, ...]:
    """The words, with the numbers of a column before them that none of them covers.

    :param image: grey, what was recognised
    :param ink: 255 where it is dark, rulings and tables taken out
    :param words: what was recognised on it
    """
    before: dict[int, OcrWord] = {}
    surer: dict[int, OcrWord] = {}
    for column in _columns(list(_spots(ink, words, dpi)), dpi):
        read = _read(image, column, engine, dpi)
        if not _is_numbering(read):
            continue
        for spot, known in zip(_counted(read), column, strict=True):
            if spot.number is not None and known.number is None:
                before[id(spot.word)] = spot.number
            elif spot.number is not None:
                surer[id(known.number)] = spot.number
    return tuple(
        each
        for word in words
        for each in (before.get(id(word)), surer.get(id(word), word))
        if each is not None
    )


def _spots(ink: Image, words: Sequence[OcrWord], dpi: int) -> Iterator[_Spot]:
    """Where a number stands before a row, or ink as narrow as one that no word covers."""
    for _, group in groupby(words, key=attrgetter("line")):
        first, *rest = sorted(group, key=attrgetter("x0"))
        is_narrow = first.x1 - first.x0 <= _WIDEST * dpi and _is_like_number(first.text)
        if rest and is_narrow and rest[0].x0 - first.x1 >= _APART * dpi:
            yield _Spot(first.x0, first.x1, rest[0], first)
            continue
        ends = (
            word.x1
            for word in words
            if word.x1 <= first.x0 and first.top < (word.top + word.bottom) / 2 < first.bottom
        )
        place = _inked(ink, first, round(max(ends, default=0)) + _AROUND, dpi)
        if place is not None:
            yield _Spot(*place, first)


def _inked(ink: Image, first: OcrWord, start: int, dpi: int) -> tuple[int, int] | None:
    """From where to where the ink reaches that stands next before a word, if like a number."""
    rows = slice(max(0, round(first.top)), max(1, round(first.bottom)))
    end = round(first.x0 - _APART * dpi)
    if end - start < _AROUND:
        return None
    closed = cv2.morphologyEx(
        ink[rows, start:end].max(axis=0, keepdims=True),
        cv2.MORPH_CLOSE,
        np.ones((1, round(_CLOSED * dpi)), np.uint8),
    )[0]
    edges = np.flatnonzero(np.diff(np.concatenate(([0], closed > 0, [0])).astype(np.int8)))
    if not len(edges):
        return None
    left, right = (start + int(edge) for edge in edges[-2:])
    high = np.count_nonzero(ink[rows, left:right].any(axis=1))
    is_like = right - left <= _WIDEST * dpi and high >= _LOW * first.height
    return (left, right) if is_like else None


def _columns(spots: Sequence[_Spot], dpi: int) -> Iterator[list[_Spot]]:
    """Spots that stand below each other, before words that do so too."""
    left = sorted(spots, key=attrgetter("middle"))
    while left:
        first = left[0].middle
        column = [spot for spot in left if spot.middle - first <= 2 * _ALIGNED * dpi]
        left = left[len(column) :]
        edge = median(spot.word.x0 for spot in column)
        if sum(abs(spot.word.x0 - edge) <= _ALIGNED * dpi for spot in column) >= _LEAST:
            yield sorted(column, key=lambda spot: spot.word.top)


def _read(image: Image, column: Sequence[_Spot], engine: Engine, dpi: int) -> list[_Spot]:
    """The column with what is read at each spot; `III` reads larger, most others as they are."""
    read = list(column)
    unread = [spot for spot in column if not spot.is_read]
    if not unread:
        return read
    strip, left, top = _strip(image, unread, dpi)
    for enlarged in (1.0, 2.0):
        if all(spot.is_read for spot in read):
            break
        found = [word.moved(left, top) for word in look(strip, engine, dpi, enlarged, "block")]
        for at, spot in enumerate(read):
            own = [
                word
                for word in found
                if spot.word.top < (word.top + word.bottom) / 2 < spot.word.bottom
            ]
            if (
                not spot.is_read
                and len(own) == 1
                and own[0].confidence >= _SURE
                and _is_number(own[0].text)
            ):
                read[at] = replace(spot, number=_beside(spot, own[0].text, own[0].confidence))
    return read


def _strip(image: Image, spots: Sequence[_Spot], dpi: int) -> tuple[Image, float, float]:
    """The spots below each other on white, as they stand, and where its corner stands."""
    border = round(_APART * dpi)
    left = max(0, round(min(spot.left for spot in spots)) - _AROUND)
    top = max(0, round(min(spot.word.top for spot in spots)) - _AROUND)
    right = round(max(spot.right for spot in spots)) + _AROUND
    bottom = round(max(spot.word.bottom for spot in spots)) + _AROUND
    strip = np.full((bottom - top, right - left), 255, np.uint8)
    for spot in spots:
        rows = slice(max(0, round(spot.word.top) - _AROUND), round(spot.word.bottom) + _AROUND)
        x = max(0, round(spot.left) - _AROUND)
        part = image[rows, x : round(spot.right) + _AROUND]
        y = rows.start - top
        strip[y : y + part.shape[0], x - left : x - left + part.shape[1]] = part
    return np.pad(strip, border, constant_values=255), left - border, top - border


def _beside(spot: _Spot, text: str, confidence: float) -> OcrWord:
    """A number on its spot, in the line of the word behind it."""
    return replace(spot.word, text=text, x0=spot.left, x1=spot.right, confidence=confidence)


def _counted(column: Sequence[_Spot]) -> list[_Spot]:
    """The column with numbers as likely as those around make them, where these leave but one."""
    found = list(column)
    for at, spot in enumerate(column):
        above = _value(found[at - 1]) if at else None
        below = _value(column[at + 1]) if at + 1 < len(column) else None
        own = _value(spot)
        if above is not None and below == above + 2 and own != above + 1:
            text = f"{above + 1}{_sign_behind(found[at - 1], column[at + 1])}"
            found[at] = replace(spot, number=_beside(spot, text, _LIKELY))
        elif own is None and above is not None and below in (1, above + 1):
            groups = sum(_is_group(each) for each in found[:at])
            if spot.is_read:
                found[at] = _likely(spot)
            elif 0 < groups < len(ROMAN):
                found[at] = replace(spot, number=_beside(spot, ROMAN[groups], _LIKELY))
        elif own is not None and (own - 1 == above or own + 1 == below):
            found[at] = _likely(spot)
    return found


def _likely(spot: _Spot) -> _Spot:
    number = spot.number
    if number is None or number.confidence >= _LIKELY:
        return spot
    return replace(spot, number=replace(number, confidence=_LIKELY))


def _is_group(spot: _Spot) -> bool:
    text = spot.number.text.strip(".,)") if spot.number else ""
    return is_group_number(text) and not text.isdecimal() and text.lower() not in HEADINGS


def _sign_behind(above: _Spot, below: _Spot) -> str:
    """The sign that stands behind both numbers: `.`."""
    signs = {
        spot.number.text.lstrip("0123456789") for spot in (above, below) if spot.number is not None
    }
    return signs.pop() if len(signs) == 1 else ""


def _value(spot: _Spot) -> int | None:
    text = spot.number.text.strip(".,)") if spot.number else ""
    return int(text) if text.isdecimal() else None


def _is_number(text: str) -> bool:
    bare = text.strip(".,)")
    return bare.isdecimal() or bare.lower() in HEADINGS or is_group_number(bare)


def _is_like_number(text: str) -> bool:
    """Whether a word is a number, or one with a speck beside it: `4+`."""
    return _is_number(text) or (text[0].isdigit() and not any(map(str.isalpha, text)))


def _is_numbering(column: Sequence[_Spot]) -> bool:
    """Whether what is read counts on from row to row, and is most of what is there."""
    numbers = [value for spot in column if (value := _value(spot)) is not None]
    counted = sum(after in (before + 1, 1) for before, after in pairwise(numbers))
    return (
        len(numbers) >= _LEAST
        and sum(spot.is_read for spot in column) >= _MOSTLY * len(column)
        and counted >= _MOSTLY * (len(numbers) - 1)
    )

"""Reads again, alone, the lines that Tesseract's page analysis passed over or mixed with others.

Short ones as `Kính gửi:` are passed over; items of `Nơi nhận` are mixed with the signer's title
that stands half a line higher.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from statistics import median
from typing import Any
from unicodedata import normalize

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.read.ocr.engine import Engine
from pipeline.read.ocr.forms import find_forms
from pipeline.read.ocr.hocr import OcrWord
from pipeline.read.ocr.words import doubtful_stretches, mean_confidence, with_whole_numbers
from pipeline.read.text_layer import is_syllable

Image = NDArray[Any]

_GAP = 0.12  # inch: blanks inside a line are closed
_LOW, _HIGH = 0.5, 1.6  # height of a line, as a share of the usual word's
_LONGER = 2.0  # a line is that much longer than high
_THIN, _FULL = 0.06, 0.6  # share of its box that print inks
_MOST = 12  # a page of pictures and seals is not searched for ever
_ROWS = 4  # looked at together: more than closing reaches
_AROUND = 6  # pixels around a word and around a line
_SURE = 0.85


def read_missed(
    image: Image, ink: Image, words: Sequence[OcrWord], engine: Engine, dpi: int
) -> tuple[OcrWord, ...]:
    """The words, with those of printed lines that none of them covers, or that read as nothing.

    Only what reads surely as syllables is taken: signatures, seals and handwriting are ink too.

    :param image: grey, what was recognised
    :param ink: 255 where it is dark, rulings and tables taken out
    :param words: what was recognised on it
    """
    forms = {index for form in find_forms(words) for index in range(form.first, form.last)}
    doubtful = doubtful_stretches(words, dpi, forms)
    sure = [word for index, word in enumerate(words) if index not in doubtful]
    found = _missed(image, ink, sure, engine, dpi)
    kept = [
        word
        for index, word in enumerate(words)
        if not any(
            _covers(other, word) and (index in doubtful or _is_part(word, other)) for other in found
        )
    ]
    return (*kept, *found)


def _covers(found: OcrWord, word: OcrWord) -> bool:
    """Whether a word stands where another one was found, not only with its tails in that line."""
    across = min(found.x1, word.x1) - max(found.x0, word.x0)
    middle = (word.top + word.bottom) / 2
    return across > 0 and found.top < middle < found.bottom


def _missed(
    image: Image, ink: Image, words: Sequence[OcrWord], engine: Engine, dpi: int
) -> list[OcrWord]:
    found: list[OcrWord] = []
    line = max((word.line for word in words), default=0)
    for left, top, right, bottom in _unread(ink, words, dpi)[:_MOST]:
        part = np.ascontiguousarray(image[top:bottom, left:right])
        read = with_whole_numbers(engine.recognise(part, dpi, "piece"))
        if not read or mean_confidence(read) < _SURE:
            continue
        letters = sum(len(word.text) for word in read if not _is_code(word.text))
        syllables = sum(len(word.text) for word in read if is_syllable(word.text))
        if letters < 2 or 2 * syllables <= letters:
            continue
        if _is_rest(read, words, (left, top, right, bottom)):
            continue
        line += 1
        found.extend(
            replace(
                word,
                x0=word.x0 + left,
                x1=word.x1 + left,
                top=word.top + top,
                bottom=word.bottom + top,
                baseline=word.baseline + top,
                line=line,
            )
            for word in read
        )
    return found


def _is_rest(
    read: Sequence[OcrWord], words: Sequence[OcrWord], place: tuple[int, int, int, int]
) -> bool:
    """Whether what is read are letters of the words beside it, whose boxes are too narrow."""
    left, top, right, bottom = place
    row = [word for word in words if top < (word.top + word.bottom) / 2 < bottom]
    near = bottom - top
    if not any(word.x0 - near < right and left < word.x1 + near for word in row):
        return False
    row.sort(key=lambda word: word.x0)
    return _letters(read) in _letters(row)


def _is_part(word: OcrWord, other: OcrWord) -> bool:
    letters = _letters([word])
    return bool(letters) and letters in _letters([other])


def _letters(words: Sequence[OcrWord]) -> str:
    """The letters of words in small, without marks: a part of a word is read without its hat."""
    whole = normalize("NFD", "".join(word.text for word in words)).replace("Đ", "D")
    return "".join(letter for letter in whole.replace("đ", "d") if letter.isalnum()).casefold()


def _unread(ink: Image, words: Sequence[OcrWord], dpi: int) -> list[tuple[int, int, int, int]]:
    """Places (left, top, right, bottom) of ink in the shape of a line, away from all words."""
    if not words:
        return []
    rest = ink.copy()
    for word in words:
        rows = slice(max(0, round(word.top) - _AROUND), round(word.bottom) + _AROUND)
        rest[rows, max(0, round(word.x0) - _AROUND) : round(word.x1) + _AROUND] = 0
    near = _rows_around(rest)
    if not len(near):
        return []
    rest = rest[near]
    closed = cv2.morphologyEx(rest, cv2.MORPH_CLOSE, np.ones((3, round(_GAP * dpi)), np.uint8))
    # lines are thicker than two pixels: every other row and column holds them all
    _, _, stats, _ = cv2.connectedComponentsWithStats(
        np.ascontiguousarray(closed[::2, ::2]), connectivity=8
    )
    usual = median(word.bottom - word.top for word in words)
    places = []
    for left, top, width, height, _ in (2 * stats[_line_shaped(stats, usual / 2)]).tolist():
        inked = cv2.countNonZero(rest[top : top + height, left : left + width])
        if _THIN <= inked / (width * height) <= _FULL:
            places.append(
                (
                    max(0, left - 2 * _AROUND),
                    max(0, int(near[top]) - _AROUND),
                    left + width + 2 * _AROUND,
                    int(near[top]) + height + _AROUND,
                )
            )
    return places


def _rows_around(ink: Image) -> NDArray[np.intp]:
    """The rows of a page near any ink, four at a time: on most pages few are left."""
    held = np.zeros(-(-len(ink) // _ROWS) * _ROWS, bool)
    held[: len(ink)] = ink.max(axis=1) > 0
    blocks = held.reshape(-1, _ROWS).max(axis=1)
    near = blocks.copy()
    near[1:] |= blocks[:-1]
    near[:-1] |= blocks[1:]
    return np.flatnonzero(np.repeat(near, _ROWS)[: len(ink)])


def _is_code(text: str) -> bool:
    """Whether a word is neither syllable nor anything else: `-`, `VT,`."""
    return text == "-" or (text.isupper() and len(text.strip(".,;")) > 1 and not is_syllable(text))


def _line_shaped(stats: Image, usual: float) -> NDArray[np.intp]:
    """Which parts of a picture have the height and length of a line; the first is its ground."""
    width, height = stats[1:, cv2.CC_STAT_WIDTH], stats[1:, cv2.CC_STAT_HEIGHT]
    fits = (_LOW * usual <= height) & (height <= _HIGH * usual) & (width >= _LONGER * height)
    return np.flatnonzero(fits) + 1

"""Reads again, alone, the lines that Tesseract's page analysis passed over or mixed with others.

Short ones as `Kính gửi:` are passed over; items of `Nơi nhận` are mixed with the signer's title
that stands half a line higher.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Any
from unicodedata import normalize

import cv2
import numpy as np
import regex
from numpy.typing import NDArray

from pipeline.read.ocr.engine import Engine
from pipeline.read.ocr.forms import find_forms
from pipeline.read.ocr.hocr import OcrWord
from pipeline.read.ocr.sealed import look
from pipeline.read.ocr.words import (
    doubtful_stretches,
    mean_confidence,
    readable,
    with_whole_numbers,
)
from pipeline.read.text_layer import is_syllable

Image = NDArray[Any]
Box = tuple[int, int, int, int]

_GAP = 0.12  # inch: blanks inside a line are closed
_LOW, _HIGH = 0.5, 1.6  # height of a line, as a share of the usual word's
_LONGER = 2.0  # a line is that much longer than high
_THIN, _FULL = 0.06, 0.6  # share of its box that print inks
_MOST = 20  # a page of pictures and seals is not searched for ever
_ROWS = 4  # looked at together: more than closing reaches
_STROKE = 0.25  # inch: higher than a letter with its marks
_CROSSED = 0.01  # inch: ink of strokes beside a line, by its height
_BEFORE = 0.6  # inch: a word before the line, under a seal
_AROUND = 6  # pixels around a word and around a line
_SURE = 0.85
_NUMBER = regex.compile(r"S[\p{L}06]?[:.;].{1,9}/ ?\p{Lu}\p{L}{0,4}[-–]\p{Lu}[\p{L}&.,-]{0,24}+")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where ink has the shape of a line: left, top, right, bottom.

    ``is_crossed``: strokes of a seal or pen reach into it, or stand right before it.
    """

    box: Box
    is_crossed: bool


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
    for place in _unread(ink, words, dpi)[:_MOST]:
        read = _read_line(image, place, words, engine, dpi)
        if not read or _is_rest(read, words, place.box):
            continue
        left, top = place.box[:2]
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


def _read_line(
    image: Image, place: _Place, words: Sequence[OcrWord], engine: Engine, dpi: int
) -> list[OcrWord]:
    """The words of a place, none if they are not surely syllables.

    Beside a stroke of a pen or a seal the words may begin under it: of several looks with what
    stands before them, the one stands that reads most.
    """
    left, top, right, bottom = place.box
    part = np.ascontiguousarray(image[top:bottom, left:right])
    looks = [list(with_whole_numbers(engine.recognise(part, dpi, "piece")))]
    if place.is_crossed:
        first = _free_from(left, words, place.box, dpi)
        part = np.ascontiguousarray(image[top:bottom, first:right])
        bold = cv2.morphologyEx(part, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
        for seen, enlarged in ((part, 1.0), (part, 2.0), (bold, 1.0), (bold, 2.0)):
            read = look(seen, engine, dpi, enlarged)
            looks.append([word.moved(first - left, 0) for word in read])
    if any(map(_is_text, looks)):
        return max(filter(_is_text, looks), key=readable)
    return looks[0] if _is_number(looks[0]) else []


def _is_text(read: Sequence[OcrWord]) -> bool:
    """Whether words are surely read, and syllables for the most part."""
    letters = sum(len(word.text) for word in read if not _is_code(word.text))
    syllables = sum(len(word.text) for word in read if is_syllable(word.text))
    return letters >= 2 and 2 * syllables > letters and mean_confidence(read) >= _SURE


def _is_number(read: Sequence[OcrWord]) -> bool:
    """Whether words are the number of the head, which has no syllables and is seldom sure."""
    return _NUMBER.fullmatch(" ".join(word.text for word in read)) is not None


def _free_from(left: int, words: Sequence[OcrWord], box: Box, dpi: int) -> int:
    """Where a line may begin that is read from ``left`` on: a word before it, or behind others."""
    _, top, _, bottom = box
    ends = [
        round(word.x1) + _AROUND
        for word in words
        if word.x1 <= left and top < (word.top + word.bottom) / 2 < bottom
    ]
    return max(0, left - round(_BEFORE * dpi), *ends)


def _is_rest(read: Sequence[OcrWord], words: Sequence[OcrWord], place: Box) -> bool:
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


def _unread(ink: Image, words: Sequence[OcrWord], dpi: int) -> list[_Place]:
    """Places of ink in the shape of a line, away from all words."""
    if not words:
        return []
    rest = ink.copy()
    for word in words:
        rows = slice(max(0, round(word.top) - _AROUND), round(word.bottom) + _AROUND)
        rest[rows, max(0, round(word.x0) - _AROUND) : round(word.x1) + _AROUND] = 0
    near = _rows_around(rest)
    if not len(near):
        return []
    inked = rest[near]
    rest = _without_strokes(inked, dpi)
    closed = cv2.morphologyEx(rest, cv2.MORPH_CLOSE, np.ones((3, round(_GAP * dpi)), np.uint8))
    # lines are thicker than two pixels: every other row and column holds them all
    _, _, stats, _ = cv2.connectedComponentsWithStats(
        np.ascontiguousarray(closed[::2, ::2]), connectivity=8
    )
    usual = median(word.bottom - word.top for word in words)
    places = []
    for left, top, width, height, _ in (2 * stats[_line_shaped(stats, usual / 2)]).tolist():
        line = slice(top, top + height)
        share = cv2.countNonZero(rest[line, left : left + width]) / (width * height)
        if not _THIN <= share <= _FULL:
            continue
        crossed = slice(max(0, left - round(_BEFORE * dpi)), left + width)
        strokes = cv2.countNonZero(inked[line, crossed]) - cv2.countNonZero(rest[line, crossed])
        box = (
            max(0, left - 2 * _AROUND), max(0, int(near[top]) - _AROUND),
            left + width + 2 * _AROUND, int(near[top]) + height + _AROUND,
        )  # fmt: skip
        places.append(_Place(box, strokes > _CROSSED * height * dpi))
    return places


def _without_strokes(ink: Image, dpi: int) -> Image:
    """The ink without what stands higher than any letter: seals, signatures, rulings."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    keep = np.where(stats[:, cv2.CC_STAT_HEIGHT] > _STROKE * dpi, 0, 255).astype(np.uint8)
    keep[0] = 0
    letters: Image = keep[labels]
    return letters


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

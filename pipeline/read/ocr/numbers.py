"""Reads doubtful document numbers again, magnified: one lost figure makes another document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import cv2
import numpy as np
import regex
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein

from pipeline.read.ocr.engine import Engine
from pipeline.read.ocr.hocr import OcrWord

Image = NDArray[Any]

_NUMBER = regex.compile(r"(?>\S*?\d)(?>\S*?/)\S*\p{Lu}{2}")
_WELL_FORMED = regex.compile(
    r"(?P<number>\d{1,5}) ?(?:/(?:19|20)\d\d)?/ ?\p{Lu}\p{L}*\d{0,2}"
    r"(?: ?[-–—/.&] ?\p{Lu}[\p{L}\d]*)*[ .,;:)–—-]*"
)
# The label stands right before the number, `Số:152/QĐ-UBND`: its letters are misread most of it.
_LABEL = regex.compile(r"\W?S\S{1,2}[:.;,]*(?=\d)")
_FIGURES = regex.compile(r"\D*(\d+)")
_GOES_ON = regex.compile(r"[-–—/~]|\p{Lu}{1,5}[.,;:)]?$")
_DASHES = str.maketrans("–—~", "---")
_DOUBTFUL = 0.8
_AT_ODDS = 0.45  # confidence at most where readings give different figures
_SHORT = 3  # letters of a piece that broke off in front of a number (`Š 7/QĐ`)
_CLOSE = 1.5  # line heights between such a piece and the number
_LEAD = 2  # words in front that are read with it: the recogniser rests on its context
_SIDE = 0.3  # share of the line's height left and right
_FRAME = 20
_WHITE = 255


@dataclass(frozen=True, slots=True)
class _Way:
    """A way of looking: enlargement, share of the line's height above and below, words around."""

    enlarged: float
    margin: float
    in_context: bool


_WAYS = (_Way(2.0, 0.35, True), _Way(1.5, 0.1, True), _Way(2.5, 0.35, True), _Way(2.0, 0.1, False))
"""They err apart: what two of them read alike is almost always what is printed."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """One reading of a number's place."""

    words: tuple[OcrWord, ...]

    @property
    def confidence(self) -> float:
        return min((word.confidence for word in self.words), default=0.0)

    @property
    def text(self) -> str:
        """The number without its label, blanks and what stands behind it, its dashes all alike."""
        whole = "".join(word.text for word in self.words).translate(_DASHES)
        return _LABEL.sub("", whole, count=1).rstrip(" .,;:)-")

    @property
    def figures(self) -> str:
        """The figures in front of the first slash."""
        found = _FIGURES.match(self.text)
        return found[1] if found is not None else ""

    @property
    def is_well_formed(self) -> bool:
        whole = " ".join(word.text for word in self.words)
        label = _LABEL.match(whole)
        return _WELL_FORMED.fullmatch(whole, label.end() if label else 0) is not None


def read_numbers_again(
    image: Image, words: Sequence[OcrWord], engine: Engine, dpi: int, behind: int = -1
) -> tuple[OcrWord, ...]:
    """The words, document numbers among them that were read with little confidence read anew.

    Each is looked at in up to four other ways, until two readings of the form of a number agree.
    Where none do, the one stands whose figures most readings have and whose letters differ least
    from all of them; if each has other figures, with little confidence.  Handwriting, which never
    has the form, stays as it was read.

    :param image: grey, what was recognised
    :param words: what was recognised on it, in the order of its lines
    :param behind: the last line of those that were looked at before
    """
    result = list(words)
    for first, last in reversed(list(_stretches(words))):
        if words[first].line <= behind:
            continue
        readings = [_Reading(tuple(words[first:last]))]
        for way in _WAYS:
            readings.append(_read(image, words, (first, last), engine, dpi, way))
            if _alike(readings):
                break
        result[first:last] = _choose(readings).words
    return tuple(result)


def _stretches(words: Sequence[OcrWord]) -> Iterator[tuple[int, int]]:
    """Doubtful numbers as ranges of words: the number, what broke off before it, its codes."""
    end = 0
    for index, word in enumerate(words):
        if index < end or not _NUMBER.match(word.text) or word.confidence >= _DOUBTFUL:
            continue
        first, last = index, index + 1
        if index > end and _broke_off(words[index - 1], word):
            first -= 1
        while last < len(words) and words[last].line == word.line:
            if not _GOES_ON.match(words[last].text):
                break
            last += 1
        end = last
        yield first, last


def _broke_off(piece: OcrWord, number: OcrWord) -> bool:
    is_near = number.x0 - piece.x1 < _CLOSE * (number.bottom - number.top)
    is_piece = len(piece.text) <= _SHORT and (
        piece.text.isdigit() or not any(letter.islower() for letter in piece.text)
    )
    return piece.line == number.line and is_near and is_piece


def _read(
    image: Image,
    words: Sequence[OcrWord],
    place: tuple[int, int],
    engine: Engine,
    dpi: int,
    way: _Way,
) -> _Reading:
    """The words that a magnified look finds at the place of ``words[first:last]``."""
    first, last = place
    own = words[first:last]
    line = own[0].line
    begin, end = first, last
    if way.in_context:
        while begin > 0 and first - begin < _LEAD and words[begin - 1].line == line:
            begin -= 1
        end = last + 1 if last < len(words) and words[last].line == line else last
    seen = words[begin:end]
    top, bottom = min(word.top for word in own), max(word.bottom for word in own)
    air = way.margin * (bottom - top)
    side = _SIDE * (bottom - top)
    y0, x0 = max(0, round(top - air)), max(0, round(min(word.x0 for word in seen) - side))
    part = image[y0 : round(bottom + air), x0 : round(max(word.x1 for word in seen) + side)]
    part = cv2.resize(part, None, fx=way.enlarged, fy=way.enlarged, interpolation=cv2.INTER_CUBIC)
    part = cv2.copyMakeBorder(
        part, _FRAME, _FRAME, _FRAME, _FRAME, cv2.BORDER_CONSTANT, value=(_WHITE,)
    )
    found = engine.recognise(np.ascontiguousarray(part), round(dpi * way.enlarged), "block")
    placed = [_placed(word, way.enlarged, x0, y0, own[0]) for word in found]
    left, right = min(word.x0 for word in own), max(word.x1 for word in own)
    return _Reading(
        tuple(
            word
            for word in placed
            if left <= (word.x0 + word.x1) / 2 <= right
            and top <= (word.top + word.bottom) / 2 <= bottom
        )
    )


def _placed(word: OcrWord, enlarged: float, x0: int, y0: int, like: OcrWord) -> OcrWord:
    """The word of a magnified part on the page, on the line of the word that it stands for."""

    def across(x: float) -> float:
        return (x - _FRAME) / enlarged + x0

    def down(y: float) -> float:
        return (y - _FRAME) / enlarged + y0

    return replace(
        word,
        x0=across(word.x0),
        x1=across(word.x1),
        top=down(word.top),
        bottom=down(word.bottom),
        baseline=like.baseline,
        height=like.height,
        line=like.line,
    )


def _alike(readings: Sequence[_Reading]) -> list[_Reading]:
    """Readings of the form of a number that another one agrees with, letter by letter."""
    texts = Counter(reading.text for reading in readings)
    return [reading for reading in readings if reading.is_well_formed and texts[reading.text] > 1]


def _choose(readings: Sequence[_Reading]) -> _Reading:
    """The reading that stands, see :func:`read_numbers_again`."""
    alike = _alike(readings)
    if alike:
        return max(alike, key=lambda reading: reading.confidence)
    formed = [reading for reading in readings if reading.is_well_formed]
    if not formed:
        return readings[0]
    figures = Counter(reading.figures for reading in readings)

    def support(reading: _Reading) -> tuple[int, int, float]:
        away = sum(Levenshtein.distance(reading.text, other.text) for other in readings)
        return figures[reading.figures], -away, reading.confidence

    best = max(formed, key=support)
    if figures[best.figures] > 1:
        return best
    return _Reading(
        tuple(replace(word, confidence=min(word.confidence, _AT_ODDS)) for word in best.words)
    )

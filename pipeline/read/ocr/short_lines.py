"""Reads again, alone, short lines of capitalised words: names, bodies, titles.

Among other lines Tesseract cuts the marks above bold letters off (`Trân Phước Hiên`, `TINH PHU
THỌ`); alone, with white around it, the same line has them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any
from unicodedata import combining, normalize

import cv2
from numpy.typing import NDArray

from pipeline.read.ocr.engine import Engine
from pipeline.read.ocr.hocr import OcrWord
from pipeline.read.ocr.sealed import look, stretches

Image = NDArray[Any]

_FEWEST, _MOST = 2, 7  # words
_SIDE, _AIR = 12, 8  # pixels beside a line, above and below
_FRAME, _WHITE = 12, 255
_ENLARGED = (1.0, 2.0)
_SURE = 0.95  # a word that is read as surely is given up for one that is no less sure


def read_short_again(
    image: Image, words: Sequence[OcrWord], engine: Engine, dpi: int
) -> tuple[OcrWord, ...]:
    """The words, those of short lines with marks that two looks find on the same letters.

    :param image: grey, what was recognised
    """
    result = list(words)
    for first, last in stretches(words):
        own = words[first:last]
        if not _FEWEST <= len(own) <= _MOST or not all(w.text[0].isupper() for w in own):
            continue
        left, top = round(min(w.x0 for w in own)), round(min(w.top for w in own))
        right, bottom = round(max(w.x1 for w in own)), round(max(w.bottom for w in own))
        part = cv2.copyMakeBorder(
            image[max(0, top - _AIR) : bottom + _AIR, max(0, left - _SIDE) : right + _SIDE],
            _FRAME, _FRAME, _FRAME, _FRAME, cv2.BORDER_CONSTANT, value=(_WHITE,),
        )  # fmt: skip
        result[first:last] = _with_marks(own, _looks(part, engine, dpi))
    return tuple(result)


def _looks(part: Image, engine: Engine, dpi: int) -> Iterator[list[OcrWord]]:
    for enlarged in _ENLARGED:
        yield look(part, engine, dpi, enlarged)


def _with_marks(own: Sequence[OcrWord], looks: Iterator[list[OcrWord]]) -> Sequence[OcrWord]:
    """The words as all looks read them, if that is the same letters with more marks."""
    seen: list[list[OcrWord]] = []
    for read in looks:
        if len(read) != len(own) or not all(map(_is_fuller, own, read)):
            return own
        if seen and [word.text for word in read] != [word.text for word in seen[0]]:
            return own
        seen.append(read)
        if all(a.text == b.text for a, b in zip(own, read, strict=True)):
            return own
    return [
        replace(word, text=a.text, confidence=min(a.confidence, b.confidence))
        for word, a, b in zip(own, *seen, strict=True)
    ]


def _is_fuller(word: OcrWord, again: OcrWord) -> bool:
    """Whether a word is read as before, or on the same letters with more marks.

    Its last letter may have been lost, too: `Dũn` under a seal.
    """
    if word.text == again.text:
        return True
    if word.confidence >= _SURE > again.confidence:
        return False
    (letters, marks), (others, more) = _apart(word.text), _apart(again.text)
    return (letters == others and more > marks) or (
        again.text[:-1] == word.text and again.text[-1].islower()
    )


def _apart(text: str) -> tuple[str, int]:
    """The letters without their marks (a đ keeps its stroke), and how many marks there are."""
    whole = normalize("NFD", text)
    letters = "".join(sign for sign in whole if not combining(sign))
    return letters, len(whole) - len(letters)

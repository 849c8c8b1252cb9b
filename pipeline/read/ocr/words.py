"""Recognised words as page words in points, without what a stamp or signature was read as."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from statistics import median
from unicodedata import category

import regex

from pipeline.model import RawLine
from pipeline.read.ocr.hocr import OcrWord
from pipeline.read.page.rows import cluster_rows, fragments
from pipeline.read.page.word import PlacedWord
from pipeline.read.text_layer import is_syllable

_LINE_TO_SIZE = 1.07  # font size by Tesseract's line height (top of ascenders to descenders)
_NEAR = 0.75
_SURE = 0.7
_LIKELY = 0.6
_FAINT = 0.55
_NOTHING = 0.2  # a word of which no letter need be right
_LONG = 4  # letters: a scrawl is seldom read as so many with confidence
_STRETCH = 1.2  # font sizes between two words that belong to different stretches of a line
_DIRT = 0.5
_BULLETS = frozenset("-–+")
_LONE_SIGNS = frozenset("-–+*•&/%=<>.…:;,()") | {'"', "“", "”", "...", "./.", "./"}
_SYMBOL_LINE = regex.compile(r"[Ss][ốôóồổỗỐöõớøØ06].{0,20}\p{Lu}{1,4}[-–]\p{Lu}{2,}[.,]?")
# No pen stroke reads as a whole day or an amount; a raised mark behind it makes its line faint.
_PRINTED_FIGURES = regex.compile(
    r"\(?(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,3}(?:\.\d{3}){1,4})(?!\d)"
)
_POINTS = 72.0
# A narrow 1 leaves so much room in a number that recognition takes it for a blank: `1 1.200.000`.
# Line heights between two figures, one of them a 1 or both: a blank beside a 1 takes more room.
_TORN_BESIDE, _TORN_BETWEEN = 0.3, 0.43
_FIGURES = regex.compile(r"[(“\"]?[\dIl]{1,9}(?:[./,:-]\d{1,9}){0,6}")
_MORE_FIGURES = regex.compile(r"\d{1,9}(?:[./,:-]\d{1,9}){0,6}(?:\W*|/\p{Lu}.*)")


def mean_confidence(words: Sequence[OcrWord]) -> float:
    """Confidence of the words in 0..1, long words counting more; 0.0 without words."""
    letters = sum(len(word.text) for word in words)
    if not letters:
        return 0.0
    return sum(word.confidence * len(word.text) for word in words) / letters


def readable(words: Sequence[OcrWord]) -> float:
    """How much of the words can be Vietnamese text: letters in sure words of syllable shape."""
    return sum(
        len(word.text) for word in words if word.confidence >= _SURE and is_syllable(word.text)
    )


def with_whole_numbers(words: Sequence[OcrWord]) -> tuple[OcrWord, ...]:
    """The words, numbers put together that were torn beside a 1: its sides are white.

    ``1 1.200.000`` is 11.200.000 where the figures stand closer than a blank sets them; a number
    put together is no surer than its fainter part.
    """
    whole: list[OcrWord] = []
    for word in words:
        before = whole[-1] if whole else None
        if before is not None and _is_torn(before, word):
            whole[-1] = replace(
                before,
                text=before.text + word.text,
                x1=word.x1,
                top=min(before.top, word.top),
                bottom=max(before.bottom, word.bottom),
                confidence=min(before.confidence, word.confidence),
            )
        else:
            whole.append(word)
    return tuple(whole)


def _is_torn(left: OcrWord, right: OcrWord) -> bool:
    if not right.text[:1].isdigit() or left.line != right.line:
        return False
    ones = (right.text[0] == "1") + (left.text[-1] in "1Il")
    most = (0.0, _TORN_BESIDE, _TORN_BETWEEN)[ones] * min(left.height, right.height)
    return (
        0 <= right.x0 - left.x1 < most
        and _FIGURES.fullmatch(left.text) is not None
        and _MORE_FIGURES.fullmatch(right.text) is not None
    )


def page_words(words: Sequence[OcrWord], dpi: float) -> list[PlacedWord]:
    """The words in points, in the shape that the reading order works on.

    Tesseract's line height depends on the marks that a line happens to have: heights near the usual
    one are taken for it.
    """
    scale = _POINTS / dpi
    usual = median(word.height for word in words) if words else 0.0
    return [
        PlacedWord(
            text=word.text,
            x0=word.x0 * scale,
            top=word.top * scale,
            x1=word.x1 * scale,
            bottom=word.bottom * scale,
            baseline=word.baseline * scale,
            size=(usual if _NEAR < word.height / usual < 1 / _NEAR else word.height)
            * scale
            * _LINE_TO_SIZE,
            index=index,
            last=index,
            confidence=round(word.confidence, 2),
        )
        for index, word in enumerate(words)
    ]


def without_scrawl(words: Sequence[OcrWord], dpi: float) -> list[OcrWord]:
    """The words without those read out of signatures, seal rings and the rulings of the head.

    A stretch of a line goes when it is read faintly and no word of it is sure, or when it holds
    neither a letter nor a digit.  A faint word beside good ones stays as it was read, and so does
    a symbol behind a number in ink that no one can read.
    """
    words = without_dirt(words)
    gone = {
        index
        for part in _stretches(words, dpi)
        if _is_scrawl(own := [words[index] for index in part]) and not _has_symbol(own)
        for index in part
    }
    return [word for index, word in enumerate(words) if index not in gone]


def doubtful_stretches(words: Sequence[OcrWord], dpi: float, known: Container[int]) -> set[int]:
    """Which words stand in stretches that read as scrawl, or hold a word read as no one writes.

    Where two columns of a page do not stand level, as in the foot, recognition reads letters of
    both in one line and makes nothing of them; each is read well alone.

    :param known: words that are known better, as figures in ink; their stretches are in no doubt
    """
    return {
        index
        for part in _stretches(words, dpi)
        if _is_doubtful([words[index] for index in part])
        and not any(index in known for index in part)
        for index in part
    }


def _is_doubtful(part: Sequence[OcrWord]) -> bool:
    return _is_scrawl(part) or any(
        word.confidence < _NOTHING and _has_sign(word.text) for word in part
    )


def _stretches(words: Sequence[OcrWord], dpi: float) -> Iterator[list[int]]:
    for row in cluster_rows(page_words(words, dpi)):
        for part in fragments(row, _STRETCH):
            yield [word.index for word in part.words]


def _has_symbol(part: Sequence[OcrWord]) -> bool:
    """Whether the stretch is `Số:`, something, and a symbol that was read (`/QĐ-UBND`)."""
    line = " ".join(word.text for word in part)
    return part[-1].confidence >= _NOTHING and _SYMBOL_LINE.fullmatch(line) is not None


def _is_scrawl(part: Sequence[OcrWord]) -> bool:
    if any(_PRINTED_FIGURES.match(word.text) for word in part):
        return False
    return not any(_has_sign(word.text) for word in part) or (
        mean_confidence(part) < _FAINT and not any(_is_sure(word) for word in part)
    )


def without_dirt(words: Sequence[OcrWord]) -> tuple[OcrWord, ...]:
    """The words without signs that stand for nothing: rests of rulings, specks, pen strokes."""
    return tuple(word for word in words if not _is_dirt(word))


def _is_dirt(word: OcrWord) -> bool:
    if _has_sign(word.text):
        return len(word.text) == 1 and word.confidence < _DIRT and not word.text.isdigit()
    return word.text not in _BULLETS and (word.confidence < _SURE or word.text not in _LONE_SIGNS)


def _has_sign(text: str) -> bool:
    """Whether the text holds a letter or digit; a mark that stands alone (`ˆ`) is none."""
    return any(letter.isalnum() and category(letter) != "Lm" for letter in text)


def _is_sure(word: OcrWord) -> bool:
    letters = sum(letter.isalnum() for letter in word.text)
    if letters >= _LONG:
        return word.confidence >= _LIKELY
    is_word = word.text.isdigit() or (letters > 1 and is_syllable(word.text))
    return is_word and word.confidence >= _SURE


def with_known(
    words: Sequence[PlacedWord], known: Sequence[PlacedWord], stamps: Sequence[RawLine]
) -> list[PlacedWord]:
    """The words with the known ones instead of what was recognised at their places."""
    taken = [(word.x0, word.top, word.x1, word.bottom) for word in known]
    taken.extend(box.box for line in stamps for box in line.words)
    if not taken:
        return list(words)
    rest = [
        word
        for word in words
        if not any(
            x0 <= (word.x0 + word.x1) / 2 <= x1 and top <= word.middle <= bottom
            for x0, top, x1, bottom in taken
        )
    ]
    return [*rest, *known]

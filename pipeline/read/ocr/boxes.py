"""Puts right the boxes of words that Tesseract lets reach over their whole line.

Where print is faint or bold it now and then gives one word of a line the extent of all of them:
by its left edge it would stand before words that it follows, and `Lê Minh Hải` be another person.
Tesseract's order of the words is right then; only the box is not.  Where no box reaches over
another one, it is the boxes that are right: a speck before a line makes Tesseract read it from
right to left.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from operator import attrgetter

from pipeline.read.ocr.hocr import OcrWord

_LEFT = attrgetter("x0")
_BLANK = 0.12  # of the line's height: half of the blank that words stand apart


def with_own_boxes(words: Iterable[OcrWord]) -> tuple[OcrWord, ...]:
    """The words in their order, each line from left to right by their boxes, too."""
    placed: list[OcrWord] = []
    for _, group in groupby(words, key=lambda word: word.line):
        line = list(group)
        if any(right.x0 < left.x0 for left, right in pairwise(line)):
            reaching = _reaching(line)
            line = _cut_back(line, reaching) if reaching else sorted(line, key=_LEFT)
        placed.extend(line)
    return tuple(placed)


def _reaching(line: Sequence[OcrWord]) -> set[int]:
    """Which words of a line cover the middle of the word before or behind them."""
    found: set[int] = set()
    for index, (left, right) in enumerate(pairwise(line)):
        if left.x1 <= right.x0:
            continue
        if left.x0 <= _middle(right) <= left.x1:
            found.add(index)
        if right.x0 <= _middle(left) <= right.x1:
            found.add(index + 1)
    return found


def _middle(word: OcrWord) -> float:
    return (word.x0 + word.x1) / 2


def _cut_back(line: Sequence[OcrWord], reaching: set[int]) -> list[OcrWord]:
    """The line, each run of reaching words on the room between those beside it, by their length."""
    cut = list(line)
    for is_reaching, run in groupby(range(len(line)), key=lambda index: index in reaching):
        if not is_reaching:
            continue
        places = list(run)
        first, last = places[0], places[-1]
        blank = _BLANK * line[first].height
        own = [line[index] for index in places]
        left = line[first - 1].x1 + blank if first else min(word.x0 for word in own)
        right = line[last + 1].x0 - blank if last + 1 < len(line) else max(w.x1 for w in own)
        if right <= left:  # neighbours as close as that say nothing of a place
            continue
        letters = sum(len(word.text) for word in own) + len(own) - 1
        done = 0
        for index in places:
            step = (right - left) / letters
            x0 = left + done * step
            x1 = x0 + len(line[index].text) * step
            cut[index] = replace(line[index], x0=round(x0, 1), x1=round(x1, 1))
            done += len(line[index].text) + 1
    return cut

"""Words of table cells set upright, as headings of narrow columns are: read along their lines.

PDFium parts most letters of such words, and by their places each letter is a line of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.read.page.word import PlacedWord

_FEWEST = 3  # letters below one another before any is asked how it stands
_NEAR = 0.2  # of the thickness of a line: the blank between letters of a word
_PITCH = 1.6  # thicknesses from one line of a cell to the next
_FULL_TURN, _OFF = 360, 15  # degrees
_UPWARDS, _DOWNWARDS = 270, 90  # as PDFium tells them


def upright(words: Sequence[PlacedWord], turn_of: Callable[[int], float]) -> list[PlacedWord]:
    """The words of a table, those set upright put beside one another in the order they are read.

    :param turn_of: how far a character of the page is turned, in degrees
    """
    if not _may_stand(words):
        return list(words)
    turns = [_turn(word, turn_of) for word in words]
    found: list[PlacedWord] = []
    lines: list[list[PlacedWord]] = []
    last = None
    for word, turn in zip(words, turns, strict=True):
        if turn is None:
            found.append(word)
            continue
        if last == turn and _shares_line(lines[-1][-1], word):
            lines[-1].append(word)
        else:
            if last != turn or not _is_next_line(lines[-1], word):
                found += _level(lines)
                lines = []
            lines.append([word])
        last = turn
    return found + _level(lines)


def _may_stand(words: Sequence[PlacedWord]) -> bool:
    """Whether words of a few letters follow one another upwards or downwards."""
    run = 1
    for one, other in pairwise(words):
        is_few = len(other.text) < _FEWEST and _shares_line(one, other)
        run = run + 1 if is_few and not one.top < other.middle < one.bottom else 1
        if run == _FEWEST:
            return True
    return False


def _turn(word: PlacedWord, turn_of: Callable[[int], float]) -> int | None:
    turn = turn_of(word.index) % _FULL_TURN
    return next((way for way in (_UPWARDS, _DOWNWARDS) if abs(turn - way) <= _OFF), None)


def _shares_line(one: PlacedWord, other: PlacedWord) -> bool:
    """Whether words stand above one another."""
    return (
        one.x0 < (other.x0 + other.x1) / 2 < one.x1 or other.x0 < (one.x0 + one.x1) / 2 < other.x1
    )


def _is_next_line(line: Sequence[PlacedWord], word: PlacedWord) -> bool:
    own = max(each.x1 - each.x0 for each in (*line, word))
    off = min(abs(each.x0 - word.x0) for each in line)
    return off <= _PITCH * own


def _level(lines: Sequence[Sequence[PlacedWord]]) -> list[PlacedWord]:
    """The words of a cell in one row, each a small part of the room that its lines take."""
    words = [word for line in lines for word in _whole(line)]
    if not words:
        return []
    left, right = min(word.x0 for word in words), max(word.x1 for word in words)
    middle = (min(word.top for word in words) + max(word.bottom for word in words)) / 2
    step = (right - left) / len(words)
    return [
        replace(
            word, x0=left + step * n, x1=left + step * (n + 0.8), top=middle - step / 2,
            bottom=middle + step / 2, baseline=middle + step / 2, size=step,
            box=(word.x0, word.top, word.x1, word.bottom),
        )
        for n, word in enumerate(words)
    ]  # fmt: skip


def _whole(line: Sequence[PlacedWord]) -> list[PlacedWord]:
    """The words of a line, put together of their letters."""
    near = _NEAR * max(word.x1 - word.x0 for word in line)
    found = [line[0]]
    for word in line[1:]:
        last = found[-1]
        gap = max(last.top - word.bottom, word.top - last.bottom)
        if gap > near:
            found.append(word)
            continue
        found[-1] = replace(
            last, text=last.text + word.text, x0=min(last.x0, word.x0), top=min(last.top, word.top),
            x1=max(last.x1, word.x1), bottom=max(last.bottom, word.bottom), last=word.last,
        )  # fmt: skip
    return found

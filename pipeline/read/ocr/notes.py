"""Marks the footnotes of a recognised page: small print below the short ruling at its foot.

Recognition states the height of a line too roughly to tell 10 points from 13; the ruling that
office programs draw above the notes, from the left margin over a third of the page at most, tells
where to look, and the letters below it whether they are small.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from statistics import median

import regex

from pipeline.model import RawLine
from pipeline.read.scan.rule import Rule

# Lengths in inches.
_SHORTEST, _LONGEST = 1.1, 2.9
_NEAR = 0.35  # from the ruling to the first note
_BESIDE = 0.3  # from the left end of the ruling to that of the note
_UPPER = 0.35  # share of the page's height above which no note stands
_SMALL = 0.9  # of the height of the page's other words
_POINTS = 72.0
# A raised mark is misread as often as not; a list item's `1.` or `1)` is none.
_MARK = regex.compile(r"[(\[]?(?:\d{1,3}|\*{1,3})[)\]]?\s+\p{L}|\*{1,3}\p{L}|[!'’‘`I|l]\s+\p{Lu}")


def mark_notes(
    lines: Sequence[RawLine], level: Sequence[Rule], dpi: float, high: float
) -> list[RawLine]:
    """The lines, those below the ruling of footnotes in the role of footnotes.

    :param level: level rulings of the page, in pixels
    :param high: its height in points
    """
    for rule in level:
        below = _below(lines, rule, dpi, high)
        if below:
            return [
                replace(line, role="footnote") if index in below else line
                for index, line in enumerate(lines)
            ]
    return list(lines)


def _below(lines: Sequence[RawLine], rule: Rule, dpi: float, high: float) -> set[int]:
    """Places of the lines below a ruling if they are notes, else nothing."""
    if not _SHORTEST * dpi <= rule.end - rule.start <= _LONGEST * dpi:
        return set()
    scale = _POINTS / dpi
    left, at = rule.start * scale, rule.across(rule.start) * scale
    if at < _UPPER * high:
        return set()
    below = {
        index
        for index, line in enumerate(lines)
        if line.words and line.role not in ("header", "footer") and line.words[0].box[1] > at
    }
    if not below or any(lines[index].cell is not None for index in below):
        return set()
    first = min((lines[index] for index in below), key=lambda line: line.words[0].box[1])
    box = first.words[0].box
    if (
        box[1] - at > _NEAR * _POINTS
        or abs(box[0] - left) > _BESIDE * _POINTS
        or not _MARK.match(first.text)
    ):
        return set()
    own = _heights([lines[index] for index in below])
    others = _heights([line for index, line in enumerate(lines) if index not in below])
    is_small = bool(own and others) and median(own) <= _SMALL * median(others)
    return below if is_small else set()


def _heights(lines: Sequence[RawLine]) -> list[float]:
    return [word.box[3] - word.box[1] for line in lines for word in line.words]

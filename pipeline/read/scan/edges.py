"""The sides of cells whose ruling a scan broke or thinned, found between the lines that cross it.

Pieces of a ruling tell where it runs.  Between two lines that cross it, it goes on where the way is
inked and has white beside it; where cells are merged, or print stands, it is not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.read.scan.rule import Rule

Image = NDArray[Any]
_Floats = NDArray[np.float64]
_Ends = tuple[tuple[float, float], ...]

# Lengths in inches.
_NEAR = 0.04  # pieces of one ruling lie as close to its line
_OWN, _BESIDE = 0.012, 0.045  # half of what a ruling may ink, and how far its white goes
_GUARD = 0.022  # from its middle to that white
_SIDE = 0.1  # the shortest side of a cell
_REACH = 0.07  # what a piece falls short of the line that it meets
_SEEN = 0.3  # share of a side that has white beside it: print hides the rest
_INKED = 0.6  # share of that which has ink: a dotted ruling, a broken one
_LONG, _MUCH = 1.5, 0.25  # inch, and share of the way: so much of a ruling is seen of pale ones
_SEEN_AT_LEAST = 0.08  # inch: a letter is as high
_TRACE, _BARE = 0.25, 0.8  # the same where the ruling goes on at both ends
_PALE = 0.22  # of the way from paper to ink
_FEWEST = 2  # lines of a direction


@dataclass(frozen=True, slots=True)
class Line:
    """A line through pieces of a ruling: knots along it, what lies across, its slope beyond them.

    ``known`` are the pieces' ends, ``likely`` those of paler ones, too.
    """

    along: _Floats
    across: _Floats
    slope: float
    known: _Ends = ()
    likely: _Ends = ()

    def at(self, t: Any) -> Any:
        """Place across the line at ``t`` along it."""
        beyond = np.minimum(t - self.along[0], 0) + np.maximum(t - self.along[-1], 0)
        return np.interp(t, self.along, self.across) + self.slope * beyond


def _go_on(pieces: _Ends, start: float, end: float) -> bool:
    """Whether pieces, in their order, follow each other all the way."""
    for first, last in pieces:
        if first <= start:
            start = max(start, last)
    return start >= end


def broken_edges(
    lines: Sequence[Line], others: Sequence[Line], dark: Image, dpi: float
) -> list[Rule]:
    """Rulings between neighbouring lines that cross, where pieces alone were found.

    :param lines: those of level rulings
    :param others: those of upright rulings
    :param dark: all ink; to look for upright rulings it is turned, and ``lines`` are theirs
    """
    if min(len(lines), len(others)) < _FEWEST:
        return []
    found = []
    for line in lines:
        for start, end in _open_sides(line, others, dark, dpi):
            first, last = float(line.at(start)), float(line.at(end))
            slope = (last - first) / (end - start)
            found.append(Rule(start, end, first - slope * start, slope))
    return found


def _open_sides(
    line: Line, others: Sequence[Line], dark: Image, dpi: float
) -> Iterator[tuple[float, float]]:
    """Sides of cells along a line that no piece covers, and that are inked nevertheless."""
    sides = list(_sides(line, others, dpi))
    known = [_go_on(line.known, *side) for side in sides]
    if all(known):
        return
    shares = [
        (1.0, 1.0) if _go_on(line.likely, *side) else _inked(line, side, dark, dpi)
        for side in sides
    ]
    sure = [share >= _INKED for share, _ in shares]
    for index, side in enumerate(sides):
        goes_on = len(sides) > 1 and all(sure[max(0, index - 1) : index] + sure[index + 1 :][:1])
        if not known[index] and (sure[index] or (goes_on and _is_traced(*shares[index]))):
            yield side


def _is_traced(inked: float, seen: float) -> bool:
    """Whether a side is inked enough, and bare enough, for one that goes on at both ends."""
    return inked >= _TRACE and seen >= _BARE


def pale_ink(grey: Image, dark: Image) -> Image:
    """Ink down to a third of its depth: thin rulings are paler than print.

    :param dark: ink of half its depth at least
    """
    ink, paper = (_usual(grey, mask) for mask in (dark, cv2.bitwise_not(dark)))
    _, pale = cv2.threshold(grey, paper - _PALE * (paper - ink), 255, cv2.THRESH_BINARY_INV)
    return cv2.bitwise_or(pale, dark)


def _usual(grey: Image, mask: Image) -> int:
    """The median grey level under a mask."""
    counts = np.cumsum(cv2.calcHist([grey], [0], mask, [256], [0, 256]).ravel())
    return int(np.searchsorted(counts, counts[-1] / 2))


def is_ruling(rule: Rule, dark: Image, dpi: float) -> bool:
    """Whether a piece is inked and has white beside it: strokes of letters in a row have not."""
    line = Line(np.array([rule.start]), np.array([rule.across(rule.start)]), rule.slope)
    return _inked(line, (rule.start, rule.end), dark, dpi)[0] >= _INKED


def lines_of(
    rules: Sequence[Rule], pale: Sequence[Rule], dark: Image, extent: float, dpi: float
) -> list[Line]:
    """The lines that the pieces of rulings lie on, from one edge of the page to the other.

    :param pale: pieces of paler ink: much of a line has to be of them, serifs in a row make none
    :param extent: how far rulings can run
    """
    fits = [rule for rule in pale if is_ruling(rule, dark, dpi)]
    least, reach = min(_LONG * dpi, _MUCH * extent), _REACH * dpi
    pieces = [*rules, *fits]
    lines = []
    for group in _groups(pieces, dpi):
        sure = [pieces[index] for index in group if index < len(rules)]
        if not sure and sum(pieces[index].end - pieces[index].start for index in group) < least:
            continue
        own = [pieces[index] for index in group]
        along, across = np.array(
            sorted((t := (rule.start + rule.end) / 2, rule.across(t)) for rule in own)
        ).T
        longest = max(own, key=lambda rule: rule.end - rule.start)
        known, likely = (
            tuple(sorted((rule.start - reach, rule.end + reach) for rule in rules))
            for rules in (sure, own)
        )
        lines.append(Line(along, across, longest.slope, known, likely))
    return lines


def _groups(rules: Sequence[Rule], dpi: float) -> list[list[int]]:
    """Which pieces lie on one line, from one edge of the page to the other."""
    if not rules:
        return []
    length = np.array([rule.end - rule.start for rule in rules])
    middle = np.array([(rule.start + rule.end) / 2 for rule in rules])
    place = np.array([rule.across(t) for rule, t in zip(rules, middle, strict=True)])
    slopes = _slopes(place, np.array([rule.slope for rule in rules]), length**3)
    level = place + slopes * (np.average(middle, weights=length) - middle)
    groups: list[list[int]] = []
    for index in np.argsort(level).tolist():
        if groups and level[index] - level[groups[-1][-1]] <= _NEAR * dpi:
            groups[-1].append(index)
        else:
            groups.append([index])
    return groups


def _slopes(place: _Floats, slope: _Floats, weight: _Floats) -> _Floats:
    """The slope of rulings at each place: the same all over, or more so down a bent sheet."""
    centre = float(np.average(place, weights=weight))
    usual = float(np.average(slope, weights=weight))
    spread = float(np.average((place - centre) ** 2, weights=weight))
    if not spread:
        return np.full_like(slope, usual)
    bend = float(np.average((place - centre) * (slope - usual), weights=weight)) / spread
    return usual + bend * (place - centre)


def _sides(line: Line, others: Sequence[Line], dpi: float) -> Iterator[tuple[float, float]]:
    """From one crossing line to the next: where sides of cells can be."""
    middle = float(line.across.mean())
    crossed = sorted(float(other.at(float(line.at(float(other.at(middle)))))) for other in others)
    for start, end in pairwise(crossed):
        if end - start >= _SIDE * dpi:
            yield start, end


def _inked(line: Line, side: tuple[float, float], dark: Image, dpi: float) -> tuple[float, float]:
    """Share of a side that is inked, of what has white beside it, and the share of that.

    Nothing where print hides most of it.
    """
    own, guard, far = (round(inch * dpi) for inch in (_OWN, _GUARD, _BESIDE))
    high, wide = dark.shape
    first, last = max(0, round(side[0]) + guard), min(wide, round(side[1]) - guard)
    if first >= last:
        return 0.0, 0.0
    along = np.arange(first, last)
    at = np.rint(line.at(along)).astype(np.intp)
    if at.min() < far or at.max() >= high - far:
        return 0.0, 0.0
    ink = dark[at + np.arange(-far, far + 1)[:, None], along] > 0
    seen = ~(ink[: far - guard + 1].any(axis=0) | ink[far + guard :].any(axis=0))
    count = np.count_nonzero(seen)
    if count < max(_SEEN * len(along), _SEEN_AT_LEAST * dpi):
        return 0.0, 0.0
    inked = ink[far - own : far + own + 1].any(axis=0)
    inked[1:-1] |= inked[:-2] & inked[2:]  # between two dots
    return np.count_nonzero(inked & seen) / count, count / len(along)

"""Finds the ruling of a page image: straight lines, solid or dashed, nearly level or upright."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.read.scan.edges import broken_edges, is_ruling, lines_of, pale_ink
from pipeline.read.scan.rule import Rule, Ruling
from pipeline.read.scan.runs import long_runs, without_gaps

Image = NDArray[Any]
_Frame = tuple[slice, slice]  # rows and columns

# Lengths in inches, so that they hold at any resolution.
_RUN = 0.33  # the shortest stretch of a ruling; no stroke of print is as long and as thin
_THICK = 0.05  # a ruling is thinner than this
_DASH = 0.13  # longest dash
_DASH_THICK = 0.035
_DASH_GAP = 0.14  # between two dashes: descenders that touch the ruling swallow some
_DASHED_RUN = 0.6
_FEWEST_DASHES = 8
_JOIN = 0.15  # gap in a broken ruling
_SHORT = 0.12  # the shortest piece that parts two cells, if both its ends meet a ruling
_MEET = 0.05  # how far such a piece may end from the ruling it meets
_WHOLE = 0.93  # share of the way between these rulings that such a piece inks
_OWN, _BESIDE = 0.02, 0.045  # inch: beyond its own ink, and how far the next letter stands off
_STRAY = 0.2  # share of the ground beside it that ink may take
_BEYOND = 0.5  # inch: no wall between two columns goes on so far above and below its table
_LETTER = 0.2  # inch: height of a letter that stands on the end of a ruling
_STEP = 4  # pixels: long runs are followed in every fourth column only
_DRAWN = 3  # pixels: how thick a ruling is drawn
_LONG = 1.0  # inch: strokes of letters in a row make no line as long
_FRAME = 2  # upright rulings that the plainest table has


def find_ruling(dark: Image, dpi: float, grey: Image | None = None) -> Ruling:
    """Rulings of a page.

    :param dark: the page's ink, 255 where it is dark, straightened to half a degree
    :param dpi: resolution
    :param grey: the page itself, where thin rulings may be paler than ink
    """
    level_ink = long_runs(dark, round(_RUN * dpi), level=True)
    upright_ink = long_runs(dark, round(_RUN * dpi), level=False)
    thick = max(4, round(_THICK * dpi))
    shortest, join = _RUN * dpi, _JOIN * dpi
    upright = _rules(_turned(upright_ink), thick, shortest) if upright_ink.any() else []
    frame = _frame(upright, dark.shape, dpi)
    if frame is not None:  # dashes matter inside a table only, and looking for them is slow
        level_dashes, upright_dashes = _dashes(dark[frame], dpi)
        level_ink[frame] = cv2.bitwise_or(level_ink[frame], level_dashes)
        if upright_dashes.any():
            dashed = upright_ink.copy()
            dashed[frame] = cv2.bitwise_or(dashed[frame], upright_dashes)
            upright, upright_ink = _with_dashed(upright, upright_ink, dashed, dark, dpi)
    level = _joined(_rules(level_ink, thick, shortest), join, thick)
    upright = _joined(upright, join, thick)
    if frame is not None:
        walls = (rule for rule in upright if not _is_fold(rule, level, dpi))
        upright = [_without_letter(rule, level, dark, dpi) for rule in walls]
        level, upright = _with_broken(level, upright, dark, grey, frame, dpi)
        # a heading row over a merged one, a narrow column beside one: shorter than any ruling
        inside = np.zeros_like(dark)
        inside[frame] = dark[frame]
        short = round(_SHORT * dpi)
        pieces = _turned(long_runs(inside, short, level=False))
        upright += _bridges(pieces, level, _turned(dark), thick, dpi)
        level += _bridges(long_runs(inside, short, level=True), upright, dark, thick, dpi)
    return Ruling(tuple(level), tuple(upright), cv2.bitwise_or(level_ink, upright_ink))


def _with_dashed(
    solid: list[Rule], ink: Image, dashed: Image, dark: Image, dpi: float
) -> tuple[list[Rule], Image]:
    """Upright rulings with the dashed ones, and their ink.

    Strokes of equal words below each other, and figures, stand in a row as dashes do.
    """
    thick, turned = max(4, round(_THICK * dpi)), _turned(dark)
    found = []
    for rule in _rules(_turned(dashed), thick, _RUN * dpi):
        if rule in solid or is_ruling(rule, turned, dpi):
            found.append(rule)
            continue
        start, end = round(rule.start), round(rule.end) + 1
        places = sorted((rule.across(rule.start), rule.across(rule.end)))
        band = slice(start, end), slice(max(0, round(places[0]) - thick), round(places[1]) + thick)
        dashed[band] = ink[band]
    return found, dashed


def _with_broken(
    level: list[Rule],
    upright: list[Rule],
    dark: Image,
    grey: Image | None,
    frame: _Frame,
    dpi: float,
) -> tuple[list[Rule], list[Rule]]:
    """The rulings with what is missing of them: thin or dotted, they are paler than print."""
    pale_level: list[Rule] = []
    pale_upright: list[Rule] = []
    if grey is not None:
        thick, run = max(4, round(_THICK * dpi)), round(_RUN * dpi)
        inside = np.zeros_like(dark)
        inside[frame] = pale_ink(grey[frame], dark[frame])
        dark = cv2.bitwise_or(inside, dark)
        pale_level = _rules(long_runs(inside, run, level=True), thick, run)
        pale_upright = _rules(_turned(long_runs(inside, run, level=False)), thick, run)
    turned = _turned(dark)
    across, down = frame[1].stop - frame[1].start, frame[0].stop - frame[0].start
    lines = (
        lines_of(_sure(level, dark, dpi), pale_level, dark, across, dpi),
        lines_of(_sure(upright, turned, dpi), pale_upright, turned, down, dpi),
    )
    more = broken_edges(*lines, dark, dpi), broken_edges(*lines[::-1], turned, dpi)
    if not any(more):
        return level, upright
    return [*_sure(level, dark, dpi), *more[0]], [*_sure(upright, turned, dpi), *more[1]]


def _sure(rules: list[Rule], dark: Image, dpi: float) -> list[Rule]:
    """Long rulings, and of the short ones those with white beside them."""
    return [
        rule for rule in rules if rule.end - rule.start >= _LONG * dpi or is_ruling(rule, dark, dpi)
    ]


def _frame(upright: list[Rule], shape: tuple[int, ...], dpi: float) -> _Frame | None:
    """Rows and columns of the image between its upright rulings, None where it has no table."""
    if len(upright) < _FRAME:
        return None
    air = round(_JOIN * dpi)
    top, bottom = min(rule.start for rule in upright), max(rule.end for rule in upright)
    places = [rule.across(end) for rule in upright for end in (rule.start, rule.end)]
    rows = slice(max(0, round(top) - air), min(shape[0], round(bottom) + air))
    return rows, slice(max(0, round(min(places)) - air), min(shape[1], round(max(places)) + air))


def _turned(ink: Image) -> Image:
    return cv2.transpose(ink)


def _bar(length: int, level: bool) -> Image:
    return np.ones((1, length) if level else (length, 1), np.uint8)


def _dashes(dark: Image, dpi: float) -> tuple[Image, Image]:
    """Dashed rulings, level and upright: small flat parts in a row, closed to a line."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats(dark, connectivity=8)
    width, height = stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT]
    found = []
    for along, across, level in ((width, height, True), (height, width, False)):
        is_dash = (across <= _DASH_THICK * dpi) & (along <= _DASH * dpi) & (along >= across)
        is_dash[0] = False
        if not _stand_in_rows(stats[is_dash], level, dark.shape, dpi):
            found.append(np.zeros_like(dark))
            continue
        ink = (is_dash.astype(np.uint8) * 255)[labels]
        # a dash may lie one pixel above its neighbour
        ink = cv2.dilate(ink, _bar(3, not level))
        ink = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, _bar(round(_DASH_GAP * dpi), level))
        found.append(cv2.morphologyEx(ink, cv2.MORPH_OPEN, _bar(round(_DASHED_RUN * dpi), level)))
    return found[0], found[1]


def _stand_in_rows(dashes: Image, level: bool, shape: tuple[int, ...], dpi: float) -> bool:
    """Whether any of the dashes follow each other as closely and as far as in a ruling."""
    if len(dashes) < _FEWEST_DASHES:
        return False
    left, top, width, height = (dashes[:, column].astype(np.int64) for column in range(4))
    if not level:
        left, top, width, height = top, left, height, width
    gap, run = round(_DASH_GAP * dpi), round(_DASHED_RUN * dpi)
    wide = shape[1] if level else shape[0]
    # each row that a dash inks, or its neighbour may
    inked = height + 2
    rows = np.repeat(top - 1 - np.cumsum(inked) + inked, inked) + np.arange(inked.sum())
    starts, ends = np.repeat(left, inked), np.repeat(left + width, inked)
    # beyond the edges all counts as ink
    starts, ends = (
        np.where(starts < gap, -run, starts),
        np.where(ends > wide - gap, wide + run, ends),
    )
    order = np.lexsort((starts, rows))
    line = rows[order] * 4 * (wide + run)
    starts, ends = line + starts[order], line + ends[order]
    far = np.maximum.accumulate(ends)
    first = np.flatnonzero(np.append(True, starts[1:] - far[:-1] >= gap))
    last = np.append(first[1:], len(far)) - 1
    return bool((far[last] - starts[first] >= run).any())


def _rules(ink: Image, thick: int, shortest: float) -> list[Rule]:
    """A rule for each long thin part of the ink of level lines.

    Every fourth column is enough: the ink holds long runs only.
    """
    if cv2.countNonZero(ink) == 0:
        return []
    rows_of = _inked_rows(ink)
    sparse = np.ascontiguousarray(ink[rows_of, ::_STEP])
    _, labels, stats, _ = cv2.connectedComponentsWithStats(sparse, connectivity=8)
    long, high, area = stats[:, 2] * _STEP, stats[:, 3], stats[:, 4]
    fits = (long >= shortest) & (area <= thick * stats[:, 2]) & (high <= thick + 0.04 * long)
    fits[0] = False
    rules = []
    for number in np.flatnonzero(fits):
        left, top, width, height, _ = stats[number].tolist()
        part = labels[top : top + height, left : left + width] == number
        columns = np.arange(left, left + width, dtype=np.float64) * _STEP
        filled = part.sum(axis=0)
        rows = (part * rows_of[top : top + height, None]).sum(axis=0)
        has = filled > 0
        slope, at = np.polyfit(columns[has], rows[has] / filled[has], 1)
        start = float(left * _STEP)
        rules.append(Rule(start, start + width * _STEP, float(at), float(slope)))
    return rules


def _inked_rows(ink: Image) -> NDArray[np.intp]:
    """The rows that hold ink, each with a blank one after it: what those part stays parted.

    Whole pairs of rows, as OpenCV looks at pairs and numbers the parts in their order.
    """
    held: NDArray[np.bool_] = ink.max(axis=1) > 0
    pairs = held[::2].copy()
    pairs[: len(held) // 2] |= held[1::2]
    pairs[1:] |= pairs[:-1].copy()
    return np.flatnonzero(np.repeat(pairs, 2)[: len(held)])


def _bridges(ink: Image, across: list[Rule], dark: Image, thick: int, dpi: float) -> list[Rule]:
    """Short straight pieces that run from one ruling to another, as no stroke of a letter does.

    In rows as high as their line of print, a letter with its marks, or a 1, all but does: a ruling
    goes on to the rulings that it meets and has nothing beside it.

    :param dark: all ink, turned as ``ink`` is
    """
    if len(across) < 2:
        return []
    reach = _MEET * dpi

    def meets(end: float, at: float) -> Rule | None:
        for rule in across:
            within = rule.start - reach <= at <= rule.end + reach
            if within and abs(rule.across(at) - end) <= reach:
                return rule
        return None

    found = []
    for piece in _rules(ink, thick, _SHORT * dpi):
        if piece.end - piece.start >= _RUN * dpi + _STEP:
            continue
        first = meets(piece.start, piece.across(piece.start))
        last = meets(piece.end, piece.across(piece.end))
        if first is None or last is None or first is last:
            continue
        ends = (piece.start, piece.across(piece.start)), (piece.end, piece.across(piece.end))
        start, end = first.across(ends[0][1]), last.across(ends[1][1])
        if _is_wall(dark, piece, (round(start), round(end)), dpi):
            found.append(piece)
    return found


def _is_wall(dark: Image, piece: Rule, ends: tuple[int, int], dpi: float) -> bool:
    """Whether a level piece is inked from one of the rulings to the other, and stands alone."""
    start, end = max(0, ends[0]), min(dark.shape[1], ends[1] + 1)
    if end <= start:
        return False
    at = max(1, round(piece.across((start + end) / 2)))
    own = dark[at - 1 : at + 2, start:end].max(axis=0)
    if np.count_nonzero(own) < _WHOLE * (end - start):
        return False
    return _stands_alone(dark[:, start:end], at, dpi)


def _stands_alone(dark: Image, at: int, dpi: float) -> bool:
    """Whether a level piece has hardly any ink above or below it, as no stroke of a letter has."""
    near, far = round(_OWN * dpi), round(_BESIDE * dpi)
    above, below = dark[max(0, at - far) : max(0, at - near)], dark[at + near + 1 : at + far + 1]
    stray = np.count_nonzero(above) + np.count_nonzero(below)
    return bool(stray <= _STRAY * (above.size + below.size))


def _crossed(rule: Rule, level: list[Rule], reach: float) -> list[float]:
    """Where an upright ruling meets level ones, or would if it were longer."""
    return [
        place
        for other in level
        if other.start - reach < rule.across(place := other.across(rule.at)) < other.end + reach
    ]


def _is_fold(rule: Rule, level: list[Rule], dpi: float) -> bool:
    """Whether an upright line runs on beyond all rulings that it crosses: a fold of the paper."""
    crossed, beyond = _crossed(rule, level, _MEET * dpi), _BEYOND * dpi
    if not crossed:
        return False
    return rule.start < min(crossed) - beyond and rule.end > max(crossed) + beyond


def _without_letter(rule: Rule, level: list[Rule], dark: Image, dpi: float) -> Rule:
    """An upright ruling cut back to the level one where it ends, if a letter stands on its end.

    A `g` above the wall between two columns makes it longer, up to the top of their heading.
    """
    crossed = [at for at in _crossed(rule, level, _MEET * dpi) if rule.start < at < rule.end]
    if not crossed:
        return rule
    start, end = rule.start, rule.end
    first, last = min(crossed), max(crossed)
    if _is_letter(rule, (start, first), dark, dpi):
        start = first
    if _is_letter(rule, (last, end), dark, dpi):
        end = last
    return rule if (start, end) == (rule.start, rule.end) else Rule(start, end, rule.at, rule.slope)


def _is_letter(rule: Rule, ends: tuple[float, float], dark: Image, dpi: float) -> bool:
    """Whether the end of an upright ruling is the stroke of a letter."""
    start, end = max(0, round(ends[0]) + _STEP), round(ends[1]) - _STEP
    if not 0 < end - start + 2 * _STEP <= _LETTER * dpi or end <= start:
        return False
    at = round(rule.across((start + end) / 2))
    return not _stands_alone(cv2.transpose(dark[start:end]), at, dpi)


def _joined(rules: list[Rule], join: float, thick: int) -> list[Rule]:
    """The rules with pieces of one broken line put together."""
    joined: list[Rule] = []
    for rule in sorted(rules, key=lambda item: item.start):
        for index, other in enumerate(joined):
            middle = (other.end + rule.start) / 2
            if (
                -join <= rule.start - other.end <= join
                and abs(other.across(middle) - rule.across(middle)) <= thick
            ):
                first, last = other.across(other.start), rule.across(max(rule.end, other.end))
                end = max(rule.end, other.end)
                slope = (last - first) / max(1.0, end - other.start)
                joined[index] = Rule(other.start, end, first - slope * other.start, slope)
                break
        else:
            joined.append(rule)
    return joined


def draw_ruling(ruling: Ruling, shape: tuple[int, ...], reach: float) -> Image:
    """Picture of the rulings (255), each longer by ``reach`` pixels at both ends."""
    lines = np.zeros(shape, np.uint8)
    for rules, is_level in ((ruling.level, True), (ruling.upright, False)):
        for rule in rules:
            start, end = rule.start - reach, rule.end + reach
            first = (round(start), round(rule.across(start)))
            last = (round(end), round(rule.across(end)))
            if not is_level:
                first, last = first[::-1], last[::-1]
            cv2.line(lines, first, last, 255, _DRAWN)
    return lines


def erase(grey: Image, ruling: Ruling, dark: Image, dpi: float) -> tuple[Image, Image]:
    """The image and its ink without the ruling; strokes of letters that cross a line stay whole."""
    if not ruling.level and not ruling.upright and cv2.countNonZero(ruling.ink) == 0:
        return grey, dark.copy()
    lines = cv2.bitwise_or(
        cv2.dilate(ruling.ink, np.ones((3, 3), np.uint8)),
        draw_ruling(ruling, dark.shape, _JOIN * dpi / 2),
    )
    text = cv2.bitwise_and(dark, cv2.bitwise_not(lines))
    bridge = round(2 * _DASH_THICK * dpi)
    gone = cv2.bitwise_and(lines, cv2.bitwise_not(without_gaps(text, bridge)))
    return cv2.bitwise_or(grey, gone), cv2.bitwise_and(dark, cv2.bitwise_not(gone))

"""Ruled tables of a page image: the cells between its rulings, laid out on a grid."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.read.scan.parts import Parts, find_parts
from pipeline.read.scan.rule import Rule, Ruling
from pipeline.read.scan.rules import draw_ruling

Image = NDArray[Any]
Place = tuple[int, int, int, int]  # left, top, right, bottom in pixels

# Lengths in inches.
_REACH = 0.07  # how far a ruling may fall short of the one it meets
_SMALLEST = 0.1  # side of the smallest cell
_SNAP = 0.09  # two edges closer than this are one ruling
_SOLID = 0.75  # share of its box that a cell fills


@dataclass(frozen=True, slots=True)
class ScanCell:
    """A cell's place in the image and in the grid."""

    place: Place
    row: int
    column: int
    row_span: int
    column_span: int


@dataclass(frozen=True, slots=True)
class ScanTable:
    """A ruled table: its outline and its cells, by rows."""

    place: Place
    cells: tuple[ScanCell, ...]


def find_scan_tables(ruling: Ruling, shape: tuple[int, int], dpi: float) -> list[ScanTable]:
    """Tables of a page from top to bottom; a frame of one column or one row is none.

    :param shape: rows and columns of the image
    """
    if len(ruling.level) < 2 or len(ruling.upright) < 3:
        return []
    lines = draw_ruling(_meeting(ruling, _REACH * dpi), shape, 0)
    x, y, wide, high = cv2.boundingRect(lines)
    parts = find_parts(lines[y : y + high, x : x + wide], connectivity=8)
    tables = []
    for left, top, width, height, _ in parts.stats[1:].tolist():
        if min(width, height) < 2 * _SMALLEST * dpi:
            continue
        place = (x + left, y + top, x + left + width, y + top + height)
        cells = _cells(lines, place, _slopes(ruling, place), dpi)
        if cells:
            tables.append(ScanTable(_outline(cells), cells))
    tables = [
        table
        for index, table in enumerate(tables)
        if not any(
            _inside(table.place, other.place)
            # what a frame of the page holds is found twice: the frame's part comes first
            and (at > index if other.place == table.place else at != index)
            for at, other in enumerate(tables)
        )
    ]
    return sorted(tables, key=lambda table: (table.place[1], table.place[0]))


def _meeting(ruling: Ruling, reach: float) -> Ruling:
    """The rulings with ends that reach those they meet, and no further: rows may be low.

    An end that meets none goes on by the reach.
    """
    level = tuple(_met(rule, ruling.upright, reach) for rule in ruling.level)
    upright = tuple(_met(rule, ruling.level, reach) for rule in ruling.upright)
    return Ruling(level, upright, ruling.ink)


def _met(rule: Rule, crossing: tuple[Rule, ...], reach: float) -> Rule:
    at = np.array([(other.start, other.end, other.at, other.slope) for other in crossing]).T
    ends = []
    for end, by in ((rule.start, -reach), (rule.end, reach)):
        own = rule.across(end)
        off = at[2] + at[3] * own - end
        near = (abs(off) <= reach) & (at[0] - reach <= own) & (own <= at[1] + reach)
        ends.append(end + (min(off[near], key=abs) if near.any() else by))
    return Rule(ends[0], ends[1], rule.at, rule.slope)


def _slopes(ruling: Ruling, place: Place) -> tuple[float, float]:
    """Usual slope of the level and of the upright rulings inside a place."""
    left, top, right, bottom = place
    level = [
        rule.slope
        for rule in ruling.level
        if rule.start < right and rule.end > left and top - 3 <= rule.across(rule.start) <= bottom
    ]
    upright = [
        rule.slope
        for rule in ruling.upright
        if rule.start < bottom and rule.end > top and left - 3 <= rule.across(rule.start) <= right
    ]
    return (median(level) if level else 0.0, median(upright) if upright else 0.0)


def _cells(
    lines: Image, place: Place, slopes: tuple[float, float], dpi: float
) -> tuple[ScanCell, ...]:
    """Cells of one table: the holes between its rulings, laid out on a grid."""
    left, top, right, bottom = place
    holes = cv2.bitwise_not(lines[top:bottom, left:right])
    parts = find_parts(holes, connectivity=4)
    high, wide = holes.shape
    smallest = _SMALLEST * dpi
    boxes: list[Place] = []
    ragged: list[int] = []
    for number, (x, y, width, height, area) in enumerate(parts.stats.tolist()[1:], 1):
        touches = x == 0 or y == 0 or x + width == wide or y + height == high
        if touches or width < smallest or height < smallest:
            continue
        if area < _SOLID * width * height:
            ragged.append(number)
        else:
            boxes.append((x, y, x + width, y + height))
    if len(boxes) < 2:
        return ()
    snap = _SNAP * dpi
    across = _Grid([(box[0], box[2]) for box in boxes], _middles(boxes, 1), slopes[1], snap)
    down = _Grid([(box[1], box[3]) for box in boxes], _middles(boxes, 0), slopes[0], snap)
    if across.count < 2:
        return ()
    cells = [
        ScanCell(
            (box[0] + left, box[1] + top, box[2] + left, box[3] + top),
            row, column, row_span, column_span,
        )
        for box, (column, column_span), (row, row_span) in zip(
            boxes, across.spans, down.spans, strict=True
        )
    ]  # fmt: skip
    if ragged:
        taken = {
            (row, column)
            for cell in cells
            for row in range(cell.row, cell.row + cell.row_span)
            for column in range(cell.column, cell.column + cell.column_span)
        }
        cells.extend(_split_ragged(parts, ragged, across, down, taken, (left, top)))
    cells.sort(key=lambda cell: (cell.row, cell.column))
    return tuple(cells)


def _middles(boxes: list[Place], axis: int) -> list[float]:
    return [(box[axis] + box[axis + 2]) / 2 for box in boxes]


class _Grid:
    """Levels of one direction: where its rulings lie, and which of them each cell spans."""

    def __init__(
        self, edges: list[tuple[int, int]], along: list[float], slope: float, snap: float
    ) -> None:
        upright = [
            (low - slope * middle, high - slope * middle)
            for (low, high), middle in zip(edges, along, strict=True)
        ]
        self.slope = slope
        # a cell ends where the ruling starts: the next one begins its thickness further on
        self.levels = _levels([edge for pair in upright for edge in pair], snap)
        self.spans = []
        for low, high in upright:
            first, last = _nearest(self.levels, low), _nearest(self.levels, high)
            self.spans.append((first, max(1, last - first)))

    @property
    def count(self) -> int:
        """Number of rows or columns."""
        return len(self.levels) - 1

    def middle(self, index: int, along: float) -> float:
        """Middle of a row or column at ``along`` its rulings."""
        return (self.levels[index] + self.levels[index + 1]) / 2 + self.slope * along


def _levels(values: list[float], snap: float) -> list[float]:
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][0] <= snap:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [sum(group) / len(group) for group in groups]


def _nearest(levels: list[float], value: float) -> int:
    return min(range(len(levels)), key=lambda index: abs(levels[index] - value))


def _split_ragged(
    parts: Parts,
    ragged: list[int],
    across: _Grid,
    down: _Grid,
    taken: set[tuple[int, int]],
    corner: tuple[int, int],
) -> list[ScanCell]:
    """Cells that ran together because a ruling is broken, cut along the other rulings."""
    cells = []
    wanted = set(ragged)
    left, top = corner
    high, wide = parts.shape
    for row in range(down.count):
        for column in range(across.count):
            if (row, column) in taken:
                continue
            y = down.middle(row, across.levels[column])
            x = across.middle(column, y)
            y_at, x_at = round(y), round(x)
            inside = 0 <= y_at < high and 0 <= x_at < wide
            if not inside or parts.at(y_at, x_at) not in wanted:
                continue
            half_width = (across.levels[column + 1] - across.levels[column]) / 2
            half_height = (down.levels[row + 1] - down.levels[row]) / 2
            place = (
                round(x - half_width) + left, round(y - half_height) + top,
                round(x + half_width) + left, round(y + half_height) + top,
            )  # fmt: skip
            cells.append(ScanCell(place, row, column, 1, 1))
    return cells


def _outline(cells: tuple[ScanCell, ...]) -> Place:
    return (
        min(cell.place[0] for cell in cells), min(cell.place[1] for cell in cells),
        max(cell.place[2] for cell in cells), max(cell.place[3] for cell in cells),
    )  # fmt: skip


def _inside(inner: Place, outer: Place) -> bool:
    return (
        inner[0] >= outer[0] and inner[1] >= outer[1]
        and inner[2] <= outer[2] and inner[3] <= outer[3]
    )  # fmt: skip

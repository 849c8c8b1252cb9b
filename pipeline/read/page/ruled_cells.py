"""Cells of ruled tables from the rulings of a page: pdfplumber's finder, quicker on large tables.

pdfplumber looks at every pair of rulings and at every pair of crossings, and compares the rulings
of two crossings anew for each pair.  Here crossings are looked up by the line they stand on.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from pdfplumber.table import cells_to_tables, merge_edges
from pdfplumber.utils.geometry import filter_edges

from pipeline.model import Box

_TOLERANCE = 3  # points: pdfplumber's, for rulings that nearly meet
_LEAST = 3  # points: a merged ruling shorter than this is none

Edge = dict[str, Any]
"""A ruling in the shape of pdfplumber's edges."""
Point = tuple[float, float]
_Crossing = tuple[set[Box], set[Box]]  # the vertical and the horizontal rulings that meet


def ruled_cells(edges: Sequence[Edge]) -> list[list[Box]]:
    """The boxes of the cells of each table, as pdfplumber's TableFinder gives them."""
    merged = merge_edges(
        [*filter_edges(edges, "v"), *filter_edges(edges, "h")], *[_TOLERANCE] * 4
    )  # fmt: skip
    rulings = filter_edges(merged, min_length=_LEAST)
    return cells_to_tables(_cells(_crossings(rulings)))


def _crossings(rulings: Sequence[Edge]) -> dict[Point, _Crossing]:
    """The points where rulings meet, with the rulings."""
    upright = [_box(ruling) for ruling in rulings if ruling["orientation"] == "v"]
    level = sorted(
        (_box(ruling) for ruling in rulings if ruling["orientation"] == "h"), key=_top_of
    )
    tops = list(map(_top_of, level))
    found: dict[Point, _Crossing] = {}
    for line in upright:
        x, top, _, bottom = line
        # one look further than the tolerance on both sides: the test itself is pdfplumber's
        first = bisect_left(tops, top - 2 * _TOLERANCE)
        last = bisect_right(tops, bottom + 2 * _TOLERANCE)
        for other in level[first:last]:
            x0, y, x1, _ = other
            if (
                top <= y + _TOLERANCE
                and bottom >= y - _TOLERANCE
                and x0 - _TOLERANCE <= x <= x1 + _TOLERANCE
            ):
                uprights, levels = found.setdefault((x, y), (set(), set()))
                uprights.add(line)
                levels.add(other)
    return found


def _box(ruling: dict[str, Any]) -> Box:
    return ruling["x0"], ruling["top"], ruling["x1"], ruling["bottom"]


def _top_of(box: Box) -> float:
    return box[1]


def _cells(crossings: dict[Point, _Crossing]) -> list[Box]:
    """The smallest cell that begins at each crossing, if rulings close it all around."""
    down: dict[float, list[float]] = defaultdict(list)
    across: dict[float, list[float]] = defaultdict(list)
    points = sorted(crossings)
    for x, y in points:
        down[x].append(y)
        across[y].append(x)
    found = []
    for point in points:
        cell = _cell(point, crossings, down[point[0]], across[point[1]])
        if cell is not None:
            found.append(cell)
    return found


def _cell(
    point: Point, crossings: dict[Point, _Crossing], down: list[float], across: list[float]
) -> Box | None:
    x, y = point
    uprights, levels = crossings[point]
    rights = [
        right
        for right in across[bisect_right(across, x) :]
        if not levels.isdisjoint(crossings[right, y][1])
    ]
    if not rights:
        return None
    for low in down[bisect_right(down, y) :]:
        below = crossings[x, low]
        if uprights.isdisjoint(below[0]):
            continue
        for right in rights:
            corner = crossings.get((right, low))
            if (
                corner is not None
                and not corner[0].isdisjoint(crossings[right, y][0])
                and not corner[1].isdisjoint(below[1])
            ):
                return x, y, right, low
    return None

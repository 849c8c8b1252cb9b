"""Closes tables that a page break leaves open: the rule between two rows stays on one page.

A browser draws the line under the last row of a page and none over the first of the next.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.read.page.ruled_cells import Edge

_SNAP = 3.0  # points
_SHORTEST = 8.0  # points: the height of a row
_COLUMNS = 3  # upright rules that end together


def with_closed_ends(edges: Sequence[Edge]) -> list[Edge]:
    """The rulings with one over and one under the columns that stick out of all others."""
    upright = [
        edge
        for edge in edges
        if edge["orientation"] == "v" and edge["bottom"] - edge["top"] >= _SHORTEST
    ]
    level = [edge["top"] for edge in edges if edge["orientation"] == "h"]
    if len(upright) < _COLUMNS or not level:
        return list(edges)
    added = []
    top = min(edge["top"] for edge in upright)
    if top < min(level) - _SHORTEST:
        added += _rule(top, [edge for edge in upright if edge["top"] - top <= _SNAP])
    bottom = max(edge["bottom"] for edge in upright)
    if bottom > max(level) + _SHORTEST:
        added += _rule(bottom, [edge for edge in upright if bottom - edge["bottom"] <= _SNAP])
    return [*edges, *added]


def _rule(y: float, ends: Sequence[Edge]) -> list[Edge]:
    """The level rule through the ends of upright ones, none where they are too few for columns."""
    places = sorted(edge["x0"] for edge in ends)
    columns = 1 + sum(after - before > _SNAP for before, after in pairwise(places))
    if columns < _COLUMNS:
        return []
    return [
        {
            **ends[0],
            "x0": places[0], "x1": places[-1], "top": y, "bottom": y, "doctop": y,
            "width": places[-1] - places[0], "height": 0.0, "orientation": "h",
        }
    ]  # fmt: skip

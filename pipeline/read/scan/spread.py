"""Two pages on one sheet (hai trang trên một tờ): where the fold lies that parts them.

A book on the scanner or a copy made smaller shows two pages side by side; read across, their lines
run into each other.  A landscape page has lines or a table over its middle, two pages have none.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.model import Box
from pipeline.read.page.rows import cluster_rows
from pipeline.read.page.word import PlacedWord

_LANDSCAPE = 1.25  # width by height from which a sheet can hold two pages
_MIDDLE = 0.08  # share of the width by which the fold lies off the middle
_BLANK = 0.035  # share of the width that stays white along the fold: the two inner margins
_FULL = 0.5  # share of a page's width that its lines and tables take, margins aside
_FEWEST = 5  # such lines of a page; a head or a foot in two columns has none


def fold_of(
    words: Sequence[PlacedWord], tables: Sequence[Box], width: float, height: float
) -> float | None:
    """Where the fold between two pages lies, in points from the left; None on a single page.

    :param words: those outside of tables
    :param tables: outlines of tables, in points
    """
    if width < _LANDSCAPE * height or not words:
        return None
    spans = sorted([(word.x0, word.x1) for word in words] + [(box[0], box[2]) for box in tables])
    ends, reach = [], 0.0
    for _, end in spans:
        reach = max(reach, end)
        ends.append(reach)
    gaps = [
        (after[0] - end, (after[0] + end) / 2)
        for end, (_, after) in zip(ends, pairwise(spans), strict=False)
    ]
    blank, fold = max(gaps, default=(0.0, 0.0))
    if blank < _BLANK * width or abs(fold - width / 2) > _MIDDLE * width:
        return None
    return (
        fold if all(_is_page(words, tables, side) for side in ((0, fold), (fold, width))) else None
    )


def _is_page(words: Sequence[PlacedWord], tables: Sequence[Box], side: tuple[float, float]) -> bool:
    """Whether prose or a table runs over the whole width of one side of the fold."""
    left, right = side
    least = _FULL * (right - left)
    if any(left <= box[0] and box[2] <= right and box[2] - box[0] >= least for box in tables):
        return True
    rows = cluster_rows([word for word in words if left <= word.x0 and word.x1 <= right])
    full = sum(row[-1].x1 - row[0].x0 >= least and len(row) >= _FEWEST for row in rows)
    return full >= _FEWEST

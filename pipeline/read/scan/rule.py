"""A ruling of a page image: a line and where it runs, and all of a page with their ink."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from numpy.typing import NDArray

Image = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Rule:
    """A line from left to right or from top to bottom; ``at`` is its place across, in pixels.

    A point at ``t`` along the line lies at ``at + slope * t`` across it.
    """

    start: float
    end: float
    at: float
    slope: float

    def across(self, t: float) -> float:
        """Place across the line at ``t`` along it."""
        return self.at + self.slope * t


@dataclass(frozen=True, slots=True)
class Ruling:
    """All rulings of an image and a mask of their ink (255 on a line)."""

    level: tuple[Rule, ...]
    upright: tuple[Rule, ...]
    ink: Image

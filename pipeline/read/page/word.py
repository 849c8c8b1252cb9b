"""One word at its place on a page."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.model import Box


@dataclass(slots=True)
class PlacedWord:
    """A word of a PDF or of a recognised picture; points, origin upper left.

    ``index`` is its first character, ``last`` its last, among those of the page.

    ``drawn`` marks words that came out of an annotation (signing software draws number and day),
    ``pale`` those in white ink, which show only on a coloured ground.  ``box`` holds its sides to a
    hundredth of a point, where they were rounded with those of its page.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    baseline: float
    size: float
    index: int
    last: int
    drawn: bool = False
    pale: bool = False
    confidence: float = 1.0
    box: Box | None = None

    @property
    def middle(self) -> float:
        """Vertical middle of the box."""
        return (self.top + self.bottom) / 2

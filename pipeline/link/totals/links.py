"""What totals and parts of a document are known so far."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal

from pipeline.model import FigureMention

Tie = tuple[FigureMention, FigureMention]  # a part and its total

_NEAR = 1000  # letters behind its total within which a part has its time
_DOUBTED = 0.8  # what may be a part of a total that nothing tells for sure


class Links:
    """Roles and parents found so far, by key."""

    def __init__(self, figures: Sequence[FigureMention]) -> None:
        self.all = figures
        self._by_key = {figure.key: figure for figure in figures}
        self.roles: dict[int, Literal["total", "part"]] = {}
        self.parents: dict[int, int] = {}
        self.doubted: set[int] = set()

    def tie(self, part: FigureMention, total: FigureMention | None) -> None:
        """Make ``part`` a part, of ``total`` where that is known; a target stays a target."""
        if part.role != "target":
            self.roles.setdefault(part.key, "part")
        if total is not None and total.key != part.key:
            self.parents.setdefault(part.key, total.key)
            if total.role != "target":
                self.roles[total.key] = "total"  # what has parts of its own is called a total

    def mark(self, parts: Iterable[FigureMention]) -> None:
        """Make them parts of what has another unit."""
        for part in parts:
            if part.role != "target":
                self.roles.setdefault(part.key, "part")

    def figures(self) -> tuple[FigureMention, ...]:
        """The figures with what was found."""
        touched = self.roles.keys() | self.parents.keys() | self.doubted
        return tuple(self._told(f) if f.key in touched else f for f in self.all)

    def _told(self, figure: FigureMention) -> FigureMention:
        key = figure.key
        period = figure.period_start, figure.period_end
        whole = self._by_key.get(self.parents.get(key, -1))
        is_near = whole is not None and 0 < figure.start - whole.end < _NEAR
        if whole is not None and is_near and period == (None, None):
            period = whole.period_start, whole.period_end  # a part is of the time of its total
        return replace(
            figure,
            role=self.roles.get(key, figure.role),
            parent_key=self.parents.get(key),
            confidence=min(figure.confidence, _DOUBTED)
            if key in self.doubted
            else figure.confidence,
            period_start=period[0],
            period_end=period[1],
        )

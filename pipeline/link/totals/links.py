"""What totals and parts of a document are known so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from pipeline.model import FigureMention

_DOUBTED = 0.8  # what may be a part of a total that nothing tells for sure


class Links:
    """Roles and parents found so far, by key."""

    def __init__(self, figures: Sequence[FigureMention]) -> None:
        self.all = figures
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

    def figures(self) -> tuple[FigureMention, ...]:
        """The figures with what was found."""
        return tuple(
            replace(
                f,
                role=self.roles.get(f.key, f.role),
                parent_key=self.parents.get(f.key),
                confidence=min(f.confidence, _DOUBTED) if f.key in self.doubted else f.confidence,
            )
            if f.key in self.roles
            or f.key in self.doubted
            or self.parents.get(f.key) != f.parent_key
            else f
            for f in self.all
        )

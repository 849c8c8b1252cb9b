"""A budget of the design, what was measured, and whether it is kept."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Budget:
    """``kept`` is None where the machine was too busy to say, and ``not_judged`` says why."""

    name: str
    limit: float
    measured: float
    kept: bool | None
    not_judged: str = ""

    @classmethod
    def most(cls, name: str, limit: float, measured: float) -> Budget:
        """A budget that what was measured must not exceed."""
        return cls(f"{name} (at most)", limit, measured, measured <= limit)

    @classmethod
    def least(cls, name: str, limit: float, measured: float, not_judged: str = "") -> Budget:
        """A budget that what was measured must reach; what is kept anyhow is always judged."""
        kept = True if measured >= limit else None if not_judged else False
        return cls(f"{name} (at least)", limit, measured, kept, not_judged if kept is None else "")

    @property
    def verdict(self) -> str:
        """How the report calls it."""
        if self.kept is None:
            return f"not judged: {self.not_judged}"
        return "kept" if self.kept else "FALLS SHORT"

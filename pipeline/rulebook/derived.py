"""Values built from a rulebook (tables, sets, expressions), once for each rules version."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from pipeline.rulebook import Rulebook

T = TypeVar("T")


class derived(Generic[T]):
    """Decorator: ``build(rules)`` runs once for a rules version; later calls give its value."""

    def __init__(self, build: Callable[[Rulebook], T]) -> None:
        self._build = build
        self._built: dict[str, T] = {}
        self.__doc__ = build.__doc__

    def __call__(self, rules: Rulebook) -> T:
        """The value for these rules."""
        try:
            return self._built[rules.version]
        except KeyError:
            built = self._built[rules.version] = self._build(rules)
            return built

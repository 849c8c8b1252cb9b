"""Names the patterns of a group that can match in a text at all, by one look for their letters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from pipeline.rulebook.model import Pattern
from pipeline.rulebook.needed import outline

_REMEMBERED = 4096  # groups of patterns that came up together


class Prefilter:
    """A group of patterns that are searched in the same texts."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self._patterns = tuple(patterns)
        bits: dict[str, int] = {}
        self._always = 0  # patterns of which nothing is known
        for index, pattern in enumerate(self._patterns):
            self._always |= 0 if pattern.needed else 1 << index
            for string in pattern.needed:
                bits[string] = bits.get(string, 0) | 1 << index
        self._bits = tuple(bits.items())
        self._chosen = lru_cache(maxsize=_REMEMBERED)(self._of_bits)

    def possible(self, text: str) -> Sequence[Pattern]:
        """The patterns that may match somewhere in ``text``, in the order of the group."""
        seen = outline(text)
        if seen is None:
            return self._patterns
        found = self._always
        for string, bit in self._bits:
            if string in seen:
                found |= bit
        return self._chosen(found)

    def _of_bits(self, bits: int) -> Sequence[Pattern]:
        return tuple(p for index, p in enumerate(self._patterns) if bits >> index & 1)

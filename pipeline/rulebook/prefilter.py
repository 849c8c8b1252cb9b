"""Names the patterns of a group that can match in a text at all, by one look for their letters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from pipeline.rulebook.model import Pattern
from pipeline.rulebook.needed import outline

_REMEMBERED = 4096  # groups of patterns that came up together
_SHARED, _FEWEST = 3, 3  # letters that strings of a group share, and how many it has at least

_Bits = tuple[tuple[str, int], ...]


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
        self._alone, self._shared = _by_shared_letters(bits)
        self._chosen = lru_cache(maxsize=_REMEMBERED)(self._of_bits)

    def possible(self, text: str) -> Sequence[Pattern]:
        """The patterns that may match somewhere in ``text``, in the order of the group."""
        seen = outline(text)
        if seen is None:
            return self._patterns
        found = self._always
        for string, bit in self._alone:
            if string in seen:
                found |= bit
        for shared, longer in self._shared:
            if shared in seen:
                for string, bit in longer:
                    if string in seen:
                        found |= bit
        return self._chosen(found)

    def _of_bits(self, bits: int) -> Sequence[Pattern]:
        return tuple(p for index, p in enumerate(self._patterns) if bits >> index & 1)


def _by_shared_letters(bits: Mapping[str, int]) -> tuple[_Bits, tuple[tuple[str, _Bits], ...]]:
    """Strings apart, and groups of strings behind letters that all of a group hold.

    Most texts hold few of these letters: one look spares those for the strings of the group.
    """
    left = dict(bits)
    groups: list[tuple[str, _Bits]] = []
    while True:
        held: dict[str, list[str]] = {}
        for string in left:
            for part in {string[at : at + _SHARED] for at in range(len(string) - _SHARED + 1)}:
                held.setdefault(part, []).append(string)
        shared = max(sorted(held), key=lambda part: len(held[part]), default="")
        if not shared or len(held[shared]) < _FEWEST:
            return tuple(left.items()), tuple(groups)
        groups.append((shared, tuple((string, left.pop(string)) for string in held[shared])))

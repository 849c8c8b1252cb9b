"""Finds the places of a text at which a pattern can begin, by what its matches open with.

The engine ``regex`` takes up to five microseconds a letter to see that a pattern of word lists
does not begin there; ``re`` passes over what is not in a set of letters in nanoseconds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from pipeline.rulebook.demands import END, START
from pipeline.rulebook.needed import heads

LETTERS = 3  # of what a match opens with that are looked at
_BLANK = r"\s"
_START_OF = re.Match.start


@dataclass(frozen=True)
class Places:
    """Where a match can begin: at one of ``letters``, at the start of a text if ``at_start``."""

    letters: re.Pattern[str]
    at_start: bool

    @cached_property
    def are_few(self) -> bool:
        """Whether it takes less to look for the places first: not where every blank is one."""
        return not self.letters.pattern.startswith(_BLANK)

    def of(self, text: str, start: int, end: int) -> Iterator[int]:
        """The places from ``start`` to ``end``, in order; ``text`` is plain."""
        if not self.at_start or start:
            return map(_START_OF, self.letters.finditer(text, start, end))
        return chain((0,), map(_START_OF, self.letters.finditer(text, 1, end)))


def places(source: str) -> Places | None:
    """Where matches of an expression can begin; None where nothing can be told.

    :param source: an expression of the module ``regex`` without flags but IGNORECASE
    """
    found = heads(source)
    if found is None:
        return None
    inside = {_shown(head) for head in found if not head.startswith(START)}
    if not inside or "" in inside:
        return None
    return Places(_expression(inside), any(head.startswith(START) for head in found))


def _shown(head: str) -> str:
    """The letters that are looked for: none behind a blank, since many blanks may be one there."""
    letters = head.partition(START)[0]
    if END in letters:  # the blank before it is the outline's
        letters = letters.partition(END)[0].rstrip(" ")
    letters = letters[:LETTERS]
    before, blank, _ = letters.partition(" ")
    return before + blank


def _expression(openings: set[str]) -> re.Pattern[str]:
    """A choice of single first letters, so that the engine passes over all others by itself.

    What follows each is only seen ahead: the next place may be one of its letters.
    """
    by_first: dict[str, set[str]] = {}
    for opening in openings:
        by_first.setdefault(opening[0], set()).add(opening[1:])
    choices: list[str] = []
    for first, rests in sorted(by_first.items()):
        ahead = sorted("".join(f"[{_members(letter)}]" for letter in rest) for rest in rests)
        follows = "" if "" in rests else f"(?={'|'.join(ahead)})"
        choices += [form + follows for form in _forms(first)]
    return re.compile("|".join(choices))


def _members(letter: str) -> str:
    """The letters of a plain text that the outline shows as ``letter``, as members of a set."""
    return "".join(_forms(letter)) if letter not in " 0" else r"\s" if letter == " " else "0-9"


def _forms(letter: str) -> list[str]:
    """An expression for each letter of a plain text that the outline shows as ``letter``."""
    if letter in " 0":
        return [_BLANK if letter == " " else "[0-9]"]
    return [re.escape(form) for form in sorted({letter, letter.upper()}) if len(form) == 1]

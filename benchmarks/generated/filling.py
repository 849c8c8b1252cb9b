"""Puts pieces that carry gold into sentence patterns: `fill("có {n} được khen", n=count)`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random
from typing import TypeVar

from tests.samples.marks import Piece

T = TypeVar("T")
Pieces = tuple[Piece, ...]

_SLOT = re.compile(r"\{(\w+)\}")


def fill(pattern: str, **values: Piece | Pieces) -> Pieces:
    """The pattern as pieces, each `{name}` replaced by the piece or pieces of that name.

    :raises KeyError: for a slot without a value
    """
    parts: list[Piece] = []
    at = 0
    for slot in _SLOT.finditer(pattern):
        parts += [pattern[at : slot.start()]] if slot.start() > at else []
        value = values[slot.group(1)]
        parts += value if isinstance(value, tuple) else (value,)
        at = slot.end()
    return (*parts, pattern[at:]) if at < len(pattern) else tuple(parts)


def joined(items: Sequence[Pieces], rng: Random) -> Pieces:
    """`a, b và c`, as lists of counts are joined."""
    last = rng.choice((" và ", ", ", " và ", " và "))
    parts: list[Piece] = []
    for n, item in enumerate(items):
        parts += [] if n == 0 else [last if n == len(items) - 1 else ", "]
        parts += item
    return tuple(parts)


def some(rng: Random, items: Sequence[T], least: int, most: int) -> list[T]:
    """Between ``least`` and ``most`` different items in any order."""
    return rng.sample(items, min(len(items), rng.randint(least, most)))

"""Names that stood below one another in a cell and came out in one line without a mark."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import regex

from pipeline.extract.name_words import family_names, middle_names
from pipeline.grammar.spelling import fold
from pipeline.rulebook import Rulebook

_NAMES_ONLY = regex.compile(r"\s*+\p{Lu}[\p{L}'’]*+(?:\s++\p{Lu}[\p{L}'’]*+){5,24}\s*+")
_SYLLABLE = regex.compile(r"\S+")
_SHORTEST, _LONGEST = 2, 4  # syllables of a name
_WORST_FAMILY = 3  # class of family names that may open the next name
_SURE_MIDDLE = frozenset({"Văn", "Thị"})  # stand in names only, whatever the family is
_DEAR = {2: 3, 3: 0, 4: 2}  # how unlikely a name of so many syllables is
_WITH_MIDDLE = {3: 0, 4: 0}  # `Lê Thị Thu Hà`: behind a frequent middle name four are as likely


def unstacked(words: str, rules: Rulebook) -> list[str]:
    """The names of a cell part, each a piece of ``words``; the part itself where it is one name or
    could be taken apart in several ways."""
    if not _NAMES_ONLY.fullmatch(words):
        return [words]
    syllables = [(m.start(), m.end()) for m in _SYLLABLE.finditer(words)]
    ways = sorted(_ways([words[a:b] for a, b in syllables], rules))
    if not ways or (len(ways) > 1 and ways[0][0] == ways[1][0]):
        return [words]
    cuts = [0, *ways[0][1]]
    return [
        words[syllables[first][0] : syllables[last - 1][1]]
        for first, last in itertools.pairwise(cuts)
    ]


def _ways(names: list[str], rules: Rulebook) -> Iterator[tuple[int, tuple[int, ...]]]:
    """What each way to part the syllables costs, with the ends of its names; the two cheapest."""
    best: list[list[tuple[int, tuple[int, ...]]]] = [[] for _ in range(len(names) + 1)]
    best[0] = [(0, ())]
    for end in range(_SHORTEST, len(names) + 1):
        found = [
            (cost + dear, (*cuts, end))
            for size in range(_SHORTEST, min(_LONGEST, end) + 1)
            if (dear := _cost(names[end - size : end], rules)) is not None
            for cost, cuts in best[end - size]
        ]
        best[end] = sorted(found)[:2]
    yield from best[-1]


def _cost(name: list[str], rules: Rulebook) -> int | None:
    """How unlikely the syllables are one name; None where no family name opens them."""
    frequency = family_names(rules).get(fold(name[0]), _WORST_FAMILY + 2)
    if frequency > _WORST_FAMILY and name[1] not in _SURE_MIDDLE:
        return None
    is_short = len(name) == _SHORTEST
    if is_short and (name[1] in middle_names(rules) or fold(name[1]) in family_names(rules)):
        return None  # `Nguyễn Hoàng`: perhaps only the beginning of a name
    size = _WITH_MIDDLE if name[1] in middle_names(rules) else _DEAR
    return size.get(len(name), _DEAR[len(name)]) + frequency - 1

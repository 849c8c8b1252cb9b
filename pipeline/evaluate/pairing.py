"""Pairs the facts of a document in two archives: the same words and values, else the nearest.

Facts are paired in four passes, and each takes only what the passes before it left.  Where both
runs read the same text, its offsets tell what stands on the same words: the same span and key,
an overlapping span with the same key, the same span, an overlapping span.  Where the text has
changed, offsets say nothing, and the letters around the words stand for them: the same surroundings
and key, the same key, the same surroundings, the same words; facts of one kind are then paired in
the order of the text.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable, Sequence

from pipeline.evaluate.facts import DocumentFacts, Fact

Pair = tuple[Fact | None, Fact | None]
_Mark = Callable[[Fact], Hashable | None]
_AROUND = 24  # letters on each side that tell a place in a text


def pair_facts(old: DocumentFacts | None, new: DocumentFacts | None) -> list[Pair]:
    """The facts of both, paired; what one side alone has stands beside None."""
    before, after = list(old.facts if old else ()), list(new.facts if new else ())
    if old is None or new is None:
        return [*((fact, None) for fact in before), *((None, fact) for fact in after)]
    pairs: list[Pair] = []
    if old.text == new.text:
        for is_keyed in (True, False):
            before, after = _pair_marked(before, after, pairs, _span(is_keyed), _span(is_keyed))
            before, after = _pair_overlapping(before, after, pairs, is_keyed)
    else:
        for is_keyed in (True, False):
            marks = _around(old.text, is_keyed), _around(new.text, is_keyed)
            before, after = _pair_marked(before, after, pairs, *marks)
            said = _said(is_keyed)
            before, after = _pair_marked(before, after, pairs, said, said)
    return [*pairs, *((fact, None) for fact in before), *((None, fact) for fact in after)]


def _span(is_keyed: bool) -> _Mark:
    def mark(fact: Fact) -> Hashable | None:
        if is_keyed:
            return fact.table, fact.place, fact.key
        return None if fact.place is None else (fact.table, fact.place)

    return mark


def _around(text: str, is_keyed: bool) -> _Mark:
    def mark(fact: Fact) -> Hashable | None:
        if fact.place is None:
            return (fact.table, fact.key) if is_keyed else None
        start, end = fact.place
        before = "".join(text[max(0, start - 2 * _AROUND) : start].split())[-_AROUND:]
        after = "".join(text[end : end + 2 * _AROUND].split())[:_AROUND]
        return fact.table, before, after, fact.key if is_keyed else None

    return mark


def _said(is_keyed: bool) -> _Mark:
    def mark(fact: Fact) -> Hashable | None:
        if fact.place is None:
            return None
        return (fact.table, fact.key) if is_keyed and fact.key else (fact.table, "", fact.quote)

    return mark


def _pair_marked(
    old: Sequence[Fact], new: Sequence[Fact], pairs: list[Pair], old_mark: _Mark, new_mark: _Mark
) -> tuple[list[Fact], list[Fact]]:
    """Pair facts of the same mark in their order; returns what is left of both."""
    waiting: dict[Hashable, deque[int]] = {}
    for at, fact in enumerate(new):
        mark = new_mark(fact)
        if mark is not None:
            waiting.setdefault(mark, deque()).append(at)
    left: list[Fact] = []
    taken: set[int] = set()
    for fact in old:
        mark = old_mark(fact)
        found = waiting.get(mark) if mark is not None else None
        if found:
            at = found.popleft()
            taken.add(at)
            pairs.append((fact, new[at]))
        else:
            left.append(fact)
    return left, [fact for at, fact in enumerate(new) if at not in taken]


def _pair_overlapping(
    old: Sequence[Fact], new: Sequence[Fact], pairs: list[Pair], is_keyed: bool
) -> tuple[list[Fact], list[Fact]]:
    """Pair each fact with the one of its table that shares most letters with it."""
    left, free = [], list(new)
    for fact in old:
        shared = [
            (_shared(fact, other), -at)
            for at, other in enumerate(free)
            if other.table == fact.table and (not is_keyed or other.key == fact.key)
        ]
        most, at = max(shared, default=(0, 0))
        if most > 0:
            pairs.append((fact, free.pop(-at)))
        else:
            left.append(fact)
    return left, free


def _shared(one: Fact, other: Fact) -> int:
    if one.place is None or other.place is None:
        return 0
    return min(one.place[1], other.place[1]) - max(one.place[0], other.place[0])

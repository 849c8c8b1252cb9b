"""What may be said of the subject of a sentence between its name and the verb of getting."""

from __future__ import annotations

from pipeline.rulebook import Rulebook


def was_there(view: str, start: int, end: int, rules: Rulebook) -> bool:
    """Whether all from ``start`` to ``end`` tells at which event the subject was."""
    return rules.pattern("prose.who_is_guest").regex.fullmatch(view, start, end) is not None


def thanks_to(view: str, begin: int, end: int, rules: Rulebook) -> int:
    """Where `Nhờ sự giúp đỡ của ông A, bà B được` has told whom it is thanks to; else ``begin``."""
    thanked = rules.pattern("prose.who_is_thanks_to").regex.match(view, begin, end)
    return begin if thanked is None else thanked.end()


def says_who(view: str, start: int, end: int, rules: Rulebook) -> bool:
    """Whether all from ``start`` to ``end`` tells who the subject is or what it did before."""
    return rules.pattern("prose.who_is").regex.fullmatch(view, start, end) is not None

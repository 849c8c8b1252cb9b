"""What the headings above a figure make of it: told, aimed at, or asked for."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from pipeline.grammar.spelling import fold
from pipeline.rulebook import Rulebook

_REMEMBERED = 512  # headings; many figures stand under one


def by_heading(path: tuple[str, ...], rules: Rulebook) -> Literal["result", "target"] | None:
    """What the innermost heading that tells makes of the figures under it.

    Tasks (nhiệm vụ) lie ahead, unless a heading above them reports.
    """
    for heading in reversed(path):
        told = told_by(heading, rules)
        if told is not None:
            return told
        if _asks(heading, rules):
            return None
    tasks = rules.pattern("figure.heading_tasks").regex
    return "target" if any(tasks.match(fold(heading)) for heading in path) else None


def is_asked_below(path: tuple[str, ...], rules: Rulebook) -> bool:
    """``IV. KIẾN NGHỊ | 1. Cấp thêm 03 xe ô tô``: asked for, unless a heading below tells more."""
    for heading in reversed(path):
        if _asks(heading, rules):
            return True
        if told_by(heading, rules) is not None:
            return False
    return False


@lru_cache(maxsize=_REMEMBERED)
def _asks(heading: str, rules: Rulebook) -> bool:
    return rules.pattern("figure.heading_asks").regex.match(fold(heading)) is not None


@lru_cache(maxsize=_REMEMBERED)
def told_by(heading: str, rules: Rulebook) -> Literal["result", "target"] | None:
    folded = fold(heading)
    named = list(rules.pattern("figure.heading_cue").regex.finditer(folded))
    if not named or rules.pattern("counts.roles_meeting").regex.match(folded):
        return None
    return "result" if named[-1]["target"] is None else "target"

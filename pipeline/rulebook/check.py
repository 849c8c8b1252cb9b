"""Runs every example and reject of a rulebook, and lists its rules for people."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from pipeline.errors import RulesError
from pipeline.rulebook.model import Example, Pattern, Rulebook


@dataclass(frozen=True)
class Problem:
    """A rule that does not do what it says: its id, its place and what went wrong."""

    id: str
    file: Path
    line: int
    message: str


class Described(NamedTuple):
    """One rule in the list that ``congvan rules list`` prints; ``kind`` is pattern or lexicon."""

    id: str
    kind: str
    why: str
    file: Path
    line: int


def check_rulebook(rules: Rulebook) -> list[Problem]:
    """Every example must be found, with its values; every reject must not be; each has both."""
    return [
        Problem(pattern.id, pattern.file, pattern.line, message)
        for pattern in rules.by_id.values()
        for message in _messages(pattern)
    ]


def describe(rules: Rulebook) -> list[Described]:
    """All rules in file order: patterns with their reason, then lexicons."""
    patterns = [Described(p.id, "pattern", p.why, p.file, p.line) for p in rules.by_id.values()]
    lexicons = [
        Described(x.name, "lexicon", x.schema.why, x.file, 1) for x in rules.lexicons.values()
    ]
    return patterns + lexicons


def _messages(pattern: Pattern) -> list[str]:
    try:
        compiled = pattern.regex
    except RulesError as error:
        return [error.message]
    messages: list[str] = []
    if not pattern.examples:
        messages.append("no example")
    if not pattern.rejects:
        messages.append("no reject")
    for example in pattern.examples:
        messages.extend(_example_messages(pattern, example))
    for reject in pattern.rejects:
        found = compiled.search(reject)
        if found:
            messages.append(f"reject {reject!r} is matched: {found.group()!r}")
    return messages


def _example_messages(pattern: Pattern, example: Example) -> list[str]:
    found = pattern.regex.search(example.text)
    if found is None:
        return [f"example {example.text!r} is not matched"]
    groups = found.groupdict()
    messages: list[str] = []
    if not pattern.may_match(example.text):
        messages.append(f"example {example.text!r} is passed over: it holds no {pattern.needed!r}")
    for name, wanted in example.values.items():
        if name not in groups:
            messages.append(f"example {example.text!r} wants group {name!r}, which is not there")
        elif groups[name] != wanted:
            messages.append(
                f"example {example.text!r}: {name} is {groups[name]!r}, expected {wanted!r}"
            )
    return messages

"""Rules that code puts together from layout, patterns and lists: their ids and reasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from pipeline.errors import RulesError
from pipeline.rulebook.toml import read_toml

FILE = "composed.toml"


@dataclass(frozen=True)
class Composed:
    """A rule without a pattern of its own: what stands in the column `rule`, and why it holds."""

    id: str
    why: str
    file: Path
    line: int


def load_composed(folder: Path) -> Mapping[str, Composed]:
    """The composed rules of a rules folder by id, in file order; none if it has no such file.

    :raises RulesError: an entry lacks its id or reason, has another key, or stands twice
    """
    file = folder / FILE
    if not file.is_file():
        return MappingProxyType({})
    document = read_toml(file)
    rules: dict[str, Composed] = {}
    places = document.table_lines("rule")
    entries = document.data.get("rule", [])
    if set(document.data) - {"rule"} or len(places) != len(entries):
        raise RulesError(file, None, "only [[rule]] entries may stand here")
    for entry, line in zip(entries, places, strict=True):
        if set(entry) != {"id", "why"} or not all(isinstance(v, str) and v for v in entry.values()):
            raise RulesError(file, line, "a rule has an `id` and a `why`, both text, nothing else")
        if entry["id"] in rules:
            raise RulesError(file, line, f"duplicate id {entry['id']!r}")
        rules[entry["id"]] = Composed(entry["id"], entry["why"], file, line)
    return MappingProxyType(rules)


def known_rules(folder: Path, patterns: Mapping[str, object]) -> frozenset[str]:
    """The ids that may stand in the column `rule`: of patterns and of composed rules."""
    return frozenset(patterns) | frozenset(load_composed(folder))

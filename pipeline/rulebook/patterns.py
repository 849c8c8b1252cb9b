"""Reads ``patterns/*.toml`` and holds each table against the schema of a pattern."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pipeline.errors import RulesError
from pipeline.rulebook.expand import Expander, ReferenceProblem
from pipeline.rulebook.lexicons import Lexicon
from pipeline.rulebook.model import FLAGS, Example, Pattern
from pipeline.rulebook.toml import TomlDocument, read_toml, rule_files, strings_of
from pipeline.shelf import Shelf

SHARED_FRAGMENTS = "fragments.toml"
_ID = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+\Z")
_REQUIRED = ("id", "pattern", "why")
_KEYS = frozenset({*_REQUIRED, "flags", "examples", "rejects"})
_EXAMPLE_KEYS = frozenset({"text", "values"})
# In an expression of several lines: a line break, the blanks that indent the next line, a comment.
_LAYOUT = re.compile(r"\n[ \t]*(?:# [^\n]*)?")


def load_patterns(
    folder: Path, lexicons: Mapping[str, Lexicon], shelf: Shelf
) -> Mapping[str, Pattern]:
    """All patterns of a rules folder by id, in the order of file names and then of the file.

    References are followed, expressions are not compiled.

    :param shelf: keeps what is worked out of this very folder
    :raises RulesError: a file is not as the schema wants it; file and line are named
    """
    files = rule_files(folder / "patterns", ".toml")
    documents = {file: read_toml(file) for file in files}
    shared: Mapping[str, str] = {}
    for file, document in documents.items():
        if file.name == SHARED_FRAGMENTS:
            shared = _fragments(file, document)
    patterns: dict[str, Pattern] = {}
    for file, document in documents.items():
        for pattern in _load_file(file, document, shared, lexicons, shelf):
            earlier = patterns.setdefault(pattern.id, pattern)
            if earlier is not pattern:
                place = f"{earlier.file.name}:{earlier.line}"
                raise RulesError(
                    file, pattern.line, f"duplicate id {pattern.id!r}, stands already in {place}"
                )
    return MappingProxyType(patterns)


def _load_file(
    file: Path,
    document: TomlDocument,
    shared: Mapping[str, str],
    lexicons: Mapping[str, Lexicon],
    shelf: Shelf,
) -> list[Pattern]:
    for key in document.data:
        if key not in ("fragments", "pattern"):
            line = document.table_line(key) or document.key_line(None, key)
            raise RulesError(file, line, f"unknown key {key!r}; known: fragments, pattern")
    expander = Expander(_fragments(file, document), shared, lexicons)
    for name, text in expander.local.items():
        _check_references(
            expander, text, file, document.key_line(document.table_line("fragments"), name)
        )
    tables = document.data.get("pattern", [])
    lines = document.table_lines("pattern")
    if not isinstance(tables, list) or len(tables) != len(lines):
        line = next(iter(lines), None) or document.key_line(None, "pattern")
        raise RulesError(file, line, "write each pattern as a table of its own: [[pattern]]")
    return [
        _pattern(file, document, table, line, expander, shelf)
        for table, line in zip(tables, lines, strict=True)
    ]


def _fragments(file: Path, document: TomlDocument) -> Mapping[str, str]:
    fragments = document.data.get("fragments", {})
    header = document.table_line("fragments")
    if not isinstance(fragments, dict):
        raise RulesError(file, document.key_line(None, "fragments"), "[fragments] must be a table")
    for name, text in fragments.items():
        if not isinstance(text, str):
            raise RulesError(
                file, document.key_line(header, name), f"fragment {name!r} is not a string"
            )
    return MappingProxyType({name: _expression(text) for name, text in fragments.items()})


def _pattern(
    file: Path,
    document: TomlDocument,
    table: dict[str, Any],
    line: int,
    expander: Expander,
    shelf: Shelf,
) -> Pattern:
    for key in table:
        if key not in _KEYS:
            known = ", ".join(sorted(_KEYS))
            raise RulesError(
                file, document.key_line(line, key), f"unknown key {key!r}; known: {known}"
            )
    for key in _REQUIRED:
        if key not in table:
            raise RulesError(file, line, f"missing key {key!r} in [[pattern]]")
        if not isinstance(table[key], str) or not table[key].strip():
            raise RulesError(file, document.key_line(line, key), f"{key!r}: expected a text")
    pattern_id = table["id"]
    if not _ID.match(pattern_id):
        raise RulesError(
            file, document.key_line(line, "id"), f"id {pattern_id!r} is not like area.name"
        )
    flags = strings_of(file, document.key_line(line, "flags"), "flags", table.get("flags", []))
    for flag in flags:
        if flag not in FLAGS:
            raise RulesError(
                file,
                document.key_line(line, "flags"),
                f"unknown flag {flag!r}; known: {', '.join(FLAGS)}",
            )
    source = _expression(table["pattern"])
    _check_references(expander, source, file, document.key_line(line, "pattern"))
    rejects_line = document.key_line(line, "rejects")
    return Pattern(
        id=pattern_id,
        why=table["why"],
        source=source,
        flags=flags,
        examples=_examples(file, document.key_line(line, "examples"), table.get("examples", [])),
        rejects=strings_of(file, rejects_line, "rejects", table.get("rejects", [])),
        file=file,
        line=line,
        expander=expander,
        shelf=shelf,
    )


def _expression(text: str) -> str:
    """An expression without its layout: one of several lines means what their letters mean."""
    return _LAYOUT.sub("", f"\n{text}") if "\n" in text else text


def _check_references(expander: Expander, source: str, file: Path, line: int | None) -> None:
    try:
        expander.check(source)
    except ReferenceProblem as problem:
        raise RulesError(file, line, str(problem)) from problem


def _examples(file: Path, line: int | None, value: object) -> tuple[Example, ...]:
    if not isinstance(value, list):
        raise RulesError(file, line, "'examples': expected a list of tables")
    examples: list[Example] = []
    for item in value:
        if not isinstance(item, dict):
            raise RulesError(
                file, line, f"example {item!r} is not a table {{ text = ..., values = {{...}} }}"
            )
        unknown = item.keys() - _EXAMPLE_KEYS
        if unknown:
            raise RulesError(file, line, f"unknown key {min(unknown)!r} in an example")
        text, values = item.get("text"), item.get("values", {})
        if not isinstance(text, str):
            raise RulesError(file, line, "missing key 'text' in an example")
        if not isinstance(values, dict) or not all(isinstance(v, str) for v in values.values()):
            raise RulesError(file, line, "'values' of an example: expected a table of strings")
        examples.append(Example(text, MappingProxyType(values)))
    return tuple(examples)

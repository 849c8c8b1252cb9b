"""Word lists: reads ``lexicons.toml`` (what columns a list has) and ``lexicons/*.tsv``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pipeline.errors import RulesError
from pipeline.rulebook.toml import read_text, read_toml, rule_files, strings_of

_NAME = re.compile(r"[a-z][a-z0-9_]*\Z")
# A line that begins with "#" is a comment and may end as it likes.
_EDGE_BLANK = re.compile(r"^ (?=.*\S)|^(?!#).*(?: \t|\t | \r?$)", re.MULTILINE)
_KEYS = frozenset({"why", "columns", "required", "unique", "lists", "values"})


@dataclass(frozen=True, eq=False)
class LexiconSchema:
    """What one section of ``lexicons.toml`` declares.

    ``required`` columns have no empty cell; ``unique`` names sets of columns whose cells together
    stand once; ``lists`` are columns of several values parted by ``;``; ``values`` names the only
    values a column may have.
    """

    name: str
    why: str
    columns: tuple[str, ...]
    required: tuple[str, ...]
    unique: tuple[tuple[str, ...], ...]
    lists: tuple[str, ...]
    values: Mapping[str, tuple[str, ...]]
    line: int | None


@dataclass(frozen=True, eq=False)
class Lexicon:
    """A word list: rows in file order, each a read-only mapping column -> cell ("" if empty)."""

    name: str
    schema: LexiconSchema
    rows: tuple[Mapping[str, str], ...]
    file: Path

    def column(self, name: str) -> tuple[str, ...]:
        """The cells of one column, a cell a row, "" where empty.

        :raises RulesError: the list has no such column
        """
        if name not in self.schema.columns:
            raise RulesError(self.file, 1, f"no column {name!r} in lexicon {self.name!r}")
        return tuple(row[name] for row in self.rows)

    def terms(
        self, name: str, where: Mapping[str, tuple[str, ...]] | None = None
    ) -> tuple[str, ...]:
        """The non-empty values of one column, ``;`` lists taken apart, each once, in file order.

        :param where: column -> wanted values; only rows that have one of them in each
        :raises RulesError: the list has no such column
        """
        cells = self.column(name)
        for filtered in where or ():
            self.column(filtered)
        found: dict[str, None] = {}
        for row, cell in zip(self.rows, cells, strict=True):
            if where and any(row[key] not in wanted for key, wanted in where.items()):
                continue
            for value in split_list(cell) if name in self.schema.lists else (cell,):
                if value:
                    found[value] = None
        return tuple(found)


def split_list(cell: str) -> tuple[str, ...]:
    """The values of a ``;`` list cell, without blanks at their edges; () for an empty cell."""
    return tuple(value for part in cell.split(";") if (value := part.strip()))


def load_lexicons(folder: Path) -> Mapping[str, Lexicon]:
    """All declared lexicons of a rules folder, by name.

    :raises RulesError: a section, a file or a row is not as declared; file and line are named
    """
    declaration = folder / "lexicons.toml"
    schemas = _load_schemas(declaration)
    for file in rule_files(folder / "lexicons", ".tsv"):
        if file.stem not in schemas:
            raise RulesError(
                file, 1, f"not declared: add a section [{file.stem}] to {declaration.name}"
            )
    return MappingProxyType(
        {name: _load_rows(folder, declaration, schema) for name, schema in schemas.items()}
    )


def _load_schemas(file: Path) -> dict[str, LexiconSchema]:
    if not file.is_file():
        return {}
    document = read_toml(file)
    schemas: dict[str, LexiconSchema] = {}
    for name, section in document.data.items():
        line = document.table_line(name)
        if not _NAME.match(name) or not isinstance(section, dict):
            raise RulesError(file, line, f"{name!r}: expected a section [name] in lower case")
        for key in section:
            if key not in _KEYS:
                known = ", ".join(sorted(_KEYS))
                raise RulesError(
                    file, document.key_line(line, key), f"unknown key {key!r}; known: {known}"
                )
        if "columns" not in section:
            raise RulesError(file, line, f"missing key 'columns' in [{name}]")
        schemas[name] = _schema(file, name, section, line)
    return schemas


def _schema(file: Path, name: str, section: dict[str, Any], line: int | None) -> LexiconSchema:
    why = section.get("why", "")
    values = section.get("values", {})
    groups = section.get("unique", [])
    if not isinstance(why, str):
        raise RulesError(file, line, "'why' must be a string")
    if not isinstance(groups, list) or not isinstance(values, dict):
        raise RulesError(file, line, "'unique' must be a list of lists, 'values' a table of lists")
    columns = strings_of(file, line, "columns", section["columns"])
    schema = LexiconSchema(
        name=name,
        why=why,
        columns=columns,
        required=strings_of(file, line, "required", section.get("required", [])),
        unique=tuple(strings_of(file, line, "unique", group) for group in groups),
        lists=strings_of(file, line, "lists", section.get("lists", [])),
        values={key: strings_of(file, line, "values", allowed) for key, allowed in values.items()},
        line=line,
    )
    named = [*schema.required, *schema.lists, *schema.values]
    for column in [*named, *(column for group in schema.unique for column in group)]:
        if column not in columns:
            raise RulesError(file, line, f"[{name}] names column {column!r}, which it has not")
    if not columns or len(set(columns)) != len(columns):
        raise RulesError(file, line, f"[{name}] needs columns, each once")
    return schema


def _load_rows(folder: Path, declaration: Path, schema: LexiconSchema) -> Lexicon:
    file = folder / "lexicons" / f"{schema.name}.tsv"
    if not file.is_file():
        raise RulesError(declaration, schema.line, f"[{schema.name}]: no file {file.name}")
    rows: list[Mapping[str, str]] = []
    header_seen = False
    seen: list[dict[tuple[str, ...], int]] = [{} for _ in schema.unique]
    text = read_text(file)
    _check_spelling(file, text)
    for number, raw in enumerate(text.split("\n"), start=1):
        line = raw.removesuffix("\r")
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if not header_seen:
            if tuple(cells) != schema.columns:
                wanted = ", ".join(schema.columns)
                raise RulesError(file, number, f"columns must be: {wanted}")
            header_seen = True
            continue
        row = _row(file, number, schema, cells)
        for group, keys in zip(schema.unique, seen, strict=True):
            key = tuple(row[column] for column in group)
            if any(key) and keys.setdefault(key, number) != number:
                raise RulesError(
                    file, number, f"{', '.join(group)} = {key} stands already in line {keys[key]}"
                )
        rows.append(MappingProxyType(row))
    if not header_seen:
        raise RulesError(file, 1, "no line of column names")
    return Lexicon(schema.name, schema, tuple(rows), file)


def _row(file: Path, number: int, schema: LexiconSchema, cells: list[str]) -> dict[str, str]:
    if len(cells) != len(schema.columns):
        raise RulesError(
            file, number, f"{len(cells)} cells, expected {len(schema.columns)} (tab-separated)"
        )
    row = dict(zip(schema.columns, cells, strict=True))
    for column in schema.required:
        if not row[column]:
            raise RulesError(file, number, f"{column!r} is empty and must not be")
    for column, allowed in schema.values.items():
        if row[column] and row[column] not in allowed:
            raise RulesError(
                file, number, f"{column!r} is {row[column]!r}; known: {', '.join(allowed)}"
            )
    return row


def _check_spelling(file: Path, text: str) -> None:
    """Cells that look right and never match: not NFC, or with a blank at their edge."""
    if not unicodedata.is_normalized("NFC", text):
        for number, line in enumerate(text.split("\n"), start=1):
            if not unicodedata.is_normalized("NFC", line):
                raise RulesError(file, number, f"not NFC: {line!r}")
    edge = _EDGE_BLANK.search(text)
    if edge:
        number = text.count("\n", 0, edge.start()) + 1
        raise RulesError(file, number, "blank at the edge of a cell")

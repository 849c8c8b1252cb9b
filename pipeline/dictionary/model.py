"""The dictionary as values: tables, columns and keys, read once from ``tables.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal, get_args

from pipeline.dictionary.types import Type, parse_type

Scope = Literal["document", "source", "archive", "run"]


@dataclass(frozen=True, slots=True)
class Code:
    """A code that a column holds, and what it says in both languages."""

    code: str
    en: str
    vi: str


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its type, and what it means in both languages.

    ``references`` is the (table, column) that each value, or each item of a list, must be found
    in; ``values`` the closed list that each is taken from, ``codes`` the same with what each says;
    ``low``/``high`` its bounds, inclusive; ``repeats`` says that few distinct values recur.
    """

    name: str
    type: Type
    nullable: bool
    en: str
    vi: str
    example: str
    unit: str | None = None
    low: float | None = None
    high: float | None = None
    values: tuple[str, ...] = ()
    codes: tuple[Code, ...] = ()
    repeats: bool = False
    references: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its columns in order, primary key, and the columns its rows are sorted by.

    ``scope`` says with what its rows come and go: a document, an input file, the archive as a
    whole (derived from all documents), or a run.
    """

    name: str
    scope: Scope
    key: tuple[str, ...]
    sort: tuple[str, ...]
    en: str
    vi: str
    columns: tuple[Column, ...]
    has_evidence: bool

    def column(self, name: str) -> Column:
        """The column of that name.

        :raises KeyError: if the table has no such column
        """
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"{self.name} has no column {name!r}")

    @property
    def id_column(self) -> str | None:
        """The column of row ids (a key of one text column), None for other keys."""
        return self.key[0] if len(self.key) == 1 and self.key[0].endswith("_id") else None


@dataclass(frozen=True, slots=True)
class Dictionary:
    """Every table of an archive, in the contract's order; ``format`` numbers the layout."""

    format: int
    tables: Mapping[str, Table]


@cache
def load_dictionary() -> Dictionary:
    """The dictionary of this version of the package.

    :raises ValueError: if ``tables.toml`` contradicts itself (a defect of the package)
    """
    text = resources.files("pipeline.dictionary").joinpath("tables.toml").read_text("utf-8")
    return parse_dictionary(tomllib.loads(text))


def table(name: str) -> Table:
    """The table of that name.

    :raises KeyError: if there is none; the message lists the tables
    """
    tables = load_dictionary().tables
    if name not in tables:
        raise KeyError(f"no table {name!r}; the tables are {', '.join(tables)}")
    return tables[name]


def parse_dictionary(data: Mapping[str, Any]) -> Dictionary:
    """Turn the parsed TOML into values and hold it against itself.

    :raises ValueError: naming the table and column of the first fault
    """
    tables: dict[str, Table] = {}
    for entry in data["table"]:
        made = _table(entry, data)
        if made.name in tables:
            raise ValueError(f"table {made.name} stands twice")
        tables[made.name] = made
    for made in tables.values():
        _check(made, tables)
    known = {f"{made.name}.{column.name}" for made in tables.values() for column in made.columns}
    if strange := data.get("codes", {}).keys() - known:
        raise ValueError(f"codes of no column: {sorted(strange)}")
    return Dictionary(format=int(data["format"]), tables=tables)


def _table(entry: Mapping[str, Any], data: Mapping[str, Any]) -> Table:
    groups: Mapping[str, list[dict[str, Any]]] = data.get("groups", {})
    columns: list[Column] = []
    groups_used = []
    for item in entry["columns"]:
        if "group" in item:
            groups_used.append(item["group"])
            columns.extend(_column(entry["name"], each, data) for each in groups[item["group"]])
        else:
            columns.append(_column(entry["name"], item, data))
    if entry["scope"] not in get_args(Scope):
        raise ValueError(f"{entry['name']}: unknown scope {entry['scope']!r}")
    return Table(
        name=entry["name"],
        scope=entry["scope"],
        key=tuple(entry["key"]),
        sort=tuple(entry["sort"]),
        en=entry["en"],
        vi=entry["vi"],
        columns=tuple(columns),
        has_evidence="evidence" in groups_used,
    )


_COLUMN_KEYS = frozenset(
    {"name", "type", "en", "vi", "example", "null", "unit", "min", "max", "values", "repeats",
     "references"}
)  # fmt: skip


def _column(table: str, item: Mapping[str, Any], data: Mapping[str, Any]) -> Column:
    types: Mapping[str, str] = data.get("types", {})
    unknown = item.keys() - _COLUMN_KEYS
    if unknown:
        raise ValueError(f"{table}.{item.get('name')}: unknown keys {sorted(unknown)}")
    target = item.get("references")
    codes = tuple(Code(**each) for each in data.get("codes", {}).get(f"{table}.{item['name']}", ()))
    return Column(
        name=item["name"],
        type=parse_type(types.get(item["type"], item["type"])),
        nullable=item.get("null", False),
        en=item["en"],
        vi=item["vi"],
        example=item["example"],
        unit=item.get("unit"),
        low=item.get("min"),
        high=item.get("max"),
        values=tuple(item.get("values", (code.code for code in codes))),
        codes=codes,
        repeats=item.get("repeats", "values" in item),
        references=(target.partition(".")[0], target.partition(".")[2]) if target else None,
    )


def _check(made: Table, tables: Mapping[str, Table]) -> None:
    """Names are unique, keys and sort columns exist, references lead to a key."""
    names = [column.name for column in made.columns]
    twice = {name for name in names if names.count(name) > 1}
    if twice:
        raise ValueError(f"{made.name}: columns stand twice: {sorted(twice)}")
    absent = {*made.key, *made.sort} - set(names)
    if absent:
        raise ValueError(f"{made.name}: key or sort names no column: {sorted(absent)}")
    for column in made.columns:
        if column.references is None:
            continue
        other, target = column.references
        if other not in tables or tables[other].key != (target,):
            raise ValueError(f"{made.name}.{column.name}: {other}.{target} is no primary key")

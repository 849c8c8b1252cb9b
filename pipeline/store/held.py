"""The tables of an archive as validation holds them: everything but the texts, in memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.dictionary.model import Table
from pipeline.dictionary.types import Type


@dataclass(frozen=True, slots=True)
class Held:
    """A table's dictionary entry and its rows, one chunk a column, long texts left out."""

    table: Table
    rows: pa.Table

    def array(self, column: str) -> pa.Array:
        """A column as one array."""
        return self.rows[column].combine_chunks()

    def label(self, row: int) -> str:
        """How a row is named in a message: its key, or its sort columns where it has none."""
        columns = self.table.key or self.table.sort[:3]
        return "/".join(str(self.rows[name][row].as_py()) for name in columns)


HeldTables = Mapping[str, Held]


@dataclass(frozen=True, slots=True)
class Leaf:
    """The plain values inside a column: the column itself, a list's items, a struct's fields.

    ``rows[i]`` is the table row that ``values[i]`` belongs to.
    """

    path: str
    type: Type
    values: pa.Array
    rows: pa.Array


def leaves(held: Held, column: str) -> Iterator[Leaf]:
    """Every leaf of a column, nested lists and structs opened."""
    array = held.array(column)
    rows = pa.array(range(len(array)), pa.int64())
    yield from _open(Leaf(column, held.table.column(column).type, array, rows))


def _open(leaf: Leaf) -> Iterator[Leaf]:
    if leaf.type.name == "list" and leaf.type.item is not None:
        rows = leaf.rows.take(pc.list_parent_indices(leaf.values))
        yield from _open(Leaf(leaf.path, leaf.type.item, pc.list_flatten(leaf.values), rows))
    elif leaf.type.name == "struct":
        for name, kind in leaf.type.fields:
            values = pc.struct_field(leaf.values, name)
            yield from _open(Leaf(f"{leaf.path}.{name}", kind, values, leaf.rows))
    else:
        yield leaf


def true_rows(mask: pa.Array) -> list[int]:
    """Places at which a mask is true; null counts as false."""
    return [int(i) for i in pc.indices_nonzero(pc.fill_null(mask, False)).to_pylist()]

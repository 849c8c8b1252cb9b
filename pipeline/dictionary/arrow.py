"""Arrow schemas of the tables, with the dictionary's meanings as field metadata."""

from __future__ import annotations

from functools import cache

import pyarrow as pa

from pipeline.dictionary.model import Column, load_dictionary, table
from pipeline.dictionary.types import Type


@cache
def schema(name: str) -> pa.Schema:
    """The Arrow schema of a table.

    Each field carries ``description`` (English), ``description_vi`` and, where it has one,
    ``unit``; the schema carries the table's name, its descriptions and the archive's format.

    :raises KeyError: for a table that the dictionary does not have
    """
    made = table(name)
    metadata = {
        "congvan.table": made.name,
        "congvan.format": str(load_dictionary().format),
        "description": made.en,
        "description_vi": made.vi,
    }
    return pa.schema([_field(column) for column in made.columns], metadata=metadata)


def arrow_type(kind: Type) -> pa.DataType:
    """The Arrow type of a dictionary type."""
    if kind.name == "list" and kind.item is not None:
        # Parquet's own name for a list's items, so that a schema reads back as it was written.
        return pa.list_(pa.field("element", arrow_type(kind.item)))
    if kind.name == "struct":
        return pa.struct([pa.field(name, arrow_type(inner)) for name, inner in kind.fields])
    if kind.name == "decimal128":
        return pa.decimal128(int(kind.args[0]), int(kind.args[1]))
    if kind.name == "timestamp":
        return pa.timestamp(kind.args[0], tz=kind.args[1])
    return _SCALARS[kind.name]


_SCALARS = {
    "string": pa.string(),
    "large_string": pa.large_string(),
    "bool": pa.bool_(),
    "int32": pa.int32(),
    "int64": pa.int64(),
    "double": pa.float64(),
    "date32": pa.date32(),
}


def _field(column: Column) -> pa.Field:
    metadata = {"description": column.en, "description_vi": column.vi}
    if column.unit:
        metadata["unit"] = column.unit
    return pa.field(
        column.name, arrow_type(column.type), nullable=column.nullable, metadata=metadata
    )

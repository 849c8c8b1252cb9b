"""The Frictionless descriptor (``datapackage.json``) that lies beside the tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from pipeline.dictionary.model import Column, Table, load_dictionary

_TYPES = {
    "string": "string",
    "large_string": "string",
    "bool": "boolean",
    "int32": "integer",
    "int64": "integer",
    "double": "number",
    "decimal128": "number",
    "date32": "date",
    "timestamp": "datetime",
    "list": "array",
    "struct": "object",
}


def datapackage(files: Mapping[str, Sequence[str]] | None = None) -> dict[str, Any]:
    """The descriptor of an archive: a resource a table, with the paths of its files.

    Foreign keys of single values are stated; a list's references are in its description, as the
    standard has no key for the items of an array.

    :param files: the names of each table's files; None for those of a small archive
    """
    return {
        "profile": "data-package",
        "name": "congvan-archive",
        "title": "Vietnamese official dispatches, with evidence",
        "resources": [
            _resource(table, ["part-0.parquet"] if files is None else files[table.name])
            for table in load_dictionary().tables.values()
        ],
    }


def _resource(table: Table, files: Sequence[str]) -> dict[str, Any]:
    paths = [f"{table.name}/{file}" for file in files]
    schema: dict[str, Any] = {"fields": [_field(table, column) for column in table.columns]}
    if table.key:
        schema["primaryKey"] = list(table.key)
    keys = [
        _foreign_key(table, column.name, column.references)
        for column in table.columns
        if column.references and column.type.name != "list"
    ]
    if keys:
        schema["foreignKeys"] = keys
    return {
        "name": table.name,
        "path": paths if len(paths) > 1 else paths[0],
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "description": table.en,
        "description_vi": table.vi,
        "schema": schema,
    }


def _foreign_key(table: Table, column: str, target: tuple[str, str]) -> dict[str, Any]:
    """A reference inside the same table is written with an empty resource name (the standard)."""
    resource = "" if target[0] == table.name else target[0]
    return {"fields": [column], "reference": {"resource": resource, "fields": [target[1]]}}


def _field(table: Table, column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if not column.nullable:
        constraints["required"] = True
    if table.key == (column.name,):
        constraints["unique"] = True
    if column.low is not None:
        constraints["minimum"] = column.low
    if column.high is not None:
        constraints["maximum"] = column.high
    if column.values and column.type.item is None:  # of a list the standard holds the whole to it
        constraints["enum"] = list(column.values)
    field: dict[str, Any] = {
        "name": column.name,
        "type": _TYPES[column.type.name],
        "description": column.en,
        "description_vi": column.vi,
        "arrowType": column.type.text,
        "example": column.example,
    }
    if column.unit:
        field["unit"] = column.unit
    if column.codes:
        field["codes"] = [asdict(code) for code in column.codes]
    if constraints:
        field["constraints"] = constraints
    return field

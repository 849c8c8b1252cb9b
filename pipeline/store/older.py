"""Takes over tables of an older version of this package, which had fewer tables and columns.

Tables and columns are added and never change their meaning, so what an older version did not have
is unknown, that is null.
"""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow as pa

from pipeline.dictionary.arrow import schema
from pipeline.errors import ArchiveError
from pipeline.store.folder import DESCRIPTOR, part_paths


def lacks(root: Path, table: str) -> bool:
    """Whether the version that wrote an archive did not know a table yet.

    :raises ArchiveError: if it knew it, and the table is missing all the same
    """
    if part_paths(root, table):
        return False
    try:
        descriptor = json.loads((root / DESCRIPTOR).read_bytes())
        known = {resource["name"] for resource in descriptor["resources"]}
    except (OSError, ValueError, KeyError, TypeError) as error:
        message = f"the table {table} is missing ({error}); write the archive anew"
        raise ArchiveError(root, message) from error
    if table in known:
        raise ArchiveError(root, f"the table {table} is missing; write the archive anew")
    return True


def as_now(path: Path, name: str, rows: pa.Table) -> pa.Table:
    """The rows with the columns that the table has now; those that it had not are null.

    :param path: where the rows come from, for the error
    :raises ArchiveError: if a column has another type now, or is gone, or must not be null
    """
    wanted = schema(name)
    if rows.schema.equals(wanted):
        return rows
    names = set(rows.schema.names)
    if not names <= set(wanted.names) or not all(
        rows.schema.field(field.name).equals(field) if field.name in names else field.nullable
        for field in wanted
    ):
        raise ArchiveError(
            path, "the columns are not those of this version; write the archive anew"
        )
    columns = [
        rows[field.name] if field.name in names else pa.nulls(rows.num_rows, field.type)
        for field in wanted
    ]
    return pa.Table.from_arrays(columns, schema=wanted)

"""Writing tables into an archive: staged, synced, then moved into place one file a table.

A table is one file, ``OUT/<table>/part-0.parquet``.  All files are written and synced in
``OUT/.staging`` first and take their places by rename afterwards, so a reader sees each table as it
was or as it will be, and a crash before the renames changes nothing.  The ledger is taken away
before the first rename and put back after the last: a run that is cut off in between leaves
readable tables and no ledger, and the next run reads every input again.  One writer at a time.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Collection, Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.dictionary import datapackage
from pipeline.dictionary.arrow import schema
from pipeline.dictionary.model import load_dictionary
from pipeline.dictionary.model import table as find_table
from pipeline.dictionary.types import Type
from pipeline.store.errors import RowError
from pipeline.store.folder import (
    STAGING,
    open_output,
    part_path,
    publish,
    stage_path,
    sync_folder,
    write_file,
)
from pipeline.store.ledger import LEDGER, LedgerEntry, ledger_bytes

ROW_GROUP_ROWS = 20_000
COMPRESSION_LEVEL = 3


def write_archive(
    out: Path,
    tables: Mapping[str, pa.Table],
    ledger: Collection[LedgerEntry] | None = None,
) -> None:
    """Write tables into the archive ``out``, making it if need be.

    Each given table replaces the rows it had; a table that is not given keeps its rows, or is
    written empty if the archive lacks it.  Rows are sorted by the dictionary's order and the files
    hold no time: the same rows give the same bytes.

    :param tables: table name to rows, of the dictionary's schema (see ``to_arrow``)
    :param ledger: the inputs that the archive holds from now on; None leaves the ledger alone
    :raises KeyError: for a table that the dictionary does not have
    :raises RowError: for a table of another schema
    :raises ArchiveError: if ``out`` holds something that is no archive; nothing is written then
    """
    ordered = {name: _sorted(name, rows) for name, rows in tables.items()}
    open_output(out)
    shutil.rmtree(out / STAGING, ignore_errors=True)
    for name in load_dictionary().tables:
        if name not in ordered and not part_path(out, name).exists():
            ordered[name] = schema(name).empty_table()
    staged = {part_path(out, name): _stage(out, name, rows) for name, rows in ordered.items()}
    if ledger is not None:
        (out / LEDGER).unlink(missing_ok=True)
        sync_folder(out)
    for path, file in staged.items():
        publish(file, path)
    descriptor = json.dumps(datapackage(), ensure_ascii=False, indent=2) + "\n"
    write_file(out / "datapackage.json", descriptor.encode(), out)
    if ledger is not None:
        write_file(out / LEDGER, ledger_bytes(ledger), out)
    shutil.rmtree(out / STAGING, ignore_errors=True)


def _sorted(name: str, rows: pa.Table) -> pa.Table:
    """The rows in the dictionary's order, in one chunk: chunks would show in the file's bytes."""
    wanted = schema(name)
    if not rows.schema.equals(wanted):
        raise RowError(name, None, None, f"the schema differs from the dictionary's: {rows.schema}")
    keys = [(column, "ascending") for column in find_table(name).sort]
    return rows.sort_by(keys).combine_chunks().replace_schema_metadata(wanted.metadata)


def _stage(out: Path, name: str, rows: pa.Table) -> Path:
    path = stage_path(out, part_path(out, name))
    with path.open("wb") as file:
        pq.write_table(
            rows,
            file,
            row_group_size=ROW_GROUP_ROWS,
            compression="zstd",
            compression_level=COMPRESSION_LEVEL,
            use_dictionary=_repeating(name),
            write_page_index=True,
        )
        file.flush()
        os.fsync(file.fileno())
    return path


def _repeating(name: str) -> list[str]:
    """Parquet paths of the columns worth a dictionary."""
    paths: list[str] = []
    for column in find_table(name).columns:
        if column.repeats:
            paths.extend(_leaves(column.name, column.type))
    return paths


def _leaves(path: str, kind: Type) -> list[str]:
    if kind.name == "list" and kind.item is not None:
        return _leaves(f"{path}.list.element", kind.item)
    if kind.name == "struct":
        return [leaf for name, inner in kind.fields for leaf in _leaves(f"{path}.{name}", inner)]
    return [path]

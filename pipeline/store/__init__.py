"""Storing an archive: rows to Parquet, the ledger, reading, SQL, export and validation.

A run keeps rows in a `spool`, puts them into `shards` beside those it takes over (`carry`), and
`write` shows the whole new version in one step; `lock` lets one writer in, `hold` keeps what is
being read.  `archive` is the face for reading (`parts`, `sql`, `export`); `validation` holds an
archive against its contract.

The public names below are loaded when they are first used, so that importing this package costs
neither pyarrow nor pandas nor DuckDB.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pipeline.store.archive import Archive, DocumentRows
    from pipeline.store.columns import to_arrow
    from pipeline.store.errors import DocumentError, ExportError, FilterError, QueryError, RowError
    from pipeline.store.export import export_csv, export_sheets, export_xlsx
    from pipeline.store.folder import open_output
    from pipeline.store.ledger import LedgerEntry, load_ledger
    from pipeline.store.validation import validate
    from pipeline.store.violations import Violation
    from pipeline.store.write import write_archive

_HOMES = {
    "Archive": "archive",
    "DocumentError": "errors",
    "DocumentRows": "archive",
    "ExportError": "errors",
    "FilterError": "errors",
    "LedgerEntry": "ledger",
    "QueryError": "errors",
    "RowError": "errors",
    "Violation": "violations",
    "export_csv": "export",
    "export_sheets": "export",
    "export_xlsx": "export",
    "load_ledger": "ledger",
    "open_output": "folder",
    "to_arrow": "columns",
    "validate": "validation",
    "write_archive": "write",
}

__all__ = [
    "Archive",
    "DocumentError",
    "DocumentRows",
    "ExportError",
    "FilterError",
    "LedgerEntry",
    "QueryError",
    "RowError",
    "Violation",
    "export_csv",
    "export_sheets",
    "export_xlsx",
    "load_ledger",
    "open_output",
    "to_arrow",
    "validate",
    "write_archive",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"pipeline.store.{_HOMES[name]}"), name)

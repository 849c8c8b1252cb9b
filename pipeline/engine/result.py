"""What reading one input gives: its rows, ready to be put away, and how it went."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from pipeline.store.spool import Chunk, chunks_of

if TYPE_CHECKING:
    import pyarrow as pa

Row = dict[str, object]
Status = Literal["ok", "partial", "failed"]


@dataclass(frozen=True, slots=True)
class Result:
    """The rows of an input: those of documents as chunks, those of `failures` as they are."""

    status: Status
    pages: int
    failures: tuple[Row, ...]
    chunks: tuple[Chunk, ...]


def result_of(tables: Mapping[str, pa.Table]) -> Result:
    """Sort what was read into a result.

    :param tables: rows by table of the dictionary; tables without rows may be missing
    """
    rest = dict(tables)
    failures = tuple(rest.pop("failures").to_pylist()) if "failures" in rest else ()
    documents = rest["documents"]["status"].to_pylist() if "documents" in rest else []
    status: Status = "ok"
    if not documents:
        status = "failed"
    elif failures or "partial" in documents:
        status = "partial"
    pages = rest["pages"].num_rows if "pages" in rest else 0
    return Result(status, pages, failures, chunks_of(rest))

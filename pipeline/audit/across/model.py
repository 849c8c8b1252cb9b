"""What a check across documents works on: places that know their document, and rows by SQL."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.dataset as ds

from pipeline.audit.model import Found, Paper, Place, Row
from pipeline.rulebook import Rulebook
from pipeline.rulebook.checks import Check
from pipeline.store.sql import run_query


@dataclass(frozen=True)
class Site(Place):
    """Words that a verdict rests on, in one of the documents that it is about."""

    doc_id: str = ""


@dataclass(frozen=True)
class Desk:
    """The facts of an archive as tables, and the rules; see :mod:`pipeline.audit.across.facts`."""

    tables: Mapping[str, pa.Table]
    rules: Rulebook

    def select(self, sql: str) -> Iterator[Row]:
        """The rows of a reading SQL statement over the tables, in its order.

        :raises QueryError: the statement does not fit the tables
        """
        views = {name: ds.dataset(table) for name, table in self.tables.items()}
        for batch in run_query(sql, views).to_batches(max_chunksize=10_000):
            yield from batch.to_pylist()


def site(row: Row, prefix: str, table: str, sure: float | None = None) -> Site:
    """The place that the columns `PREFIXrow_id, PREFIXdoc_id, PREFIXstart ...` tell of.

    :param sure: instead of how surely the row was read, where other readings bear it out
    """
    return Site(
        table, row[f"{prefix}row_id"], row[f"{prefix}start"], row[f"{prefix}end"],
        row[f"{prefix}quote"], row[f"{prefix}sure"] if sure is None else sure,
        row[f"{prefix}doc_id"],
    )  # fmt: skip


PLACE = [
    ("row_id", pa.string()), ("doc_id", pa.string()), ("start", pa.int32()), ("end", pa.int32()),
    ("quote", pa.string()), ("sure", pa.float64()),
]  # fmt: skip


def place_of(paper: Paper, row: Row, key: str) -> Row:
    """The columns :data:`PLACE` of a row of the document; ``key`` is the column of its id."""
    return {
        "row_id": row[key], "doc_id": paper.doc_id, "start": row["start"], "end": row["end"],
        "quote": row["quote"], "sure": row["confidence"],
    }  # fmt: skip


def columns(alias: str, prefix: str) -> str:
    """The SQL that selects a place for :func:`site`."""
    return ", ".join(f'{alias}."{name}" AS {prefix}{name}' for name, _ in PLACE)


def head_site(row: Row) -> Site | None:
    """The words of a head field of a document (table `heads`, selected as `h_`), None without."""
    if row["h_doc_id"] is None:
        return None
    found: Any = {**row, "h_row_id": row["h_doc_id"]}
    return site(found, "h_", "documents")


Method = Callable[[Desk, Check], Iterator[Found]]

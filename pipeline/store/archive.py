"""The public face for reading an archive: tables, SQL, and all about one document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.dictionary.model import load_dictionary
from pipeline.dictionary.model import table as find_table
from pipeline.errors import ArchiveError
from pipeline.remote import Remote, place
from pipeline.store.current import check_archive
from pipeline.store.errors import DocumentError, FilterError
from pipeline.store.hold import Hold
from pipeline.store.naming import NAMES, named, near, title, why_unread
from pipeline.store.parts import (
    batches,
    check_alike,
    collect,
    count_rows,
    open_table,
    rows_where,
)

if TYPE_CHECKING:
    import pandas as pd

_NAMES_AT_ONCE = 4096  # documents whose names are held in memory at a time


@dataclass(frozen=True, slots=True)
class DocumentRows:
    """Everything the archive holds about one document.

    ``header`` is its row of ``documents``; ``text`` its text; ``rows`` the rows of every other
    table that belongs to documents, in the order of the text, plus the ``failures`` of its source
    and the ``findings`` that name it.
    """

    doc_id: str
    header: Mapping[str, Any]
    text: str
    rows: Mapping[str, pd.DataFrame]


class Archive:
    """A folder of tables, read and never changed, as it was when this was made.

    What a run writes later shows in an ``Archive`` that is made later; this one keeps its tables
    as long as it lives; on an object store until the second next run begins.

    :param path: the folder, or its URL (`s3://bucket/archive`)
    :raises ArchiveError: if the folder is missing or no archive of this version
    """

    def __init__(self, path: Path | str | Remote):
        self.path = place(path)
        check_archive(self.path)
        self._hold = Hold(self.path)
        self._root = self._hold.root

    @property
    def folder(self) -> Path:
        """The archive's own folder, for those who write to it.

        :raises ArchiveError: for an archive on an object store
        """
        if isinstance(self.path, Remote):
            raise ArchiveError(self.path, "only an archive in a folder of this machine can do this")
        return self.path

    @property
    def root(self) -> str:
        """Where the tables lie as this archive sees them, a folder each, for other programs."""
        return str(self._root)

    def tables(self) -> dict[str, int]:
        """Rows of each table, in the dictionary's order."""
        return {name: count_rows(self._root, name) for name in load_dictionary().tables}

    def arrow(
        self, table: str, columns: Sequence[str] | None = None, filters: Any = None
    ) -> pa.Table:
        """Rows of a table as Arrow.

        :param columns: names of the columns wanted, in order; None for all
        :param filters: a ``pyarrow.dataset`` expression, or pyarrow's lists of
            ``(column, operator, value)``
        :raises KeyError: for an unknown table or column
        :raises FilterError: if the filter names an unknown column, or a value of another type
        :raises ArchiveError: if the table is missing or damaged
        """
        import pyarrow.parquet as pq

        made = find_table(table)
        for name in columns or ():
            made.column(name)
        expression = filters
        if filters is not None and not isinstance(filters, pc.Expression):
            expression = pq.filters_to_expression(filters)
        dataset = open_table(self._root, table)
        if expression is not None:
            try:
                dataset.scanner(
                    filter=expression
                )  # reads nothing, but holds it against the columns
            except (pa.ArrowException, TypeError) as error:
                raise FilterError(table, error) from error
        return collect(dataset, self._root, table, columns, expression)

    def read(
        self, table: str, columns: Sequence[str] | None = None, filters: Any = None
    ) -> pd.DataFrame:
        """Rows of a table as a pandas frame; parameters and errors as in :meth:`arrow`."""
        from pipeline.store.frame import to_frame

        return to_frame(self.arrow(table, columns, filters))

    def query(
        self, sql: str, *, max_rows: int | None = None, timeout: float | None = None
    ) -> pd.DataFrame:
        """Run one reading SQL statement; every table is a view of its own name.

        :param max_rows: stop after that many rows
        :param timeout: seconds after which the query is broken off
        :raises QueryError: if the statement is refused or goes wrong; ``hint`` lists the tables
        """
        from pipeline.store.frame import to_frame
        from pipeline.store.sql import run_query

        views = {name: open_table(self._root, name) for name in load_dictionary().tables}
        for name in views:
            if name in sql.lower():  # to look into the files of all others would take its time
                check_alike(views[name], self._root, name)
        return to_frame(run_query(sql, views, max_rows=max_rows, timeout=timeout))

    def find(self, key: str) -> tuple[str, ...]:
        """Ids of the documents that a key names: an id, else a number, else a file name.

        Numbers are compared without blanks and case.  A file name is the last part of the source's
        path or of the path inside an archive; the whole path does too.
        """
        return tuple(row["doc_id"] for row in self._named(key))

    def document(self, key: str) -> DocumentRows:
        """All about the one document that a key names (see :meth:`find`).

        :raises DocumentError: if it names none, or several
        """
        found = self._named(key)
        if len(found) > 1:
            raise DocumentError(key, {row["doc_id"]: title(row) for row in found})
        if not found:
            unread = self.arrow("failures").to_pylist()
            raise DocumentError(key, {}, near(self._names(), key), why_unread(unread, key))
        doc_id = found[0]["doc_id"]
        same = pc.field("doc_id") == doc_id
        header = self.arrow("documents", filters=same).to_pylist()[0]
        text = self.arrow("texts", ["text"], same)["text"].to_pylist()
        rows = {
            name: self.read(name, filters=same)
            for name, table in load_dictionary().tables.items()
            if table.scope == "document" and name not in ("documents", "texts")
        }
        source = pc.field("source_sha256") == header["source_sha256"]
        failures = self.read("failures", filters=source)
        same_member = [value == header["member"] for value in _nones(failures["member"])]
        rows["failures"] = failures[same_member].reset_index(drop=True)
        rows["findings"] = self._findings_of(doc_id)
        return DocumentRows(doc_id, header, text[0] if text else "", rows)

    def _named(self, key: str) -> Sequence[Mapping[str, Any]]:
        """The documents that a key names: one that has it as its id is found without a search."""
        same: list[dict[str, Any]] = self.arrow(
            "documents", NAMES, pc.field("doc_id") == key
        ).to_pylist()
        return same or named(self._names(), key)

    def _names(self) -> Iterator[dict[str, Any]]:
        """What documents are called by, some at a time: an archive may hold millions."""
        dataset = open_table(self._root, "documents")
        for batch in batches(dataset, self._root, "documents", NAMES, _NAMES_AT_ONCE):
            yield from batch.to_pylist()

    def _findings_of(self, doc_id: str) -> pd.DataFrame:
        """The findings that name a document; of all others their documents alone are read."""
        from pipeline.dictionary.arrow import schema
        from pipeline.store.frame import to_frame

        def naming(ids: pa.ChunkedArray) -> pa.Array:
            hits = pc.equal(pc.list_flatten(ids), doc_id)
            return pc.list_parent_indices(ids).filter(hits).unique()

        dataset = open_table(self._root, "findings")
        found = rows_where(dataset, self._root, "findings", "doc_ids", naming)
        return to_frame(pa.concat_tables([schema("findings").empty_table(), *found]))


def _nones(values: pd.Series[Any]) -> list[Any]:
    """A column's values with every kind of missing value as None."""
    return [
        None if missing else value for value, missing in zip(values, values.isna(), strict=True)
    ]

"""Takes rows of unchanged documents over, a row group at a time, with new ones between them."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from pipeline.errors import ArchiveError
from pipeline.store.folder import part_paths
from pipeline.store.older import as_now, lacks
from pipeline.store.spool import Spool

# Columns that `congvan resolve` fills; a run that changes the archive cuts them.
_LINKS = {"awardees": "entity_id", "citations": "cited_doc_id", "documents": "same_as"}


def kept_rows(
    root: Path, name: str, column: str, values: Collection[str], *, linked: bool = False
) -> Iterator[pa.Table]:
    """The rows of a table whose column has one of the values, as they stand there.

    :param root: a version of an archive; it is not looked at where there are no values
    :param linked: leave the links between documents, of which none comes or goes
    :raises ArchiveError: if the table is missing, damaged, or has a schema that is none of an older
        version
    """
    if not values:
        return
    if lacks(root, name):
        return
    wanted = pa.array(sorted(values), pa.string())
    for path in part_paths(root, name):
        try:
            with pq.ParquetFile(path) as file:
                for group in range(file.num_row_groups):
                    rows = as_now(path, name, file.read_row_group(group, use_threads=False))
                    rows = rows.filter(pc.is_in(rows[column], value_set=wanted))
                    yield rows if linked else _unlinked(name, rows)
        except (pa.ArrowException, OSError) as error:
            raise ArchiveError(path, f"the table cannot be read: {error}") from error


def _unlinked(name: str, rows: pa.Table) -> pa.Table:
    """The rows without their link to what is derived from the whole archive: that is made anew."""
    column = _LINKS.get(name)
    if column is None:
        return rows
    at = rows.schema.get_field_index(column)
    field = rows.schema.field(at)
    return rows.set_column(at, field, pa.nulls(rows.num_rows, field.type))


def merged(name: str, kept: Iterable[pa.Table], fresh: Spool) -> Iterator[pa.Table]:
    """All rows of a table in the order of the documents' ids, which both sides have already.

    :param kept: rows of documents that are not in ``fresh``
    """
    waiting = deque(fresh.doc_ids(name))
    for rows in kept:
        ids = rows["doc_id"].to_pylist() if waiting else []
        start = 0
        while waiting and ids and waiting[0] < ids[-1]:
            at = bisect_left(ids, waiting[0], start)
            if at > start:
                yield rows.slice(start, at - start)
            yield fresh.rows(name, waiting.popleft())
            start = at
        yield rows.slice(start)
    for doc_id in waiting:
        yield fresh.rows(name, doc_id)

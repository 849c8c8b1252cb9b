"""Takes rows of unchanged documents over: files of them as they are, else a row group at a time."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from pipeline.errors import ArchiveError
from pipeline.store.folder import part_paths
from pipeline.store.older import as_now, lacks
from pipeline.store.parquet import written_schema
from pipeline.store.shards import WHOLE, Shard
from pipeline.store.spool import Spool

# Columns that `congvan resolve` fills; a run that changes the archive cuts them.
_LINKS = {"awardees": "entity_id", "citations": "cited_doc_id", "documents": "same_as"}
_WRITER = f"parquet-cpp-arrow version {pa.__version__}"


def is_cut_so(root: Path, name: str, shards: Sequence[Shard]) -> bool:
    """Whether the files of a table are those of these ranges, and of no others.

    The names of all files say where each range ends; that of one file does not: a version of this
    package that allows other sizes gives the same name to another range.
    """
    return [path.name for path in part_paths(root, name)] == [shard.file for shard in shards]


def is_kept_whole(root: Path, name: str, shard: Shard) -> bool:
    """Whether a file of a version is what would be written now for a range of its documents.

    It is not where another version of the library wrote it, where the table has other columns or
    another layout by now, or where rows have links to what is derived from the whole archive.

    :param shard: one of the ranges that the table is cut into (see :func:`is_cut_so`)
    """
    path = root / name / shard.file
    if not path.exists():
        return False
    with _reading(path), pq.ParquetFile(path) as file:
        if file.metadata.created_by != _WRITER or not file.schema_arrow.equals(
            written_schema(name), check_metadata=True
        ):
            return False
        column = _LINKS.get(name)
        return column is None or all(
            _nulls(file.metadata.row_group(group), column)
            == file.metadata.row_group(group).num_rows
            for group in range(file.num_row_groups)
        )


def kept_rows(
    root: Path,
    name: str,
    column: str,
    values: Collection[str],
    *,
    linked: bool = False,
    within: Shard = WHOLE,
    shards: Sequence[Shard] = (),
) -> Iterator[pa.Table]:
    """The rows of a table whose column has one of the values, as they stand there.

    :param root: a version of an archive; it is not looked at where there are no values
    :param linked: leave the links between documents, of which none comes or goes
    :param within: the range of documents that the rows are of
    :param shards: the ranges of the version; its files are all looked into where they are others
    :raises ArchiveError: if the table is missing, damaged, or has a schema that is none of an older
        version
    """
    if not values:
        return
    if lacks(root, name):
        return
    wanted = pa.array(sorted(values), pa.string())
    for path in _files(root, name, within, shards):
        with _reading(path), pq.ParquetFile(path) as file:
            for group in range(file.num_row_groups):
                if not within.overlaps(*_ids(file.metadata.row_group(group))):
                    continue
                rows = as_now(path, name, file.read_row_group(group, use_threads=False))
                stays = pc.is_in(rows[column], value_set=wanted)
                if not pc.all(stays).as_py():  # else a copy would be for nothing
                    rows = rows.filter(stays)
                yield rows if linked else _unlinked(name, rows)
                del rows, stays  # one group at a time


def _files(root: Path, name: str, within: Shard, shards: Sequence[Shard]) -> list[Path]:
    """The files of a table that rows of a range can be in."""
    paths = part_paths(root, name)
    if not is_cut_so(root, name, shards):
        return paths
    return [
        path
        for path, shard in zip(paths, shards, strict=True)
        if within.overlaps(shard.low, shard.high)
    ]


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    """Say of which file it was where one is damaged or goes."""
    try:
        yield
    except (pa.ArrowException, OSError) as error:
        raise ArchiveError(path, f"the table cannot be read: {error}") from error


def _statistics(group: pq.RowGroupMetaData, column: str) -> pq.Statistics | None:
    for index in range(group.num_columns):
        if group.column(index).path_in_schema == column:
            return group.column(index).statistics
    return None


def _ids(group: pq.RowGroupMetaData) -> tuple[str, str | None]:
    """The range of documents that a row group has rows of; that of all ids where it is not told."""
    found = _statistics(group, "doc_id")
    if found is None or not found.has_min_max:
        return "", None
    return found.min, found.max + "\0"


def _nulls(group: pq.RowGroupMetaData, column: str) -> int:
    found = _statistics(group, column)
    return 0 if found is None or not found.has_null_count else int(found.null_count)


def _unlinked(name: str, rows: pa.Table) -> pa.Table:
    """The rows without their link to what is derived from the whole archive: that is made anew."""
    column = _LINKS.get(name)
    if column is None:
        return rows
    at = rows.schema.get_field_index(column)
    field = rows.schema.field(at)
    return rows.set_column(at, field, pa.nulls(rows.num_rows, field.type))


def merged(
    name: str, kept: Iterable[pa.Table], fresh: Spool, doc_ids: Iterable[str]
) -> Iterator[pa.Table]:
    """All rows of a table in the order of the documents' ids, which both sides have already.

    :param kept: rows of documents that are not in ``fresh``
    :param doc_ids: the documents of ``fresh`` that are wanted, sorted
    """
    waiting = deque(doc_id for doc_id in doc_ids if fresh.has(name, doc_id))
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

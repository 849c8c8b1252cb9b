"""Takes rows of unchanged documents over: files of them as they are, else a row group at a time."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from pipeline.store.errors import TableError
from pipeline.store.folder import part_paths
from pipeline.store.older import as_now, lacks
from pipeline.store.parquet import written_schema
from pipeline.store.part_names import is_named, range_of
from pipeline.store.shards import Shard
from pipeline.store.spool import Spool

# Columns that `congvan resolve` fills; a run that changes the archive cuts them.
_LINKS = {"awardees": "entity_id", "citations": "cited_doc_id", "documents": "same_as"}
_WRITER = f"parquet-cpp-arrow version {pa.__version__}"


@dataclass(frozen=True, slots=True)
class Laid:
    """The files of a table of a version.

    :param paths: all of them
    :param ranges: each by the range of documents it is of; empty where the version's files are of
        other ranges, or of none
    """

    paths: tuple[Path, ...]
    ranges: Mapping[Shard, Path]

    def of(self, within: Shard) -> Sequence[Path]:
        """The files that rows of a range can be in."""
        if within in self.ranges:
            return [self.ranges[within]]
        if not self.ranges:
            return self.paths
        return [path for each, path in self.ranges.items() if within.overlaps(each.low, each.high)]


def laid(root: Path, name: str, shards: Sequence[Shard]) -> Laid:
    """The files of a table.

    The names of all files say where each range ends; that of one file does not: a version of this
    package that allows other sizes gives the same name to another range.

    :param shards: the ranges of the version's documents
    """
    paths = tuple(part_paths(root, name))
    are_those = [range_of(path.name) for path in paths] == [shard.file for shard in shards]
    return Laid(paths, dict(zip(shards, paths, strict=True)) if are_those else {})


def is_kept_whole(path: Path, name: str) -> bool:
    """Whether the file of a range is what would be written now for the same documents.

    It is not where another version of the library wrote it, where the table has other columns or
    another layout or name by now, or where rows have links to what is derived from the whole
    archive.
    """
    if not is_named(path.name):
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
    within: Shard | None = None,
    files: Laid | None = None,
) -> Iterator[pa.Table]:
    """The rows of a table whose column has one of the values, as they stand there.

    :param root: a version of an archive; it is not looked at where there are no values
    :param linked: leave the links between documents, of which none comes or goes
    :param within: the range of documents that the rows are of; None for all
    :param files: the table's files; None where it is not known which there are
    :raises ArchiveError: if the table is missing, damaged, or has a schema that is none of an older
        version
    """
    if not values:
        return
    if lacks(root, name):
        return
    if files is None or within is None:
        paths: Sequence[Path] = part_paths(root, name)
    else:
        paths = files.of(within)
    wanted = pa.array(sorted(values), pa.string())
    for path in paths:
        with _reading(path), pq.ParquetFile(path) as file:
            for group in range(file.num_row_groups):
                ids = _ids(file.metadata.row_group(group))
                if within is not None and not within.overlaps(*ids):
                    continue
                rows = as_now(path, name, file.read_row_group(group, use_threads=False))
                stays = pc.is_in(rows[column], value_set=wanted)
                if not pc.all(stays).as_py():  # else a copy would be for nothing
                    rows = rows.filter(stays)
                yield rows if linked else _unlinked(name, rows)
                del rows, stays  # one group at a time


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    """Say of which file it was where one is damaged or goes."""
    try:
        yield
    except (pa.ArrowException, OSError) as error:
        raise TableError(path, error) from error


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
            here = []
            while waiting and waiting[0] < ids[at]:
                here.append(waiting.popleft())
            yield from fresh.rows(name, here)
            start = at
        yield rows.slice(start)
    yield from fresh.rows(name, waiting)

"""Reading a table's Parquet files back as Arrow, held against the dictionary."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, TypeVar

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.dictionary.arrow import schema
from pipeline.errors import ArchiveError
from pipeline.remote import Place, Remote
from pipeline.store.complete import check_files
from pipeline.store.errors import TableError
from pipeline.store.folder import is_unwritten, part_paths

if TYPE_CHECKING:
    import pyarrow.dataset as ds

P = TypeVar("P")
R = TypeVar("R")

REQUESTS = 16
"""Questions that wait for an object store at a time."""


def open_table(out: Place, table: str) -> ds.Dataset:
    """A table as a dataset: nothing is read yet.

    :raises ArchiveError: if the table or one of its files is missing, one more is there, or one is
        no Parquet file
    """
    import pyarrow.dataset as ds  # brings pandas, which a first run does not need

    try:
        paths, system = _files(out, table)
        if not paths:
            if not isinstance(out, Remote) and is_unwritten(out):
                message = "no run has ended here yet; wait until one has, or call `congvan run`"
                raise ArchiveError(out, message)
            raise ArchiveError(out, f"the table {table} is missing; run `congvan run` again")
        check_files(out, table, [PurePath(path).name for path in paths])
        return ds.dataset(paths, format="parquet", filesystem=system)
    except (pa.ArrowException, OSError) as error:
        raise TableError(out / table, error) from error


def _files(out: Place, table: str) -> tuple[list[str], Any]:
    """The Parquet files of a table, and the file system that they are on (None: this machine's)."""
    if not isinstance(out, Remote):
        return [str(path) for path in part_paths(out, table)], None
    folder = out / table
    system, root = folder.opened()
    names = [name for name in folder.sizes() if name.endswith(".parquet") and name[0] not in "._"]
    return [f"{root}/{name}" for name in names], system


def read_table(out: Place, table: str, columns: list[str] | None = None) -> pa.Table:
    """All rows of a table, with the dictionary's schema.

    :param columns: names of the columns wanted; None for all
    :raises ArchiveError: if the table is missing, damaged, or has another schema
    """
    dataset = open_table(out, table)
    if not dataset.schema.equals(schema(table)):
        raise ArchiveError(
            out / table, "the columns are not those of this version; write the archive anew"
        )
    return collect(dataset, out, table, columns)


def check_alike(dataset: ds.Dataset, out: Place, table: str) -> None:
    """Make sure that all files of an opened table have the columns of its first.

    A column that one of them lacks is read as null else, without a word.

    :raises ArchiveError: if they have not, or one cannot be read
    """
    try:
        parts = list(dataset.get_fragments())
        for part, columns in zip(parts, _each(out, _columns, parts), strict=True):
            if not columns.equals(dataset.schema):
                raise ArchiveError(
                    out / table,
                    f"{PurePath(part.path).name} has other columns than the table's first file; "
                    "write the archive anew",
                )
    except (pa.ArrowException, OSError) as error:
        raise TableError(out / table, error) from error


def collect(
    dataset: Any, out: Place, table: str, columns: Sequence[str] | None = None, rows: Any = None
) -> pa.Table:
    """The rows of an opened table; its pages are looked at only now.

    :param rows: an Arrow expression that chooses rows; None for all
    :raises ArchiveError: if the table is damaged, or its files have not the same columns
    """
    check_alike(dataset, out, table)
    try:
        return dataset.to_table(columns=_listed(columns), filter=rows)
    except (pa.ArrowException, OSError) as error:
        raise TableError(out / table, error) from error


def batches(
    dataset: ds.Dataset,
    out: Place,
    table: str,
    columns: Sequence[str] | None = None,
    size: int | None = None,
) -> Iterator[pa.RecordBatch]:
    """The rows of an opened table bit by bit.

    :param size: rows at once; None for as many as the library thinks right
    :raises ArchiveError: if the table is damaged, or its files have not the same columns
    """
    check_alike(dataset, out, table)
    given = {} if size is None else {"batch_size": size}
    try:
        yield from dataset.to_batches(columns=_listed(columns), **given)
    except (pa.ArrowException, OSError) as error:
        raise TableError(out / table, error) from error


def rows_where(
    dataset: ds.Dataset,
    out: Place,
    table: str,
    column: str,
    chosen: Callable[[pa.ChunkedArray], pa.Array],
) -> Iterator[pa.Table]:
    """The rows of an opened table that one column chooses, one row group at a time.

    Of a group without such rows nothing but the column is read.

    :param chosen: the indices of the rows wanted, of the values of the column
    :raises ArchiveError: if the table is damaged, or its files have not the same columns
    """
    check_alike(dataset, out, table)
    try:
        for part in dataset.get_fragments():
            for group in part.split_by_row_group():
                rows = chosen(group.to_table(columns=[column])[column])
                if len(rows):
                    yield group.to_table().take(rows)
    except (pa.ArrowException, OSError) as error:
        raise TableError(out / table, error) from error


def _listed(columns: Sequence[str] | None) -> list[str] | None:
    """The library takes a list alone."""
    return None if columns is None else list(columns)


def count_rows(out: Place, table: str) -> int:
    """Rows of a table, from the files' footers.

    :raises ArchiveError: if one of its files is missing, one more is there, or one is no Parquet
        file
    """
    try:
        paths, system = _files(out, table)
        check_files(out, table, [PurePath(path).name for path in paths])
        rows = partial(_rows, system)
        return sum(_each(out, rows, paths))
    except (pa.ArrowException, OSError) as error:
        raise TableError(out / table, error) from error


def _columns(part: ds.Fragment) -> pa.Schema:
    return part.physical_schema


def _rows(system: Any, path: str) -> int:
    return int(pq.read_metadata(path, filesystem=system).num_rows)


def _each(out: Place, ask: Callable[[P], R], parts: Sequence[P]) -> list[R]:
    """What files say of themselves: of an object store, where each waits, several at a time."""
    if not isinstance(out, Remote) or len(parts) < 2:
        return [ask(part) for part in parts]
    with ThreadPoolExecutor(REQUESTS, "congvan-footer") as pool:
        return list(pool.map(ask, parts))

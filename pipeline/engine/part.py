"""A part: the rows that one worker read in one batch, as a file of chunks on any file system."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import pyarrow as pa

from pipeline.remote import Place
from pipeline.store.spool import Chunk

_SCHEMA = pa.schema(
    [("job", pa.int32()), ("table", pa.string()), ("doc_id", pa.string()), ("rows", pa.binary())]
)


class PartError(Exception):
    """A part that is not there, or not whole."""


def write_part(path: Place, jobs: Sequence[Iterable[Chunk]]) -> None:
    """Write the chunks of each job of a batch, in order.

    :raises OSError: if it cannot be written
    """
    columns: tuple[list[object], ...] = ([], [], [], [])
    for job, chunks in enumerate(jobs):
        for chunk in chunks:
            for column, value in zip(
                columns, (job, chunk.table, chunk.doc_id, chunk.data), strict=True
            ):
                column.append(value)
    table = pa.table(dict(zip(_SCHEMA.names, columns, strict=True)), _SCHEMA)
    sink = pa.BufferOutputStream()
    options = pa.ipc.IpcWriteOptions(compression="zstd")
    with pa.ipc.new_file(sink, _SCHEMA, options=options) as writer:
        writer.write_table(table)
    if isinstance(path, Path):
        path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(sink.getvalue().to_pybytes())


def read_part(path: Place, jobs: int) -> list[tuple[Chunk, ...]]:
    """The chunks of each job of a batch, as they were written.

    :param jobs: how many jobs the batch had
    :raises PartError: if the part is not there, or damaged
    """
    try:
        with pa.ipc.open_file(pa.BufferReader(path.read_bytes())) as reader:
            rows = reader.read_all()
    except (OSError, pa.ArrowException) as error:
        raise PartError(f"{path}: {error}") from error
    chunks: list[list[Chunk]] = [[] for _ in range(jobs)]
    for job, table, doc_id, data in zip(*(rows[name].to_pylist() for name in _SCHEMA.names),
                                        strict=True):  # fmt: skip
        chunks[job].append(Chunk(table, doc_id, data))
    return [tuple(each) for each in chunks]

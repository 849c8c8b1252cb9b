"""A part: what one worker read in one batch, rows and how it went, as a file on any file system.

It is whole or not there, so that who finds one need not read its batch again.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa

from pipeline.engine.pool import Done
from pipeline.engine.result import Result
from pipeline.engine.work import Task
from pipeline.remote import Place
from pipeline.store.spool import Chunk

_SCHEMA = pa.schema(
    [("job", pa.int32()), ("table", pa.string()), ("doc_id", pa.string()), ("rows", pa.binary())]
)
_OUTCOMES = b"congvan.outcomes"


class PartError(Exception):
    """A part that is not there, or not whole."""


def write_part(path: Place, jobs: Sequence[Done[Task, Result]]) -> None:
    """Write how the jobs of a batch went, in order, in the place of another part of that name.

    :raises OSError: if it cannot be written
    """
    columns: tuple[list[object], ...] = ([], [], [], [])
    for job, done in enumerate(jobs):
        for chunk in () if done.result is None else done.result.chunks:
            for column, value in zip(
                columns, (job, chunk.table, chunk.doc_id, chunk.data), strict=True
            ):
                column.append(value)
    outcomes = json.dumps([_outcome(done) for done in jobs]).encode()
    schema = _SCHEMA.with_metadata({_OUTCOMES: outcomes})
    table = pa.table(dict(zip(_SCHEMA.names, columns, strict=True)), schema)
    sink = pa.BufferOutputStream()
    options = pa.ipc.IpcWriteOptions(compression="zstd")
    with pa.ipc.new_file(sink, schema, options=options) as writer:
        writer.write_table(table)
    content = sink.getvalue().to_pybytes()
    if isinstance(path, Path):  # others may look at any moment, and this process may end at any
        path.parent.mkdir(parents=True, exist_ok=True)
        unique = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
        unique.write_bytes(content)
        unique.replace(path)
    else:
        path.write_bytes(content)


def read_part(path: Place, tasks: Sequence[Task]) -> tuple[Done[Task, Result], ...]:
    """How the jobs of a batch went.

    :param tasks: those of the batch, in order
    :raises PartError: if the part is not there, damaged, or of another batch
    """
    try:
        with pa.ipc.open_file(pa.BufferReader(path.read_bytes())) as reader:
            rows = reader.read_all()
        outcomes = json.loads(rows.schema.metadata[_OUTCOMES])
        chunks: list[list[Chunk]] = [[] for _ in tasks]
        for job, table, doc_id, data in zip(*(rows[name].to_pylist() for name in _SCHEMA.names),
                                            strict=True):  # fmt: skip
            chunks[job].append(Chunk(table, doc_id, data))
        return tuple(
            Done(task, _result(told, tuple(rows_of)), told["death"], told["member"])
            for task, told, rows_of in zip(tasks, outcomes, chunks, strict=True)
        )
    except (OSError, pa.ArrowException, ValueError, LookupError, TypeError) as error:
        raise PartError(f"{path}: {error}") from error


def _outcome(done: Done[Task, Result]) -> dict[str, object]:
    """All but the rows of documents, as JSON has it; failures hold texts and numbers alone."""
    result = done.result
    told = None if result is None else [result.status, result.pages, list(result.failures)]
    return {"result": told, "death": done.death, "member": done.member}


def _result(outcome: dict[str, Any], chunks: tuple[Chunk, ...]) -> Result | None:
    if outcome["result"] is None:
        return None
    status, pages, failures = outcome["result"]
    return Result(status, pages, tuple(failures), chunks)

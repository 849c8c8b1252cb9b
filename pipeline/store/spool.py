"""Rows of documents on disk, from when a document is read until a version is written.

A document's rows of a table are a chunk: one Arrow record batch in the dictionary's order, without
its schema.  Chunks come in any order and go by document, so that memory holds a document at a time.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from pipeline.dictionary.arrow import schema
from pipeline.store.write import in_order

_LENGTH = 8  # bytes before each chunk that say how long it is
_MOST_CHUNKS = 256  # that are put together as they are read
_MOST_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Chunk:
    """The rows of one document in one table, as bytes that cross process borders cheaply."""

    table: str
    doc_id: str
    data: bytes


def chunks_of(tables: Mapping[str, pa.Table]) -> tuple[Chunk, ...]:
    """Cut tables whose rows belong to documents into chunks.

    :raises RowError: for a table of another schema than the dictionary's
    """
    chunks = []
    for name, rows in tables.items():
        ordered = in_order(name, rows).combine_chunks()
        ids = ordered["doc_id"].to_pylist()
        start = 0
        for end in range(1, len(ids) + 1):
            if end == len(ids) or ids[end] != ids[start]:
                (batch,) = ordered.slice(start, end - start).to_batches()
                chunks.append(Chunk(name, ids[start], batch.serialize().to_pybytes()))
                start = end
    return tuple(chunks)


class Spool:
    """A file of chunks and where each lies in it.

    :param path: the file, which is made anew
    """

    def __init__(self, path: Path):
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = path.open("w+b")
        self._places: dict[str, dict[str, int]] = {}

    def add(self, chunks: Iterable[Chunk]) -> None:
        """Put chunks on disk; a document has one of each table at most."""
        for chunk in chunks:
            places = self._places.setdefault(chunk.table, {})
            places[sys.intern(chunk.doc_id)] = self._file.seek(0, 2)
            self._file.write(len(chunk.data).to_bytes(_LENGTH, "little"))
            self._file.write(chunk.data)

    def doc_ids(self, table: str) -> list[str]:
        """The documents that have rows in a table, sorted."""
        return sorted(self._places.get(table, ()))

    def has(self, table: str, doc_id: str) -> bool:
        """Whether a document has rows in a table."""
        return doc_id in self._places.get(table, ())

    def rows(self, table: str, doc_ids: Iterable[str]) -> Iterator[pa.Table]:
        """The rows of documents in a table, in the order given, some hundred documents at a time.

        A document is a few rows: to put each through Arrow by itself costs more than its rows do.

        :param doc_ids: documents that have rows there
        """
        places, wanted = self._places.get(table, {}), schema(table)
        batches: list[pa.RecordBatch] = []
        size = 0
        for doc_id in doc_ids:
            self._file.seek(places[doc_id])
            length = int.from_bytes(self._file.read(_LENGTH), "little")
            data = pa.py_buffer(self._file.read(length))
            batches.append(pa.ipc.read_record_batch(data, wanted))
            size += length
            if len(batches) >= _MOST_CHUNKS or size >= _MOST_BYTES:
                yield pa.Table.from_batches(batches, wanted).combine_chunks()
                batches.clear()
                size = 0
        if batches:
            yield pa.Table.from_batches(batches, wanted).combine_chunks()

    def close(self) -> None:
        """Let go of the file; what is left of it goes with the folder it lies in."""
        self._file.close()

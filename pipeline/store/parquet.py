"""Writes a table's rows to a Parquet file as they come: the same rows give the same bytes."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from pipeline.dictionary.arrow import schema
from pipeline.dictionary.model import table as find_table
from pipeline.dictionary.types import Type

ROW_GROUP_ROWS = 20_000
ROW_GROUP_TEXT = 2_000_000
"""Bytes of long texts at which a row group ends: memory holds a few times this much."""
COMPRESSION_LEVEL = 3
_BULK_PIECES = 256
_BULK_BYTES = 1_000_000


def write_rows(path: Path, name: str, pieces: Iterable[pa.Table]) -> None:
    """Write rows in the order given, whatever the pieces they come in, and make them last.

    :param name: table of the dictionary, whose schema the pieces have
    :param pieces: rows in the dictionary's order
    """
    wanted = written_schema(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        writer = pq.ParquetWriter(
            file,
            wanted,
            compression="zstd",
            compression_level=COMPRESSION_LEVEL,
            use_dictionary=_repeating(name),
            write_page_index=True,
        )
        with writer:
            for group in _groups(name, pieces):
                writer.write_table(group, row_group_size=ROW_GROUP_ROWS)
                pa.default_memory_pool().release_unused()
        file.flush()
        os.fsync(file.fileno())


def written_schema(name: str) -> pa.Schema:
    """A table's schema as its files carry it: with the layout, which their bytes follow from too.

    A file of another layout holds the same rows, but is not what would be written now.
    """
    parts = [ROW_GROUP_ROWS, ROW_GROUP_TEXT, "zstd", COMPRESSION_LEVEL, *_repeating(name)]
    wanted = schema(name)
    layout = {b"congvan.layout": " ".join(map(str, parts)).encode()}
    return wanted.with_metadata({**(wanted.metadata or {}), **layout})


def _groups(name: str, pieces: Iterable[pa.Table]) -> Iterator[pa.Table]:
    """The row groups, each in one chunk: neither pieces nor chunks show in the file's bytes."""
    texts = [c.name for c in find_table(name).columns if c.type.name == "large_string"]
    held: list[pa.Table] = []
    rows = size = 0

    def group() -> pa.Table:
        made = pa.concat_tables(held).combine_chunks()
        return made.replace_schema_metadata(schema(name).metadata)

    for piece in in_bulk(pieces):
        start = 0
        for end, weight in enumerate(_weights(piece, texts), 1):
            rows, size = rows + 1, size + weight
            if rows >= ROW_GROUP_ROWS or size >= ROW_GROUP_TEXT:
                held.append(piece.slice(start, end - start))
                yield group()
                held.clear()
                start, rows, size = end, 0, 0
        if start < piece.num_rows:
            held.append(piece.slice(start))
    if held:
        yield group()


def in_bulk(pieces: Iterable[pa.Table]) -> Iterator[pa.Table]:
    """The same rows in fewer pieces: one of a single row takes many times the room of the row."""
    held: list[pa.Table] = []
    size = 0
    for piece in pieces:
        if not held and piece.nbytes >= _BULK_BYTES:
            yield piece
            continue
        held.append(piece)
        size += piece.nbytes
        if len(held) >= _BULK_PIECES or size >= _BULK_BYTES:
            yield pa.concat_tables(held).combine_chunks()
            held.clear()
            size = 0
    if held:
        yield pa.concat_tables(held).combine_chunks()


def _weights(rows: pa.Table, texts: list[str]) -> Iterable[int]:
    """Bytes of long text of each row."""
    if not texts:
        return [0] * rows.num_rows
    columns = [pc.binary_length(rows[name]).to_pylist() for name in texts]
    return [sum(length or 0 for length in lengths) for lengths in zip(*columns, strict=True)]


def _repeating(name: str) -> list[str]:
    """Parquet paths of the columns worth a dictionary."""
    paths: list[str] = []
    for column in find_table(name).columns:
        if column.repeats:
            paths.extend(_leaves(column.name, column.type))
    return paths


def _leaves(path: str, kind: Type) -> list[str]:
    if kind.name == "list" and kind.item is not None:
        return _leaves(f"{path}.list.element", kind.item)
    if kind.name == "struct":
        return [leaf for name, inner in kind.fields for leaf in _leaves(f"{path}.{name}", inner)]
    return [path]

"""Cuts documents into ranges of ids, each of which has a file of its own in every table.

A run that changes some documents writes the files of their ranges and takes the others over as they
are.  A range halves when it holds more documents than :data:`MOST`: which ranges there are follows
from the ids alone, not from the order in which documents came, and ids are hashes, so that
ranges are about equally full.  The files of a table, in the order of their names, hold its rows in
the dictionary's order.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

import pyarrow as pa

from pipeline.dictionary.model import table as find_table

MOST = 2_000
"""Documents of a range: what the rows of one more document cost is to write those of so many."""
PART = "part-0.parquet"
"""The only file of a table that is not cut, and of every table of a small archive."""
_BITS = 16  # of ids that are looked at: ranges do not halve for ever where ids are no hashes


@dataclass(frozen=True, slots=True)
class Shard:
    """The documents with ids from ``low`` up to ``high`` (None: all behind), and the range's name.

    Their file's name begins as ``file`` does (see pipeline.store.part_names); ``doc_ids`` are
    sorted.
    """

    file: str
    low: str
    high: str | None
    doc_ids: tuple[str, ...]

    def overlaps(self, low: str, high: str | None) -> bool:
        """Whether it shares ids with another range."""
        return (high is None or self.low < high) and (self.high is None or low < self.high)


def is_cut(table: str) -> bool:
    """Whether the rows of a table stand in the order of documents' ids, and in a file a range."""
    return find_table(table).sort[0] == "doc_id"


def cut(doc_ids: Collection[str]) -> tuple[Shard, ...]:
    """The ranges of an archive of these documents, in order; one at least."""
    return tuple(_halved(sorted(set(doc_ids)), 0, 0))


def _halved(ids: Sequence[str], first: int, bits: int) -> Iterator[Shard]:
    """The ranges of ids that share their first ``bits`` with ``first``."""
    width = 1 << (_BITS - bits)
    if len(ids) > MOST and bits < _BITS:
        middle = first + width // 2
        at = bisect_left(ids, _id(middle))
        yield from _halved(ids[:at], first, bits + 1)
        yield from _halved(ids[at:], middle, bits + 1)
        return
    end = first + width
    yield Shard(
        f"part-{_id(first)}.parquet" if bits else PART,
        _id(first) if first else "",
        _id(end) if end < 1 << _BITS else None,
        tuple(ids),
    )


def _id(number: int) -> str:
    """The least id whose first bits are a number's."""
    return f"{number:0{_BITS // 4}x}"


def divided(
    shards: Sequence[Shard], pieces: Iterable[pa.Table]
) -> Iterator[tuple[Shard, Iterator[pa.Table]]]:
    """Each range with its rows, which have to be taken before the next range is asked for.

    :param pieces: rows with a column ``doc_id``, in the order of it
    """
    source = iter(pieces)
    waiting: list[pa.Table] = []

    def until(high: str | None) -> Iterator[pa.Table]:
        while True:
            piece = waiting.pop() if waiting else next(source, None)
            if piece is None:
                return
            at = piece.num_rows if high is None else _first_from(piece, high)
            if at:
                yield piece.slice(0, at)
            if at < piece.num_rows:
                waiting.append(piece.slice(at))
                return

    for shard in shards:
        yield shard, until(shard.high)


def _first_from(rows: pa.Table, doc_id: str) -> int:
    """The first row with an id that is not less; the number of rows where there is none."""
    ids, count = rows["doc_id"], int(rows.num_rows)
    if not count or ids[count - 1].as_py() < doc_id:
        return count
    return bisect_left(range(count), doc_id, key=lambda row: str(ids[row]))

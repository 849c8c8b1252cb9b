"""The findings of an audit, on disk: a hundred thousand documents have a million."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.dictionary.arrow import schema
from pipeline.store import to_arrow

Finding = dict[str, object]
_WAITING = 5_000  # findings of a check that wait in memory
_AT_ONCE = 2_000  # findings that are Python values at a time


class Findings:
    """Findings in the order of the table (by check, then by id), read as often as wanted.

    They lie in a temporary folder that goes with this object, a file a check; memory holds those
    of one check at a time.

    :param rows: rows of `findings`, in any order
    """

    def __init__(self, rows: Iterable[Finding]):
        self._folder = tempfile.TemporaryDirectory(prefix="congvan-audit-")
        self._counts: Counter[tuple[str, str]] = Counter()
        waiting: dict[str, list[Finding]] = {}
        writers: dict[str, pa.RecordBatchFileWriter] = {}
        try:
            for row in rows:
                check = str(row["check"])
                self._counts[check, str(row["verdict"])] += 1
                held = waiting.setdefault(check, [])
                held.append(row)
                if len(held) >= _WAITING:
                    self._put(writers, check, held)
            for check, held in waiting.items():
                self._put(writers, check, held)
        finally:
            for writer in writers.values():
                writer.close()

    def _put(
        self, writers: dict[str, pa.RecordBatchFileWriter], check: str, rows: list[Finding]
    ) -> None:
        if check not in writers:
            options = pa.ipc.IpcWriteOptions(compression="zstd")
            writers[check] = pa.ipc.new_file(self._path(check), schema("findings"), options=options)
        writers[check].write_table(to_arrow("findings", rows))
        rows.clear()

    def _path(self, check: str) -> Path:
        return Path(self._folder.name) / f"{check}.arrow"

    @property
    def counts(self) -> Mapping[tuple[str, str], int]:
        """How many findings there are of each check and verdict."""
        return self._counts

    @property
    def checks(self) -> list[str]:
        """The checks that found something, in the order of the findings."""
        return sorted({check for check, _ in self._counts})

    def of(self, check: str) -> pa.Table:
        """The findings of a check, in order, as Arrow."""
        with pa.ipc.open_file(self._path(check)) as file:
            return file.read_all().sort_by("finding_id")

    def select(self, *verdicts: str) -> Iterator[Finding]:
        """The findings of some verdicts."""
        wanted = pa.array(verdicts)
        for check in self.checks:
            rows = self.of(check)
            rows = rows.filter(pc.is_in(rows["verdict"], wanted))
            for batch in rows.to_batches(max_chunksize=_AT_ONCE):
                yield from batch.to_pylist()

    def __iter__(self) -> Iterator[Finding]:
        for check in self.checks:
            for batch in self.of(check).to_batches(max_chunksize=_AT_ONCE):
                yield from batch.to_pylist()

    def __len__(self) -> int:
        return self._counts.total()

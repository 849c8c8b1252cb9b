"""What a worker of a cluster has finished is kept as a part, and not read again when it dies."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from pipeline.engine import LIMITS
from pipeline.engine.part import PartError, read_part, write_part
from pipeline.engine.pool import Done
from pipeline.engine.result import Result
from pipeline.engine.version import package_version
from pipeline.engine.work import Method, Task, failed
from pipeline.rulebook import default_rules_dir, rules_version
from pipeline.store.spool import Chunk
from tests.dask_cluster import MARK, noted
from tests.test_engine import fake, files

pytest.importorskip("distributed", reason="needs the extra dask")

from pipeline.engine.batch import Batch, end_crews, read_batch
from pipeline.engine.cluster import Cluster, opened

TASKS = tuple(Task(f"{name}.txt", Path(name), name * 64, 5) for name in "abcd")
ROW = failed(TASKS[1], "corrupt", "nửa trang\n\ud800").failures[0]
WENT = (
    Done(TASKS[0], Result("ok", 3, (), (Chunk("texts", "x", b"\0rows"), Chunk("dates", "x", b"")))),
    Done(TASKS[1], Result("failed", 0, (ROW,), ())),
    Done(TASKS[2], None, "memory", "in/a.zip"),
    Done(TASKS[3], Result("partial", 1, (ROW | {"page": 2, "is_partial": True},), ())),
)


def test_a_part_holds_how_every_job_went(tmp_path: Path) -> None:
    write_part(tmp_path / "new" / "1.arrow", WENT)
    assert read_part(tmp_path / "new" / "1.arrow", TASKS) == WENT
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["1.arrow"]


@pytest.mark.parametrize("damage", ["gone", "cut", "empty", "other", "plain", "short"])
def test_what_is_no_part_of_the_batch_is_refused(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "1.arrow"
    write_part(path, WENT[:3] if damage == "short" else WENT)
    content = path.read_bytes()
    if damage == "gone":
        path.unlink()
    elif damage in ("cut", "empty"):
        path.write_bytes(content[: len(content) - 9] if damage == "cut" else b"")
    elif damage in ("other", "plain"):
        meta = {b"congvan.outcomes": json.dumps([7, 7, 7, 7]).encode()} if damage == "other" else {}
        table = pa.ipc.open_file(content).read_all().replace_schema_metadata(meta)
        with pa.ipc.new_file(path, table.schema) as writer:
            writer.write_table(table)
    with pytest.raises(PartError):
        read_part(path, TASKS)


def test_a_part_is_shown_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    write_part(tmp_path / "1.arrow", WENT)
    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        write_part(tmp_path / "1.arrow", WENT[:1])
    assert read_part(tmp_path / "1.arrow", TASKS) == WENT


def test_a_finished_batch_is_not_read_again(tmp_path: Path) -> None:
    source = files(tmp_path / "in", a="one", b="unreadable", c="half")
    (tmp_path / MARK).mkdir()
    tasks = tuple(
        Task(str(path), path, hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_size)
        for path in sorted(source.iterdir())
    )
    versions = (package_version(), rules_version(default_rules_dir()))
    batch = Batch("r", 7, Method(None, noted, None, LIMITS), versions, tasks, tmp_path / "parts")
    read: list[int] = []

    def again() -> None:
        read_batch(batch)
        read.append(len(list((tmp_path / MARK).iterdir())))

    try:
        again()
        went = read_part(batch.part, tasks)
        for path in (tmp_path / MARK).iterdir():
            path.unlink()
        again()
        batch.part.write_bytes(batch.part.read_bytes()[:-9])
        again()
    finally:
        end_crews("r")
    assert read == [3, 0, 3] and read_part(batch.part, tasks) == went
    assert [each.result and each.result.status for each in went] == ["ok", "failed", "partial"]


def test_nobody_asks_for_a_batch_that_was_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, still = Cluster._map, []

    def looking(self: Cluster, call: Any, arguments: Any) -> Iterator[tuple[int, Any]]:
        for number, result in whole(self, call, arguments):
            key, deadline = f"congvan-{call.__name__}-{self.run}-{number}", time.monotonic() + 5
            while key in self.client.futures and time.monotonic() < deadline:
                time.sleep(0.01)
            still.append(key in self.client.futures)
            yield number, result

    monkeypatch.setattr(Cluster, "_map", looking)
    source = files(tmp_path / "in", a="one", b="two", c="three", d="four", e="five")
    tasks = [
        Task(str(path), path, hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_size)
        for path in sorted(source.iterdir())
    ]
    versions = (package_version(), rules_version(default_rules_dir()))
    with opened(None, 1) as cluster:
        method = Method(None, fake, None, LIMITS)
        done = list(cluster.read(method, versions, tasks, tmp_path / "parts"))
    assert len(done) == 5 and still and not any(still)
    assert not list((tmp_path / "parts").iterdir())

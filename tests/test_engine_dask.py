"""The Dask engine: the same bytes as a local run, also when workers are killed in the middle."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.engine import CACHE, ClusterError, Limits, RunSummary, cache_size, run
from pipeline.errors import MissingExtraError
from pipeline.store import Archive, validate
from tests.cli import congvan
from tests.test_engine import counts, fake, files, tables

pytest.importorskip("distributed", reason="needs the extra dask")

from distributed import Client, KilledWorker

from pipeline.engine.batch import read_batch
from pipeline.engine.cluster import Cluster
from tests.dask_cluster import MARK, RealCluster, hard, noted, real_cluster

RAW = Path(__file__).parents[1] / "data" / "raw"


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealCluster]:
    with real_cluster(tmp_path_factory.mktemp("cluster"), 2) as started:
        yield started


def far(source: Path, out: Path, cluster: RealCluster | None, **options: object) -> RunSummary:
    address = None if cluster is None else cluster.address
    return run(source, out, engine="dask", scheduler=address, **options)  # type: ignore[arg-type]


@pytest.mark.slow
def test_a_cluster_gives_the_bytes_of_a_local_run(tmp_path: Path, cluster: RealCluster) -> None:
    source = tmp_path / "in"
    files(source, a="no dispatch", b="")
    for path in [*sorted(RAW.glob("*.txt"))[:2], *RAW.glob("*.html")]:
        (source / path.name).write_bytes(path.read_bytes())
    here = run(source, tmp_path / "here")
    there = far(source, tmp_path / "there", cluster)
    assert counts(there) == counts(here) and there.ok >= 2 and there.failed == 1
    assert tables(tmp_path / "there") == tables(tmp_path / "here")
    assert Archive(tmp_path / "there").read("runs")["engine"].tolist() == ["dask"]
    assert cache_size(tmp_path / "there" / CACHE) == cache_size(tmp_path / "here" / CACHE)
    again = far(source, tmp_path / "there", cluster)
    assert again.unchanged == there.ok + there.partial
    assert tables(tmp_path / "there") == tables(tmp_path / "here")


def test_limits_hold_on_workers(tmp_path: Path, cluster: RealCluster) -> None:
    source = files(tmp_path / "in", a="one", b="hang", c="eat", d="die", e="two", f="raise")
    limits = Limits(seconds=6, page_seconds=0, memory_bytes=500_000_000)
    summary = far(source, tmp_path / "out", cluster, process=hard, limits=limits)
    assert counts(summary) == (6, 2, 0, 4, 0)
    found = {Path(each.uri).stem: each.category for each in summary.failures}
    assert found == {"b": "timeout", "c": "memory", "d": "crash", "f": "internal"}
    assert validate(tmp_path / "out") == []


@pytest.mark.slow
@pytest.mark.parametrize("options", [("--no-nanny",), ()], ids=["bare", "nanny"])
def test_a_killed_worker_costs_its_batch_once_more(
    tmp_path: Path, options: tuple[str, ...]
) -> None:
    documents = 60
    source = files(tmp_path / "in", **{f"n{i:02}": f"doc {i}" for i in range(documents)})
    (tmp_path / MARK).mkdir()
    go = threading.Thread(target=lambda: far(source, tmp_path / "there", cluster, process=noted))
    with real_cluster(tmp_path, 2, *options) as cluster:
        go.start()
        deadline = time.monotonic() + 120
        while len(list((tmp_path / MARK).iterdir())) < 10 and time.monotonic() < deadline:
            time.sleep(0.02)
        # The worker is the process above one that reads; with a nanny it is not the one we began.
        reader = max((tmp_path / MARK).iterdir(), key=lambda path: path.stat().st_mtime)
        os.kill(int(reader.name.split(".")[2]), signal.SIGKILL)
        go.join(120)
        assert not go.is_alive()
    read = [path.name.split(".")[0] for path in (tmp_path / MARK).iterdir()]
    twice = len(read) - len(set(read))
    batch = -(-documents // (2 * 4))
    assert len(set(read)) == documents and 0 < twice <= batch
    run(source, tmp_path / "here", process=fake)
    assert tables(tmp_path / "there") == tables(tmp_path / "here")
    ids = Archive(tmp_path / "there").arrow("documents")["doc_id"].to_pylist()
    assert len(ids) == len(set(ids)) == documents


def test_without_an_address_the_cluster_is_in_this_process(tmp_path: Path) -> None:
    source = files(tmp_path / "in", a="one", b="unreadable", c="half", d="one")
    here = run(source, tmp_path / "here", process=fake)
    there = far(source, tmp_path / "there", None, process=fake, jobs=2)
    assert counts(there) == counts(here) == (4, 1, 1, 1, 1)
    assert tables(tmp_path / "there") == tables(tmp_path / "here")


def test_workers_of_another_version_are_refused(
    tmp_path: Path, cluster: RealCluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = files(tmp_path / "in", a="one")
    monkeypatch.setattr("pipeline.engine.runner.package_version", lambda: "0.0.9+other")
    with pytest.raises(ClusterError, match=r"this run has 0\.0\.9\+other with .* every worker"):
        far(source, tmp_path / "out", cluster, process=fake)


def test_what_is_wrong_with_the_cluster_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.engine.cluster._PATIENCE", 0.5)
    source, out = files(tmp_path / "in", a="one"), tmp_path / "out"
    for address in ("tcp://127.0.0.1:1", "nowhere"):
        words = ["--engine", "dask", "--scheduler", address]
        answer = congvan(capsys, "run", source, "--out", out, *words)
        assert answer.code == 2 and "no scheduler answers" in answer.one_error()
    answer = congvan(capsys, "run", source, "--out", out, "--scheduler", "tcp://127.0.0.1:1")
    assert answer.code == 2 and "--engine dask" in answer.one_error()
    monkeypatch.setattr("pipeline.engine.cluster._PATIENCE", 4)
    with real_cluster(tmp_path, 0) as idle, pytest.raises(ClusterError, match="no worker"):
        far(source, out, idle)


def test_a_loop_that_begins_too_late_is_begun_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    class Late(Client):
        def __init__(self, *given: Any, **named: Any) -> None:
            asked.append(given)
            if len(asked) == 1:
                raise AssertionError
            super().__init__(*given, **named)

    monkeypatch.setattr("distributed.Client", Late)
    source = files(tmp_path / "in", a="one")
    assert counts(far(source, tmp_path / "out", None, process=fake, jobs=1)) == (1, 1, 0, 0, 0)
    assert len(asked) == 2


def test_a_batch_that_ends_every_worker_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = files(tmp_path / "in", a="one")
    run(source, tmp_path / "out", process=fake)
    files(source, b="two", c="three")
    whole = Cluster._map

    def killed(self: Cluster, call: Any, arguments: Any) -> Iterator[tuple[int, Any]]:
        for number, result in whole(self, call, arguments):
            is_bad = call is read_batch and arguments[number][0].tasks[0].uri.endswith("b.txt")
            yield number, KilledWorker("key", None, 4) if is_bad else result

    monkeypatch.setattr(Cluster, "_map", killed)
    summary = far(source, tmp_path / "out", None, process=fake, jobs=1)
    assert counts(summary) == (3, 2, 0, 1, 0)
    assert [each.category for each in summary.failures] == ["crash"]
    monkeypatch.undo()
    again = run(source, tmp_path / "out", process=fake, retry_failed=True)
    assert counts(again) == (1, 1, 0, 0, 0) and validate(tmp_path / "out") == []


def test_a_part_that_is_not_there_is_no_loss_in_silence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = files(tmp_path / "in", a="one")
    monkeypatch.setattr("pipeline.engine.batch.write_part", lambda path, jobs: None)
    with pytest.raises(ClusterError, match="that all machines share"):
        far(source, tmp_path / "out", None, process=fake, jobs=1)


def test_without_dask_the_error_says_what_to_install(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "distributed", None)
    source = files(tmp_path / "in", a="one")
    with pytest.raises(MissingExtraError) as missing:
        far(source, tmp_path / "out", None)
    assert missing.value.extra == "dask"
    answer = congvan(capsys, "run", source, "--out", tmp_path / "out", "--engine", "dask")
    assert answer.code == 2 and "pip install 'congvan[dask]'" in answer.one_error()

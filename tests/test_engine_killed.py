"""A run killed at any moment leaves a whole archive, and the next run finishes its work."""

from __future__ import annotations

import multiprocessing
import random
import time
from collections.abc import Iterator
from multiprocessing.context import ForkServerProcess
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from pipeline.dictionary import load_dictionary
from pipeline.engine import run
from pipeline.model import Source
from pipeline.rulebook import Rulebook
from pipeline.store import Archive, validate
from pipeline.store.current import snapshot
from tests.test_engine import Made, fake, files, tables

KILLS = 30
DOCUMENTS = 8


def unhurried(data: bytes, source: Source, rules: Rulebook) -> Made:
    time.sleep(0.01)
    return fake(data, source, rules)


def go(source: Path, out: Path) -> None:
    run(source, out, process=unhurried)


def swing(source: Path, out: Path) -> None:
    """Write two states in turn, for ever."""
    while True:
        (source / "n0.txt").write_text("other")
        go(source, out)
        time.sleep(0.2)
        (source / "n0.txt").write_text("half")
        go(source, out)
        time.sleep(0.2)


@pytest.fixture(scope="module")
def server() -> Iterator[multiprocessing.context.ForkServerContext]:
    """Processes that start at once, for all they need is loaded already."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__, "pipeline.engine.runner", "pyarrow.parquet"])
    yield context


def make(folder: Path) -> Path:
    contents = {f"n{i}": f"doc {i}" for i in range(DOCUMENTS)}
    return files(folder, **contents | {"n0": "half", "n1": "unreadable", "n2": "doc 3"})


def change(folder: Path) -> None:
    (folder / "n4.txt").unlink()
    files(folder, n5="changed", new="new one")


def read_plainly(out: Path) -> dict[str, list[dict[str, object]]]:
    """All tables by the paths that pandas and DuckDB take; nothing where there are none yet."""
    if not (out / "documents").exists():
        assert not any((out / name).exists() for name in load_dictionary().tables)
        return {}
    return {name: pq.read_table(out / name).to_pylist() for name in load_dictionary().tables}


@pytest.mark.usefixtures("no_grace")  # of this process, which has the last word on each archive
def test_a_run_may_be_killed_at_any_moment(
    tmp_path: Path, server: multiprocessing.context.ForkServerContext
) -> None:
    source = make(tmp_path / "in")
    former = tmp_path / "former"
    go(source, former)
    before, first = tables(former), read_plainly(former)
    change(source)
    process = server.Process(target=go, args=(source, former))
    process.start()
    started = time.monotonic()
    process.join()
    duration = time.monotonic() - started
    go(source, tmp_path / "undisturbed")
    after = tables(tmp_path / "undisturbed")
    assert tables(former) == after != before
    chance = random.Random(5)
    seen: set[str] = set()
    for kill in range(KILLS):
        out = tmp_path / f"out{kill}"
        is_grown = kill % 3 > 0  # a third of the runs are first ones
        if is_grown:
            make(source)
            (source / "new.txt").unlink()
            go(source, out)
            change(source)
        process = server.Process(target=go, args=(source, out))
        process.start()
        process.join(chance.uniform(0, duration * 1.1))
        process.kill()
        process.join()
        found = read_plainly(out)
        state = tables(out) if found else {}
        assert state in ([before, after] if is_grown else [{}, after])
        seen.add("after" if state == after else "before" if state else "none")
        if found:
            assert validate(out) == []
            assert found["documents"] == Archive(out).arrow("documents").to_pylist()
        go(source, out)
        assert tables(out) == after and validate(out) == []
        assert len(list((out / ".versions").iterdir())) <= 2
    assert {"before", "none"} <= seen
    assert first["documents"]


def test_a_reader_never_meets_a_mixture(
    tmp_path: Path, server: multiprocessing.context.ForkServerContext
) -> None:
    source, out = make(tmp_path / "in"), tmp_path / "out"
    go(source, out)
    writer: ForkServerProcess = server.Process(target=swing, args=(source, out))
    writer.start()
    states = set()
    try:
        deadline = time.monotonic() + 60
        while len(states) < 5 and time.monotonic() < deadline:
            archive, state = Archive(out), int(snapshot(out).name)
            documents = archive.arrow("documents").to_pylist()
            texts = archive.arrow("texts")["doc_id"].to_pylist()
            failures = archive.arrow("failures")["is_partial"].to_pylist()
            assert sorted(document["doc_id"] for document in documents) == texts
            partial = [document for document in documents if document["status"] == "partial"]
            assert len(partial) == sum(failures)
            states.add(state)
    finally:
        writer.kill()
        writer.join()
    assert len(states) == 5

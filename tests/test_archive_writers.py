"""`congvan resolve` and `congvan audit` beside a run: they refuse, or wait, and destroy nothing."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest

from pipeline.audit import audit_and_keep
from pipeline.cli.resolve import CANDIDATES_QUERY, DOUBTFUL_QUERY
from pipeline.engine import run
from pipeline.errors import ArchiveError
from pipeline.resolve import resolve
from pipeline.rulebook import load_rulebook
from pipeline.store import Archive, validate
from pipeline.store.lock import locked
from pipeline.store.write import begin
from tests.audited import letter
from tests.cli import congvan
from tests.resolve_papers import write

BODY = "Toàn tỉnh có 12 sáng kiến được công nhận, gồm: y tế 05, nông nghiệp 04, tin học 02."


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    out = tmp_path / "out"
    run(write(tmp_path / "in", one=letter(BODY)), out)
    return out


def audit_it(out: Path) -> None:
    audit_and_keep(out, load_rulebook())


def resolve_it(out: Path) -> None:
    resolve(out)


def slow_run(out: Path, begun: Event, go_on: Event) -> None:
    """What a run does between its first and its last step, in a process of its own."""
    with locked(out):
        draft = begin(out)
        begun.set()
        go_on.wait(60)
        draft.commit(None)


@pytest.mark.parametrize("step", [resolve_it, audit_it])
def test_a_run_under_way_is_not_destroyed(archive: Path, step: Callable[[Path], None]) -> None:
    context = multiprocessing.get_context("spawn")
    begun, go_on = context.Event(), context.Event()
    writer = context.Process(target=slow_run, args=(archive, begun, go_on))
    writer.start()
    try:
        assert begun.wait(60)
        with pytest.raises(ArchiveError, match=rf"another run \(process {writer.pid}\)"):
            step(archive)
    finally:
        go_on.set()
        writer.join(60)
    assert writer.exitcode == 0
    assert validate(archive) == []
    step(archive)
    assert validate(archive) == [] and len(Archive(archive).read("documents")) == 1


@pytest.mark.parametrize("command", ["resolve", "audit"])
def test_the_commands_say_so_and_can_wait(
    archive: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    held, go_on = threading.Event(), threading.Event()

    def hold() -> None:
        with locked(archive):
            held.set()
            go_on.wait(60)

    other = threading.Thread(target=hold)
    other.start()
    assert held.wait(60)
    answer = congvan(capsys, command, archive)
    assert answer.code == 2 and f"process {os.getpid()}" in answer.one_error()
    threading.Timer(0.3, go_on.set).start()
    assert congvan(capsys, command, archive, "--wait").code == 0
    other.join(60)


@pytest.mark.parametrize("sql", [CANDIDATES_QUERY, DOUBTFUL_QUERY])
def test_the_queries_that_resolve_prints_can_be_asked(
    archive: Path, sql: str, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = congvan(capsys, "query", sql, "--archive", archive, "--json")
    assert answer.code == 0 and answer.json["columns"]


def test_gold_that_is_not_there_is_refused(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = congvan(capsys, "audit", archive, "--gold", archive / "none")
    assert answer.code == 2 and "none" in answer.one_error()

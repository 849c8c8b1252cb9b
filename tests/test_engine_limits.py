"""Limits of time, memory and output: what breaks one is recorded, and its neighbours go on."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import psutil
import pytest

from pipeline.document import process_each
from pipeline.engine import Limits, RunSummary, run
from pipeline.engine.limits import LIMITS
from pipeline.engine.pool import Done, WorkerError, run_in_processes
from pipeline.engine.work import MOST_GIVEN_UP, Method, Task, read_input, without
from pipeline.engine.worker import HereTeller, Teller
from pipeline.identity import document_id
from pipeline.model import Source
from pipeline.read.recognition import around_pages
from pipeline.rulebook import Rulebook, load_rulebook
from pipeline.store import Archive, validate
from tests.cli import congvan
from tests.test_engine import Made, fake, files, tables

# Seconds enough that a crowded machine does not take memory for time.
HARD = Limits(seconds=3.0, page_seconds=1, memory_bytes=400_000_000, output_bytes=2_000_000)


def faulty(data: bytes, source: Source, rules: Rulebook) -> Made:
    """A process whose input says which fault it has; a file beside it heals it."""
    fault, *place = data.decode().split()
    healed = Path(place[0]) if place else None
    if healed is not None and healed.exists():
        return fake(data, source, rules)
    if fault == "hang":
        time.sleep(600)
    if fault == "eat":
        held = []
        while True:
            held.append(b"x" * 10_000_000)
            time.sleep(0.005)
    if fault == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    if fault == "exit":
        os._exit(0)
    if fault == "long":
        doc_id = document_id(source.sha256, source.member, 0)
        return Made({"texts": [{"doc_id": doc_id, "text": "x" * 3_000_000}]})
    if fault == "pages":
        progress = around_pages().progress
        assert progress is not None
        for page in range(1, 6):
            time.sleep(0.9)
            progress(source.uri, page, 5)
    return fake(data, source, rules)


def go(source: Path, out: Path, **options: object) -> RunSummary:
    chosen: dict[str, object] = {"jobs": 2, "limits": HARD, **options}
    return run(source, out, process=faulty, **chosen)  # type: ignore[arg-type]


def test_what_breaks_a_limit_is_recorded_and_its_neighbours_complete(tmp_path: Path) -> None:
    faults = {"f1": "hang", "f2": "eat", "f3": "kill", "f4": "exit", "f5": "long", "f6": "pages"}
    source = files(tmp_path / "in", **faults, **{f"n{i}": f"fine {i}" for i in range(8)})
    pages: list[int] = []
    summary = go(source, tmp_path / "out", on_page=lambda _, page, __: pages.append(page))
    assert (summary.inputs, summary.ok, summary.partial, summary.failed) == (14, 9, 0, 5)
    assert {Path(f.uri).stem: f.category for f in summary.failures} == {
        "f1": "timeout", "f2": "memory", "f3": "crash", "f4": "crash", "f5": "too_large",
    }  # fmt: skip
    assert "longer than 3 s" in summary.failures[0].message
    assert pages == [1, 2, 3, 4, 5]  # 4.5 s in all: each page brought its second
    assert validate(tmp_path / "out") == []


def test_retry_takes_up_what_was_given_up_and_nothing_else(tmp_path: Path) -> None:
    healed = tmp_path / "healed"
    source = files(tmp_path / "in", a=f"kill {healed}", b=f"exit {healed}", c="one", d="unreadable")
    out = tmp_path / "out"
    assert go(source, out).failed == 3
    before = tables(out)
    assert go(source, out).unchanged == 4 and tables(out) == before
    files(source, e="new")
    healed.touch()
    again = go(source, out, retry_failed=True)
    assert (again.inputs, again.ok, again.failed, again.unchanged) == (2, 2, 0, 0)
    names = [Path(uri).name for uri in Archive(out).read("documents")["source_uri"]]
    assert names == ["a.txt", "b.txt", "c.txt"]  # the new file waits for a run without the option
    assert list(Archive(out).read("failures")["category"]) == ["corrupt"]
    assert go(source, out, retry_failed=True).inputs == 0
    assert go(source, out).rows["documents"] == 4
    go(source, tmp_path / "fresh")
    assert tables(out) == tables(tmp_path / "fresh")


def test_the_command_says_how_to_retry(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = files(tmp_path / "in", a="one")
    out = tmp_path / "out"
    words = ("run", source, "--out", out, "--jobs", 1)
    answer = congvan(capsys, *words, "--memory-mb", 1)
    assert answer.code == 4 and "memory" in answer.out and "--retry-failed" in answer.out
    answer = congvan(capsys, *words, "--retry-failed", "--timeout", 60, "--page-timeout", 5)
    assert answer.code == 0 and "1 given up" not in answer.out
    assert (
        Archive(out)
        .read("runs")["command"]
        .iloc[-1]
        .endswith("--timeout 60 --page-timeout 5 --retry-failed")
    )
    answer = congvan(capsys, *words, "--retry-failed")
    assert answer.code == 0 and "Nothing to retry" in answer.out


def test_no_prune_keeps_what_is_gone_and_renamed_files_are_the_same_document(
    tmp_path: Path,
) -> None:
    source, out = files(tmp_path / "in", a="one", b="two", c="three"), tmp_path / "out"
    run(source, out, process=fake)
    (source / "a.txt").unlink()
    (source / "b.txt").rename(source / "z.txt")
    files(source, c="changed")
    summary = run(source, out, process=fake, prune=False)
    assert (summary.unchanged, summary.removed) == (1, 1)  # the changed file is another document
    rows = Archive(out).read("documents")
    assert [Path(uri).name for uri in rows["source_uri"]] == ["a.txt", "b.txt", "c.txt"]
    assert [len(others) for others in rows["same_bytes_uris"]] == [0, 1, 0]
    assert run(source, out, process=fake).removed == 1
    assert [Path(uri).name for uri in Archive(out).read("documents")["source_uri"]] == [
        "c.txt", "z.txt",
    ]  # fmt: skip
    assert validate(out) == []


def nothing() -> None:
    """No preparation."""


def pool(work: object, jobs: list[str], limits: Limits = LIMITS, workers: int = 2) -> list[object]:
    made = run_in_processes(nothing, work, jobs, workers, limits)  # type: ignore[arg-type]
    return sorted(made, key=repr)


def member_of(job: str, teller: Teller) -> str:
    for _ in range(4):
        time.sleep(1.0)
        teller.document(None)
    return job


def member_that_hangs(job: str, teller: Teller) -> str:
    for member in "abcd":
        if member not in job:
            teller.document(member)
            time.sleep(600 if member in "bd" else 0)
            teller.document(None)
    return job


def test_a_member_that_hangs_costs_itself_and_not_its_archive() -> None:
    limits = Limits(seconds=2.0)
    cuts: list[str] = []

    def without(job: str, member: str, death: str) -> str | None:
        cuts.append(f"{member}: {death}")
        return job + member if len(job) < 2 else None

    jobs = ["-"]
    (done,) = run_in_processes(nothing, member_that_hangs, jobs, 1, limits, without=without)
    assert cuts == ["b: timeout", "d: timeout"] and done == Done("-b", None, "timeout", "d")


def test_each_document_of_an_archive_has_its_own_time() -> None:
    limits = Limits(seconds=3.0)
    assert pool(member_of, ["a"], limits) == [Done("a", "a")]


def mistaken(job: str, teller: Teller) -> str:
    raise ValueError(f"wrong: {job}")


class Shy(Exception):
    """An error that does not come back from a pickle."""

    def __init__(self, one: str, two: str):
        super().__init__(one + two)


def mistaken_shyly(job: str, teller: Teller) -> str:
    raise Shy("wr", "ong")


@pytest.mark.parametrize("work", [mistaken, mistaken_shyly])
def test_a_mistake_in_a_worker_is_not_a_crash(work: object) -> None:
    with pytest.raises((ValueError, RuntimeError), match="wrong"):
        pool(work, ["1", "2", "3"])


def unstartable() -> None:
    os._exit(3)


def test_processes_that_do_not_begin_are_no_endless_loop() -> None:
    with pytest.raises(WorkerError, match="__main__"):
        list(run_in_processes(unstartable, mistaken, ["1"], 1, LIMITS))


def parent(job: str, teller: Teller) -> str:
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    Path(job).write_text(str(child.pid))
    time.sleep(600)
    return job


def test_what_a_killed_process_started_ends_with_it(tmp_path: Path) -> None:
    note = tmp_path / "pid"
    (done,) = pool(parent, [str(note)], Limits(seconds=1))
    assert done == Done(str(note), None, "timeout")
    assert not _runs(int(note.read_text()))


ORPHAN = """
from tests.test_engine_limits import nothing, sleep_and_note
from pipeline.engine.limits import LIMITS
from pipeline.engine.pool import run_in_processes
import sys
if __name__ == "__main__":
    list(run_in_processes(nothing, sleep_and_note, [sys.argv[1]], 1, LIMITS))
"""


def sleep_and_note(job: str, teller: Teller) -> str:
    Path(job).write_text(str(os.getpid()))
    time.sleep(600)
    return job


def test_no_reader_outlives_a_run_that_was_killed(tmp_path: Path) -> None:
    note, script = tmp_path / "pid", tmp_path / "script.py"
    script.write_text(ORPHAN)
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    outer = subprocess.Popen([sys.executable, str(script), str(note)], env=environment)
    deadline = time.monotonic() + 30
    while not (note.exists() and note.read_text()) and time.monotonic() < deadline:
        time.sleep(0.02)
    outer.kill()
    outer.wait()
    inner = int(note.read_text())
    while _runs(inner) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not _runs(inner)


def _runs(pid: int) -> bool:
    try:
        return bool(psutil.Process(pid).status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


def test_an_archive_without_a_member_gives_its_other_documents(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in ("one.txt", "two.txt", "three.txt"):
            archive.writestr(name, f"THÔNG BÁO\nVề việc {name}\n")
    data = path.read_bytes()
    task = Task("a.zip", path, hashlib.sha256(data).hexdigest(), len(data))
    begun: list[str | None] = []
    teller = HereTeller(None)
    cut = without(task, "two.txt", "timeout")
    assert cut is not None and without(cut, "two.txt", "timeout") is None
    result = read_input(Method(), cut, teller)
    assert (result.status, len({chunk.doc_id for chunk in result.chunks})) == ("partial", 2)
    (row,) = result.failures
    assert (row["member"], row["category"], row["is_partial"]) == ("two.txt", "timeout", False)
    for number in range(MOST_GIVEN_UP - 1):
        cut = without(cut, f"{number}.txt", "memory")
        assert cut is not None
    assert without(cut, "one too many", "memory") is None
    for _ in process_each(data, Source("a.zip", task.sha256, 0, ""), load_rulebook(), begun.append):
        pass
    assert begun == ["one.txt", "two.txt", "three.txt"]

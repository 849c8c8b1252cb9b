"""Runs that are disturbed from outside: odd folders, full disks, older archives, killed workers."""

from __future__ import annotations

import errno
import json
import os
import shutil
import signal
import struct
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

import psutil
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline.engine import run
from pipeline.engine.limits import LIMITS
from pipeline.engine.pool import run_in_processes
from pipeline.engine.worker import Teller
from pipeline.errors import ArchiveError, ReadError
from pipeline.model import Source
from pipeline.rulebook import Rulebook
from pipeline.store import Archive, validate, write_archive
from pipeline.store.current import snapshot
from pipeline.store.lock import locked
from pipeline.store.spool import Spool
from tests.test_engine import Made, counts, fake, files, go, names, tables

posix = pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")


def inode(out: Path, table: str) -> int:
    return (snapshot(out) / table / "part-0.parquet").stat().st_ino


def test_a_copy_made_through_the_links_knows_what_was_read(tmp_path: Path) -> None:
    source = files(tmp_path / "in", a="one", b="two")
    go(source, tmp_path / "out")
    shutil.copytree(tmp_path / "out", tmp_path / "copy")  # follows links, as `cp -rL` does
    assert go(source, tmp_path / "copy").unchanged == 2
    assert tables(tmp_path / "copy") == tables(tmp_path / "out")
    files(source, c="three")
    assert go(source, tmp_path / "copy").unchanged == 2
    assert validate(tmp_path / "copy") == [] and (tmp_path / "copy" / "texts").is_symlink()


def test_a_file_that_is_refused_each_time_is_nothing_new(tmp_path: Path) -> None:
    source, out = files(tmp_path / "in", a="one", empty=""), tmp_path / "out"
    go(source, out)
    before = inode(out, "texts")
    assert counts(go(source, out)) == (2, 1, 0, 1, 0)
    assert inode(out, "texts") == before  # the tables are those of before, links between rows too
    (source / "huge.txt").write_text("x" * 3_000_000, "utf-8")
    assert len(go(source, out, max_bytes=1_000_000).failures) == 2
    after = inode(out, "failures")
    again = go(source, out, max_bytes=2_000_000)  # refused in other words
    assert inode(out, "failures") != after and inode(out, "texts") == before
    assert {failure.category for failure in again.failures} == {"empty", "too_large"}
    assert "2 MB are allowed" in again.failures[1].message


def test_a_new_name_alone_leaves_what_was_found_between_documents(tmp_path: Path) -> None:
    source, out = files(tmp_path / "in", a="one", b="two", c="unreadable"), tmp_path / "out"
    go(source, out)
    documents = Archive(out).arrow("documents")
    at = documents.schema.get_field_index("same_as")
    ids = [None, documents["doc_id"][0].as_py()]
    linked = documents.set_column(at, documents.schema.field(at), pa.array(ids, pa.string()))
    write_archive(out, {"documents": linked})
    links = dict(zip(documents["doc_id"].to_pylist(), ids, strict=True))
    texts, findings = inode(out, "texts"), inode(out, "findings")
    (source / "a.txt").rename(source / "z.txt")
    (source / "c.txt").rename(source / "y.txt")
    assert go(source, out).unchanged == 3
    assert sorted(names(out)) == [("b.txt", []), ("z.txt", [])]
    rows = Archive(out).arrow("documents", ["doc_id", "same_as"]).to_pylist()
    assert {row["doc_id"]: row["same_as"] for row in rows} == links
    assert [Path(uri).name for uri in Archive(out).read("failures")["source_uri"]] == ["y.txt"]
    assert (inode(out, "texts"), inode(out, "findings")) == (texts, findings)
    assert validate(out) == [] and go(source, out).unchanged == 3
    (source / "b.txt").unlink()  # now a document goes, and with it all that was found between them
    go(source, out)
    assert Archive(out).arrow("documents")["same_as"].to_pylist() == [None]
    assert inode(out, "findings") != findings


def older(out: Path, table: str, *, drop: str | None = None, is_known: bool = False) -> None:
    """Make the archive one of a version that did not have a table, or a column of it."""
    root = snapshot(out)
    path = root / table / "part-0.parquet"
    if drop is not None:
        rows = pq.read_table(path)
        pq.write_table(rows.drop_columns([drop]), path)
        return
    shutil.rmtree(root / table)
    if not is_known:
        descriptor = json.loads((root / "datapackage.json").read_bytes())
        rest = [each for each in descriptor["resources"] if each["name"] != table]
        (root / "datapackage.json").write_text(json.dumps({"resources": rest}), "utf-8")


@pytest.mark.parametrize("table", ["signatures", "entity_links"])
def test_an_archive_without_a_newer_table_keeps_the_rows_of_other_sources(
    tmp_path: Path, table: str
) -> None:
    one, two, out = files(tmp_path / "1", a="one"), files(tmp_path / "2", b="two"), tmp_path / "out"
    go(one, out)
    go(two, out)
    whole = tables(out)
    older(out, table)
    go(two, out)
    assert tables(out) == whole and names(out) == [("a.txt", []), ("b.txt", [])]
    assert validate(out) == []


def test_a_lost_table_is_said_and_nothing_is_dropped(tmp_path: Path) -> None:
    one, two, out = files(tmp_path / "1", a="one"), files(tmp_path / "2", b="two"), tmp_path / "out"
    go(one, out)
    go(two, out)
    older(out, "texts", is_known=True)
    with pytest.raises(ArchiveError, match="the table texts is missing"):
        go(two, out)
    assert names(out) == [("a.txt", []), ("b.txt", [])]
    run([one, two], out, process=fake)  # all sources at once: every row is made anew
    assert validate(out) == []


@pytest.mark.parametrize(
    ("table", "column"), [("documents", "subject"), ("runs", "engine"), ("failures", "member")]
)
def test_a_column_that_an_older_version_did_not_have_is_null(
    tmp_path: Path, table: str, column: str
) -> None:
    one, two = files(tmp_path / "1", a="half"), files(tmp_path / "2", b="two", c="unreadable")
    out = tmp_path / "out"
    go(one, out)
    older(out, table, drop=column)
    if table == "runs":
        with pytest.raises(ArchiveError, match="not those of this version"):
            go(two, out)  # this one must not be null
        return
    go(two, out)
    assert validate(out) == [] and len(names(out)) == 2
    assert set(Archive(out).arrow(table)[column].to_pylist()) == {None}


def test_a_link_to_itself_is_no_source(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(ReadError, match="no such file"):
        go(tmp_path / "loop", tmp_path / "out")


def test_links_that_lead_in_circles_are_left_out(tmp_path: Path) -> None:
    source = files(tmp_path / "in", a="one")
    (source / "x").symlink_to("y")
    (source / "y").symlink_to("x")
    (source / "deep").mkdir()
    (source / "deep" / "up").symlink_to("..")
    summary = go(source, tmp_path / "out")
    assert counts(summary) == (1, 1, 0, 0, 0)
    assert {Path(left.uri).name for left in summary.left_out} == {"x", "y", "up"}


def test_files_that_are_gone_leave_a_folder_whose_name_is_no_text(tmp_path: Path) -> None:
    source, out = Path(os.fsdecode(os.fsencode(tmp_path) + b"/th\xf4")), tmp_path / "out"
    try:
        files(source, a="one")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    go(source, out)
    (source / "a.txt").unlink()
    files(source, b="two")
    assert go(source, out).removed == 1 and names(out) == [("b.txt", [])]


def test_a_full_disk_is_said_and_the_archive_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, out = files(tmp_path / "in", a="one"), tmp_path / "out"
    go(source, out)
    before = tables(out)
    files(source, b="two")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(Spool, "add", full)
        said = "No space left on device; make room there, .*; the archive is as it was"
        with pytest.raises(ArchiveError, match=said):
            go(source, out)
    assert tables(out) == before and validate(out) == []
    assert go(source, out).unchanged == 1


@posix
def test_an_archive_that_may_not_be_written_is_said(tmp_path: Path) -> None:
    source, out = files(tmp_path / "in", a="one"), tmp_path / "out"
    go(source, out)
    (out / ".lock").unlink()
    (out / ".lock").mkdir()  # what an ordinary user's rights would do; root may write anywhere
    with pytest.raises(ArchiveError, match="cannot be written"):
        go(source, out)


def test_a_run_that_waited_sees_what_came_and_went_meanwhile(tmp_path: Path) -> None:
    source, out = files(tmp_path / "in", a="one", b="two"), tmp_path / "out"
    go(source, out)
    waiting = threading.Thread(target=lambda: go(source, out, wait=True))
    with locked(out):
        waiting.start()
        waiting.join(0.5)
        (source / "a.txt").unlink()
        files(source, c="three")
    waiting.join(30)
    assert names(out) == [("b.txt", []), ("c.txt", [])]
    assert Archive(out).tables()["failures"] == 0


def nothing() -> None:
    """No preparation."""


def die_in_the_middle(job: str, teller: Teller) -> str:
    """Begin to send an answer, and end before it is whole."""
    if job == "die":
        pipe: int = teller._pipe.fileno()  # type: ignore[attr-defined]
        os.write(pipe, struct.pack("!i", 100_000) + b"some of it")
        os.kill(os.getpid(), signal.SIGKILL)
    return job


@posix
def test_a_worker_that_ends_in_the_middle_of_its_answer_costs_its_job_only() -> None:
    jobs = ["a", "die", "b", "c"]
    done = {each.job: each.death for each in run_in_processes(
        nothing, die_in_the_middle, jobs, 2, LIMITS)}  # fmt: skip
    assert done == {"a": None, "die": "crash", "b": None, "c": None}


def command(source: Path, out: Path, *more: str) -> subprocess.Popen[str]:
    words = [sys.executable, "-m", "pipeline", "run", str(source), "--out", str(out), *more]
    return subprocess.Popen(
        words, cwd=Path(__file__).parents[1], start_new_session=True, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        # A suite that was started in the background has the signal ignored for all it starts.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )  # fmt: skip


def workers_of(process: subprocess.Popen[str]) -> list[psutil.Process]:
    try:
        children = psutil.Process(process.pid).children()
        return [child for child in children if "spawn_main" in " ".join(child.cmdline())]
    except psutil.Error:
        return []


def long_letters(folder: Path, count: int) -> Path:
    text = "Căn cứ Quyết định số 77/QĐ-CĐN ngày 02/3/2021 của Công đoàn ngành.\n" * 400
    return files(folder, **{f"n{i:02}": f"Số: {i}/CV-CĐN\n{text}" for i in range(count)})


@posix
@pytest.mark.parametrize("seconds", [0.0, 0.4])
def test_ctrl_c_ends_a_run_and_its_workers_without_a_word_of_theirs(
    tmp_path: Path, seconds: float
) -> None:
    process = command(long_letters(tmp_path / "in", 60), tmp_path / "out", "--jobs", "2")
    deadline = time.monotonic() + 60
    while not workers_of(process) and time.monotonic() < deadline:
        time.sleep(0.01)
    time.sleep(seconds)  # the workers are just starting, or a little further
    started = workers_of(process)
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (130, "") and len(err.splitlines()) <= 1, err
    assert not any(worker.is_running() for worker in started)


def unhurried(data: bytes, source: Source, rules: Rulebook) -> Made:
    """Leaves a note of the process that reads, and takes its time."""
    (Path(source.uri).parent.parent / "pids" / str(os.getpid())).touch()
    time.sleep(0.15)
    return fake(data, source, rules)


def kill_readers(notes: Path, times: int) -> None:
    """End the processes that left notes, each at some moment."""
    while times:
        time.sleep(0.1)
        for note in notes.iterdir():
            note.unlink()
            with suppress(ProcessLookupError):  # it has ended by itself
                os.kill(int(note.name), signal.SIGKILL)
            times -= 1
            break


@posix
def test_workers_killed_from_outside_cost_nothing_that_a_retry_does_not_bring(
    tmp_path: Path,
) -> None:
    source, notes = tmp_path / "in", tmp_path / "pids"
    files(source, **{f"n{i:02}": f"t {i}" for i in range(16)})
    notes.mkdir()
    whole, out = tmp_path / "whole", tmp_path / "out"
    run(source, whole, process=unhurried)
    (notes / str(os.getpid())).unlink()
    killer = threading.Thread(target=kill_readers, args=(notes, 3))
    killer.start()
    summary = run(source, out, process=unhurried, jobs=2)
    killer.join()
    assert {failure.category for failure in summary.failures} <= {"crash"}
    assert summary.ok + summary.failed == 16 and summary.failed <= 3 and validate(out) == []
    run(source, out, process=unhurried, jobs=2, retry_failed=True)
    assert tables(out) == tables(whole)

"""Archives on object stores: commits that readers can trust, one writer, inputs from URLs."""

from __future__ import annotations

import json
import multiprocessing
import os
import random
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

from pipeline.engine import run
from pipeline.engine.known_hashes import HASHES
from pipeline.errors import ArchiveError, MissingExtraError, ReadError
from pipeline.remote import Remote, place
from pipeline.resolve import resolve
from pipeline.store import Archive, lease, remote_archive, validate
from pipeline.store.lease import leased
from pipeline.store.remote_archive import last_commit, working_copy
from tests.cli import congvan
from tests.test_engine import counts, fake, files, tables

fsspec = pytest.importorskip("fsspec", reason="needs the extra s3")
pytest.importorskip("s3fs", reason="needs the extra s3")
pytest.importorskip("moto", reason="needs the extra dev")

from tests.s3_server import s3_server  # noqa: E402

RAW = Path(__file__).parents[1] / "data" / "raw"
KILLS = 3


@pytest.fixture(scope="module")
def bucket() -> Iterator[Remote]:
    with s3_server():
        system = fsspec.filesystem("s3")
        system.mkdir("dispatches")
        yield Remote("s3://dispatches")


@pytest.fixture
def out(bucket: Remote, request: pytest.FixtureRequest) -> Remote:
    return bucket / request.node.name


def upload(folder: Path, to: Remote) -> Remote:
    for path in folder.iterdir():
        (to / path.name).write_bytes(path.read_bytes())
    return to


def bytes_of(out: Remote) -> dict[str, bytes]:
    """Every table of the current version but the log of runs."""
    commit = last_commit(out)
    assert commit is not None
    names = [name for name in commit.files if name.endswith(".parquet") and "runs/" not in name]
    return {name: (commit.folder / name).read_bytes() for name in names}


def local_bytes(out: Path) -> dict[str, bytes]:
    return {f"{name}/part-0.parquet": (out / name / "part-0.parquet").read_bytes()
            for name in tables(out)}  # fmt: skip


def test_sources_and_archive_on_s3(out: Remote, tmp_path: Path) -> None:
    folder = files(tmp_path / "in", a="one", b="unreadable", c="half", d="one", e="")
    source = upload(folder, out / "in")
    target = out / "archive"
    first = run(source, target, process=fake)
    assert counts(first) == (5, 1, 1, 2, 1) and first.out == target
    assert validate(target) == []
    sql = "SELECT source_uri FROM documents WHERE status = 'ok'"
    assert Archive(target).query(sql)["source_uri"].tolist() == [f"{source}/a.txt"]
    again = run(source, target, process=fake)
    assert again.unchanged == 4 and len(Archive(target).read("runs")) == 2
    archive, before = Archive(target), bytes_of(target)
    (source / "f.txt").write_bytes(b"three")
    (source / "a.txt").remove()
    third = run(source, target, process=fake)
    assert third.rows["documents"] == 3 and bytes_of(target) != before
    assert len(archive.read("documents")) == 2  # who opened it before sees what was there
    assert resolve(target).as_json() and validate(target) == []
    assert not (target / "locks").sizes() and not (target / "staging").sizes()


@pytest.mark.slow
def test_the_tables_are_those_of_a_local_archive(out: Remote, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    files(folder, odd="no dispatch")
    for path in sorted(RAW.glob("*.txt"))[:1]:
        (folder / path.name).write_bytes(path.read_bytes())
    run(folder, tmp_path / "here")
    run(folder, out, engine="dask", jobs=1)
    assert bytes_of(out) == local_bytes(tmp_path / "here")


def test_other_programs_read_the_tables(out: Remote, tmp_path: Path) -> None:
    run(files(tmp_path / "in", a="one", b="two"), out, process=fake)
    assert len(pd.read_parquet(f"{Archive(out).root}/documents")) == 2
    # The same without this package, as docs/scale.md tells it.
    system = fsspec.filesystem("s3")
    last = max(system.ls(f"{out}/commits", detail=False))
    version = json.loads(system.cat_file(last))["version"]
    assert len(pd.read_parquet(f"{out}/{version}/documents")) == 2


def test_a_new_name_of_known_bytes_is_all_that_is_written(out: Remote, tmp_path: Path) -> None:
    source = files(tmp_path / "in", a="one", b="two")
    run(source, out, process=fake)
    before = bytes_of(out)
    files(source, c="two")
    assert run(source, out, process=fake).unchanged == 3
    after = bytes_of(out)
    changed = {name for name in after if after[name] != before[name]}
    assert changed == {"documents/part-0.parquet"} and validate(out) == []
    (row,) = Archive(out).arrow("documents", filters=[("source_uri", "=", f"{source}/b.txt")]
    ).to_pylist()  # fmt: skip
    assert row["same_bytes_uris"] == [f"{source}/c.txt"]


def test_a_run_that_dies_leaves_the_archive_as_it_was(out: Remote, tmp_path: Path) -> None:
    source = files(tmp_path / "in", a="one", b="two")
    run(source, out, process=fake)
    before, commit = bytes_of(out), last_commit(out)
    files(source, c="three")
    with pytest.raises(KeyboardInterrupt), working_copy(out) as copy:
        run(source, copy.folder, process=fake)
        copy._upload(copy.folder, {}, out / "versions" / "2-torn")
        (out / "versions" / "2-torn" / "documents" / "part-0.parquet").write_bytes(b"half")
        raise KeyboardInterrupt
    assert bytes_of(out) == before and last_commit(out) == commit and validate(out) == []
    run(source, out, process=fake)
    assert len(Archive(out).read("documents")) == 3
    assert {name.split("/")[0] for name in (out / "versions").sizes()} & {"2-torn"} == set()


def go(source: Path, out: Remote, environment: dict[str, str]) -> None:
    os.environ.update(environment)
    run(source, out, process=fake)


@pytest.mark.slow
def test_a_run_may_be_killed_at_any_moment(
    out: Remote, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lease, "DEAD", 0.3)
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__, "pipeline.engine.runner", "s3fs"])
    environment = {name: value for name, value in os.environ.items() if name.startswith("AWS_")}
    source = files(tmp_path / "in", a="one", b="half")
    run(source, out, process=fake)
    states = [bytes_of(out)]
    for kill in range(KILLS):
        files(source, **{f"n{kill}": f"doc {kill}"})
        process = context.Process(target=go, args=(source, out, environment))
        clock = time.monotonic()
        process.start()
        process.join(random.Random(kill).uniform(0.1, 2.5))
        process.kill()
        process.join()
        state = bytes_of(out)
        assert validate(out) == []
        run(source, out, process=fake)
        assert state in (states[-1], bytes_of(out)), time.monotonic() - clock
        states.append(bytes_of(out))
        assert len(Archive(out).read("documents")) == 3 + kill
        assert len({name.split("/")[0] for name in (out / "versions").sizes()}) <= 2


def test_of_two_that_commit_one_wins(out: Remote, tmp_path: Path) -> None:
    source = files(tmp_path / "in", a="one")
    run(source, out, process=fake)
    files(source, b="two")
    with working_copy(out) as copy:
        run(source, copy.folder, process=fake)
        (out / "commits" / "00000002.json").write_bytes(
            (out / "commits/00000001.json").read_bytes()
        )
        with pytest.raises(ArchiveError, match="another run has written"):
            copy.publish()
    (out / "commits" / "00000002.json").remove()
    assert len(Archive(out).read("documents")) == 1


def test_a_second_run_says_so_or_waits(
    out: Remote, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lease, "BEAT", 0.1)
    source = files(tmp_path / "in", a="one")
    unread: list[int] = []
    second = threading.Thread(
        target=lambda: unread.append(run(source, out, process=fake, wait=True).unchanged)
    )
    with leased(out):
        with pytest.raises(ArchiveError, match=r"another run \(.* process \d+\) is writing"):
            run(source, out, process=fake)
        second.start()
        second.join(0.7)
        assert second.is_alive() and not unread
    second.join(30)
    assert unread == [0]
    with leased(out), pytest.raises(ArchiveError, match="is writing this archive"):
        resolve(out)


HOLD = """
import sys, time
from pipeline.remote import Remote
from pipeline.store.lease import leased
with leased(Remote(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_dead_writer_is_taken_over_from(
    out: Remote, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lease, "DEAD", 0.6)
    monkeypatch.setattr(lease, "BEAT", 0.1)
    holder = subprocess.Popen([sys.executable, "-c", HOLD, str(out)], stdout=subprocess.PIPE)
    assert holder.stdout is not None and holder.stdout.readline() == b"held\n"
    holder.kill()
    holder.wait()
    assert (out / "locks").sizes()
    clock = time.monotonic()
    assert run(files(tmp_path / "in", a="one"), out, process=fake).ok == 1
    assert time.monotonic() - clock > 0.6


def test_who_was_taken_for_dead_writes_nothing(out: Remote, tmp_path: Path) -> None:
    source = files(tmp_path / "in", a="one")
    with working_copy(out) as copy:
        run(source, copy.folder, process=fake)
        (out / "locks" / "00000002.json").write_bytes(b"{}")
        with pytest.raises(ArchiveError, match="another run took over"):
            copy.publish()
    with pytest.raises(ArchiveError, match="nothing was committed"):
        Archive(out)


def test_a_folder_that_is_no_archive_is_left_alone(out: Remote, tmp_path: Path) -> None:
    (out / "thesis.txt").write_bytes(b"mine")
    with pytest.raises(ArchiveError, match=r"no archive \(it holds thesis\.txt\)"):
        run(files(tmp_path / "in", a="one"), out, process=fake)
    assert out.sizes() == {"thesis.txt": 4}
    with pytest.raises(ArchiveError, match="there is no archive"):
        Archive(out)


def test_the_command_takes_urls(
    out: Remote, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = upload(files(tmp_path / "in", a="Số: 15/TB-CĐN"), out / "in")
    answer = congvan(capsys, "run", source, "--out", out / "a", "--jobs", 1, "--json")
    assert answer.code == 0 and answer.json["out"] == f"{out}/a"
    answer = congvan(capsys, "query", "SELECT command FROM runs", "--archive", out / "a", "--json")
    assert answer.json["rows"] == [{"command": f"congvan run {source} --out {out}/a --jobs 1"}]
    assert congvan(capsys, "validate", out / "a").code == 0
    missing = congvan(capsys, "run", out / "none", "--out", out / "a")
    assert missing.code == 2 and "no such file or folder" in missing.one_error()
    inside = congvan(capsys, "run", out / "a" / "versions", "--out", out / "a")
    assert inside.code == 2 and "holds the source" in inside.one_error()
    report = ("--report", tmp_path / "report")
    assert congvan(capsys, "audit", out / "a", *report).code == 0 and validate(out / "a") == []


def test_a_store_out_of_reach_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], bucket: Remote
) -> None:
    source = files(tmp_path / "in", a="one")
    answer = congvan(capsys, "run", source, "--out", "s3://no-such-bucket/x")
    assert answer.code == 2 and "s3://no-such-bucket/x" in answer.one_error()
    answer = congvan(capsys, "query", "SELECT 1", "--archive", "s3://no-such-bucket/x")
    assert answer.code == 2 and "s3://no-such-bucket/x" in answer.one_error()


def test_what_did_not_change_is_copied_in_the_store_several_files_at_a_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = Remote("memory://copied")
    source = files(tmp_path / "in", a="one", b="two")
    run(source, out, process=fake)
    system, _ = out.opened()
    under_way, most, copied, real = 0, 0, [], type(system).cp_file
    lock = threading.Lock()

    def slow(self: object, one: str, other: str, **options: object) -> None:
        nonlocal under_way, most
        with lock:
            under_way += 1
            most = max(most, under_way)
            copied.append(other.partition("/versions/")[2].partition("/")[2])
        time.sleep(0.02)
        real(self, one, other, **options)
        with lock:
            under_way -= 1

    monkeypatch.setattr(type(system), "cp_file", slow)
    monkeypatch.setattr(remote_archive, "COPIES", 4)
    before = bytes_of(out)
    run(source, out, process=fake)  # the log of runs alone is new
    assert bytes_of(out) == before and validate(out) == [] and len(Archive(out).read("runs")) == 2
    assert most == 4 and sorted(copied) == sorted({*before, ".ledger.jsonl"})

    def refuse(self: object, one: str, other: str, **options: object) -> None:
        raise PermissionError(13, "Permission denied")

    commit = last_commit(out)
    monkeypatch.setattr(type(system), "cp_file", refuse)
    with pytest.raises(ArchiveError, match="cannot be reached or used: Permission denied"):
        run(source, out, process=fake)
    assert last_commit(out) == commit and bytes_of(out) == before


@pytest.mark.parametrize("where", ["here", "there"])
def test_what_a_store_says_is_the_same_is_not_read_again(
    out: Remote, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    source = upload(files(tmp_path / "in", a="one", b="two", c="two"), out / "in")
    target = out / "archive" if where == "there" else tmp_path / "archive"
    run(source, target, process=fake)
    hashed, real = [], Remote.sha256

    def counting(self: Remote) -> str:
        hashed.append(self.name)
        return real(self)

    monkeypatch.setattr(Remote, "sha256", counting)
    assert run(source, target, process=fake).unchanged == 3 and not hashed
    assert run(source / "a.txt", target, process=fake, prune=False).unchanged == 1 and not hashed
    (source / "b.txt").write_bytes(b"six")  # as many bytes as before
    changed = run(source, target, process=fake)
    assert hashed == ["b.txt"] and changed.unchanged == 2 and changed.rows["documents"] == 3
    assert run(source, target, process=fake, rehash=True).unchanged == 3
    assert sorted(hashed) == ["a.txt", "b.txt", "b.txt", "c.txt"]
    (place(target) / HASHES).write_bytes(b"torn")
    assert run(source, target, process=fake).unchanged == 3 and len(hashed) == 7
    assert validate(target) == []


def test_any_file_system_of_fsspec(tmp_path: Path) -> None:
    source = upload(files(tmp_path / "in", a="one", b="two"), Remote("memory://in"))
    summary = run(source, "memory://out", process=fake)
    assert summary.ok == 2 and validate("memory://out") == []
    with pytest.raises(ReadError, match="no such file"):
        run("memory://nothing", tmp_path / "out")


def test_without_the_library_the_error_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    with pytest.raises(MissingExtraError) as missing:
        Archive("s3://bucket/archive")
    assert missing.value.extra == "s3"
    answer = congvan(capsys, "query", "SELECT 1", "--archive", "s3://bucket/archive")
    assert answer.code == 2 and "pip install 'congvan[s3]'" in answer.one_error()


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ("s3://b/x/", Remote("s3://b/x")),
        (Path("s3://b/x"), Remote("s3://b/x")),
        ("gs://b", Remote("gs://b")),
        ("file:///tmp/x", Path("/tmp/x")),
        (Path("file:///tmp/x"), Path("/tmp/x")),
        ("C:/x", Path("C:/x")),
        ("data/raw", Path("data/raw")),
        ("a:b", Path("a:b")),
    ],
)
def test_paths_and_urls_are_told_apart(given: Path | str, named: Path | Remote) -> None:
    assert place(given) == named


@pytest.mark.parametrize("name", ["năm [2024]", "a*", "a?", "[!a]*"])
def test_a_name_that_looks_like_a_pattern_is_removed_alone(bucket: Remote, name: str) -> None:
    folder = bucket / "named"
    for each in (name, "ab", "năm 2"):
        (folder / each / "locks" / "1.json").write_bytes(b"1")
    (folder / name).remove()
    assert list(folder.sizes()) == ["ab/locks/1.json", "năm 2/locks/1.json"]
    (folder / name).remove()
    assert len(folder.sizes()) == 2

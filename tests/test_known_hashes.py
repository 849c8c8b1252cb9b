"""Files that rest are not hashed again, and a file that has changed is never missed."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from pipeline.engine import RunSummary, known_hashes, run
from pipeline.engine.discover import Discovery, Input
from pipeline.engine.known_hashes import HASHES, MOST_A_FILE, KnownHashes
from pipeline.engine.look import Looked, look, try_look
from pipeline.engine.runner import _looked
from pipeline.remote import Place
from pipeline.store import Archive
from tests.cli import congvan
from tests.test_engine import fake

MOST = 1_000_000
TICK = 0.02  # seconds after which the clock of any file system of a test machine has moved on


@pytest.fixture
def hashed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are read to be hashed."""
    names: list[str] = []

    def note(path: Place, max_bytes: int) -> Looked:
        names.append(path.name)
        return look(path, max_bytes)

    monkeypatch.setattr(known_hashes, "look", note)
    return names


@pytest.fixture
def rested(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if a minute had passed since files were written."""
    monkeypatch.setattr(known_hashes, "RESTED", 0.0)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("a", "b", "c"):
        (folder / f"{name}.txt").write_text(f"text of {name}", "utf-8")
    time.sleep(TICK)
    return folder


def go(source: Path, out: Path, **options: bool) -> RunSummary:
    return run(source, out, process=fake, **options)  # type: ignore[arg-type]


def texts(out: Path) -> set[str]:
    return set(Archive(out).read("texts")["text"])


def taken(hashed: list[str]) -> list[str]:
    """The names so far, which are forgotten."""
    names = sorted(hashed)
    hashed.clear()
    return names


pytestmark = pytest.mark.skipif(os.name != "posix", reason="the system tells no time of change")


@pytest.mark.usefixtures("rested")
def test_a_run_with_nothing_new_reads_no_file(
    source: Path, tmp_path: Path, hashed: list[str]
) -> None:
    out = tmp_path / "out"
    go(source, out)
    assert taken(hashed) == ["a.txt", "b.txt", "c.txt"]
    kept = (out / HASHES).read_bytes()
    again = go(source, out)
    assert taken(hashed) == [] and again.unchanged == 3
    assert (out / HASHES).read_bytes() == kept
    (source / "d.txt").write_text("text of d", "utf-8")
    assert go(source, out).ok == 4 and taken(hashed) == ["d.txt"]
    assert go(source, out, rehash=True).unchanged == 4
    assert taken(hashed) == ["a.txt", "b.txt", "c.txt", "d.txt"]
    assert go(source, out).unchanged == 4 and taken(hashed) == []


def write_over(path: Path) -> None:
    path.write_text("TEXT OF a", "utf-8")


def write_a_byte(path: Path) -> None:
    with path.open("r+b") as file:
        file.write(b"T")


def put_another_in_its_place(path: Path) -> None:
    other = path.with_name(".other")
    other.write_text("TEXT OF a", "utf-8")
    former = path.stat()
    os.utime(other, ns=(former.st_atime_ns, former.st_mtime_ns))
    other.rename(path)


def change_places(path: Path) -> None:
    other = path.with_name("b.txt")
    times = path.stat().st_mtime_ns
    os.utime(other, ns=(times, times))
    path.rename(path.with_name(".aside"))
    other.rename(path)
    path.with_name(".aside").rename(other)


@pytest.mark.usefixtures("rested")
@pytest.mark.parametrize(
    "change", [write_over, write_a_byte, put_another_in_its_place, change_places]
)
def test_a_change_that_leaves_size_and_time_is_seen(
    source: Path, tmp_path: Path, hashed: list[str], change: Callable[[Path], None]
) -> None:
    path, out = source / "a.txt", tmp_path / "out"
    go(source, out)
    go(source, out)
    taken(hashed)
    former = path.stat()
    change(path)
    os.utime(path, ns=(former.st_atime_ns, former.st_mtime_ns))
    assert path.stat().st_size == former.st_size and path.stat().st_mtime_ns == former.st_mtime_ns
    go(source, out)
    assert "a.txt" in taken(hashed)
    assert texts(out) == {each.read_text("utf-8") for each in source.glob("[abc].txt")}


def test_a_file_that_was_just_changed_is_hashed_again(
    source: Path, tmp_path: Path, hashed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    for _ in range(2):
        go(source, out)
        assert taken(hashed) == ["a.txt", "b.txt", "c.txt"]
    now = time.time_ns()
    monkeypatch.setattr(time, "time_ns", lambda: now + 61 * 10**9)
    go(source, out)
    assert len(taken(hashed)) == 3
    go(source, out)
    assert taken(hashed) == []
    os.utime(source / "a.txt", ns=(now, now + 10**15))  # of a clock that goes before ours
    for _ in range(2):
        go(source, out)
        assert taken(hashed) == ["a.txt"]


@pytest.mark.usefixtures("rested")
def test_a_file_that_changes_while_it_is_hashed_is_not_remembered(source: Path) -> None:
    path = source / "a.txt"
    hashes = KnownHashes(source / HASHES, ())
    assert hashes.find(path, MOST) is None
    looked = look(path, MOST)
    path.write_text("TEXT OF a", "utf-8")
    hashes.note(path, looked)
    hashes.save()
    assert not (source / HASHES).exists()


@pytest.mark.usefixtures("rested")
def test_what_has_to_be_read_is_hashed_again(
    source: Path, tmp_path: Path, hashed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    go(source, out)
    taken(hashed)
    monkeypatch.setattr("pipeline.engine.runner.code_version", lambda: "another")
    assert go(source, out).unchanged == 0
    assert taken(hashed) == ["a.txt", "b.txt", "c.txt"]


@pytest.mark.usefixtures("rested")
def test_a_false_record_does_not_last(source: Path, tmp_path: Path, hashed: list[str]) -> None:
    out = tmp_path / "out"
    go(source, out)
    data = bytearray((out / HASHES).read_bytes())
    data[-1] ^= 1
    (out / HASHES).write_bytes(data)
    taken(hashed)
    assert go(source, out).unchanged == 3 and len(taken(hashed)) == 3
    (out / HASHES).unlink()
    (out / HASHES).mkdir()  # cannot be read and not be written
    assert go(source, out).unchanged == 3 and len(taken(hashed)) == 3
    assert [path.name for path in out.glob(f"{HASHES}.*")] == []


@pytest.mark.usefixtures("rested")
def test_a_file_that_may_not_be_read_any_more_is_a_failure(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    go(source, out)
    real = os.open

    def refuse(path: Path, *rest: int) -> int:
        if str(path).endswith("a.txt"):
            raise PermissionError(13, "Permission denied")
        return real(path, *rest)

    def closed(path: Place, max_bytes: int) -> Looked:
        os.close(refuse(Path(str(path)), os.O_RDONLY))
        return look(path, max_bytes)

    monkeypatch.setattr(os, "open", refuse)
    monkeypatch.setattr(known_hashes, "look", closed)
    summary = go(source, out)
    assert (summary.failed, summary.unchanged) == (1, 2)
    assert "cannot be opened: Permission denied" in summary.failures[0].message


@pytest.mark.usefixtures("rested")
def test_records_are_bounded_and_those_in_use_stay(source: Path, tmp_path: Path) -> None:
    path, kept = source / "a.txt", tmp_path / HASHES
    trusted = {sha for each in source.iterdir() if (sha := look(each, MOST).sha256)}
    sizes = []
    for number in range(5 * MOST_A_FILE):
        os.utime(path, ns=(number, number))
        hashes = KnownHashes(kept, trusted)
        assert all(hashes.look(each, MOST) == look(each, MOST) for each in source.iterdir())
        hashes.save()
        sizes.append(kept.stat().st_size)
        last = KnownHashes(kept, trusted)
        assert all(last.find(each, MOST) is not None for each in source.iterdir())
    assert max(sizes) <= min(sizes) * MOST_A_FILE * 2


@pytest.mark.usefixtures("rested")
def test_files_too_large_and_empty_are_so_whatever_is_known(source: Path, tmp_path: Path) -> None:
    kept, path = tmp_path / HASHES, source / "a.txt"
    first = KnownHashes(kept, ())
    known = first.look(path, MOST)
    first.save()
    assert known.sha256 is not None
    again = KnownHashes(kept, {known.sha256})
    assert again.find(path, MOST) == known and again.look(path, 3) == Looked(9, None)
    (source / "e.txt").touch()
    assert again.look(source / "e.txt", MOST) == Looked(0, None)
    with pytest.raises(FileNotFoundError):
        again.look(source / "none.txt", MOST)


class _Far:
    """A cluster that notes what it is asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def look_at(self, inputs: Sequence[Input], max_bytes: int) -> dict[str, Looked | OSError]:
        self.asked = [each.uri for each in inputs]
        return {each.uri: try_look(each.path, max_bytes) for each in inputs}


@pytest.mark.usefixtures("rested")
def test_a_cluster_hashes_what_is_not_known(source: Path, tmp_path: Path) -> None:
    far, kept = _Far(), tmp_path / HASHES
    inputs = tuple(Input(path.name, path) for path in sorted(source.iterdir()))
    trusted = {str(look(each.path, MOST).sha256) for each in inputs}
    gone = Input("gone", source / "gone.txt")
    for expected in (["a.txt", "b.txt", "c.txt", "gone"], ["gone"]):
        hashes = KnownHashes(kept, trusted)
        of = _looked(far, hashes, Discovery((*inputs, gone), ()), MOST)  # type: ignore[arg-type]
        assert far.asked == expected
        assert [of(each) for each in inputs] == [look(each.path, MOST) for each in inputs]
        with pytest.raises(FileNotFoundError):
            of(gone)
        hashes.save()


def test_the_command_tells_of_rehash(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert congvan(capsys, "run", source, "--out", out, "--jobs", 1, "--rehash", "--json").code == 0
    (command,) = Archive(out).read("runs")["command"]
    assert command.endswith("--jobs 1 --rehash")

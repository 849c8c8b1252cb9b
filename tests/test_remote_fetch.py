"""A run into an archive on an object store fetches of it what it needs."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from pipeline.dictionary import load_dictionary
from pipeline.engine import run
from pipeline.errors import ArchiveError
from pipeline.remote import Listed, Place, Remote
from pipeline.resolve import resolve
from pipeline.store import Archive, elsewhere, shards, validate
from pipeline.store.current import snapshot
from pipeline.store.elsewhere import Elsewhere
from pipeline.store.folder import part_paths
from pipeline.store.remote_archive import last_commit, working_copy
from tests.test_engine import fake, files

pytest.importorskip("fsspec", reason="needs the extra s3")

ALWAYS = {"documents", "failures", "runs"}


def contents(root: Place) -> dict[str, bytes]:
    """The files of every table of a version but the log of runs."""
    found: dict[str, bytes] = {}
    for table in load_dictionary().tables:
        folder = root / table
        if isinstance(folder, Remote):
            names = list(folder.sizes())
        else:
            names = [path.name for path in folder.glob("*.parquet")]
        if table != "runs":
            found |= {f"{table}/{name}": (folder / name).read_bytes() for name in names}
    return found


def same(out: Remote, here: Path) -> None:
    """The archives hold the same bytes, though one of them was not here."""
    assert contents(snapshot(out)) == contents(snapshot(here)) and validate(out) == []


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are fetched whole, as `table/file`."""
    asked: list[str] = []
    system = type(Remote("memory://x").opened()[0])
    real = system.get

    def get(self: object, names: list[str], *rest: object, **options: object) -> object:
        asked.extend(name.partition("/versions/")[2].partition("/")[2] for name in names)
        return real(self, names, *rest, **options)

    monkeypatch.setattr(system, "get", get)
    monkeypatch.setattr(shards, "MOST", 3)
    return asked


@pytest.mark.parametrize("tail", [1 << 16, 100])
def test_a_run_fetches_what_it_writes_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: list[str], tail: int
) -> None:
    monkeypatch.setattr(elsewhere, "_TAIL", tail)  # footers take one request, or two
    monkeypatch.setattr(elsewhere, "_AT_ONCE", 7)
    out, here = Remote(f"memory://fetched-{tail}"), tmp_path / "here"
    source = files(tmp_path / "in", **{f"f{number}": f"{number}" for number in range(12)})
    for target in (out, here):
        run(source, target, process=fake)
    ranges = len(part_paths(snapshot(here), "texts"))
    assert ranges > 2 and not asked

    assert run(source, out, process=fake).unchanged == 12
    assert {name.partition("/")[0] for name in asked if "/" in name} == ALWAYS
    same(out, here)

    files(source, g="another")
    gone = source / "f3.txt"
    for change in ("one more", "one less"):
        if change == "one less":
            gone.unlink()
        asked.clear()
        summaries = [run(source, target, process=fake).rows for target in (out, here)]
        assert {**summaries[0], "runs": 0} == {**summaries[1], "runs": 0}
        texts = [name for name in asked if name.startswith("texts/")]
        assert len(texts) == len(set(texts)) and 0 < len(texts) < ranges
        same(out, here)


def test_rows_with_links_are_fetched_for_they_are_cut(tmp_path: Path, asked: list[str]) -> None:
    out, here = Remote("memory://linked"), tmp_path / "here"
    source = files(tmp_path / "in", **{f"f{number}": f"{number}" for number in range(12)})
    for target in (out, here):
        run(source, target, process=fake)
        assert resolve(target)
    files(source, g="another")
    for target in (out, here):
        run(source, target, process=fake)
    same(out, here)


def test_where_there_are_no_hard_links_all_is_fetched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: list[str]
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    out, here = Remote("memory://unlinked"), tmp_path / "here"
    source = files(tmp_path / "in", a="one", b="two")
    monkeypatch.setattr("os.link", refuse)
    for target in (out, here):
        run(source, target, process=fake)
        run(source, target, process=fake)
    same(out, here)
    assert {name.partition("/")[0] for name in asked if "/" in name} == set(
        load_dictionary().tables
    )


def test_a_file_that_was_not_brought_gives_no_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(elsewhere, "_TAIL", 8)
    out = Remote("memory://unbrought")
    run(files(tmp_path / "in", a="one", b="two"), out, process=fake)
    with working_copy(out, needed=ALWAYS) as copy:
        (path,) = part_paths(copy.start, "texts")
        with pq.ParquetFile(path) as file:
            assert file.metadata.num_rows > 0
            with pytest.raises(OSError):
                file.read()
        copy.elsewhere.bring([path])
        assert pq.read_table(path).num_rows > 0


def test_a_file_that_shrank_in_the_store_is_an_error(tmp_path: Path) -> None:
    out = Remote("memory://shrunk")
    run(files(tmp_path / "in", a="one"), out, process=fake)
    commit = last_commit(out)
    assert commit is not None
    there = Elsewhere(tmp_path / "copy", commit.folder)
    name = "texts/part-0.parquet"
    there.stand_in({name: commit.files[name]})
    (commit.folder / name).write_bytes(b"PAR1")
    with pytest.raises(ArchiveError, match="not the size"):
        there.bring([tmp_path / "copy" / name])
    gone = Elsewhere(tmp_path / "copy", commit.folder)
    with pytest.raises(ArchiveError, match="cannot be reached or used"):
        gone.stand_in({"texts/no.parquet": 7})


def test_footers_on_a_store_are_asked_for_side_by_side(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shards, "MOST", 2)
    out = Remote("memory://aside")
    run(files(tmp_path / "in", **{f"f{n}": f"{n}" for n in range(20)}), out, process=fake)
    names, lock, real = set(), threading.Lock(), pq.read_metadata

    def slow(path: str, **options: object) -> object:
        with lock:
            names.add(threading.current_thread().name)
        time.sleep(0.05)
        return real(path, **options)

    monkeypatch.setattr(pq, "read_metadata", slow)
    archive = Archive(out)
    assert archive.tables()["texts"] == 20 and len(names) > 2
    assert archive.arrow("texts").num_rows == 20


@pytest.mark.parametrize(
    ("info", "version"),
    [
        ({"size": 5, "ETag": '"ab"', "LastModified": "t1"}, '"ab" t1'),
        ({"size": 5, "etag": "CAE=", "updated": "t2", "generation": 7}, "CAE= t2 7"),
        ({"size": 5, "etag": '"0x8"', "last_modified": "t3"}, '"0x8" t3'),
        ({"size": 5, "ETag": 'W/"weak"', "LastModified": "t1"}, None),
        ({"size": 5, "created": "t4"}, None),
    ],
)
def test_which_words_of_a_store_stand_for_a_content(
    monkeypatch: pytest.MonkeyPatch, info: dict[str, object], version: str | None
) -> None:
    file = Remote("memory://words/a.txt")
    system, _ = file.opened()
    monkeypatch.setattr(type(system), "info", lambda self, path, **options: info)
    assert file.listed() == Listed(5, version)

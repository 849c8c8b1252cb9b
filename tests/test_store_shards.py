"""Large archives lie in several files a table, and a run writes those alone that change."""

from __future__ import annotations

import hashlib
import json
import os
import random
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.dictionary import load_dictionary
from pipeline.engine import run
from pipeline.errors import ArchiveError
from pipeline.identity import document_id
from pipeline.model import Source
from pipeline.rulebook import Rulebook
from pipeline.store import Archive, carry, parquet, shards, validate, write_archive
from pipeline.store.current import snapshot
from pipeline.store.folder import part_paths
from pipeline.store.part_names import range_of
from pipeline.store.shards import cut, is_cut
from tests.store_samples import SHA, document_rows
from tests.test_engine import Made

CUT = [name for name in load_dictionary().tables if is_cut(name)]
IDS = [hashlib.sha256(str(number).encode()).hexdigest()[:16] for number in range(60)]


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "MOST", 3)


def sample(data: bytes, source: Source, rules: Rulebook) -> Made:
    """The rows of the sample, as if they were read from this source."""
    rows = document_rows("a")
    old, new = document_id(SHA["a"], None, 0), document_id(source.sha256, None, 0)
    made = json.loads(json.dumps(rows, default=repr).replace(old, new))
    for name, table in rows.items():
        for row, again in zip(table, made[name], strict=True):
            row |= {key: value for key, value in again.items() if new in str(value)}
            row |= {key: None for key in ("entity_id", "cited_doc_id", "same_as") if key in row}
    own = {"source_uri": source.uri, "source_sha256": source.sha256}
    rows["documents"][0] |= own | {"rules_version": rules.version}
    rows.pop("failures", None)
    return Made(rows)


def go(source: Path, out: Path, *, jobs: int = 1) -> None:
    run(source, out, process=sample, jobs=jobs)


def write(folder: Path, *numbers: int) -> Path:
    folder.mkdir(exist_ok=True)
    for number in numbers:
        (folder / f"{number}.txt").write_text(f"document {number}", "utf-8")
    return folder


def contents(out: Path) -> dict[str, bytes]:
    """Every file of the version that is current, but for the log of runs."""
    root = snapshot(out)
    found = {path.relative_to(root).as_posix(): path for path in root.rglob("*") if path.is_file()}
    return {name: found[name].read_bytes() for name in found if not name.startswith("runs/")}


def inodes(out: Path, table: str) -> dict[str, int]:
    return {path.name: path.stat().st_ino for path in part_paths(snapshot(out), table)}


@given(st.lists(st.text("0123456789abcdefz", max_size=8), max_size=60), st.randoms())
def test_which_files_there_are_follows_from_the_ids_alone(
    ids: list[str], chance: random.Random
) -> None:
    found = cut(ids)
    assert [doc_id for shard in found for doc_id in shard.doc_ids] == sorted(set(ids))
    assert [shard.file for shard in found] == sorted({shard.file for shard in found})
    assert found[0].low == "" and found[-1].high is None
    for shard, following in pairwise(found):
        assert shard.high == following.low and shard.file != "part-0.parquet"
    assert all(
        shard.low <= doc_id and (shard.high is None or doc_id < shard.high)
        for shard in found
        for doc_id in shard.doc_ids
    )
    chance.shuffle(ids)
    assert cut(ids) == found


def test_ranges_are_no_larger_than_they_may_be() -> None:
    assert [shard.file for shard in cut(IDS[:3])] == ["part-0.parquet"]
    assert all(0 < len(shard.doc_ids) <= shards.MOST for shard in cut(IDS))
    alike = [f"abcd{number}" for number in range(9)]  # ids that are no hashes
    assert [shard.doc_ids for shard in cut(alike) if shard.doc_ids] == [tuple(alike)]


def test_the_tables_do_not_depend_on_the_way_they_came_about(tmp_path: Path) -> None:
    chance = random.Random(3)
    source, out = write(tmp_path / "in", *range(10)), tmp_path / "out"
    go(source, out)
    number = 10
    for _ in range(6):
        for path in chance.sample(sorted(source.iterdir()), 2):
            path.unlink()
        write(source, *range(number, number + 5))
        number += 5
        go(source, out)
        go(source, tmp_path / "at once")
        assert contents(out) == contents(tmp_path / "at once")
        assert validate(out) == []
    go(source, tmp_path / "by two", jobs=2)
    assert contents(tmp_path / "by two") == contents(out)
    assert len(part_paths(snapshot(out), "texts")) > 8


def test_one_new_file_leaves_the_others_as_they_are(tmp_path: Path) -> None:
    source, out = write(tmp_path / "in", *range(30)), tmp_path / "out"
    go(source, out)
    former = {name: inodes(out, name) for name in CUT}
    write(source, 30)
    go(source, out)
    for name in CUT:
        now = inodes(out, name)
        others = {file for file in now if former[name].get(file) != now[file]}
        assert 0 < len(others) <= 3 and len(now) > 10  # the one, or the halves that it has become
    (source / "30.txt").unlink()
    go(source, out)
    assert [inodes(out, name).keys() for name in CUT] == [each.keys() for each in former.values()]


def test_links_between_documents_are_cut_and_files_without_any_stay(tmp_path: Path) -> None:
    source, out = write(tmp_path / "in", *range(30)), tmp_path / "out"
    go(source, out)
    plain = contents(out)
    archive = Archive(out)
    rows = archive.arrow("awardees")
    links = [f"e{number}" if number < 4 else None for number in range(rows.num_rows)]
    at = rows.schema.get_field_index("entity_id")
    linked = rows.set_column(at, rows.schema.field(at), pa.array(links, pa.string()))
    write_archive(out, {"awardees": linked})
    changed = contents(out)
    # The descriptor lists the files, which are named by what they hold.
    assert {name.partition("/")[0] for name, _ in plain.items() ^ changed.items()} == {
        "awardees",
        "datapackage.json",
    }
    ranges = [sorted((Path(name).parent, range_of(Path(name).name)) for name in each)
              for each in (plain, changed)]  # fmt: skip
    assert ranges[0] == ranges[1]
    before = {name: inodes(out, name) for name in ("awardees", "texts")}
    write(source, 30)
    go(source, out)
    assert not any(Archive(out).arrow("awardees")["entity_id"].to_pylist())
    now = {name: inodes(out, name) for name in before}
    kept = {name: before[name].items() & now[name].items() for name in before}
    assert 0 < len(kept["awardees"]) < len(kept["texts"])
    (source / "30.txt").unlink()
    go(source, out)
    assert contents(out) == plain


def one_file(out: Path, table: str) -> None:
    """Make a table one of a version of this package that knew no ranges."""
    rows = Archive(out).arrow(table)
    package = json.loads((out / "datapackage.json").read_bytes())
    for resource in package["resources"]:
        if resource["name"] == table:
            resource["path"] = f"{table}/part-0.parquet"
    (snapshot(out) / "datapackage.json").write_text(json.dumps(package))
    for path in part_paths(snapshot(out), table):
        path.unlink()
    pq.write_table(rows, snapshot(out) / table / "part-0.parquet", row_group_size=5)


def other_library(out: Path, table: str) -> None:
    for path in part_paths(snapshot(out), table):
        pq.write_table(pq.read_table(path), path, compression="none")


def plain_names(out: Path, table: str) -> None:
    """Name files by their range alone, as versions of this package did."""
    package = (out / "datapackage.json").read_text("utf-8")
    for path in part_paths(snapshot(out), table):
        package = package.replace(f"{table}/{path.name}", f"{table}/{range_of(path.name)}")
        path.rename(path.with_name(range_of(path.name)))
    (snapshot(out) / "datapackage.json").write_text(package, "utf-8")


@pytest.mark.parametrize("change", [one_file, other_library, plain_names])
def test_what_would_be_written_otherwise_now_is_written_anew(
    tmp_path: Path, change: Callable[[Path, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    source, out = write(tmp_path / "in", *range(20)), tmp_path / "out"
    go(source, out)
    for name in CUT:
        change(out, name)
    if change is other_library:
        monkeypatch.setattr(carry, "_WRITER", "a later one")
    write(source, 20)
    go(source, out)
    go(source, tmp_path / "at once")
    assert contents(out) == contents(tmp_path / "at once") and validate(out) == []


@pytest.mark.parametrize("most", [1, 6, 50])
def test_files_of_another_cut_are_written_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    source, other = write(tmp_path / "in", *range(20)), write(tmp_path / "other", 20)
    out, fresh = tmp_path / "out", tmp_path / "fresh"
    go(source, out)
    monkeypatch.setattr(shards, "MOST", most)
    for archive in (out, fresh):
        if archive is fresh:
            go(source, archive)
        go(other, archive)
    assert contents(out) == contents(fresh) and validate(out) == []
    assert Archive(out).tables()["texts"] == 21


def test_files_of_another_layout_are_written_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, out = write(tmp_path / "in", *range(20)), tmp_path / "out"
    go(source, out)
    monkeypatch.setattr(parquet, "COMPRESSION_LEVEL", 9)
    write(source, 20)
    go(source, out)
    go(source, tmp_path / "at once")
    assert contents(out) == contents(tmp_path / "at once")


@pytest.mark.parametrize("table", ["texts", "awardees"])
def test_a_file_that_is_gone_is_missed_and_nothing_is_written(tmp_path: Path, table: str) -> None:
    source, out = write(tmp_path / "in", *range(20)), tmp_path / "out"
    go(source, out)
    path = part_paths(snapshot(out), table)[3]
    former = path.rename(tmp_path / "aside")
    before = contents(out)
    assert [found.table for found in validate(out) if path.name in found.message] == [table]
    write(source, 20)
    for call in (
        lambda: go(source, out),
        lambda: write_archive(out, {"runs": Archive(out).arrow("runs")}),
        lambda: Archive(out).arrow(table),
        lambda: Archive(out).tables(),
        lambda: Archive(out).query(f"SELECT count(*) FROM {table}"),
    ):
        with pytest.raises(ArchiveError, match=path.name):
            call()
    assert contents(out) == before
    former.rename(path)
    go(source, out)
    assert validate(out) == [] and Archive(out).tables()[table] >= 21


def test_a_file_of_other_columns_is_seen_behind_the_first(tmp_path: Path) -> None:
    source, out = write(tmp_path / "in", *range(20)), tmp_path / "out"
    go(source, out)
    path = part_paths(snapshot(out), "awardees")[3]
    pq.write_table(pq.read_table(path).drop_columns("name"), path)
    found = [each for each in validate(out) if each.table == "awardees"]
    assert [each.check for each in found] == ["schema"] and path.name in found[0].message
    for call in (
        lambda: Archive(out).arrow("awardees", ["name"]),
        lambda: Archive(out).query("SELECT name FROM Awardees"),
    ):
        with pytest.raises(ArchiveError, match="other columns"):
            call()
    assert Archive(out).query("SELECT count(*) AS n FROM texts").n[0] == 20


def test_a_copy_in_place_of_a_link_lasts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source, out = write(tmp_path / "in", *range(20)), tmp_path / "out"
    go(source, out)

    def refuse(*_: object) -> None:
        raise OSError("no hard links here")

    synced: set[int] = set()
    sync = os.fsync

    def note(handle: int) -> None:
        synced.add(os.fstat(handle).st_ino)
        sync(handle)

    monkeypatch.setattr(os, "link", refuse)
    monkeypatch.setattr(os, "fsync", note)
    write(source, 20)
    go(source, out)
    files = [path for path in snapshot(out).rglob("*") if path.is_file()]
    assert len(files) > 50 and {path.stat().st_ino for path in files} <= synced


def test_who_lists_files_before_a_commit_never_reads_rows_of_two_versions(tmp_path: Path) -> None:
    source, out = write(tmp_path / "in", *range(20)), tmp_path / "out"
    go(source, out)
    before = Archive(out).arrow("texts")
    listed = [out / "texts" / path.name for path in part_paths(out, "texts")]
    opened = ds.dataset([str(path) for path in listed])
    assert opened.to_table().equals(before)
    (source / "7.txt").write_text("document 7 of another day", "utf-8")
    go(source, out)
    with pytest.raises(FileNotFoundError):
        opened.to_table()
    there = [path for path in listed if path.exists()]
    assert 0 < len(there) < len(listed) and len(part_paths(out, "texts")) >= len(listed)
    ids = pa.concat_tables(map(pq.read_table, there))["doc_id"]
    same = before.filter(pc.is_in(before["doc_id"], value_set=ids.combine_chunks()))
    assert pa.concat_tables(map(pq.read_table, there)).equals(same)


def test_other_programs_read_all_files_of_a_table(tmp_path: Path) -> None:
    source, out = write(tmp_path / "in", *range(20)), tmp_path / "out"
    go(source, out)
    for name in ("documents", "texts", "awardees"):
        rows = Archive(out).arrow(name)
        assert pd.read_parquet(out / name).equals(rows.to_pandas())
        assert pq.read_table(out / name).equals(rows)
        found = duckdb.sql(f"SELECT count(*) FROM read_parquet('{out}/{name}/*.parquet')")
        assert found.fetchall() == [(rows.num_rows,)]
        assert Archive(out).tables()[name] == rows.num_rows
    package = json.loads((out / "datapackage.json").read_bytes())
    for resource in package["resources"]:
        paths = resource["path"] if isinstance(resource["path"], list) else [resource["path"]]
        assert paths == [
            f"{resource['name']}/{path.name}" for path in part_paths(out, resource["name"])
        ]
    ids = Archive(out).read("texts")["doc_id"].tolist()
    assert ids == sorted(ids) and Archive(out).document(ids[7]).doc_id == ids[7]

"""The files of a table are those that its version lists, and each can be read to its end."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest

from pipeline.engine import run
from pipeline.errors import ArchiveError
from pipeline.store import Archive, Violation, validate, write_archive
from pipeline.store.current import snapshot
from pipeline.store.folder import DESCRIPTOR, part_paths
from tests.test_engine import fake, files


@pytest.fixture
def out(tmp_path: Path) -> Path:
    run(files(tmp_path / "in", a="one", b="half"), tmp_path / "out", process=fake)
    return tmp_path / "out"


def first(out: Path, table: str) -> Path:
    return part_paths(snapshot(out), table)[0]


def faults(out: Path) -> list[tuple[str, str, str | None]]:
    return [(found.check, found.table, found.column) for found in validate(out)]


@pytest.mark.parametrize("table", ["documents", "texts", "runs"])
def test_a_file_too_many_is_refused_for_its_rows_would_count_twice(
    tmp_path: Path, out: Path, table: str
) -> None:
    path = first(out, table)
    more = path.with_name("part-0 (conflicted copy).parquet")
    shutil.copy(path, more)
    assert [(v.check, v.table) for v in validate(out) if more.name in v.message] == [
        ("files", table), ("schema", table),
    ]  # fmt: skip
    calls: list[Callable[[], object]] = [
        lambda: Archive(out).arrow(table),
        lambda: Archive(out).tables(),
        lambda: Archive(out).query(f"SELECT count(*) FROM {table}"),
        lambda: run(files(tmp_path / "in", c="three"), out, process=fake),
        lambda: write_archive(out, {}),
    ]
    before = sorted(snapshot(out).rglob("*"))
    for call in calls:
        with pytest.raises(ArchiveError, match="does not list part-0"):
            call()
    assert sorted(snapshot(out).rglob("*")) == before
    more.unlink()
    assert validate(out) == [] and Archive(out).tables()["documents"] == 2


def test_any_file_that_other_programs_would_take_for_rows_is_reported(out: Path) -> None:
    (snapshot(out) / "texts" / "notes.txt").write_text("mine", "utf-8")
    found = validate(out)
    assert [(v.check, v.table) for v in found] == [("files", "texts")]
    assert "notes.txt" in found[0].message and DESCRIPTOR in found[0].message
    with pytest.raises(Exception, match="notes"):
        pd.read_parquet(out / "texts")
    assert Archive(out).arrow("texts").num_rows == 2


def test_what_systems_hide_beside_files_is_no_part_of_a_table(tmp_path: Path, out: Path) -> None:
    for name in ("._part-0.parquet", ".DS_Store"):
        (snapshot(out) / "texts" / name).write_bytes(b"\0\5\x16\7")
    assert validate(out) == [] and len(pd.read_parquet(out / "texts")) == 2
    assert Archive(out).arrow("texts").num_rows == Archive(out).tables()["texts"] == 2
    run(files(tmp_path / "in", c="three"), out, process=fake)
    assert Archive(out).tables()["texts"] == 3 and validate(out) == []


def spoil(path: Path, column: str) -> None:
    """Damage the pages of a column, of which the file's footer says nothing."""
    group = pq.read_metadata(path).row_group(0)
    places = [group.column(at) for at in range(group.num_columns)]
    (place,) = [each for each in places if each.path_in_schema == column]
    start = place.dictionary_page_offset or place.data_page_offset
    content = bytearray(path.read_bytes())
    content[start : start + place.total_compressed_size] = b"\xff" * place.total_compressed_size
    unique = path.with_name("spoilt")  # the file may be one of an older version, too
    unique.write_bytes(content)
    unique.replace(path)


def test_pages_of_texts_that_are_damaged_are_reported_and_no_mistake(out: Path) -> None:
    spoil(first(out, "texts"), "text")
    assert faults(out) == [("schema", "texts", "text")]
    with pytest.raises(ArchiveError, match=r"cannot be read.*put it back from a copy"):
        Archive(out).arrow("texts")


def test_damaged_findings_are_an_error_of_the_archive(out: Path) -> None:
    doc_id = Archive(out).arrow("documents")["doc_id"][0].as_py()
    path = first(out, "findings")
    path.write_bytes(path.read_bytes()[:-4] + b"PARX")
    with pytest.raises(ArchiveError, match="findings"):
        Archive(out).document(doc_id)


@pytest.mark.parametrize("content", [b"[" * 100_000, b"{}", b"\xff", b'{"resources": [3]}'])
def test_a_descriptor_that_nobody_understands_lists_nothing(out: Path, content: bytes) -> None:
    (snapshot(out) / DESCRIPTOR).write_bytes(content)
    assert Archive(out).tables()["documents"] == 2 and validate(out) == []


@pytest.mark.skipif(os.name != "posix", reason="a folder is read as a file there")
def test_a_descriptor_that_cannot_be_read_is_an_error_of_the_archive(
    tmp_path: Path, out: Path
) -> None:
    (snapshot(out) / DESCRIPTOR).unlink()
    (snapshot(out) / DESCRIPTOR).mkdir()
    with pytest.raises(ArchiveError, match=DESCRIPTOR):
        run(files(tmp_path / "in", c="three"), out, process=fake)
    with pytest.raises(ArchiveError):
        Archive(out).arrow("texts")
    assert {v.check for v in validate(out)} == {"files"}


def test_a_violation_says_where(out: Path) -> None:
    (snapshot(out) / "texts" / "notes.txt").write_text("mine", "utf-8")
    (found,) = validate(out)
    assert isinstance(found, Violation) and str(found).startswith("texts: notes.txt lies in")

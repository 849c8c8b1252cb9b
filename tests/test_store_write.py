"""Writing an archive: the same bytes, crash-safe, never over somebody else's files."""

from __future__ import annotations

import itertools
import json
import os
import shutil
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline.dictionary import datapackage
from pipeline.errors import ArchiveError
from pipeline.identity import document_id
from pipeline.store import (
    Archive,
    LedgerEntry,
    RowError,
    load_ledger,
    parquet,
    to_arrow,
    validate,
    write,
    write_archive,
)
from pipeline.store.carry import kept_rows, merged
from pipeline.store.current import snapshot
from pipeline.store.spool import Spool, chunks_of
from tests.store_samples import (
    SHA,
    archive_rows,
    document_rows,
    ledger,
    to_tables,
    write_sample,
)


def contents(out: Path) -> dict[str, bytes]:
    """Every file of an archive's current version, or of another folder, and its bytes."""
    root = snapshot(out)
    return {str(p.relative_to(root)): p.read_bytes() for p in root.rglob("*") if p.is_file()}


def through_links(out: Path) -> dict[str, bytes]:
    """The tables as other programs find them."""
    return {
        f"{path.parent.name}/{path.name}": path.read_bytes() for path in out.glob("*/*.parquet")
    }


def test_one_folder_a_table_that_pandas_and_arrow_read(tmp_path: Path) -> None:
    out = write_sample(tmp_path / "out")
    for name, rows in archive_rows().items():
        assert (out / name / "part-0.parquet").is_file()
        assert len(pd.read_parquet(out / name)) == len(rows)
        assert pq.read_schema(out / name / "part-0.parquet").equals(
            parquet.written_schema(name), check_metadata=True
        )
    assert json.loads((out / "datapackage.json").read_text("utf-8")) == datapackage()
    assert json.loads((out / ".congvan").read_text("utf-8")) == {"format": 1}


def test_the_same_rows_give_the_same_bytes_in_any_order(tmp_path: Path) -> None:
    rows = archive_rows()
    write_archive(tmp_path / "one", to_tables(rows), ledger())
    backwards = {name: list(reversed(found)) for name, found in rows.items()}
    write_archive(tmp_path / "two", to_tables(backwards), list(reversed(ledger())))
    write_archive(tmp_path / "two", to_tables(rows), ledger())
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_chunks_do_not_show_in_the_bytes(tmp_path: Path) -> None:
    rows = archive_rows()
    write_archive(tmp_path / "one", to_tables(rows))
    pieces = {
        name: pa.concat_tables([to_arrow(name, [row]) for row in found] or [to_arrow(name, [])])
        for name, found in rows.items()
    }
    write_archive(tmp_path / "two", pieces)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_row_groups_are_large_and_columns_compressed(tmp_path: Path) -> None:
    row = archive_rows()["dates"][0]
    rows = [row | {"date_id": f"d{i:06}", "quote": f"ngày {i}"} for i in range(45_000)]
    write_archive(tmp_path, {"dates": to_arrow("dates", rows)})
    metadata = pq.read_metadata(tmp_path / "dates" / "part-0.parquet")
    assert [metadata.row_group(i).num_rows for i in range(metadata.num_row_groups)] == [
        20_000,
        20_000,
        5_000,
    ]
    columns = [metadata.row_group(0).column(i) for i in range(metadata.num_columns)]
    assert {column.compression for column in columns} == {"ZSTD"}
    with_dictionary = {c.path_in_schema for c in columns if "RLE_DICTIONARY" in c.encodings}
    assert {"doc_id", "rule", "precision", "role"} <= with_dictionary
    assert not {"date_id", "quote"} & with_dictionary


def test_rows_are_sorted_by_the_dictionary(tmp_path: Path) -> None:
    out = write_sample(tmp_path)
    uris = pd.read_parquet(out / "documents").source_uri.tolist()
    assert uris == sorted(uris)
    figures = pd.read_parquet(out / "figures")
    assert figures.equals(figures.sort_values(["doc_id", "start", "end", "figure_id"]))


def test_a_table_that_is_not_given_keeps_its_rows(tmp_path: Path) -> None:
    out = write_sample(tmp_path)
    before = contents(out)
    write_archive(out, {"findings": to_arrow("findings", [])})
    after = contents(out)
    assert len(pd.read_parquet(out / "findings")) == 0
    assert {k for k in before if before[k] != after[k]} == {"findings/part-0.parquet"}


def test_a_table_of_another_schema_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(RowError, match="schema differs"):
        write_archive(tmp_path / "out", {"texts": pa.table({"doc_id": ["d"]})})
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("name", ["thesis.docx", ".hidden", "documents"])
def test_a_folder_of_other_things_is_left_alone(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine")
    with pytest.raises(ArchiveError, match="not empty and is no archive"):
        write_sample(tmp_path)
    assert contents(tmp_path) == {name: b"mine"}


def test_an_empty_folder_with_a_placeholder_is_an_empty_folder(tmp_path: Path) -> None:
    (tmp_path / ".gitkeep").touch()
    write_sample(tmp_path)
    assert (tmp_path / ".gitkeep").exists()


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(ArchiveError, match="this is a file"):
        write_sample(tmp_path / "out")


def test_an_archive_of_another_format_is_refused(tmp_path: Path) -> None:
    out = write_sample(tmp_path)
    (out / ".congvan").write_text('{"format": 99}')
    with pytest.raises(ArchiveError, match="format 99"):
        write_sample(out)


class PowerCut(BaseException):
    """Ends a write as a power cut would: nothing after it runs."""


# What a write does to the disk; a power cut can come before or in the middle of each.
STEPS = (
    (write, "write_rows"), (write, "write_file"), (write, "sync_folder"), (write, "_link"),
    (os, "link"), (Path, "symlink_to"), (Path, "replace"), (Path, "mkdir"), (Path, "unlink"),
    (Path, "rmdir"),
)  # fmt: skip


def cut_after(monkeypatch: pytest.MonkeyPatch, steps: int) -> None:
    """Let a write go so many steps and then cut the power."""
    left = [steps]

    def cut_before(real: Callable[..., object]) -> Callable[..., object]:
        def step(*arguments: object, **options: object) -> object:
            if left[0] == 0:
                raise PowerCut
            left[0] -= 1
            return real(*arguments, **options)

        return step

    for home, name in STEPS:
        monkeypatch.setattr(home, name, cut_before(getattr(home, name)))


def other_rows() -> dict[str, pa.Table]:
    return to_tables(document_rows("a", number="16/QĐ-CĐN"))


def test_readers_see_all_of_the_old_or_all_of_the_new_wherever_a_write_is_cut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: None)  # nothing is cut here that it would save
    write_sample(tmp_path / "new")
    write_archive(tmp_path / "new", other_rows(), ledger()[:1])
    new = contents(tmp_path / "new")
    seen: list[bool] = []
    for steps in itertools.count():
        out = write_sample(tmp_path / f"out{steps}")
        old = contents(out)
        try:
            with monkeypatch.context() as patch:
                cut_after(patch, steps)
                write_archive(out, other_rows(), ledger()[:1])
        except PowerCut:
            found = contents(out)
            assert found in (old, new)
            assert through_links(out) == {k: v for k, v in found.items() if k.endswith("parquet")}
            assert (out / "datapackage.json").exists()
            assert Archive(out).tables()["documents"] == (1 if found == new else 2)
            seen.append(found == new)
            write_archive(out, other_rows(), ledger()[:1])
            assert contents(out) == new
        else:
            break
    assert seen == sorted(seen) and {False, True} == set(seen) and len(seen) > 20


def test_a_first_write_that_is_cut_leaves_nothing_in_the_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: None)
    whole = contents(write_sample(tmp_path / "whole"))
    for steps in itertools.count(0, 5):
        out = tmp_path / f"out{steps}"
        try:
            with monkeypatch.context() as patch:
                cut_after(patch, steps)
                write_sample(out)
        except PowerCut:
            assert through_links(out) in ({}, through_links(tmp_path / "whole"))
            write_sample(out)
            assert contents(out) == whole
        else:
            break


def test_a_reader_keeps_its_tables_while_others_are_written(tmp_path: Path) -> None:
    out = write_sample(tmp_path)
    archive = Archive(out)
    write_archive(out, other_rows(), ledger())
    assert len(archive.read("documents")) == 2 and len(archive.query("FROM documents")) == 2
    assert len(Archive(out).read("documents")) == len(pd.read_parquet(out / "documents")) == 1
    assert duckdb.sql(f"SELECT count(*) FROM '{out}/*/*.parquet'").fetchall()
    assert duckdb.sql(f"SELECT doc_number FROM '{out}/documents/*.parquet'").fetchall() == [
        ("16/QĐ-CĐN",)
    ]


def test_a_version_stays_for_those_who_are_about_to_open_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = write_sample(tmp_path)
    first = snapshot(out)
    (out / ".versions" / "7").mkdir()  # of a run that was cut off; nobody can have seen it
    write_archive(out, other_rows())
    assert not (out / ".versions" / "7").exists()
    for _ in range(3):
        write_archive(out, other_rows())
    assert len(pd.read_parquet(first / "documents")) == 2
    monkeypatch.setattr("pipeline.store.write.GRACE", 0.0)
    write_archive(out, other_rows())
    assert not first.exists() and len(list((out / ".versions").iterdir())) == 2


@pytest.mark.usefixtures("no_grace")
def test_only_the_current_version_and_the_one_before_take_room(tmp_path: Path) -> None:
    out = write_sample(tmp_path)
    for _ in range(4):
        write_archive(out, other_rows())
    assert len(list((out / ".versions").iterdir())) == 2
    same = [path.stat().st_ino for path in (out / ".versions").glob("*/awardees/*.parquet")]
    write_archive(out, {"findings": to_arrow("findings", [])})
    assert (out / "awardees" / "part-0.parquet").stat().st_ino in same  # a table that stays


def test_an_archive_without_versions_becomes_one_that_has_them(tmp_path: Path) -> None:
    made = write_sample(tmp_path / "made")
    before = tmp_path / "before"
    shutil.copytree(snapshot(made), before)
    shutil.copy(made / ".congvan", before)
    assert validate(before) == [] and len(load_ledger(snapshot(before))) == 3
    write_archive(before, {"findings": to_arrow("findings", [])})
    assert (before / "dates").is_symlink() and validate(before) == []
    assert through_links(before).keys() == through_links(made).keys()
    assert len(load_ledger(snapshot(before))) == 3


def test_a_copy_made_through_the_links_is_an_archive(tmp_path: Path) -> None:
    made, copy = write_sample(tmp_path / "made"), tmp_path / "copy"
    shutil.copytree(made, copy)
    assert not (copy / ".current").is_symlink() and validate(copy) == []
    write_archive(copy, other_rows(), ledger()[:1])
    assert (copy / ".current").is_symlink() and len(pd.read_parquet(copy / "documents")) == 1
    moved = copy.rename(tmp_path / "moved")
    assert len(Archive(moved).read("documents")) == len(pd.read_parquet(moved / "documents")) == 1


def test_a_folder_of_a_table_that_holds_other_files_is_not_removed(tmp_path: Path) -> None:
    out = write_sample(tmp_path)
    (out / "dates").unlink()
    (out / "dates").mkdir()
    (out / "dates" / "mine.txt").write_text("mine")
    with pytest.raises(ArchiveError, match="no link can be put here"):
        write_archive(out, other_rows())
    assert (out / "dates" / "mine.txt").read_text() == "mine"


def test_pieces_and_their_size_do_not_show_in_the_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parquet, "ROW_GROUP_TEXT", 1_000)
    rows = to_arrow("texts", [{"doc_id": f"d{i:02}", "text": "ệ" * (i * 7)} for i in range(40)])
    for number, size in enumerate((1, 3, 40)):
        pieces = [rows.slice(start, size) for start in range(0, 40, size)]
        parquet.write_rows(tmp_path / f"{number}.parquet", "texts", pieces)
    first, *others = [path.read_bytes() for path in sorted(tmp_path.glob("*.parquet"))]
    assert all(other == first for other in others)
    groups = pq.ParquetFile(tmp_path / "0.parquet").metadata.num_row_groups
    assert 10 < groups < 16
    assert pq.read_table(tmp_path / "0.parquet").equals(rows)


def test_the_ledger_comes_back(tmp_path: Path) -> None:
    assert load_ledger(tmp_path) == {}
    out = write_sample(tmp_path)
    entries = load_ledger(snapshot(out))
    assert sorted(entries.values(), key=repr) == sorted(ledger(), key=repr)
    entry = entries[SHA["a"]]
    assert entry.is_current("0", "r1")
    assert not entry.is_current("0", "r2")
    assert not entry.is_current("1", "r1")


def test_the_ledger_of_an_older_version_is_read(tmp_path: Path) -> None:
    entry = LedgerEntry(SHA["a"], "ok", "0", "r1")
    former = {**asdict(entry), "member": None, "doc_ids": [document_id(SHA["a"], None, 0)]}
    (tmp_path / ".ledger.jsonl").write_text(json.dumps(former) + "\n")
    assert load_ledger(tmp_path) == {SHA["a"]: entry}


@pytest.mark.parametrize("line", ["{", "{}", "[1]", "null", '{"doc_ids": [], "strange": 1}'])
def test_a_damaged_ledger_names_its_line(tmp_path: Path, line: str) -> None:
    out = write_sample(tmp_path)
    with (snapshot(out) / ".ledger.jsonl").open("a") as file:
        file.write(line + "\n")
    with pytest.raises(ArchiveError, match="line 4"):
        load_ledger(snapshot(out))


@pytest.mark.parametrize("kept", ["a", "b"])
def test_rows_taken_over_and_new_ones_are_the_table_written_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kept: str
) -> None:
    monkeypatch.setattr(parquet, "ROW_GROUP_ROWS", 3)
    monkeypatch.setattr("pipeline.store.spool._MOST_CHUNKS", 2)
    names = [f"{number:02}" for number in range(20)]
    rows = [
        row | {"doc_id": name, "date_id": f"{name}-{number}"}
        for name in names
        for number, row in enumerate(document_rows("a")["dates"] * (1 + int(name) % 4))
    ]
    is_kept = {name: (int(name) % 3 == 0) == (kept == "a") for name in names}
    write_archive(tmp_path / "once", {"dates": to_arrow("dates", rows)})
    old = [row for row in rows if is_kept[str(row["doc_id"])]]
    gone = [row | {"doc_id": "05x", "date_id": "05x"} for row in rows[:2]]
    write_archive(tmp_path / "old", {"dates": to_arrow("dates", [*old, *gone][::-1])})
    spool = Spool(tmp_path / "spool")
    new = [row for row in rows[::-1] if not is_kept[str(row["doc_id"])]]
    spool.add(chunks_of({"dates": to_arrow("dates", new)}))
    stay = [name for name in names if is_kept[name]]
    old_rows = kept_rows(snapshot(tmp_path / "old"), "dates", "doc_id", stay)
    pieces = merged("dates", old_rows, spool, spool.doc_ids("dates"))
    parquet.write_rows(tmp_path / "merged.parquet", "dates", pieces)
    at_once = (tmp_path / "once" / "dates" / "part-0.parquet").read_bytes()
    assert (tmp_path / "merged.parquet").read_bytes() == at_once
    spool.close()


def test_nothing_is_taken_over_from_tables_of_other_columns(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="missing"):
        list(kept_rows(tmp_path, "dates", "doc_id", ["d"]))
    (tmp_path / "dates").mkdir()
    pq.write_table(pa.table({"doc_id": ["d"]}), tmp_path / "dates" / "part-0.parquet")
    with pytest.raises(ArchiveError, match="not those of this version"):
        list(kept_rows(tmp_path, "dates", "doc_id", ["d"]))
    (tmp_path / "dates" / "part-0.parquet").write_bytes(b"PAR1")
    with pytest.raises(ArchiveError, match="cannot be read"):
        list(kept_rows(tmp_path, "dates", "doc_id", ["d"]))
    assert list(kept_rows(tmp_path, "dates", "doc_id", [])) == []

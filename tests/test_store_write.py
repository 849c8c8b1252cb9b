"""Writing an archive: the same bytes, crash-safe, never over somebody else's files."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline.dictionary import datapackage, load_dictionary, schema
from pipeline.errors import ArchiveError
from pipeline.identity import document_id
from pipeline.store import (
    LedgerEntry,
    RowError,
    carry_over,
    load_ledger,
    to_arrow,
    validate,
    write,
    write_archive,
)
from tests.store_samples import (
    SHA,
    archive_rows,
    document_rows,
    ledger,
    to_tables,
    write_sample,
)


def contents(out: Path) -> dict[str, bytes]:
    """Every file of a folder and its bytes."""
    return {str(p.relative_to(out)): p.read_bytes() for p in out.rglob("*") if p.is_file()}


def test_one_folder_a_table_that_pandas_and_arrow_read(tmp_path: Path) -> None:
    out = write_sample(tmp_path / "out")
    for name, rows in archive_rows().items():
        assert (out / name / "part-0.parquet").is_file()
        assert len(pd.read_parquet(out / name)) == len(rows)
        assert pq.read_schema(out / name / "part-0.parquet").equals(
            schema(name), check_metadata=True
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


def cut_after(monkeypatch: pytest.MonkeyPatch, name: str, calls: int) -> None:
    """Let a function of the writer work so many times and then cut the power."""
    real, left = getattr(write, name), [calls]

    def cut(*arguments: object) -> object:
        if left[0] == 0:
            raise PowerCut
        left[0] -= 1
        return real(*arguments)

    monkeypatch.setattr(write, name, cut)


def other_rows() -> dict[str, pa.Table]:
    return to_tables(document_rows("a", number="16/QĐ-CĐN"))


@pytest.mark.parametrize("calls", [0, 5, 9])
def test_a_crash_before_the_renames_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, calls: int
) -> None:
    out = write_sample(tmp_path)
    before = contents(out)
    with monkeypatch.context() as patch:
        cut_after(patch, "_stage", calls)
        with pytest.raises(PowerCut):
            write_archive(out, other_rows(), ledger()[:1])
    after = contents(out)
    assert {k: v for k, v in after.items() if not k.startswith(".staging")} == before
    assert validate(out) == []
    assert len(load_ledger(out)) == 3


@pytest.mark.parametrize("calls", [0, 1, 6])
def test_a_crash_between_the_renames_leaves_whole_tables_and_no_ledger(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, calls: int
) -> None:
    out = write_sample(tmp_path / "out")
    old = contents(out)
    new = contents(write_sample(tmp_path / "new"))
    write_archive(tmp_path / "new", other_rows(), ledger()[:1])
    new = contents(tmp_path / "new")
    with monkeypatch.context() as patch:
        cut_after(patch, "publish", calls)
        with pytest.raises(PowerCut):
            write_archive(out, other_rows(), ledger()[:1])
    for name in load_dictionary().tables:
        part = f"{name}/part-0.parquet"
        assert (out / part).read_bytes() in (old[part], new[part])
    assert load_ledger(out) == {}
    write_archive(out, other_rows(), ledger()[:1])
    assert contents(out) == new


def test_the_ledger_comes_back(tmp_path: Path) -> None:
    assert load_ledger(tmp_path) == {}
    out = write_sample(tmp_path)
    entries = load_ledger(out)
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
    with (out / ".ledger.jsonl").open("a") as file:
        file.write(line + "\n")
    with pytest.raises(ArchiveError, match="line 4"):
        load_ledger(out)


def test_an_archive_grown_by_carrying_over_is_the_archive_made_at_once(tmp_path: Path) -> None:
    at_once = to_tables(archive_rows())
    write_archive(tmp_path / "once", at_once, ledger())
    write_sample(tmp_path / "grown", archive_rows())
    kept = carry_over(tmp_path / "grown", {SHA["a"], SHA["broken"]})
    fresh = document_rows("b")
    tables = {
        name: pa.concat_tables([rows, to_arrow(name, fresh.get(name, []))])
        for name, rows in kept.items()
    }
    assert set(load_dictionary().tables) - set(tables) == {"entities", "entity_links", "findings"}
    write_archive(tmp_path / "grown", tables, ledger())
    assert contents(tmp_path / "once") == contents(tmp_path / "grown")


def test_carrying_over_keeps_the_rows_of_the_sources_named_and_the_log(tmp_path: Path) -> None:
    out = write_sample(tmp_path)
    kept = carry_over(out, {SHA["b"]})
    doc_id = document_id(SHA["b"], None, 0)
    for name, rows in kept.items():
        if "doc_id" in rows.column_names:
            assert set(rows["doc_id"].to_pylist()) == {doc_id}, name
    assert kept["failures"].num_rows == 0
    assert kept["runs"].num_rows == 1
    assert all(rows.num_rows == 0 or name == "runs" for name, rows in carry_over(out, ()).items())


def test_nothing_is_carried_over_from_a_folder_that_is_no_archive(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="no archive"):
        carry_over(tmp_path, {SHA["a"]})

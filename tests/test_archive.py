"""Reading an archive: tables, sandboxed SQL, and all about one document."""

from __future__ import annotations

import datetime as dt
import os
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pyarrow.dataset as ds
import pytest

from pipeline.dictionary import load_dictionary
from pipeline.errors import ArchiveError
from pipeline.identity import document_id
from pipeline.store import Archive, DocumentError, FilterError, QueryError
from tests.store_samples import SHA, TEXT, archive_rows, write_sample

A = document_id(SHA["a"], None, 0)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """The sample in a folder whose name would break carelessly built SQL and globs."""
    folder = tmp_path_factory.mktemp("store") / 'it\'s a [kho] "lưu trữ" *; --'
    return Archive(write_sample(folder))


def test_counts_of_all_tables(archive: Archive) -> None:
    assert archive.tables() == {name: len(rows) for name, rows in archive_rows().items()}
    assert list(archive.tables()) == list(load_dictionary().tables)


def test_columns_and_filters(archive: Archive) -> None:
    frame = archive.read("figures", ["counted", "value"], [("role", "==", "total")])
    assert frame.columns.tolist() == ["counted", "value"]
    assert frame.value.tolist() == [12.0, 12.0]
    same = archive.arrow("figures", ("value",), ds.field("role") == "part")
    assert same["value"].to_pylist() == [5.0, 5.0]


def test_whole_numbers_with_gaps_stay_whole(archive: Archive) -> None:
    frame = archive.read("documents", ["number", "issued_on", "size_bytes"])
    assert frame.number.dtype == "Int32"
    assert frame.number.tolist()[0] == 15
    assert frame.number.isna().tolist() == [False, True]
    assert frame.size_bytes.dtype == "int64"
    assert frame.issued_on[0] == dt.date(2021, 5, 17)
    assert archive.read("initiatives").benefit_vnd[0] == Decimal(1_200_000_000)


def test_an_unknown_table_or_column_is_an_error(archive: Archive) -> None:
    with pytest.raises(KeyError, match="no table 'figure'"):
        archive.read("figure")
    with pytest.raises(KeyError, match="figures has no column 'colour'"):
        archive.read("figures", ["colour"])


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        ([("value", "==", "mười hai")], r"\(double, string\)"),
        ([("colour", "==", "red")], r"No match for FieldRef.Name\(colour\);"),
        (ds.field("document") == 4, r"No match for FieldRef.Name\(document\);"),
    ],
)
def test_a_filter_that_does_not_fit_says_so_and_blames_no_file(
    archive: Archive, chosen: object, said: str
) -> None:
    with pytest.raises(FilterError, match=said + r".*'congvan schema figures' names the columns"):
        archive.read("figures", filters=chosen)


@pytest.mark.parametrize("path", ["missing", "."])
def test_a_folder_that_is_no_archive_is_refused(tmp_path: Path, path: str) -> None:
    with pytest.raises(ArchiveError):
        Archive(tmp_path / path)


def test_a_damaged_marker_is_refused(tmp_path: Path) -> None:
    (tmp_path / ".congvan").write_text("not json")
    with pytest.raises(ArchiveError, match="marker"):
        Archive(tmp_path)


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    out = write_sample(tmp_path)
    (out / "dates" / "part-0.parquet").unlink()
    with pytest.raises(ArchiveError, match="table dates is missing"):
        Archive(out).read("dates")


# ------------------------------------------------------------------------------------- SQL


def test_every_table_is_a_view(archive: Archive) -> None:
    for name, rows in archive_rows().items():
        assert archive.query(f"SELECT count(*) AS n FROM {name}").n[0] == len(rows)
    assert set(archive.query("SHOW TABLES").iloc[:, 0]) == set(load_dictionary().tables)


@pytest.mark.parametrize(
    "sql",
    [
        "select name from awardees",
        "  WITH t AS (SELECT * FROM awardees) SELECT name FROM t;  ",
        "-- who\nSELECT name FROM awardees /* all */",
        "FROM awardees",
        "DESCRIBE awardees",
        "SUMMARIZE awardees",
        "EXPLAIN SELECT * FROM awardees",
        "SELECT d.doc_number, a.name FROM awardees a JOIN documents d USING (doc_id)",
        "SELECT box.x0 FROM (SELECT unnest(bbox) AS box FROM awardees)",
    ],
)
def test_reading_statements_work(archive: Archive, sql: str) -> None:
    assert len(archive.query(sql)) > 0


def test_times_of_signatures_are_in_vietnamese_time(archive: Archive) -> None:
    frame = archive.query("SELECT CAST(signed_at AS DATE) AS day FROM signatures")
    assert pd.Timestamp(frame.day[0]) == pd.Timestamp(2021, 5, 17)


def test_a_name_given_twice_and_no_rows(archive: Archive) -> None:
    assert archive.query("SELECT 1 AS a, 2 AS a").iloc[0].tolist() == [1, 2]
    assert archive.query("SELECT name FROM awardees WHERE false").columns.tolist() == ["name"]


REFUSED = [
    "COPY documents TO '{path}'",
    "COPY (SELECT 1) TO '{path}'",
    "ATTACH '{path}' AS other",
    "CREATE TABLE mine AS SELECT 1",
    "CREATE VIEW documents AS SELECT 1",
    "DROP VIEW documents",
    "DELETE FROM documents",
    "UPDATE documents SET subject = 'x'",
    "INSERT INTO documents SELECT * FROM documents",
    "SET enable_external_access = true",
    "RESET enable_external_access",
    "PRAGMA enable_profiling",
    "CALL pragma_version()",
    "INSTALL httpfs",
    "LOAD httpfs",
    "EXPORT DATABASE '{path}'",
    "IMPORT DATABASE '{path}'",
    "USE memory",
    "BEGIN",
    "CHECKPOINT",
    "VACUUM",
    "PREPARE p AS SELECT 1",
    "SELECT 1; SELECT 2",
    "SELECT 1; DROP VIEW documents",
    "SELECT 1; COPY (SELECT 1) TO '{path}'",
    "",
    "   ",
    "-- nothing",
    ";",
]
FAILING = [
    "SELECT * FROM read_csv('/etc/passwd')",
    "SELECT * FROM read_text('/etc/passwd')",
    "SELECT * FROM read_parquet('{path}')",
    "SELECT * FROM '/etc/passwd'",
    "SELECT * FROM glob('/*')",
    "SELECT * FROM sniff_csv('/etc/passwd')",
    "SELECT * FROM sqlite_scan('{path}', 't')",
    "SELECT getenv('PATH')",
    "SELECT * FROM query('COPY (SELECT 1) TO ''{path}''')",
    "EXPLAIN ANALYZE COPY (SELECT 1) TO '{path}'",
    "SELECT * FROM tables",  # a Python variable of the caller
    "SELECT * FROM archive",
    "SELECT nope FROM documents",
    "SELECT * FROM nope",
    "SELECT FROM WHERE",
    "gibberish",
    "'; DROP TABLE documents; --",
]


@pytest.mark.parametrize("sql", REFUSED + FAILING)
def test_nothing_but_reading_the_tables_is_possible(
    archive: Archive, tmp_path: Path, sql: str
) -> None:
    before = {path: path.read_bytes() for path in archive.path.rglob("*") if path.is_file()}
    target = tmp_path / "stolen"
    with pytest.raises(QueryError) as caught:
        archive.query(sql.format(path=target))
    assert "documents" in caught.value.hint and "awardees" in caught.value.hint
    assert caught.value.message
    assert os.listdir(tmp_path) == []
    assert before == {p: p.read_bytes() for p in archive.path.rglob("*") if p.is_file()}


def test_a_query_can_be_bounded_in_rows_and_time(archive: Archive) -> None:
    assert len(archive.query("SELECT * FROM range(100000000000)", max_rows=7)) == 7
    with pytest.raises(QueryError, match=r"longer than 0\.2 seconds"):
        archive.query(
            "SELECT count(*) FROM range(100000000) a, range(1000000) b WHERE a.range = b.range + 1"
            " AND hash(a.range) % 3 = hash(b.range) % 7",
            timeout=0.2,
        )


# -------------------------------------------------------------------------------- document


@pytest.mark.parametrize("key", [A, "a.pdf", "data/a.pdf"])
def test_a_document_by_id_and_file_name(archive: Archive, key: str) -> None:
    found = archive.document(key)
    assert found.doc_id == A
    assert found.header["issued_on"] == dt.date(2021, 5, 17)
    assert found.text == TEXT
    assert len(found.rows["figures"]) == 2
    assert len(found.rows["findings"]) == 1
    assert len(found.rows["failures"]) == 0
    assert set(found.rows) == set(load_dictionary().tables) - {
        "documents",
        "texts",
        "entities",
        "entity_links",
        "runs",
    }


def test_a_number_of_two_documents_names_both(archive: Archive) -> None:
    assert len(archive.find(" 15 /qđ-cđn")) == 2
    with pytest.raises(DocumentError, match="names 2 documents") as caught:
        archive.document("15/QĐ-CĐN")
    assert A in caught.value.candidates


def test_names_are_looked_through_some_at_a_time(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.store.archive._NAMES_AT_ONCE", 1)
    assert len(archive.find("15/QĐ-CĐN")) == 2
    with pytest.raises(DocumentError) as caught:
        archive.document("15")
    assert caught.value.near == ("15/QĐ-CĐN",)


@pytest.mark.parametrize("key", ["", "nope", "' OR 1=1 --", "pdf", "/", "null"])
def test_a_key_of_nothing_is_an_error(archive: Archive, key: str) -> None:
    with pytest.raises(DocumentError, match="no document"):
        archive.document(key)


def test_a_file_inside_an_archive_and_a_windows_path(tmp_path: Path) -> None:
    rows = archive_rows()
    rows["documents"][0]["member"] = "annex/list 1.docx"
    rows["documents"][1]["source_uri"] = "C:\\data\\b.pdf"
    rows["failures"] = [
        rows["failures"][0] | {"source_sha256": SHA["a"], "member": member, "is_partial": True}
        for member in ("annex/list 1.docx", "annex/other.docx", None)
    ]
    archive = Archive(write_sample(tmp_path, rows))
    assert archive.find("list 1.docx") == (A,)
    assert archive.find("b.pdf") == (document_id(SHA["b"], None, 0),)
    assert archive.document("list 1.docx").rows["failures"].member.tolist() == ["annex/list 1.docx"]

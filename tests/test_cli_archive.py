"""The verbs that read an archive: show, query, tables, schema, rules, evaluate, export ..."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import time
from pathlib import Path

import openpyxl
import pytest

from pipeline.rulebook import load_rulebook
from tests.cli import congvan
from tests.store_samples import archive_rows, write_sample

Capture = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_sample(tmp_path_factory.mktemp("cli") / "archive")


def test_show_prints_the_head_and_rows_with_their_words(archive: Path, capsys: Capture) -> None:
    answer = congvan(capsys, "show", "a.pdf", "--archive", archive)
    assert answer.code == 0 and answer.err == ""
    assert "Số, ký hiệu" in answer.out and "15/QĐ-CĐN" in answer.out
    assert "awardees Tập thể, cá nhân (1)" in answer.out
    assert "“Trần Thị Ví Dụ”" in answer.out and "page 1, awardee.sample, 0.95" in answer.out
    found = congvan(capsys, "show", "a.pdf", "--archive", archive, "--json").json
    assert found["document"]["issued_on"] == "2021-05-17"
    assert found["rows"]["awardees"][0]["quote"] == "Trần Thị Ví Dụ"


def test_show_asks_back_when_a_number_fits_two_documents(archive: Path, capsys: Capture) -> None:
    answer = congvan(capsys, "show", "15/QĐ-CĐN", "--archive", archive)
    assert answer.code == 2 and "names 2 documents" in answer.one_error()
    answer = congvan(capsys, "show", "99/XX", "--archive", archive)
    assert answer.code == 2 and "no document" in answer.one_error()


def test_query_prints_a_table_and_cuts_only_its_length(archive: Path, capsys: Capture) -> None:
    sql = "SELECT quote, value FROM figures ORDER BY value DESC"
    answer = congvan(capsys, "query", sql, "--archive", archive, "--limit", 1)
    assert answer.code == 0 and "12 tập thể" in answer.out and "more rows" in answer.err
    assert "\x1b" not in answer.out


def test_query_as_json(archive: Path, capsys: Capture) -> None:
    sql = "SELECT issued_on, addressees, place, size_bytes FROM documents LIMIT 1"
    found = congvan(capsys, "query", sql, "--archive", archive, "--json").json
    assert found == {
        "columns": ["issued_on", "addressees", "place", "size_bytes"],
        "rows": [
            {
                "issued_on": "2021-05-17",
                "addressees": ["Ban Chấp hành", "Các tổ"],
                "place": found["rows"][0]["place"],
                "size_bytes": 2048,
            }
        ],
    }


def test_values_that_json_does_not_know_are_text(
    archive: Path, capsys: Capture, tmp_path: Path
) -> None:
    sql = (
        "SELECT TIMESTAMP '2021-05-17 10:00' - TIMESTAMP '2021-05-16 09:00' AS length, "
        "INTERVAL 14 MONTH AS months, 'infinity'::DOUBLE AS most, 'nan'::DOUBLE AS none, "
        "'a'::BLOB AS bytes, TIME '10:30' AS hour, MAP {1: 2.5} AS pairs"
    )
    (row,) = congvan(capsys, "query", sql, "--archive", archive, "--json").json["rows"]
    assert row == {
        "length": "1 days 01:00:00", "months": "14 months", "most": "inf", "none": None,
        "bytes": "b'a'", "hour": "10:30:00", "pairs": [[1, 2.5]],
    }  # fmt: skip
    assert "1 days 01:00:00" in congvan(capsys, "query", sql, "--archive", archive).out
    book = tmp_path / "rows.xlsx"
    assert congvan(capsys, "query", sql, "--archive", archive, "--xlsx", book).code == 0
    first = [cell.value for cell in openpyxl.load_workbook(book).active[2]]
    assert first[:3] == [dt.timedelta(days=1, hours=1), "14 months", "inf"]


def test_query_as_csv_and_xlsx(archive: Path, capsys: Capture, tmp_path: Path) -> None:
    sql = "SELECT name, kind FROM awardees ORDER BY ALL"
    answer = congvan(capsys, "query", sql, "--archive", archive, "--csv", "-")
    assert next(csv.reader(io.StringIO(answer.out))) == ["name", "kind"]
    book = tmp_path / "rows.xlsx"
    answer = congvan(capsys, "query", sql, "--archive", archive, "--xlsx", book)
    assert answer.code == 0 and answer.out == "" and "rows in" in answer.err
    assert openpyxl.load_workbook(book).active["A2"].value == "Trần Thị Ví Dụ"
    answer = congvan(capsys, "query", sql, "--archive", archive, "--csv", tmp_path / "no" / "x.csv")
    assert answer.code == 2 and "cannot be written" in answer.one_error()


@pytest.mark.parametrize(
    "sql", ["SELECT nope FROM documents", "DROP TABLE documents", "SELEC 1", "SELECT 1; SELECT 2"]
)
def test_wrong_sql_is_one_line(archive: Path, capsys: Capture, sql: str) -> None:
    answer = congvan(capsys, "query", sql, "--archive", archive)
    assert answer.code == 2 and "^" not in answer.one_error()
    assert ". The tables are" in answer.one_error() or ". Use SELECT." in answer.one_error()


def test_a_query_that_goes_on_hears_ctrl_c(
    archive: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        time.sleep(0.2)  # the query has begun
        raise KeyboardInterrupt

    monkeypatch.setattr("concurrent.futures.Future.result", interrupted)
    endless = "WITH RECURSIVE t(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM t) SELECT sum(i) FROM t"
    answer = congvan(capsys, "query", endless, "--archive", archive)
    assert answer.code == 130 and "interrupted" in answer.one_error()


@pytest.mark.parametrize(
    ("sql", "column"),
    [
        ("SELECT * FROM findings WHERE check = 'sum'", "check"),
        ("SELECT start, end FROM awardees", "end"),
        ("SELECT name FROM WHERE", None),
    ],
)
def test_a_column_named_like_a_word_of_sql_is_told_to_be_quoted(
    archive: Path, capsys: Capture, sql: str, column: str | None
) -> None:
    said = congvan(capsys, "query", sql, "--archive", archive).one_error()
    assert (f'write "{column}", with the quotes' in said) is (column is not None)
    if column is not None:
        quoted = sql.replace(column, f'"{column}"')
        assert congvan(capsys, "query", quoted, "--archive", archive).code == 0


def test_tables_and_schema(archive: Path, capsys: Capture) -> None:
    answer = congvan(capsys, "tables", "--archive", archive, "--json")
    assert {t["table"]: t["rows"] for t in answer.json["tables"]}["documents"] == 2
    assert "Toàn văn" in congvan(capsys, "tables", "--archive", archive).out
    page = congvan(capsys, "schema", "awardees")
    assert page.code == 0 and "workplace" in page.out
    assert "marks_lost  Typed without" in congvan(capsys, "schema", "documents").out
    columns = congvan(capsys, "schema", "figures", "--json").json["figures"]
    assert {"value", "unit", "quote"} <= {column["name"] for column in columns}
    assert "no table 'nope'" in congvan(capsys, "schema", "nope").one_error()


def test_no_archive_is_one_line(tmp_path: Path, capsys: Capture) -> None:
    for words in (["query", "SELECT 1"], ["show", "x"], ["tables"], ["evaluate", tmp_path]):
        answer = congvan(capsys, *words, "--archive", tmp_path / "nowhere")
        assert answer.code == 2 and "nowhere" in answer.one_error()
    assert congvan(capsys, "validate", tmp_path).code == 2


def test_validate_counts_and_fails(archive: Path, capsys: Capture, tmp_path: Path) -> None:
    rows = archive_rows()
    for table in rows.values():
        for row in table:
            if "rule" in row:
                row["rule"] = next(iter(load_rulebook().by_id))
            for field in row.get("evidence", ()):  # type: ignore[attr-defined]
                if "rule" in field:
                    field["rule"] = next(iter(load_rulebook().by_id))
    good = write_sample(tmp_path / "good", rows)
    answer = congvan(capsys, "validate", good)
    assert answer.code == 0 and "all hold" in answer.out, answer
    rows["figures"][0]["quote"] = "13 tập thể"
    answer = congvan(capsys, "validate", write_sample(tmp_path / "bad", rows), "--json")
    assert answer.code == 5 and not answer.json["ok"]
    assert any("figures.quote" in text for text in answer.json["violations"])
    unknown = congvan(capsys, "validate", archive)  # its rules are invented
    assert unknown.code == 5 and "no rule" in unknown.out


def test_export(archive: Path, capsys: Capture, tmp_path: Path) -> None:
    answer = congvan(capsys, "export", "awardees", tmp_path / "a.csv", "--archive", archive)
    assert answer.code == 0
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    answer = congvan(capsys, "export", "awardees", tmp_path / "a.doc", "--archive", archive)
    assert answer.code == 2 and ".csv or .xlsx" in answer.one_error()
    answer = congvan(capsys, "export", "people", tmp_path / "a.csv", "--archive", archive)
    assert answer.code == 2 and "no table 'people'" in answer.one_error()


def test_rules_check_list_explain(archive: Path, capsys: Capture, tmp_path: Path) -> None:
    checked = congvan(capsys, "rules", "check", "--json").json
    assert checked["patterns"] > 0 and checked["ok"] is (checked["problems"] == [])
    listed = congvan(capsys, "rules", "list", "--json").json["rules"]
    assert {"pattern", "lexicon", "composed", "check"} == {rule["kind"] for rule in listed}
    row = archive_rows()["awardees"][0]
    answer = congvan(capsys, "rules", "explain", row["awardee_id"], "--archive", archive)
    assert answer.code == 0 and "awardee.sample" in answer.out and "Trần Thị Ví Dụ" in answer.out
    found = congvan(
        capsys, "rules", "explain", row["awardee_id"], "--archive", archive, "--json"
    ).json
    assert found["context"][1] == "Trần Thị Ví Dụ"
    answer = congvan(capsys, "rules", "explain", "nope", "--archive", archive)
    assert answer.code == 2 and "no row 'nope'" in answer.one_error()


def test_evaluate(archive: Path, capsys: Capture, tmp_path: Path) -> None:
    gold = {
        "source": "x/a.pdf",
        "document": {"doc_number": "15/QĐ-CĐN"},
        "awardees": [{"name": "Ai Khác", "kind": "person"}],
    }
    (tmp_path / "a.json").write_text(json.dumps(gold), encoding="utf-8")
    words = ["evaluate", tmp_path, "--archive", archive]
    assert "overall" in congvan(capsys, *words).out
    assert "missed in a.pdf" in congvan(capsys, *words, "--errors").out
    assert congvan(capsys, *words, "--json").json["documents"]["attributes"] == 1.0

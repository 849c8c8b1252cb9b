"""Validation finds each fault that is planted, and none where there is none."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline.errors import ArchiveError
from pipeline.store import to_arrow, validate, write_archive
from tests.store_samples import SHA, Rows, archive_rows, write_sample

RULES = {
    "head.sample",
    "citation.sample",
    "date.sample",
    "awardee.sample",
    "initiative.sample",
    "figure.sample",
}


def test_a_sound_archive_has_no_violations(tmp_path: Path) -> None:
    assert validate(write_sample(tmp_path), RULES) == []


def test_an_empty_archive_has_no_violations(tmp_path: Path) -> None:
    write_archive(tmp_path, {})
    assert validate(tmp_path) == []


def change(table: str, /, **values: object) -> Callable[[Rows], None]:
    """Plant a fault: other values in the first row of a table."""

    def plant(rows: Rows) -> None:
        rows[table][0] = rows[table][0] | values

    return plant


def nest(table: str, column: str, /, **values: object) -> Callable[[Rows], None]:
    """Plant a fault in the first item of a list of structs."""

    def plant(rows: Rows) -> None:
        items = rows[table][0][column]
        assert isinstance(items, list)
        rows[table][0] = rows[table][0] | {column: [items[0] | values, *items[1:]]}

    return plant


def drop(table: str) -> Callable[[Rows], None]:
    def plant(rows: Rows) -> None:
        del rows[table][0]

    return plant


def repeat(table: str) -> Callable[[Rows], None]:
    def plant(rows: Rows) -> None:
        rows[table].append(rows[table][0])

    return plant


FAULTS = [
    ("quote", "citations", change("citations", quote="Quyết định số 78")),
    ("quote", "findings", nest("findings", "evidence", quote="13 tập thể")),
    ("span", "dates", change("dates", end=99_999)),
    ("span", "dates", change("dates", end=0)),
    ("span", "blocks", change("blocks", end=99_999)),
    ("span", "pages", change("pages", end=99_999)),
    ("span", "documents", nest("documents", "evidence", end=99_999)),
    ("page", "awardees", change("awardees", page=2)),
    ("page", "documents", nest("documents", "evidence", page=2)),
    ("page", "awardees", change("pages", end=20)),
    ("box", "figures", nest("figures", "bbox", page=2)),
    ("box", "figures", nest("figures", "bbox", x0=500.0)),
    ("box", "figures", nest("figures", "bbox", top=None)),
    ("key", "figures", repeat("figures")),
    ("key", "pages", repeat("pages")),
    (
        "key",
        "entities",
        lambda rows: change("entities", entity_id=rows["dates"][0]["date_id"])(rows),
    ),
    ("reference", "dates", change("dates", doc_id="nope")),
    ("reference", "awardees", change("awardees", initiative_id="nope")),
    ("reference", "awardees", drop("entities")),
    ("reference", "figures", lambda rows: rows["figures"][1].update(parent_figure_id="nope")),
    ("reference", "citations", change("citations", cited_doc_id="nope")),
    ("reference", "findings", change("findings", doc_ids=["nope"])),
    ("reference", "findings", nest("findings", "evidence", row_id="nope")),
    ("reference", "findings", nest("findings", "evidence", table="nope")),
    ("reference", "documents", drop("texts")),
    ("rule", "figures", change("figures", rule="figure.invented")),
    ("rule", "documents", nest("documents", "evidence", rule="head.invented")),
    ("bounds", "figures", change("figures", confidence=1.5)),
    ("bounds", "figures", change("figures", confidence=-0.1)),
    ("bounds", "documents", change("documents", text_quality=94.0)),
    ("bounds", "awardees", change("awardees", page=0)),
    ("blank", "awardees", change("awardees", position="")),
    ("blank", "awardees", change("awardees", workplace=" \u00a0\n")),
    ("blank", "documents", change("documents", addressees=["Ban Chấp hành", " "])),
    ("blank", "documents", nest("documents", "evidence", rule="")),
    ("blank", "texts", change("texts", text=" \n")),
    ("value", "documents", change("documents", genre="letter")),
    ("value", "documents", change("documents", defects=["marks_lost", "mark_lost"])),
    ("value", "failures", change("failures", category="bad luck")),
    ("order", "dates", change("dates", date_end=dt.date(2020, 1, 1))),
    (
        "order",
        "figures",
        change("figures", period_start=dt.date(2021, 1, 1), period_end=dt.date(2020, 1, 1)),
    ),
    ("order", "figures", change("figures", value_high=1.0)),
    ("order", "entities", change("entities", last_year=1999)),
    ("inputs", "runs", change("runs", ok=5)),
    ("inputs", "runs", change("runs", inputs=4, ok=3)),  # an input that vanished
    ("inputs", "failures", change("failures", is_partial=True)),
    ("inputs", "failures", change("failures", source_sha256=SHA["a"])),
]


@pytest.mark.parametrize(
    ("check", "table", "plant"), FAULTS, ids=[f"{c}-{t}-{i}" for i, (c, t, _) in enumerate(FAULTS)]
)
def test_each_planted_fault_is_found(
    tmp_path: Path, check: str, table: str, plant: Callable[[Rows], None]
) -> None:
    rows = archive_rows()
    plant(rows)
    found = validate(write_sample(tmp_path, rows), RULES)
    assert (check, table) in {(violation.check, violation.table) for violation in found}
    assert all(str(violation) for violation in found)


def test_a_violation_names_its_row(tmp_path: Path) -> None:
    rows = archive_rows()
    change("awardees", position="")(rows)
    (violation,) = validate(write_sample(tmp_path, rows))
    assert violation.row == rows["awardees"][0]["awardee_id"]
    assert violation.column == "position"


def test_rules_are_left_alone_when_none_are_given(tmp_path: Path) -> None:
    rows = archive_rows()
    change("figures", rule="figure.invented")(rows)
    assert validate(write_sample(tmp_path, rows)) == []


def test_inputs_skipped_by_the_last_run_or_read_by_an_earlier_one_are_fine(tmp_path: Path) -> None:
    rows = archive_rows()
    later = dt.datetime(2024, 2, 1, tzinfo=dt.UTC)
    rows["runs"].append(
        rows["runs"][0]
        | {"run_id": "run-2", "started_at": later, "finished_at": None}
        | {"inputs": 1, "ok": 0, "failed": 0, "skipped": 1}
    )
    assert validate(write_sample(tmp_path, rows)) == []


def test_many_faults_of_a_kind_are_counted(tmp_path: Path) -> None:
    row = archive_rows()["failures"][0]
    rows = [row | {"source_sha256": f"{i:064x}", "message": ""} for i in range(150)]
    write_archive(tmp_path, {"failures": to_arrow("failures", rows)})
    found = validate(tmp_path, limit=10)
    assert len(found) == 11
    assert found[-1].message == "and 140 more rows"


def test_a_missing_table_a_damaged_file_and_a_strange_schema(tmp_path: Path) -> None:
    out = write_sample(tmp_path)
    (out / "dates" / "part-0.parquet").unlink()
    (out / "figures" / "part-0.parquet").write_bytes(b"PAR1 not really")
    pq.write_table(pa.table({"run_id": ["x"], "colour": [1]}), out / "runs" / "part-0.parquet")
    found = {violation.table: violation for violation in validate(out)}
    assert {found[name].check for name in ("dates", "figures", "runs")} == {"schema"}
    assert "colour" in found["runs"].message


def test_a_folder_that_is_no_archive_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError):
        validate(tmp_path)


def test_a_hundred_thousand_rows_take_seconds(tmp_path: Path) -> None:
    rows = archive_rows()
    dates = [rows["dates"][0] | {"date_id": f"d{i}"} for i in range(100_000)]
    rows["dates"] = dates
    out = write_sample(tmp_path, rows)
    start = time.perf_counter()
    assert validate(out, RULES) == []
    assert time.perf_counter() - start < 20

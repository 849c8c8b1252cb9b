"""Rows become tables exactly, or not at all."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.dictionary import load_dictionary, schema
from pipeline.identity import document_id, row_id
from pipeline.store import RowError, to_arrow
from tests.store_samples import SHA, archive_rows


def test_rows_come_back_as_they_were() -> None:
    for name, rows in archive_rows().items():
        made = to_arrow(name, rows)
        assert made.schema.equals(schema(name), check_metadata=True)
        for row, back in zip(rows, made.to_pylist(), strict=True):
            for key, value in row.items():
                wanted = list(value) if isinstance(value, tuple) else value
                assert back[key] == wanted, (name, key)
            assert all(back[key] is None for key in back.keys() - row.keys())


def test_no_rows_give_an_empty_table_of_the_schema() -> None:
    for name in load_dictionary().tables:
        assert to_arrow(name, []).schema.equals(schema(name))


def test_an_unknown_key_is_an_error() -> None:
    rows = [{"doc_id": "d", "text": "x"}, {"doc_id": "d", "text": "x", "txt": "x"}]
    with pytest.raises(RowError, match=r"texts, row 1: unknown column txt"):
        to_arrow("texts", rows)


@pytest.mark.parametrize("row", [{"doc_id": "d"}, {"doc_id": "d", "text": None}])
def test_a_missing_value_is_an_error_where_the_column_has_no_nulls(row: dict[str, object]) -> None:
    with pytest.raises(RowError, match=r"texts\.text, row 0: a value is missing"):
        to_arrow("texts", [row])


def test_an_unknown_table_is_an_error() -> None:
    with pytest.raises(KeyError, match="no table 'text'"):
        to_arrow("text", [])


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("figures", "value", "5"),
        ("figures", "value", True),
        ("figures", "value", float("nan")),
        ("figures", "value", float("inf")),
        ("figures", "value", 2**60 + 1),  # would not stay exact
        ("figures", "page", 1.5),  # Arrow alone makes 1 of it
        ("figures", "page", True),
        ("figures", "page", 2**40),
        ("figures", "is_duplicate", 1),
        ("figures", "counted", 7),
        ("figures", "counted", b"x"),
        ("figures", "counted", "\ud800"),
        ("figures", "period_start", "2021-01-01"),
        ("figures", "period_start", dt.datetime(2021, 1, 1)),
        ("figures", "bbox", [{"page": 1, "x0": 0.0, "y0": 1.0}]),
        ("figures", "bbox", [{"page": "1"}]),
        ("figures", "bbox", [(1, 2.0, 3.0, 4.0, 5.0)]),
        ("figures", "bbox", {"page": 1}),
        ("initiatives", "benefit_vnd", 1.5e9),
        ("initiatives", "benefit_vnd", Decimal("1.5")),
        ("initiatives", "benefit_vnd", Decimal("NaN")),
        ("initiatives", "benefit_vnd", 10**21),
        ("initiatives", "authors", "Trần"),  # Arrow alone makes a list of letters of it
        ("initiatives", "authors", ["Trần", None]),
        ("initiatives", "authors", ["Trần", 5]),
        ("runs", "started_at", dt.datetime(2021, 1, 1)),  # no zone
        ("runs", "started_at", dt.date(2021, 1, 1)),
    ],
)
def test_a_value_of_another_type_names_its_place(table: str, column: str, value: object) -> None:
    good = archive_rows()[table][0]
    with pytest.raises(RowError) as caught:
        to_arrow(table, [good, good | {column: value}])
    error = caught.value
    assert (error.table, error.column, error.row) == (table, column, 1)
    assert f"{table}.{column}, row 1" in str(error)


def test_whole_numbers_stay_exact() -> None:
    good = archive_rows()["initiatives"][0]
    made = to_arrow("initiatives", [good | {"benefit_vnd": 99_999_999_999_999_999_999}])
    assert made["benefit_vnd"][0].as_py() == 99_999_999_999_999_999_999


@given(st.lists(st.one_of(st.none(), st.text(st.characters(exclude_categories=["Cs"])))))
def test_any_text_comes_back(values: list[str | None]) -> None:
    good = archive_rows()["failures"][0]
    made = to_arrow("failures", [good | {"member": value} for value in values])
    assert made["member"].to_pylist() == values


def test_a_document_id_depends_on_bytes_member_and_ordinal() -> None:
    ids = {
        document_id(SHA["a"], None, 0),
        document_id(SHA["b"], None, 0),
        document_id(SHA["a"], "x.pdf", 0),
        document_id(SHA["a"], None, 1),
    }
    assert len(ids) == 4
    assert all(len(each) == 16 and int(each, 16) >= 0 for each in ids)
    assert document_id(SHA["a"], None, 0) == "1762f78b324c003e"


def test_a_row_id_is_made_of_document_kind_span_and_ordinal() -> None:
    assert row_id("d", "date", 3, 9, 1) == "d-date-3-9-1"

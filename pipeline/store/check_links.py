"""Validation of what leads from row to row: references, evidence of findings, input counts."""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.store.held import HeldTables, leaves, true_rows
from pipeline.store.violations import Violations

Source = tuple[str, str | None]
ROWS_AT_ONCE = 10_000


def check_references(tables: HeldTables, to: Violations) -> None:
    """Every reference leads to a row, and every document has its text."""
    for held in tables.values():
        for column in held.table.columns:
            if column.references is None or column.name not in held.rows.column_names:
                continue
            other, target = column.references
            if other not in tables:
                continue
            ids = tables[other].array(target)
            for leaf in leaves(held, column.name):
                lost = pc.and_(
                    pc.is_valid(leaf.values), pc.invert(pc.is_in(leaf.values, value_set=ids))
                )
                for i in true_rows(lost):
                    message = f"{leaf.values[i].as_py()!r} is in no row of {other}"
                    label = held.label(leaf.rows[i].as_py())
                    to.add("reference", held.table.name, column.name, label, message)
    if "documents" in tables and "texts" in tables:
        documents = tables["documents"].array("doc_id")
        texts = tables["texts"].array("doc_id")
        for row in true_rows(pc.invert(pc.is_in(documents, value_set=texts))):
            label = documents[row].as_py()
            to.add("reference", "documents", "doc_id", label, "the document has no row in texts")


def check_findings(tables: HeldTables, to: Violations) -> None:
    """The evidence of each finding names rows that exist, of documents the finding names."""
    if "findings" not in tables:
        return
    rows = tables["findings"].rows
    ids: dict[str, set[Any]] = {}

    def exists(table: str, row_id: str) -> bool:
        held = tables.get(table)
        if held is None or not held.table.id_column:
            return False
        if table not in ids:
            ids[table] = set(held.rows[held.table.id_column].to_pylist())
        return row_id in ids[table]

    names = ["finding_id", "doc_ids", "evidence"]
    found = (
        (row[name] for name in names)
        for batch in rows.select(names).to_batches(max_chunksize=ROWS_AT_ONCE)
        for row in batch.to_pylist()
    )
    for finding, doc_ids, evidence in found:
        for item in evidence:
            if not exists(item["table"], item["row_id"]):
                message = f"there is no row {item['row_id']!r} in {item['table']!r}"
                to.add("reference", "findings", "evidence", finding, message)
            if item["doc_id"] not in doc_ids:
                message = f"document {item['doc_id']!r} is not among the finding's doc_ids"
                to.add("reference", "findings", "evidence", finding, message)


def check_inputs(tables: HeldTables, to: Violations) -> None:
    """Nothing was dropped silently: inputs are documents' sources or failures.

    A source is known by its bytes (by its address where they could not be read) and member.  A
    failed source has no documents, a partly read one has.  Each run's counts add up, and the last
    run did not see more inputs, those it skipped left out, than the archive accounts for: sources
    of documents, and addresses that failed.  It may have seen fewer, as an archive can be filled
    in several runs.
    """
    if not {"documents", "failures", "runs"} <= tables.keys():
        return
    read = set(_sources(tables["documents"].rows))
    failures = tables["failures"]
    addresses = (failures.rows[name].to_pylist() for name in ("source_uri", "member", "is_partial"))
    failed: set[tuple[str, str | None]] = set()
    for row, (source, (uri, member, partial)) in enumerate(
        zip(_sources(failures.rows), zip(*addresses, strict=True), strict=True)
    ):
        if partial and source not in read:
            message = "the input is said to be read in part, and documents has no row of it"
            to.add("inputs", "failures", "is_partial", failures.label(row), message)
        if not partial and source in read:
            message = "the input is said to have given no rows, and documents has rows of it"
            to.add("inputs", "failures", "is_partial", failures.label(row), message)
        if not partial:
            failed.add((uri, member))
    _check_runs(tables["runs"].rows, len(read) + len(failed), to)


def _check_runs(rows: pa.Table, accounted: int, to: Violations) -> None:
    runs = sorted(rows.to_pylist(), key=lambda run: (run["started_at"], run["run_id"]))
    for run in runs:
        parts = run["ok"] + run["partial"] + run["failed"] + run["skipped"]
        if parts != run["inputs"]:
            message = f"ok + partial + failed + skipped is {parts}, inputs is {run['inputs']}"
            to.add("inputs", "runs", "inputs", run["run_id"], message)
    if runs:
        seen = runs[-1]["inputs"] - runs[-1]["skipped"]
        if seen > accounted:
            message = f"the last run read {seen} inputs, documents and failures hold {accounted}"
            to.add("inputs", "runs", "inputs", runs[-1]["run_id"], message)


def _sources(rows: pa.Table) -> list[Source]:
    columns = (rows[name].to_pylist() for name in ("source_sha256", "source_uri", "member"))
    return [(sha256 or uri, member) for sha256, uri, member in zip(*columns, strict=True)]

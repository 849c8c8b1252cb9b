"""The archive's new state: rows taken over and rows just read, put together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import pyarrow as pa

from pipeline.dictionary import load_dictionary, schema
from pipeline.engine.outcome import Outcome
from pipeline.engine.plan import Plan
from pipeline.engine.standing import Holdings, Standing, name_failures
from pipeline.engine.work import Tables
from pipeline.store import LedgerEntry, carry_over, to_arrow
from pipeline.store.parts import count_rows, read_table


def all_tables(base: Path, plan: Plan, standing: Standing, outcomes: Sequence[Outcome]) -> Tables:
    """All tables of the archive: rows taken over, rows just read, every content's names set."""
    parts: dict[str, list[pa.Table]] = {
        name: [schema(name).empty_table()] for name in load_dictionary().tables
    }
    fresh = [outcome.tables for outcome in outcomes if outcome.tables is not None]
    if standing.keep:
        for name, rows in carry_over(base, standing.keep).items():
            parts[name].append(rows)
    elif count_rows(base, "runs"):
        parts["runs"].append(read_table(base, "runs"))
    for tables in fresh:
        for name, rows in tables.items():
            parts[name].append(rows)
    made = {name: pa.concat_tables(rows) for name, rows in parts.items()}
    made["documents"] = _name_documents(made["documents"], standing.names)
    failures = name_failures(made["failures"].to_pylist(), standing.names)
    made["failures"] = to_arrow("failures", [*failures, *plan.refused, *standing.unnamed])
    return made


def new_ledger(
    held: Holdings, standing: Standing, outcomes: Iterable[Outcome], versions: tuple[str, str]
) -> list[LedgerEntry]:
    """The contents that the archive holds from now on, and by which versions they were read."""
    entries = [entry for sha256, entry in held.ledger.items() if sha256 in standing.keep]
    for outcome in outcomes:
        if outcome.tables is not None:
            sha256 = outcome.content.task.sha256
            entries.append(LedgerEntry(sha256, outcome.status, *versions))
    return entries


def _name_documents(documents: pa.Table, names: dict[str, tuple[str, ...]]) -> pa.Table:
    """The rows under the first name of their bytes, the other names beside it."""
    uris = [names[sha256] for sha256 in documents["source_sha256"].to_pylist()]
    for column, values in (
        ("source_uri", [first for first, *_ in uris]),
        ("same_bytes_uris", [list(others) for _, *others in uris]),
    ):
        at = documents.schema.get_field_index(column)
        field = documents.schema.field(at)
        documents = documents.set_column(at, field, pa.array(values, field.type))
    return documents

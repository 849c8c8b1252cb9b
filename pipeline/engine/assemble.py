"""Writes the archive's new version: rows taken over and rows just read, put together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pyarrow as pa

from pipeline.dictionary import load_dictionary, schema
from pipeline.engine.outcome import Outcome
from pipeline.engine.plan import Plan
from pipeline.engine.result import Row
from pipeline.engine.standing import Holdings, Standing, name_failures
from pipeline.store import LedgerEntry, to_arrow
from pipeline.store.carry import is_kept_whole, kept_rows, laid, merged
from pipeline.store.folder import part_paths
from pipeline.store.older import as_now
from pipeline.store.parts import collect, open_table
from pipeline.store.shards import is_cut
from pipeline.store.spool import Spool
from pipeline.store.write import Draft, in_order, shards_of

TAKEN_OVER = ("documents", "failures", "runs")
"""Tables of which every run reads the rows that there are; of others what it cannot keep."""


def write_run(draft: Draft, run: Row) -> None:
    """The log of runs with one more."""
    rows = to_arrow("runs", [run])
    if part_paths(draft.base, "runs"):
        former = collect(open_table(draft.base, "runs"), draft.base, "runs")
        rows = pa.concat_tables([as_now(draft.base / "runs", "runs", former), rows])
    draft.write("runs", [in_order("runs", rows)])


def commit(
    draft: Draft,
    plan: Plan,
    held: Holdings,
    standing: Standing,
    outcomes: Sequence[Outcome],
    fresh: Spool,
    versions: tuple[str, str],
) -> None:
    """Make the draft the archive's version, with as much written as has changed."""
    if not standing.keeps_all(held) or any(outcome.is_fresh for outcome in outcomes):
        _write_tables(draft, plan, standing, outcomes, fresh)
    elif standing.covers(held, plan.refused):  # the log of runs alone is new
        draft.commit(None)
        return
    else:
        _write_names(draft, plan, standing, outcomes)
    draft.commit(_new_ledger(held, standing, outcomes, versions))


def _write_tables(
    draft: Draft, plan: Plan, standing: Standing, outcomes: Sequence[Outcome], fresh: Spool
) -> None:
    """All other tables, every content's names set; tables of many rows flow through memory.

    Tables derived from all documents (`entities`, `findings`) are written empty.
    """
    kept = pa.concat_tables(
        [
            schema("documents").empty_table(),
            *kept_rows(draft.base, "documents", "source_sha256", standing.keep),
        ]
    )
    new = fresh.rows("documents", fresh.doc_ids("documents"))
    documents = _name_documents(pa.concat_tables([kept, *new]), standing.names)
    draft.write("documents", [in_order("documents", documents)])
    kept_ids = frozenset(kept["doc_id"].to_pylist())
    del kept, new, documents
    _write_shards(draft, kept_ids, fresh)
    for name, table in load_dictionary().tables.items():
        if table.scope == "archive":
            draft.write(name, [])
    failures = _failures(draft, plan, standing, outcomes)
    draft.write("failures", [in_order("failures", to_arrow("failures", failures))])


def _write_shards(draft: Draft, kept: frozenset[str], fresh: Spool) -> None:
    """The tables that are cut; where no document of a range comes or goes its files stay.

    :param kept: documents whose rows are taken over
    """
    before = shards_of(draft.base)
    files = {
        name: laid(draft.base, name, before) for name in load_dictionary().tables if is_cut(name)
    }
    for shard in draft.shards():
        old = [doc_id for doc_id in shard.doc_ids if doc_id in kept]
        new = [doc_id for doc_id in shard.doc_ids if doc_id not in kept]
        stay = {
            name: former.ranges[shard]
            for name, former in files.items()
            if not new and shard in former.ranges and is_kept_whole(former.ranges[shard], name)
        }
        made = {name: former for name, former in files.items() if name not in stay}
        if old:
            draft.elsewhere.bring({path for each in made.values() for path in each.of(shard)})
        for path in stay.values():
            draft.keep(path.relative_to(draft.base))
        for name, former in made.items():
            rows = kept_rows(draft.base, name, "doc_id", old, within=shard, files=former)
            draft.write_shard(name, shard, merged(name, rows, fresh, new))


def _write_names(draft: Draft, plan: Plan, standing: Standing, outcomes: Sequence[Outcome]) -> None:
    """The names of documents and the failures; all else, links between documents too, stays."""
    kept = kept_rows(draft.base, "documents", "source_sha256", standing.keep, linked=True)
    documents = pa.concat_tables([schema("documents").empty_table(), *kept])
    named = _name_documents(documents, standing.names)
    draft.write("documents", [in_order("documents", named)])
    failures = _failures(draft, plan, standing, outcomes)
    draft.write("failures", [in_order("failures", to_arrow("failures", failures))])


def _failures(
    draft: Draft, plan: Plan, standing: Standing, outcomes: Iterable[Outcome]
) -> list[Row]:
    old = kept_rows(draft.base, "failures", "source_sha256", standing.keep)
    rows = [row for piece in old for row in piece.to_pylist()]
    rows += [row for outcome in outcomes for row in outcome.failures]
    return [*name_failures(rows, standing.names), *plan.refused, *standing.unnamed]


def _new_ledger(
    held: Holdings, standing: Standing, outcomes: Iterable[Outcome], versions: tuple[str, str]
) -> list[LedgerEntry]:
    """The contents that the archive holds from now on, and by which versions they were read."""
    entries = [entry for sha256, entry in held.ledger.items() if sha256 in standing.keep]
    entries += [
        LedgerEntry(outcome.content.task.sha256, outcome.status, *versions)
        for outcome in outcomes
        if outcome.is_fresh
    ]
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

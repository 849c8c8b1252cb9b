"""Counts what a run did, for the table of runs and for people."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal

import pipeline
from pipeline.dictionary import load_dictionary
from pipeline.engine.discover import Discovery
from pipeline.engine.outcome import Outcome
from pipeline.engine.plan import Plan
from pipeline.engine.result import Row, Status
from pipeline.engine.standing import Standing
from pipeline.engine.summary import Failed, RunSummary, SameBytes
from pipeline.store.current import snapshot
from pipeline.store.parts import count_rows, read_table


def run_row(
    number: int,
    started: dt.datetime,
    command: str,
    engine: str,
    plan: Plan,
    outcomes: Sequence[Outcome],
    rules_version: str,
) -> Row:
    """The row of `runs`.  Inputs whose rows were taken over are `skipped` there."""
    fresh = [outcome for outcome in outcomes if outcome.is_fresh]
    inputs = sum(_count(plan, outcomes).values())
    counts = _count(plan, fresh)
    read = counts["ok"] + counts["partial"] + counts["failed"]
    return {
        "run_id": f"{started:%Y%m%dT%H%M%SZ}-{number}",
        "started_at": started,
        "finished_at": dt.datetime.now(dt.UTC),
        "command": command,
        "engine": engine,
        "inputs": inputs,
        "ok": counts["ok"],
        "partial": counts["partial"],
        "failed": counts["failed"],
        "skipped": inputs - read,
        "pipeline_version": pipeline.__version__,
        "rules_version": rules_version,
        "host_cpus": os.cpu_count(),
        "pages": sum(outcome.pages for outcome in fresh),
        "bytes": sum(outcome.content.task.size_bytes for outcome in fresh),
    }


def sum_up(
    out: Path,
    found: Discovery,
    plan: Plan,
    standing: Standing,
    outcomes: Sequence[Outcome],
    seconds: float,
    rules_version: str,
) -> RunSummary:
    """The summary of a finished run; rows are counted in the archive as written."""
    root = snapshot(out)
    counts = _count(plan, outcomes)
    fresh = [outcome for outcome in outcomes if outcome.is_fresh]
    kept = sum(len(outcome.content.uris) for outcome in outcomes if not outcome.is_fresh)
    return RunSummary(
        out=out,
        inputs=len(found.inputs),
        ok=counts["ok"],
        partial=counts["partial"],
        failed=counts["failed"],
        skipped=counts["skipped"],
        unchanged=kept,
        removed=standing.removed,
        rows={name: count_rows(root, name) for name in load_dictionary().tables},
        failures=_failures(root, {each.uri for each in found.inputs}),
        same_bytes=tuple(
            SameBytes(uri, outcome.content.uris[0])
            for outcome in outcomes
            for uri in outcome.content.uris[1:]
        ),
        left_out=found.left_out,
        pages=sum(outcome.pages for outcome in fresh),
        bytes=sum(outcome.content.task.size_bytes for outcome in fresh),
        seconds=seconds,
        pipeline_version=pipeline.__version__,
        rules_version=rules_version,
    )


def _failures(root: Path, uris: set[str]) -> tuple[Failed, ...]:
    """The failures of this run's inputs, as the archive holds them."""
    if not uris:
        return ()
    rows = read_table(root, "failures").to_pylist()
    return tuple(
        Failed(
            row["source_uri"],
            row["category"],
            row["message"],
            row["page"],
            row["is_partial"],
            row["member"],
        )
        for row in rows
        if row["source_uri"] in uris
    )


def _count(plan: Plan, outcomes: Iterable[Outcome]) -> dict[Status | Literal["skipped"], int]:
    """Inputs by outcome: the same bytes count once, their other names are skipped."""
    counts: dict[Status | Literal["skipped"], int]
    counts = {"ok": 0, "partial": 0, "failed": len(plan.refused), "skipped": 0}
    for outcome in outcomes:
        names = len(outcome.content.uris)
        counts[outcome.status] += 1
        counts["skipped"] += names - 1
    return counts

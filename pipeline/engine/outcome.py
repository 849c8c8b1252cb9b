"""How one content came out: its status, and its rows if it was read in this run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pipeline.engine.plan import Content
from pipeline.engine.work import Tables

Status = Literal["ok", "partial", "failed"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """The outcome of one content; ``tables`` is None where its rows are taken over."""

    content: Content
    status: Status
    tables: Tables | None


def status_of(tables: Tables) -> Status:
    """What the rows of an input say of it."""
    if "documents" not in tables or not tables["documents"].num_rows:
        return "failed"
    partial_documents = "partial" in tables["documents"]["status"].to_pylist()
    return "partial" if partial_documents or "failures" in tables else "ok"

"""How one content came out, whether it was read in this run or its rows were taken over."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.engine.plan import Content
from pipeline.engine.result import Row, Status


@dataclass(frozen=True, slots=True)
class Outcome:
    """The outcome of one content; where its rows are taken over it has no pages and failures."""

    content: Content
    status: Status
    is_fresh: bool
    pages: int = 0
    failures: tuple[Row, ...] = ()

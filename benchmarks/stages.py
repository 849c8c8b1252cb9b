"""Times the stages of the pipeline on one input, and the writing of all rows."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

from benchmarks.inputs import Input
from pipeline.document import dispatch_of, find_mentions
from pipeline.layout import split_dispatches
from pipeline.link.rows import Row, dispatch_rows
from pipeline.model import Reading, Text
from pipeline.normalise import compose
from pipeline.normalise.unmarked import spelled_out
from pipeline.read import read
from pipeline.rulebook import Rulebook
from pipeline.store import to_arrow, write_archive

STAGES = ("read", "normalise", "layout", "extract", "rows", "write")
T = TypeVar("T")


@dataclass(slots=True)
class Measured:
    """Best seconds of each stage on one input, and the rows that came out."""

    seconds: dict[str, float] = field(default_factory=dict)
    rows: dict[str, list[Row]] = field(default_factory=dict)
    text_bytes: int = 0


class Clock:
    """Adds up the seconds of each stage of one pass."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def time(self, stage: str, work: Callable[[], T]) -> T:
        start = time.perf_counter()
        result = work()
        took = time.perf_counter() - start
        self.seconds[stage] = self.seconds.get(stage, 0.0) + took
        return result


def measure(item: Input, rules: Rulebook, repeat: int) -> Measured:
    """Best of ``repeat`` passes over one input, stage by stage."""
    measured = Measured()
    for _ in range(repeat):
        clock = Clock()
        measured.rows, measured.text_bytes = one_pass(item, rules, clock)
        measured.seconds = best(measured.seconds, clock.seconds)
    return measured


def one_pass(item: Input, rules: Rulebook, clock: Clock) -> tuple[dict[str, list[Row]], int]:
    """All stages from bytes to rows, as ``pipeline.document.process`` runs them."""
    reading = clock.time("read", lambda: read(item.data, item.source))
    whole = clock.time("normalise", lambda: spelled_out(compose(reading), rules))
    tables: dict[str, list[Row]] = {}
    parts = clock.time("layout", lambda: split_dispatches(reading, whole, rules))
    for ordinal, (part, text) in enumerate(parts):
        spelled = text
        if text is not whole:
            spelled = clock.time("normalise", partial(spelled_out, text, rules))
        for table, rows in _part(item, part, spelled, ordinal, rules, clock).items():
            tables.setdefault(table, []).extend(rows)
    return tables, len(whole.text.encode())


def _part(
    item: Input, part: Reading, text: Text, ordinal: int, rules: Rulebook, clock: Clock
) -> dict[str, list[Row]]:
    dispatch = clock.time("layout", lambda: dispatch_of(part, text, ordinal, rules))
    mentions = clock.time("extract", lambda: find_mentions(dispatch, rules))
    return clock.time("rows", lambda: dispatch_rows(item.source, part, dispatch, mentions, rules))


def write_seconds(measured: Sequence[Measured], repeat: int) -> float:
    """Best seconds for turning all rows into Arrow and writing them as an archive."""
    tables: dict[str, list[Row]] = {}
    for one in measured:
        for name, rows in one.rows.items():
            tables.setdefault(name, []).extend(rows)
    took = []
    for _ in range(repeat):
        with tempfile.TemporaryDirectory() as folder:
            start = time.perf_counter()
            arrow = {name: to_arrow(name, rows) for name, rows in tables.items()}
            write_archive(Path(folder) / "archive", arrow)
            took.append(time.perf_counter() - start)
    return min(took)


def best(known: dict[str, float], new: dict[str, float]) -> dict[str, float]:
    """The smaller seconds of each stage."""
    return {stage: min(seconds, known.get(stage, seconds)) for stage, seconds in new.items()}

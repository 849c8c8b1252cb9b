"""Runs stages and baselines over the inputs, in pairs, and sums them up a kind of file."""

from __future__ import annotations

import os
import platform
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from functools import partial
from importlib.metadata import version
from typing import Any

from benchmarks.baselines import pdfium_words, pdfplumber_words, scanned_words
from benchmarks.budget import Budget
from benchmarks.inputs import Input, Inputs, Kind
from benchmarks.stages import Clock, Measured, measure, one_pass, write_seconds
from pipeline.engine.collector import collect_seldom
from pipeline.normalise import compose
from pipeline.read import read
from pipeline.read.signature.reader import read_signatures
from pipeline.rulebook import load_rulebook

KINDS: tuple[Kind, ...] = ("pdf", "text", "office")
# Budgets of the design: the whole way, reading to rows.
PDF_TIMES_PDFIUM = 2.0
PDFPLUMBER_TIMES_PDF = 10.0
TEXT_MB_PER_SECOND = 2.0


@dataclass(slots=True)
class Group:
    """Sums over the files of one kind: seconds of each stage and baseline."""

    kind: Kind
    files: int = 0
    pages: int = 0
    text_bytes: int = 0
    rows: int = 0
    seconds: dict[str, float] = field(default_factory=dict)
    pypdfium2: float | None = None
    scan: float | None = None  # one trivial expression over the same text
    signatures: float | None = None  # the part of `read` that looks into digital signatures
    # pdfplumber is slow, so it reads only some files: its seconds, and those of the others on them
    pdfplumber: float | None = None
    pdfplumber_pages: int = 0
    pypdfium2_on_those: float = 0.0
    stages_on_those: float = 0.0

    @property
    def to_rows(self) -> float:
        """Seconds from bytes to rows (writing is counted apart)."""
        return sum(s for stage, s in self.seconds.items() if stage != "write")


@dataclass(frozen=True, slots=True)
class Result:
    """Everything one run of the benchmark found out."""

    machine: dict[str, str]
    repeat: int
    first_document_seconds: float
    groups: tuple[Group, ...]
    budgets: tuple[Budget, ...]
    left_out: tuple[tuple[str, str], ...]

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def run(
    inputs: Inputs,
    repeat: int = 3,
    pdfplumber_pages: int = 100,
    progress: Callable[[str], None] = lambda _: None,
) -> Result:
    """Measure every input; each baseline runs right beside the stages on the same file.

    :param repeat: passes over each file; the best one counts
    :param pdfplumber_pages: pdfplumber stops after the file that reaches this many pages
    """
    collect_seldom()  # as in the processes of a run, and for the baselines too
    first = _warm_up(inputs.chosen)
    groups = tuple(
        _group(kind, inputs.of_kind(kind), repeat, pdfplumber_pages, progress)
        for kind in KINDS
        if inputs.of_kind(kind)
    )
    return Result(_machine(), repeat, first, groups, _budgets(groups), inputs.left_out)


def _warm_up(inputs: Iterable[Input]) -> float:
    """One pass over everything; returns the seconds of the first document, rules compiled in it."""
    first = 0.0
    rules = load_rulebook()
    for index, item in enumerate(inputs):
        start = time.perf_counter()
        one_pass(item, rules, Clock())
        if index == 0:
            first = time.perf_counter() - start
    return first


def _group(
    kind: Kind,
    inputs: tuple[Input, ...],
    repeat: int,
    pdfplumber_pages: int,
    progress: Callable[[str], None],
) -> Group:
    rules = load_rulebook()
    group = Group(kind)
    all_measured: list[Measured] = []
    for item in inputs:
        progress(item.path.name)
        bare = _best(partial(pdfium_words, item.data), repeat) if kind == "pdf" else None
        measured = measure(item, rules, repeat)
        all_measured.append(measured)
        _add(group, item, measured)
        if kind == "text":
            text = compose(read(item.data, item.source)).text
            group.scan = (group.scan or 0.0) + _best(partial(scanned_words, text), repeat)
        if bare is not None:
            group.pypdfium2 = (group.pypdfium2 or 0.0) + bare
            signed = _best(partial(read_signatures, item.data), repeat)
            group.signatures = (group.signatures or 0.0) + signed
            if group.pdfplumber_pages < pdfplumber_pages:
                _add_pdfplumber(group, item, bare, sum(measured.seconds.values()))
    group.seconds["write"] = write_seconds(all_measured, repeat)
    return group


def _add(group: Group, item: Input, measured: Measured) -> None:
    group.files += 1
    group.pages += item.pages
    group.text_bytes += measured.text_bytes
    group.rows += sum(map(len, measured.rows.values()))
    for stage, seconds in measured.seconds.items():
        group.seconds[stage] = group.seconds.get(stage, 0.0) + seconds


def _add_pdfplumber(group: Group, item: Input, bare: float, stages: float) -> None:
    start = time.perf_counter()
    words = pdfplumber_words(item.data)
    took = time.perf_counter() - start
    if words is None:
        return
    group.pdfplumber = (group.pdfplumber or 0.0) + took
    group.pdfplumber_pages += item.pages
    group.pypdfium2_on_those += bare
    group.stages_on_those += stages


def _best(work: Callable[[], object], repeat: int) -> float:
    took = []
    for _ in range(repeat):
        start = time.perf_counter()
        work()
        took.append(time.perf_counter() - start)
    return min(took)


def _budgets(groups: tuple[Group, ...]) -> tuple[Budget, ...]:
    found = []
    for group in groups:
        if group.kind == "pdf" and group.pypdfium2:
            times = group.to_rows / group.pypdfium2
            name = "PDF to rows, times bare pypdfium2 words"
            found.append(Budget.most(name, PDF_TIMES_PDFIUM, times))
        if group.kind == "pdf" and group.pdfplumber:
            times = group.pdfplumber / group.stages_on_those
            name = "bare pdfplumber words, times PDF to rows"
            found.append(Budget.least(name, PDFPLUMBER_TIMES_PDF, times))
        if group.kind == "text":
            speed = group.text_bytes / 1e6 / group.to_rows
            found.append(Budget.least("text to rows, MB a second", TEXT_MB_PER_SECOND, speed))
    return tuple(found)


def _machine() -> dict[str, str]:
    libraries = ("pypdfium2", "pdfplumber", "pyarrow", "regex")
    return {
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "cpus": str(os.cpu_count()),
        **{name: version(name) for name in libraries},
    }

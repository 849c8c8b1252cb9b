"""Whole runs of the command: workers, ten times the corpus, nothing new, a changed rule."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

from benchmarks.budget import Budget
from benchmarks.corpus import write_corpus
from benchmarks.inputs import ROOT, Input
from pipeline.rulebook import default_rules_dir

WORKERS = (1, 2, 4)
TIMES = 10
LEAST_GAIN = 3.5
MOST_GROWTH = 1.15
_TICK = 0.05  # seconds between two looks at the memory
_CROWDED = 1.0  # processes that others may have waiting for these cores before it counts


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the command: seconds of the run itself, peak bytes of all its processes.

    ``cores_used`` is what its processes had while it ran and ``busy`` the load of the whole
    machine, both on average.
    """

    name: str
    workers: int
    documents: int
    pages: int
    seconds: float
    peak_bytes: int
    cores_used: float
    busy: float


@dataclass(frozen=True, slots=True)
class Runs:
    """All runs, and how many cores this machine lets them have."""

    cores: int
    runs: tuple[Run, ...]

    def of(self, name: str, workers: int) -> Run:
        """The run of that name and number of workers."""
        return next(run for run in self.runs if (run.name, run.workers) == (name, workers))

    def budgets(self) -> tuple[Budget, ...]:
        """The budgets of the design that whole runs are held to."""
        most, name = WORKERS[-1], f"{TIMES}x corpus"
        one, many = self.of(name, 1), self.of(name, most)
        gain = one.seconds / many.seconds
        growth = many.peak_bytes / self.of("1x corpus", most).peak_bytes
        again, changed = self.of("nothing new", most), self.of("a changed rule", most)
        others = many.busy - many.cores_used
        is_free = self.cores >= most and others <= _CROWDED
        why = "" if is_free else f"{self.cores} cores, {others:.1f} others on them"
        return (
            Budget.least(f"{most} workers, times one", LEAST_GAIN, gain, not_judged=why),
            Budget.most(f"peak memory of {TIMES}x, times 1x", MOST_GROWTH, growth),
            Budget.most("pages read where nothing is new", 0, again.pages),
            Budget.most("a changed rule, times the first run", 1, changed.seconds / many.seconds),
        )


def measure_runs(
    inputs: Sequence[Input], documents: int, progress: Callable[[str], None] = lambda _: None
) -> Runs:
    """Run the command over ``documents`` copies of the inputs, and over ten times as many.

    :raises ValueError: if there is no PDF and no text among the inputs
    :raises RuntimeError: if a run ends in another way than it should
    """
    runs: list[Run] = []
    most = WORKERS[-1]
    with tempfile.TemporaryDirectory(prefix="congvan-bench-") as name:
        work = Path(name)
        small, large = work / "small", work / "large"
        write_corpus(inputs, small, documents)
        write_corpus(inputs, large, TIMES * documents)
        # A copy of the rules is compiled at once, so all runs have one, or none is like another.
        first, changed = (_rules(work / f"rules{number}", number) for number in (1, 2))

        def measure(what: str, corpus: Path, out: Path, workers: int, rules: Path = first) -> None:
            progress(f"{what}, {workers} workers")
            runs.append(_run(what, corpus, out, workers, rules))

        measure("1x corpus", small, work / "out", most)
        for workers in WORKERS:
            shutil.rmtree(work / "out")
            measure(f"{TIMES}x corpus", large, work / "out", workers)
        measure("nothing new", large, work / "out", most)
        measure("a changed rule", large, work / "out", most, changed)
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return Runs(cores or 1, tuple(runs))


def _rules(folder: Path, number: int) -> Path:
    """A copy of the rules of a version of its own."""
    shutil.copytree(default_rules_dir(), folder)
    with (folder / "lexicons" / "awards.tsv").open("a", encoding="utf-8") as file:
        file.write(f"# copy {number}\n")
    return folder


def _run(name: str, corpus: Path, out: Path, workers: int, rules: Path) -> Run:
    command = [
        sys.executable, "-m", "pipeline", "run", str(corpus), "--out", str(out),
        "--rules", str(rules), "--jobs", str(workers), "--json",
    ]  # fmt: skip
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "OMP_THREAD_LIMIT": "1"}
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    watch = _Watch(process.pid)
    watch.start()
    said, _ = process.communicate()
    watch.join()
    if process.returncode not in (0, 3):
        raise RuntimeError(f"{name}: the run ended with {process.returncode}")
    summary = json.loads(said)
    return Run(
        name, workers, summary["inputs"], summary["pages"], summary["seconds"],
        watch.peak, watch.cores, watch.busy,
    )  # fmt: skip


class _Watch(threading.Thread):
    """Looks at a process and all below it until it ends.

    Memory is what lies in RAM, counted anew in each process that shares it.
    """

    def __init__(self, pid: int):
        super().__init__(daemon=True)
        self._root = psutil.Process(pid)
        self.peak = 0
        self.cores = 0.0
        self.busy = 0.0

    def run(self) -> None:
        start, looks, running = time.monotonic(), 0, 0.0
        used: dict[int, float] = {}
        while True:
            try:
                family = [self._root, *self._root.children(recursive=True)]
                if self._root.status() == psutil.STATUS_ZOMBIE:
                    break
            except psutil.NoSuchProcess:
                break
            self.peak = max(self.peak, sum(self._bytes(each, used) for each in family))
            looks += 1
            running += os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
            time.sleep(_TICK)
        self.cores = sum(used.values()) / max(time.monotonic() - start, _TICK)
        self.busy = running / max(looks, 1)

    @staticmethod
    def _bytes(process: psutil.Process, used: dict[int, float]) -> int:
        """Its bytes; what processor time it has used is noted beside."""
        try:
            with process.oneshot():
                times = process.cpu_times()
                used[process.pid] = times.user + times.system
                return int(process.memory_info().rss)
        except psutil.Error:  # it ended between the two looks
            return 0

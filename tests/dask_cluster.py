"""A Dask cluster of real processes on this machine: a scheduler and workers that can be killed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.model import Source
from pipeline.rulebook import Rulebook
from tests.test_engine import Made, fake

ROOT = Path(__file__).resolve().parents[1]
_PATIENCE = 60
MARK = "who-read"


def noted(data: bytes, source: Source, rules: Rulebook) -> Made:
    """As `fake`, but each reading leaves a mark beside the sources, and takes a while."""
    folder = Path(source.uri).parent.parent / MARK
    (folder / f"{Path(source.uri).stem}.{os.getpid()}.{os.getppid()}").touch()
    time.sleep(0.05)
    return fake(data, source, rules)


def hard(data: bytes, source: Source, rules: Rulebook) -> Made:
    """Some documents hang, eat memory, or end their process."""
    word = data.split()[0]
    if word == b"hang":
        time.sleep(60)
    if word == b"eat":
        eaten = [bytearray(20_000_000) for _ in range(40)]
        time.sleep(60 + len(eaten))
    return fake(data, source, rules)


@dataclass
class RealCluster:
    """The scheduler's address and the processes of the workers."""

    address: str
    folder: Path
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def add_worker(self, *options: str) -> subprocess.Popen[bytes]:
        """Start a worker of one thread."""
        command = ("dask", "worker", self.address, "--nthreads", "1", "--no-dashboard")
        local = ("--local-directory", str(self.folder))
        worker = _start(self.folder / f"worker-{len(self.workers)}.log", *command, *local, *options)
        self.workers.append(worker)
        return worker


@contextmanager
def real_cluster(folder: Path, workers: int, *options: str) -> Iterator[RealCluster]:
    """Start `dask scheduler` and `dask worker` processes; they end with the block."""
    log = folder / "scheduler.log"
    scheduler = _start(log, "dask", "scheduler", "--host", "127.0.0.1", "--port", "0",
                       "--no-dashboard")  # fmt: skip
    cluster = RealCluster(_address(log, scheduler), folder)
    try:
        for _ in range(workers):
            cluster.add_worker(*options)
        yield cluster
    finally:
        _end(*cluster.workers)
        _end(scheduler)


def _end(*processes: subprocess.Popen[bytes]) -> None:
    for process in processes:
        process.terminate()
    for process in processes:
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _start(log: Path, *words: str) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with log.open("wb") as file:
        return subprocess.Popen(
            [sys.executable, "-m", *words], env=environment, cwd=log.parent,
            stdout=file, stderr=subprocess.STDOUT,
        )  # fmt: skip


def _address(log: Path, scheduler: subprocess.Popen[bytes]) -> str:
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline and scheduler.poll() is None:
        if found := re.search(r"Scheduler at:\s+(tcp://\S+)", log.read_text("utf-8")):
            return found[1]
        time.sleep(0.05)
    raise AssertionError(f"the scheduler did not start:\n{log.read_text('utf-8')}")

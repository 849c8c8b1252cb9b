"""Runs a command as a person does, and takes its time and the memory of all its processes."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

_EVERY = 0.05  # seconds between two looks at the processes


@dataclass(frozen=True, slots=True)
class Measured:
    """One command: seconds by the clock and of the processors, the most bytes that all its
    processes held together."""

    seconds: float
    busy: float
    peak: int


class CommandFailed(Exception):
    """A command that was measured and did not end well."""


def measure(arguments: Sequence[str], log: Path) -> Measured:
    """Run ``congvan ARGUMENTS`` in a process of its own.

    :param log: a file for what it prints
    :raises CommandFailed: it ended with another exit code than 0
    """
    started, busy, peak = time.perf_counter(), _busy(), 0
    with log.open("w", encoding="utf-8") as out:
        process = psutil.Popen(
            [sys.executable, "-m", "pipeline", *arguments], stdout=out, stderr=subprocess.STDOUT
        )
        while process.poll() is None:
            peak = max(peak, _held(process))
            time.sleep(_EVERY)
    if process.returncode != 0:
        raise CommandFailed(f"congvan {' '.join(arguments)}: {log.read_text('utf-8')[-2000:]}")
    return Measured(time.perf_counter() - started, _busy() - busy, peak)


def _busy() -> float:
    """Seconds of the processors for all commands that have ended."""
    times = psutil.Process().cpu_times()
    return float(times.children_user + times.children_system)


def _held(process: psutil.Process) -> int:
    """Resident bytes of a process and of those that it started; shared pages count in each."""
    family = [process]
    with suppress(psutil.Error):
        family += process.children(recursive=True)
    held = 0
    for member in family:
        with suppress(psutil.Error):  # it has ended meanwhile
            held += int(member.memory_info().rss)
    return held

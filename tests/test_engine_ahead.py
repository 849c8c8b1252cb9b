"""A worker holds its next job before it has finished: nothing is lost, and nobody blamed for it."""

from __future__ import annotations

import os
import signal
import time
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from pipeline.engine.limits import Death, Limits
from pipeline.engine.pool import Done, run_in_processes
from pipeline.engine.worker import Teller

# Seconds enough that a crowded machine is not taken for a slow job.
LIMITS = Limits(seconds=5.0, page_seconds=1, memory_bytes=300_000_000, output_bytes=1_000_000)
LEFT: list[bytes] = []
"""What jobs leave behind in a process."""
TOGETHER = 4
"""Jobs that go on only when all of them have begun."""


@dataclass(frozen=True, slots=True)
class Job:
    """What a process is to do, and where it says that it did."""

    number: int
    log: Path
    fault: str = ""
    seconds: float = 0.0


def work(job: Job, teller: Teller) -> int:
    with job.log.open("a", encoding="utf-8") as log:
        log.write(f"{os.getpid()} {job.number}\n")
    time.sleep(job.seconds)
    while job.fault == "together" and len(times(job.log)) < TOGETHER:
        time.sleep(0.01)
    if job.fault == "leave":
        LEFT.append(b"x" * 200_000_000)
    if job.fault == "need":
        assert len(bytearray(b"x") * 150_000_000) == 150_000_000
        time.sleep(0.4)
    if job.fault == "eat":
        eaten = []
        while True:
            eaten.append(b"x" * 10_000_000)
            time.sleep(0.005)
    if job.fault == "kill" or (job.fault == "kill_if_left" and LEFT):
        os.kill(os.getpid(), signal.SIGKILL)
    if job.fault == "mark":
        LEFT.append(b"x")
    return job.number


def go(jobs: list[Job], workers: int = 1, limits: Limits = LIMITS) -> dict[int, Done[Job, int]]:
    done = list(run_in_processes(int, work, jobs, workers, limits))
    assert Counter(each.job.number for each in done) == Counter(job.number for job in jobs)
    return {each.job.number: each for each in done}


def times(log: Path) -> Counter[int]:
    """How often each job was begun."""
    return Counter(int(line.split()[1]) for line in log.read_text("utf-8").splitlines())


def deaths(done: dict[int, Done[Job, int]]) -> dict[int, Death | None]:
    return {number: each.death for number, each in done.items() if each.death is not None}


def made(log: Path, count: int, **faults: str) -> list[Job]:
    given = {int(number[1:]): fault for number, fault in faults.items()}
    return [Job(number, log, given.get(number, "")) for number in range(count)]


def test_the_next_job_lies_with_a_worker_before_it_has_finished(tmp_path: Path) -> None:
    """While this process does something else, the worker goes on."""
    log = tmp_path / "log"
    found = iter(run_in_processes(int, work, made(log, 6), 1, LIMITS))
    first = next(found)
    end = time.monotonic() + 10
    while len(times(log)) < 3 and time.monotonic() < end:
        time.sleep(0.01)
    time.sleep(0.2)
    assert first.job.number == 0 and set(times(log)) == {0, 1, 2}
    assert [each.job.number for each in found] == [1, 2, 3, 4, 5]


def test_a_worker_that_dies_gives_its_next_job_back(tmp_path: Path) -> None:
    log = tmp_path / "log"
    done = go(made(log, 8, j0="kill"))
    assert deaths(done) == {0: "crash"}
    assert times(log) == dict.fromkeys(range(8), 1)


@pytest.mark.parametrize(("fault", "cause"), [("kill", "crash"), ("eat", "memory")])
def test_who_breaks_a_process_behind_another_is_judged_alone(
    tmp_path: Path, fault: str, cause: Death
) -> None:
    log = tmp_path / "log"
    done = go(made(log, 8, j2=fault))
    assert deaths(done) == {2: cause}
    assert times(log) == {**dict.fromkeys(range(8), 1), 2: 2}


def test_what_another_left_behind_is_no_fault_of_the_next(tmp_path: Path) -> None:
    """Two jobs that the limit allows, one after the other in a process that keeps the first's."""
    log = tmp_path / "log"
    jobs = made(log, 8, j1="leave", j2="need", j4="mark", j5="kill_if_left")
    assert deaths(go(jobs)) == {}


def test_the_time_of_the_next_job_begins_when_the_first_has_ended(tmp_path: Path) -> None:
    log = tmp_path / "log"
    jobs = [Job(number, log, seconds=3.0 if number < 2 else 0.0) for number in range(5)]
    assert deaths(go(jobs)) == {}
    slow = [Job(number, log, seconds=60.0 if number == 1 else 0.0) for number in range(5)]
    assert deaths(go(slow)) == {1: "timeout"}


def test_at_the_end_no_job_waits_behind_another(tmp_path: Path) -> None:
    """A process that starts late finds its job still there: none was held back."""
    jobs = made(tmp_path / "log", TOGETHER, **{f"j{n}": "together" for n in range(TOGETHER)})
    assert deaths(go(jobs, workers=TOGETHER, limits=replace(LIMITS, seconds=60.0))) == {}

"""Runs jobs in worker processes; a worker that dies costs its own job and nothing else."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import Generic, TypeVar

J = TypeVar("J")
R = TypeVar("R")

# Jobs given to a pool for each worker: enough to keep it busy, few enough to be suspects together.
AHEAD = 2


@dataclass(frozen=True, slots=True)
class Done(Generic[J, R]):
    """A finished job.  ``result`` is None if the process that ran it died."""

    job: J
    result: R | None


def run_in_processes(
    work: Callable[[J], R], jobs: Sequence[J], workers: int
) -> Iterator[Done[J, R]]:
    """Run the jobs in ``workers`` processes; results come as they are ready, in any order.

    When a process dies the pool is rebuilt.  The jobs that were under way run again one by one, so
    that only the one that kills its process is given up.

    :param work: a function of a module (or a partial of one): it crosses process borders
    :raises Exception: what ``work`` raises in a worker
    """
    waiting = deque(jobs)
    while waiting:
        suspects: deque[J] = deque()
        yield from _run_together(work, waiting, suspects, min(workers, len(waiting)))
        while suspects:
            yield from _run_alone(work, suspects)


def _run_together(
    work: Callable[[J], R], waiting: deque[J], suspects: deque[J], workers: int
) -> Iterator[Done[J, R]]:
    """Feed a pool until nothing waits, or it breaks: then ``suspects`` holds what it had."""
    under_way: dict[Future[R], J] = {}
    with _pool(workers) as pool:
        while under_way or (waiting and not suspects):
            while waiting and not suspects and len(under_way) < workers * AHEAD:
                job = waiting.popleft()
                try:
                    under_way[pool.submit(work, job)] = job
                except BrokenProcessPool:
                    suspects.append(job)
            ready, _ = wait(under_way, return_when=FIRST_COMPLETED)
            for future in ready:
                job = under_way.pop(future)
                try:
                    yield Done(job, future.result())
                except BrokenProcessPool:
                    suspects.append(job)


def _run_alone(work: Callable[[J], R], suspects: deque[J]) -> Iterator[Done[J, R]]:
    """One job at a time in one process, until all are done or the process dies on one."""
    with _pool(1) as pool:
        while suspects:
            job = suspects.popleft()
            try:
                yield Done(job, pool.submit(work, job).result())
            except BrokenProcessPool:
                yield Done(job, None)
                return


def _pool(workers: int) -> ProcessPoolExecutor:
    # Forked children would inherit threads and locks of the parent's libraries in mid-flight.
    return ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"))

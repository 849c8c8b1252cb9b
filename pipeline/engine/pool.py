"""Runs jobs in worker processes under limits; one that breaks them costs its own job alone.

Each worker has a pipe of its own and works at one job at a time, so that a dead worker names its
job, leaves no lock behind that others would wait for, and can be killed at any moment.  Time is
given to a job while it runs: each page that is recognised brings some more.

A worker holds its next job already and never waits until this process has taken up its last.  Who
dies at a job that came behind another did not have the process to itself: that job is given once
more, to a worker that has nothing else, and is judged there.
"""

from __future__ import annotations

import multiprocessing
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Any, Generic, TypeVar

import psutil

from pipeline.engine.limits import Death, Limits
from pipeline.engine.undisturbed import undisturbed
from pipeline.engine.worker import (
    DOCUMENT,
    DONE,
    PAGE,
    RAISED,
    READY,
    PageNews,
    Prepare,
    Work,
    live,
)
from pipeline.errors import CongvanError

J = TypeVar("J")
R = TypeVar("R")

TICK = 0.1
"""Seconds between two looks at the memory of a process, and the longest wait for news."""
JOBS_A_WORKER = 500
"""Jobs after which a worker is replaced: what libraries leave behind does not pile up."""
_STARTS = 3  # workers in a row that end before their first job: then something is wrong with all
_PATIENCE = 2.0  # seconds an idle worker has to end by itself, and a killed one to be gone


class WorkerError(CongvanError):
    """Processes that read cannot be started."""


@dataclass(frozen=True, slots=True)
class Done(Generic[J, R]):
    """A finished job: its result, or why its process is gone and which member it was at."""

    job: J
    result: R | None
    death: Death | None = None
    member: str | None = None


class Crew(Generic[J, R]):
    """Processes that stay from one call of :func:`run_in_processes` to the next.

    Each call, and :meth:`begin`, has to be made with the same ``prepare`` and ``work``.
    """

    def __init__(self) -> None:
        self.workers: list[_Worker[J, R]] = []

    def begin(self, prepare: Prepare, work: Work[J, R], count: int, limits: Limits) -> None:
        """Start processes before it is known what their jobs are: they prepare meanwhile."""
        while len(self.workers) < count:
            with undisturbed():
                self.workers.append(_Worker(prepare, work, limits))

    def end(self) -> None:
        """Let the processes go, which are idle between calls."""
        for worker in self.workers:  # all at once, so that they end side by side
            worker.dismiss()
        while self.workers:
            self.workers.pop().end()


def run_in_processes(
    prepare: Prepare,
    work: Work[J, R],
    jobs: Sequence[J],
    workers: int,
    limits: Limits,
    on_page: PageNews | None = None,
    without: Callable[[J, str, Death], J | None] | None = None,
    crew: Crew[J, R] | None = None,
    stop: Callable[[], bool] | None = None,
) -> Iterator[Done[J, R]]:
    """Run the jobs in ``workers`` processes; results come as they are ready, in any order.

    :param prepare: called once in each process, before its first job and outside of the limits
    :param work: called with a job and whom to tell of its progress; like ``prepare`` a function of
        a module (or a partial of one), for it crosses process borders
    :param on_page: called here for each page that a worker tells of
    :param without: called where a process ended in the middle of an archive with the job, the
        member and the cause; gives the job without that member, which is run instead, or None
    :param crew: processes of an earlier call, which also stay after this one
    :param stop: asked all the time; once it is true, jobs under way are dropped and no more begun
    :raises WorkerError: if processes end before they can be given a job
    :raises Exception: what ``prepare`` or ``work`` raises
    """
    waiting = deque(jobs)
    alone = deque[J]()  # jobs to give to those who have none
    own = Crew[J, R]() if crew is None else crew
    staff = own.workers
    failed_starts = 0
    try:
        while waiting or alone or any(worker.is_busy for worker in staff):
            if stop is not None and stop():
                _kill(own)
                return
            busy = sum(worker.is_busy for worker in staff)
            while len(staff) < min(workers, busy + len(waiting) + len(alone)):
                with undisturbed():
                    staff.append(_Worker(prepare, work, limits))
            is_idle = bool(waiting or alone) and any(worker.is_free for worker in staff)
            handles = [handle for worker in staff for handle in worker.handles]
            wait(handles, 0.0 if is_idle else TICK)
            finished: list[Done[J, R]] = []
            for worker in list(staff):
                done = worker.listen(on_page)
                rest = _rest(done, without)
                if rest is not None:
                    alone.append(rest)
                elif done is not None:
                    finished.append(done)
                if worker.was_ready:
                    failed_starts = 0
                alone.extend(worker.returned())
                if worker.is_gone:
                    staff.remove(worker)
                    failed_starts += not worker.was_ready
                elif worker.is_free and worker.is_worn:
                    staff.remove(worker)
                    worker.end()
                else:
                    _supply(worker, alone, waiting, workers)
            if failed_starts >= _STARTS:
                raise WorkerError(
                    "the processes that read end before they begin; a script that calls run() with "
                    "several jobs does so under `if __name__ == '__main__':`"
                )
            if stop is not None and stop():  # a death may be the same signal's doing
                finished = [done for done in finished if done.death is None]
            yield from finished
    except BaseException:
        _kill(own)
        raise
    if crew is None:
        own.end()


def _supply(worker: _Worker[J, R], alone: deque[J], waiting: deque[J], workers: int) -> None:
    """Give a worker what it has room for."""
    for jobs in (alone, waiting):
        if worker.is_free and jobs and worker.give(jobs[0]):
            jobs.popleft()
    # At the end nobody holds a job back that another could begin.
    if not alone and worker.has_room and len(waiting) > workers and worker.give(waiting[0]):
        waiting.popleft()


def _kill(crew: Crew[J, R]) -> None:
    while crew.workers:
        crew.workers.pop().kill()


def _rest(done: Done[J, R] | None, without: Callable[[J, str, Death], J | None] | None) -> J | None:
    """What is still to be done of a job that was cut off: the other members of an archive."""
    if done is None or done.death is None or done.member is None or without is None:
        return None
    return without(done.job, done.member, done.death)


def _runs(process: psutil.Process) -> bool:
    try:
        return bool(process.status() != psutil.STATUS_ZOMBIE)
    except psutil.Error:
        return False


class _Worker(Generic[J, R]):
    """One process, its pipe, the job it is at and the one that it has next."""

    def __init__(self, prepare: Prepare, work: Work[J, R], limits: Limits):
        # Forked children would inherit threads and locks of the parent's libraries in mid-flight.
        context = multiprocessing.get_context("spawn")
        self._pipe: Connection[Any, Any]
        self._pipe, theirs = context.Pipe()
        self._process: SpawnProcess = context.Process(
            target=live, args=(theirs, prepare, work), daemon=True
        )
        self._process.start()
        theirs.close()  # so that the end of the process is the end of the pipe
        self._limits = limits
        self._job: J | None = None
        self._next: J | None = None
        self._is_first = True  # the job had the process to itself, and not what others left in it
        self._returned: list[J] = []
        self._member: str | None = None
        self._deadline = 0.0
        self._next_look = 0.0
        self._jobs = 0
        self._base = 0  # bytes that it needs before its first job
        self._resident = 0  # bytes when it was looked at last
        self.was_ready = False
        self.is_gone = False

    @property
    def is_busy(self) -> bool:
        return self._job is not None

    @property
    def is_free(self) -> bool:
        return self.was_ready and self._job is None and not self.is_gone

    @property
    def is_worn(self) -> bool:
        """Whether the next job should have a new process, with its memory to itself."""
        return self._is_worn_at(self._memory())

    @property
    def has_room(self) -> bool:
        """Whether it is at a job and may have the next one beside it."""
        return self.is_busy and self._next is None and not self._is_worn_at(self._resident)

    def _is_worn_at(self, resident: int) -> bool:
        return self._jobs >= JOBS_A_WORKER or (
            self._jobs > 0 and resident > (self._base + self._limits.memory_bytes) / 2
        )

    @property
    def handles(self) -> list[Any]:
        return [self._pipe, self._process.sentinel]

    def give(self, job: J) -> bool:
        """Send a job; False if the process has died, which is no fault of this."""
        try:
            self._pipe.send(job)
        except OSError:
            return False
        self._jobs += 1
        if self.is_busy:
            self._next = job
        else:
            self._begin(job, is_first=True)
        return True

    def _begin(self, job: J, *, is_first: bool) -> None:
        self._job, self._is_first = job, is_first
        self._member = None
        self._deadline = time.monotonic() + self._limits.seconds

    def returned(self) -> list[J]:
        """What it was given and has not been judged by; asked after each :meth:`listen`."""
        returned, self._returned = self._returned, []
        return returned

    def listen(self, on_page: PageNews | None) -> Done[J, R] | None:
        """Take what the process has sent, and end it if it broke a limit: its job, if finished."""
        raised: Exception | None = None
        death = self._breach()  # judged before the pipe is emptied: what is finished counts
        has_died = not self._process.is_alive()
        try:
            while self._pipe.poll():
                message = self._pipe.recv()
                if message[0] == PAGE:
                    death = None if death == "timeout" else death
                    self._deadline += self._limits.page_seconds
                    if on_page is not None:
                        on_page(*message[1:])
                elif message[0] == DOCUMENT:
                    death = None if death == "timeout" else death
                    self._deadline = time.monotonic() + self._limits.seconds
                    self._member = message[1]
                elif message[0] == READY:
                    self.was_ready = True
                    self._base = self._memory()
                elif message[0] == RAISED:
                    raised = message[1]
                    break
                elif message[0] == DONE and self._job is not None:
                    done = Done(self._job, message[1])
                    following, self._job, self._next = self._next, None, None
                    if following is not None:
                        self._begin(following, is_first=False)
                    return done
        except (EOFError, OSError):  # the pipe ends, maybe in the middle of a message
            has_died = True
        if raised is not None:
            raise raised
        if not has_died and death is None:
            return None
        job, following, self._job, self._next = self._job, self._next, None, None
        self.kill()
        if following is not None:
            self._returned.append(following)
        if job is None:
            return None
        if not self._is_first and death != "timeout":
            self._returned.append(job)
            return None
        return Done(job, None, death or "crash", self._member)

    def _breach(self) -> Death | None:
        if self._job is None:
            return None
        now = time.monotonic()
        if now > self._deadline:
            return "timeout"
        if now < self._next_look:
            return None
        self._next_look = now + TICK
        return "memory" if self._memory() > self._limits.memory_bytes else None

    def _memory(self) -> int:
        """Resident bytes of the process; 0 if it is gone."""
        try:
            self._resident = int(psutil.Process(self._process.pid).memory_info().rss)
        except psutil.Error:
            self._resident = 0
        return self._resident

    def dismiss(self) -> None:
        """Tell an idle process that there is nothing more to do."""
        self._pipe.close()

    def end(self) -> None:
        """Let an idle process end, and wait until it has."""
        self.dismiss()
        self._process.join(_PATIENCE)
        if self._process.is_alive():
            self.kill()
        self.is_gone = True

    def kill(self) -> None:
        """End the process and those that it started, at once."""
        family: list[psutil.Process] = []
        if self._process.is_alive():  # else its number may be another's by now
            with suppress(psutil.Error):
                family = psutil.Process(self._process.pid).children(recursive=True)
        self._process.kill()
        for child in family:
            with suppress(psutil.Error):  # it ended by itself
                child.kill()
        self._process.join()
        end = time.monotonic() + _PATIENCE
        while any(map(_runs, family)) and time.monotonic() < end:
            time.sleep(0.005)  # others wait for these: the system ends them when it comes to it
        self._pipe.close()
        self.is_gone = True

"""What a worker of a cluster does: read a batch of inputs in processes of its own, write the part.

A part that is there already is that of a worker which went before it could tell.

The limits of a document hold here as in a local run, for the same supervised processes read it;
they stay from batch to batch, so that their start is paid once.
"""

from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from pipeline.engine.look import Looked, try_look
from pipeline.engine.part import PartError, read_part, write_part
from pipeline.engine.pool import Crew, Done, run_in_processes
from pipeline.engine.result import Result
from pipeline.engine.version import package_version
from pipeline.engine.work import Method, Task, prepare, read_input, without
from pipeline.errors import CongvanError
from pipeline.remote import Place
from pipeline.rulebook import default_rules_dir, rules_version


class ClusterError(CongvanError):
    """A cluster that cannot be reached or cannot do the work."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Inputs that one worker reads, one after another.

    :param run: tells this run's processes and parts from those of others
    :param number: tells the batch from the others of the run
    :param versions: of the code and of the rules that have to be the worker's too
    :param parts: the folder that the part goes to
    """

    run: str
    number: int
    method: Method
    versions: tuple[str, str]
    tasks: tuple[Task, ...]
    parts: Place

    @property
    def part(self) -> Place:
        """Where the part goes, whoever reads the batch."""
        return self.parts / f"{self.run}-{self.number}.arrow"


@dataclass(slots=True)
class _Kept:
    run: str
    method: Method
    crew: Crew[Task, Result]


_crews: dict[int, _Kept] = {}
_lock = threading.Lock()


def read_batch(batch: Batch) -> None:
    """Read the inputs of a batch and write how they went as one part, if it is not there yet.

    :raises ClusterError: if this worker has another version of the code or the rules
    :raises OSError: if the part cannot be written
    """
    try:
        read_part(batch.part, batch.tasks)
    except PartError:
        write_part(batch.part, _read(batch))


def _read(batch: Batch) -> list[Done[Task, Result]]:
    crew = _crew(batch)
    read: dict[str, Done[Task, Result]] = {}
    work = partial(read_input, batch.method)
    ready = partial(prepare, batch.method)
    for done in run_in_processes(
        ready, work, batch.tasks, 1, batch.method.limits, without=without, crew=crew
    ):
        read[done.job.sha256] = done
    return [read[task.sha256] for task in batch.tasks]


def look_at_batch(paths: Sequence[Place], max_bytes: int) -> list[Looked | OSError]:
    """Count and hash the bytes of files, which another machine need not fetch for it."""
    return [try_look(path, max_bytes) for path in paths]


def end_crews(run: str) -> None:
    """End the processes that a run left idle on this worker."""
    with _lock:
        ended = [thread for thread, kept in _crews.items() if kept.run == run]
        for thread in ended:
            _crews.pop(thread).crew.end()


def _crew(batch: Batch) -> Crew[Task, Result]:
    """The process of this thread, a new one where the former belongs to another run.

    :raises ClusterError: if a new one would have another version of the code or the rules
    """
    # A worker under Dask's nanny is a daemon, which may have no processes; ours end with it.
    multiprocessing.current_process().daemon = False
    thread = threading.get_ident()
    with _lock:
        kept = _crews.get(thread)
        if kept is not None and (kept.run, kept.method) == (batch.run, batch.method):
            return kept.crew
        if kept is not None:
            _crews.pop(thread).crew.end()
        _check_versions(batch)
        _crews[thread] = _Kept(batch.run, batch.method, Crew())
        return _crews[thread].crew


def _check_versions(batch: Batch) -> None:
    # The rules are loaded by the processes that read alone: here their bytes are enough.
    here = (package_version(), rules_version(batch.method.rules or default_rules_dir()))
    if here != batch.versions:
        raise ClusterError(
            f"a worker has congvan {here[0]} with rules {here[1]}, this run has "
            f"{batch.versions[0]} with {batch.versions[1]}; install the same on every worker"
        )

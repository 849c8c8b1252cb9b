"""Runs inputs in batches on a Dask cluster; the rows come back as parts that workers wrote.

What a worker was reading when it was lost is read once more by another.  A batch has no effect but
its part, and whoever comes to a batch whose part is there takes that: what a worker finished is not
lost with it, told or not.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from pipeline.engine.batch import (
    Batch,
    ClusterError,
    end_crews,
    look_at_batch,
    read_batch,
)
from pipeline.engine.discover import Input
from pipeline.engine.look import Looked
from pipeline.engine.part import PartError, read_part
from pipeline.engine.pool import Done
from pipeline.engine.result import Result
from pipeline.engine.work import Method, Task
from pipeline.errors import MissingExtraError
from pipeline.remote import Place

if TYPE_CHECKING:
    from distributed import Client, Future

T = TypeVar("T")

BATCH_FILES = 64
BATCH_BYTES = 64_000_000
"""A batch ends with the input that reaches either: it is what a lost worker costs once more."""
LOOKED_AT_ONCE = 256
_SHARES = 4  # batches a thread has at least, where there are enough inputs: no thread waits long
_AHEAD = 3  # batches a thread that the scheduler knows of: it never waits, and memory stays flat
_QUIET = {
    "distributed.worker.profile.enabled": False,
    "distributed.admin.tick.interval": "1s",
    "distributed.admin.system-monitor.interval": "5s",
}
"""What Dask looks at all the time for its pages of statistics: 4 % of a core a worker, busy or not.

Where a machine is crowded a run takes longer and pays this for longer, as if reading cost more.
"""
_PATIENCE = 60.0  # seconds that a cluster has to answer and to have a worker

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Cluster:
    """A cluster that answers; ``run`` names what this run leaves on it."""

    client: Client
    run: str

    @property
    def threads(self) -> int:
        """Threads of all workers as of now, each of which reads with one process."""
        return max(1, int(sum(self.client.nthreads().values())))

    def look_at(self, inputs: Sequence[Input], max_bytes: int) -> Mapping[str, Looked | OSError]:
        """Sizes and hashes of the inputs, by URI."""
        each = min(LOOKED_AT_ONCE, _share(len(inputs), self.threads))
        groups = [inputs[start : start + each] for start in range(0, len(inputs), each)]
        calls = [([_whole(found.path) for found in group], max_bytes) for group in groups]
        looked: dict[str, Looked | OSError] = {}
        for number, result in self._map(look_at_batch, calls):
            if isinstance(result, BaseException):
                raise result
            looked.update(zip((found.uri for found in groups[number]), result, strict=True))
        return looked

    def read(
        self, method: Method, versions: tuple[str, str], tasks: Sequence[Task], parts: Place
    ) -> Iterator[Done[Task, Result]]:
        """Read the inputs; results come as batches are ready, in any order.

        :param versions: of the code and of the rules
        :param parts: a folder that every worker can write to and this process can read
        :raises ClusterError: if the cluster goes away, or a worker has other versions
        :raises OSError: if a worker cannot write its part
        """
        from distributed import KilledWorker

        rules = None if method.rules is None else method.rules.resolve()
        whole = replace(method, rules=rules)
        folder = _whole(parts)
        batches = [
            Batch(self.run, number, whole, versions, tuple(group), folder)
            for number, group in enumerate(_batches(tasks, self.threads))
        ]
        for number, result in self._map(read_batch, [(batch,) for batch in batches]):
            batch = batches[number]
            if isinstance(result, KilledWorker):
                log.warning("%s inputs ended every worker that read them", len(batch.tasks))
                yield from (Done(task, None, "crash") for task in batch.tasks)
            elif isinstance(result, BaseException):
                raise result
            else:
                yield from _told(batch)

    def _map(self, call: Any, arguments: Sequence[tuple[Any, ...]]) -> Iterator[tuple[int, Any]]:
        """The number of each call and its result or error, as they come."""
        from distributed import as_completed
        from distributed.client import FutureCancelledError

        numbers: dict[str, int] = {}

        def submit(number: int) -> Future:
            key = f"congvan-{call.__name__}-{self.run}-{number}"
            numbers[key] = number
            return self.client.submit(call, *arguments[number], key=key, pure=False)

        waiting = iter(range(len(arguments)))
        if not arguments:
            return
        first = [submit(number) for number in islice(waiting, _AHEAD * self.threads)]
        under_way = as_completed(first, loop=self.client.loop)
        for future in under_way:
            try:
                result = future.result() if future.status == "finished" else future.exception()
            except FutureCancelledError as error:
                raise ClusterError(f"the cluster went away in the middle: {error}") from error
            number = numbers.pop(future.key)
            future.release()  # before the result is used: else its worker's end would ask for it
            yield number, result
            for following in islice(waiting, 1):
                under_way.add(submit(following))


@contextmanager
def opened(scheduler: str | None, jobs: int) -> Iterator[Cluster]:
    """Connect to a cluster, or start one in this process; it is left or ended again.

    :param scheduler: the address of a Dask scheduler (`tcp://host:8786`); None for one of our own
    :param jobs: threads of a cluster of our own, each of which reads with one process
    :raises MissingExtraError: without Dask
    :raises ClusterError: if the scheduler does not answer or has no worker
    """
    try:
        import dask
        from distributed import Client, LocalCluster
    except ImportError as error:
        raise MissingExtraError("--engine dask", "dask", str(error)) from error
    if not log.isEnabledFor(logging.DEBUG):
        logging.getLogger("distributed").setLevel(logging.WARNING)  # it tells of every connection
    own = None
    if scheduler is None:
        # Documents are read in processes anyway: the workers that look after them can be threads.
        with dask.config.set(_QUIET):
            own = LocalCluster(
                n_workers=1, threads_per_worker=jobs, processes=False,
                dashboard_address="127.0.0.1:0", worker_dashboard_address="127.0.0.1:0",
            )  # fmt: skip
    try:
        client = _connected(Client, own if scheduler is None else scheduler)
        run = secrets.token_hex(8)
        try:
            yield Cluster(client, run)
        finally:
            if client.status == "running":
                _end_crews(client, run)
            client.close()
    finally:
        if own is not None:
            own.close()


def _end_crews(client: Client, run: str) -> None:
    """End what the run left on the workers; a cluster that has gone since costs no rows."""
    try:
        client.run(end_crews, run, on_error="ignore")
    except OSError as error:
        log.warning("processes that read may go on until their workers end: %s", error)


def _connected(make: type[Client], scheduler: Any) -> Client:
    try:
        try:
            client = make(scheduler, timeout=_PATIENCE, set_as_default=False)
        except AssertionError:
            # its loop has ten seconds to begin, which a machine with too much to do does not keep
            client = make(scheduler, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        advice = "start one with `dask scheduler`, and give the address that it prints"
        raise ClusterError(f"{scheduler}: no scheduler answers ({error}); {advice}") from error
    try:
        client.wait_for_workers(1, timeout=_PATIENCE)
    except TimeoutError as error:
        client.close()
        raise ClusterError(
            f"{scheduler}: the scheduler has no worker; start some with `dask worker ADDRESS`"
        ) from error
    return client


def _told(batch: Batch) -> Iterator[Done[Task, Result]]:
    """How the inputs of a batch went, by its part, which is not needed any more then."""
    try:
        done = read_part(batch.part, batch.tasks)
    except PartError as error:
        raise ClusterError(
            f"a part that a worker wrote cannot be read here ({error}); give an --out that all "
            "machines share, or an object store"
        ) from error
    yield from done
    if isinstance(batch.part, Path):
        batch.part.unlink()


def _batches(tasks: Sequence[Task], threads: int) -> Iterator[list[Task]]:
    most = min(BATCH_FILES, _share(len(tasks), threads))
    batch: list[Task] = []
    size = 0
    for task in tasks:
        batch.append(replace(task, path=_whole(task.path)))
        size += task.size_bytes
        if len(batch) >= most or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _share(count: int, threads: int) -> int:
    return max(1, -(-count // (threads * _SHARES)))


def _whole(path: Place) -> Place:
    """The path as it is on another machine too, whose working folder is not ours."""
    return path.absolute() if isinstance(path, Path) else path

"""The run: discover, plan, read what is new, write the archive, sum up."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from functools import partial
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pipeline.engine.accounts import run_row, sum_up
from pipeline.engine.assemble import TAKEN_OVER, commit, write_run
from pipeline.engine.discover import Discovery, Input, discover
from pipeline.engine.known_hashes import HASHES, KnownHashes
from pipeline.engine.limits import LIMITS, Limits, words_of
from pipeline.engine.look import Looked
from pipeline.engine.outcome import Outcome
from pipeline.engine.plan import Content, Plan, chosen, make_plan
from pipeline.engine.pool import Crew, Done, run_in_processes
from pipeline.engine.reading_cache import (
    CACHE,
    DEFAULT_LIMIT,
    ReadingCache,
    Trimmer,
    trim_cache,
)
from pipeline.engine.result import Result
from pipeline.engine.standing import (
    NOTHING,
    Holdings,
    Standing,
    decide,
    given_up,
    holdings,
    mirrored,
    replaced,
)
from pipeline.engine.summary import RunSummary
from pipeline.engine.version import code_version, package_version, reader_version
from pipeline.engine.work import Method, Process, Task, failed, prepare, read_input, without
from pipeline.engine.worker import HereTeller, PageNews
from pipeline.errors import ArchiveError, remedy
from pipeline.remote import Place, Remote, place
from pipeline.rulebook import load_rulebook
from pipeline.store import open_output
from pipeline.store.current import snapshot
from pipeline.store.folder import STAGING
from pipeline.store.lock import locked
from pipeline.store.parts import count_rows
from pipeline.store.spool import Spool
from pipeline.store.write import begin

if TYPE_CHECKING:
    from pipeline.engine.cluster import Cluster
    from pipeline.store.elsewhere import Elsewhere

MAX_BYTES = 500_000_000
Engine = Literal["local", "dask"]
Progress = Callable[[int, int, str], None]


def run(
    sources: Path | str | Remote | Iterable[Path | str | Remote],
    out: Path | str | Remote,
    rules: Path | str | None = None,
    *,
    jobs: int = 1,
    isolate: bool = False,
    max_bytes: int = MAX_BYTES,
    process: Process | None = None,
    command: str = "run",
    progress: Progress | None = None,
    on_page: PageNews | None = None,
    cache_bytes: int = DEFAULT_LIMIT,
    limits: Limits = LIMITS,
    retry_failed: bool = False,
    prune: bool = True,
    wait: bool = False,
    engine: Engine = "local",
    scheduler: str | None = None,
    rehash: bool = False,
    stop: Callable[[], bool] | None = None,
) -> RunSummary:
    """Read every dispatch under the sources into the archive ``out``.

    Inputs whose bytes, rules and code have not changed since they were last read are kept.  Every
    input ends as a document or as rows of `failures`.  The tables do not depend on ``jobs`` and
    ``engine``.

    :param sources, out: paths, or URLs of what fsspec opens (`s3://bucket/folder`)
    :param rules: a rules folder; None for the shipped one
    :param jobs: processes that read; with one (and not ``isolate``) all is done in this process
    :param isolate: read in other processes even with one job, so that a crash of a reader costs
        its document and not the run
    :param max_bytes: larger files fail as `too_large`
    :param process: what turns bytes into rows; None for :func:`pipeline.document.process`
    :param command: what to say in the table `runs`
    :param progress: called with (0, total, ""), then (done, total, URI) as inputs are finished
    :param on_page: called with (URI, page, pages) as scanned pages are recognised
    :param cache_bytes: room for what was read, which a later run with other rules need not read
        again; 0 keeps nothing
    :param limits: what a document may cost; those of time and memory hold in other processes only.
        One that costs more fails as `timeout` or `memory`, and is not read again but with
        ``retry_failed``
    :param retry_failed: take up those inputs alone that failed as `timeout`, `memory` or `crash`,
        and leave all else in the archive as it is
    :param prune: the rows of files that are gone from the sources leave; else they stay
    :param wait: wait where another run writes to ``out``, instead of refusing
    :param engine: `dask` reads on a Dask cluster, of which every worker has this code, the rules,
        and the sources and ``out`` under the same paths
    :param scheduler: address of its scheduler; None for a cluster in this process with ``jobs``
        threads
    :param rehash: hash every input, also those of which the system says that nobody has touched
        them since they were hashed last (see pipeline.engine.known_hashes)
    :param stop: asked all the time; once it is true, documents under way are dropped, and the
        archive is written as if the run had been given those alone that were read.  It goes
        together with ``prune`` false and ``engine`` local.
    :raises ReadError: if a source does not exist
    :raises ArchiveError: if ``out`` holds something else, or a source, or another run writes to it
    :raises RulesError: if the rules do not load
    :raises ClusterError: if the cluster does not answer, or has another version of the code
    :raises MissingExtraError: if Dask, or what opens a URL, is not installed
    """
    given = [sources] if isinstance(sources, Path | str | Remote) else sources
    roots = [place(source) for source in given]
    target = place(out)
    asked = _Asked(
        rules=None if rules is None else Path(rules), jobs=jobs, isolate=isolate,
        max_bytes=max_bytes, process=process, command=command, progress=progress, on_page=on_page,
        cache_bytes=cache_bytes, limits=limits, retry_failed=retry_failed, prune=prune, wait=wait,
        engine=engine, scheduler=scheduler, rehash=rehash, stop=stop,
    )  # fmt: skip
    here = partial(_run, roots, target, asked)
    if isinstance(target, Path):
        return here(target, target / STAGING / "parts", None)
    from pipeline.store.remote_archive import working_copy

    with working_copy(target, TAKEN_OVER, HASHES, wait=wait, stop=stop) as copy:
        summary = here(copy.folder, copy.parts, copy.elsewhere)
        copy.publish()
    return replace(summary, out=target)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What :func:`run` was asked for, each under the name of its parameter."""

    rules: Path | None
    jobs: int
    isolate: bool
    max_bytes: int
    process: Process | None
    command: str
    progress: Progress | None
    on_page: PageNews | None
    cache_bytes: int
    limits: Limits
    retry_failed: bool
    prune: bool
    wait: bool
    engine: Engine
    scheduler: str | None
    rehash: bool
    stop: Callable[[], bool] | None


def _run(
    roots: Sequence[Place],
    named: Place,
    asked: _Asked,
    target: Path,
    parts: Place,
    elsewhere: Elsewhere | None,
) -> RunSummary:
    """The run into a local folder.

    :param named: the archive as the user named it
    :param target: the archive, or a working copy of it
    :param parts: where workers of a cluster put rows
    :param elsewhere: what a working copy lacks
    """
    started, clock = dt.datetime.now(dt.UTC), time.monotonic()
    book = load_rulebook(asked.rules)
    found = discover(roots, named)
    if not found.inputs:
        # A source that is empty today (a drive not mounted) takes nothing out of the archive.
        return sum_up(target, found, Plan((), ()), NOTHING, (), 0.0, book.version)
    _open(target)
    with locked(target, wait=asked.wait, stop=asked.stop), ExitStack() as stack:
        if asked.wait:  # the other run may have taken hours
            found = discover(roots, named)
            if not found.inputs:
                return sum_up(target, found, Plan((), ()), NOTHING, (), 0.0, book.version)
        cluster = None
        if asked.engine == "dask":
            from pipeline.engine.cluster import opened

            cluster = stack.enter_context(opened(asked.scheduler, asked.jobs))
        versions = (code_version(), book.version)
        held = holdings(snapshot(target))
        again = given_up(held) if asked.retry_failed else frozenset()
        # Workers of a cluster stand in other folders; a working copy is gone with what it keeps.
        cache = ReadingCache(target.absolute() / CACHE, reader_version())
        kept = cache if asked.cache_bytes and target == named else None
        method = Method(asked.rules, asked.process, kept, asked.limits)
        workers = asked.jobs if asked.jobs > 1 or asked.isolate else 0
        crew = Crew[Task, Result]()
        stack.callback(crew.end)
        known = held.current(versions) - again
        hashes = KnownHashes(target / HASHES, known, forget=asked.rehash)
        if cluster is None and not held.current(versions):
            # All is to be read: the processes prepare while this one hashes what there is.
            _near_begins(crew, method, min(workers, len(found.inputs)))
        look = _looked(cluster, hashes, found, asked.max_bytes)
        plan = make_plan(found.inputs, asked.max_bytes, look)
        hashes.save()
        if asked.retry_failed:
            found, plan = _only(found, plan, again)
            if not plan.contents:
                return sum_up(target, found, plan, NOTHING, (), 0.0, book.version)
            standing = decide(held, plan, lambda _: False, versions, again)
        else:
            goes = mirrored(roots, found.inputs) if asked.prune else replaced(found.inputs)
            standing = decide(held, plan, goes, versions)
        draft = begin(target, elsewhere)
        with closing(Spool(target / STAGING / "rows")) as spool:
            done: Callable[[Sequence[Task]], Iterable[Done[Task, Result]]]
            if cluster is not None:
                alike = (package_version(), book.version)
                done = partial(_far, cluster, method, alike, parts)
            else:
                done = partial(_near, method, workers, crew, asked.on_page, asked.stop)
            trimmer = Trimmer(cache, asked.cache_bytes)
            outcomes = []
            for outcome in _read(plan, standing, held, method, done, spool, asked.progress):
                outcomes.append(outcome)
                trimmer.look()
            crew.end()
            if asked.stop is not None and asked.stop():
                found, plan = _only(found, plan, {o.content.task.sha256 for o in outcomes})
                standing = decide(held, plan, replaced(found.inputs), versions)
                if not outcomes:
                    return sum_up(target, found, plan, NOTHING, (), 0.0, book.version)
            trim_cache(cache.folder, asked.cache_bytes, cache.version)
            number = count_rows(draft.base, "runs") + 1
            kind = "dask" if cluster is not None else "pool" if workers else "serial"
            row = run_row(number, started, asked.command, kind, plan, outcomes, book.version)
            write_run(draft, row)
            commit(draft, plan, held, standing, outcomes, spool, versions)
        seconds = time.monotonic() - clock
        return sum_up(target, found, plan, standing, outcomes, seconds, book.version)


def _only(found: Discovery, plan: Plan, contents: Collection[str]) -> tuple[Discovery, Plan]:
    """Of what was found and planned these contents alone, by their hashes."""
    plan = chosen(plan, contents)
    return found.only(uri for content in plan.contents for uri in content.uris), plan


def _open(out: Path) -> None:
    try:
        open_output(out)
    except OSError as error:
        raise ArchiveError(
            out, f"cannot be written to: {error.strerror or error}; {remedy(error)}"
        ) from error


def _looked(
    cluster: Cluster | None, hashes: KnownHashes, found: Discovery, max_bytes: int
) -> Callable[[Input], Looked]:
    """How an input is looked at: by this process, or where it is not known by a cluster."""
    if cluster is None:
        return lambda one: hashes.look(one.path, max_bytes, one.listed)
    looked: dict[str, Looked | OSError] = {}
    unknown = []
    for one in found.inputs:
        known = hashes.find(one.path, max_bytes, one.listed)
        if known is None:
            unknown.append(one)
        else:
            looked[one.uri] = known
    looked |= cluster.look_at(unknown, max_bytes)

    def of(one: Input) -> Looked:
        said = looked[one.uri]
        if isinstance(said, OSError):
            raise said
        hashes.note(one.path, said)
        return said

    return of


def _near_begins(crew: Crew[Task, Result], method: Method, workers: int) -> None:
    """Start processes that read on this machine before it is known what."""
    crew.begin(partial(prepare, method), partial(read_input, method), workers, method.limits)


def _near(
    method: Method,
    workers: int,
    crew: Crew[Task, Result],
    on_page: PageNews | None,
    stop: Callable[[], bool] | None,
    tasks: Sequence[Task],
) -> Iterable[Done[Task, Result]]:
    """Read on this machine.

    :param workers: processes that read; 0 for this one
    """
    work = partial(read_input, method)
    if workers:
        ready = partial(prepare, method)
        # A long scan that is begun last would keep one process busy while the others are idle.
        ordered = sorted(tasks, key=lambda task: -task.size_bytes)
        return run_in_processes(
            ready, work, ordered, workers, method.limits, on_page, without, crew, stop
        )
    going = tasks if stop is None else takewhile(lambda _: not stop(), tasks)
    return (Done(task, work(task, HereTeller(on_page))) for task in going)


def _far(
    cluster: Cluster,
    method: Method,
    versions: tuple[str, str],
    parts: Place,
    tasks: Sequence[Task],
) -> Iterable[Done[Task, Result]]:
    """Read on the machines of a cluster."""
    return cluster.read(method, versions, tasks, parts)


def _read(
    plan: Plan,
    standing: Standing,
    held: Holdings,
    method: Method,
    done: Callable[[Sequence[Task]], Iterable[Done[Task, Result]]],
    spool: Spool,
    progress: Progress | None,
) -> Iterator[Outcome]:
    """Every content of the plan once: those taken over first, the others as they are read.

    :param done: reads tasks, in any order
    :param spool: where rows of documents go
    """
    fresh: dict[str, Content] = {}
    for content in plan.contents:
        sha256 = content.task.sha256
        if sha256 in standing.keep:
            yield Outcome(content, held.ledger[sha256].status, is_fresh=False)
        else:
            fresh[sha256] = content
    tasks = [content.task for content in fresh.values()]
    if progress is not None:
        progress(0, len(tasks), "")
    for count, finished in enumerate(done(tasks), 1):
        task = finished.job
        result = finished.result
        if result is None:
            death = finished.death or "crash"
            result = failed(task, death, words_of(death, method.limits))
        spool.add(result.chunks)
        if progress is not None:
            progress(count, len(tasks), task.uri)
        content = fresh[task.sha256]
        yield Outcome(content, result.status, True, result.pages, result.failures)

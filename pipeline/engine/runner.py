"""The run: discover, plan, read what is new, write the archive, sum up."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

from pipeline.engine.accounts import run_row, sum_up
from pipeline.engine.assemble import new_ledger, write_names, write_run, write_tables
from pipeline.engine.discover import discover
from pipeline.engine.limits import LIMITS, Limits, words_of
from pipeline.engine.outcome import Outcome
from pipeline.engine.plan import Content, Plan, chosen, make_plan
from pipeline.engine.pool import Done, run_in_processes
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
from pipeline.engine.version import code_version, reader_version
from pipeline.engine.work import Method, Process, Task, failed, prepare, read_input, without
from pipeline.engine.worker import HereTeller, PageNews
from pipeline.errors import ArchiveError
from pipeline.rulebook import load_rulebook
from pipeline.store import open_output
from pipeline.store.folder import STAGING, snapshot
from pipeline.store.lock import locked
from pipeline.store.parts import count_rows
from pipeline.store.spool import Spool
from pipeline.store.write import begin

MAX_BYTES = 500_000_000
Progress = Callable[[int, int, str], None]


def run(
    sources: Path | str | Iterable[Path | str],
    out: Path | str,
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
) -> RunSummary:
    """Read every dispatch under the sources into the archive ``out``.

    Inputs whose bytes, rules and code have not changed since they were last read are kept.  Every
    input ends as a document or as rows of `failures`.  The tables do not depend on ``jobs``.

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
    :raises ReadError: if a source does not exist
    :raises ArchiveError: if ``out`` holds something else, or a source, or another run writes to it
    :raises RulesError: if the rules do not load
    """
    started, clock = dt.datetime.now(dt.UTC), time.monotonic()
    roots = [Path(s) for s in ([sources] if isinstance(sources, Path | str) else sources)]
    target = Path(out)
    book = load_rulebook(None if rules is None else Path(rules))
    found = discover(roots, target)
    if not found.inputs:
        # A source that is empty today (a drive not mounted) takes nothing out of the archive.
        return sum_up(target, found, Plan((), ()), NOTHING, (), 0.0, book.version)
    _open(target)
    with locked(target, wait=wait):
        if wait:  # the other run may have taken hours
            found = discover(roots, target)
            if not found.inputs:
                return sum_up(target, found, Plan((), ()), NOTHING, (), 0.0, book.version)
        plan = make_plan(found.inputs, max_bytes)
        versions = (code_version(), book.version)
        held = holdings(snapshot(target))
        if retry_failed:
            again = given_up(held)
            plan = chosen(plan, again)
            found = found.only(uri for content in plan.contents for uri in content.uris)
            if not plan.contents:
                return sum_up(target, found, plan, NOTHING, (), 0.0, book.version)
            standing = decide(held, plan, lambda _: False, versions, again)
        else:
            goes = mirrored(roots) if prune else replaced(found.inputs)
            standing = decide(held, plan, goes, versions)
        draft = begin(target)
        cache = ReadingCache(target / CACHE, reader_version())
        kept = cache if cache_bytes else None
        method = Method(None if rules is None else Path(rules), process, kept, limits)
        workers = jobs if jobs > 1 or isolate else 0
        with closing(Spool(target / STAGING / "rows")) as spool:
            read = _read(plan, standing, held, method, workers, spool, progress, on_page)
            trimmer = Trimmer(cache, cache_bytes)
            outcomes = []
            for outcome in read:
                outcomes.append(outcome)
                trimmer.look()
            trim_cache(cache.folder, cache_bytes, cache.version)
            number = count_rows(draft.base, "runs") + 1
            engine = "pool" if workers else "serial"
            row = run_row(number, started, command, engine, plan, outcomes, book.version)
            write_run(draft, row)
            if not standing.keeps_all(held) or any(outcome.is_fresh for outcome in outcomes):
                write_tables(draft, plan, standing, outcomes, spool)
                draft.commit(new_ledger(held, standing, outcomes, versions))
            elif standing.covers(held, plan.refused):  # the log of runs alone is new
                draft.commit(None)
            else:
                write_names(draft, plan, standing, outcomes)
                draft.commit(new_ledger(held, standing, outcomes, versions))
        seconds = time.monotonic() - clock
        return sum_up(target, found, plan, standing, outcomes, seconds, book.version)


def _open(out: Path) -> None:
    try:
        open_output(out)
    except OSError as error:
        raise ArchiveError(
            out, f"cannot be written to: {error.strerror}; check its rights"
        ) from error


def _read(
    plan: Plan,
    standing: Standing,
    held: Holdings,
    method: Method,
    workers: int,
    spool: Spool,
    progress: Progress | None,
    on_page: PageNews | None,
) -> Iterator[Outcome]:
    """Every content of the plan once: those taken over first, the others as they are read.

    :param workers: processes that read; 0 for this one
    :param spool: where rows of documents go
    """
    fresh: dict[str, Content] = {}
    for content in plan.contents:
        sha256 = content.task.sha256
        if sha256 in standing.keep:
            yield Outcome(content, held.ledger[sha256].status, is_fresh=False)
        else:
            fresh[sha256] = content
    work = partial(read_input, method)
    tasks = [content.task for content in fresh.values()]
    if progress is not None:
        progress(0, len(tasks), "")
    done: Iterable[Done[Task, Result]]
    if workers:
        ready = partial(prepare, method)
        done = run_in_processes(ready, work, tasks, workers, method.limits, on_page, without)
    else:
        done = (Done(task, work(task, HereTeller(on_page))) for task in tasks)
    for count, finished in enumerate(done, 1):
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

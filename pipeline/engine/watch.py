"""Takes up files of folders as they come, when they have come to rest."""

from __future__ import annotations

import logging
import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import watchfiles

from pipeline.engine.discover import Input, discover
from pipeline.engine.runner import run
from pipeline.engine.summary import RunSummary
from pipeline.errors import ArchiveError, ReadError
from pipeline.remote import Place

SETTLE = 2.0
"""Seconds without a change of size or time after which a file is taken to be whole."""
SWEEP = 60.0
"""Seconds between two looks at everything, for changes that the system did not tell of."""
_TICK = 0.5
_AT_ONCE = 2_000  # files a commit at most: what a long backlog shows as it goes

# Names under which browsers, sync programs, editors and copy tools keep what is not whole yet.
_UNFINISHED = (
    ".part", ".partial", ".crdownload", ".download", ".filepart", ".tmp", ".temp", ".swp", "~",
)  # fmt: skip
_UNFINISHED_STARTS = ("~$", ".~", ".", "~wr")

log = logging.getLogger(__name__)

State = tuple[int, int]  # bytes, and time of the last change in nanoseconds


def is_unfinished(name: str) -> bool:
    """Whether a file name is one of those that programs give to what they have not finished."""
    plain = name.lower()
    return plain.endswith(_UNFINISHED) or plain.startswith(_UNFINISHED_STARTS)


@dataclass(slots=True)
class Arrivals:
    """The files of a folder that wait until they are at rest, and those that were taken up.

    :param settle: seconds without a change after which a file is at rest
    """

    settle: float
    _taken: dict[str, State] = field(default_factory=dict)
    _moving: dict[str, tuple[State, float]] = field(default_factory=dict)

    def at_rest(self, found: Iterable[Input], now: float) -> list[Input]:
        """The files to take up: new or changed, and the same at two looks far enough apart.

        :param now: seconds of a clock that never goes back
        """
        ready: list[Input] = []
        moving: dict[str, tuple[State, float]] = {}
        for one in found:
            state = _state(one)
            if state is None or is_unfinished(Path(one.uri).name):
                continue
            if self._taken.get(one.uri) == state:
                continue
            former, since = self._moving.get(one.uri, (state, now))
            if former != state:
                since = now
            if now - since >= self.settle:
                ready.append(one)
            moving[one.uri] = (state, since)
        self._moving = moving
        return ready

    def take(self, taken: Iterable[Input]) -> None:
        """Remember files as they were when they were found to be at rest."""
        for one in taken:
            self._taken[one.uri] = self._moving.pop(one.uri)[0]

    def put_back(self, taken: Iterable[Input], now: float) -> None:
        """Forget that files were taken up: those that are still there come to rest anew."""
        for one in taken:
            self._moving[one.uri] = (self._taken.pop(one.uri), now)

    @property
    def waits(self) -> bool:
        """Whether a file is there that is not at rest yet."""
        return bool(self._moving)


def watch(
    folders: Sequence[Path],
    out: Place,
    rules: Path | None = None,
    *,
    jobs: int = 1,
    settle: float = SETTLE,
    command: str = "watch",
    stopped: threading.Event,
    progress: Callable[[int, int, str], None] | None = None,
    on_page: Callable[[str, int, int], None] | None = None,
) -> Iterator[RunSummary]:
    """Read files as they come to folders; yields what was done after each commit.

    What is there at the start is taken up first; files that the archive holds unchanged cost a
    look.  Rows of files that are gone stay: `congvan run` on the folder removes them.

    :param settle: seconds without a change after which a file is taken to be whole
    :param stopped: set by another thread or a signal to end; documents under way are dropped, what
        was read by then is written
    :raises ReadError: if a folder does not exist
    :raises ArchiveError: as of :func:`pipeline.engine.run`
    """
    for folder in folders:
        if not folder.is_dir():
            raise ReadError(str(folder), "unsupported", "no such folder; check the path")
    arrivals = Arrivals(settle)
    inside = out.resolve() if isinstance(out, Path) else None
    changes = watchfiles.watch(
        *(folder.resolve() for folder in folders),
        watch_filter=lambda _, path: inside is None or not Path(path).is_relative_to(inside),
        stop_event=stopped,
        rust_timeout=int(_TICK * 1000),
        debounce=int(_TICK * 1000),
        yield_on_timeout=True,
        raise_interrupt=False,
    )
    last = -SWEEP
    while not stopped.is_set():
        now = time.monotonic()
        told = next(changes, None)
        if told or arrivals.waits or now - last >= SWEEP:
            last = now
            ready = arrivals.at_rest(discover(folders, out).inputs, time.monotonic())
            for start in range(0, len(ready), _AT_ONCE):
                if stopped.is_set():
                    return
                group = ready[start : start + _AT_ONCE]
                arrivals.take(group)
                try:
                    summary = run(
                        [one.path for one in group], out, rules, jobs=jobs, isolate=True,
                        command=command, progress=progress, on_page=on_page, prune=False,
                        wait=True, stop=stopped.is_set,
                    )  # fmt: skip
                except ReadError as error:  # a file has gone since
                    log.debug("looking again: %s", error)
                    arrivals.put_back(group, time.monotonic())
                    break
                except ArchiveError:
                    if stopped.is_set():  # while another run was writing
                        return
                    raise
                yield summary


def _state(one: Input) -> State | None:
    """Size and time of a file; None for one that has just gone."""
    try:
        status = os.stat(str(one.path))
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns

"""The life of a process that reads: a job comes, word of its progress and its result go."""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from multiprocessing import parent_process
from multiprocessing.connection import Connection, wait
from typing import Any, Protocol, TypeVar

from pipeline.engine.collector import collect_seldom
from pipeline.engine.lean import leave_out_pandas

J = TypeVar("J")
R = TypeVar("R")


class Teller(Protocol):
    """Whom a reader tells of its progress; each word gives the job more time."""

    def page(self, uri: str, page: int, pages: int) -> None:
        """A page of a scan, from 1, is recognised."""

    def document(self, member: str | None) -> None:
        """A document begins: this member of an archive or mail; None where one has ended."""


PageNews = Callable[[str, int, int], None]
"""Called with the URI, the page just recognised (from 1) and the number of pages."""
Work = Callable[[J, Teller], R]
Prepare = Callable[[], object]

READY, PAGE, DOCUMENT, DONE, RAISED = "ready", "page", "document", "done", "raised"
"""What a message begins with; behind it stand its values."""


@dataclass(frozen=True, slots=True)
class HereTeller:
    """For a run that reads in its own process, where no limit of time is kept."""

    on_page: PageNews | None

    def page(self, uri: str, page: int, pages: int) -> None:
        if self.on_page is not None:
            self.on_page(uri, page, pages)

    def document(self, member: str | None) -> None:
        """Nobody waits for it."""


class _PipeTeller:
    def __init__(self, pipe: Connection[Any, Any]):
        self._pipe = pipe

    def page(self, uri: str, page: int, pages: int) -> None:
        self._pipe.send((PAGE, uri, page, pages))

    def document(self, member: str | None) -> None:
        self._pipe.send((DOCUMENT, member))


def live(pipe: Connection[Any, Any], prepare: Prepare, work: Work[Any, Any]) -> None:
    """The whole life of a process: :func:`serve`, and an end without delay.

    To take Python down in good order takes a quarter of a second, in which the run would wait:
    what was done is sent, and nothing else is worth it.
    """
    serve(pipe, prepare, work)
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):  # closed, or there is none
            stream.flush()
    os._exit(0)


def serve(pipe: Connection[Any, Any], prepare: Prepare, work: Work[Any, Any]) -> None:
    """Do the jobs that come through the pipe until it is closed.

    An exception of ``prepare`` or ``work`` is sent, and the process goes on.
    """
    collect_seldom()
    leave_out_pandas()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the run, which ends its workers
    threading.Thread(target=_end_with_parent, daemon=True).start()
    teller = _PipeTeller(pipe)
    with suppress(EOFError, OSError):  # the run closed the pipe, or is gone
        pipe.send(_outcome(READY, prepare))
        while True:
            job = pipe.recv()
            pipe.send(_outcome(DONE, partial(work, job, teller)))


def _outcome(kind: str, call: Callable[[], Any]) -> tuple[str, Any]:
    try:
        return kind, call()
    except Exception as error:
        return RAISED, _portable(error)


def _portable(error: Exception) -> Exception:
    """The error itself, or its words where it does not survive the way between processes."""
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:  # whatever its own code does
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error


def _end_with_parent() -> None:
    """A run that was killed outright leaves no process behind that goes on reading."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)

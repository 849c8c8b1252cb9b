"""Starts processes that Ctrl-C does not reach: the run that started them is told, and ends them."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import resource_tracker


@contextmanager
def undisturbed() -> Iterator[None]:
    """Inside of it processes are started and taken into care; SIGINT acts when that is done.

    They inherit the blocked signal.  It may still come to this process, through another thread, and
    Python would raise it here in the middle of a start: the new process would find half of what it
    is told and say so, and nobody would hold it to end it.
    """
    before = signal.getsignal(signal.SIGINT)
    came: list[int] = []
    # Handlers run in the main thread alone, and one that Python did not set cannot be put back.
    is_told = threading.current_thread() is threading.main_thread() and before is not None
    if is_told:
        signal.signal(signal.SIGINT, lambda number, _: came.append(number))
    try:
        if sys.platform == "win32":
            yield
        else:
            resource_tracker.ensure_running()  # the first start would begin it, and unblock
            mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
            try:
                yield
            finally:
                signal.pthread_sigmask(signal.SIG_SETMASK, mask)
    finally:
        if is_told:
            signal.signal(signal.SIGINT, before)
        if came:
            signal.raise_signal(signal.SIGINT)

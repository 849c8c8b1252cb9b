"""One writer an archive at a time, where the archive lies on an object store.

The system lets go of a file's lock when its process ends; an object stays.  So the holder writes
anew every few seconds, and one that has not done so for a while is taken to be dead.  Others
measure that while by their own clocks: those of two machines need not agree.

A lock is a numbered object that only one writer can create, and the highest number holds: who
takes over from a dead holder creates the next, and so do not two at once.
"""

from __future__ import annotations

import json
import logging
import os
import secrets
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from pipeline.errors import ArchiveError
from pipeline.remote import Remote

LOCKS = "locks"
BEAT = 3.0
"""Seconds after which the holder writes anew."""
DEAD = 30.0
"""Seconds without a word after which a holder is taken to be dead."""
_LOOK = 0.2

log = logging.getLogger(__name__)


class Lease:
    """The right to write an archive, which is renewed as long as this process lives."""

    def __init__(self, out: Remote, number: int, token: str):
        self._out = out
        self._object = out / LOCKS / _name(number)
        self._number = number
        self._token = token
        self._beats = 0
        self._ended = threading.Event()
        self._lost: str | None = None
        self._thread = threading.Thread(target=self._renew, daemon=True)
        self._thread.start()

    def check(self) -> None:
        """Make sure that the right is still held.

        :raises ArchiveError: if another run took this one for dead
        """
        self._look()
        if self._lost is not None:
            raise ArchiveError(self._out, f"{self._lost}; nothing was written, run again")

    def end(self) -> None:
        """Let go: the next writer need not wait."""
        self._ended.set()
        self._thread.join()
        if self._lost is None:
            try:
                self._object.remove()
            except OSError as error:  # it will be taken for dead a little later
                log.warning("%s: the lock could not be removed: %s", self._object, error)

    def _renew(self) -> None:
        while self._lost is None and not self._ended.wait(BEAT):
            try:
                self._look()
                if self._lost is None:
                    self._beats += 1
                    self._object.write_bytes(_content(self._token, self._beats))
            except OSError as error:  # the next beat may go through
                log.warning("%s: the lock could not be renewed: %s", self._object, error)

    def _look(self) -> None:
        numbers = _numbers(self._out)
        if self._number not in numbers or numbers[-1] != self._number:
            self._lost = "another run took over, for this one had not been heard of"


@contextmanager
def leased(
    out: Remote, *, wait: bool = False, stop: Callable[[], bool] | None = None
) -> Iterator[Lease]:
    """Hold an archive for writing, and let go at the end.

    :param wait: wait for another writer instead of refusing
    :param stop: asked while waiting; once it is true, the wait ends as if there were none
    :raises ArchiveError: if another run writes to the archive, or the store cannot be written to
    """
    try:
        lease = _take(out, wait, stop)
    except OSError as error:
        message = f"cannot be written to: {error.strerror or error}; check its address and rights"
        raise ArchiveError(out, message) from error
    try:
        yield lease
    finally:
        lease.end()


def _take(out: Remote, wait: bool, stop: Callable[[], bool] | None) -> Lease:
    token = f"{socket.gethostname()} process {os.getpid()} {secrets.token_hex(8)}"
    seen: tuple[int, bytes] | None = None
    since = 0.0
    while True:
        numbers = _numbers(out)
        held = None
        if numbers:
            with suppress(FileNotFoundError):  # let go of since
                held = (numbers[-1], (out / LOCKS / _name(numbers[-1])).read_bytes())
        now = time.monotonic()
        if held is not None and (seen is None or held != seen):
            is_patient = wait and not (stop is not None and stop())
            if not is_patient and seen is not None and held[0] == seen[0]:
                raise ArchiveError(
                    out,
                    f"another run ({_holder(held[1])}) is writing this archive; "
                    "wait until it has ended, or run with --wait",
                )
            seen, since = held, now
        elif held is None or now - since > DEAD:
            number = 1 + (numbers[-1] if numbers else 0)
            if (out / LOCKS / _name(number)).create(_content(token, 0)):
                for older in numbers:
                    (out / LOCKS / _name(older)).remove()
                return Lease(out, number, token)
        time.sleep(_LOOK)


def _name(number: int) -> str:
    return f"{number:08}.json"


def _numbers(out: Remote) -> list[int]:
    names = (name.partition(".")[0] for name in (out / LOCKS).sizes())
    return sorted(int(name) for name in names if name.isdecimal())


def _content(token: str, beats: int) -> bytes:
    return json.dumps({"holder": token, "beats": beats}).encode()


def _holder(content: bytes) -> str:
    try:
        return " ".join(str(json.loads(content)["holder"]).split()[:-1])
    except (ValueError, KeyError, TypeError):
        return "unknown"

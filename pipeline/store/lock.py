"""One writer an archive at a time: a lock that ends with the process that holds it.

A run holds it, and so does whatever else writes back what it read (resolving, the audit): one that
came between would sweep away the version that another is writing, or write over it.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from pipeline.errors import ArchiveError, remedy

LOCK = ".lock"
_LOOK = 0.2  # seconds between two tries


@contextmanager
def locked(
    out: Path, *, wait: bool = False, stop: Callable[[], bool] | None = None
) -> Iterator[None]:
    """Hold the archive for writing.  The system lets go of it however the process ends.

    :param wait: wait for another writer instead of refusing
    :param stop: asked while waiting; once it is true, the wait ends as if there were none
    :raises ArchiveError: if another process writes to the archive, or it cannot be written: what
        the system refuses while the lock is held (a full disk) is raised so too
    """
    try:
        with _held(out, wait, stop):
            yield
    except OSError as error:
        what = f"cannot be written: {error.strerror or error}; {remedy(error)}"
        raise ArchiveError(out, f"{what}, and run again; the archive is as it was") from error


@contextmanager
def _held(out: Path, wait: bool, stop: Callable[[], bool] | None) -> Iterator[None]:
    with (out / LOCK).open("a+b") as file:
        while not (taken := _take(file)) and wait and not (stop is not None and stop()):
            time.sleep(_LOOK)
        if not taken:
            file.seek(0)
            process = file.read().decode("ascii", "replace").strip()
            raise ArchiveError(
                out,
                f"another run (process {process or 'unknown'}) is writing this archive; "
                "wait until it has ended, or run with --wait",
            )
        file.truncate(0)
        file.write(f"{os.getpid()}\n".encode())
        file.flush()
        yield


if sys.platform == "win32":
    import msvcrt

    _FAR = 1_000_000  # the byte that is locked: those before it can be read meanwhile

    def _take(file: IO[bytes]) -> bool:
        file.seek(_FAR)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _take(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

"""One writer an archive at a time: a lock that ends with the process that holds it.

A run holds it, and so does whatever else writes back what it read (resolving, the audit): one that
came between would sweep away the version that another is writing, or write over it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from pipeline.errors import ArchiveError

LOCK = ".lock"


@contextmanager
def locked(out: Path, *, wait: bool = False) -> Iterator[None]:
    """Hold the archive for writing.  The system lets go of it however the process ends.

    :param wait: wait for another writer instead of refusing
    :raises ArchiveError: if another process writes to the archive, or it cannot be written: what
        the system refuses while the lock is held (a full disk) is raised so too
    """
    try:
        with _held(out, wait):
            yield
    except OSError as error:
        what = f"cannot be written: {error.strerror or error}"
        raise ArchiveError(out, f"{what}; the archive is as it was, run again") from error


@contextmanager
def _held(out: Path, wait: bool) -> Iterator[None]:
    with (out / LOCK).open("a+b") as file:
        if not _take(file, wait):
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
    import time

    _FAR = 1_000_000  # the byte that is locked: those before it can be read meanwhile

    def _take(file: IO[bytes], wait: bool) -> bool:
        while True:
            file.seek(_FAR)
            try:
                msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            except OSError:
                if not wait:
                    return False
                time.sleep(0.5)
            else:
                return True

else:
    import fcntl

    def _take(file: IO[bytes], wait: bool) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            return False
        return True

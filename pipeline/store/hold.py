"""Keeps the version that a reader reads: whoever writes leaves it until the reader has ended.

The hold is a shared lock of the version's folder, so the system lets go of it however the reader
ends.  Where there are no such locks (Windows, some network drives) a version is there until the
second next run begins, as it is for readers that come through the links of the archive.

An object store has no locks that end with a process, and a reader has to need no right to write
there: its versions are held by nobody, and are there until the second next run begins.
"""

from __future__ import annotations

import os
import shutil
import sys
import weakref
from pathlib import Path

from pipeline.remote import Place, Remote
from pipeline.store.current import snapshot


class Hold:
    """A version of an archive that stays as long as this object, if the archive is a folder.

    :param out: the archive; the version is the one that is current now
    """

    def __init__(self, out: Place):
        self.root: Place = snapshot(out)
        while not self._take():
            now = snapshot(out)
            if now == self.root:  # nothing to hold: whoever reads will say what is missing
                break
            self.root = now

    def _take(self) -> bool:
        """Lock the folder; False if it is gone or going, for another is current by now."""
        if isinstance(self.root, Remote):
            return True
        handle = _opened(self.root)
        if handle is None:
            return False
        is_held = _lock(handle, is_shared=True) and self.root.exists()
        if is_held:
            weakref.finalize(self, os.close, handle)
        else:
            os.close(handle)
        return is_held


def remove_unheld(version: Path) -> None:
    """Remove a version, unless a reader holds it."""
    handle = _opened(version)
    try:
        if handle is None or _lock(handle, is_shared=False):
            shutil.rmtree(version, ignore_errors=True)
    finally:
        if handle is not None:
            os.close(handle)


def _opened(folder: Path) -> int | None:
    """A handle of a folder for its lock; None where it has none, or is not there."""
    if sys.platform == "win32":
        return None
    try:
        return os.open(folder, os.O_RDONLY)
    except OSError:
        return None


if sys.platform == "win32":

    def _lock(handle: int, *, is_shared: bool) -> bool:
        return True

else:
    import fcntl

    def _lock(handle: int, *, is_shared: bool) -> bool:
        """Lock a folder; False if others hold it.  A drive without locks holds nothing."""
        try:
            fcntl.flock(handle, (fcntl.LOCK_SH if is_shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True
        return True

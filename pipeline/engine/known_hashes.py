"""Remembers the hashes of files that rest: a run in which nothing is new need not read them all.

What a file holds is known by its content.  A hash found in an earlier run stands for it where the
system says that nobody has touched the file since: path, size, number (inode) and the times of the
last change of its content and of anything about it are the same to the last digit.  The last of
these times is set by the system at each change, and no program can set it back: a file that was
written over with the time of another, renamed into its place, or written in place is hashed again.

Two precautions, as git takes them.  A file that was changed less than :data:`RESTED` seconds before
it was hashed is not remembered: a change just behind would have the same time where the clock of
its file system is coarse, a clock of a file server may go a little after ours, and a program that
writes through memory is not seen at once.  And a file is opened for the question, which file
servers answer with what is true now, and which fails where the file may not be read any more.

What is remembered counts only for contents that the archive holds as they would be read now: a
file that has to be read is hashed again, so that a mistake here cannot last.  It is not used where
the system tells no time of change (Windows), and not for files of an object store.
"""

from __future__ import annotations

import logging
import os
import secrets
import time
from bisect import bisect_left
from collections.abc import Collection
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from pipeline.engine.look import Looked, look
from pipeline.remote import Place

HASHES = ".hashes"
"""The file of an archive that holds what is remembered; it can be deleted at any time."""
RESTED = 60.0
"""Seconds since the last change after which a file's time of change is worth something."""
MOST_A_FILE = 4
"""Records for each content of the archive and each file of a run, beyond which those that were not
used in it go."""

_MARK = b"congvan hashes 1\n"
_KEY = 16
_RECORD = _KEY + 32  # the key, and the SHA-256 of the content
_NANOSECONDS = 1_000_000_000

log = logging.getLogger(__name__)


class KnownHashes:
    """The hashes of files by all that the system says of them.

    :param path: where they are kept; None remembers nothing
    :param trusted: hashes (hexadecimal) that may stand for a file without reading it
    :param forget: begin anew, as if nothing had been kept
    """

    def __init__(self, path: Path | None, trusted: Collection[str], *, forget: bool = False):
        self._path = path if os.name == "posix" else None
        self._trusted = trusted
        self._former = b"" if self._path is None or forget else _kept(self._path)
        self._is_changed = forget
        self._used: dict[bytes, bytes] = {}
        self._asked: dict[Place, tuple[bytes, int]] = {}
        self._files = 0

    def look(self, path: Place, max_bytes: int) -> Looked:
        """As :func:`pipeline.engine.look.look`, without reading a file that is known.

        :raises OSError: if it cannot be opened
        """
        known = self.find(path, max_bytes)
        if known is None:
            known = look(path, max_bytes)
            self.note(path, known)
        return known

    def find(self, path: Place, max_bytes: int) -> Looked | None:
        """What is known of a file; None where it has to be hashed, or cannot be."""
        self._files += 1
        if self._path is None or not isinstance(path, Path):
            return None
        now = time.time_ns()
        status = _status(path)
        if status is None or not 0 < status.st_size <= max_bytes:
            return None
        key = _key(path, status)
        sha256 = self._record(key)
        if sha256 is not None and sha256.hex() in self._trusted:
            self._used[key] = sha256
            return Looked(status.st_size, sha256.hex())
        last = max(status.st_mtime_ns, status.st_ctime_ns)
        if last + RESTED * _NANOSECONDS <= now:
            self._asked[path] = (key, status.st_size)
        return None

    def note(self, path: Place, looked: Looked) -> None:
        """Remember a file that :meth:`find` did not know and that was hashed since.

        One that is not the same any more by what the system says is not remembered.
        """
        key, size = self._asked.pop(path, (b"", -1))
        if looked.sha256 is None or looked.size_bytes != size or not isinstance(path, Path):
            return
        status = _status(path)
        if status is not None and _key(path, status) == key:
            self._used[key] = bytes.fromhex(looked.sha256)
            self._is_changed = True

    def save(self) -> None:
        """Keep what was found, and of what was kept before all that there is room for.

        A disk that refuses costs the time of hashing again and nothing else.
        """
        if self._path is None or not self._is_changed:
            return
        records = dict(self._used)
        former = self._former
        most = MOST_A_FILE * (self._files + len(self._trusted))
        if len(records) + len(former) // _RECORD <= most:
            for at in range(0, len(former), _RECORD):
                key, sha256 = former[at : at + _KEY], former[at + _KEY : at + _RECORD]
                records.setdefault(key, sha256)
        content = b"".join(key + records[key] for key in sorted(records))
        unique = self._path.with_name(f"{self._path.name}.{secrets.token_hex(4)}")
        try:
            unique.write_bytes(_MARK + _digest(content) + content)
            unique.replace(self._path)
        except OSError as error:
            log.warning("%s: hashes are not kept: %s", self._path, error.strerror)
            with suppress(OSError):  # what is in the way of writing can be in that of removing
                unique.unlink()

    def _record(self, key: bytes) -> bytes | None:
        """The hash kept under a key."""
        former, count = self._former, len(self._former) // _RECORD
        at = _RECORD * bisect_left(
            range(count), key, key=lambda each: former[_RECORD * each : _RECORD * each + _KEY]
        )
        found = former[at : at + _RECORD]
        return found[_KEY:] if found[:_KEY] == key else None


def _kept(path: Path) -> bytes:
    """The records of a file, sorted; none where it is damaged or not there."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        log.debug("%s cannot be read: %s", path, error)
        return b""
    content = data[len(_MARK) + _KEY :]
    if data[: len(_MARK) + _KEY] != _MARK + _digest(content) or len(content) % _RECORD:
        log.debug("%s is not as it was written", path)
        return b""
    return content


def _status(path: Path) -> os.stat_result | None:
    """What the system says of a file that can be opened; None where it cannot."""
    try:
        handle = os.open(path, os.O_RDONLY)
    except OSError:  # whoever hashes it will be told the same
        return None
    try:
        return os.fstat(handle)
    finally:
        os.close(handle)


def _key(path: Path, status: os.stat_result) -> bytes:
    numbers = (status.st_size, status.st_ino, status.st_mtime_ns, status.st_ctime_ns)
    words = b"\0".join((os.fsencode(os.path.abspath(path)), *(b"%d" % each for each in numbers)))
    return blake2b(words, digest_size=_KEY).digest()


def _digest(content: bytes) -> bytes:
    return blake2b(content, digest_size=_KEY).digest()

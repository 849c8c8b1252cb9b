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

Of a file on an object store the list of its folder tells what stands for its content: the entity
tag, which changes with it, and the time of the write.  A tag is asked for again behind hashing.

What is remembered counts only for contents that the archive holds as they would be read now: a
file that has to be read is hashed again, so that a mistake here cannot last.  It is not used where
the system tells no time of change (Windows), or a remote file system no tag.
"""

from __future__ import annotations

import logging
import os
import secrets
import time
from bisect import bisect_left
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from pipeline.engine.look import Looked, look
from pipeline.remote import Listed, Place, Remote

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


@dataclass(frozen=True, slots=True)
class _Seen:
    """A file at a moment: the key of what was said of it, and when it was last changed (ns)."""

    key: bytes
    size_bytes: int
    changed: int


class KnownHashes:
    """The hashes of files by all that the system says of them.

    :param path: where they are kept; None remembers nothing
    :param trusted: hashes (hexadecimal) that may stand for a file without reading it
    :param forget: begin anew, as if nothing had been kept
    """

    def __init__(self, path: Path | None, trusted: Collection[str], *, forget: bool = False):
        self._path = path
        self._trusted = trusted
        self._former = b"" if self._path is None or forget else _kept(self._path)
        self._is_changed = forget
        self._used: dict[bytes, bytes] = {}
        self._asked: dict[Place, _Seen] = {}
        self._files = 0

    def look(self, path: Place, max_bytes: int, listed: Listed | None = None) -> Looked:
        """As :func:`pipeline.engine.look.look`, without reading a file that is known.

        :param listed: what an object store told of it
        :raises OSError: if it cannot be opened
        """
        known = self.find(path, max_bytes, listed)
        if known is None:
            known = look(path, max_bytes)
            self.note(path, known)
        return known

    def find(self, path: Place, max_bytes: int, listed: Listed | None = None) -> Looked | None:
        """What is known of a file; None where it has to be hashed, or cannot be."""
        self._files += 1
        if self._path is None:
            return None
        now = time.time_ns()
        found = _seen(path) if isinstance(path, Path) else _told(path, listed)
        if found is None or not 0 < found.size_bytes <= max_bytes:
            return None
        sha256 = self._record(found.key)
        if sha256 is not None and sha256.hex() in self._trusted:
            self._used[found.key] = sha256
            return Looked(found.size_bytes, sha256.hex())
        if found.changed + RESTED * _NANOSECONDS <= now:
            self._asked[path] = found
        return None

    def note(self, path: Place, looked: Looked) -> None:
        """Remember a file that :meth:`find` did not know and that was hashed since.

        One that is not the same any more by what the system says is not remembered.
        """
        asked = self._asked.pop(path, None)
        if asked is None or looked.sha256 is None or looked.size_bytes != asked.size_bytes:
            return
        if (_seen(path) if isinstance(path, Path) else _told(path, _listed(path))) == asked:
            self._used[asked.key] = bytes.fromhex(looked.sha256)
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


def _seen(path: Path) -> _Seen | None:
    """A file that can be opened, by all that the system says of it; None where it says too little.

    Whoever hashes one that cannot be opened is told the same.
    """
    if os.name != "posix":
        return None
    try:
        handle = os.open(path, os.O_RDONLY)
    except OSError:
        return None
    try:
        status = os.fstat(handle)
    finally:
        os.close(handle)
    changed = max(status.st_mtime_ns, status.st_ctime_ns)
    numbers = (status.st_size, status.st_ino, status.st_mtime_ns, status.st_ctime_ns)
    name = os.fsencode(os.path.abspath(path))
    return _Seen(
        _digest(b"\0".join((name, *(b"%d" % n for n in numbers)))), status.st_size, changed
    )


def _told(path: Remote, listed: Listed | None) -> _Seen | None:
    """A file of an object store, by what that says of it; None where it says too little."""
    if listed is None or listed.version is None:
        return None
    words = f"{path.url}\0{listed.size_bytes}\0{listed.version}".encode()
    return _Seen(_digest(words), listed.size_bytes, 0)


def _listed(path: Remote) -> Listed | None:
    try:
        return path.listed()
    except OSError as error:  # it was hashed: what is asked for is only whether to remember it
        log.debug("%s: %s", path, error)
        return None


def _digest(content: bytes) -> bytes:
    return blake2b(content, digest_size=_KEY).digest()

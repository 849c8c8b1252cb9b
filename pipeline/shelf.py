"""Keeps on disk what is worked out from code and rules alone, for the processes that come later.

Working out the patterns of the rules takes seconds in each process that reads.  What is kept holds
values and no code (see pipeline.packed), lies in a folder of the user's own like the modules that
Python compiles, and is not looked at where others could have written to it: neither folders nor
files of other users count, nor such as others may write to.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
import stat
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar, cast

from pipeline.packed import Unpackable, pack, unpack

T = TypeVar("T")

_DIGEST = 16
_NAME = 32  # hex digits of the names of files and of the folders of a version
_OTHERS_MAY_WRITE = 0o022
_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
_MAKE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_UNUSED_DAYS = 30.0  # after which what another version of code or rules worked out goes
_SECONDS_A_DAY = 86_400.0


class Shelf:
    """Values by name, each a file; processes may share it, and it can be deleted at any time.

    A value that cannot be kept is worked out each time: nothing else comes of it.

    :param kind: what is kept, as the name of a folder
    :param rests_on: all that the values follow from; the interpreter and its libraries of
        expressions are added
    """

    def __init__(self, kind: str, rests_on: str) -> None:
        self._kind = kind
        self._rests_on = rests_on

    def value(self, name: str, work_out: Callable[[], T]) -> T:
        """The value of that name, worked out if it is not there yet."""
        folder = self._folder
        if folder is None:
            return work_out()
        path = folder / hashlib.sha256(name.encode()).hexdigest()[:_NAME]
        with suppress(OSError, Unpackable):
            content = _read(path)
            packed = content[_DIGEST:]
            if content[:_DIGEST] == _digest(packed):
                return cast(T, unpack(packed))
        made = work_out()
        _keep(path, made)
        return made

    @cached_property
    def _folder(self) -> Path | None:
        """Where the values lie; None where there is no place of one's own."""
        import regex

        versions = f"{sys.version} {sys.platform} {sys.byteorder} {regex.__version__}"
        key = hashlib.sha256(f"{versions}\n{self._rests_on}".encode()).hexdigest()[:_NAME]
        try:
            own = own_folder()
            _make_above(own)
            kind = own / self._kind
            folder = kind / key
            is_new = not folder.is_dir()
            for each in (own, kind, folder):  # nothing is made or removed in another's folder
                if is_new:
                    each.mkdir(mode=0o700, exist_ok=True)
                if not _is_own(each):
                    return None
        except (OSError, RuntimeError):  # no home, or no right to write there
            return None
        if is_new:
            _sweep(kind, folder)
        with suppress(OSError):  # a disk that can only be read is as good
            os.utime(folder)  # it is in use
        return folder


def own_folder() -> Path:
    """The folder of this program among those in which the user's programs keep such things.

    :raises RuntimeError: if the user has no home
    """
    if sys.platform == "win32":
        given = os.environ.get("LOCALAPPDATA")
        return Path(given or Path.home() / "AppData" / "Local") / "congvan" / "Cache"
    given = os.environ.get("XDG_CACHE_HOME", "")
    place = Path(given) if os.path.isabs(given) else Path.home() / ".cache"
    if not place.is_absolute():
        raise RuntimeError(f"the home {place.parent} would be another one in each folder")
    return place / "congvan"


def _make_above(own: Path) -> None:
    """Make the folder that the own one goes to, unless it would be in another user's.

    Who has taken the rights of the system's user and kept his own home would not find his way in.

    :raises OSError: if it cannot be made
    """
    place = own.parent
    if place.is_dir():
        return
    above = next(each for each in place.parents if each.exists())
    if not _is_theirs(above.stat().st_uid):
        place.mkdir(mode=0o700, parents=True, exist_ok=True)


def _is_theirs(owner: int) -> bool:
    """Whether something belongs to another user, and not to the system."""
    return sys.platform != "win32" and owner not in (0, os.geteuid())


def _is_own(folder: Path) -> bool:
    """Whether a folder is one that nobody else may write to; it is followed if a link of one's own.

    :raises OSError: if it is not there
    """
    if sys.platform == "win32":  # the folder lies in the user's profile
        return folder.is_dir()
    status = folder.stat()
    is_folder = stat.S_ISDIR(status.st_mode)
    return is_folder and folder.lstat().st_uid == os.geteuid() and _is_private(status)


def _is_private(status: os.stat_result) -> bool:
    if sys.platform == "win32":
        return True
    return status.st_uid == os.geteuid() and not status.st_mode & _OTHERS_MAY_WRITE


def _read(path: Path) -> bytes:
    """The bytes of a file of one's own.

    :raises OSError: if it is not there, or another's
    """
    with open(os.open(path, _READ), "rb") as file:
        status = os.fstat(file.fileno())
        if not (stat.S_ISREG(status.st_mode) and _is_private(status)):
            raise PermissionError(f"{path} is no file of this user alone")
        return file.read()


def _keep(path: Path, value: Any) -> None:
    """Write in one step: another process sees all of it or nothing."""
    unique = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    try:
        packed = pack(value)
    except Unpackable:
        return
    try:
        with open(os.open(unique, _MAKE, 0o600), "wb") as file:
            file.write(_digest(packed) + packed)
        unique.replace(path)
    except OSError:  # the disk is full, say
        with suppress(OSError):
            unique.unlink()


def _digest(packed: bytes) -> bytes:
    return hashlib.blake2b(packed, digest_size=_DIGEST).digest()


def _sweep(kind: Path, current: Path) -> None:
    """Remove the folders of versions that nobody used for long; others may do so, too."""
    last = time.time() - _UNUSED_DAYS * _SECONDS_A_DAY
    with suppress(OSError):
        for folder in kind.iterdir():
            with suppress(OSError):  # it has just gone
                is_of_a_version = len(folder.name) == _NAME and folder != current
                if is_of_a_version and folder.stat().st_mtime < last:
                    shutil.rmtree(folder, ignore_errors=True)

"""Keeps on disk what is worked out from code and rules alone, for the processes that come later.

Working out the patterns of the rules takes seconds in each process that reads.  What is kept holds
values and no code (see pipeline.packed), lies in a folder of the user's own like the modules that
Python compiles, and is not looked at where others could have written to it.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
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
_OTHERS_MAY_WRITE = 0o022
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
        path = folder / hashlib.sha256(name.encode()).hexdigest()[:32]
        with suppress(OSError, Unpackable):
            content = path.read_bytes()
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
        key = hashlib.sha256(f"{versions}\n{self._rests_on}".encode()).hexdigest()[:32]
        try:
            own = own_folder()
            kind = own / self._kind
            folder = kind / key
            if not folder.is_dir():
                own.parent.mkdir(parents=True, exist_ok=True)
                for each in (own, kind, folder):
                    each.mkdir(mode=0o700, exist_ok=True)
                _sweep(kind, folder)
            os.utime(folder)  # it is in use
            return folder if all(map(_is_own, (own, kind, folder))) else None
        except (OSError, RuntimeError):  # no home, or no right to write there
            return None


def own_folder() -> Path:
    """The folder of this program among those in which the user's programs keep such things.

    :raises RuntimeError: if the user has no home
    """
    if sys.platform == "win32":
        given = os.environ.get("LOCALAPPDATA")
        return Path(given or Path.home() / "AppData" / "Local") / "congvan" / "Cache"
    given = os.environ.get("XDG_CACHE_HOME", "")
    return Path(given if os.path.isabs(given) else Path.home() / ".cache") / "congvan"


def _is_own(folder: Path) -> bool:
    if sys.platform == "win32":  # the folder lies in the user's profile
        return True
    status = folder.stat()
    return status.st_uid == os.geteuid() and not status.st_mode & _OTHERS_MAY_WRITE


def _keep(path: Path, value: Any) -> None:
    """Write in one step: another process sees all of it or nothing."""
    unique = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    try:
        packed = pack(value)
    except Unpackable:
        return
    try:
        unique.write_bytes(_digest(packed) + packed)
        unique.replace(path)
    except OSError:  # the disk is full, say
        with suppress(OSError):
            unique.unlink()


def _digest(packed: bytes) -> bytes:
    return hashlib.blake2b(packed, digest_size=_DIGEST).digest()


def _sweep(kind: Path, current: Path) -> None:
    last = time.time() - _UNUSED_DAYS * _SECONDS_A_DAY
    for folder in kind.iterdir():
        if folder != current and folder.stat().st_mtime < last:
            shutil.rmtree(folder, ignore_errors=True)

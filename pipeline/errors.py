"""Typed errors: each carries its data, names the file and says what to do next."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from pipeline.remote import Remote

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_NO_RIGHT = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})

Category = Literal[
    "unsupported", "encrypted", "corrupt", "too_large", "bomb", "timeout", "memory", "crash",
    "empty", "ocr_unavailable", "internal",
]  # fmt: skip


class CongvanError(Exception):
    """Base of every error this package raises on purpose; it travels between processes whole."""

    def __init__(self, message: str, *arguments: object):
        super().__init__(message)
        self._arguments = arguments

    def __reduce__(self) -> tuple[type[CongvanError], tuple[object, ...]]:
        return type(self), self._arguments or self.args


class ReadError(CongvanError):
    """A source that cannot be read; becomes a row of ``failures``.

    :param source: path or URI of the file
    :param category: one of the contract's categories
    :param message: what is wrong and what to do, one sentence each
    """

    def __init__(self, source: str, category: Category, message: str, page: int | None = None):
        super().__init__(f"{source}: {message}", source, category, message, page)
        self.source = source
        self.category: Category = category
        self.message = message
        self.page = page


class RulesError(CongvanError):
    """A rules folder that does not load; names file and line."""

    def __init__(self, path: Path, line: int | None, message: str):
        super().__init__(f"{path}{f':{line}' if line else ''}: {message}", path, line, message)
        self.path = path
        self.line = line
        self.message = message


class ArchiveError(CongvanError):
    """An output folder that cannot be used as an archive.

    :param path: the folder or file; a :class:`pipeline.remote.Remote` on an object store
    """

    def __init__(self, path: Path | Remote, message: str):
        super().__init__(f"{path}: {message}", path, message)
        self.path = path
        self.message = message


def remedy(error: OSError) -> str:
    """What to do where the system refuses to write."""
    if error.errno in _NO_ROOM:
        return "make room there, or give another place"
    if error.errno in _NO_RIGHT:
        return "check that you may write there, or give another place"
    return "give another place"


class MissingExtraError(CongvanError):
    """Something that an optional part of the installation does, which is not there.

    :param what: what was asked for
    :param extra: of this package, whose installation brings it; None where none does
    :param cause: what the import said
    """

    def __init__(self, what: str, extra: str | None, cause: str = ""):
        advice = (
            f"run: pip install 'congvan[{extra}]'" if extra else f"install its library ({cause})"
        )
        super().__init__(f"{what} need more than is installed; {advice}", what, extra, cause)
        self.what = what
        self.extra = extra

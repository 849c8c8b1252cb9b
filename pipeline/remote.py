"""Files and folders on object stores and other file systems that fsspec opens, by their URL."""

from __future__ import annotations

import errno
import glob
import hashlib
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from pipeline.errors import MissingExtraError

_URL = re.compile(r"(?P<protocol>[a-z][a-z0-9+.-]+):/{1,2}(?P<rest>[^/].*)", re.DOTALL)
_LOCAL = re.compile(r"(?:file|local):/+")
_EXTRAS = {"s3": "s3", "s3a": "s3"}
_WRITTEN = ("LastModified", "last_modified", "updated", "generation", "VersionId")
_CONFLICTS = ("PreconditionFailed", "ConditionalRequestConflict", "412", "409")


@dataclass(frozen=True, slots=True)
class Listed:
    """What a file system tells of a file without giving it.

    :param version: what the file has in common with no other content that it ever had: the strong
        entity tag (RFC 9110, 8.8.3) of the store with the time or number of the write; None where
        the file system knows none
    """

    size_bytes: int
    version: str | None


@dataclass(frozen=True, slots=True)
class Remote:
    """A place on a file system that is not this machine's; nothing is looked at until asked for.

    Every method raises OSError, and only that, for what the other side refuses or does not have.

    :param url: as `s3://bucket/folder`, without a slash at its end
    """

    url: str

    def __str__(self) -> str:
        return self.url

    def __truediv__(self, name: str) -> Remote:
        return Remote(f"{self.url}/{name}")

    @property
    def name(self) -> str:
        """The last part of the URL."""
        return PurePosixPath(self.url).name

    def is_in(self, folder: Remote) -> bool:
        """Whether this is the folder or lies in it."""
        return self == folder or self.url.startswith(f"{folder.url}/")

    def opened(self) -> tuple[Any, str]:
        """The file system as fsspec has it, and the path in it.

        :raises MissingExtraError: naming what to install for this kind of URL
        """
        protocol = self.url.partition("://")[0]
        try:
            from fsspec.core import url_to_fs

            with _as_os_error(self):
                # What a listing said a moment ago is old where several write.
                system, path = url_to_fs(self.url, use_listings_cache=False)
        except ImportError as error:
            extra = _EXTRAS.get(protocol)
            raise MissingExtraError(f"{protocol}:// paths", extra, str(error)) from error
        return system, str(path)

    def read_bytes(self) -> bytes:
        """All bytes of a file."""
        system, path = self.opened()
        with _as_os_error(self):
            return bytes(system.cat_file(path))

    def write_bytes(self, data: bytes) -> None:
        """Write a file in one step, in the place of another of its name."""
        system, path = self.opened()
        with _as_os_error(self):
            system.pipe_file(path, data)

    def create(self, data: bytes) -> bool:
        """Write a file that does not exist yet; False where it does.

        On S3, Google and Azure stores one of several writers wins; file systems whose fsspec
        class looks first and then writes leave a moment between the two.
        """
        system, path = self.opened()
        try:
            with _as_os_error(self):
                system.pipe_file(path, data, mode="create")
        except FileExistsError:
            return False
        return True

    def size(self) -> int:
        """Bytes of a file."""
        system, path = self.opened()
        with _as_os_error(self):
            return int(system.info(path)["size"])

    def listed(self) -> Listed:
        """What the file system tells of a file."""
        system, path = self.opened()
        with _as_os_error(self):
            return _listed(system.info(path))

    def sha256(self) -> str:
        """SHA-256 of a file's bytes, read a block at a time."""
        system, path = self.opened()
        with _as_os_error(self), system.open(path, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()

    def is_file(self) -> bool:
        """Whether this is a file; False where there is nothing."""
        system, path = self.opened()
        with _as_os_error(self):
            return bool(system.isfile(path))

    def sizes(self) -> dict[str, int]:
        """Every file below this folder, by its path from here, with its bytes; sorted."""
        return {name: listed.size_bytes for name, listed in self.files().items()}

    def files(self) -> dict[str, Listed]:
        """Every file below this folder, by its path from here; sorted."""
        system, path = self.opened()
        start = path.rstrip("/") + "/"
        with _as_os_error(self):
            found = system.find(path, detail=True)
        return {
            name.removeprefix(start): _listed(info)
            for name, info in sorted(found.items())
            if name.startswith(start)
        }

    def pieces(self, spans: Mapping[str, tuple[int, int]]) -> dict[str, bytes]:
        """Parts of several files of this folder, as many at a time as the file system can.

        :param spans: first byte and the one behind the last, by the file's path from here
        """
        system, path = self.opened()
        names, starts = list(spans), [start for start, _ in spans.values()]
        with _as_os_error(self):
            ends = [end for _, end in spans.values()]
            found = system.cat_ranges([f"{path}/{name}" for name in names], starts, ends)
            for each in found:
                if isinstance(each, Exception):
                    raise each
        return dict(zip(names, map(bytes, found), strict=True))

    def remove(self) -> None:
        """Remove a file, or a folder with all it holds; nothing happens where there is none."""
        system, path = self.opened()
        try:
            with _as_os_error(self):
                # fsspec takes *, ? and [ of a path for a pattern here, and here alone.
                system.rm(glob.escape(path), recursive=True)
        except FileNotFoundError:
            return


Place = Path | Remote
"""A file or folder: of this machine, or on a file system that fsspec opens."""


def place(given: Path | str | Remote) -> Place:
    """The place that a path or URL names.

    `file:///x` is the path `/x`.  A URL that went through a ``Path``, which folds its two slashes
    into one, is known again, unless there is a folder of just that name.
    """
    if isinstance(given, Remote):
        return given
    text = given if isinstance(given, str) else given.as_posix()
    if _LOCAL.match(text):
        return Path(_LOCAL.sub("/", text))
    found = _URL.fullmatch(text)
    if found is None or ("://" not in text and Path(given).exists()):
        return Path(given)
    return Remote(f"{found['protocol']}://{found['rest'].rstrip('/')}")


def _listed(info: Mapping[str, Any]) -> Listed:
    """What fsspec says of a file, in the words of S3, Google or Azure."""
    tag = next((str(info[key]) for key in ("ETag", "etag") if info.get(key)), None)
    version = None
    if tag is not None and not tag.startswith("W/"):  # a weak one stays where little changes
        named = (info[key] for key in _WRITTEN if info.get(key) is not None)
        version = " ".join([tag, *map(str, named)])
    return Listed(int(info["size"] or 0), version)


@contextmanager
def _as_os_error(where: Remote) -> Iterator[None]:
    """Each file system has errors of its own for what is refused or out of reach: all are one."""
    try:
        yield
    except (OSError, ImportError) as error:
        if isinstance(error, OSError) and _says_conflict(error):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(where)) from error
        raise
    except Exception as error:  # the libraries of the stores share no base of their errors
        words = " ".join(str(error).split()) or type(error).__name__
        raise OSError(errno.EIO, words, str(where)) from error


def _says_conflict(error: OSError) -> bool:
    """Whether a store refused a write because the file is there already."""
    cause = getattr(error.__cause__, "response", None) or {}
    return not isinstance(error, FileExistsError) and (
        str(cause.get("Error", {}).get("Code")) in _CONFLICTS
    )

"""Finds the inputs: every file under the given sources, in an order that never changes."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pipeline.engine.summary import NotFollowed
from pipeline.errors import ArchiveError, ReadError
from pipeline.read.entry import is_system_file
from pipeline.remote import Listed, Place, Remote

_GONE = "gone while files were listed"
_NO_DOCUMENT = "kept there by a system or a program, no document"


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read: ``uri`` is its path as the user named it, with forward slashes.

    ``listed`` is what an object store told of it where it was found.  ``closed`` says why a folder
    could not be listed: it stands for all that may lie in it.
    """

    uri: str
    path: Place
    listed: Listed | None = None
    closed: str | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    """An input and the path that it has whichever way it is come to."""

    input: Input
    resolved: Place


@dataclass(frozen=True, slots=True)
class Discovery:
    """What stands under the sources: inputs sorted by URI, and what was left out on purpose."""

    inputs: tuple[Input, ...]
    left_out: tuple[NotFollowed, ...]

    def only(self, uris: Iterable[str]) -> Discovery:
        """The inputs of these names alone."""
        wanted = set(uris)
        return Discovery(tuple(each for each in self.inputs if each.uri in wanted), ())


def discover(sources: Iterable[Place], out: Place) -> Discovery:
    """List the files of the sources, folders to their full depth.

    Hidden files and folders, what systems and programs leave beside documents, and the output
    folder are no inputs.  A link inside a folder is followed only to a file of that folder; a link
    named as a source is followed.  A folder that cannot be listed is an input that fails.

    :raises ReadError: if a source does not exist or is neither a file nor a folder, or is out of
        reach
    :raises ArchiveError: if a source is or lies in the output folder
    """
    inputs: dict[Place, Input] = {}  # by resolved path: overlapping sources count a file once
    left_out: dict[str, NotFollowed] = {}
    for source in sources:
        if _is_in(source, out):
            raise ArchiveError(out, f"holds the source {source}; give another folder to write to")
        for found in _list(source, out):
            if isinstance(found, NotFollowed):
                left_out[found.uri] = found
            else:
                inputs.setdefault(found.resolved, found.input)
    return Discovery(
        tuple(sorted(inputs.values(), key=lambda found: found.uri)),
        tuple(left_out[uri] for uri in sorted(left_out)),
    )


def uri_of(path: Place) -> str:
    """The path as the user named it, with forward slashes; bytes that are no UTF-8 escaped."""
    if isinstance(path, Remote):
        return path.url
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")


def _is_in(path: Place, folder: Place) -> bool:
    if isinstance(path, Remote):
        return isinstance(folder, Remote) and path.is_in(folder)
    if isinstance(folder, Remote):
        return False
    # Not `resolve` alone, which breaks off at a link that leads to itself.
    return path.exists() and path.resolve().is_relative_to(folder.resolve())


def _list(source: Place, out: Place) -> Iterator[_Found | NotFollowed]:
    if isinstance(source, Remote):
        yield from _remote(source, out)
    else:
        yield from _walk(source, None if isinstance(out, Remote) else out.resolve())


def _remote(source: Remote, out: Place) -> Iterator[_Found | NotFollowed]:
    """The files below a URL.  Object stores know no empty folder: it is as one that is missing."""
    try:
        if source.is_file():
            yield _Found(Input(source.url, source, source.listed()), source)
            return
        files = source.files()
    except OSError as error:
        message = f"cannot be reached: {error.strerror or error}; check address and rights"
        raise ReadError(source.url, "unsupported", message) from error
    if not files:
        raise ReadError(source.url, "empty", "no such file or folder; check the address")
    for name, listed in files.items():
        found = source / name
        if any(part.startswith(".") for part in name.split("/")) or _is_in(found, out):
            continue
        if is_system_file(name):
            yield NotFollowed(found.url, _NO_DOCUMENT)
        else:
            yield _Found(Input(found.url, found, listed), found)


def _walk(source: Path, out: Path | None) -> Iterator[_Found | NotFollowed]:
    if source.is_file():
        yield _Found(Input(uri_of(source), source), source.resolve())
        return
    if not source.exists():
        raise ReadError(uri_of(source), "empty", "no such file or folder; check the path")
    if not source.is_dir():
        raise ReadError(uri_of(source), "unsupported", "neither a file nor a folder")
    refused: list[OSError] = []
    root = source.resolve()
    for folder, folders, files in os.walk(source, onerror=refused.append):
        here = Path(folder)
        at = here.resolve()
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and (here / name).resolve() != out
        )
        for name in folders:
            if (here / name).is_symlink():
                yield NotFollowed(uri_of(here / name), "link to a folder, not followed")
        for name in sorted(files):
            if name.startswith("."):
                continue
            if is_system_file(name):
                yield NotFollowed(uri_of(here / name), _NO_DOCUMENT)
            else:
                yield _entry(here / name, at, root)
    for error in refused:
        path = Path(error.filename)
        if isinstance(error, FileNotFoundError):
            yield NotFollowed(uri_of(path), _GONE)
        else:
            closed = Input(uri_of(path), path, closed=error.strerror or str(error))
            yield _Found(closed, path.absolute())


def _entry(path: Path, folder: Path, root: Path) -> _Found | NotFollowed:
    """A file of a folder, by one question to the system where it is a plain one.

    :param folder: the resolved path of the folder
    :param root: the resolved path of the source
    """
    plain = _Found(Input(uri_of(path), path), folder / path.name)
    try:
        kind = path.lstat().st_mode
    except FileNotFoundError:
        return NotFollowed(uri_of(path), _GONE)
    except OSError:  # whoever opens it will say why it cannot be read
        return plain
    if stat.S_ISLNK(kind):
        return _link(path, root)
    return plain if stat.S_ISREG(kind) else NotFollowed(uri_of(path), "not a regular file")


def _link(path: Path, root: Path) -> _Found | NotFollowed:
    """A link in a folder; what it leads to is read where that is inside the source."""
    is_there = is_file = True
    with suppress(OSError):  # it may not be looked at: whoever opens it will say so
        is_there = path.exists()
        is_file = path.is_file()
    if not is_there:
        return NotFollowed(uri_of(path), "link to nothing")
    target = path.resolve()
    if not target.is_relative_to(root):
        return NotFollowed(uri_of(path), "link to a file outside the folder, not followed")
    if not is_file:
        return NotFollowed(uri_of(path), "not a regular file")
    return _Found(Input(uri_of(path), path), target)

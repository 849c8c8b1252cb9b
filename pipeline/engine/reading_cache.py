"""Keeps what was read on disk: a run that was cut off, or has better rules, reads nothing twice."""

from __future__ import annotations

import logging
import os
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pipeline.engine.kept_bytes import Kept, KeptReading, NotKept, from_bytes, kept_bytes
from pipeline.errors import ReadError
from pipeline.model import RawPage

log = logging.getLogger(__name__)

CACHE = ".cache"
"""The folder of an archive that holds what was read before; it can be deleted at any time."""
DEFAULT_LIMIT = 2_000_000_000
Kind = Literal["pages", "readings"]
_KINDS: tuple[Kind, ...] = ("pages", "readings")
_SUFFIX = ".json.zst"
_REST_SECONDS = 30.0  # between two looks at the size of the whole cache
_REST_TIMES = 20  # and so many times as long as the last look took


@dataclass(frozen=True, slots=True)
class CacheSize:
    """What a cache holds: whole files, single pages of scans, and the bytes of both on disk."""

    readings: int
    pages: int
    size_bytes: int


@dataclass(frozen=True, slots=True)
class ReadingCache:
    """Readings and pages by what they were read from, each a file; processes may share the folder.

    Single pages are kept beside whole readings for the sake of long scans that are cut off.  A
    write that fails costs the place in the cache and nothing else.

    :param folder: the cache of an archive
    :param version: of what reads; what another one read is not found
    """

    folder: Path
    version: str

    def find(self, key: str) -> RawPage | None:
        """The page kept under the key; None if there is none, or it is damaged."""
        page = self._find("pages", key, "")
        return page if isinstance(page, RawPage) else None

    def keep(self, key: str, page: RawPage) -> None:
        """Keep a page."""
        self._keep("pages", key, page)

    def find_reading(self, key: str, uri: str) -> KeptReading | ReadError | None:
        """The reading kept under the key, or why the source gave none.

        :param uri: the source, for the error
        """
        reading = self._find("readings", key, uri)
        return None if isinstance(reading, RawPage) else reading

    def keep_reading(self, key: str, reading: KeptReading | ReadError) -> None:
        """Keep what a source gave."""
        self._keep("readings", key, reading)

    def _find(self, kind: Kind, key: str, uri: str) -> Kept | None:
        path = self._path(kind, key)
        try:
            kept = from_bytes(path.read_bytes(), uri)
        except FileNotFoundError:
            return None
        except (OSError, NotKept) as error:
            log.debug("%s is of no use: %s", path, error)
            return None
        with suppress(OSError):  # what is used last is dropped last
            os.utime(path)
        return kept

    def _keep(self, kind: Kind, key: str, value: Kept) -> None:
        """Write in one step: another process sees all of it or nothing."""
        path = self._path(kind, key)
        unique = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
        try:
            data = kept_bytes(value)
            path.parent.mkdir(parents=True, exist_ok=True)
            unique.write_bytes(data)
            unique.replace(path)
        except NotKept as error:
            log.debug("%s is not kept: %s", path, error)
        except OSError as error:
            log.warning("%s: read but not kept: %s", path, error.strerror)
            with suppress(OSError):  # what is in the way of writing can be in that of removing
                unique.unlink()

    def _path(self, kind: Kind, key: str) -> Path:
        return self.folder / kind / self.version / key[:2] / f"{key}{_SUFFIX}"


class Trimmer:
    """Keeps a cache within its limit while a run fills it, looking seldom: each look takes time."""

    def __init__(self, cache: ReadingCache, limit_bytes: int):
        self._cache = cache
        self._limit = limit_bytes
        self._next = time.monotonic() + _REST_SECONDS

    def look(self) -> None:
        """Trim the cache if the last time is long enough ago."""
        start = time.monotonic()
        if start >= self._next:
            trim_cache(self._cache.folder, self._limit, self._cache.version)
            took = time.monotonic() - start
            self._next = start + took + max(_REST_SECONDS, _REST_TIMES * took)


def cache_size(folder: Path) -> CacheSize:
    """Files, pages and bytes of a cache, those of other versions of the code too."""
    sizes = {kind: [size for _, size, _ in _files(folder, kind)] for kind in _KINDS}
    total = sum(map(sum, sizes.values()))
    return CacheSize(len(sizes["readings"]), len(sizes["pages"]), total)


def trim_cache(folder: Path, limit_bytes: int, version: str) -> None:
    """Delete until the limit is kept: what other versions read first, then what is least used.

    :param version: of what reads now; what all others read goes even where there is room
    """
    for kind in _KINDS:
        if (folder / kind).is_dir():
            for other in (folder / kind).iterdir():
                if other.name != version:
                    shutil.rmtree(other, ignore_errors=True)
    files = sorted(file for kind in _KINDS for file in _files(folder, kind))
    surplus = sum(size for _, size, _ in files) - limit_bytes
    for _, size, path in files:
        if surplus <= 0:
            break
        Path(path).unlink(missing_ok=True)
        surplus -= size


def clear_cache(folder: Path) -> None:
    """Delete all that is kept."""
    for kind in _KINDS:
        shutil.rmtree(folder / kind, ignore_errors=True)


def _files(folder: Path, kind: Kind) -> Iterator[tuple[int, int, str]]:
    """Time of last use in nanoseconds, size in bytes and path of every file of the cache."""
    for root, _, names in os.walk(folder / kind):
        for name in names:
            path = os.path.join(root, name)
            try:
                status = os.stat(path)
            except FileNotFoundError:  # another run has just dropped it
                continue
            yield status.st_mtime_ns, status.st_size, path

"""Keeps recognised pages on disk: a run that was cut off, or has better rules, reads none twice."""

from __future__ import annotations

import logging
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pipeline.engine.page_json import NotAPage, page_bytes, parse_page
from pipeline.model import RawPage

log = logging.getLogger(__name__)

CACHE = ".cache"
"""The folder of an archive that holds what was read before; it can be deleted at any time."""
DEFAULT_LIMIT = 2_000_000_000
_PAGES = "pages"
_SUFFIX = ".json.gz"


@dataclass(frozen=True, slots=True)
class CacheSize:
    """What a cache holds: pages of scans and their bytes on disk."""

    pages: int
    size_bytes: int


@dataclass(frozen=True, slots=True)
class PageCache:
    """Pages by what they were recognised from, each a file; processes may share the folder.

    A write that fails costs the page's place in the cache and nothing else.

    :param folder: the cache of an archive
    :param version: of the code that reads; pages of another one are not found
    """

    folder: Path
    version: str

    def find(self, key: str) -> RawPage | None:
        """The page kept under the key; None if there is none, or it is damaged."""
        path = self._path(key)
        try:
            page = parse_page(path.read_bytes())
            os.utime(path)  # what is used last is dropped last
        except FileNotFoundError:
            return None
        except (OSError, NotAPage) as error:
            log.debug("%s is of no use: %s", path, error)
            return None
        return page

    def keep(self, key: str, page: RawPage) -> None:
        """Write the page in one step: another process sees all of it or nothing."""
        path = self._path(key)
        unique = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            unique.write_bytes(page_bytes(page))
            unique.replace(path)
        except OSError as error:
            log.warning("%s: the page is read but not kept: %s", path, error.strerror)
            with suppress(OSError):  # what is in the way of writing can be in that of removing
                unique.unlink()

    def _path(self, key: str) -> Path:
        return self.folder / _PAGES / self.version / key[:2] / f"{key}{_SUFFIX}"


def cache_size(folder: Path) -> CacheSize:
    """Pages and bytes of a cache, those of other versions of the code too."""
    sizes = [size for _, size, _ in _files(folder)]
    return CacheSize(len(sizes), sum(sizes))


def trim_cache(folder: Path, limit_bytes: int, version: str | None = None) -> None:
    """Delete pages until the limit is kept: those of other versions first, then the least used.

    :param version: of the code now; pages of all others go even where there is room
    """
    pages = folder / _PAGES
    if version is not None and pages.is_dir():
        for other in pages.iterdir():
            if other.name != version:
                shutil.rmtree(other, ignore_errors=True)
    files = sorted(_files(folder))
    surplus = sum(size for _, size, _ in files) - limit_bytes
    for _, size, path in files:
        if surplus <= 0:
            break
        Path(path).unlink(missing_ok=True)
        surplus -= size


def clear_cache(folder: Path) -> None:
    """Delete all that is kept."""
    shutil.rmtree(folder / _PAGES, ignore_errors=True)


def _files(folder: Path) -> Iterator[tuple[int, int, str]]:
    """Time of last use in nanoseconds, size in bytes and path of every file of the cache."""
    for root, _, names in os.walk(folder / _PAGES):
        for name in names:
            path = os.path.join(root, name)
            try:
                status = os.stat(path)
            except FileNotFoundError:  # another run has just dropped it
                continue
            yield status.st_mtime_ns, status.st_size, path

"""What a run wants with each page that is recognised: to be told of it, and to keep it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Protocol

from pipeline.model import RawPage

Progress = Callable[[str, int, int], None]
"""Called with the source's URI, the page just read (from 1) and the number of pages."""


class KeptPages(Protocol):
    """Pages recognised before, by a key of all that they depend on but the code."""

    def find(self, key: str) -> RawPage | None:
        """The page kept under the key, if any."""

    def keep(self, key: str, page: RawPage) -> None:
        """Keep a page for later runs."""


@dataclass(frozen=True, slots=True)
class Around:
    """What the caller wants with each page that is recognised."""

    progress: Progress | None = None
    kept: KeptPages | None = None


NOTHING_AROUND = Around()
_around: ContextVar[Around] = ContextVar("ocr_around", default=NOTHING_AROUND)


@contextmanager
def recognising(progress: Progress | None = None, kept: KeptPages | None = None) -> Iterator[None]:
    """Call ``progress`` after each page inside the ``with``, and take pages from ``kept``."""
    token = _around.set(Around(progress, kept))
    try:
        yield
    finally:
        _around.reset(token)


def around_pages() -> Around:
    """What the caller of :func:`recognising` wants; nothing outside of it."""
    return _around.get()

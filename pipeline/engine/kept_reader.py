"""Reads a file, or takes what was read of its bytes before; either way the same reading."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from pipeline.engine.kept_bytes import KeptReading
from pipeline.engine.reading_cache import ReadingCache
from pipeline.errors import ReadError
from pipeline.model import Reading, Source
from pipeline.read import READERS, choose, read
from pipeline.read.ocr.engine import OcrUnavailable, open_engine

# Quick to read: to keep them would save a fiftieth of their time, and cost a file each.
_QUICK = frozenset({choose.TEXT, choose.MARKDOWN})
# What the bytes alone decide.  An empty scan is none: another recogniser may find words on it.
_LASTING = frozenset({"unsupported", "encrypted", "corrupt", "too_large", "bomb"})


@dataclass(frozen=True, slots=True)
class KeptReader:
    """As :func:`pipeline.read.read`, with a cache of whole readings."""

    cache: ReadingCache

    def __call__(self, data: bytes, source: Source, media_type: str) -> Reading:
        """The file's pages, or a :class:`~pipeline.errors.ReadError`, from wherever."""
        if media_type in _QUICK or media_type not in READERS:
            return read(data, source, media_type)
        key = _key(data, source, media_type)
        kept = self.cache.find_reading(key, source.uri)
        if isinstance(kept, ReadError):
            raise kept
        if kept is not None and (kept.recogniser is None or kept.recogniser == _recogniser()):
            return kept.reading
        try:
            reading = read(data, source, media_type)
        except ReadError as error:
            if error.category in _LASTING:
                self.cache.keep_reading(key, error)
            raise
        if all(failure.category in _LASTING for failure in reading.failures):
            # Of a page with the text that another program recognised nothing is known here.
            is_scan = any(page.ocr_confidence is not None for page in reading.pages)
            self.cache.keep_reading(key, KeptReading(reading, _recogniser() if is_scan else None))
        return reading


def _key(data: bytes, source: Source, media_type: str) -> str:
    """What a reading depends on but the reader: the bytes, and what they are taken for."""
    # The digest of a member's source is that of the whole archive.
    sha256 = source.sha256 if source.member is None else hashlib.sha256(data).hexdigest()
    return hashlib.sha256(f"{sha256} {media_type}".encode()).hexdigest()


def _recogniser() -> str | None:
    """The program and data that would recognise a scan now; None where there is none."""
    try:
        return open_engine().version
    except OcrUnavailable:
        return None

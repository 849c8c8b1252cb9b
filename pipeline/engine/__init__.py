"""Runs the pipeline over many inputs: reads what is new, keeps what is known, loses nothing."""

from __future__ import annotations

from pipeline.engine.batch import ClusterError
from pipeline.engine.limits import LIMITS, PASSING, Limits
from pipeline.engine.reading_cache import CACHE, DEFAULT_LIMIT, CacheSize, cache_size, clear_cache
from pipeline.engine.runner import MAX_BYTES, run
from pipeline.engine.summary import Failed, NotFollowed, RunSummary, SameBytes

__all__ = [
    "CACHE",
    "DEFAULT_LIMIT",
    "LIMITS",
    "MAX_BYTES",
    "PASSING",
    "CacheSize",
    "ClusterError",
    "Failed",
    "Limits",
    "NotFollowed",
    "RunSummary",
    "SameBytes",
    "cache_size",
    "clear_cache",
    "run",
]

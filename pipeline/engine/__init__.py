"""Runs the pipeline over many inputs: reads what is new, keeps what is known, loses nothing.

`runner` is the run: `discover` the inputs, `plan` what has to be read, hold it against what is
`standing`, read in processes (`pool`, `worker`, `work`) or on a `cluster`, `assemble` the archive.

The public names below are loaded when they are first used: a process that reads needs neither what
plans and writes nor pyarrow's datasets.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pipeline.engine.batch import ClusterError
    from pipeline.engine.limits import LIMITS, PASSING, Limits
    from pipeline.engine.reading_cache import (
        CACHE,
        DEFAULT_LIMIT,
        CacheSize,
        cache_size,
        clear_cache,
    )
    from pipeline.engine.runner import MAX_BYTES, run
    from pipeline.engine.summary import Failed, NotFollowed, RunSummary, SameBytes

_HOMES = {
    "CACHE": "reading_cache",
    "DEFAULT_LIMIT": "reading_cache",
    "LIMITS": "limits",
    "MAX_BYTES": "runner",
    "PASSING": "limits",
    "CacheSize": "reading_cache",
    "ClusterError": "batch",
    "Failed": "summary",
    "Limits": "limits",
    "NotFollowed": "summary",
    "RunSummary": "summary",
    "SameBytes": "summary",
    "cache_size": "reading_cache",
    "clear_cache": "reading_cache",
    "run": "runner",
}

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


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"pipeline.engine.{_HOMES[name]}"), name)

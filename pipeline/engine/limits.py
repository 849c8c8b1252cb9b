"""What one document may cost, and what a run says of one that cost more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Death = Literal["timeout", "memory", "crash"]
"""Why a process that read a document is gone: killed for one of its limits, or ended by itself."""

PASSING = frozenset({"timeout", "memory", "crash"})
"""Categories of `failures` that a calmer or fuller machine, or other limits, may do without."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a document may take.  A document of an archive or mail has limits of its own.

    :param seconds: wall time, without pages that had to be recognised
    :param page_seconds: wall time more for each page that is recognised
    :param memory_bytes: of the process that reads, the program itself included (about 300 MB)
    :param output_bytes: of all rows of one input, as they lie in memory
    """

    seconds: float = 120.0
    page_seconds: float = 20.0
    memory_bytes: int = 2_000_000_000
    output_bytes: int = 500_000_000


LIMITS = Limits()
"""What a document may cost where nobody says otherwise."""


def words_of(death: Death, limits: Limits) -> str:
    """The sentence for `failures`: the limit, never what was measured, which differs each time."""
    if death == "timeout":
        return (
            f"took longer than {limits.seconds:g} s and {limits.page_seconds:g} s for each page "
            "that was recognised; raise --timeout and run with --retry-failed"
        )
    if death == "memory":
        return (
            f"took more memory than {limits.memory_bytes / 1e6:,.0f} MB; "
            "raise --memory-mb and run with --retry-failed, or split it"
        )
    return "the reading process died on it; run with --retry-failed, and report it if it dies again"

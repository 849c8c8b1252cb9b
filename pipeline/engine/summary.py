"""What a run did: counts, reasons and rows, for people and for programs."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from pipeline.remote import Place


@dataclass(frozen=True, slots=True)
class Failed:
    """An input, or a page of it, that could not be read, and why; ``member`` is its path inside
    an archive."""

    uri: str
    category: str
    message: str
    page: int | None = None
    is_partial: bool = False
    member: str | None = None


@dataclass(frozen=True, slots=True)
class SameBytes:
    """An input that was not read, because another one has exactly the same bytes."""

    uri: str
    same_as: str


@dataclass(frozen=True, slots=True)
class NotFollowed:
    """Something under a source that is no input, and why."""

    uri: str
    reason: str


@dataclass(frozen=True, slots=True)
class RunSummary:
    """The outcome of a run.  ``inputs == ok + partial + failed + skipped``.

    ``unchanged`` of the inputs were taken over from an earlier run without reading them again;
    ``removed`` documents left the archive because their files are gone or changed.  ``rows``
    counts the whole archive, a table each.
    """

    out: Place
    inputs: int
    ok: int
    partial: int
    failed: int
    skipped: int
    unchanged: int
    removed: int
    rows: dict[str, int]
    failures: tuple[Failed, ...]
    same_bytes: tuple[SameBytes, ...]
    left_out: tuple[NotFollowed, ...]
    pages: int
    bytes: int
    seconds: float
    pipeline_version: str
    rules_version: str

    def as_json(self) -> dict[str, Any]:
        """The summary as plain values, `out` as text."""
        return {**asdict(self), "out": str(self.out), "seconds": round(self.seconds, 3)}

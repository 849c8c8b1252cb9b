"""What an input is before it is read: its bytes counted and hashed, here or on another machine."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from pipeline.remote import Place, Remote


@dataclass(frozen=True, slots=True)
class Looked:
    """Size and SHA-256 of a file; ``sha256`` is None for one that is empty or too large."""

    size_bytes: int
    sha256: str | None


def look(path: Place, max_bytes: int) -> Looked:
    """Look at a file, whose bytes are read a block at a time.

    :param max_bytes: a larger file is not hashed
    :raises OSError: if it cannot be opened
    """
    size = path.size() if isinstance(path, Remote) else path.stat().st_size
    if not 0 < size <= max_bytes:
        return Looked(size, None)
    if isinstance(path, Remote):
        return Looked(size, path.sha256())
    with path.open("rb") as file:
        return Looked(size, hashlib.file_digest(file, "sha256").hexdigest())


def try_look(path: Place, max_bytes: int) -> Looked | OSError:
    """As :func:`look`, with the error as a value, for another process to raise."""
    try:
        return look(path, max_bytes)
    except OSError as error:
        return error

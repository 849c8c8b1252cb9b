"""Rows of the table `failures`: what could not be read, or not wholly, and why."""

from __future__ import annotations

import traceback
from pathlib import Path

from pipeline.errors import Category, ReadError
from pipeline.model import Source

OPENING = "open"
"""The stage of a failure that says nothing of the bytes: they were not to be had, or not at rest.
The next run takes such an input up again."""
_LONGEST = 300  # characters that are told of an error nobody foresaw


def failure_row(
    uri: str,
    sha256: str | None,
    category: str,
    message: str,
    *,
    member: str | None = None,
    stage: str = "read",
    page: int | None = None,
    is_partial: bool = False,
) -> dict[str, object]:
    """A row of `failures`.

    :param sha256: None if the bytes could not be read
    :param category: one of the contract's categories
    :param is_partial: the rest of the document was read
    """
    return {
        "source_uri": uri,
        "source_sha256": sha256,
        "member": member,
        "stage": stage,
        "category": category,
        "page": page,
        "message": message,
        "is_partial": is_partial,
    }


def unread_row(source: Source, error: ReadError) -> dict[str, object]:
    """The row of `failures` for a source that gave nothing."""
    return failure_row(
        source.uri, source.sha256, error.category, error.message,
        member=source.member, page=error.page,
    )  # fmt: skip


def process_row(source: Source, category: Category, message: str) -> dict[str, object]:
    """The row of `failures` for a source whose processing broke off behind its reader."""
    return failure_row(
        source.uri, source.sha256, category, message, member=source.member, stage="process"
    )


def mistake(error: Exception) -> str:
    """What a row says of an error that nobody foresaw: its words in one line, and its place."""
    words = " ".join(str(error).split())[:_LONGEST]
    said = f"{type(error).__name__}: {words}" if words else type(error).__name__
    place = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(place.filename).name}:{place.lineno}"
    return f"A mistake of this program, please report it: {said} ({where})"

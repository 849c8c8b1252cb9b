"""Opens archives and mails: every document inside, lazily, one in memory at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from pipeline.errors import ReadError
from pipeline.model import Source
from pipeline.read import choose
from pipeline.read.choose import detect_media_type
from pipeline.read.container import tar_members, zip_members
from pipeline.read.container.pdf_members import attached, carries_files
from pipeline.read.entry import Budget, Entry, Limits, unique_path
from pipeline.read.mail import parts as mail_parts

Opener = Callable[[bytes, Source, Budget], Iterator[Entry]]

_OPENERS: dict[str, Opener] = {
    choose.ZIP: zip_members.entries,
    choose.TAR: tar_members.tar_entries,
    choose.GZIP: tar_members.gzip_entries,
    choose.MAIL: mail_parts.entries,
    choose.OUTLOOK: mail_parts.entries,
    choose.PDF: attached,
}
_MAILS = (choose.MAIL, choose.OUTLOOK)
_WITH_OWN_TEXT = (*_MAILS, choose.PDF)


@dataclass(frozen=True, slots=True)
class Member:
    """A document to read, its media type judged by its bytes.

    ``source.member`` is its path inside the file, None for a plain file.
    """

    source: Source
    data: bytes


@dataclass(frozen=True, slots=True)
class Unread:
    """A member, or a whole archive, that cannot be opened, and why."""

    source: Source
    error: ReadError


def members(data: bytes, source: Source, limits: Limits | None = None) -> Iterator[Member | Unread]:
    """The documents of a file in the order of the archive, archives inside it opened too.

    A plain file is its own only member.  A mail and a PDF give their own text under their own
    source, then their attachments.  Sources of members keep the outer file's URI and SHA-256, so
    that (SHA-256, member) names each document; ``member`` is the path, through nested archives too
    (`outer.zip` holding `a.zip` holding `b.docx`: `a.zip/b.docx`).

    :param source: the file; its media type is judged anew by its bytes
    """
    yield from _opened(data, source, Budget(limits or Limits()), 0, {})


def _opened(
    data: bytes, source: Source, budget: Budget, depth: int, taken: dict[str, int]
) -> Iterator[Member | Unread]:
    media_type = detect_media_type(data, source.member or source.uri)
    source = replace(source, media_type=media_type)
    opener = _OPENERS.get(media_type)
    if opener is None or (media_type == choose.PDF and not carries_files(data)):
        yield Member(source, data)
        return
    if depth >= budget.limits.depth:
        message = (
            f"Archives lie more than {budget.limits.depth} deep in one another here. Unpack them, "
            "if you trust them, and add the files."
        )
        yield Unread(source, ReadError(source.uri, "bomb", message))
        return
    is_empty = media_type not in _WITH_OWN_TEXT
    if not is_empty:
        yield Member(source, data)
    budget.held += len(data)
    try:
        for entry in opener(data, source, budget):
            is_empty = False
            yield from _inner(entry, source, budget, depth, taken)
    except ReadError as error:
        is_empty = False
        if media_type not in _MAILS:  # of a mail that does not open, its reader says so
            yield Unread(source, error)
    finally:
        budget.held -= len(data)
    if is_empty:
        message = "The archive holds no file. Check that it is the right one."
        yield Unread(source, ReadError(source.uri, "empty", message))


def _inner(
    entry: Entry, outer: Source, budget: Budget, depth: int, taken: dict[str, int]
) -> Iterator[Member | Unread]:
    """What an entry of an archive gives: itself, or what lies in it."""
    path = entry.path if outer.member is None else f"{outer.member}/{entry.path}"
    source = replace(
        outer, member=unique_path(path, taken), media_type=choose.BINARY,
        size_bytes=len(entry.data),
    )  # fmt: skip
    if entry.error is not None:
        yield Unread(source, entry.error)
    else:
        yield from _opened(entry.data, source, budget, depth + 1, taken)

"""What an archive or a mail holds, and the limits that keep a hostile one from doing harm."""

from __future__ import annotations

import logging
import posixpath
from dataclasses import dataclass, field

import regex

from pipeline.errors import Category, ReadError
from pipeline.model import Source

log = logging.getLogger(__name__)

_MB = 1024 * 1024
_DRIVE = regex.compile(r"^(?:[A-Za-z]:)+")
_CONTROL = regex.compile(r"[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]")
_SYSTEM = regex.compile(
    r"(?:^|/)(?:__MACOSX(?:/|$)|\._[^/]*$|\.DS_Store$|Thumbs\.db$|desktop\.ini$|~\$[^/]*$)",
    regex.IGNORECASE,
)
_LONGEST_PATH = 1000


@dataclass(frozen=True, slots=True)
class Limits:
    """How much an archive may hold; sizes in bytes, nested archives counted in.

    ``held_bytes``: archives that lie open in one another, their members beside them.
    ``ratio`` is asked of members of more than ``ratio_from`` bytes: little blanks harm nobody.
    """

    members: int = 20_000
    member_bytes: int = 200 * _MB
    total_bytes: int = 4096 * _MB
    held_bytes: int = 700 * _MB
    ratio: int = 200
    ratio_from: int = 4 * _MB
    depth: int = 4


@dataclass(frozen=True, slots=True)
class Entry:
    """A file inside an archive or mail: its bytes, or why there are none."""

    path: str
    data: bytes = b""
    error: ReadError | None = None


@dataclass(slots=True)
class Budget:
    """What is left of the limits while an archive and those inside it are read."""

    limits: Limits = field(default_factory=Limits)
    members: int = 0
    total: int = 0
    held: int = 0

    def admit(self, source: Source, members: int, unpacked: int, packed: int) -> None:
        """Let an archive in whole, or refuse it before anything of it is unpacked.

        :param unpacked: bytes that its members will have, as its directory states them
        :param packed: bytes that the archive has
        :raises ReadError: ``bomb`` or ``too_large``
        """
        limits = self.limits
        if self.members + members > limits.members:
            raise ReadError(
                source.uri, "bomb",
                f"The archive holds more than {limits.members:,} files. Split it, if you trust it, "
                "and add the parts.",
            )  # fmt: skip
        if self.total + unpacked > limits.total_bytes:
            is_bomb = unpacked > limits.ratio * max(1, packed)
            category: Category = "bomb" if is_bomb else "too_large"
            raise ReadError(
                source.uri, category,
                f"The archive unpacks to more than {limits.total_bytes // _MB:,} MB. Split it, if "
                "you trust it, and add the parts.",
            )  # fmt: skip
        self.members += members
        self.total += unpacked

    def refuses(self, source: Source, unpacked: int, packed: int) -> ReadError | None:
        """Why a member of these sizes is not unpacked; None where it may be."""
        limits = self.limits
        if unpacked > limits.ratio_from and unpacked > limits.ratio * max(1, packed):
            return ReadError(
                source.uri, "bomb",
                f"The file unpacks to more than {limits.ratio} times its size in the archive. "
                "Unpack it yourself, if you trust it, and add it.",
            )  # fmt: skip
        if unpacked > min(limits.member_bytes, limits.held_bytes - self.held):
            return ReadError(
                source.uri, "too_large",
                f"The file is larger than the {limits.member_bytes // _MB:,} MB that are allowed "
                "inside an archive. Unpack it, split it and add the parts.",
            )  # fmt: skip
        return None


def is_system_file(path: str) -> bool:
    """Whether an operating system put the file there (`__MACOSX`, `Thumbs.db`, `~$ban-thao`)."""
    if not _SYSTEM.search(path):
        return False
    log.debug("left out of the archive: %s", path)
    return True


def clean_path(path: str) -> str:
    """A member's path as a plain relative one: no drive, no root, no `..`, no control characters.

    It is a label only, nothing is ever written there.
    """
    plain = _CONTROL.sub("", path.replace("\\", "/"))
    parts = (part.strip() for part in _DRIVE.sub("", plain).split("/"))
    path = "/".join(part for part in parts if part not in ("", ".", ".."))
    return path[-_LONGEST_PATH:] or "unnamed"


def unique_path(path: str, taken: dict[str, int]) -> str:
    """The path, or with a number behind its stem where another member has it: `a (2).docx`.

    :param taken: the paths given so far, each with the last number that was put behind it
    """
    stem, ending = posixpath.splitext(path)
    found, number = path, taken.get(path, 1)
    while found in taken:
        number += 1
        found = f"{stem} ({number}){ending}"
    taken[path] = number
    taken.setdefault(found, 1)
    return found

"""What a person decided about an archive's checks: the file beside it, replayed on each run.

The file `ARCHIVE.audit.toml` stands beside the folder `ARCHIVE`, on an object store too, and may be
written by hand::

    off = ["repeated_block"]

    [tolerance]
    percent_of_total = 1.0

    [[explained]]
    finding = "3f1c9a0b7d52e684-breakdown_sum-880-893-0"
    because = "The annex of 5 May puts it right."
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import inf
from typing import Any

from pipeline.errors import CongvanError
from pipeline.remote import Place, Remote
from pipeline.rulebook.checks import CheckBook

_KEYS = {"off", "tolerance", "explained"}


class ChoicesError(CongvanError):
    """A file of choices that cannot be read as one."""

    def __init__(self, path: Place, message: str):
        super().__init__(f"{path}: {message}", path, message)
        self.path = path
        self.message = message


@dataclass(frozen=True)
class Choices:
    """Checks that are off, other tolerances, and findings explained (finding id -> reason)."""

    off: frozenset[str] = frozenset()
    tolerance: Mapping[str, float] = field(default_factory=dict)
    explained: Mapping[str, str] = field(default_factory=dict)


def choices_path(archive: Place) -> Place:
    """The file of choices that belongs to an archive."""
    if isinstance(archive, Remote):
        return Remote(f"{archive.url}.audit.toml")
    folder = archive.resolve()
    return folder.with_name(f"{folder.name}.audit.toml")


def load_choices(path: Place, book: CheckBook) -> Choices:
    """The choices of a file; none if there is no such file.

    :raises ChoicesError: it is not TOML, or names a check that there is not
    """
    return _read(path, _text(path), book)


def _text(path: Place) -> str:
    """What stands in the file; nothing if there is none."""
    try:
        return path.read_bytes().decode()
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError as error:
        raise ChoicesError(path, f"not TOML: {error}") from error
    except OSError as error:
        raise ChoicesError(path, f"cannot be read: {error.strerror or error}") from error


def _read(path: Place, text: str, book: CheckBook) -> Choices:
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ChoicesError(path, f"not TOML: {error}") from error
    unknown = sorted(set(data) - _KEYS)
    if unknown:
        raise ChoicesError(path, f"unknown key {unknown[0]!r}; known: {', '.join(sorted(_KEYS))}")
    off, tolerance = data.get("off", []), data.get("tolerance", {})
    if not isinstance(off, list) or not isinstance(tolerance, dict):
        raise ChoicesError(path, "`off` is a list of checks, [tolerance] a table of numbers")
    for name in [*off, *tolerance]:
        if not isinstance(name, str) or name not in book.checks:
            raise ChoicesError(path, f"no check {name!r}; known: {', '.join(book.checks)}")
    for name, value in tolerance.items():
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < inf:
            raise ChoicesError(path, f"tolerance of {name}: expected a number, 0 or more")
    return Choices(
        frozenset(off),
        {name: float(value) for name, value in tolerance.items()},
        _explained(path, data.get("explained", [])),
    )


def explain(path: Place, finding_id: str, because: str, book: CheckBook) -> Choices:
    """Enter a reason for a finding (or another one) and return the choices as they are then.

    What else stands in the file stays as it is, comments included.

    :raises ChoicesError: the file is no file of choices, or has its reasons in a form that takes no
        further entry (`explained = [...]`); it is left as it was
    :raises OSError: it cannot be written
    """
    before = _text(path)
    known = _read(path, before, book)
    if known.explained.get(finding_id) == because:
        return known
    entry = f"[[explained]]\nfinding = {_quoted(finding_id)}\nbecause = {_quoted(because)}\n"
    if before and not before.endswith("\n"):
        before += "\n"
    after = f"{before}\n{entry}" if before else entry
    made = _read(path, after, book)  # an entry may not fit what a person wrote: nothing is written
    if isinstance(path, Remote):
        path.write_bytes(after.encode())
    else:
        staged = path.with_name(path.name + ".partial")
        staged.write_bytes(after.encode())
        staged.replace(path)
    return made


def _quoted(words: str) -> str:
    """A text as TOML writes it: as JSON does, but that it allows no DEL."""
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")


def _explained(path: Place, entries: Any) -> dict[str, str]:
    """Reasons by finding; a later entry counts instead of an earlier one."""
    found: dict[str, str] = {}
    for entry in entries if isinstance(entries, list) else [None]:
        if not isinstance(entry, dict) or not {"finding", "because"} == set(entry):
            raise ChoicesError(path, "each [[explained]] has `finding` and `because`")
        finding, because = entry["finding"], entry["because"]
        if not isinstance(finding, str) or not isinstance(because, str) or not because.strip():
            raise ChoicesError(path, "`finding` and `because` are texts, not empty")
        found[finding] = because
    return found

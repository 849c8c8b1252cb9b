"""By what a person calls a document: its id, its number, or the name of its file."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from pipeline.grammar.bare_letters import without_marks

Row = Mapping[str, Any]
NAMES = ("doc_id", "doc_number", "issued_on", "source_uri", "same_bytes_uris", "member")
"""The columns of ``documents`` that tell what a document is called."""
_NEAR = 5  # names that are offered for one that there is not
_SHORTEST = 2  # letters of a key for which others are offered


def named(rows: Iterable[Row], key: str) -> list[Row]:
    """The documents that a key names: by id, else by number, else by file name.

    Numbers are compared without blanks and case, names letter for letter, whichever way marks are
    encoded (file systems of Apple take them apart).

    :param rows: the columns ``NAMES`` of each document; gone through once
    """
    wanted, name = _plain(key), _composed(key)
    by_id: list[Row] = []
    by_number: list[Row] = []
    by_file: list[Row] = []
    for row in rows:
        if row["doc_id"] == key:
            by_id.append(row)
        if row["doc_number"] and _plain(row["doc_number"]) == wanted:
            by_number.append(row)
        if name in _file_names(row):
            by_file.append(row)
    return by_id or by_number or by_file


def near(rows: Iterable[Row], key: str) -> list[str]:
    """Numbers, else files, that have the key in them, marks and case aside: a few to choose from.

    A key of digits alone is the beginning of a number.
    """
    wanted = without_marks(_plain(key))
    if len(wanted) < _SHORTEST and not wanted.isdigit():
        return []
    numbers: dict[str, None] = {}
    files: dict[str, None] = {}
    for row in rows:
        number = without_marks(_plain(row["doc_number"] or ""))
        if number.startswith(f"{wanted}/") if wanted.isdigit() else wanted in number:
            numbers[row["doc_number"]] = None
        name = _last(row["member"] or row["source_uri"])
        if wanted in without_marks(_plain(name)):
            files[name] = None
    return list(numbers or files)[:_NEAR]


def title(row: Row) -> str:
    """A document in a few words: its number and day, and the file."""
    day = f"{row['issued_on']:%d/%m/%Y}" if row["issued_on"] else None
    file = file_name(row["source_uri"], row["member"])
    return " · ".join(part for part in (row["doc_number"], day, file) if part)


def file_name(uri: str, member: str | None) -> str:
    """The file that a document came from, with its place inside an archive."""
    return f"{_last(uri)} › {member}" if member else _last(uri)


def why_unread(failures: Sequence[Row], key: str) -> str | None:
    """What the table of failures says of the file that a key names; None if nothing."""
    name = _composed(key)
    for row in failures:
        if not row["is_partial"] and name in _file_names(row):
            message: str = row["message"]
            return message
    return None


def _plain(words: str) -> str:
    return "".join(_composed(words).split()).casefold()


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def _last(path: str) -> str:
    return PurePosixPath(path.replace("\\", "/")).name


def _file_names(row: Row) -> set[str]:
    """The names that a source goes by, Windows paths and those of its copies included."""
    names = set()
    for path in (row["source_uri"], row["member"], *(row.get("same_bytes_uris") or ())):
        if path:
            names |= {_composed(path), _composed(_last(path))}
    return names

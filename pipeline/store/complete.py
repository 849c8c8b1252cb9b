"""Holds a table's files against those that its version lists: else rows are lost or come twice.

The descriptor of a version names every file of it.  One that is gone took rows along; one more, as
a program leaves it that keeps folders alike, holds rows a second time.  An archive without a
descriptor, or with one that cannot be understood, has what lies there.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from pathlib import Path, PurePosixPath

from pipeline.dictionary.model import load_dictionary
from pipeline.errors import ArchiveError
from pipeline.remote import Place, Remote
from pipeline.store.folder import DESCRIPTOR, part_paths


def check_whole(root: Path) -> None:
    """Make sure that each table has just those files which the version lists.

    A table without any is seen by whoever takes rows over, and made anew where nobody does.

    :raises ArchiveError: if one has not, or the descriptor cannot be read
    """
    try:
        listed = _listed(root)
    except OSError as error:
        raise ArchiveError(root / DESCRIPTOR, f"cannot be read: {error}") from error
    for table in load_dictionary().tables:
        files = {path.name for path in part_paths(root, table)}
        if files:
            _check(root, table, listed.get(table), files)


def check_files(root: Place, table: str, files: Collection[str]) -> None:
    """Make sure that just those files are there which a version lists for a table.

    :param files: names of those that are there
    :raises ArchiveError: if one is not there, or one more is
    :raises OSError: if the descriptor cannot be read, or an object store is out of reach
    """
    _check(root, table, _listed(root).get(table), files)


def strangers(root: Place, table: str) -> list[str]:
    """Files beside those of a table that other programs would take for some of it, by their names.

    pandas and pyarrow read all files of a folder, whatever their names end in, but hidden ones.

    :raises OSError: if the folder cannot be read
    """
    listed = _listed(root).get(table)
    if listed is None:
        return []
    folder = root / table
    if isinstance(folder, Remote):
        names = list(folder.sizes())
    else:
        names = [path.name for path in folder.iterdir()] if folder.is_dir() else []
    return sorted(name for name in names if name not in listed and name[0] not in "._")


def _check(root: Place, table: str, listed: Collection[str] | None, files: Collection[str]) -> None:
    if listed is None:
        return
    missing = sorted(set(listed) - set(files))
    if missing:
        raise ArchiveError(
            root,
            f"the table {table} is missing rows: {_first(missing)} is not there any more; "
            "put it back from a copy, or write the archive anew into another folder",
        )
    strange = sorted(set(files) - set(listed))
    if strange:
        raise ArchiveError(
            root,
            f"the table {table} has rows that no run wrote there: {DESCRIPTOR} does not list "
            f"{_first(strange)}; take it out of the folder",
        )


def _first(names: Sequence[str]) -> str:
    return f"{names[0]} and {len(names) - 1} more" if names[1:] else names[0]


def _listed(root: Place) -> dict[str, list[str]]:
    """The names of each table's files, as the descriptor has them.

    :raises OSError: if it is there and cannot be read
    """
    try:
        resources = json.loads((root / DESCRIPTOR).read_bytes())["resources"]
        return {
            str(each["name"]): [
                PurePosixPath(path).name
                for path in ([each["path"]] if isinstance(each["path"], str) else each["path"])
            ]
            for each in resources
        }
    except (FileNotFoundError, ValueError, KeyError, TypeError, RecursionError):
        return {}

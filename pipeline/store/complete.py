"""Misses files: a table whose other files are read as if it were whole loses rows unseen.

The descriptor of a version names every file of it.  An archive without one, or with one that cannot
be understood, has what lies there.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from pathlib import Path, PurePosixPath

from pipeline.dictionary.model import load_dictionary
from pipeline.errors import ArchiveError
from pipeline.remote import Place
from pipeline.store.folder import DESCRIPTOR, part_paths


def check_whole(root: Path) -> None:
    """Make sure that no table lacks some of the files which a version lists.

    A table without any is seen by whoever takes rows over, and made anew where nobody does.

    :raises ArchiveError: if one does
    """
    listed = _listed(root)
    for table in load_dictionary().tables:
        files = {path.name for path in part_paths(root, table)}
        if files:
            _check(root, table, listed.get(table, ()), files)


def check_files(root: Place, table: str, files: Collection[str]) -> None:
    """Make sure that every file is there which a version lists for a table.

    :param files: names of those that are there
    :raises ArchiveError: if one is not
    :raises OSError: if an object store is out of reach
    """
    _check(root, table, _listed(root).get(table, ()), files)


def _check(root: Place, table: str, listed: Collection[str], files: Collection[str]) -> None:
    missing = sorted(set(listed) - set(files))
    if missing:
        names = f"{missing[0]} and {len(missing) - 1} more" if missing[1:] else missing[0]
        raise ArchiveError(
            root,
            f"the table {table} is missing rows: {names} is not there any more; "
            "put it back from a copy, or write the archive anew into another folder",
        )


def _listed(root: Place) -> dict[str, list[str]]:
    """The names of each table's files, as the descriptor has them."""
    try:
        resources = json.loads((root / DESCRIPTOR).read_bytes())["resources"]
        return {
            str(each["name"]): [
                PurePosixPath(path).name
                for path in ([each["path"]] if isinstance(each["path"], str) else each["path"])
            ]
            for each in resources
        }
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return {}

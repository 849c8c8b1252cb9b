"""The archive's folder: its marker, which version of the tables readers see, and where they lie.

Layout of an archive ``OUT``::

    OUT/.congvan                 marker: this folder is an archive, and of which format
    OUT/.lock                    held by the run that writes (see pipeline.store.lock)
    OUT/.cache/                  what was read before; can be deleted at any time
    OUT/.hashes                  hashes of files that rest (see pipeline.engine.known_hashes); too
    OUT/.staging/                rows of a run that is under way; leftovers are harmless
    OUT/.versions/<n>/           a whole state of the archive: a folder a table with its rows in
                                 part-*.parquet (see pipeline.store.shards), datapackage.json, and
                                 .ledger.jsonl; what did not change is one file in several versions
    OUT/.current                 link to the version that readers see
    OUT/<table>                  link to .current/<table>: paths that stay
    OUT/datapackage.json         link to .current/datapackage.json

A version never changes once it is complete.  The one step that puts another in its place is the
rename of ``OUT/.current``: whoever looks it up once sees all tables of one version, as ``Archive``
does.  By the paths that stay it is looked up for every file that is opened, and no way of laying
links changes that: a system leads each path anew.  So files of a table of several are named by
what they hold (see pipeline.store.part_names): where a commit falls in between, a reader that
listed them before gets the rows that it listed, or an error that one is not there, and never a
mixture.  Two tables that are read one after the other can be of two versions.
"""

from __future__ import annotations

import json
import os
import secrets
from pathlib import Path

from pipeline.dictionary.model import load_dictionary
from pipeline.errors import ArchiveError
from pipeline.remote import Place

MARKER = ".congvan"
STAGING = ".staging"
VERSIONS = ".versions"
CURRENT = ".current"
DESCRIPTOR = "datapackage.json"

# Files that desktops and version control leave in folders a person would call empty.
_IGNORED = frozenset({".gitkeep", ".gitignore", ".DS_Store", "Thumbs.db", "desktop.ini"})


def newest(out: Path) -> Path:
    """The folder of the version that is current now.

    An archive that was never written to, or by a version of this package that knew no versions, is
    its own.
    """
    try:
        return out / os.readlink(out / CURRENT)
    except OSError:  # there is none, or a copy by a program that follows links has a folder
        return out / CURRENT if (out / CURRENT).is_dir() else out


def is_unwritten(out: Path) -> bool:
    """Whether a folder is marked as an archive, and no run has written tables into it so far."""
    tables = load_dictionary().tables
    return (out / MARKER).is_file() and not any((out / name).exists() for name in tables)


def part_paths(root: Path, table: str) -> list[Path]:
    """The Parquet files of a table, sorted by name; empty if it was never written.

    Hidden ones are no part of it for other programs either: some systems keep a `._` file by each.
    """
    return sorted(path for path in (root / table).glob("*.parquet") if path.name[0] not in "._")


def check_folder(path: Path) -> None:
    """Make sure that a folder is an archive that this version can read.

    :raises ArchiveError: if it is missing, no archive, or of a newer format
    """
    if not path.is_dir():
        raise ArchiveError(path, "there is no such folder; run `congvan run` to make an archive")
    marker = path / MARKER
    if not marker.is_file():
        raise ArchiveError(path, f"this folder is no archive (it has no {MARKER} file)")
    check_marker(path, marker.read_bytes())


def check_marker(path: Place, content: bytes) -> None:
    """Make sure that an archive with this marker is one that this version can read.

    :raises ArchiveError: if it is not
    """
    try:
        found = json.loads(content)["format"]
    except (ValueError, KeyError, TypeError) as error:
        raise ArchiveError(path / MARKER, f"the marker cannot be read: {error}") from error
    known = load_dictionary().format
    if found != known:
        raise ArchiveError(
            path, f"the archive has format {found}, this version reads {known}; write it anew"
        )


def open_output(out: Path) -> None:
    """Get a folder ready to be written as an archive: make it and mark it, or know it again.

    :raises ArchiveError: if it holds something else; nothing is changed then
    """
    if (out / MARKER).exists():
        check_folder(out)
        return
    if out.exists():
        if not out.is_dir():
            raise ArchiveError(out, "this is a file; give a folder for the archive")
        strange = sorted(
            entry.name
            for entry in out.iterdir()
            if entry.name not in _IGNORED and not entry.name.startswith(f"{MARKER}.")
        )
        if strange:
            raise ArchiveError(
                out,
                f"the folder is not empty and is no archive (it holds {strange[0]}); "
                "nothing was written, give an empty or new folder",
            )
    out.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"format": load_dictionary().format}) + "\n"
    unique = out / f"{MARKER}.{secrets.token_hex(4)}"  # two first runs may come here together
    write_file(unique, text.encode())
    unique.replace(out / MARKER)
    sync_folder(out)


def write_file(path: Path, content: bytes) -> None:
    """Write a file that lasts; a reader may see a part of it."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Make renames and removals in a folder survive a power cut (POSIX; Windows has no need)."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

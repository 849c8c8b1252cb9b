"""The archive's folder: its marker, where each table lies, and writing a file safely.

Layout of an archive ``OUT``::

    OUT/.congvan               marker: this folder is an archive, and of which format
    OUT/.lock                  held by the run that writes (see pipeline.store.lock)
    OUT/.ledger.jsonl          which inputs the tables hold (see pipeline.store.ledger)
    OUT/.cache/                pages recognised before; can be deleted at any time
    OUT/.staging/              files of a write that is under way; leftovers are harmless
    OUT/datapackage.json       descriptor of the tables
    OUT/<table>/part-0.parquet the rows of a table
"""

from __future__ import annotations

import json
import os
from pathlib import Path

from pipeline.dictionary.model import load_dictionary
from pipeline.errors import ArchiveError

MARKER = ".congvan"
STAGING = ".staging"
PART = "part-0.parquet"

# Files that desktops and version control leave in folders a person would call empty.
_IGNORED = frozenset({".gitkeep", ".gitignore", ".DS_Store", "Thumbs.db", "desktop.ini"})


def part_path(out: Path, table: str) -> Path:
    """Where the rows of a table lie."""
    return out / table / PART


def part_paths(out: Path, table: str) -> list[Path]:
    """The Parquet files of a table, sorted by name; empty if it was never written."""
    return sorted((out / table).glob("*.parquet"))


def check_archive(path: Path) -> None:
    """Make sure that a folder is an archive that this version can read.

    :raises ArchiveError: if it is missing, no archive, or of a newer format
    """
    if not path.is_dir():
        raise ArchiveError(path, "there is no such folder; run `congvan run` to make an archive")
    marker = path / MARKER
    if not marker.is_file():
        raise ArchiveError(path, f"this folder is no archive (it has no {MARKER} file)")
    try:
        found = json.loads(marker.read_text("utf-8"))["format"]
    except (ValueError, KeyError, TypeError) as error:
        raise ArchiveError(marker, f"the marker cannot be read: {error}") from error
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
        check_archive(out)
        return
    if out.exists():
        if not out.is_dir():
            raise ArchiveError(out, "this is a file; give a folder for the archive")
        strange = sorted(entry.name for entry in out.iterdir() if entry.name not in _IGNORED)
        if strange:
            raise ArchiveError(
                out,
                f"the folder is not empty and is no archive (it holds {strange[0]}); "
                "nothing was written, give an empty or new folder",
            )
    out.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"format": load_dictionary().format}) + "\n"
    write_file(out / MARKER, text.encode(), out)


def write_file(path: Path, content: bytes, out: Path) -> None:
    """Replace a file in one step: a reader sees the old content or the new, never a part."""
    staged = stage_path(out, path)
    with staged.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    publish(staged, path)


def stage_path(out: Path, path: Path) -> Path:
    """Where a file is written before it takes its place (the same file system, no table)."""
    staging = out / STAGING
    staging.mkdir(exist_ok=True)
    return staging / "-".join(path.relative_to(out).parts)


def publish(staged: Path, path: Path) -> None:
    """Move a finished file into its place and make the move last."""
    path.parent.mkdir(parents=True, exist_ok=True)
    staged.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make renames and removals in a folder survive a power cut (POSIX; Windows has no need)."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

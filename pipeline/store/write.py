"""Writing an archive: a whole new version beside the old one, then one step that shows it.

Readers see all tables of the old version or all of the new one, and so does whoever comes after
a process that was killed at any moment: an incomplete version is visible nowhere, and the next
writer removes it.  A link that is renamed over another is simpler than a record of which parts of
which tables count: every reader would have to read that record first, and pandas or DuckDB do not.
One writer at a time (see pipeline.store.lock).
"""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.dictionary import datapackage
from pipeline.dictionary.arrow import schema
from pipeline.dictionary.model import load_dictionary
from pipeline.dictionary.model import table as find_table
from pipeline.errors import ArchiveError
from pipeline.store.complete import check_whole
from pipeline.store.current import snapshot
from pipeline.store.elsewhere import Elsewhere
from pipeline.store.errors import RowError
from pipeline.store.folder import (
    CURRENT,
    DESCRIPTOR,
    STAGING,
    VERSIONS,
    open_output,
    part_paths,
    sync_folder,
    write_file,
)
from pipeline.store.hold import remove_unheld
from pipeline.store.ledger import LEDGER, LedgerEntry, ledger_bytes
from pipeline.store.parquet import write_rows
from pipeline.store.part_names import name_part
from pipeline.store.shards import PART, Shard, cut, divided, is_cut

_NEXT = ".next"  # the link that is about to be the current one
GRACE = 10.0
"""Seconds that a version stays behind the one that took its place, for those who are reading it.

It keeps files there for who has begun to read a version.  Who opens the files of a table one by one
by the paths that stay can come to the next version in between, whatever this is, and misses those
that have changed.
"""


@dataclass(frozen=True, slots=True)
class Draft:
    """A version that is being written and that no reader sees.

    :param base: the version that is current, for rows that are taken over
    :param root: the folder of the new one
    :param elsewhere: the files of ``base`` that are not on this machine
    """

    out: Path
    base: Path
    root: Path
    elsewhere: Elsewhere

    def write(self, name: str, pieces: Iterable[pa.Table]) -> None:
        """Write a table's rows: pieces of its schema, in the dictionary's order altogether.

        Which files hold them follows from the table ``documents``, which is written first if it
        is written at all.
        """
        if not is_cut(name):
            write_rows(self.root / name / PART, name, pieces)
            return
        for shard, rows in divided(self.shards(), pieces):
            self.write_shard(name, shard, rows)

    def write_shard(self, name: str, shard: Shard, pieces: Iterable[pa.Table]) -> None:
        """Write a table's rows of a range of documents."""
        write_rows(self.root / name / shard.file, name, pieces)
        name_part(self.root / name / shard.file)

    def shards(self) -> tuple[Shard, ...]:
        """The ranges of the documents of this version."""
        return shards_of(self.root if part_paths(self.root, "documents") else self.base)

    def keep(self, file: Path) -> None:
        """Take a file of the current version over, unchanged; it needs no room of its own."""
        target = self.root / file
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(self.base / file, target)
        except OSError:  # a file system without hard links
            self.elsewhere.bring([self.base / file])
            shutil.copy2(self.base / file, target)
            with target.open("rb+") as copy:  # a link has the bytes on disk already
                os.fsync(copy.fileno())

    def commit(self, ledger: Collection[LedgerEntry] | None) -> None:
        """Show this version.  A table that was not written keeps its rows, or is empty.

        :param ledger: the inputs that the archive holds from now on; None leaves it as it is
        :raises ArchiveError: if the file system has no symbolic links
        """
        for name in load_dictionary().tables:
            if part_paths(self.root, name):
                continue
            if not part_paths(self.base, name):
                self.write(name, [])
            for path in part_paths(self.base, name):
                self.keep(Path(name) / path.name)
        files = {
            name: [path.name for path in part_paths(self.root, name)]
            for name in load_dictionary().tables
        }
        descriptor = json.dumps(datapackage(files), ensure_ascii=False, indent=2) + "\n"
        write_file(self.root / DESCRIPTOR, descriptor.encode())
        if ledger is not None:
            write_file(self.root / LEDGER, ledger_bytes(ledger))
        elif (self.base / LEDGER).exists():
            self.keep(Path(LEDGER))
        for folder in (*self.root.iterdir(), self.root, self.root.parent):
            if folder.is_dir():
                sync_folder(folder)
        _link_tables(self.out)
        _link(self.out / CURRENT, Path(VERSIONS) / self.root.name, self.out / _NEXT)
        sync_folder(self.out)
        _link_tables(self.out, instead_of_folders=True)


def shards_of(root: Path) -> tuple[Shard, ...]:
    """The ranges of the documents of a version; one, if it has none.

    :raises ArchiveError: if its table of documents cannot be read
    """
    ids: list[str] = []
    for path in part_paths(root, "documents"):
        try:
            with pq.ParquetFile(path) as file:
                if file.num_row_groups:  # a file without any cannot be read by older libraries
                    ids += file.read(["doc_id"], use_threads=False)["doc_id"].to_pylist()
        except (pa.ArrowException, OSError) as error:
            raise ArchiveError(path, f"the table cannot be read: {error}") from error
    return cut(ids)


def begin(out: Path, elsewhere: Elsewhere | None = None) -> Draft:
    """Start a new version, and sweep away those that nobody reads: all but the current one.

    :param elsewhere: files of the current version that are not on this machine; None if all are
    :raises ArchiveError: if ``out`` holds something that is no archive, or a file of the current
        version is missing; nothing is written then
    """
    open_output(out)
    shutil.rmtree(out / STAGING, ignore_errors=True)
    versions = out / VERSIONS
    versions.mkdir(exist_ok=True)
    if (out / CURRENT).is_dir() and not (out / CURRENT).is_symlink():
        _adopt_copy(out)
    base = snapshot(out)
    check_whole(base)  # what is taken over without it would be lost for good
    for version in _left_alone(versions, base):
        remove_unheld(version)
    if base != out:  # a run that was cut off may have left one link to be made
        _link_tables(out, instead_of_folders=True)
    root = _next_version(versions)
    root.mkdir()
    return Draft(out, base, root, elsewhere or Elsewhere(base))


def _left_alone(versions: Path, base: Path) -> list[Path]:
    """The versions that nobody is about to open: unfinished ones, and those replaced long enough.

    Who comes by the paths that stay looks up a folder first and opens a file in it then.
    """
    last = time.time() - GRACE
    numbers = sorted(int(each.name) for each in versions.iterdir() if each.name.isdecimal())
    gone = [each for each in versions.iterdir() if not each.name.isdecimal()]
    for number, following in zip_longest(numbers, numbers[1:]):
        version = versions / str(number)
        is_past = version.parent == base.parent and number < int(base.name)
        # Written last of all just before it took the other's place.
        replaced = (versions / str(following)).stat().st_mtime if is_past else 0.0
        if version != base and replaced < last:
            gone.append(version)
    return gone


def _adopt_copy(out: Path) -> None:
    """Make a version of the current one's folder that a program which follows links has copied."""
    root = _next_version(out / VERSIONS)
    (out / CURRENT).rename(root)
    _link(out / CURRENT, Path(VERSIONS) / root.name, out / _NEXT)


def _next_version(versions: Path) -> Path:
    number = 1 + max((int(v.name) for v in versions.iterdir() if v.name.isdecimal()), default=0)
    return versions / str(number)


def write_archive(
    out: Path,
    tables: Mapping[str, pa.Table | Iterable[pa.Table]],
    ledger: Collection[LedgerEntry] | None = None,
) -> None:
    """Write tables into the archive ``out``, making it if need be.

    Whoever writes back what he read holds the archive (``pipeline.store.lock``) since before that.

    Each given table replaces the rows it had; a table that is not given keeps its rows, or is
    written empty if the archive lacks it.  Rows are sorted by the dictionary's order and the files
    hold no time: the same rows give the same bytes.

    :param tables: table name to rows, of the dictionary's schema (see ``to_arrow``); what is too
        large for memory comes in pieces, which have to be in the dictionary's order altogether
    :param ledger: the inputs that the archive holds from now on; None leaves the ledger alone
    :raises KeyError: for a table that the dictionary does not have
    :raises RowError: for a table of another schema
    :raises ArchiveError: if ``out`` holds something that is no archive; nothing is written then
    """
    ordered = {
        find_table(name).name: [in_order(name, rows)] if isinstance(rows, pa.Table) else rows
        for name, rows in tables.items()
    }
    draft = begin(out)
    for name in load_dictionary().tables:  # documents come first, which say how others are cut
        if name in ordered:
            draft.write(name, ordered[name])
    draft.commit(ledger)


def in_order(name: str, rows: pa.Table) -> pa.Table:
    """The rows in the dictionary's order.

    :raises RowError: for a table of another schema
    """
    if not rows.schema.equals(schema(name)):
        raise RowError(name, None, None, f"the schema differs from the dictionary's: {rows.schema}")
    return rows.sort_by([(column, "ascending") for column in find_table(name).sort])


def _link_tables(out: Path, *, instead_of_folders: bool = False) -> None:
    """Make the paths that stay: links of the archive through the current version.

    :param instead_of_folders: replace what a version of this package that knew no links wrote
    """
    for name in (*load_dictionary().tables, DESCRIPTOR):
        path = out / name
        if path.is_symlink() or (path.exists() and not instead_of_folders):
            continue
        for file in path.glob("*.parquet"):
            file.unlink()
        if path.is_dir():
            with suppress(OSError):  # somebody put other files there: the link below says so
                path.rmdir()
        _link(path, Path(CURRENT) / name, out / _NEXT)


def _link(path: Path, target: Path, unused: Path) -> None:
    """Make a link, or put it in the place of another, in one step."""
    unused.unlink(missing_ok=True)
    try:
        unused.symlink_to(target)
        unused.replace(path)
    except OSError as error:
        cause = f"no link can be put here: {error.strerror}"
        advice = "an archive needs a file system with symbolic links, and its folders to itself"
        raise ArchiveError(path, f"{cause}; {advice}") from error

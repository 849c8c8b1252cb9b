"""An archive on an object store: versions that never change, and commits that say which is current.

Layout of an archive ``OUT``, which has no links, for object stores have none::

    OUT/.congvan                       marker, as of a local archive
    OUT/.hashes                        as of a local archive; it can be deleted at any time
    OUT/locks/<n>.json                 the run that writes (see pipeline.store.lease)
    OUT/staging/<run>/                 parts that workers wrote; leftovers are harmless
    OUT/versions/<n>-<token>/          a whole state of the archive: a folder a table with its rows
                                       in part-*.parquet, datapackage.json, and .ledger.jsonl
    OUT/commits/<n>.json               which version is the n-th, with the size of every file

A version is written first and its commit last, by a write that fails where the object exists.
The commit of the highest number is what readers see, so they see all tables of one version; of two
writers only one can create the n-th commit, and the other one's version is visible nowhere.
Commits are kept for ever (some hundred bytes each), versions until the second next run begins.

A version has all of its files in its own folder, for pandas, DuckDB and whoever else reads a folder
a table and knows no commits: files that did not change are copied inside the store, which costs
a request each and no way of their bytes.  A commit that named files of former versions instead
would spare these requests and break every such reader.
"""

from __future__ import annotations

import json
import os
import secrets
import tempfile
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.dictionary.model import load_dictionary
from pipeline.errors import ArchiveError
from pipeline.remote import Place, Remote
from pipeline.store.elsewhere import Elsewhere, fetch, reaching
from pipeline.store.folder import CURRENT, MARKER, VERSIONS, check_marker, newest, open_output
from pipeline.store.lease import Lease, leased

COMMITS = "commits"
STATES = "versions"
PARTS = "staging"
COPIES = 16
"""Files that are copied inside the store at a time: each is a request that waits for the store."""


@dataclass(frozen=True, slots=True)
class Commit:
    """A state of an archive: its number, its folder, and its files with their bytes."""

    number: int
    folder: Remote
    files: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class WorkingCopy:
    """A local archive that becomes the next version of one on an object store.

    :param folder: the local archive, which holds the current version's tables
    :param parts: where workers may put what they read
    :param elsewhere: files of the current version that were not fetched
    """

    out: Remote
    folder: Path
    parts: Remote
    base: Commit | None
    start: Path
    lease: Lease
    elsewhere: Elsewhere

    def publish(self) -> None:
        """Show what the local archive holds now; nothing is done where that is what it held.

        :raises ArchiveError: if another run has written meanwhile, or the store refuses
        """
        made = newest(self.folder)
        if made == self.start:
            return
        number = 1 if self.base is None else self.base.number + 1
        target = self.out / STATES / f"{number}-{secrets.token_hex(4)}"
        files = {
            path.relative_to(made).as_posix(): path.stat().st_size
            for path in sorted(made.rglob("*"))
            if path.is_file()
        }
        with reaching(self.out):
            self._upload(made, files, target)
            if target.sizes() != files:
                raise ArchiveError(target, "not every file arrived whole; run again")
            self.lease.check()
            name = f"{STATES}/{target.name}"
            content = json.dumps({"number": number, "version": name, "files": files}, indent=1)
            if not _commit_path(self.out, number).create(content.encode()):
                raise ArchiveError(
                    self.out, "another run has written meanwhile; nothing was written, run again"
                )

    def _upload(self, made: Path, files: Mapping[str, int], target: Remote) -> None:
        """Put the files there; those of the former version are copied inside the store."""
        system, to = target.opened()
        sent = []
        kept = []
        for name in files:
            former = self.start / name
            if self.base and former.exists() and os.path.samefile(former, made / name):
                kept.append(name)
            else:
                sent.append(name)
        if self.base is not None:
            _copy(system, self.base.folder.opened()[1], to, kept)
        system.put([str(made / name) for name in sent], [f"{to}/{name}" for name in sent])


def _copy(system: Any, base: str, to: str, names: Collection[str]) -> None:
    """Copy files of one folder of a store to another, several at a time.

    The first that is refused ends it: no more are begun.
    """
    with ThreadPoolExecutor(COPIES, "congvan-copy") as pool:
        for _ in pool.map(lambda name: system.cp_file(f"{base}/{name}", f"{to}/{name}"), names):
            pass


@contextmanager
def working_copy(
    out: Remote,
    needed: Collection[str] | None = None,
    *beside: str,
    wait: bool = False,
    stop: Callable[[], bool] | None = None,
) -> Iterator[WorkingCopy]:
    """Hold a remote archive for writing and fetch its current version into a temporary folder.

    The archive is made if it is not there.  Versions that no reader needs are removed.

    :param needed: tables to fetch; files of the others stay where they are until they are asked
        for.  None fetches all
    :param beside: files beside the versions that the working copy has too, and that go back
    :param wait: wait where another run writes to it, instead of refusing
    :param stop: asked while waiting; once it is true, the wait ends as if there were none
    :raises ArchiveError: if another run writes to it, it holds something else, or is out of reach
    """
    with (
        leased(out, wait=wait, stop=stop) as lease,
        tempfile.TemporaryDirectory(prefix="congvan-") as scratch,
    ):
        folder = Path(scratch) / "archive"
        open_output(folder)
        with reaching(out):
            base = _open(out, (folder / MARKER).read_bytes())
            _sweep(out, base)
            elsewhere = Elsewhere(folder)
            if base is not None:
                elsewhere = _fetch(base, folder / VERSIONS / "1", needed)
                (folder / CURRENT).symlink_to(Path(VERSIONS) / "1")
                for table in load_dictionary().tables:
                    (folder / table).symlink_to(Path(CURRENT) / table)
            held = _beside(out, beside)
            for name, content in held.items():
                (folder / name).write_bytes(content)
        parts = out / PARTS / secrets.token_hex(8)
        try:
            yield WorkingCopy(out, folder, parts, base, newest(folder), lease, elsewhere)
            with reaching(out):
                for name, content in _beside(folder, beside).items():
                    if content != held.get(name):
                        (out / name).write_bytes(content)
        finally:
            with reaching(out):
                parts.remove()


def _beside(out: Place, names: Iterable[str]) -> dict[str, bytes]:
    """Files of an archive beside its versions: those that are there."""
    found = {}
    for name in names:
        with suppress(FileNotFoundError):
            found[name] = (out / name).read_bytes()
    return found


def check_remote(out: Remote) -> None:
    """Make sure that there is an archive that this version can read.

    :raises ArchiveError: if it is missing, no archive, of a newer format, or out of reach
    """
    with reaching(out):
        try:
            marker = (out / MARKER).read_bytes()
        except FileNotFoundError as error:
            message = f"there is no archive (no {MARKER} file); run `congvan run` to make one"
            raise ArchiveError(out, message) from error
    check_marker(out, marker)


def current(out: Remote) -> Remote:
    """The folder of the version that is current now: its tables belong together and stay.

    It is there until the second next run begins.

    :raises ArchiveError: if nothing was committed yet, or the store is out of reach
    """
    with reaching(out):
        commit = last_commit(out)
    if commit is None:
        raise ArchiveError(out, "nothing was committed yet; run `congvan run` again")
    return commit.folder


def last_commit(out: Remote) -> Commit | None:
    """The commit of the highest number; None if there is none.

    :raises ArchiveError: if it cannot be understood
    :raises OSError: if the store is out of reach
    """
    names = [name for name in (out / COMMITS).sizes() if name.endswith(".json")]
    if not names:
        return None
    path = out / COMMITS / max(names)
    try:
        fields = json.loads(path.read_bytes())
        folder = out / str(fields["version"])
        return Commit(int(fields["number"]), folder, dict(fields["files"]))
    except (ValueError, KeyError, TypeError) as error:
        raise ArchiveError(path, f"is no commit of an archive: {error}") from error


def _open(out: Remote, marker: bytes) -> Commit | None:
    """Know an archive again, or mark a new one; its last commit."""
    if (out / MARKER).is_file():
        check_remote(out)
        return last_commit(out)
    strange = [name for name in out.sizes() if not name.startswith("locks/")]
    if strange:
        message = f"the folder is not empty and is no archive (it holds {strange[0]})"
        raise ArchiveError(out, f"{message}; nothing was written, give an empty or new folder")
    (out / MARKER).write_bytes(marker)
    return None


def _sweep(out: Remote, base: Commit | None) -> None:
    """Remove what is no part of the current version: older ones, and what dead runs left."""
    kept = None if base is None else base.folder.name
    for name in {path.partition("/")[0] for path in (out / STATES).sizes()}:
        if name != kept:
            (out / STATES / name).remove()
    (out / PARTS).remove()


def _fetch(commit: Commit, folder: Path, needed: Collection[str] | None) -> Elsewhere:
    for table in load_dictionary().tables:
        (folder / table).mkdir(parents=True, exist_ok=True)
    left = {
        name: size
        for name, size in commit.files.items()
        if needed is not None and name.endswith(".parquet") and name.partition("/")[0] not in needed
    }
    here = {name: size for name, size in commit.files.items() if name not in left}
    fetch(commit.folder, folder, here)
    elsewhere = Elsewhere(folder, commit.folder)
    elsewhere.stand_in(left)
    return elsewhere


def _commit_path(out: Remote, number: int) -> Remote:
    return out / COMMITS / f"{number:08}.json"

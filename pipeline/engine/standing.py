"""What an archive already holds, and what of it stays when other inputs come."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from pipeline.dictionary import load_dictionary
from pipeline.engine.discover import Input, uri_of
from pipeline.engine.limits import PASSING
from pipeline.engine.plan import Plan
from pipeline.engine.result import Row
from pipeline.failures import OPENING
from pipeline.remote import Place
from pipeline.store import LedgerEntry, load_ledger
from pipeline.store.folder import part_paths
from pipeline.store.parts import batches, collect, open_table

_AT_ONCE = 1_000  # documents: what of them is held takes a tenth of what is looked at
# A name of some bytes: their SHA-256 (None where the file could not be read) and the URI.
Name = tuple[str | None, str]


@dataclass(frozen=True, slots=True)
class Holdings:
    """The names and failures that an archive holds; all empty where there is no archive yet."""

    names: frozenset[Name]
    failures: tuple[Row, ...]
    documents: frozenset[str]  # SHA-256 of the sources that have documents
    ledger: dict[str, LedgerEntry]

    def current(self, versions: tuple[str, str]) -> frozenset[str]:
        """The contents that these versions of the code and of the rules have read.

        Not those that could not be opened: they may be there again, under this name or another.
        """
        closed = {row["source_sha256"] for row in self.failures if row["stage"] == OPENING}
        read = (sha for sha, entry in self.ledger.items() if entry.is_current(*versions))
        return frozenset(sha for sha in read if sha not in closed)


@dataclass(frozen=True, slots=True)
class Standing:
    """What stays.  ``keep``: contents whose rows are taken over; ``names``: every URI of every
    content that the archive will hold, sorted; ``removed``: sources whose documents go, because
    their files are gone or changed; ``unnamed``: failures of bytes nobody could read, of other
    runs' sources."""

    keep: frozenset[str]
    names: dict[str, tuple[str, ...]]
    removed: int
    unnamed: tuple[Row, ...]

    def keeps_all(self, held: Holdings) -> bool:
        """Whether every document of the archive stays."""
        return held.documents <= self.keep

    def covers(self, held: Holdings, refused: Iterable[Row]) -> bool:
        """Whether the archive already holds all of this under just these names.

        :param refused: the failures of files that no reader was given
        """
        unread = [*self.unnamed, *refused]
        named = {(sha256, uri) for sha256, uris in self.names.items() for uri in uris}
        if held.names != named | {(None, str(row["source_uri"])) for row in unread}:
            return False
        known = [row for row in held.failures if row["source_sha256"] is None]
        alike = {frozenset(row.items()) for row in known}
        return len(known) == len(unread) and all(frozenset(row.items()) in alike for row in unread)


NOTHING = Standing(frozenset(), {}, 0, ())


def holdings(root: Path) -> Holdings:
    """Look into a version of an archive; one without any table counts as none.

    :raises ArchiveError: if a table or the ledger is damaged
    """
    tables = load_dictionary().tables
    missing = {name for name in tables if not part_paths(root, name)}
    if missing == set(tables):
        return Holdings(frozenset(), (), frozenset(), {})
    # Only the contract's own columns: an archive of an older version can be looked into as well.
    columns = ["source_sha256", "source_uri", "same_bytes_uris"]
    dataset = open_table(root, "documents")
    known = [name for name in columns if name in dataset.schema.names]
    names: set[Name] = set()
    documents = set()
    for batch in batches(dataset, root, "documents", known, _AT_ONCE):
        for row in batch.to_pylist():
            sha256 = sys.intern(row["source_sha256"])  # the ledger has it, too
            documents.add(sha256)
            uris = [row["source_uri"], *row.get("same_bytes_uris", ())]
            names.update((sha256, uri) for uri in uris)
    failures = collect(open_table(root, "failures"), root, "failures").to_pylist()
    names.update((row["source_sha256"], row["source_uri"]) for row in failures)
    # With a table less than there are now, what was read has to be read again.
    ledger = {} if any(tables[name].scope == "document" for name in missing) else load_ledger(root)
    return Holdings(frozenset(names), tuple(failures), frozenset(documents), ledger)


def given_up(held: Holdings) -> frozenset[str]:
    """The contents whose reading was cut off, or cut itself off, and may go better next time."""
    return frozenset(
        str(row["source_sha256"]) for row in held.failures if row["category"] in PASSING
    )


def decide(
    held: Holdings,
    plan: Plan,
    goes: Callable[[str], bool],
    versions: tuple[str, str],
    again: Collection[str] = (),
) -> Standing:
    """What of the holdings stays beside the plan's inputs.

    :param goes: whether a name that the archive holds is to leave where the plan has it not
    :param versions: of the code and of the rules; a content read by others is read again
    :param again: contents to read in any case
    """
    others = {(sha256, uri) for sha256, uri in held.names if not goes(uri)}
    names: dict[str, set[str]] = {}
    for content in plan.contents:
        names[content.task.sha256] = set(content.uris)
    planned = set(names)
    current = held.current(versions) & planned.difference(again)
    for sha256, uri in others:
        if sha256 is not None:
            names.setdefault(sha256, set()).add(uri)
    keep = current | (names.keys() - planned)
    return Standing(
        keep=frozenset(keep),
        names={sha256: tuple(sorted(uris)) for sha256, uris in names.items()},
        removed=len(held.documents - names.keys()),
        unnamed=tuple(
            row
            for row in held.failures
            if row["source_sha256"] is None and (None, row["source_uri"]) in others
        ),
    )


def name_failures(rows: Iterable[Row], names: dict[str, tuple[str, ...]]) -> list[Row]:
    """The failures of contents under all their names.

    Each name of bytes that gave nothing has its row; a page that failed is told once, under the
    name that the document has.
    """
    named: dict[tuple[object, ...], Row] = {}
    for row in rows:
        uris = names.get(str(row["source_sha256"]), (str(row["source_uri"]),))
        for uri in uris[:1] if row["is_partial"] else uris:
            made = {**row, "source_uri": uri}
            named[tuple(made.values())] = made
    return list(named.values())


def mirrored(sources: Iterable[Place], found: Iterable[Input]) -> Callable[[str], bool]:
    """The names that leave where the archive mirrors its sources: all that belong to them.

    Whether the files of a folder that could not be listed are gone, nobody knows: they stay.

    :param found: what stands under the sources
    """
    roots = {os.path.abspath(uri_of(source)) for source in sources}  # a URL is as good as a path
    closed = {os.path.abspath(one.uri) for one in found if one.closed is not None}

    def goes(uri: str) -> bool:
        path = os.path.abspath(uri)
        if any(path.startswith(folder + os.sep) for folder in closed):
            return False
        return any(path == root or path.startswith(root + os.sep) for root in roots)

    return goes


def replaced(found: Iterable[Input]) -> Callable[[str], bool]:
    """The names that leave where removed files are kept: those that now have a file."""
    there = {os.path.abspath(each.uri) for each in found}
    return lambda uri: os.path.abspath(uri) in there

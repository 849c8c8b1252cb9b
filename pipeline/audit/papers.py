"""The documents of an archive, one after the other, each with all its rows."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

import pyarrow.compute as pc

from pipeline.audit.model import Paper, Row
from pipeline.dictionary import load_dictionary
from pipeline.rulebook import Rulebook
from pipeline.store import Archive

AT_ONCE = 500  # documents whose rows are held at a time; the archive may hold any number
NEEDED = (
    "texts", "pages", "blocks", "signatures", "citations", "dates", "awardees", "initiatives",
    "figures",
)  # fmt: skip


def papers(archive: Archive, rules: Rulebook) -> Iterator[Paper]:
    """The documents of the archive in the order of the ids, which is that of the tables.

    Of copies of one dispatch (see `congvan resolve`) only the one that counts: a slip in it is one.
    """
    columns = ["doc_id", "source_sha256", "member", "same_as"]
    known = archive.arrow("documents", columns).to_pylist()
    held = Counter((row["source_sha256"], row["member"]) for row in known)
    ids = iter(sorted(row["doc_id"] for row in known if row["same_as"] is None))
    # Their rows lie in another order, and the others' in that of the ids.
    documents = archive.arrow("documents").sort_by("doc_id")
    while chosen := list(islice(ids, AT_ONCE)):
        same = (pc.field("doc_id") >= chosen[0]) & (pc.field("doc_id") <= chosen[-1])
        headers = {row["doc_id"]: row for row in documents.filter(same).to_pylist()}
        tables = {
            name: _by_document(archive.arrow(name, filters=same).to_pylist()) for name in NEEDED
        }
        for doc_id in chosen:
            header = headers[doc_id]
            rows = {name: found.get(doc_id, []) for name, found in tables.items()}
            alone = held[header["source_sha256"], header["member"]] == 1
            yield paper(header, rows, rules, is_alone=alone)


def paper(
    header: Row, rows: Mapping[str, Sequence[Row]], rules: Rulebook, *, is_alone: bool = True
) -> Paper:
    """One document from its row of `documents` and its rows of the other tables."""
    kept = {name: _in_order(name, found) for name, found in rows.items()}
    text = str(rows["texts"][0]["text"])
    return Paper(header["doc_id"], header, text, kept, rules, is_alone)


def _in_order(table: str, rows: Sequence[Row]) -> list[Row]:
    """The rows that count, in the order of the table."""
    columns = load_dictionary().tables[table].sort
    said = [row for row in rows if not row.get("is_duplicate")]
    return sorted(said, key=lambda row: [row[column] for column in columns])


def _by_document(rows: list[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["doc_id"]].append(row)
    return found

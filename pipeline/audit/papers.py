"""The documents of an archive, one after the other, each with all its rows."""

from __future__ import annotations

from collections import defaultdict
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
    """Every document of the archive in the order of the ids, which is that of the tables."""
    ids = iter(sorted(archive.arrow("documents", ["doc_id"])["doc_id"].to_pylist()))
    while chosen := list(islice(ids, AT_ONCE)):
        same = pc.field("doc_id").isin(chosen)
        headers = {
            row["doc_id"]: row for row in archive.arrow("documents", filters=same).to_pylist()
        }
        tables = {
            name: _by_document(archive.arrow(name, filters=same).to_pylist()) for name in NEEDED
        }
        for doc_id in chosen:
            rows = {name: found.get(doc_id, []) for name, found in tables.items()}
            yield paper(headers[doc_id], rows, rules)


def paper(header: Row, rows: Mapping[str, Sequence[Row]], rules: Rulebook) -> Paper:
    """One document from its row of `documents` and its rows of the other tables."""
    kept = {name: _in_order(name, found) for name, found in rows.items()}
    text = str(rows["texts"][0]["text"])
    return Paper(header["doc_id"], header, text, kept, rules)


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

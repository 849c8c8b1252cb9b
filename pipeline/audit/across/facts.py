"""What documents state that another document may state too, gathered as they are read.

Each document is looked at once, while the checks inside it are made; kept are small rows with keys
by which SQL brings together what is told of one award, body, period, person or document.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import pyarrow as pa

from pipeline.audit.across import counted, listed
from pipeline.audit.across.bodies import body_key
from pipeline.audit.across.model import PLACE, place_of
from pipeline.audit.model import Paper
from pipeline.resolve.papers import read_papers
from pipeline.rulebook import Rulebook

SCHEMAS = {
    "papers": pa.schema([
        ("doc_id", pa.string()), ("doc_type", pa.string()), ("number", pa.string()),
        ("issued", pa.date32()), ("body", pa.string()), ("is_draft", pa.bool_()),
        ("is_ocr", pa.bool_()), ("subject", pa.string()), ("cites_proposals", pa.int32()),
    ]),
    "heads": pa.schema([("field", pa.string()), *PLACE]),
    "cites": pa.schema([
        *PLACE, ("cited_doc_id", pa.string()), ("cited_type", pa.string()),
        ("cited_number", pa.string()), ("cited_on", pa.date32()), ("cited_issuer", pa.string()),
        ("cited_title", pa.string()), ("body", pa.string()),
    ]),
    "counts": pa.schema([*PLACE, *counted.COLUMNS]),
    "people": pa.schema([*PLACE, *listed.PEOPLE]),
    "lists": pa.schema([*listed.LISTS]),
    "works": pa.schema([*PLACE, *listed.WORKS]),
}  # fmt: skip
_AT_ONCE = 20_000  # rows that wait to be put into a table
_HEAD = ("doc_number", "issued_on", "issuer", "subject")


class Facts:
    """The facts of the documents seen so far; copies of a dispatch give none."""

    def __init__(self, rules: Rulebook) -> None:
        self._rules = rules
        self._waiting: dict[str, list[dict[str, Any]]] = defaultdict(list)
        self._made: dict[str, list[pa.RecordBatch]] = {name: [] for name in SCHEMAS}

    def watch(self, papers: Iterable[Paper]) -> Iterator[Paper]:
        """The same papers; what each states is kept as it goes by."""
        for paper in papers:
            self.add(paper)
            yield paper

    def add(self, paper: Paper) -> None:
        """Keep what a document states."""
        if paper.header.get("same_as") is not None or paper.header["genre"] == "news":
            return
        (known,) = read_papers([paper.header], self._rules)
        home = known.province
        body = body_key(paper.header["issuer"], home, self._rules)
        counts = list(counted.counts(paper, body, home, self._rules))
        people = list(listed.people(paper, home, self._rules))
        proposals = {c["cited_number"] for c in paper.of("citations") if c["cited_type"] == "TTr"}
        self._keep("papers", [{
            "doc_id": paper.doc_id, "doc_type": paper.header["doc_type"],
            "number": paper.header["doc_number"], "issued": paper.header["issued_on"],
            "body": body, "is_draft": paper.header["is_draft"], "is_ocr": paper.header["is_ocr"],
            "subject": paper.header["subject"], "cites_proposals": len(proposals),
        }])  # fmt: skip
        self._keep("heads", _heads(paper))
        self._keep("cites", _cites(paper, home, self._rules))
        self._keep("counts", counts)
        self._keep("people", people)
        self._keep("lists", listed.lists(paper, people, counts, body))
        self._keep("works", listed.works(paper, body))

    def tables(self) -> dict[str, pa.Table]:
        """All facts as Arrow tables (see SCHEMAS)."""
        for name in SCHEMAS:
            self._flush(name)
        return {
            name: pa.Table.from_batches(batches, SCHEMAS[name])
            for name, batches in self._made.items()
        }

    def _keep(self, name: str, rows: Iterable[dict[str, Any]]) -> None:
        self._waiting[name].extend(rows)
        if len(self._waiting[name]) >= _AT_ONCE:
            self._flush(name)

    def _flush(self, name: str) -> None:
        rows = self._waiting.pop(name, [])
        if rows:
            self._made[name].append(pa.RecordBatch.from_pylist(rows, SCHEMAS[name]))


def _heads(paper: Paper) -> Iterator[dict[str, Any]]:
    for name in _HEAD:
        place = paper.head(name)
        if place is not None:
            yield {
                "field": name, "row_id": paper.doc_id, "doc_id": paper.doc_id,
                "start": place.start, "end": place.end, "quote": place.quote, "sure": place.sure,
            }  # fmt: skip


def _cites(paper: Paper, home: str | None, rules: Rulebook) -> Iterator[dict[str, Any]]:
    for row in paper.of("citations"):
        is_whole = row["cited_number"] and row["cited_on"] and row["cited_issuer"]
        if row["cited_doc_id"] is None and not is_whole:
            continue
        yield {
            **place_of(paper, row, "citation_id"),
            **{name: row[name] for name in (
                "cited_doc_id", "cited_type", "cited_number", "cited_on", "cited_issuer",
                "cited_title")},
            "body": body_key(row["cited_issuer"], home, rules),
        }  # fmt: skip

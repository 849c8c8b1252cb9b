"""Resolves an archive in its folder: reads its tables, links their rows, writes them back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.grammar.spelling import fold
from pipeline.layout.pieces import without_marks
from pipeline.remote import Remote, place
from pipeline.resolve.candidates import CHECK, HEAD, candidate_findings
from pipeline.resolve.cited import Cited, find_cited
from pipeline.resolve.entities import Entities, find_entities
from pipeline.resolve.likely_copies import CHECK as LIKELY
from pipeline.resolve.likely_copies import likely_copies, likely_findings
from pipeline.resolve.mentions import read_mentions
from pipeline.resolve.papers import Paper, read_papers
from pipeline.resolve.same import TextsOf, same_dispatch
from pipeline.rulebook import Rulebook, load_rulebook
from pipeline.store import to_arrow, write_archive
from pipeline.store.current import check_archive
from pipeline.store.lock import locked
from pipeline.store.parts import collect, open_table, read_table
from pipeline.store.remote_archive import working_copy

# Checks whose findings are made here.
RESOLVING = (CHECK, LIKELY)
_AT_ONCE = 5_000  # rows that are Python values at a time
_UNUSED = [
    "same_bytes_uris", "addressees", "copies", "defects", "source_uri", "source_sha256",
    "media_type", "reader", "encoding", "pipeline_version", "rules_version", "signing_authority",
    "signer_title", "signer_name",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Resolution:
    """What was found: counts of rows.  ``likely_copies`` are pairs that may be one dispatch,
    ``candidates`` citations that only may mean one,
    ``doubtful`` pairs of entities that may be one."""

    documents: int
    copies: int
    likely_copies: int
    citations: int
    linked: int
    candidates: int
    mentions: int
    people: int
    collectives: int
    doubtful: int

    def as_json(self) -> dict[str, int]:
        """The counts by name."""
        return asdict(self)


def resolve(
    out: Path | str | Remote, rules: Path | str | None = None, *, wait: bool = False
) -> Resolution:
    """Link the rows of an archive to each other and write the links into its tables.

    Sets ``documents.same_as``, ``citations.cited_doc_id`` and ``awardees.entity_id``, fills
    ``entities`` and ``entity_links``, and puts a row into ``findings`` for each citation that
    agrees with a document but for one thing.  What an earlier call found is
    made anew, so calling it twice changes nothing; findings of others stay.  All tables are
    replaced in one step: if the program is cut off, the archive is as it was.

    :param out: the folder, or the URL of an archive on an object store
    :param rules: a rules folder; None for the shipped one
    :param wait: wait while a run or the audit writes to ``out``, instead of refusing
    :raises ArchiveError: if ``out`` is no archive of this version, or another process writes to it
    :raises RulesError: if the rules do not load
    """
    target = place(out)
    check_archive(target)
    book = load_rulebook(None if rules is None else Path(rules))
    if isinstance(target, Path):
        with locked(target, wait=wait):
            return _resolve(target, book)
    with working_copy(target, wait=wait) as copy:
        made = _resolve(copy.folder, book)
        copy.publish()
    return made


def _resolve(target: Path, book: Rulebook) -> Resolution:
    documents = read_table(target, "documents")
    citations = read_table(target, "citations")
    papers = read_papers(_headers(documents), book)
    texts = partial(_texts, target)
    awardees = read_table(target, "awardees")
    people = _people(awardees)
    copies = same_dispatch(papers, people, texts, book)
    likely = likely_copies(papers, people, copies)
    rows = citations.drop_columns(["bbox"]).to_pylist()
    found = find_cited(rows, papers, copies, book)
    findings = list(_findings(rows, found, papers, copies, texts))
    findings += likely_findings(likely, texts([p.doc_id for pair in likely for p in pair]))
    del rows
    kept = read_table(target, "findings")
    kept = kept.filter(pc.invert(pc.is_in(kept["check"], value_set=pa.array(RESOLVING))))
    entities = _entities(target, awardees, papers, copies, book)
    links = {cited.citation_id: cited.doc_id for cited in found}
    write_archive(
        target,
        {  # what is referred to comes first, should the program be cut off in between
            "entities": entities.table,
            "awardees": _with(awardees, "entity_id", "awardee_id", entities.of),
            "entity_links": entities.link_table,
            "documents": _with(documents, "same_as", "doc_id", copies),
            "citations": _with(citations, "cited_doc_id", "citation_id", links),
            "findings": pa.concat_tables([kept, to_arrow("findings", findings)]),
        },
    )
    return Resolution(
        documents=len(papers),
        copies=len(copies),
        likely_copies=len(likely),
        citations=citations.num_rows,
        linked=sum(cited.doc_id is not None for cited in found),
        candidates=sum(cited.doc_id is None for cited in found),
        mentions=awardees.num_rows,
        people=_count(entities.table["kind"], "person"),
        collectives=_count(entities.table["kind"], "collective"),
        doubtful=_count(entities.link_table["is_merged"], False),
    )


def _count(values: pa.ChunkedArray, wanted: str | bool) -> int:
    return int(pc.sum(pc.equal(values, wanted)).as_py() or 0)


def _batches(rows: pa.Table) -> Iterator[dict[str, Any]]:
    """Rows as dicts, some at a time: all of them take ten times the room of the table."""
    for batch in rows.to_batches(max_chunksize=_AT_ONCE):
        yield from batch.to_pylist()


def _headers(documents: pa.Table) -> Iterator[dict[str, Any]]:
    """Rows of ``documents`` without what no link rests on."""
    for row in _batches(documents.drop_columns(_UNUSED)):
        row["evidence"] = [item for item in row["evidence"] if item["field"] in HEAD]
        yield row


def _texts(out: Path, doc_ids: Sequence[str]) -> dict[str, str]:
    """The texts of documents, by their ids."""
    same = pc.field("doc_id").isin(pa.array(doc_ids, pa.string()))
    rows = collect(open_table(out, "texts"), out, "texts", ["doc_id", "text"], same)
    found = zip(rows["doc_id"].to_pylist(), rows["text"].to_pylist(), strict=True)
    return dict.fromkeys(doc_ids, "") | dict(found)


def _entities(
    out: Path,
    awardees: pa.Table,
    papers: Sequence[Paper],
    copies: Mapping[str, str],
    rules: Rulebook,
) -> Entities:
    """The people and bodies that the awardees are."""
    columns = ["initiative_id", "title", "authors"]
    titles = {
        row["initiative_id"]: (
            fold(row["title"]),
            frozenset(without_marks(fold(name)) for name in row["authors"]),
        )
        for row in _batches(read_table(out, "initiatives", columns))
    }
    rows = _batches(awardees.drop_columns(["bbox", "quote"]))
    by_id = {paper.doc_id: paper for paper in papers}
    return find_entities(read_mentions(rows, by_id, titles, copies, rules), rules)


def _people(rows: pa.Table) -> dict[str, frozenset[str]]:
    """Names of each document's awardees, marks aside."""
    names: dict[str, set[str]] = {}
    for doc_id, name in zip(rows["doc_id"].to_pylist(), rows["name"].to_pylist(), strict=True):
        names.setdefault(doc_id, set()).add(without_marks(fold(name)))
    return {doc_id: frozenset(found) for doc_id, found in names.items()}


def _findings(
    rows: Sequence[Mapping[str, Any]],
    found: Sequence[Cited],
    papers: Sequence[Paper],
    copies: Mapping[str, str],
    texts: TextsOf,
) -> Iterator[dict[str, Any]]:
    """Findings about citations in doubt; what a copy cites in doubt is told once, of the first."""
    by_id = {row["citation_id"]: row for row in rows}
    counted = [cited for cited in found if by_id[cited.citation_id]["doc_id"] not in copies]
    return candidate_findings(counted, by_id, {paper.doc_id: paper for paper in papers}, texts)


def _with(rows: pa.Table, column: str, key: str, links: Mapping[str, str | None]) -> pa.Table:
    """The rows with a column of links set anew, by the row's key."""
    at = rows.schema.get_field_index(column)
    field = rows.schema.field(at)
    values = [links.get(row_key) for row_key in rows[key].to_pylist()]
    return rows.set_column(at, field, pa.array(values, field.type))

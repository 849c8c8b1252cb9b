"""Resolves an archive in its folder: reads its tables, links their rows, writes them back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.grammar.spelling import fold
from pipeline.layout.pieces import without_marks
from pipeline.remote import Remote, place
from pipeline.resolve.candidates import CHECK, candidate_findings
from pipeline.resolve.cited import Cited, find_cited
from pipeline.resolve.entities import Entities, find_entities
from pipeline.resolve.mentions import read_mentions
from pipeline.resolve.papers import Paper, read_papers
from pipeline.resolve.same import same_dispatch
from pipeline.rulebook import Rulebook, load_rulebook
from pipeline.store import to_arrow, write_archive
from pipeline.store.folder import check_archive
from pipeline.store.lock import locked
from pipeline.store.parts import collect, open_table, read_table
from pipeline.store.remote_archive import working_copy


@dataclass(frozen=True, slots=True)
class Resolution:
    """What was found: counts of rows.  ``candidates`` are citations that only may mean one,
    ``doubtful`` pairs of entities that may be one."""

    documents: int
    copies: int
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
    papers = read_papers(documents.to_pylist(), book)
    texts = _Texts(target)
    awardees = read_table(target, "awardees")
    copies = same_dispatch(papers, _people(awardees), texts.get, book)
    rows = citations.to_pylist()
    found = find_cited(rows, papers, copies, book)
    findings = _findings(rows, found, papers, copies, texts)
    kept = read_table(target, "findings")
    kept = kept.filter(pc.not_equal(kept["check"], CHECK))
    entities = _entities(target, awardees, papers, copies, book)
    links = {cited.citation_id: cited.doc_id for cited in found}
    write_archive(
        target,
        {
            "entities": to_arrow("entities", entities.rows),
            "awardees": _with(awardees, "entity_id", "awardee_id", entities.of),
            "entity_links": to_arrow("entity_links", entities.links),
            "documents": _with(documents, "same_as", "doc_id", copies),
            "citations": _with(citations, "cited_doc_id", "citation_id", links),
            "findings": pa.concat_tables([kept, to_arrow("findings", findings)]),
        },
    )
    return Resolution(
        documents=len(papers),
        copies=len(copies),
        citations=len(rows),
        linked=sum(cited.doc_id is not None for cited in found),
        candidates=sum(cited.doc_id is None for cited in found),
        mentions=awardees.num_rows,
        people=sum(row["kind"] == "person" for row in entities.rows),
        collectives=sum(row["kind"] == "collective" for row in entities.rows),
        doubtful=sum(not row["is_merged"] for row in entities.links),
    )


class _Texts:
    """Texts of an archive, each read when it is asked for and kept."""

    def __init__(self, out: Path) -> None:
        self._out = out
        self._kept: dict[str, str] = {}

    def get(self, doc_id: str) -> str:
        if doc_id not in self._kept:
            rows = collect(
                open_table(self._out, "texts"), self._out, "texts", ["text"],
                pc.field("doc_id") == doc_id,
            )  # fmt: skip
            self._kept[doc_id] = rows["text"][0].as_py() if rows.num_rows else ""
        return self._kept[doc_id]


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
        for row in read_table(out, "initiatives", columns).to_pylist()
    }
    rows = awardees.drop_columns(["bbox", "quote"]).to_pylist()
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
    texts: _Texts,
) -> list[dict[str, Any]]:
    """Findings about citations in doubt; what a copy cites in doubt is told once, of the first."""
    by_id = {row["citation_id"]: row for row in rows}
    counted = [cited for cited in found if by_id[cited.citation_id]["doc_id"] not in copies]
    return candidate_findings(counted, by_id, {paper.doc_id: paper for paper in papers}, texts.get)


def _with(rows: pa.Table, column: str, key: str, links: Mapping[str, str | None]) -> pa.Table:
    """The rows with a column of links set anew, by the row's key."""
    at = rows.schema.get_field_index(column)
    field = rows.schema.field(at)
    values = [links.get(row_key) for row_key in rows[key].to_pylist()]
    return rows.set_column(at, field, pa.array(values, field.type))

"""What an archive says of each document, as facts that can be held against another archive's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.dictionary import load_dictionary
from pipeline.dictionary.model import Column, Table
from pipeline.evaluate.judged import head_field
from pipeline.remote import Remote
from pipeline.store import Archive

# What a row says above all: rows that agree in it are one row, whatever else has changed.
KEYS: Mapping[str, tuple[str, ...]] = {
    "citations": ("cited_number",),
    "dates": ("date_start", "date_end"),
    "awardees": ("name", "kind"),
    "initiatives": ("title",),
    "figures": ("value", "unit"),
    "failures": ("stage", "category", "page"),
}
# Where words stand says nothing about what they mean; ids and versions may change at will.
_PLACES = frozenset({"doc_id", "page", "start", "end", "bbox"})
_TECHNICAL = frozenset(
    {
        "doc_id", "source_uri", "source_sha256", "same_bytes_uris", "member", "ordinal",
        "size_bytes", "text_quality", "ocr_confidence", "pipeline_version", "rules_version",
        "evidence",
    }
)  # fmt: skip

DocumentKey = tuple[str, str | None, int]
"""Source, member of an archive or mail, and place of the dispatch in it."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of a table, or a field of ``documents``: what is compared of it.

    ``place`` is the span in the document's text, None for what rests on no words; ``key`` and
    ``values`` hold what it says, by column; ``row_id`` finds its judgement.
    """

    table: str
    row_id: str
    rule: str | None
    place: tuple[int, int] | None
    quote: str
    key: tuple[Any, ...]
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """A document's name, text and facts; ``doc_id`` is "" for an input that gave no document."""

    name: str
    doc_id: str
    text: str
    facts: tuple[Fact, ...]


def read_facts(folder: Path | str | Remote) -> dict[DocumentKey, DocumentFacts]:
    """All facts of an archive by document.

    Tables of rows with a rule, the fields of ``documents`` and the ``failures`` count; what is
    derived from them (entities, findings), layout and pages do not.

    :raises ArchiveError: if the folder is no archive of this version
    """
    archive = Archive(folder)
    documents = archive.arrow("documents").to_pylist()
    texts = archive.arrow("texts").to_pylist()
    text_of = {row["doc_id"]: row["text"] for row in texts}
    facts: dict[str, list[Fact]] = {row["doc_id"]: list(_fields(row)) for row in documents}
    for doc_id, fact in _rows(archive):
        facts[doc_id].append(fact)
    found: dict[DocumentKey, DocumentFacts] = {}
    for row in documents:
        doc_id, key = row["doc_id"], (row["source_uri"], row["member"], row["ordinal"])
        name = _name(*key)
        found[key] = DocumentFacts(name, doc_id, text_of.get(doc_id, ""), tuple(facts[doc_id]))
    for row in archive.arrow("failures").to_pylist():
        key = (row["source_uri"], row["member"], 0)
        known = found.get(key, DocumentFacts(_name(*key), "", "", ()))
        failed = (*known.facts, _failure(row))
        found[key] = DocumentFacts(known.name, known.doc_id, known.text, failed)
    return found


def fact_id(table: str, row: Mapping[str, Any]) -> str:
    """What finds a row, or a judged field of ``documents``, among the facts of its archive."""
    if table == "documents":
        return f"{row['doc_id']} {row['field']}"
    return str(row.get(load_dictionary().tables[table].id_column or ""))


def _fields(document: Mapping[str, Any]) -> Iterator[Fact]:
    """Each known field of a row of ``documents`` as a fact, with its rule where it has one."""
    for name, value in document.items():
        if name in _TECHNICAL or value is None or value == []:
            continue
        founded = head_field(document, name) or {}
        values = {name: value}
        if founded:
            values |= {"rule": founded["rule"], "confidence": founded["confidence"]}
        row_id = fact_id("documents", {"doc_id": document["doc_id"], "field": name})
        yield Fact("documents", row_id, founded.get("rule"), None, "", (name,), values)


def _rows(archive: Archive) -> Iterator[tuple[str, Fact]]:
    """The rows of the tables with evidence, with the id of their document."""
    dictionary = load_dictionary()
    made = [table for table in dictionary.tables.values() if table.has_evidence]
    rows = {table.name: archive.arrow(table.name).to_pylist() for table in made}
    quotes = {
        fact_id(name, row): str(row["quote"]) for name, found in rows.items() for row in found
    }
    for table in made:
        compared = [column for column in table.columns if _is_compared(column, table)]
        pointers = {column.name for column in compared if column.references}
        for row in rows[table.name]:
            values = {column.name: row[column.name] for column in compared if column.name in row}
            for name in pointers & values.keys():
                # The words of the row that it points to: ids may differ from run to run.
                values[name] = quotes.get(values[name], values[name])
            key = tuple(row[name] for name in KEYS.get(table.name, ()))
            place = (row["start"], row["end"])
            yield row["doc_id"], Fact(
                table.name, fact_id(table.name, row), row["rule"], place, row["quote"], key, values
            )  # fmt: skip


def _is_compared(column: Column, table: Table) -> bool:
    if column.name in _PLACES or column.name == table.id_column:
        return False
    if column.references is None:
        return True
    # What other tables are derived from stays out; a document's id is made of its bytes.
    target = load_dictionary().tables[column.references[0]]
    return target.scope == "document"


def _failure(row: Mapping[str, Any]) -> Fact:
    key = tuple(row[name] for name in KEYS["failures"])
    values = {name: row[name] for name in ("stage", "category", "page", "message", "is_partial")}
    return Fact("failures", "", None, None, row["message"], key, values)


def _name(source: str, member: str | None, ordinal: int) -> str:
    inside = f"!{member}" if member else ""
    return f"{source}{inside}{f' (dispatch {ordinal + 1})' if ordinal else ''}"

"""Resolving measured on real documents, by what their annotations say: where these exist."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pipeline.resolve.cited import find_cited
from pipeline.resolve.entities import Entities, find_entities
from pipeline.resolve.mentions import read_mentions
from pipeline.resolve.papers import read_papers
from pipeline.resolve.same import same_dispatch
from pipeline.rulebook import load_rulebook
from tests.resolve_papers import citation, paper

GOLD = Path(__file__).resolve().parents[2] / "shared" / "gold"
RULES = load_rulebook()
pytestmark = pytest.mark.skipif(not GOLD.is_dir(), reason="the shared annotations are not here")


def annotated() -> dict[str, dict[str, Any]]:
    files = sorted(GOLD.glob("*.json"))
    return {file.stem: json.loads(file.read_text("utf-8")) for file in files}


def documents(gold: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    rows = []
    for name, found in gold.items():
        head = found["document"]
        number = head.get("doc_number")
        fields = ("doc_type", "parent_issuer", "place", "genre", "subject")
        others = {field: head.get(field) for field in fields}
        is_draft = bool(number and number.startswith("/"))
        rows.append(
            paper(name, number, head.get("issued_on"), head.get("issuer") or "", **others)
            | {"is_draft": is_draft, "genre": others["genre"] or "dispatch"}
        )
    return rows


def people(gold: dict[str, dict[str, Any]]) -> Entities:
    rows = [
        {
            "awardee_id": f"{name}-{i:04}",
            "doc_id": name,
            "ordinal": None,
            "year": item.get("year"),
            "decision": item.get("decision"),
            "initiative_id": None,
            "confidence": 0.95,
            "is_duplicate": False,
            **{
                key: item.get(key)
                for key in ("name", "kind", "role", "position", "workplace", "honorific", "award")
            },
        }
        for name, found in gold.items()
        for i, item in enumerate(found.get("awardees", ()))
    ]
    papers = {doc.doc_id: doc for doc in read_papers(documents(gold), RULES)}
    return find_entities(read_mentions(rows, papers, {}, {}, RULES), RULES)


def test_the_same_awardees_of_minutes_submission_decision_and_draft_are_one() -> None:
    gold = annotated()
    family = {
        name: len(found["awardees"])
        for name, found in gold.items()
        for entry in found.get("audit", ())
        if entry["check"] == "cross_document_awardees"
    }
    assert len(family) == 4
    found = people(gold)
    whole = max(family.values())
    for i in range(whole):
        ids = {found.of[f"{name}-{i:04}"] for name, count in family.items() if count > i}
        assert len(ids) == 1, (i, ids)
    assert (
        len({found.of[f"{name}-{i:04}"] for name, n in family.items() for i in range(n)}) == whole
    )


def test_what_one_list_names_stays_apart() -> None:
    gold = annotated()
    found = people(gold)
    one_list = {
        (name, found.of[f"{name}-{i:04}"])
        for name, document in gold.items()
        for i, item in enumerate(document.get("awardees", ()))
        if item["role"] == "awardee"
    }
    listed = sum(
        item["role"] == "awardee" for doc in gold.values() for item in doc.get("awardees", ())
    )
    repeated = listed - len(one_list)
    assert repeated <= 0.02 * listed, "a list names hardly anybody twice"


def test_citations_link_to_the_documents_with_their_number_and_day() -> None:
    gold = annotated()
    papers = read_papers(documents(gold), RULES)
    known = {
        (found["document"].get("doc_number"), found["document"].get("issued_on")): name
        for name, found in gold.items()
    }
    rows, expected = [], set()
    for name, found in gold.items():
        for item in found.get("citations", ()):
            if item["cited_number"]:
                row = citation(
                    name, item["cited_number"], item["cited_on"], item["cited_issuer"],
                    item["cited_type"],
                )  # fmt: skip
                rows.append(row)
                held = known.get((item["cited_number"], item["cited_on"]))
                if held and item["cited_on"] and held != name:
                    expected.add((row["citation_id"], held))
    found_links = find_cited(rows, papers, {}, RULES)
    assert {(c.citation_id, c.doc_id) for c in found_links if c.doc_id} == expected
    assert expected


def test_no_two_real_documents_are_taken_for_copies() -> None:
    texts = {name: json.dumps(found["document"]) for name, found in annotated().items()}
    papers = read_papers(documents(annotated()), RULES)
    assert same_dispatch(papers, {}, lambda ids: {i: texts[i] for i in ids}, RULES) == {}

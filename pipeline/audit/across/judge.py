"""Runs the checks across documents and turns what they find into rows of `findings`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import pyarrow.compute as pc

from pipeline.audit.across.facts import Facts
from pipeline.audit.across.model import Desk, Site
from pipeline.audit.across.registry import ACROSS
from pipeline.audit.choices import Choices
from pipeline.audit.judge import chosen_checks, finding_row, held_back
from pipeline.audit.model import SURE
from pipeline.errors import RulesError
from pipeline.identity import row_id
from pipeline.resolve.candidates import CHECK as RESOLVED
from pipeline.rulebook import Rulebook
from pipeline.rulebook.checks import CheckBook
from pipeline.store import Archive

Finding = dict[str, Any]


def across(
    archive: Archive, facts: Facts, rules: Rulebook, book: CheckBook, choices: Choices
) -> Iterator[Finding]:
    """Rows of `findings` about what several documents state.

    :param facts: those of every document of the archive
    :raises RulesError: a check of the rules that this version does not know how to make
    """
    desk = Desk(facts.tables(), rules)
    for check in chosen_checks(book, choices):
        if not check.across:
            continue
        if check.id not in ACROSS:
            known = ", ".join(ACROSS)
            raise RulesError(
                check.file, check.line, f"no check {check.id!r}; this version makes {known}"
            )
        taken: Counter[tuple[str, int, int]] = Counter()
        for found in ACROSS[check.id](desk, check):
            first = found.places[0]
            assert isinstance(first, Site)
            start, end = first.start or 0, first.end or 0
            key = row_id(first.doc_id, check.id, start, end, taken[first.doc_id, start, end])
            taken[first.doc_id, start, end] += 1
            places = [(place.doc_id, place) for place in found.places if isinstance(place, Site)]
            yield finding_row(key, check, held_back(found), places, book, choices)
        if check.id == RESOLVED:
            yield from _resolved(archive, book, choices)


def _resolved(archive: Archive, book: CheckBook, choices: Choices) -> Iterator[Finding]:
    """What `congvan resolve` found of citations that agree with a document but for one thing.

    It proves nothing where the citation, or the head of the document, was read with doubt.
    """
    same = (pc.field("check") == RESOLVED) & (pc.field("verdict") != "consistent")
    rows = [
        row for row in archive.arrow("findings", filters=same).to_pylist()
        if row["finding_id"].startswith(f"{RESOLVED}-")
    ]  # fmt: skip
    sure = _sure(archive, rows)
    for row in rows:
        found = row | {"explained": choices.explained.get(row["finding_id"])}
        if row["verdict"] == "contradiction" and any(
            sure.get(place["row_id"], 1.0) < SURE for place in row["evidence"]
        ):
            vi, en = book.reasons["doubtful_words"]
            found |= {
                "verdict": "not_checkable", "message_vi": f"{row['message_vi']} {vi.capitalize()}",
                "message_en": f"{row['message_en']} {en.capitalize()}",
            }  # fmt: skip
        yield found


def _sure(archive: Archive, rows: list[Finding]) -> Mapping[str, float]:
    """How surely the citations and heads were read that findings rest on, by row id."""
    named = {place["row_id"] for row in rows for place in row["evidence"]}
    if not named:
        return {}
    cited = archive.arrow(
        "citations", ["citation_id", "confidence"], pc.field("citation_id").isin(sorted(named))
    ).to_pylist()
    heads = archive.arrow(
        "documents", ["doc_id", "evidence"], pc.field("doc_id").isin(sorted(named))
    ).to_pylist()
    lowest = {
        row["doc_id"]: min(
            (e["confidence"] for e in row["evidence"] if e["field"] in ("doc_number", "issued_on")),
            default=1.0,
        )
        for row in heads
    }
    return lowest | {row["citation_id"]: row["confidence"] for row in cited}

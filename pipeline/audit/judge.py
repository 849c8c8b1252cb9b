"""Runs the checks over documents and turns what they find into rows of `findings`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from pipeline.audit.choices import Choices
from pipeline.audit.model import SURE, Found, Paper, Place, number
from pipeline.audit.registry import METHODS
from pipeline.errors import RulesError
from pipeline.identity import row_id
from pipeline.rulebook.checks import Check, CheckBook


def chosen_checks(book: CheckBook, choices: Choices) -> list[Check]:
    """The checks to be made, with the tolerances that a person set.

    :raises RulesError: a check of the rules that this version does not know how to make
    """
    chosen = [check for check in book.checks.values() if check.on and check.id not in choices.off]
    for check in chosen:
        if check.id not in METHODS and not check.across:
            known = ", ".join(METHODS)
            raise RulesError(
                check.file, check.line, f"no check {check.id!r}; this version makes {known}"
            )
    return [
        replace(check, tolerance=choices.tolerance.get(check.id, check.tolerance))
        for check in chosen
    ]


def findings(
    papers: Iterable[Paper], book: CheckBook, choices: Choices
) -> Iterator[dict[str, object]]:
    """Rows of `findings` for the documents, contradictions and all other verdicts alike.

    Checks across documents are made by :mod:`pipeline.audit.across`.

    :raises RulesError: a check of the rules that this version does not know how to make
    """
    checks = [check for check in chosen_checks(book, choices) if not check.across]
    for paper in papers:
        for check in checks:
            taken: dict[tuple[int, int], int] = {}
            for found in METHODS[check.id](paper, check):
                start, end = _anchor(found)
                ordinal = taken.get((start, end), 0)
                taken[start, end] = ordinal + 1
                key = row_id(paper.doc_id, check.id, start, end, ordinal)
                places = [(paper.doc_id, place) for place in found.places]
                row = finding_row(key, check, held_back(found), places, book, choices)
                yield row | {"doc_ids": [paper.doc_id]}  # also of what rests on no words


def held_back(found: Found) -> Found:
    """The same, but no contradiction where the words themselves were read with doubt."""
    if found.verdict == "contradiction" and any(p.sure < SURE for p in found.places):
        return replace(found, verdict="not_checkable", reason="doubtful_words")
    return found


def _anchor(found: Found) -> tuple[int, int]:
    """The first words of the evidence, by which the finding is known from run to run."""
    first = next((p for p in found.places if p.start is not None), None)
    return (first.start or 0, first.end or 0) if first is not None else (0, 0)


def finding_row(
    key: str,
    check: Check,
    found: Found,
    places: Sequence[tuple[str, Place]],
    book: CheckBook,
    choices: Choices,
) -> dict[str, Any]:
    """A row of `findings`; ``places`` are those that it rests on, each with its document."""
    vi, en = messages(check, book, found)
    return {
        "finding_id": key,
        "check": check.id,
        "verdict": found.verdict,
        "severity": check.severity,
        "doc_ids": list(dict.fromkeys(doc_id for doc_id, _ in places)),
        "expected": found.expected,
        "observed": found.observed,
        "difference": found.difference,
        "message_vi": vi,
        "message_en": en,
        "explained": choices.explained.get(key),
        "evidence": [
            {
                "table": place.table, "row_id": place.row_id, "doc_id": doc_id,
                "start": place.start, "end": place.end, "quote": place.quote,
            }
            for doc_id, place in places
        ],
    }  # fmt: skip


def _signed(difference: float) -> str:
    return f"+{number(difference)}" if difference > 0 else number(difference)


def messages(check: Check, book: CheckBook, found: Found) -> tuple[str, str]:
    """The sentences of a finding, Vietnamese and English."""
    if found.verdict == "not_checkable":
        vi, en = book.reasons[found.reason]
        return f"{check.vi}: {vi}", f"{check.en}: {en}"
    holds = found.verdict == "consistent"
    values = {
        "expected": found.expected or "?",
        "observed": found.observed or "?",
        "difference": "?" if found.difference is None else _signed(found.difference),
    }
    vi, en = (check.holds_vi, check.holds_en) if holds else (check.fails_vi, check.fails_en)
    return vi.format(**values), en.format(**values)

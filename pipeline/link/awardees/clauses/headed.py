"""What the headings and the subject of a notice say of the bare awards below them."""

from __future__ import annotations

from dataclasses import replace

from pipeline.link.awardees.clauses.clause import AwardClause
from pipeline.link.deciding import Deciding
from pipeline.model import Block, Dispatch
from pipeline.rulebook import Rulebook


def headed(
    clause: AwardClause, block: Block, dispatch: Dispatch, deciding: Deciding, rules: Rulebook
) -> AwardClause:
    """The clause of `1. Bằng khen của A: ông B`, which names award and people alone, with the role
    that the headings above it tell, and the year that the subject of a notice of results does."""
    said = block.view[: max(0, clause.award_start - block.start)]
    if (
        deciding.decides
        or clause.role != "awardee"
        or rules.pattern("clauses.headed_told").regex.search(said)
    ):
        return clause
    if any(rules.pattern("clauses.headed_asked").regex.search(heading) for heading in block.path):
        return replace(clause, role="nominee", decision=None, year=None)
    subject = dispatch.head.subject
    if clause.year is not None or subject is None or dispatch.head.doc_type != "TB":
        return clause
    results = rules.pattern("clauses.headed_results").regex.search(subject.value)
    year = rules.pattern("awardee.year").regex.search(subject.value) if results else None
    return clause if year is None else replace(clause, year=int(year["year"]))

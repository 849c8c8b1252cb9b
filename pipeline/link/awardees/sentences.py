"""Rows for those whom sentences with an award name, and for those whom the next one names."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.initiatives import TitledInitiative
from pipeline.link.awardees.above import ARTICLE
from pipeline.link.awardees.chain import called_subject, carried_over
from pipeline.link.awardees.clause import AwardClause
from pipeline.link.awardees.given import called_in_clause
from pipeline.link.awardees.opening import lists_prize
from pipeline.link.awardees.prose import continuing, named_in_clause, names_alone
from pipeline.link.awardees.series import SENTENCE_END, Enumerated
from pipeline.link.awardees.walk import Walk
from pipeline.model import Block


def awarded_in_continuation(walk: Walk, block: Block, titles: Sequence[TitledInitiative]) -> None:
    """Rows for the names of a paragraph that names those whom the one before it counted."""
    clause, walk.counted = walk.counted, None
    if clause is None:
        return
    alone = names_alone(block, titles, walk.rules)
    for item in alone:
        _add(walk, block, clause, item)
    if alone and alone[-1].named.kind == "collective":
        walk.counted = clause  # the next paragraph may list more of them
    at = 0
    while found := continuing(block, at, titles, walk.rules):
        for item in found:
            _add(walk, block, clause, item)
        walk.counted = clause  # the next paragraph may name more of them
        end = SENTENCE_END.search(block.view, max(i.named.tail for i in found) - block.start)
        if end is None:
            break
        at = end.end()


def awarded_in_prose(
    walk: Walk,
    index: int,
    block: Block,
    clauses: Sequence[AwardClause],
    titles: Sequence[TitledInitiative],
) -> set[int]:
    """Rows for the names that sentences with an award give; returns the titles they used."""
    used: set[int] = set()
    walk.counted = clauses[-1] if clauses else walk.counted
    is_article = ARTICLE.match(block.view) is not None
    is_sure = walk.deciding.decides and (is_article or lists_prize(block, clauses))
    before: tuple[AwardClause, list[Enumerated]] | None = None  # whom the sentence is about
    for stated in clauses:
        clause = stated
        found = list(named_in_clause(block, clause, clauses, titles, walk.rules, sure=is_sure))
        if not found and before is not None:
            clause, found = carried_over(block, clause, *before, walk.rules)
        if not found:
            found = called_subject(walk, index, block, clause, clauses)
        for item in found:
            if item.initiative is not None:
                used.add(item.initiative.start)
            _add(walk, block, clause, item)
            walk.counted = clause if _is_list_to_end(block, item) else None
        is_about = bool(found) and all(i.named.start < clause.award_start for i in found)
        before = (clause, found) if is_about else None
        called = called_in_clause(block, clause, walk.rows.people()) if not found else None
        if called is not None:
            _add(walk, block, clause, Enumerated(called))
            walk.counted = None
    return used


def _is_list_to_end(block: Block, item: Enumerated) -> bool:
    """Does the paragraph end with this collective, the last of a list behind a colon?"""
    tail = block.view[item.named.tail - block.start :]
    is_listed = ";" in block.view and ":" in block.view
    return item.named.kind == "collective" and is_listed and not tail.strip(" .;,")


def _add(walk: Walk, block: Block, clause: AwardClause, item: Enumerated) -> None:
    """A row for a name that a sentence with an award gives, and for its initiative."""
    key = None
    if item.initiative is not None:
        key = walk.rows.initiative(
            item.initiative, (item.named.name,), is_duplicate=block.is_duplicate
        )
    walk.rows.add(
        item.named, clause.role, clause, key,
        is_duplicate=block.is_duplicate, rule="awardee.sentence",
    )  # fmt: skip

"""Rows for those whom sentences with an award name, and for those whom the next one names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.initiatives import TitledInitiative
from pipeline.link.awardees.clauses.clause import AwardClause
from pipeline.link.awardees.clauses.voted import asked_about, voted_for
from pipeline.link.awardees.line_above import ARTICLE
from pipeline.link.awardees.lists.opening import lists_prize
from pipeline.link.awardees.prose.chain import (
    bare_receiver,
    called_subject,
    carried_over,
    named_in_full,
)
from pipeline.link.awardees.prose.given_names import called_in_clause
from pipeline.link.awardees.prose.households import as_household, with_spouses
from pipeline.link.awardees.prose.in_turn import each_in_turn
from pipeline.link.awardees.prose.named import named_in_clause
from pipeline.link.awardees.prose.names_alone import continuing, names_alone
from pipeline.link.awardees.prose.shared import DOUBTED, is_one_for_each, sharing
from pipeline.link.awardees.prose.told_above import told_above
from pipeline.link.awardees.recipients.series import Enumerated
from pipeline.link.awardees.walk import Walk
from pipeline.model import Block
from pipeline.rulebook import Rulebook

_ENDS = re.compile(r"[ .;,]*+\Z")
_NEAR = 8
"""Clauses to either side that can bound one: they stand in the order of the text."""


def awarded_in_continuation(walk: Walk, block: Block, titles: Sequence[TitledInitiative]) -> None:
    """Rows for the names of a paragraph that names those whom the one before it counted."""
    clause, walk.counted = walk.counted, None
    is_listed, walk.is_listing = walk.is_listing, False
    if clause is None:
        return
    alone = names_alone(block, titles, walk.rules, is_listed=is_listed)
    # `trao A cho 5 cá nhân, B cho 4 tập thể`, and then who they are
    by_kind = walk.elsewhere.just_told()
    for item in alone:
        _add(walk, block, by_kind.get(item.named.kind, clause), item)
    if alone and (is_listed or alone[-1].named.kind == "collective"):
        walk.counted, walk.is_listing = clause, is_listed  # the next paragraph may list more
    at = 0
    while found := continuing(block, at, titles, walk.rules):
        for item in found:
            _add(walk, block, by_kind.get(item.named.kind, clause), item)
        walk.counted, walk.is_listing = clause, True  # the next paragraph may name more of them
        end = walk.rules.pattern("recipients.series_sentence_end").regex.search(
            block.view, max(i.named.tail for i in found) - block.start
        )
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
    open_: list[AwardClause] = []  # clauses that named nobody, whose award the next may share
    before: tuple[AwardClause, list[Enumerated]] | None = None  # whom the sentence is about
    for number, stated in enumerate(clauses):
        clause = stated
        near = clauses[max(0, number - _NEAR) : number + _NEAR + 1]
        found = list(named_in_clause(block, clause, near, titles, walk.rules, sure=is_sure))
        if not found and before is not None:
            clause, found = carried_over(block, clause, *before, walk.rules)
        if not found:
            found = called_subject(walk, index, block, clause, near)
        if not found and (voted := voted_for(block, clause, walk.rules)) is not None:
            found = [voted]
        if not found and (asked := asked_about(block, clause, walk.rules)) is not None:
            found = [asked]
        if not found and (bare := bare_receiver(walk, index, block, clause)) is not None:
            found = [bare]
        if not found:
            found = [Enumerated(named) for named in told_above(walk, index, block, clause)]
        found = list(with_spouses(block.view, found, block.start, walk.rules))
        found = [named_in_full(walk, index, block, item) for item in found]
        if (in_turn := each_in_turn(block, clause, found, walk.rules)) is not None:
            for own, item in in_turn:
                _add(walk, block, own, item)
            open_, walk.counted = [], None
            continue
        if is_one_for_each(block, open_, clause, found, walk.rules):
            found = [item.at_most(DOUBTED) for item in found]
        for shared in sharing(block, open_, clause, found, walk.rules):
            for item in found:
                _add(walk, block, shared, item)
        open_ = [] if found else [*open_, stated]
        for item in found:
            if item.initiative is not None:
                used.add(item.initiative.start)
            _add(walk, block, clause, item)
            walk.counted = clause if _is_list_to_end(block, item) else None
        is_about = bool(found) and all(i.named.start < clause.award_start for i in found)
        before = (clause, found) if is_about else None
        called = (
            called_in_clause(block, clause, walk.rows.people(), walk.rules) if not found else None
        )
        if called is not None:
            _add(walk, block, clause, Enumerated(called))
            walk.counted = None
    return used


def _is_list_to_end(block: Block, item: Enumerated) -> bool:
    """Does the paragraph end with this collective, the last of a list behind a colon?"""
    if item.named.kind != "collective" or not _ENDS.match(
        block.view, item.named.tail - block.start
    ):
        return False
    return ";" in block.view and ":" in block.view


def _below_told(block: Block, clause: AwardClause, item: Enumerated, rules: Rulebook) -> Enumerated:
    """`cho 02 tập thể thuộc Sở A: Thanh tra Sở, Phòng B`: the unit above those counted."""
    named, above = item.named, clause.belongs_to
    if above is None or named.workplace is not None or above == named.name:
        return item
    said = block.view[max(0, clause.award_end - block.start) : named.start - block.start]
    counted = rules.pattern("awardees.sentences_counted_of").regex.search(said)
    if counted is None or " ".join(counted["unit"].split()) != above:
        return item
    return replace(item, named=replace(named, workplace=above))


def _add(walk: Walk, block: Block, clause: AwardClause, item: Enumerated) -> None:
    """A row for a name that a sentence with an award gives, and for its initiative."""
    item = _below_told(block, clause, item, walk.rules)
    key = walk.rows.initiative_of(item, is_duplicate=block.is_duplicate)
    walk.rows.add(
        as_household(block.view, item.named, block.start, walk.rules), clause.role, clause, key,
        is_duplicate=block.is_duplicate, rule="awardee.sentence",
    )  # fmt: skip

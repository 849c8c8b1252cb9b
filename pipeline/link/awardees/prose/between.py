"""Whom a sentence names between the verb and the award: `trao tặng ông A - Giám đốc B - X`."""

from __future__ import annotations

from dataclasses import replace

from pipeline.link.awardees.clauses.clause import AwardClause
from pipeline.link.awardees.recipients.series import Enumerated, enumerated
from pipeline.model import Block
from pipeline.rulebook import Rulebook

_SURE = 0.9


def between_verb_and_award(block: Block, clause: AwardClause, rules: Rulebook) -> list[Enumerated]:
    """Those given the award; nobody where none stand there, or where the words hold more."""
    begin, end = clause.start - block.start, clause.award_start - block.start
    given = rules.pattern("clauses.confers_between").regex.search(block.view, begin, end)
    if given is None:
        return []
    named = replace(block, view=block.view[: given.end("to")].ljust(len(block.view)))
    found = list(enumerated(named, given.start("to"), (), rules, given.end("to")))
    if not found or block.view[found[-1].named.tail - block.start : given.end("to")].strip(" ,–-"):
        return []
    return [item.at_most(_SURE) for item in found]

"""A line that opens the list of those whom the paragraph before it counted: `Các cá nhân gồm:`."""

from __future__ import annotations

from dataclasses import replace

from pipeline.link.awardees.line_above import tells_other_matter
from pipeline.link.awardees.lists.scope import open_list
from pipeline.link.awardees.walk import Walk
from pipeline.model import Block

_SURE = 0.85  # that the list is of the same award is not said again


def open_for_counted(walk: Walk, index: int, block: Block) -> bool:
    """Open the list of the award that so many were given in the paragraph before; False where the
    line opens no such list."""
    clause = walk.counted
    if clause is None or clause.award is None or not block.view.rstrip().endswith(":"):
        return False
    if not walk.rules.pattern("lists.counted_above_opens").regex.fullmatch(
        block.view
    ) or tells_other_matter(block.view, walk.rules):
        return False
    walk.counted = None
    open_list(walk, index, replace(clause, confidence=min(clause.confidence, _SURE)))
    return True

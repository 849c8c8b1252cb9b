"""Papers that are replaced item by item: ``Bãi bỏ các văn bản sau đây:`` and the list below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.model import Block, CitationMention

if TYPE_CHECKING:
    from pipeline.rulebook import Rulebook

_REACH = 240  # letters at the end of a block that may announce a list


def announces(block: Block, rules: Rulebook) -> bool:
    """Whether the block ends by saying that what is listed below it is replaced."""
    if not block.view.endswith(":"):
        return False
    end = block.view[-_REACH:]
    return rules.pattern("citation.replaces_below").search(end) is not None


def opens_with(rows: Sequence[CitationMention], block: Block, rules: Rulebook) -> bool:
    """Whether the block is an item of such a list: a citation opens it."""
    if not rows:
        return False
    lead = block.view[: rows[0].start - block.start]
    return rules.pattern("citation.opens_sentence").regex.search(lead) is not None


def replaced(rows: list[CitationMention], block: Block, rules: Rulebook) -> list[CitationMention]:
    """The citations of an item, the one that opens it as replaced."""
    if not opens_with(rows, block, rules) or rows[0].relation != "refers":
        return rows
    return [replace(rows[0], relation="replaces"), *rows[1:]]

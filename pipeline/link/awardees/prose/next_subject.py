"""Where an enumeration ends: the last of its names does something itself, and was given nothing."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.link.awardees.recipients.names import Named
from pipeline.link.awardees.recipients.series import Enumerated
from pipeline.model import Block
from pipeline.rulebook import Rulebook


def resolves(block: Block, found: Sequence[Enumerated], rules: Rulebook) -> bool:
    """Is the one body named behind an award who votes on it or proposes it?"""
    if len(found) != 1 or found[0].named.kind != "collective":
        return False
    return (
        rules.pattern("prose.next_subject_resolves").regex.match(
            block.view, found[0].named.tail - block.start
        )
        is not None
    )


def acts_next(block: Block, found: Sequence[Enumerated], rules: Rulebook) -> bool:
    """`tặng Huân chương cho Trung tâm A, Ban B phân công ...` and `cho Trường A; bà B trao ...`:
    the last one is the next subject."""
    view, offset = block.view, block.start
    before, last = (item.named for item in found[-2:])
    gap = view[before.tail - offset : last.start - offset].strip()
    if (gap[:1] not in {",", ";"} and gap != "và") or (last.kind == "collective" and gap[1:]):
        return False
    ends = (last.end - offset, last.tail - offset)
    is_deed = (
        last.kind == "collective"
        and gap == ","
        and rules.pattern("prose.next_subject_acts").regex.match(view, ends[1]) is not None
    )
    return is_deed or speaks(view, last, offset, rules)


def speaks(view: str, named: Named, offset: int, rules: Rulebook) -> bool:
    """`bà B trao ...`, `ông C phát biểu`: is a verb of those who hand over behind the name?

    :param offset: where the view begins in the text
    """
    ends = (named.end - offset, named.tail - offset)
    return any(rules.pattern("prose.next_subject_speaks").regex.match(view, end) for end in ends)

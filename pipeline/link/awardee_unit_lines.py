"""Lines that say of which class, village or unit the people listed below them are."""

from __future__ import annotations

import regex

from pipeline.link.awardee_above import tells_other_matter
from pipeline.link.awardee_names import is_household, read_entry
from pipeline.link.awardee_walk import Walk

_FIRST = regex.compile(r"\W{0,2}0{0,2}1\W{1,3}$")
_LONGEST = 90


def unit_line(walk: Walk, index: int) -> str | None:
    """The unit that the block is, where the people below it are numbered from 1; None for others.

    :param index: number of the block
    """
    blocks = walk.dispatch.blocks
    if index + 1 >= len(blocks) or _FIRST.match(blocks[index + 1].label) is None:
        return None
    block, following = blocks[index], blocks[index + 1]
    line = block.view
    if block.kind == "appendix":  # the title of a list, and the unit in a line below it
        line = walk.dispatch.text.text[block.start : block.end].rpartition("\n")[2]
    if block.label[:1].isdigit() or len(line) > _LONGEST or block.part != following.part:
        return None
    told = walk.rules.pattern("awardee.unit_line").regex.match(line)
    if told is None or tells_other_matter(line, walk.rules):
        return None
    entry = read_entry(following.view, following.start, walk.rules)
    is_person = entry is not None and (entry.kind == "person" or is_household(entry))
    return " ".join(told["unit"].split()) if is_person else None

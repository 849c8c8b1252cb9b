"""Bodies that head the sections of a list: `I. SỞ A`, and below it `1. Tập thể`, `2. Cá nhân`."""

from __future__ import annotations

import regex

from pipeline.extract.awards import awards_in_words
from pipeline.link.awardees.clauses.clause import title_clause
from pipeline.link.awardees.line_above import ARTICLE, tells_other_matter
from pipeline.link.awardees.lists.sections import is_section_line
from pipeline.link.awardees.recipients.labels import past_label
from pipeline.link.awardees.recipients.names import read_collective
from pipeline.link.awardees.walk import Walk
from pipeline.model import Block

_LONGEST = 140
_ENDS_ENTRY = regex.compile(r"[;,.]\s*$")
_EDGE = " :.–-"


def take_holder(walk: Walk, index: int, block: Block) -> bool:
    """Keep the body for the sections below it; False where the block heads none."""
    if (walk.clause or walk.announced) is None and not walk.deciding.proposes:
        return False
    if block.kind not in {"heading", "list_item", "paragraph"} or len(block.view) > _LONGEST:
        return False
    if ARTICLE.match(block.view) or _ENDS_ENTRY.search(block.view):
        return False
    following = next((b for b in walk.dispatch.blocks[index + 1 : index + 3]
                      if b.kind != "furniture"), None)  # fmt: skip
    if following is None or following.part != block.part or following.level <= block.level:
        return False
    if not _opens_section(walk, following) or not _is_above(walk, index, following):
        return False
    if awards_in_words(block.view, walk.rules) or tells_other_matter(block.view, walk.rules):
        return False  # `Phòng A kính trình tặng Giấy khen cho 2 cá nhân, cụ thể:`
    named = read_collective(block.view.rstrip(_EDGE), past_label(block.view), 0, walk.rules)
    if named is None or block.view[named.tail :].strip(_EDGE):
        return False
    walk.unit = ", ".join(part for part in (named.name, named.workplace) if part)
    walk.holder, walk.section, walk.run = (walk.unit, block.level, block.part), None, index
    walk.holders.add(block.start)
    return True


def held(walk: Walk, block: Block) -> str | None:
    """The body that the sections lie in, where the heading is one of them."""
    if walk.holder is not None:
        unit, level, part = walk.holder
        if block.part == part and block.level > level:
            return unit
        walk.holder = None
    return None


def _opens_section(walk: Walk, block: Block) -> bool:
    """`1. Tập thể:`, `- Cá nhân: ông A`, `2. Chiến sĩ thi đua cơ sở:`."""
    if is_section_line(walk, block) or walk.rules.pattern(
        "awardees.line_above_group_line"
    ).regex.match(block.view):
        return True
    if block.kind != "heading" or not block.label:
        return False
    own = title_clause(walk.titled(block.view, block.start))
    return own is not None and own.award is not None


def _is_above(walk: Walk, index: int, following: Block) -> bool:
    """Not the last of the bodies of `- Tập thể:`, which `- Cá nhân:` follows."""
    block, before = walk.dispatch.blocks[index], walk.dispatch.blocks[index - 1]
    if walk.holder is not None and walk.holder[1:] == (block.level, block.part):
        return True
    if index and walk.run == index - 1 != walk.opener and before.level == block.level:
        return False  # an entry like the one above it
    return walk.section is None or walk.section_level != following.level

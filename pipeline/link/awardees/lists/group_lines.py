"""Lines that name the unit of the people listed below them, and no awardee of their own.

`1. Công ty A:` above `1. Ông B`, `Đơn vị: Sở C`, `II. Sở D: 05 cá nhân`.
"""

from __future__ import annotations

import regex

from pipeline.link.awardees.line_above import ARTICLE, tells_other_matter
from pipeline.link.awardees.recipients.labels import past_label
from pipeline.link.awardees.recipients.names import is_household, read_collective, read_entry
from pipeline.link.awardees.walk import Walk
from pipeline.model import Block
from pipeline.rulebook import Rulebook

_LONGEST = 140
_FIRST = regex.compile(r"\W{0,2}0{0,2}1\W{0,3}$")
_NUMBERED = regex.compile(r"\W{0,2}(?:\d{1,3}|[IVX]{1,5}|[A-EĐ])\W{1,3}$")
_ENDS = (";", ",", ".")


def unit_of_people(walk: Walk, index: int, block: Block) -> str | None:
    """The unit of the people below, where the block only names it; None for any other block."""
    view = block.view
    if len(view) > _LONGEST or ARTICLE.match(view) or view.rstrip().endswith(_ENDS):
        return None
    heads = walk.rules.pattern("lists.group_lines_heads").regex.search(view)
    at = past_label(view)
    said = walk.rules.pattern("lists.group_lines_said_unit").regex.match(view, at)
    if heads is None and said is None and not _starts_anew(walk, index, block):
        return None
    words = view[: heads.start()] if heads is not None else view.rstrip()
    named = read_collective(words, said.end() if said is not None else at, 0, walk.rules)
    if named is None or words[named.tail :].strip(" .–-") or tells_other_matter(view, walk.rules):
        return None
    if not _is_above_person(walk, index, block):
        return None
    return ", ".join(part for part in (named.name, named.workplace) if part)


def is_sort(words: str, at: int, rules: Rulebook) -> bool:
    """`Khối các trường`: which sort of bodies stands below, and no body itself."""
    return rules.pattern("lists.group_lines_sort").regex.match(words, at) is not None


def sorts_entries(walk: Walk, index: int, block: Block) -> bool:
    """Does the block only sort the entries below it, which are marked in another way?"""
    if index + 1 >= len(walk.dispatch.blocks) or not is_sort(
        block.view, past_label(block.view), walk.rules
    ):
        return False
    own, label = block.label.strip(), walk.dispatch.blocks[index + 1].label.strip()
    return bool(label) and own[:1].isdigit() != label[:1].isdigit()


def _starts_anew(walk: Walk, index: int, block: Block) -> bool:
    """`2. SỞ A` behind a person, and below it `1. Ông B`: the numbers begin again."""
    last, blocks = walk.rows.last, walk.dispatch.blocks
    if index + 1 >= len(blocks) or not _NUMBERED.match(block.label):
        return False
    is_behind_body = last is not None and last.kind != "person" and walk.section != "person"
    first = _FIRST.match(blocks[index + 1].label) is not None
    return first and (walk.run == walk.opener or not is_behind_body)


def _is_above_person(walk: Walk, index: int, block: Block) -> bool:
    following = next(
        (b for b in walk.dispatch.blocks[index + 1 : index + 3] if b.kind != "furniture"), None
    )
    if following is None or following.part != block.part:
        return False
    entry = read_entry(following.view, following.start, walk.rules)
    return entry is not None and (entry.kind == "person" or is_household(entry, walk.rules))

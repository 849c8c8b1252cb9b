"""Lines that say of which class, village or unit the people listed below them are."""

from __future__ import annotations

import regex

from pipeline.extract.awards import awards_in_words
from pipeline.extract.bodies import body_at
from pipeline.link.awardees.line_above import tells_other_matter
from pipeline.link.awardees.lists.items import is_no_name
from pipeline.link.awardees.recipients.names import is_household, read_entry
from pipeline.link.awardees.walk import Walk
from pipeline.model import Block

_FIRST = regex.compile(r"\W{0,2}0{0,2}1\W{1,3}$")
_COUNTED = regex.compile(r"\W{0,2}(\d{1,3})\W{1,3}$")
_LONGEST, _MOST_WORDS = 90, 12
_SHAPE = regex.compile(r"\p{Lu}[\p{L}\d&.'’ /-]{2,80}[\p{L}\d]\s?:?\s?")


def unit_above_table(walk: Walk, index: int) -> str | None:
    """`II. PHÒNG ĐÀO TẠO` right above a table of an annex: where the people of the table are."""
    above = walk.dispatch.blocks[index - 1] if index else None
    if above is None or above.kind != "heading" or not above.label:
        return None
    words = above.view[len(above.label) :].strip(" :.–-")
    named = read_entry(words, 0, walk.rules)
    if named is None or named.kind != "collective" or words[named.end :].strip():
        return None
    return None if awards_in_words(words, walk.rules) else named.name


def heads_first(walk: Walk, index: int) -> bool:
    """Is the block a line without a number right above an entry numbered 1?"""
    blocks = walk.dispatch.blocks
    if index + 1 >= len(blocks) or blocks[index].label[:1].isdigit():
        return False
    return _FIRST.match(blocks[index + 1].label) is not None


def heads_entries(walk: Walk, index: int) -> bool:
    """Is the block a line above an entry numbered 1, or a unit above the next of a list of such?"""
    return heads_first(walk, index) or _heads_next(walk, index)


def unit_line(walk: Walk, index: int) -> str | None:
    """The unit that the block is, where the people below it are numbered from 1; None for others.

    :param index: number of the block
    """
    blocks = walk.dispatch.blocks
    if not heads_entries(walk, index):
        return None
    block, following = blocks[index], blocks[index + 1]
    line = block.view
    if block.kind == "appendix":  # the title of a list, and the unit in a line below it
        line = walk.dispatch.text.text[block.start : block.end].rpartition("\n")[2]
    if len(line) > _LONGEST or block.part != following.part:
        return None
    told = walk.rules.pattern("awardee.unit_line").regex.match(line)
    if tells_other_matter(line, walk.rules) or (told is None and not _may_be_unit(walk, line)):
        return None
    entry = read_entry(following.view, following.start, walk.rules)
    is_person = entry is not None and (entry.kind == "person" or is_household(entry, walk.rules))
    words = told["unit"] if told is not None else line.rstrip(" :")
    return " ".join(words.split()) if is_person else None


def _heads_next(walk: Walk, index: int) -> bool:
    """`Lớp 7B` between 2 and 3, in a list that units head without counting anew in each."""
    blocks = walk.dispatch.blocks
    if walk.unit is None or not 0 < index < len(blocks) - 1 or blocks[index].label:
        return False
    numbers = [_COUNTED.match(blocks[at].label) for at in (index - 1, index + 1)]
    before, behind = (int(n[1]) if n is not None else 0 for n in numbers)
    is_unit = walk.rules.pattern("awardee.unit_line").regex.match(blocks[index].view) is not None
    return 0 < before == behind - 1 and is_unit


def _may_be_unit(walk: Walk, line: str) -> bool:
    """`KBNN huyện A` among people of a sure list: a unit by its place, whatever its head is."""
    if not walk.is_sure or walk.section != "person" or len(line.split()) > _MOST_WORDS:
        return False
    return (
        _SHAPE.fullmatch(line) is not None
        and not is_no_name(line, rules=walk.rules)
        and not awards_in_words(line, walk.rules)
    )


def lines_of_bodies(walk: Walk, block: Block) -> list[int]:
    """Where the lines of a heading begin that are a body in capitals each: entries of a list."""
    if block.kind != "heading" or not walk.is_sure:
        return []
    printed = walk.dispatch.text.text[block.start : block.end]
    begins = [at + 1 for at, letter in enumerate(printed) if letter == "\n"]
    are_bodies = all(body_at(block.view, at, walk.rules) is not None for at in [0, *begins])
    return begins if are_bodies else []

"""Entries whose post and unit stand in the lines below the name."""

from __future__ import annotations

from dataclasses import replace

from pipeline.link.awardees.lists.opening import names_list
from pipeline.link.awardees.lists.sections import is_section_line
from pipeline.link.awardees.lists.unit_lines import heads_entries
from pipeline.link.awardees.recipients.labels import ordinal_of
from pipeline.link.awardees.recipients.names import Named, read_entry
from pipeline.link.awardees.walk import Walk
from pipeline.model import Block

_COLUMN_GAP = 60  # blanks between two columns of a line
_MOST_LINES, _LINE_LETTERS = 3, 120


def whole_entry(walk: Walk, index: int, block: Block, named: Named) -> Block:
    """The entry with its last line where the layout took that for a paragraph of its own."""
    following = next(iter(walk.dispatch.blocks[index + 1 : index + 2]), None)
    # `Bà TRẦN THỊ A` in a line, and what she is in the next
    if (lines := _lines_below(walk, index, block, named)) > 0:
        return _with_lines(walk, index, block, lines)
    is_post = block.kind == "heading" and named.honorific is not None and following is not None
    if following is not None and is_post:
        post = walk.rules.pattern("body.post").regex.match(following.view)
        is_post = post is not None
    is_open = (block.label != "" or is_post) and block.view.rstrip()[-1:] not in {
        ";",
        ".",
        ":",
        ")",
    }
    if following is None or not is_open or following.kind != "paragraph" or following.label:
        return block
    gap = following.start - block.end
    between = walk.dispatch.text.text[block.end : following.start]
    is_row = 2 < gap <= _COLUMN_GAP and not between.strip(" \u00a0\t")  # parted by blanks alone
    is_longer = len(following.view) > len(block.view) and not is_post
    if not is_row and (not 0 <= gap <= 2 or is_longer):
        return block
    if (
        is_section_line(walk, following)
        or heads_entries(walk, index + 1)
        or names_list(following, walk.rules)
    ):
        return block
    if not is_row and walk.rules.pattern("lists.wrapped_closes").regex.match(following.view):
        return block
    if not is_row and read_entry(following.view, following.start, walk.rules) is not None:
        return block
    walk.taken = index + 1
    view = block.view + " " * gap + following.view
    return replace(block, end=following.end, view=view)


def _lines_below(walk: Walk, index: int, block: Block, named: Named) -> int:
    """How many lines without a number stand below each name of a list that is printed so:
    `1/ A`, `Kỹ sư`, `Công ty B`, `2/ C`, ...; 0 for other entries."""
    number = ordinal_of(block.view)
    is_alone = named.kind == "person" and not block.view[named.end - block.start :].strip()
    if number is None or not is_alone or heads_entries(walk, index + 1):
        return 0
    if index and ordinal_of(walk.dispatch.blocks[index - 1].view) == number - 1:
        return 0  # the one before has no such line, so that the line below heads the next
    for way in (1, -1):
        for lines in range(1, _MOST_LINES + 1):
            at = index + way * (lines + 1)
            if not 0 <= at < len(walk.dispatch.blocks):
                break
            other = walk.dispatch.blocks[at]
            if other.level == block.level and ordinal_of(other.view) == number + way:
                begin = min(at, index)
                between = walk.dispatch.blocks[begin + 1 : begin + 1 + lines]
                return lines if all(map(_is_line, between)) else 0
    return 0


def _is_line(block: Block) -> bool:
    return block.kind == "paragraph" and not block.label and len(block.view) < _LINE_LETTERS


def _with_lines(walk: Walk, index: int, block: Block, lines: int) -> Block:
    """The entry with the lines below it, as if commas parted them."""
    whole = block
    for line in walk.dispatch.blocks[index + 1 : index + 1 + lines]:
        gap = line.start - whole.end
        if not _is_line(line) or not 1 <= gap <= _COLUMN_GAP or whole.part != line.part:
            break
        view = whole.view + "," + " " * (gap - 1) + line.view
        whole = replace(whole, end=line.end, view=view)
        walk.taken = max(walk.taken, index) + 1
    return whole

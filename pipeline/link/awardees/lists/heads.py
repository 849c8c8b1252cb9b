"""Collectives that head the entries below them, and are none of those listed."""

from __future__ import annotations

from pipeline.link.awardees.clauses.announced import kind_in_title
from pipeline.link.awardees.lists.group_lines import is_sort
from pipeline.link.awardees.lists.sections import is_section_line
from pipeline.link.awardees.recipients.labels import past_label
from pipeline.link.awardees.recipients.names import is_household, read_entry
from pipeline.link.awardees.walk import Walk
from pipeline.model import Block

_BULLETS = frozenset("*-–+•")  # over numbered entries such a line is a heading


def heads_others(walk: Walk, index: int, block: Block) -> bool:
    """Is the unit a heading over entries rather than an entry?"""
    following = next(iter(walk.dispatch.blocks[index + 1 : index + 2]), None)
    if following is not None and is_sort(following.view, past_label(following.view), walk.rules):
        return False
    if block.kind == "heading":
        ends_section = (
            following is None or is_section_line(walk, following) or _is_no_entry(walk, following)
            or (following.kind == "heading" and 0 < following.level < block.level)
        )  # fmt: skip
        return not ends_section and not _is_followed_in_line(walk, index, block)
    if walk.section == "person" or _heads_people(walk, index, following):
        return True
    if following is None or is_section_line(walk, following):
        return False
    is_numbered = following.kind == "heading" and following.label[:1].isdigit()
    if following.kind != "list_item" and not is_numbered:
        return False
    unnumbered = not block.label or block.label.strip() in _BULLETS
    under_heading = unnumbered and following.label[:1].isdigit()
    entry = read_entry(following.view, following.start, walk.rules)
    if following.level > block.level > 0:
        return entry is not None
    # where a scan lost an entry's number, the entries around it are units too
    ends_entry = block.view.rstrip().endswith(";")
    is_person = entry is not None and (entry.kind == "person" or is_household(entry, walk.rules))
    return under_heading and not ends_entry and is_person


def _heads_people(walk: Walk, index: int, following: Block | None) -> bool:
    """`Trường A` above `Ông B` in a list that was opened for people alone."""
    opener = walk.dispatch.blocks[walk.opener] if 0 <= walk.opener < index else None
    if opener is None or following is None:
        return False
    is_titled = opener.kind == "appendix" and kind_in_title(opener.view) == "person"
    if not is_titled and not walk.rules.pattern("lists.heads_for_people").regex.search(opener.view):
        return False
    entry = read_entry(following.view, following.start, walk.rules)
    return entry is not None and entry.kind == "person"


def _is_no_entry(walk: Walk, block: Block) -> bool:
    """A sentence behind the list (`Danh sách này có 05 tập thể`): the line above heads nothing."""
    is_text = block.kind == "paragraph" and not block.label
    return is_text and read_entry(block.view, block.start, walk.rules) is None


def _is_followed_in_line(walk: Walk, index: int, block: Block) -> bool:
    """Does the list go on with the next number at the same level (so that this is an entry)?"""
    labelled = (b for b in walk.dispatch.blocks[index + 1 : index + 3] if b.label)
    following = next(labelled, None)
    return (
        following is not None
        and following.level == block.level
        and following.label[:1].isdigit() == block.label[:1].isdigit()
    )

"""The foot of a list: place and day, and who signs it (người ký), are none of those in it."""

from __future__ import annotations

import regex

from pipeline.extract.people import person_at
from pipeline.layout.pieces import is_capitals
from pipeline.layout.posts import is_post
from pipeline.link.awardees.walk import Walk
from pipeline.model import Block
from pipeline.rulebook import Rulebook

_CELLS = regex.compile(r"\s{3,}|\n")
_LONGEST = 160
_ABOVE = 10  # blocks of a foot: posts, `(Đã ký)`, other names, the copies beside them


def is_of_foot(walk: Walk, index: int, block: Block) -> bool:
    """Is the block place and day, or names side by side, in the foot that a list has of its own?

    `CHỦ TỊCH` | `Lê Văn A` at its end; in `LÊ VĂN A` | `CHỦ TỊCH` | `HỒ THỊ B` | `BÍ THƯ` what
    stands behind the name is his post.
    """
    if block.label or len(block.view) > _LONGEST:
        return False
    if walk.rules.pattern("lists.list_foot_dated").regex.fullmatch(block.view.strip()):
        return True
    post = _post_above(walk, index, block.part)
    if post is None:
        return False
    blocks, rules = walk.dispatch.blocks, walk.rules
    between = (b for b in blocks[post + 1 : index] if not _goes_on(_cells(walk, b), rules))
    return all(_are_names(b.view, rules) for b in (block, *between))


def _post_above(walk: Walk, index: int, part: int) -> int | None:
    """The line of posts that a foot begins with, among the short lines above a block."""
    blocks = walk.dispatch.blocks
    for at in range(index - 1, max(-1, index - 1 - _ABOVE), -1):
        above = blocks[at]
        if above.part != part or above.kind in {"table", "appendix"}:
            return None
        cells = _cells(walk, above)
        if above.kind == "signature" or _signs(cells, walk.rules):
            before = blocks[at - 1] if at else None
            if before is None or before.label or not _are_names(before.view, walk.rules):
                return at
        elif (above.label or len(above.view) > _LONGEST) and not _goes_on(cells, walk.rules):
            return None
    return None


def _cells(walk: Walk, block: Block) -> list[str]:
    """What stands side by side or one below the other in the lines of a block."""
    printed = walk.dispatch.text.text[block.start : block.end]
    return [cell.strip() for cell in _CELLS.split(printed) if cell.strip()]


def _are_names(view: str, rules: Rulebook) -> bool:
    """Names and nothing else: no post, no unit and no word of address."""
    cells = [cell.strip(" .") for cell in _CELLS.split(view.strip())]
    if len(view) > _LONGEST or not all(cell[:1].isupper() for cell in cells):
        return False
    people = (person_at(cell, 0, rules, listed=True) for cell in cells)
    return all(
        person is not None and person.end == len(cell)
        for person, cell in zip(people, cells, strict=True)
    )


def _signs(cells: list[str], rules: Rulebook) -> bool:
    """`NGƯỜI LẬP    TM. ỦY BAN NHÂN DÂN`: a line of posts in capitals or of who signs what."""
    cells = [
        cell for cell in cells if not rules.pattern("lists.list_foot_beside").regex.match(cell)
    ]
    authority = rules.pattern("layout.authority").regex
    known = [
        is_post(cell, rules)
        or authority.match(cell)
        or rules.pattern("lists.list_foot_signs").regex.fullmatch(cell)
        for cell in cells
    ]
    return any(known) and all(
        is_known or is_capitals(cell) for is_known, cell in zip(known, cells, strict=True)
    )


def _goes_on(cells: list[str], rules: Rulebook) -> bool:
    """`(Đã ký)`, `- Lưu: VT.` and a post in small letters between a post and a name."""
    mark = rules.pattern("layout.signed_mark").regex
    return all(
        mark.search(cell)
        or rules.pattern("lists.list_foot_beside").regex.match(cell)
        or is_post(cell.upper(), rules)
        for cell in cells
    )

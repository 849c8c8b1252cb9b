"""How far a list of awardees reaches: what lies in it unread, and what ends it.

A list ends where something else begins, not at the first line that was not understood: such a line
would take all those below it along.
"""

from __future__ import annotations

import regex

from pipeline.link.awardees.clauses.clause import AwardClause
from pipeline.link.awardees.line_above import ARTICLE, states_award, tells_other_matter
from pipeline.link.awardees.lists.sections import is_section_line
from pipeline.link.awardees.walk import Walk, is_annexed
from pipeline.model import Block

_NUMBER = regex.compile(r"\W{0,2}(\d{1,3})\W{1,2}$")
_FAR = 40  # blocks back to the number before
_NEAR = 4  # blocks between two numbers of one list: the words of an entry, a remark
_DASHES = ("-", "–", "+", "*")
_ENTRY_LETTERS = 200  # an entry of a list is a line or two
_HEADING_LETTERS = 90  # `1.2. Các doanh nghiệp trong khu công nghiệp:` parts a list


def open_list(walk: Walk, index: int, clause: AwardClause) -> None:
    """Open the list of a clause that the block states; the blocks below it are its entries."""
    walk.clause, walk.opener, walk.run = clause, index, index
    block = walk.dispatch.blocks[index]
    is_own = walk.deciding.decides or walk.deciding.proposes
    walk.is_sure = is_own and (is_annexed(walk, block) or states_award(walk, block, clause))


def is_below_run(walk: Walk, index: int) -> bool:
    """Does the block follow, without a gap, the line that opens a sure list or an entry of it?"""
    if not walk.is_sure or walk.run != index - 1:
        return False
    above = walk.dispatch.blocks[index - 1].view.rstrip()
    is_prize = (
        walk.rules.pattern("lists.scope_prize_line").regex.match(above) is not None
    )  # `Giải Nhì (02 giải)`, without a colon
    return walk.run != walk.opener or is_prize or above.endswith(":")


def ends_list(walk: Walk, index: int, block: Block) -> bool:
    """Does a block from which no name was read begin something other than the open list?"""
    if is_annexed(walk, block):
        return False
    if walk.opener == index - 1 and walk.rules.pattern("lists.scope_reason").regex.match(
        block.view
    ):
        return False
    if ARTICLE.match(block.view):
        is_open = walk.rules.pattern("lists.scope_recipients").regex.match(
            block.view
        ) and _is_aside(walk, block)
        return (
            not is_open
            or walk.rules.pattern("lists.scope_other_list").regex.search(block.view) is not None
        )
    if not walk.is_sure:
        return not (_is_aside(walk, block) or _is_unread_entry(walk, block))
    if _is_beside_opener(walk, block):
        return True
    view = block.view.rstrip()
    if not view.endswith(":") and (block.label or block.kind != "heading"):
        return not (block.label or _parts_entries(walk, index, block))
    if tells_other_matter(view, walk.rules) or walk.rules.pattern(
        "lists.scope_other_list"
    ).regex.search(view):
        return True
    is_long = view.endswith(":") and len(view) >= _HEADING_LETTERS
    return (
        is_long
        and walk.rules.pattern("lists.scope_part_of_listed").regex.match(view, len(block.label))
        is None
    )


def _parts_entries(walk: Walk, index: int, block: Block) -> bool:
    """A paragraph that no name was read from: does the list below it go on counting, or is it one
    of a list without numbers itself?"""
    if _is_aside(walk, block):
        return True
    blocks = walk.dispatch.blocks
    if walk.section is not None and any(
        is_section_line(walk, b) and b.level == walk.section_level
        for b in blocks[index + 1 : index + _NEAR]
    ):
        return True  # what the last of `I. TẬP THỂ` did, above `II. CÁ NHÂN`
    before = next(
        (b for b in reversed(blocks[max(walk.opener + 1, index - _FAR) : index]) if b.label), None
    )
    if before is None:
        return len(block.view) < _ENTRY_LETTERS and walk.run == index - 1
    behind = next((b for b in blocks[index + 1 : index + _NEAR] if b.label), None)
    numbers = [_NUMBER.match(b.label) if b is not None else None for b in (before, behind)]
    first, second = (int(n[1]) if n else 0 for n in numbers)
    return 0 < first == second - 1 and behind is not None and before.level == behind.level


def _is_beside_opener(walk: Walk, block: Block) -> bool:
    """`2. Ý kiến khác` behind the list of `1. Đề nghị tặng X:`; the list of an article has all."""
    opener = walk.dispatch.blocks[walk.opener]
    if not opener.label or not block.label or ARTICLE.match(opener.view):
        return False
    return 0 < block.level <= opener.level


def _is_unread_entry(walk: Walk, block: Block) -> bool:
    """A numbered line below `I. Tập thể` that no name is read from does not end the list."""
    is_short = len(block.view) < _ENTRY_LETTERS
    if walk.deciding.decides and block.kind == "list_item" and block.label.startswith(_DASHES):
        return is_short and block.view.rstrip().endswith((";", ".", ","))
    return walk.section is not None and is_short and block.label[:1].isdigit()


def _is_aside(walk: Walk, block: Block) -> bool:
    """`(Có danh sách kèm theo)`, lost table heads, page numbers and labels leave a list open; lines
    that open a list of something else (`Điều 2. Tổ trao thưởng gồm:`) do not."""
    text = block.view.strip(" (").lower()
    if text.startswith(("danh sách", "có danh sách", "kèm theo", "tt ", "stt ")):
        return True
    if len(text) >= 4 and (len(text) >= 60 or not text.rstrip().endswith(":")):
        return False
    return not tells_other_matter(block.view, walk.rules)

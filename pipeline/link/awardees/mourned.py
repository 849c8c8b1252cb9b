"""Notices of a death (tin buồn, cáo phó): what the deceased, named in a line, had been given.

The awards stand in a line of their own, or end a line of dates and posts that has no subject.
"""

from __future__ import annotations

from dataclasses import replace

import regex

from pipeline.extract.awards import awards_in_words
from pipeline.link.awardees.clauses.clause import stated_clauses
from pipeline.link.awardees.clauses.confers import Wording
from pipeline.link.awardees.recipients.names import Named, read_name
from pipeline.link.awardees.walk import Walk
from pipeline.model import Block

_SURE = 0.85
_TITLE_WITHIN, _NAMED_WITHIN = 8, 8  # blocks: of the document, and below the title
_PARTS = regex.compile(r"[;.](?=\s)|\n")
# all that may stand before the first award of a part
_GIVEN = regex.compile(
    r"\W*(?:(?i:và|đã|từng|vinh dự|đồng chí|ông|bà|cụ)\s){0,4}"
    r"(?:(?i:được)\s[^;.:\d]{0,90}?(?i:tặng thưởng|trao tặng|phong tặng|truy tặng|tặng|thưởng)\s"
    r"(?:các\s|danh hiệu\s)?|(?i:khen thưởng|các phần thưởng[^:;.]{0,60}"
    r"|phần thưởng[^:;.]{0,60})\s?:\s)?[“\"]?"
)


def hear_mourned(walk: Walk) -> None:
    """Note the block of the title, and who is named in a line below it."""
    blocks = walk.dispatch.blocks
    for index, block in enumerate(blocks[:_TITLE_WITHIN]):
        if not walk.rules.pattern("awardees.mourned_title").regex.fullmatch(block.view):
            continue
        for number in range(index + 1, min(len(blocks), index + 1 + _NAMED_WITHIN)):
            called = walk.rules.pattern("awardees.mourned_called").regex.match(blocks[number].view)
            if called is not None:
                named = read_name(
                    blocks[number].view, called.end(), blocks[number].start, walk.rules, listed=True
                )
                walk.mourned = (number, named) if named is not None else None
                return
        return


def take_mourned(walk: Walk, index: int, block: Block) -> bool:
    """Rows for the awards of the deceased that a block says, where it says some."""
    if walk.mourned is None or index < walk.mourned[0]:
        return False
    named, begin, found = walk.mourned[1], 0, False
    for end in (*(m.start() for m in _PARTS.finditer(block.view)), len(block.view)):
        found |= _take_part(walk, block, begin, end, named)
        begin = end
    return found


def _take_part(walk: Walk, block: Block, begin: int, end: int, named: Named) -> bool:
    part = block.view[begin:end]
    awards = awards_in_words(part, walk.rules)
    if not awards or not _GIVEN.fullmatch(part, 0, awards[0].start):
        return False
    sure = replace(named, position=None, workplace=None, confidence=min(named.confidence, _SURE))
    wording = Wording(part, block.start + begin, (), walk.deciding, walk.rules, is_title=True)
    for clause in stated_clauses(wording):
        if clause.role == "awardee":
            walk.rows.add(
                sure, "awardee", clause, None,
                is_duplicate=block.is_duplicate, rule="awardee.mourned",
            )  # fmt: skip
    return True

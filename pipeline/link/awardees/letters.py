"""A letter of praise (thư khen) itself: whom its first line is addressed to."""

from __future__ import annotations

import regex

from pipeline.link.awardees.clauses.clause import AwardClause
from pipeline.link.awardees.clauses.praised import LETTER
from pipeline.link.awardees.recipients.series import Enumerated, enumerated
from pipeline.link.awardees.walk import Walk
from pipeline.model import Block

_AWARD = "bang_gn"
_SURE = 0.85
_TITLE_WITHIN, _ADDRESSED_WITHIN = 14, 5  # blocks: of the document, and below the title
# what an addressee of a letter may have behind his name
_ENDS = regex.compile(r"[\s,.;!]*$")


def take_letter(walk: Walk, index: int, block: Block) -> bool:
    """Rows for those whom a letter of praise is addressed to, in the line that says so."""
    if walk.letter < 0:
        if index < _TITLE_WITHIN and "hư khen" in block.view.replace("HƯ KHEN", "hư khen"):
            walk.letter = (
                index
                if walk.rules.pattern("awardees.letters_title").regex.fullmatch(block.view)
                else -1
            )
        return False
    if index > walk.letter + _ADDRESSED_WITHIN:
        return False
    to = walk.rules.pattern("awardees.letters_addressed").regex.match(block.view) or _addressed_too(
        walk, block
    )
    found = _named_in_items(walk, block, to.end()) if to is not None else []
    if not found:
        return False
    head, giver = walk.dispatch.head, _giver(walk)
    year = head.issued_on.year if head.issued_on is not None else None
    clause = AwardClause(
        block.start, block.end, _AWARD, LETTER, None, giver, None, year, "awardee", _SURE
    )
    for item in found:
        named = item.named.at_most(_SURE)
        walk.rows.add(
            named, "awardee", clause, None,
            is_duplicate=block.is_duplicate, rule="awardee.letter",
        )  # fmt: skip
    return True


def _addressed_too(walk: Walk, block: Block) -> regex.Match[str] | None:
    """`- TS. A, giảng viên Khoa B` in a line of its own below the first addressee."""
    last = walk.rows.last
    if block.kind != "list_item" or last is None or last.rule != "awardee.letter":
        return None
    return walk.rules.pattern("awardees.letters_item").regex.match(block.view)


def _giver(walk: Walk) -> str | None:
    """Whose letter its title or the line below it says it is, else who issues the paper."""
    for block in walk.dispatch.blocks[walk.letter : walk.letter + 2]:
        said = walk.rules.pattern("awardees.letters_title").regex.fullmatch(
            block.view
        ) or walk.rules.pattern("awardees.letters_giver_line").regex.fullmatch(block.view)
        giver = " ".join(said["giver"].split()) if said is not None and said["giver"] else ""
        if giver:
            return giver
    issuer = walk.dispatch.head.issuer
    return issuer.value if issuer is not None else None


def _named_in_items(walk: Walk, block: Block, at: int) -> list[Enumerated]:
    """`- Thầy giáo A, giáo viên Trường B; - Em C`: all of them, or nobody where one is no name."""
    cuts = [*walk.rules.pattern("awardees.letters_next_item").regex.finditer(block.view, at)]
    begins, ends = [at, *(c.end() for c in cuts)], [*(c.start() for c in cuts), len(block.view)]
    found: list[Enumerated] = []
    for begin, end in zip(begins, ends, strict=True):
        named = list(enumerated(block, begin, (), walk.rules, end))
        if not named or not _ENDS.match(block.view[:end], named[-1].named.tail - block.start):
            return []
        found += named
    return found

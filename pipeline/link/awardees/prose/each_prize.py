"""Prizes that share one verb, each with its winner: `A giành giải Nhất, B giải Nhì, C giải Ba`."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.extract.address import CALLED
from pipeline.extract.awards import PRIZE
from pipeline.link.awardees.clauses.clause import AwardClause
from pipeline.link.awardees.recipients.series import Enumerated, enumerated
from pipeline.model import Block
from pipeline.rulebook import Rulebook

_SURE = 0.85
_NEXT_WINNERS = regex.compile(
    r";\s(?=\p{L})[^;.]{3,300}?\s(?:đồng|cùng|đều|đạt|đoạt|giành|nhận)\s(?:được\s)?(?:\d{1,2}\s)?"
    r"(?i:giải)\s"
)
_NEXT = regex.compile(r"[,;]\s(?:(?:và|còn)\s)?(?:(?:đoàn|đội|tập thể)\s(?=\p{Lu}))?")
# a verb of its own: the sentence says itself who got it
_OWN_VERB = regex.compile(r"(?<!\p{L})(?:được|đạt|giành|đoạt|nhận|trao|thuộc về|với|cùng)(?!\p{L})")
_MADE_BY = regex.compile(
    r"\scủa\s(?=(?:(?:nhóm|các)\s)?(?i:kts|kiến trúc sư|tác giả|họa sĩ|đạo diễn|nhạc sĩ"
    r"|nhà điêu khắc)(?!\p{L}))"
)
_NAME = regex.compile(r"\p{Lu}|(?:" + CALLED + r"|(?i:học sinh|thí sinh))\s\p{Lu}")


def before_next_winners(view: str, clause: AwardClause, at: int, limit: int | None) -> int | None:
    """`giải Nhì cho đội A; các đội B, C đồng giải Ba`: where those of the next prize begin."""
    own = _NEXT_WINNERS.search(view, at) if clause.award == PRIZE else None
    return limit if own is None or (limit is not None and limit < own.start()) else own.start()


def makers_of(
    block: Block, found: Sequence[Enumerated], rules: Rulebook, limit: int | None
) -> Sequence[Enumerated]:
    """`giải Nhì là Trường A của KTS B`: a building that got a prize is its architect's."""
    last = found[-1].named
    made = _MADE_BY.match(block.view, last.tail - block.start) if last.kind != "person" else None
    if made is None:
        return found
    makers = list(enumerated(block, made.end(), (), rules, limit))
    return [item.at_most(_SURE) for item in makers if item.named.kind == "person"]


def before_prize(
    block: Block, clause: AwardClause, others: Sequence[AwardClause], rules: Rulebook
) -> list[Enumerated] | None:
    """Who stands between the prize before and this one; None where nobody new does.

    Where somebody stands there who is not read, nobody is given it: it is not the first winner's.
    """
    if clause.award != PRIZE:
        return None
    view, at = block.view, clause.award_start - block.start
    earlier = [c.award_end - block.start for c in others if c.award_end <= clause.award_start]
    parts = list(_NEXT.finditer(view, max(earlier), at)) if earlier else []
    if not parts:
        return None
    begin = parts[-1].end()
    if _NAME.match(view, begin, at) is None or _OWN_VERB.search(view, begin, at) is not None:
        return None
    found = list(enumerated(block, begin, (), rules, at))
    if not found or view[found[-1].named.tail - block.start : at].strip():
        return []
    return [item.at_most(_SURE) for item in found]

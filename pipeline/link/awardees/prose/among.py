"""Some of those given an award, told by name: `Trong số 12 cá nhân được tặng X có bà A`."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.extract.initiatives import TitledInitiative
from pipeline.link.awardees.clauses.clause import AwardClause
from pipeline.link.awardees.clauses.denied import DENIES
from pipeline.link.awardees.recipients.series import Enumerated, enumerated
from pipeline.model import Block
from pipeline.rulebook import Rulebook

_AMONG = regex.compile(
    r"[\s\-–+*•]{0,6}(?:(?:Đặc biệt|Nhân dịp này|Dịp này|Đợt này|Năm nay|Theo đó),?\s)?"
    r"(?i:trong)\s(?:(?:tổng\s)?số\s|đợt\s|(?=\d{1,3}\s))(?!\s?(?:tiền|liệu))[^.;:]{0,160}$"
)
# behind the award; `có 5 nữ`, `có ông A chưa ...` name nobody who was given it
_ARE = regex.compile(
    r"[”\"]?(?:[ ](?:[^.;:]|\.(?=\d)){0,110}?)?,?\s(?:có|phải kể đến|nổi bật là|đáng chú ý là)\s"
    r"(?:các\s)?(?=\p{L})"
)
_BUT = regex.compile(
    r"[^.;]{0,60}?(?<!\p{L})(?:chưa|không|bị|vắng|từ chối|xin rút|rút|trả lại|đề nghị)(?!\p{L})"
)


def named_among(
    block: Block, clause: AwardClause, titles: Sequence[TitledInitiative], rules: Rulebook
) -> list[Enumerated]:
    """Those named behind `có` of a sentence that begins `Trong số ... được tặng X`."""
    view, begin = block.view, clause.start - block.start
    award, end = clause.award_start - block.start, clause.award_end - block.start
    if _AMONG.match(view, begin, award) is None or DENIES.search(view, begin, award):
        return []
    are = _ARE.match(view, end, clause.end - block.start)
    if are is None:
        return []
    found = list(enumerated(block, are.end(), titles, rules))
    if not found or _BUT.match(view, found[-1].named.end - block.start) is not None:
        return []
    return found

"""Lines of minutes that propose by a vote: `- Bà A: 25/25 phiếu đồng ý đề nghị danh hiệu X`."""

from __future__ import annotations

import regex

from pipeline.link.awardees.clause import AwardClause
from pipeline.link.awardees.denied import is_voted_down
from pipeline.link.awardees.names import read_entry
from pipeline.link.awardees.series import Enumerated
from pipeline.model import Block
from pipeline.rulebook import Rulebook

_VOTED = regex.compile(
    r"(?:\s?[:–-]|,|\sđạt|\scó)\s{1,2}\d{1,3}\s?/\s?\d{1,3}\s(?:số\s)?phiếu(?!\p{L})"
)
_FOR = regex.compile(r"[^.;]{0,60}?(?<!\p{L})(?:đề nghị|công nhận|xét tặng|tặng|tán thành|đồng ý)")
_TO_END = regex.compile(r"[^;]{0,600}")
_LONGEST = 160  # letters of a name with post and unit before its votes


def voted_for(block: Block, clause: AwardClause, rules: Rulebook) -> Enumerated | None:
    """Whom a line of minutes names with the votes for its award; nobody whom it voted down."""
    if "phiếu" not in block.view or clause.role != "nominee":
        return None
    begin, award = clause.start - block.start, clause.award_start - block.start
    votes = _VOTED.search(block.view, begin, award)
    if votes is None or votes.start() - begin > _LONGEST:
        return None
    own = _TO_END.match(block.view, begin)  # another of the line may have failed
    if own is not None and is_voted_down(own.group()):
        return None
    if _FOR.match(block.view, votes.end(), award) is None:
        return None
    named = read_entry(block.view[begin : votes.start()], clause.start, rules)
    return Enumerated(named) if named is not None else None

"""Some of those given an award, told by name: `Trong số 12 cá nhân được tặng X có bà A`."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.extract.initiatives import TitledInitiative
from pipeline.link.awardees.clauses.clause import AwardClause
from pipeline.link.awardees.clauses.denied import DENIES
from pipeline.link.awardees.recipients.series import SENTENCE_END, Enumerated, enumerated
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
# `tặng X cho 5 tập thể và 12 cá nhân; trong đó có ông A`
_SOME_OF_THEM = regex.compile(
    r"[,;]\s(?:trong (?:số )?đó|đặc biệt)(?:,? có| phải kể đến| nổi bật là)\s?:?\s(?:các\s)?"
    r"(?=\p{L})"
)
_TO_SO_MANY = regex.compile(r"(?<!\p{L})cho\s(?:\p{L}+\s){0,4}\d{1,4}\s\p{L}")
# `03 cá nhân được tặng X, trong đó có ông A`
_SO_MANY_GOT = regex.compile(
    r"(?<!\w)\d{1,4}\s(?:cá nhân|tập thể|đồng chí|đơn vị|giáo viên|học sinh|nhà giáo|cán bộ"
    r"|công nhân|đoàn viên|hội viên|đảng viên|em|người)\s(?:\p{Ll}+\s){0,4}?được\s[^.;:,]{0,60}$"
)
_NEAR = 360  # letters between an award and the names of some of those given it
# `..., dự lễ có 5 đại biểu, trong đó có ông A`: of whom else the sentence speaks
_OF_OTHERS = regex.compile(
    r"(?<!\p{L})(?i:dự|tham dự|chứng kiến|đại biểu|khách mời|trị giá|tổng số tiền|kinh phí"
    r"|có mặt|hội đồng|ban giám khảo|đóng góp|tài trợ|nguồn|theo đề nghị"
    r"|giúp|cứu|bắt|hỗ trợ|ủng hộ|đối tượng|bị can|nạn nhân|hộ nghèo|gia đình)(?!\p{L})"
)
_LESS_SURE = 0.85
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
    return _named(block, are.end(), None, titles, rules)


def some_of_counted(
    block: Block,
    clause: AwardClause,
    limit: int | None,
    titles: Sequence[TitledInitiative],
    rules: Rulebook,
) -> list[Enumerated]:
    """Those named behind `trong đó có` of a sentence that gives an award to so many.

    :param limit: where the next award of the block stands in its view
    """
    view, end = block.view, clause.award_end - block.start
    some = _SOME_OF_THEM.search(view, end, min(end + _NEAR, len(view) if limit is None else limit))
    said = view[end : some.start()] if some is not None else ""
    if some is None or SENTENCE_END.search(said):
        return []
    got = view[clause.start - block.start : clause.award_start - block.start]
    if _TO_SO_MANY.search(said) is None and _SO_MANY_GOT.search(got) is None:
        return []
    if _OF_OTHERS.search(said) is not None:
        return []
    found = _named(block, some.end(), limit, titles, rules)
    return [item.at_most(_LESS_SURE) for item in found]


def _named(
    block: Block, at: int, limit: int | None, titles: Sequence[TitledInitiative], rules: Rulebook
) -> list[Enumerated]:
    """Those named at ``at``; nobody where the last is told for what was not given."""
    found = list(enumerated(block, at, titles, rules, limit))
    if not found or _BUT.match(block.view, found[-1].named.end - block.start) is not None:
        return []
    return found

"""Names in brackets: behind an award that so many were given, or behind the groups that got it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from pipeline.extract.initiatives import TitledInitiative
from pipeline.link.awardees.clauses.clause import AwardClause
from pipeline.link.awardees.clauses.denied import DENIES
from pipeline.link.awardees.prose.next_subject import speaks
from pipeline.link.awardees.recipients.series import BRACKETED, Enumerated, enumerated
from pipeline.model import Block
from pipeline.rulebook import Rulebook

# `04 đoàn viên được tặng X (các anh A, B - Công ty C; chị D - Công ty E)`
_COUNT = regex.compile(
    r"(?<!\p{L})(?P<number>\d{1,3}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s"
    r"(?:(?P<bodies>tập thể|đơn vị|hộ|(?P<sort>chi bộ|chi hội|chi đoàn|tổ chức đảng|đảng bộ"
    r"|công đoàn cơ sở|trường|thôn|xã))"
    r"|(?:cá nhân|đồng chí|đ/c|đoàn viên|hội viên|đảng viên|công nhân|cán bộ|công chức"
    r"|viên chức|giáo viên|nhà giáo|thầy|cô|chị|anh|bác s[iĩ]|người|em|học sinh|sinh viên|tác giả"
    r"|chiến s[iĩỹ]|nông dân))(?!\p{L})"
)
_OPENS_BRACKET = regex.compile(
    # `Danh hiệu X: 03 đ/c (A, B, C)`
    r"[^.;:()]{0,160}?(?::\s{1,2}\d{1,3}\s[^.;:()]{1,60}?)?\("
    r"(?:(?i:gồm|là|đó là|cụ thể(?: là)?)\s?:?\s)?"
)
_SURE = 0.9
_PLAIN = regex.compile(r"[^.,;:()]{0,60}")
_DROPPED = regex.compile(r"(?<!\p{L})(?:bị|rút|loại|đưa ra khỏi|thôi|hoãn)(?!\p{L})")


def bracketed_behind(
    block: Block,
    clause: AwardClause,
    limit: int | None,
    titles: Sequence[TitledInitiative],
    rules: Rulebook,
) -> list[Enumerated]:
    """The names in the bracket behind an award that so many were given.

    `3 công nhân (Công ty A)` tells where they work, `5 em (ông B trao)` who handed it over, and
    `15 đoàn viên (Công đoàn C 5, Công đoàn D 10)` how many each has: none of them was given it.

    :param limit: where the next award of the block stands in its view
    """
    end = clause.award_end - block.start
    opened = _OPENS_BRACKET.match(block.view, end)
    if opened is None:
        return []
    counted = list(_COUNT.finditer(block.view, clause.start - block.start, opened.end()))
    if not counted or (limit is not None and limit < opened.end()):
        return []  # `87 chị được tặng X, 03 chị được tặng Y (A, B, C)`
    close = block.view.find(")", opened.end())
    if close < 0 or block.view.count("(", opened.end(), close):
        return []
    found = list(enumerated(block, opened.end(), titles, rules, close))
    if counted[-1]["sort"] and counted[-1]["number"].lstrip("0") != str(len(found)):
        return []  # `2 chi bộ (Đảng bộ xã A)`: where they are
    if found and ":" in block.view[opened.end() : found[0].named.start - block.start]:
        return []  # `(giám khảo: ông A)`
    kinds = {"collective" if count["bodies"] else "person" for count in counted}
    if any(e.named.kind not in kinds or speaks(block.view, e.named, block.start) for e in found):
        return []
    return found


def in_groups(block: Block, begin: int, stop: int, rules: Rulebook) -> Iterator[Enumerated]:
    """`02 tập thể (A, B) và 01 cá nhân (C) tiêu biểu được ...`: the counted ones in brackets."""
    opened = BRACKETED.search(block.view, begin, stop)
    closed = block.view.rfind(")", begin, stop)
    if opened is None or closed < 0 or not _PLAIN.fullmatch(block.view, closed + 1, stop):
        return
    if DENIES.search(block.view, closed + 1, stop) or _DROPPED.search(block.view, closed + 1, stop):
        return  # `02 tập thể (A, B) bị đưa ra khỏi danh sách được ...`
    for item in enumerated(block, opened.start(), (), rules, closed + 1):
        yield item.at_most(_SURE)

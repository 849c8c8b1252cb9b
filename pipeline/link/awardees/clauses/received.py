"""Where a sentence says that an award was got (`được`, `đạt`), and where that sentence begins."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.grammar.numerals import HOW_MANY
from pipeline.link.awardees.clauses.clause import AwardClause
from pipeline.link.awardees.clauses.denied import is_denied
from pipeline.link.awardees.recipients.next_names import REACH
from pipeline.model import Block
from pipeline.rulebook import Rulebook
from pipeline.rulebook.twin import Twins

PASSIVE_REACH = 160  # `được` AUTHORITY `tặng` AWARD
_RECEIVED = Twins(
    r"(?<!\p{L})(?:vào danh sách (?:(?:các|những|cá nhân|tập thể|đơn vị|người) ){0,3})?"
    r"(?:(?:đã|vừa|vinh dự|cũng|từng|luôn|liên tục|xuất sắc|là người|cùng|đều"
    r"|(?:nhiều|" + HOW_MANY + r") năm (?:liền|liên tục|liên tiếp)"
    r"(?:\s\([^()]{4,40}\))?|(?:nhiều|" + HOW_MANY + r") lần(?: liền| liên tiếp)?)\s+){0,2}"
    r"(?:nhận được(?=\s(?:\p{L}+\s)?(?i:danh hiệu|bằng khen|giấy khen|thư khen|huân chương"
    r"|cờ thi đua|kỷ niệm chương|huy chương|giải (?:nhất|nhì|ba|khuyến khích|đặc biệt)))"
    r"|được|đón nhận"
    r"|(?<!được\s)(?<!đón\s)nhận"
    r"(?=\s+(?i:danh hiệu|giải thưởng|bằng khen|giấy khen|cờ|huân chương|huy hiệu|thư khen"
    r"|kỷ niệm chương|huy chương|giải (?:nhất|nhì|ba|khuyến khích|đặc biệt)))"
    r"|(?<=(?:liền|liên tục|liên tiếp|nhiều năm|\d{4}),? (?:đều |cũng )?)là"
    r"(?=\s(?:danh hiệu\s)?[“\"]?(?i:chiến s[ĩỹ]|lao động|anh hùng|gia đình))"
    r"|(?:đạt|giành|đoạt)(?=\s+(?:được\s+)?(?:danh hiệu|giải|(?i:huy chương)"
    r"|(?i:tập thể lao động|lao động tiên tiến|chiến s[ĩỹ] thi đua))))(?!\p{L})"
)


def sentence_begin(
    block: Block, clause: AwardClause, others: Sequence[AwardClause], rules: Rulebook
) -> int:
    """Where the sentence of a clause begins: behind a full stop or the award before it."""
    view, own = block.view, clause.start - block.start
    first = max(0, clause.award_end - block.start - REACH)
    awards = [c.award_end - block.start for c in others if c.award_end < clause.award_end]
    last = max([first, *(end for end in awards if end <= own)])
    # `đạt giải Nhì Hội thi A; em B đạt`: what stands behind the award before is said of it
    part = view.find(";", last, own) if last > first else -1
    first = max(last, part + 1)
    stops = [
        m.end()
        for m in rules.pattern("recipients.series_sentence_end").regex.finditer(view, first, own)
    ]
    begin = max([first, *stops])
    return begin + len(view[begin:own]) - len(view[begin:own].lstrip(" ;,."))


def received_by(
    block: Block, clause: AwardClause, others: Sequence[AwardClause], rules: Rulebook
) -> tuple[int, regex.Match[str]] | None:
    """Where the sentence of an award begins in the view, and the `được` before the award; None
    where there is none, or it says that the award was not got."""
    view, stop = block.view, clause.award_end - block.start
    begin = sentence_begin(block, clause, others, rules)
    found = list(_RECEIVED.on(view).finditer(view, begin, stop))
    if not found or stop - found[-1].start() > PASSIVE_REACH:
        return None
    received = found[-1]
    if (
        clause.role == "nominee"
        and not rules.pattern("clauses.received_proposed").regex.match(view, received.start())
        and not rules.pattern("clauses.received_asked").regex.match(view, begin, received.start())
    ):
        return None
    if is_denied(view, begin, received, clause, block.start, rules):
        return None
    return begin, received

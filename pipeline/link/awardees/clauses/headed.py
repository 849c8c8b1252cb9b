"""What the headings and the subject of a notice say of the bare awards below them."""

from __future__ import annotations

from dataclasses import replace

import regex

from pipeline.link.awardees.clauses.clause import AwardClause
from pipeline.link.deciding import Deciding
from pipeline.model import Block, Dispatch
from pipeline.rulebook import Rulebook

# `I. Danh hiệu đề nghị cấp trên khen thưởng`: nobody below it has been given anything yet
_ASKED = regex.compile(
    r"(?i)(?<!\p{L})(?<!theo\s)(?:đề nghị|đề xuất|trình)\s(?:lên\s)?(?:cấp trên|(?:các )?cấp có"
    r" thẩm quyền|xét|khen|tặng|công nhận|ubnd|ủy ban|chủ tịch|tỉnh|huyện|thành phố|trung ương)"
    r"(?!\p{L})"
)
# a sentence that tells itself who did what with the award
_TOLD = regex.compile(r"(?i)(?<!\p{L})(?:được|đã|đạt|nhận|tặng|công nhận|quyết định)(?!\p{L})")
_RESULTS = regex.compile(r"(?i)(?<!\p{L})kết quả[^.;:]{0,60}(?:thi đua|khen thưởng|danh hiệu)")


def headed(
    clause: AwardClause, block: Block, dispatch: Dispatch, deciding: Deciding, rules: Rulebook
) -> AwardClause:
    """The clause of `1. Bằng khen của A: ông B`, which names award and people alone, with the role
    that the headings above it tell, and the year that the subject of a notice of results does."""
    said = block.view[: max(0, clause.award_start - block.start)]
    if deciding.decides or clause.role != "awardee" or _TOLD.search(said) is not None:
        return clause
    if any(_ASKED.search(heading) is not None for heading in block.path):
        return replace(clause, role="nominee", decision=None, year=None)
    subject = dispatch.head.subject
    if clause.year is not None or subject is None or dispatch.head.doc_type != "TB":
        return clause
    results = _RESULTS.search(subject.value)
    year = rules.pattern("awardee.year").regex.search(subject.value) if results else None
    return clause if year is None else replace(clause, year=int(year["year"]))

"""What a line gives that names several awards: one in two words, one for another, or several.

`Công nhận danh hiệu “Thôn văn hóa”, “Tổ dân phố văn hóa” cho 60 thôn, tổ dân phố:` is one title in
two words; what an entry is called tells which of them it has.  Of other lines the rows of the list
have to say themselves which award is whose.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import regex

from pipeline.grammar.spelling import fold
from pipeline.rulebook import Rulebook

if TYPE_CHECKING:
    from pipeline.link.awardees.clauses.clause import AwardClause
    from pipeline.model import Block

_PLACE = regex.compile(
    r"(?:thôn|làng|ấp|bản|buôn|xóm|khóm|khu phố|tổ dân phố|khu dân cư|xã|phường|thị trấn"
    r"|gia đình|dòng họ|cộng đồng|cơ quan|đơn vị|doanh nghiệp)(?!\p{L})"
)
_CERTIFICATES = frozenset({"Giấy khen", "Bằng khen"})
_SORT_LEAD = regex.compile(r"\W{0,4}(?:\d{1,2}(?:\.\d{1,2})?|[IVX]{1,4}|\p{L})?\W{0,4}")
_SORT_END = regex.compile(r"\W{0,3}(?:\d{1,3}(?:\s\p{L}+){0,3})?\W{0,4}")
_GIVEN_FOR_IT = regex.compile(r"(?i)[^.;:]{0,60}?\s(?:được|đề nghị)\s(?:xét\s)?tặng\s")
_TITLE_BEHIND = regex.compile(r"\s{1,3}(?:danh hiệu\s{1,3}[“\"]?|[“\"])")


def several(clauses: Sequence[AwardClause]) -> AwardClause:
    """The clause of a list whose line names awards of different names."""
    heads = {_head(clause.award_name or "") for clause in clauses}
    codes = {clause.award for clause in clauses}
    if len(codes) > 1 or None in codes or None in heads or len(heads) == 1:
        return replace(clauses[0], award=None, award_name=None, grade=None)
    names = dict.fromkeys(clause.award_name for clause in clauses)
    return replace(clauses[0], award_name=", ".join(filter(None, names)), either=tuple(clauses))


def of_all(clause: AwardClause, clauses: Sequence[AwardClause]) -> AwardClause:
    """The clause without its grade where the line names others of the award beside it.

    `Huy hiệu 30 năm tuổi Đảng cho 2 đồng chí, 50 năm cho 1 đồng chí`: a list says who has which.
    """
    grades = {c.grade for c in clauses if c.award_name == clause.award_name}
    return replace(clause, grade=None) if len(grades) > 1 else clause


def of_line(clauses: Sequence[AwardClause], *, is_one: bool) -> AwardClause:
    """The clause of a list below a line with these: of the last, where they are one award."""
    return of_all(clauses[-1], clauses) if is_one else several(clauses)


def of_place(clause: AwardClause, name: str) -> AwardClause:
    """The clause of an entry, by what the place is called."""
    head = _head(name) if clause.either else None
    return next((c for c in clause.either if head and _head(c.award_name or "") == head), clause)


def certificate_for_title(
    clauses: Sequence[AwardClause], words: str, offset: int
) -> AwardClause | None:
    """`DANH SÁCH tặng Giấy khen “Gia đình văn hóa”`: the certificate is for having the title.

    So it is in `Tặng Giấy khen danh hiệu Học sinh giỏi cho các em sau:`, in `Giấy khen Gia đình
    văn hóa`, and in `GIA ĐÌNH VĂN HÓA ĐƯỢC TẶNG GIẤY KHEN`.
    """
    if len(clauses) != 2:
        return None
    first, second = clauses
    between = words[first.award_end - offset : second.award_start - offset]
    if first.award_name in _CERTIFICATES:
        is_place = between.isspace() and _head(second.award_name or "") is not None
        return first if is_place or _TITLE_BEHIND.fullmatch(between) is not None else None
    is_told = second.award_name in _CERTIFICATES and _head(first.award_name or "") is not None
    return second if is_told and _GIVEN_FOR_IT.fullmatch(between) is not None else None


def names_sort(block: Block, own: AwardClause, listed: AwardClause | None) -> bool:
    """`2. Gia đình hiếu học:` among those who are given certificates: what sort of them follows."""
    if listed is None or listed.award_name not in _CERTIFICATES or own.role != listed.role:
        return False
    start, end = own.award_start - block.start, own.award_end - block.start
    return (
        _head(own.award_name or "") is not None
        and _SORT_LEAD.fullmatch(block.view, 0, start) is not None
        and _SORT_END.fullmatch(block.view, end) is not None
    )


def without_merits(
    clauses: Sequence[AwardClause], words: str, offset: int, rules: Rulebook
) -> list[AwardClause]:
    """`Tặng Giấy khen cho 5 gia đình đạt danh hiệu X:`: what they have won before is no gift."""
    if len(clauses) < 2:
        return list(clauses)
    begin = clauses[0].award_end - offset
    starts = {clause: clause.award_start - offset for clause in clauses[1:]}
    return [
        clauses[0],
        *(
            clause
            for clause, at in starts.items()
            if not rules.pattern("clauses.several_with_it").regex.search(words, begin, at)
            and not rules.pattern("clauses.several_won_before").regex.fullmatch(words, begin, at)
        ),
    ]


def _head(name: str) -> str | None:
    head = _PLACE.match(fold(name))
    return head.group() if head is not None else None

"""The clause of a list that no title or article gives an award: the columns name the awards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Literal

import regex

from pipeline.grammar.spelling import fold
from pipeline.link.awardees.clauses.clause import AwardClause
from pipeline.link.awardees.tables.marks import award_columns
from pipeline.link.awardees.tables.name_columns import columns_of_names
from pipeline.link.awardees.tables.rank_cells import is_of_ranks
from pipeline.link.deciding import Deciding
from pipeline.model import TableCell
from pipeline.rulebook import Rulebook

FORM_OF_AWARD = regex.compile(r"hình thức|danh hiệu")
_WINNERS = regex.compile(
    r"(?i)(?<!\p{L})(?:khen thưởng|tuyên dương|thưởng|khen)(?!\p{L})"
    r"(?!.{0,200}(?:trao giải|tặng giải)).{0,120}(?:đạt|đoạt) giải(?!\p{L})"
)

# a page without a head: what its title says
_RESULTS = regex.compile(
    r"(?i)\W*(?:công bố\s|bảng\s|tổng hợp\s)?(?:(?:danh sách\s)?kết quả(?!\p{L})[^.;]{0,80}?\s"
    r"(?:giải|hội thi|cuộc thi|hội thao|hội diễn|hội khỏe|liên hoan|đại hội|kỳ thi)(?!\p{L})"
    r"|danh sách\s[^.;]{0,80}?(?:đạt|đoạt) (?:giải|huy chương|thành tích)(?!\p{L}))"
)
_TELLING = frozenset({"BC", "CV"})
_OPENING = 4  # blocks
_CONTEST = regex.compile(
    r"(?i)(?<!\p{L})(?:giải(?!\s(?:pháp|quyết|thể|ngân|phóng|trình|tỏa))|hội thi|cuộc thi|hội thao"
    r"|hội diễn|hội khỏe|liên hoan|thi đấu|kỳ thi|đại hội thể dục)(?!\p{L})"
)


def of_columns(
    header: Sequence[str],
    body: Sequence[Sequence[TableCell]],
    columns: Mapping[int, str],
    deciding: Deciding,
    rules: Rulebook,
) -> AwardClause | None:
    """The clause of a paper whose list has a column of prizes (`Giải`), or of awards where its
    subject confers or proposes such (`công nhận danh hiệu thi đua`), and names no other."""
    heads = [header[i] for i, role in columns.items() if role == "award" and i < len(header)]
    said = " ".join(map(fold, heads))
    if is_of_ranks(body, columns) and ("huy chương" in said or _is_contest(deciding)):
        said = "giải"
    if deciding.confers(rules) and (
        award_columns(header, body, rules) or columns_of_names(header, body, columns, rules)
    ):
        said = "hình thức"
    if "giải" not in said and not (FORM_OF_AWARD.search(said) and deciding.confers(rules)):
        return None
    if deciding.decides:
        giver = None if rewards_winners(deciding) else deciding.body
        return AwardClause(
            0, 0, None, None, None, giver, deciding.number,
            deciding.subject_year(rules) or deciding.year, "awardee", 0.9,
        )  # fmt: skip
    is_result = "giải" in said and tells_results(deciding)
    if not (deciding.proposes or is_result):
        return None
    role: Literal["awardee", "nominee"] = "nominee" if deciding.proposes else "awardee"
    return AwardClause(0, 0, None, None, None, None, None, None, role, 0.85)


def rewards_winners(deciding: Deciding) -> bool:
    """`Khen thưởng học sinh đạt giải`: who rewards them did not give them the prize."""
    subject = deciding.dispatch.head.subject
    return subject is not None and _WINNERS.search(subject.value) is not None


def _is_contest(deciding: Deciding) -> bool:
    """Does the paper speak of a contest, and not of the class (hạng) of schools or relics?"""
    subject = deciding.dispatch.head.subject
    opening = (b.view for b in deciding.dispatch.blocks if b.kind not in {"furniture", "table"})
    said = [subject.value] if subject is not None else list(islice(opening, _OPENING))
    return any(_CONTEST.search(words) is not None for words in said)


def tells_results(deciding: Deciding) -> bool:
    """Is the paper a notice, a report `Kết quả Hội thi A`, or a page that is headed so?"""
    head = deciding.dispatch.head
    if head.doc_type is not None:
        if head.doc_type not in _TELLING or head.subject is None:
            return head.doc_type == "TB"
        return _RESULTS.match(head.subject.value) is not None
    opening = (b.view for b in deciding.dispatch.blocks if b.kind not in {"furniture", "table"})
    return any(_RESULTS.match(view) is not None for view in islice(opening, _OPENING))

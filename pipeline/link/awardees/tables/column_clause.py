"""The clause of a list that no title or article gives an award: the columns name the awards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Literal

from pipeline.grammar.spelling import fold
from pipeline.link.awardees.clauses.clause import AwardClause
from pipeline.link.awardees.tables.marks import award_columns
from pipeline.link.awardees.tables.name_columns import columns_of_names
from pipeline.link.awardees.tables.rank_cells import is_of_ranks
from pipeline.link.deciding import Deciding
from pipeline.model import TableCell
from pipeline.rulebook import Rulebook

_TELLING = frozenset({"BC", "CV"})
_OPENING = 4  # blocks


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
    if is_of_ranks(body, columns, rules) and ("huy chương" in said or _is_contest(deciding, rules)):
        said = "giải"
    if deciding.confers(rules) and (
        award_columns(header, body, None, rules) or columns_of_names(header, body, columns, rules)
    ):
        said = "hình thức"
    if "giải" not in said and not (
        rules.pattern("award_tables.column_clause_form_of_award").regex.search(said)
        and deciding.confers(rules)
    ):
        return None
    if deciding.decides:
        giver = None if rewards_winners(deciding, rules) else deciding.body
        return AwardClause(
            0, 0, None, None, None, giver, deciding.number,
            deciding.subject_year(rules) or deciding.year, "awardee", 0.9,
        )  # fmt: skip
    is_result = "giải" in said and tells_results(deciding, rules)
    if not (deciding.proposes or is_result):
        return None
    role: Literal["awardee", "nominee"] = "nominee" if deciding.proposes else "awardee"
    return AwardClause(0, 0, None, None, None, None, None, None, role, 0.85)


def rewards_winners(deciding: Deciding, rules: Rulebook) -> bool:
    """`Khen thưởng học sinh đạt giải`: who rewards them did not give them the prize."""
    subject = deciding.dispatch.head.subject
    return (
        subject is not None
        and rules.pattern("award_tables.column_clause_winners").regex.search(subject.value)
        is not None
    )


def _is_contest(deciding: Deciding, rules: Rulebook) -> bool:
    """Does the paper speak of a contest, and not of the class (hạng) of schools or relics?"""
    subject = deciding.dispatch.head.subject
    opening = (b.view for b in deciding.dispatch.blocks if b.kind not in {"furniture", "table"})
    said = [subject.value] if subject is not None else list(islice(opening, _OPENING))
    return any(
        rules.pattern("award_tables.column_clause_contest").regex.search(words) for words in said
    )


def tells_results(deciding: Deciding, rules: Rulebook) -> bool:
    """Is the paper a notice, a report `Kết quả Hội thi A`, or a page that is headed so?"""
    head = deciding.dispatch.head
    if head.doc_type is not None:
        if head.doc_type not in _TELLING or head.subject is None:
            return head.doc_type == "TB"
        return (
            rules.pattern("award_tables.column_clause_results").regex.match(head.subject.value)
            is not None
        )
    opening = (b.view for b in deciding.dispatch.blocks if b.kind not in {"furniture", "table"})
    return any(
        rules.pattern("award_tables.column_clause_results").regex.match(view)
        for view in islice(opening, _OPENING)
    )

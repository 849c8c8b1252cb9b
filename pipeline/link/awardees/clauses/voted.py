"""Votes of minutes: lines that propose by one (`Bà A: 25/25 phiếu đồng ý đề nghị danh hiệu X`), and
rows of tables that did not pass it."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.grammar.spelling import fold
from pipeline.link.awardees.clauses.clause import AwardClause
from pipeline.link.awardees.recipients.names import read_entry
from pipeline.link.awardees.recipients.series import Enumerated
from pipeline.model import Block, TableCell
from pipeline.rulebook import Rulebook

_TO_END = regex.compile(r"[^;]{0,600}")
_LONGEST = 160  # letters of a name with post and unit before its votes


_SHARE = regex.compile(r"\s*(?P<yes>\d{1,3})\s?/\s?(?P<all>\d{1,3})(?!\d)[^\d/]*")


def is_put_off(words: str, rules: Rulebook) -> bool:
    """Is it said of who is named before the words that they are not proposed or given it?"""
    return rules.pattern("clauses.voted_put_off").regex.search(words) is not None


def is_voted_down(view: str, rules: Rulebook) -> bool:
    """`Ông A: 3/7 phiếu (không đủ điều kiện)`: an entry of minutes that did not pass the vote.

    No title passes with half of the votes or less (Nghị định 98/2023/NĐ-CP, họp hội đồng).
    """
    if rules.pattern("clauses.voted_fails").regex.search(view):
        return True
    votes = rules.pattern("clauses.voted_votes").regex.search(view) if "phiếu" in view else None
    return votes is not None and 2 * int(votes["yes"]) <= int(votes["all"])


def asked_about(block: Block, clause: AwardClause, rules: Rulebook) -> Enumerated | None:
    """`5. Đối với ông A: đề nghị B tặng X`: whom a line of a proposal says that it is about."""
    if clause.role != "nominee":
        return None
    begin, award = clause.start - block.start, clause.award_start - block.start
    said = rules.pattern("clauses.voted_about").regex.match(block.view, begin, award)
    if said is None:
        return None
    named = read_entry(said["whom"], block.start + said.start("whom"), rules)
    return Enumerated(named) if named is not None else None


_VOTES_BEHIND = regex.compile(r"\s?\(\s?(?P<yes>\d{1,3})\s?/\s?(?P<all>\d{1,3})(?=[\s)])")


def is_outvoted(view: str, at: int) -> bool:
    """`đ/c A (2/7 phiếu), đ/c B (7/7 phiếu)`: did the votes behind a name in a row not pass it?"""
    votes = _VOTES_BEHIND.match(view, at)
    return votes is not None and 2 * int(votes["yes"]) <= int(votes["all"])


_CROSS = regex.compile(r"(?i)\s*(?:x|✓|✔|√|☑|☒|\+)\s*")


def is_row_voted_down(header: Sequence[str], row: Sequence[TableCell], rules: Rulebook) -> bool:
    """`Họ và tên | Số phiếu | Kết quả`: a row of minutes that half of the votes or less passed, or
    that says itself that it did not pass."""
    for cell in row:
        if rules.pattern("clauses.voted_failed").regex.fullmatch(cell.text):
            return True
        heading = fold(header[cell.column]) if cell.column < len(header) else ""
        if _CROSS.fullmatch(cell.text) and rules.pattern("clauses.voted_failed").regex.fullmatch(
            heading
        ):
            return True  # `Không đủ điều kiện` with a cross below
        votes = _SHARE.fullmatch(cell.text) if "phiếu" in heading else None
        if votes is not None and 2 * int(votes["yes"]) <= int(votes["all"]):
            return True
    return False


def voted_for(block: Block, clause: AwardClause, rules: Rulebook) -> Enumerated | None:
    """Whom a line of minutes names with the votes for its award; nobody whom it voted down."""
    if "phiếu" not in block.view or clause.role != "nominee":
        return None
    begin, award = clause.start - block.start, clause.award_start - block.start
    votes = rules.pattern("clauses.voted").regex.search(block.view, begin, award)
    if votes is None or votes.start() - begin > _LONGEST:
        return None
    own = _TO_END.match(block.view, begin)  # another of the line may have failed
    if own is not None and is_voted_down(own.group(), rules):
        return None
    if not rules.pattern("clauses.voted_for").regex.match(block.view, votes.end(), award):
        return None
    named = read_entry(block.view[begin : votes.start()], clause.start, rules)
    return Enumerated(named) if named is not None else None

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

_VOTED = regex.compile(
    r"(?:\s?[:–-]|,|\sđạt|\scó)\s{1,2}\d{1,3}\s?/\s?\d{1,3}\s(?:số\s)?phiếu(?!\p{L})"
)
_FOR = regex.compile(r"[^.;]{0,60}?(?<!\p{L})(?:đề nghị|công nhận|xét tặng|tặng|tán thành|đồng ý)")
_TO_END = regex.compile(r"[^;]{0,600}")
_LONGEST = 160  # letters of a name with post and unit before its votes


_SHARE = regex.compile(r"\s*(?P<yes>\d{1,3})\s?/\s?(?P<all>\d{1,3})(?!\d)[^\d/]*")
_FAILED = regex.compile(
    r"(?i)\W*(?:không|chưa) (?:đạt|đủ (?:điều kiện|tiêu chuẩn|phiếu|số phiếu)|(?:được )?(?:đề nghị"
    r"|thông qua|công nhận|khen(?: thưởng)?|tặng|xét))\W*"
    r"|\W*(?:đã |xin )*(?:rút (?:tên|hồ sơ|khỏi danh sách)|trả (?:lại )?hồ sơ)\W*"
)
_VOTES = regex.compile(
    r"(?<!\d)(?P<yes>\d{1,3})\s?/\s?(?P<all>\d{1,3})(?!\d)\s{0,3}(?:số\s)?phiếu(?!\s(?:không"
    r"|chống|trắng|phản đối))"
    r"|phiếu[^.;:\d]{0,20}:\s(?P<yes>\d{1,3})\s?/\s?(?P<all>\d{1,3})(?!\d)"
)
_FAILS = regex.compile(
    r"(?<!\p{L})(?i:không|chưa)\s(?:đạt(?=\W*$)|đủ\s(?:điều kiện|tiêu chuẩn|số phiếu|phiếu)"
    r"|được\s(?:thông qua|đề nghị|công nhận|tán thành))(?!\p{L})"
)


# `Ông A, Trưởng ấp B do chưa đủ 10 năm nên chưa trình đợt này`
_PUT_OFF = regex.compile(
    r"(?<!\p{L})(?:không|chưa)\s(?:được\s)?"
    r"(?:trình|đề nghị|xét|công nhận|khen thưởng|tặng)(?!\p{L})"
)


def is_put_off(words: str) -> bool:
    """Is it said of who is named before the words that they are not proposed or given it?"""
    return _PUT_OFF.search(words) is not None


def is_voted_down(view: str) -> bool:
    """`Ông A: 3/7 phiếu (không đủ điều kiện)`: an entry of minutes that did not pass the vote.

    No title passes with half of the votes or less (Nghị định 98/2023/NĐ-CP, họp hội đồng).
    """
    if _FAILS.search(view) is not None:
        return True
    votes = _VOTES.search(view) if "phiếu" in view else None
    return votes is not None and 2 * int(votes["yes"]) <= int(votes["all"])


_CROSS = regex.compile(r"(?i)\s*(?:x|✓|✔|√|\+)\s*")


def is_row_voted_down(header: Sequence[str], row: Sequence[TableCell]) -> bool:
    """`Họ và tên | Số phiếu | Kết quả`: a row of minutes that half of the votes or less passed, or
    that says itself that it did not pass."""
    for cell in row:
        if _FAILED.fullmatch(cell.text) is not None:
            return True
        heading = fold(header[cell.column]) if cell.column < len(header) else ""
        if _CROSS.fullmatch(cell.text) is not None and _FAILED.fullmatch(heading) is not None:
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

"""Words that say that something was done or reached, in papers that otherwise ask or order."""

from __future__ import annotations

import regex

from pipeline.extract.figures.candidates import Candidate
from pipeline.extract.figures.passage import Passage
from pipeline.rulebook import Rulebook

_TOLD = regex.compile(r"(?<!\p{L})đã(?!\p{L})")
_THERE_IS = regex.compile(
    r"\s*(?:trong\s[^.,;:]{2,30}\s)?có\s\d[\d./]{0,15}\s[^.;:]{3,80}?"
    r"\s(?:được|đạt|tham gia|tham dự)(?!\p{L})"
)
_REACHED = regex.compile(r"(?<!\p{L})được\s(?:(?:thêm|hơn|gần|trên|khoảng)\s)?\d")

# Words of what there is or was before a number, and what was done with those it counts behind it.
_TELLS = regex.compile(
    r"(?<!\p{L})(?:đã|được|đạt|có|còn|hiện|là|ước|tăng|giảm|gây|làm|bị|xảy ra|kết quả|qua|vượt|hết"
    r"|thu hút|tổng|tính|bầu|trúng cử|thiếu|mất|chiếm|tặng|thưởng|khen|trao|báo cáo|phát hiện"
    r"|xử lý)(?!\p{L})"
)
_DONE_WITH = regex.compile(
    r"[^.;:\d]{0,40}?(?<!\p{L})"
    r"(?:đã|được|bị|đang|đạt|chưa|trúng|tham gia|tham dự|nhất trí|tán thành)(?!\p{L})"
)


def tells(passage: Passage, candidate: Candidate) -> bool:
    """Whether any word of the sentence tells of something: ``mời 25 đại biểu`` has none.

    Where none does, only the kind of paper says whether there are so many or shall be.
    """
    start = passage.sentence(candidate.start)[0]
    return (
        _TELLS.search(passage.folded, start, candidate.start) is not None
        or _DONE_WITH.match(passage.folded, candidate.number[1]) is not None
    )


def is_told(passage: Passage, candidate: Candidate) -> bool:
    """``Các đơn vị đã tổ chức 60 lớp``, ``Có 145 đơn vị được khen``: what there is."""
    start, end = passage.sentence(candidate.start)
    told = _TOLD.search(passage.folded, start, candidate.start)
    return told is not None or _THERE_IS.match(passage.folded, start, end) is not None


def is_reached(passage: Passage, candidate: Candidate) -> bool:
    """``Tập trung tuyên truyền được 120 buổi cho 500 người``: what came of it."""
    start = passage.sentence(candidate.start)[0]
    return _REACHED.search(passage.folded, start, candidate.number[1]) is not None


def came_of_it(passage: Passage, candidate: Candidate, rules: Rulebook) -> bool:
    """``Đề nghị giải quyết 15 vụ; giải quyết xong 10 vụ``: said right before the number."""
    clause = passage.clause(candidate.start)[0]
    return (
        rules.pattern("counts.told_came_of_it").regex.search(
            passage.folded, clause, candidate.start
        )
        is not None
    )


def is_voted(passage: Passage, candidate: Candidate, rules: Rulebook) -> bool:
    """``Đại hội bầu 27 đồng chí``, ``được 100% đại biểu biểu quyết thông qua``, below its aims."""
    start = passage.sentence(candidate.start)[0]
    return (
        rules.pattern("counts.told_voted").regex.search(passage.folded, start, candidate.start)
        is not None
        or rules.pattern("counts.told_vote").regex.match(passage.folded, candidate.number[1])
        is not None
    )

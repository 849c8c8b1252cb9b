"""What a count is about: the words of its sentence that no other count of it shares."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.audit.model import Paper, Row
from pipeline.audit.wording import sentence
from pipeline.grammar.spelling import fold

_CUT = regex.compile(r"[,;:()\n]|\s(?:và|với|cùng)\s")
_WORD = regex.compile(r"\p{L}+")
# Words that every sentence on awards has and that tell nothing of the occasion.
_PLAIN = frozenset(
    word
    for line in (
        "có được đã là cho của và các những một trong năm tháng ngày quý đầu cuối tại theo tổng",
        "số cộng toàn tỉnh ngành cả đơn vị khen thưởng tặng trao đề nghị xét công nhận danh hiệu",
        "hình thức tập thể cá nhân người đồng chí kết quả thành tích xuất sắc đến nay tính lũy",
        "luỹ kế hiện thì đó với từ nhận giai đoạn trên địa bàn thực tiêu biểu đạt như sau gồm",
        "cấp kỳ quyết định văn bản nêu đồng thời việc ban hành công tác ủy nhân dân liên lao động",
    )
    for word in line.split()
)
_ALIKE = 0.75  # share of the words of two sentences that are the same


def about(paper: Paper, figure: Row) -> str:
    """The words that say what a count is about, in order of the alphabet, parted by blanks."""
    begin, end = sentence(paper, figure["start"], figure["end"])
    others = [
        (row["start"], row["end"])
        for row in paper.between("figures", begin, end)
        if row is not figure and row["start"] != figure["start"]
    ]
    hidden = [(figure["start"], figure["end"])]
    for table in ("citations", "dates"):
        hidden += [(row["start"], row["end"]) for row in paper.between(table, begin, end)]
    known = set(_PLAIN)
    for told in (figure["award_name"], figure["counted"], figure["conferred_by"]):
        known |= set(_WORD.findall(fold(told or "")))
    for name in ("issuer", "place"):
        known |= set(_WORD.findall(fold(paper.header[name] or "")))
    words: set[str] = set()
    for start, stop in _pieces(paper.text, begin, end):
        if any(start <= first < stop for first, _ in others):
            continue  # it tells of another count
        words |= set(_words(paper.text, start, stop, hidden))
    return " ".join(sorted(words - known))


def alike(one: str, other: str) -> bool:
    """Whether two counts are about the same, as far as the words around them tell."""
    left, right = set(one.split()), set(other.split())
    return len(left & right) >= _ALIKE * len(left | right)


def _pieces(text: str, begin: int, end: int) -> list[tuple[int, int]]:
    cuts = [hit.start() for hit in _CUT.finditer(text, begin, end)]
    return list(zip([begin, *cuts], [*cuts, end], strict=True))


def _words(text: str, start: int, stop: int, hidden: Sequence[tuple[int, int]]) -> list[str]:
    """Folded words of a piece but for those inside hidden spans."""
    return [
        fold(hit.group())
        for hit in _WORD.finditer(text, start, stop)
        if not any(first <= hit.start() < last for first, last in hidden)
    ]

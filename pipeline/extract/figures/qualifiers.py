"""How exactly a number holds: the word right before it, trở lên behind it, a range, hàng trăm."""

from __future__ import annotations

from typing import Literal, NamedTuple, cast

from pipeline.extract.figures.lexicon import FigureWords
from pipeline.extract.figures.passage import Passage
from pipeline.grammar.numbers import Quantity

Qualifier = Literal[
    "exact", "about", "nearly", "over", "under", "at_least", "at_most", "range", "order"
]


_LONGEST_NOUN = 4  # words of a noun beyond those known
_GRADES = frozenset(
    [
        "cấp",
        "loại",
        "mức",
        "đạt",
        "được",
        "hạng",
        "bậc",
        "khá",
        "tốt",
        "giỏi",
        "xuất",
        "tiên",
        "trung",
        "từ",
    ]
)
# With the word before them these are words of their own: `vượt tiến độ 12%`, `thỏa ước 05 đơn vị`.
_COMPOUNDS = {
    "độ": frozenset({"tiến", "mức", "tốc", "trình", "chế", "nhiệt", "mật", "cường", "nồng", "góc"}),
    "ước": frozenset({"thỏa", "thoả", "công", "quy", "hương", "hiệp", "điều"}),
    "trên": frozenset({"cấp", "bên"}),
    "dưới": frozenset({"cấp", "bên"}),
    "ngoài": frozenset({"nước", "bên"}),
    ">": frozenset({"-", "–"}),  # `từ 400 -> 600`
}
_DENIED_REACH = 8  # words between `không` and `quá`: `không thu phí trả trước quá 1%`
_LONGEST_BRACKET = 20  # words of an amount said again
# Before a percentage these compare two quantities (lexicon ``qualifiers``, notes).
_COMPARISONS = frozenset(
    {"vượt", "cao hơn", "thấp hơn", "nhiều hơn", "ít hơn", "lớn hơn", "nhỏ hơn"}
)


class Qualified(NamedTuple):
    """The qualifier and the span of the figure's words with it."""

    qualifier: Qualifier
    start: int
    end: int


def qualify(passage: Passage, quantity: Quantity, end: int, words: FigureWords) -> Qualified:
    """The qualifier printed at this figure; it holds for no other (``trên 65% ..., 75% ...``).

    :param end: end of the figure's words (number, unit, noun) in the view
    """
    tokens = passage.tokens
    texts, starts = tokens
    first = passage.index_at(quantity.start)
    start = quantity.start
    before = words.before.before(texts, first)
    if before is not None and (
        _compares(passage, texts[first - before[0] : first], quantity, end)
        or _means_besides(passage, first - before[0], first)
        or _names_wage(texts, first - before[0], first)
        or _ranks(texts, first - before[0], first)
        or _ends_word(texts, first - before[0], first)
        or texts[first - before[0] - 1 : first] == ["và", "vượt"]  # `đạt và vượt 17/28 chỉ tiêu`
    ):
        before = None
    if before is not None:
        start = starts[first - before[0]]
        first -= before[0]
    opened = start
    if first and texts[first - 1] == "từ":
        opened = starts[first - 1]
    if quantity.kind == "order":
        return Qualified("order", start, end)
    if quantity.kind == "range":
        return Qualified("range", opened, end)
    behind, behind_noun = passage.index_at(quantity.end), passage.index_at(end)
    places = [behind_noun, behind, _past_bracket(texts, behind), _past_rate(texts, behind_noun)]
    if opened < start:
        places += _past_noun(texts, behind_noun)
    for place in places:
        after = words.after.at(texts, place)
        if after is not None:
            last = tokens.end(place + after[0] - 1)
            return Qualified(cast(Qualifier, after[1]), opened, max(end, last))
    if before is not None:
        if _is_denied(texts, first):
            return Qualified("at_most", start, end)
        return Qualified(cast(Qualifier, before[1]), start, end)
    return Qualified("exact", start, end)


def _past_noun(texts: list[str], index: int) -> list[int]:
    """Behind words that go on with a long noun: ``từ 50% vốn của Nhà nước trở lên``.

    A grade has a ``trở lên`` of its own: ``từ 5 tổ đạt khá trở lên``.
    """
    found: list[int] = []
    for at, text in enumerate(texts[index : index + _LONGEST_NOUN], index + 1):
        if not text[0].isalpha() or text in _GRADES:
            break
        found.append(at)
    return found


def _past_rate(texts: list[str], index: int) -> int:
    """Behind what the count is by: ``150 đảng viên/năm trở lên``."""
    is_rate = index + 1 < len(texts) and texts[index] == "/" and texts[index + 1][0].isalpha()
    return index + 2 if is_rate else index


def _past_bracket(texts: list[str], index: int) -> int:
    """Behind a bracket that says the amount again: ``50 đồng (năm mươi đồng) trở lên``."""
    if index >= len(texts) or texts[index] != "(":
        return index
    inside = texts[index : index + _LONGEST_BRACKET]
    return index + inside.index(")") + 1 if ")" in inside else index


def _means_besides(passage: Passage, start: int, first: int) -> bool:
    """``..., ngoài 5 mẫu này``, ``ngoài 5 mẫu này còn có``: besides them."""
    texts, starts = passage.tokens
    if texts[start:first] != ["ngoài"]:
        return False
    end = passage.sentence(starts[start])[1]
    opens = start == 0 or not texts[start - 1][0].isalpha()
    return opens or " còn " in passage.folded[starts[start] : end]


def _names_wage(texts: list[str], start: int, first: int) -> bool:
    """``mức lương tối thiểu 22.500 đồng/tháng``: the minimum wage is the name of an amount."""
    return texts[start:first][:2] == ["tối", "thiểu"] and texts[max(0, start - 1) : start] == [
        "lương"
    ]


def _ends_word(texts: list[str], start: int, first: int) -> bool:
    """``tiến độ 12%``, ``nước ngoài 5 đơn vị``: the last syllable of a word that bounds nothing."""
    alone = texts[start] if first - start == 1 else ""
    return bool(start) and texts[start - 1] in _COMPOUNDS.get(alone, ())


def _is_denied(texts: list[str], start: int) -> bool:
    """``không thu quá 1%``: the denial stands before the verb, and the bound is at most."""
    if texts[start] != "quá":
        return False
    for text in reversed(texts[max(0, start - _DENIED_REACH) : start]):
        if text == "không":
            return True
        if not text[0].isalpha():
            return False
    return False


def _ranks(texts: list[str], start: int, first: int) -> bool:
    """``tăng nhiều nhất là 15 đơn``: the largest growth, and no bound of it.

    ``giảm ít nhất 5%`` is what is aimed at.
    """
    said = texts[start:first]
    is_most = said[1:2] == ["nhất"] and said != ["ít", "nhất"]
    return is_most and texts[max(0, start - 1) : start] in (["tăng"], ["giảm"])


def _compares(passage: Passage, said: list[str], quantity: Quantity, end: int) -> bool:
    """``vượt 5%``, ``vượt 2 trường so với ...`` say by how much, not more than how much."""
    if " ".join(said) not in _COMPARISONS:
        return False
    return quantity.unit == "percent" or passage.folded[end : end + 8].startswith(" so ")

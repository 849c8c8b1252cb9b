"""How exactly a number holds: the word right before it, trở lên behind it, a range, hàng trăm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal, cast

from pipeline.extract.figure_lexicon import FigureWords
from pipeline.extract.figure_passage import Passage, Token
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
_LONGEST_BRACKET = 20  # words of an amount said again
# Before a percentage these compare two quantities (lexicon ``qualifiers``, notes).
_COMPARISONS = frozenset(
    {"vượt", "cao hơn", "thấp hơn", "nhiều hơn", "ít hơn", "lớn hơn", "nhỏ hơn"}
)


@dataclass(frozen=True, slots=True)
class Qualified:
    """The qualifier and the span of the figure's words with it."""

    qualifier: Qualifier
    start: int
    end: int


def qualify(passage: Passage, quantity: Quantity, end: int, words: FigureWords) -> Qualified:
    """The qualifier printed at this figure; it holds for no other (``trên 65% ..., 75% ...``).

    :param end: end of the figure's words (number, unit, noun) in the view
    """
    tokens = passage.tokens
    first = passage.index_at(quantity.start)
    start = quantity.start
    before = words.before.before(tokens, first)
    if before is not None and (
        _compares(passage, tokens[first - before[0] : first], quantity, end)
        or _means_besides(tokens, first - before[0], first)
    ):
        before = None
    if before is not None:
        start = tokens[first - before[0]].start
        first -= before[0]
    opened = start
    if first and tokens[first - 1].text == "từ":
        opened = tokens[first - 1].start
    if quantity.kind == "order":
        return Qualified("order", start, end)
    if quantity.kind == "range":
        return Qualified("range", opened, end)
    places = [end, quantity.end, _past_bracket(passage, quantity.end), _past_rate(passage, end)]
    if opened < start:
        places += _past_noun(passage, end)
    for place in places:
        after = words.after.at(tokens, passage.index_at(place))
        if after is not None:
            last = tokens[passage.index_at(place) + after[0] - 1].end
            return Qualified(cast(Qualifier, after[1]), opened, max(end, last))
    if before is not None:
        return Qualified(cast(Qualifier, before[1]), start, end)
    return Qualified("exact", start, end)


def _past_noun(passage: Passage, position: int) -> list[int]:
    """Behind words that go on with a long noun: ``từ 50% vốn của Nhà nước trở lên``.

    A grade has a ``trở lên`` of its own: ``từ 5 tổ đạt khá trở lên``.
    """
    index = passage.index_at(position)
    tokens = passage.tokens[index : index + _LONGEST_NOUN]
    words = takewhile(lambda token: token.is_word and token.text not in _GRADES, tokens)
    return [token.end for token in words]


def _past_rate(passage: Passage, position: int) -> int:
    """Behind what the count is by: ``150 đảng viên/năm trở lên``."""
    index, tokens = passage.index_at(position), passage.tokens
    is_rate = index + 1 < len(tokens) and tokens[index].text == "/" and tokens[index + 1].is_word
    return tokens[index + 1].end if is_rate else position


def _past_bracket(passage: Passage, position: int) -> int:
    """Behind a bracket that says the amount again: ``50 đồng (năm mươi đồng) trở lên``."""
    index = passage.index_at(position)
    tokens = passage.tokens[index : index + _LONGEST_BRACKET]
    if not tokens or tokens[0].text != "(":
        return position
    return next((token.end for token in tokens if token.text == ")"), position)


def _means_besides(tokens: Sequence[Token], start: int, first: int) -> bool:
    """``..., ngoài 5 mẫu này``: besides them, where the word opens its clause."""
    opens = start == 0 or not tokens[start - 1].is_word
    return opens and [token.text for token in tokens[start:first]] == ["ngoài"]


def _compares(passage: Passage, said: Sequence[Token], quantity: Quantity, end: int) -> bool:
    """``vượt 5%``, ``vượt 2 trường so với ...`` say by how much, not more than how much."""
    words = " ".join(token.text for token in said)
    if words not in _COMPARISONS:
        return False
    return quantity.unit == "percent" or passage.folded[end : end + 8].startswith(" so với")

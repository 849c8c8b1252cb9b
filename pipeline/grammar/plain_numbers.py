"""Numbers with one reading only, told at a glance: ``12 người``, ``1.254;``, ``85,5%,``.

Most digits of a dispatch stand in front of a word, or of a sign, that no number goes on with.
What else there is (multipliers, money, ranges, ratios, clocks, symbols) is read in ``numbers``.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, NamedTuple

import regex

from pipeline.grammar.numerals import numerals
from pipeline.rulebook.derived import derived
from pipeline.rulebook.needed import opening_at

if TYPE_CHECKING:
    from pipeline.rulebook import Rulebook

_DIGITS = re.compile(
    r"(?:(?P<decimal>[0-9]{1,12},[0-9]{1,6})(?=%)"
    r"|(?P<whole>[0-9]{1,3}(?:\.[0-9]{3}){1,5}|0[0-9]{0,3}|[1-9][0-9]{0,14}))(?P<percent>%)?(?![0-9%])"
)
# A day, or the number of a document with the first letters of its symbol, holds no quantity.
_NO_QUANTITY = re.compile(
    r"(?:0?[1-9]|[12][0-9]|3[01])/(?:0?[1-9]|1[0-2])/(?:19|20)[0-9]{2}(?![\w/]|[.,][0-9])"
    r"|[0-9]{1,7}/(?:[0-9]{4}/)?(?=[A-ZĐ]{2})|[0-9]{1,7}(?=-[A-ZĐ]{2,5}/)"
)
_BEHIND = 4  # letters behind a number: a blank, and as many as an opening has
_GOES_ON = re.compile(r"[0-9/–—-]|\A\w|\A\s\s")
_BLANKS = re.compile(r"\A\s\s")  # what stands behind them is not seen
# What can go on with a number, or give it a unit, behind a blank or a sign.
_AFTER_WHOLE = ("number.multiplier", "number.percent", "number.money", "number.to")
_AFTER_PERCENT = ("number.to",)
_AFTER_WORD = ("number.percent", "number.money")
# Words with which a number in words can begin.
_LEADING = frozenset({"digit", "zero", "ten"})
_NO_NUMBER_ALONE = frozenset({"năm", "không"})  # the year, and not
_REACH = 200  # letters that a unit with its blanks is looked for in
_MOST = 8192  # strings of letters behind a number that are remembered


class Plain(NamedTuple):
    """A number that ends at ``end``, with its unit; ``value`` None where there is no quantity."""

    value: int | Decimal | None
    end: int
    unit: Literal["count", "percent"] = "count"
    is_word: bool = False


class Glance:
    """Looks at a number and what stands right behind it."""

    def __init__(self, rules: Rulebook) -> None:
        """``rules`` give what numbers go on with, and the number words."""
        self._whole = _Inert(_AFTER_WHOLE, _GOES_ON, rules)
        self._percent = _Inert(_AFTER_PERCENT, _GOES_ON, rules)
        self._word = _Inert(_AFTER_WORD, _BLANKS, rules, unclear_before="number.word")
        self._words = numerals(rules)
        self._vague = rules.pattern("number.vague").regex

    def digits(self, view: str, start: int) -> Plain | None:
        """The number at ``start``, where digits may begin; None if it needs a closer look."""
        hit = _DIGITS.match(view, start)
        if hit is not None:
            decimal, whole, percent = hit.groups()
            end = hit.end()
            if percent is None and self._whole.behind(view, end):
                return Plain(int(whole.replace(".", "")), end)
            if percent is not None and self._percent.behind(view, end):
                if decimal is None:
                    return Plain(int(whole.replace(".", "")), end, "percent")
                value = Decimal(decimal.replace(",", "."))
                return Plain(int(value) if value == int(value) else value, end, "percent")
        hit = _NO_QUANTITY.match(view, start)
        return None if hit is None else Plain(None, hit.end())

    def word(self, view: str, start: int, end: int) -> Plain | None:
        """The same for a number word: ``năm 2024``, ``đầu tư``, ``không có`` hold no quantity."""
        word = view[start:end].casefold()
        known = self._words.get(word)
        if known is None:  # hàng: `hàng năm` is no number, `hàng trăm` is
            return None if self._vague.match(view, start, start + _REACH) else Plain(None, end)
        role, value = known
        if role not in _LEADING:
            return Plain(None, end)
        if role == "ten" or not self._word.behind(view, end):
            return None
        is_none = role == "zero" or word in _NO_NUMBER_ALONE
        return Plain(None if is_none else value, end, is_word=True)


class _Inert:
    """Tells whether what stands behind a number has nothing to do with it."""

    def __init__(
        self,
        patterns: tuple[str, ...],
        unclear: re.Pattern[str],
        rules: Rulebook,
        unclear_before: str | None = None,
    ) -> None:
        """``unclear`` are letters, and ``unclear_before`` a pattern, that need a closer look."""
        self._unclear = unclear
        self._before = None if unclear_before is None else rules.pattern(unclear_before)
        self._patterns = tuple(rules.pattern(name) for name in patterns)
        self._known: dict[str, tuple[regex.Pattern[str], ...] | None] = {}

    def behind(self, view: str, end: int) -> bool:
        """Whether no pattern can begin at ``end``, nor anything else that is unclear."""
        letters = view[end : end + _BEHIND]
        if letters not in self._known:
            if len(self._known) > _MOST:
                self._known.clear()
            self._known[letters] = self._to_try(view, letters, end)
        to_try = self._known[letters]
        if to_try is None:
            return False
        for expression in to_try:  # noqa: SIM110 - nearly always there is none
            if expression.match(view, end, end + _REACH):
                return False
        return True

    def _to_try(self, view: str, letters: str, end: int) -> tuple[regex.Pattern[str], ...] | None:
        """The expressions that can begin with these letters; None where more has to be seen."""
        opening = opening_at(view, end)
        if opening is None or self._unclear.search(letters):
            return None
        if self._before is not None and self._before.may_open(opening):
            return None
        return tuple(p.regex for p in self._patterns if p.may_open(opening))


@derived
def glance(rules: Rulebook) -> Glance:
    """The look at numbers for these rules."""
    return Glance(rules)

"""Digits that are no counts: titles, contacts, ranks, names, amounts said again in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

import regex

from pipeline.extract.figures.lexicon import FigureWords
from pipeline.extract.figures.passage import Mask, Passage, Span
from pipeline.grammar.numbers import Quantity, parse_vietnamese_words
from pipeline.grammar.numerals import numerals
from pipeline.rulebook import Prefilter, Rulebook
from pipeline.rulebook.derived import derived

# What is said once for two thirds, a half ... is a share of an unnamed whole.
_FRACTIONS = frozenset({"1/2", "1/3", "2/3", "1/4", "3/4", "1/5"})

# The unit that ends an amount in words.
_DONG = regex.compile(r"(?<!\p{L})đồng(?!\p{L})", regex.IGNORECASE)

# `cơ sở 1 Trung tâm ...`, `tổ 5 phường Bình An`: a name goes on behind the number.
_NAME_BEHIND = regex.compile(r"\s*(?:\p{Ll}+\s+){0,2}\p{Lu}\p{Ll}")


# The first word of a bracket; an amount in words begins with these or with a number word.
_THOUSANDS = regex.compile(r"\d{1,3}(?:\.\d{3})+")
_FIRST_WORD = re.compile(r"\W*([^\W\d_]*)")
_SAYING = ("viết", "bằng")


class Exclusions:
    """The places of a passage whose numbers report nothing (figures.md section 7)."""

    def __init__(
        self, passage: Passage, known: Mask, rules: Rulebook, marks: tuple[Span, ...] = ()
    ) -> None:
        """``known`` are absolute spans of dates and citations found before, ``marks`` spans of the
        view: the block's own label and the like.
        """
        self._passage = passage
        self._known = known
        self._marks = marks
        self._rules = rules

    def covers(self, start: int, end: int) -> bool:
        """Whether any of them shares a letter with ``start:end`` of the view."""
        shift = self._passage.offset
        return self._known.covers(start + shift, end + shift) or self._own.covers(start, end)

    @cached_property
    def _own(self) -> Mask:
        """The passage's own; most numbers are those of dates and citations, and never ask."""
        return Mask((*self._marks, *self._passage.titles, *self._spans()))

    def _spans(self) -> Iterator[Span]:
        passage, rules = self._passage, self._rules
        for pattern in _prefilter(rules).possible(passage.outlined):
            for match in pattern.finditer(passage.folded):
                yield match.span()
        for start, end in passage.brackets:
            first = _FIRST_WORD.match(passage.view, start)
            if first is None or first[1].casefold() not in _amount_openings(rules):
                continue
            if _is_amount_in_words(passage.view[start:end], rules):
                yield start, end


@derived
def _amount_openings(rules: Rulebook) -> frozenset[str]:
    return frozenset((*_SAYING, *(term.split()[0] for term in numerals(rules))))


@derived
def _prefilter(rules: Rulebook) -> Prefilter:
    return Prefilter(rules.patterns("figure_not"))


def _is_amount_in_words(words: str, rules: Rulebook) -> bool:
    """``(Năm triệu đồng chẵn)`` says an amount again, whatever stands behind the unit."""
    unit = _DONG.search(words)
    whole = parse_vietnamese_words(words, rules)
    return whole is not None or (
        unit is not None and parse_vietnamese_words(words[: unit.end()], rules) is not None
    )


def is_name_or_ordinal(
    passage: Passage, quantity: Quantity, words: FigureWords, *, noun_known: bool
) -> bool:
    """Whether the word before the number makes it a name, a number of something or an ordinal."""
    index = passage.index_at(quantity.start)
    before = words.numbered.before(passage.tokens.texts, index)
    if before is None or before[1] == "unnumbered":
        return False
    if before[1] == "numbered" and noun_known and _THOUSANDS.fullmatch(quantity.raw):
        return False  # `huy động ra lớp 86.079 học sinh`: no name has so many
    if before[1] == "numbered" or not noun_known:
        return True
    bare = quantity.raw.isdigit() and quantity.raw[0] != "0" and quantity.value < 100
    names = _NAME_BEHIND.match(passage.view, quantity.end) is not None
    return before[1] == "name_head" and bare and names


def is_per_each(passage: Passage, quantity: Quantity, rules: Rulebook) -> bool:
    """``mỗi hộ 01 suất``: a rate, not a count."""
    each = rules.pattern("figure.each")
    if not passage.may_hold(each):
        return False
    start = passage.clause(quantity.start)[0]
    before = passage.folded[max(start, quantity.start - 60) : quantity.start]
    return each.regex.search(before) is not None


def is_fraction(quantity: Quantity) -> bool:
    """``2/3`` is a share; a month of a year is a date that the dates did not take."""
    if quantity.kind != "ratio" or quantity.of_value is None:
        return False
    month_of_year = quantity.value <= 12 and 1900 <= quantity.of_value <= 2100
    return quantity.raw in _FRACTIONS or month_of_year


def looks_like_year(quantity: Quantity) -> bool:
    """Four digits without a dot between 1900 and 2100."""
    return quantity.raw.isdigit() and len(quantity.raw) == 4 and 1900 <= quantity.value <= 2100

"""A stretch of words as the figure grammar sees it: tokens, clauses, brackets and quotations."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

import regex

from pipeline.extract.figures.tokens import Tokens, tokenize
from pipeline.grammar.spelling import fold, lower
from pipeline.rulebook import Pattern
from pipeline.rulebook.twin import Twins

Span = tuple[int, int]

# A full stop ends a sentence only before a capital, a digit or a list sign; `TM. BAN` is rare.
_STOP = r"[.!?…](?=\s+(?:\p{Lu}|\d|[-+*•“\"(])|\s*$)"
_SENTENCE_END = regex.compile(_STOP)
_CLAUSE_END = Twins(r"[;.!?…](?:(?<=;)|(?=\s+(?:\p{Lu}|\d|[-+*•“\"(])|\s*$))")
_LIST_SIGN = Twins(
    r"(?<!\p{Lu})\s[-+•](?=\s+\p{Lu})"
)  # ends a clause where the blanks before it begin
_STOPS = ".!?…"
_OPENING, _CLOSING = "“„«", "”»"
_OPENING_SIGNS = (*_OPENING, '"')
_QUOTES = re.compile(f'[{_OPENING}{_CLOSING}"]')
_ROUND = re.compile(r"[()]")
_REACH = 900  # letters on either side that a clause or sentence is followed, however long it is
_MOST_BRACKETS = 8  # brackets behind a place that are looked at; more do not hold it
_SHORTEST_SPEECH, _MANY = 80, 4  # letters, and numbers that no title has
_TOLD = re.compile(r"\bđã\s")
_NUMBERS = re.compile(r"\d+(?:[.,]\d+)*")
# What words an aim that stands in quotation marks, and what gives it anew.
_WORDED = regex.compile(
    r"(?<!\p{L})(?:(?:chỉ|mục)\s+tiêu|dự\s+thảo\s+thành)\s*:?\s*$", regex.IGNORECASE
)
_REWORDED = regex.compile(r"\s*(?:thành|bằng)\s*:?\s*")
_WORDED_REACH = 24
_LONGEST_TITLE = 200  # letters; what is longer inside quotation marks is quoted speech


def _is_speech(quoted: str) -> bool:
    """Whether words in quotation marks are what somebody said: too long, or with many numbers."""
    if len(quoted) > _LONGEST_TITLE or _SENTENCE_END.search(quoted[:-1]):
        return True
    if len(quoted) <= _SHORTEST_SPEECH:
        return False
    is_told = _TOLD.search(quoted) is not None  # `“Mưa lũ đã làm 29 người chết, ...”`
    return is_told or len(_NUMBERS.findall(quoted)) >= _MANY


@dataclass(frozen=True)
class Passage:
    """The words of a block or table cell; ``offset`` is where ``view`` stands in the text."""

    view: str
    offset: int = 0
    # What was asked for before: one figure asks some ten times for its clause.
    _may_hold: dict[str, bool] = field(default_factory=dict, init=False, repr=False, compare=False)
    _clauses: dict[int, Span] = field(default_factory=dict, init=False, repr=False, compare=False)
    _sentences: dict[int, Span] = field(default_factory=dict, init=False, repr=False, compare=False)

    @cached_property
    def folded(self) -> str:
        """The view in one case and one spelling, letter for letter."""
        return fold(self.view)

    def may_hold(self, pattern: Pattern) -> bool:
        """Whether the pattern can match anywhere in the folded view."""
        known = self._may_hold.get(pattern.id)
        if known is None:
            needed = pattern.needed[0].strip() if len(pattern.needed) == 1 else ""
            is_missing = needed.isalpha() and needed not in self.folded  # one word tells at once
            known = not is_missing and pattern.may_match(self.outlined)
            self._may_hold[pattern.id] = known
        return known

    @cached_property
    def outlined(self) -> str:
        """The text of which the outline is that of the folded view.

        Nearly always the view itself, which the stages before have looked at.
        """
        return self.view if self.folded == lower(self.view) else self.folded

    @cached_property
    def tokens(self) -> Tokens:
        """Words, numbers and signs of the folded view."""
        return tokenize(self.folded)

    def index_at(self, position: int) -> int:
        """Index of the first token that begins at or behind ``position``."""
        return bisect_left(self.tokens.starts, position)

    @cached_property
    def brackets(self) -> tuple[Span, ...]:
        """Pairs of round brackets, from ``(`` to behind ``)``, inner ones first."""
        if "(" not in self.view:
            return ()
        found: list[Span] = []
        open_at: list[int] = []
        for sign in _ROUND.finditer(self.view):
            if sign.group() == "(":
                open_at.append(sign.start())
            elif open_at:
                found.append((open_at.pop(), sign.end()))
        return tuple(found)

    @cached_property
    def _bracket_ends(self) -> list[int]:
        return sorted(end for _, end in self.brackets)

    @cached_property
    def _by_end(self) -> dict[int, int]:
        return {end: start for start, end in self.brackets}

    def brackets_near(self, position: int) -> tuple[Span, ...]:
        """The brackets that end behind ``position``, as far as a clause is followed."""
        at = bisect_left(self._bracket_ends, position)
        found = []
        for end in self._bracket_ends[at : at + _MOST_BRACKETS]:
            if end > position + _REACH:
                break
            found.append((self._by_end[end], end))
        return tuple(found)

    @cached_property
    def titles(self) -> tuple[Span, ...]:
        """Quotations short enough to be a title or a programme's name, quotation marks included."""
        aims = self.quoted_aims
        return tuple(
            span
            for span in self._quotations
            if span not in aims and not _is_speech(self.view[span[0] + 1 : span[1] - 1])
        )

    @cached_property
    def quoted_aims(self) -> tuple[Span, ...]:
        """Shares aimed at in the words of a draft: ``chỉ tiêu “100% ...” thành “95% ...”``.

        Aims are known by names, too (``mục tiêu “5 không, 3 sạch”``); a name has no per cent.
        """
        found: list[Span] = []
        last, is_aim = 0, False
        for start, end in self._quotations:
            before = self.view[max(last, start - _WORDED_REACH) : start]
            again = is_aim and _REWORDED.fullmatch(self.view[last:start]) is not None
            is_aim = again or _WORDED.search(before) is not None
            if is_aim and "%" in self.view[start:end]:
                found.append((start, end))
            last = end
        return tuple(found)

    @cached_property
    def _quotations(self) -> tuple[Span, ...]:
        if not any(sign in self.view for sign in _OPENING_SIGNS):
            return ()
        found: list[Span] = []
        opened: int | None = None
        for sign in _QUOTES.finditer(self.view):
            position, letter = sign.start(), sign.group()
            if letter in _OPENING or (letter == '"' and opened is None):
                opened = position
            elif (letter in _CLOSING or letter == '"') and opened is not None:
                found.append((opened, position + 1))
                opened = None
        return tuple(found)

    @cached_property
    def _clause_ends(self) -> list[int]:
        view = self.view
        ends = [m.start() for m in _CLAUSE_END.on(view).finditer(view)]
        if "-" in view or "+" in view or "•" in view:
            signs = [len(view[: m.end() - 1].rstrip()) for m in _LIST_SIGN.on(view).finditer(view)]
            if signs:
                ends = sorted((*ends, *filter(None, signs)))
        return ends

    @cached_property
    def _sentence_ends(self) -> list[int]:
        return [end for end in self._clause_ends if self.view[end] in _STOPS]

    def clause(self, position: int) -> Span:
        """The clause around ``position``: between semicolons, sentence ends or list signs."""
        known = self._clauses.get(position)
        if known is None:
            known = self._clauses[position] = self._around(self._clause_ends, position)
        return known

    def sentence(self, position: int) -> Span:
        """The sentence around ``position``."""
        known = self._sentences.get(position)
        if known is None:
            known = self._sentences[position] = self._around(self._sentence_ends, position)
        return known

    def _around(self, ends: list[int], position: int) -> Span:
        at = bisect_left(ends, position)
        start = ends[at - 1] + 1 if at else 0
        end = ends[at] if at < len(ends) else len(self.view)
        return max(start, position - _REACH), min(end, position + _REACH)


class Mask:
    """Places of a view that hold no figures: spans, merged, looked up by place."""

    def __init__(self, spans: Iterable[Span]) -> None:
        """``spans`` may overlap and stand in any order; they are asked for at the first look."""
        self._spans = spans

    @cached_property
    def _merged(self) -> tuple[list[int], list[int]]:
        starts: list[int] = []
        ends: list[int] = []
        for start, end in sorted(self._spans):
            if ends and start <= ends[-1]:
                ends[-1] = max(ends[-1], end)
            else:
                starts.append(start)
                ends.append(end)
        return starts, ends

    def covers(self, start: int, end: int) -> bool:
        """Whether any span shares a letter with ``start:end``."""
        starts, ends = self._merged
        at = bisect_left(starts, end) - 1
        return at >= 0 and ends[at] > start

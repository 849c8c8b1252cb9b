"""The frozen values of a rulebook: pattern, example, and the book that holds them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import repeat
from pathlib import Path
from typing import TypeAlias, TypeVar, cast

import regex

from pipeline.errors import RulesError
from pipeline.rulebook.expand import Expander
from pipeline.rulebook.lexicons import Lexicon
from pipeline.rulebook.needed import needed, openings, outline
from pipeline.rulebook.places import LETTERS, Places, places
from pipeline.rulebook.twin import is_plain, twin
from pipeline.shelf import Shelf

T = TypeVar("T")
Engine: TypeAlias = regex.Pattern[str]
Match: TypeAlias = regex.Match[str]
FLAGS: Mapping[str, regex.RegexFlag] = {
    "IGNORECASE": regex.IGNORECASE,
    "MULTILINE": regex.MULTILINE,
    "DOTALL": regex.DOTALL,
    "VERBOSE": regex.VERBOSE,
    "VERSION1": regex.VERSION1,
}
# Flags that give the source another syntax, or `$` another meaning, than `needed` reads.
_UNREAD = frozenset({"VERBOSE", "VERSION1", "MULTILINE"})
_MOST_OPENINGS = 4096  # that a pattern remembers whether it can begin with them


@dataclass(frozen=True)
class Example:
    """A text in which a pattern must be found, with the named groups it must give."""

    text: str
    values: Mapping[str, str]


@dataclass(frozen=True, eq=False)
class Pattern:
    """A named expression with its reason, its examples and its place (file, 1-based line)."""

    id: str
    why: str
    source: str = field(repr=False)
    flags: tuple[str, ...]
    examples: tuple[Example, ...] = field(repr=False)
    rejects: tuple[str, ...] = field(repr=False)
    file: Path
    line: int
    expander: Expander = field(repr=False, compare=False)
    shelf: Shelf = field(repr=False, compare=False)

    @cached_property
    def regex(self) -> regex.Pattern[str]:
        """The compiled expression; built when first asked for, since most commands need few.

        :raises RulesError: it does not compile
        """
        return self._kept("regex", self._compiled)

    def _kept(self, what: str, work_out: Callable[[], T]) -> T:
        """What follows from the rules alone, and takes longer to work out than to take up."""
        return self.shelf.value(f"{self.id} {what}", work_out)

    def _compiled(self) -> Engine:
        flags = regex.RegexFlag(0)
        for name in self.flags:
            flags |= FLAGS[name]
        try:
            return regex.compile(self._expanded, flags)
        except regex.error as error:
            raise RulesError(
                self.file, self.line, f"{self.id} does not compile: {error}"
            ) from error

    @cached_property
    def _twin(self) -> re.Pattern[str] | None:
        if set(self.flags) - {"IGNORECASE"}:
            return None
        ignore_case = "IGNORECASE" in self.flags
        return self._kept("twin", lambda: twin(self._expanded, ignore_case=ignore_case))

    def on(self, text: str) -> Engine:
        """The expression for a search of ``text``: its twin where that finds the same there.

        Worth its while for a choice of words; fixed letters are found faster by :attr:`regex`.
        Matches of the twin have all that those of ``regex`` have but ``captures`` and the like.
        """
        if self._twin is not None and is_plain(text):
            return cast(Engine, self._twin)
        return self.regex

    @cached_property
    def needed(self) -> tuple[str, ...]:
        """Strings of which the outline of every text that matches holds one; () if not known."""
        if _UNREAD.intersection(self.flags):
            return ()
        return self._kept("needed", lambda: needed(self._expanded))

    @cached_property
    def _expanded(self) -> str:
        ignore_case = "IGNORECASE" in self.flags
        return self._kept(
            "expanded", lambda: self.expander.expand(self.source, ignore_case=ignore_case)
        )

    @cached_property
    def _opening(self) -> dict[str | None, bool]:
        """Whether a match can begin a text of that opening, as far as it was asked for."""
        return {None: True}

    @cached_property
    def _openings(self) -> frozenset[str] | None:
        if _UNREAD.intersection(self.flags):
            return None
        return self._kept("openings", lambda: openings(self._expanded))

    def may_open(self, seen: str | None) -> bool:
        """Whether a match, its leading blanks aside, can begin where the text opens with ``seen``.

        :param seen: of :func:`pipeline.rulebook.needed.opening_at`
        """
        known = self._opening.get(seen)
        if known is None and seen is not None:
            wanted = self._openings
            known = wanted is None or any(
                seen.startswith(head) or head.startswith(seen) for head in wanted
            )
            if len(self._opening) < _MOST_OPENINGS:
                self._opening[seen] = known
        return known is not False

    @cached_property
    def _places(self) -> Places | None:
        if _UNREAD.intersection(self.flags):
            return None
        held = self._kept("places", self._letters_and_start)
        return None if held is None else Places(*held)

    def _letters_and_start(self) -> tuple[re.Pattern[str], bool] | None:
        found = places(self._expanded)
        return None if found is None else (found.letters, found.at_start)

    def search(self, text: str, start: int = 0, end: int | None = None) -> Match | None:
        """The first match from ``start`` to ``end``, tried only where one can begin.

        For a pattern of word lists that is searched in short stretches; what is found is what
        ``regex.search`` finds.
        """
        if start == 0 and end is None and not self.may_match(text):
            return None
        return next(self.hits(text, start, end), None)

    def match(self, text: str, at: int, end: int | None = None) -> Match | None:
        """The match that begins at ``at``, tried only where one can begin, as ``regex.match``."""
        seen = text[at : at + LETTERS]
        known = self._beginning.get(seen)
        if known is None:
            known = self._can_begin(seen)
        if not known and at and text:  # in an empty text every place is its start
            return None
        return self.on(text).match(text, at, len(text) if end is None else end)

    def _can_begin(self, seen: str) -> bool:
        """Whether a match can begin, other than at the start of a text, with these letters."""
        places = self._places
        known = (
            places is None
            or not is_plain(seen)
            or next(places.of(f" {seen}", 1, len(seen) + 1), None) == 1
        )
        if len(self._beginning) < _MOST_OPENINGS:
            self._beginning[seen] = known
        return known

    @cached_property
    def _beginning(self) -> dict[str, bool]:
        """Whether a match can begin with those letters, as far as it was asked for."""
        return {}

    def hits(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Match]:
        """The match at each place from ``start`` to ``end`` at which one begins, in order.

        Other than those of ``regex.finditer`` one may begin inside another.
        """
        start, stop = min(start, len(text)), len(text) if end is None else min(end, len(text))
        engine = self.on(text)
        places = self._places
        if places is not None and places.are_few and is_plain(text):
            tried = map(engine.match, repeat(text), places.of(text, start, stop), repeat(stop))
            return cast(Iterator[Match], filter(None, tried))
        return _each_place(engine, text, start, stop)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Match]:
        """What ``regex.finditer`` finds in ``text``, tried only where a match can begin."""
        last = 0
        for hit in self.hits(text, start, end):
            if hit.start() >= last:
                yield hit
                last = hit.end()

    def may_match(self, text: str) -> bool:
        """Whether the expression can match anywhere in ``text``; False spares the search."""
        wanted = self.needed
        seen = outline(text) if wanted else None
        if seen is None:
            return True
        for string in wanted:  # noqa: SIM110 - a generator costs more than the look itself
            if string in seen:
                return True
        return False


def _each_place(engine: Engine, text: str, start: int, stop: int) -> Iterator[Match]:
    while found := engine.search(text, start, stop):
        yield found
        start = found.start() + 1


class _Patterns(dict[str, Pattern]):
    """Patterns by id; what is missing is an error that names the folder."""

    def __init__(self, by_id: Mapping[str, Pattern], folder: Path) -> None:
        super().__init__(by_id)
        self._folder = folder

    def __missing__(self, pattern_id: str) -> Pattern:
        raise RulesError(self._folder, None, f"no pattern {pattern_id!r}")


@dataclass(
    frozen=True, eq=False
)  # a book equals only itself, so that what is built from it can be kept
class Rulebook:
    """A loaded rules folder.

    ``version`` is the hash (16 hex digits) of the folder but for its checks, the ``rules_version``;
    ``lexicons`` and ``by_id`` keep the order of the files. Compared and hashed by identity (one
    object a folder), so that what is built from a rulebook can be cached by it.
    """

    root: Path
    version: str
    lexicons: Mapping[str, Lexicon] = field(repr=False)
    by_id: Mapping[str, Pattern] = field(repr=False)

    @cached_property
    def pattern(self) -> Callable[[str], Pattern]:
        """``pattern(id)`` gives the pattern of that id.

        It is the look-up of a dictionary itself: the stages ask some hundred times a page.

        :raises RulesError: there is none
        """
        return _Patterns(self.by_id, self.root / "patterns").__getitem__

    def patterns(self, area: str) -> tuple[Pattern, ...]:
        """All patterns whose id starts with ``area`` and a dot, in file order; () if none."""
        return self._areas.get(area, ())

    @cached_property
    def _areas(self) -> Mapping[str, tuple[Pattern, ...]]:
        """Patterns by area, kept: every block and every cell of a table asks for some."""
        areas: dict[str, list[Pattern]] = {}
        for key, pattern in self.by_id.items():
            parts = key.split(".")
            for count in range(1, len(parts)):
                areas.setdefault(".".join(parts[:count]), []).append(pattern)
        return {area: tuple(patterns) for area, patterns in areas.items()}

    def lexicon(self, name: str) -> Lexicon:
        """The lexicon of that name.

        :raises RulesError: there is none
        """
        found = self.lexicons.get(name)
        if found is None:
            raise RulesError(self.root / "lexicons.toml", None, f"no lexicon {name!r}")
        return found

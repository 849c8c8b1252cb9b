"""Whether figures count the same thing and whether one is the sum of others."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import isclose

import regex

from pipeline.grammar.spelling import fold
from pipeline.model import FigureMention
from pipeline.rulebook import Rulebook
from pipeline.rulebook.derived import derived

# How far a sum of floats may miss a printed number: far less than its last digit.
_EXACT = 1e-13
# `xã, phường, thị trấn`: several nouns under one count.
_JOINT = regex.compile(r"(?:\G|(?<!\s))\s*(?:,|(?<!\p{L})và(?!\p{L}))\s*")
_USES = ("anybody", "people", "staff", "among_staff", "lead", "classifier", "short")
_MATTERS = regex.compile(r"^(vụ) việc(?!\S)|(?<=\S) việc$")  # `5 vụ tố cáo (4 vụ việc kỳ trước)`


class Nouns:
    """Which counted nouns may be one, by the lexicon ``alike_nouns``."""

    def __init__(self, rules: Rulebook) -> None:
        rows = rules.lexicon("alike_nouns").rows
        used = {use: tuple(r["term"] for r in rows if r["use"] == use) for use in _USES}
        self._anybody, self._people = used["anybody"], used["anybody"] + used["people"]
        self._among_staff, self._staff = used["among_staff"], used["staff"]
        self._leads, self._classifiers = frozenset(used["lead"]), frozenset(used["classifier"])
        self._short = {row["term"]: row["full"] for row in rows if row["use"] == "short"}
        # a list of parts asks for the same two nouns again and again
        self.same = lru_cache(maxsize=4096)(self._are_same)

    def _are_same(self, first: str | None, second: str | None) -> bool:
        """Whether two counted nouns may be one: equal heads, or one is said inside the other."""
        if first is None or second is None:
            return first is second
        a, b = self._written_out(fold(first)), self._written_out(fold(second))
        if a == b or a.startswith(f"{b} ") or b.startswith(f"{a} "):
            return True
        for one, other in ((a, b), (b, a)):
            if one.startswith(self._anybody) and other.startswith(self._people):
                return True
            if one.startswith(self._among_staff) and other.startswith(self._staff):
                return True
        return any(
            one == other or self._head(one) in f" {other} " or self._head(other) in f" {one} "
            for one in _JOINT.split(a)
            for other in _JOINT.split(b)
        )

    def alike(self, figure: FigureMention, other: FigureMention) -> bool:
        """Whether one of two figures may be a part of the other: both money, or of one noun."""
        return figure.unit == other.unit and (
            figure.unit == "vnd" or self.same(figure.counted, other.counted)
        )

    def classifier(self, figure: FigureMention) -> str | None:
        """The noun of one syllable that a count begins with, where any word may narrow it."""
        head = fold(figure.counted or "").partition(" ")[0]
        return head if figure.unit == "count" and head in self._classifiers else None

    def _written_out(self, noun: str) -> str:
        """``hs giỏi`` as ``học sinh giỏi``, and ``vụ việc`` as the ``vụ`` that it says."""
        head, blank, rest = _MATTERS.sub(r"\1", noun).partition(" ")
        return f"{self._short.get(head, head)}{blank}{rest}"

    def _head(self, noun: str) -> str:
        """The first two syllables behind the leads, between blanks: they name what is counted."""
        words = noun.split()
        while len(words) > 1 and words[0] in self._leads:
            words = words[1:]
        return f" {' '.join(words[:2])} "


@derived
def nouns_of(rules: Rulebook) -> Nouns:
    """The nouns of a rulebook."""
    return Nouns(rules)


def shared_words(first: FigureMention, second: FigureMention) -> int:
    """How many syllables the counted nouns have in common."""
    return len(_syllables(first.counted) & _syllables(second.counted))


@lru_cache(maxsize=4096)  # of one word of parts some dozens of figures are asked
def _syllables(noun: str | None) -> frozenset[str]:
    return frozenset(fold(noun or "").split())


def adds_up(wholes: Sequence[FigureMention], parts: Sequence[FigureMention]) -> bool:
    """Whether the parts sum up to the wholes together, decimals as they are printed."""
    return bool(parts) and isclose(
        sum(f.value for f in wholes), sum(f.value for f in parts), rel_tol=_EXACT
    )


def nearest_of_a_kind(
    part: FigureMention, reach: Sequence[FigureMention], nouns: Nouns
) -> FigureMention | None:
    """``24 lớp tập huấn, trong đó 12 lớp trồng trọt``: the last of one classifier, not less."""
    head = nouns.classifier(part)
    if head is None:
        return None
    return next(
        (
            f for f in reversed(reach)
            if nouns.classifier(f) == head and (f.role == "target") == (part.role == "target")
            and f.value >= (part.of_value or part.value)
        ),
        None,
    )  # fmt: skip

"""Which province (tỉnh, thành phố) a text names, and which names were one place at two times."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.grammar.spelling import fold
from pipeline.rulebook.derived import derived
from pipeline.rulebook.trie import trie_regex

if TYPE_CHECKING:
    from pipeline.rulebook import Rulebook

_SHORT = 5  # letters: shorter spellings (HN, HP, TTH) are other abbreviations as well
# A smaller unit may bear a province's name (huyện Quảng Ninh lies in Quảng Bình).
_SMALLER = (
    r"(?<!huyện )(?<!quận )(?<!xã )(?<!phường )(?<!thị trấn )(?<!đường )(?<!thôn )(?<!thị xã )"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A province in a text; ``is_told``: a word such as tỉnh says that it is one."""

    name: str
    is_told: bool
    start: int
    end: int


@dataclass(frozen=True)
class Provinces:
    """Names of provinces and how they went into each other.

    ``steps``: name -> (last year under it, names that came after it).
    """

    spelling: re.Pattern[str]
    names: Mapping[str, str]
    steps: Mapping[str, tuple[tuple[int, tuple[str, ...]], ...]]

    def named(self, folded: str) -> tuple[Named, ...]:
        """The provinces that a folded text (see ``fold``) names, in order."""
        found = []
        for hit in self.spelling.finditer(folded):
            name = self.names[" ".join(hit["name"].split())]
            told = bool(hit["told"]) or hit["name"].startswith(("tp", "thành phố"))
            found.append(Named(name, told, hit.start(), hit.end()))
        return tuple(found)

    def one(self, folded: str) -> str | None:
        """The one province that a folded text names: the one told as such, else the last."""
        found = self.named(folded)
        told = [item.name for item in found if item.is_told]
        return told[-1] if told else found[-1].name if found else None

    def merged_into(self, name: str, year: int) -> frozenset[str]:
        """The other provinces that had gone into this one by the end of a year."""
        return frozenset(
            former
            for former, steps in self.steps.items()
            for last, after in steps
            if former != name and name in after and last <= year
        )

    def last_merger(self, name: str, year: int) -> int:
        """The last year in which others had gone into a province by the end of a year, else 0."""
        return max(
            (
                last
                for former, steps in self.steps.items()
                for last, after in steps
                if former != name and name in after and last <= year
            ),
            default=0,
        )

    def same(self, left: str, left_year: int | None, right: str, right_year: int | None) -> bool:
        """Whether two names are one place, each in its year; without years they must be equal.

        A province that was merged or split is the same place as what came after it: Quảng Bình in
        2022 and Quảng Trị in 2026, but not both in 2022.
        """
        if left == right:
            return True
        if left_year is None or right_year is None:
            return False
        if left_year > right_year:
            left, left_year, right, right_year = right, right_year, left, left_year
        seen, reached = {left}, [left]
        while reached:
            name = reached.pop()
            for last, after in self.steps.get(name, ()):
                if left_year <= last <= right_year:
                    fresh = [other for other in after if other not in seen]
                    seen.update(fresh)
                    reached.extend(fresh)
        return right in seen


@derived
def provinces(rules: Rulebook) -> Provinces:
    """The provinces of a rulebook."""
    names: dict[str, str] = {}
    steps: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    listed = rules.lexicon("provinces")
    for row in listed.rows:
        spellings = [row["name"], *(part.strip() for part in row["variants"].split(";"))]
        for spelling in spellings:
            if len(spelling) >= _SHORT or spelling == row["name"]:
                names.setdefault(fold(spelling), row["name"])
        after = tuple(_plain(part) for part in row["successors"].split(";") if part.strip())
        if row["valid_to"] and after:
            steps.setdefault(row["name"], []).append((int(row["valid_to"][:4]), after))
    pattern = (
        rf"(?<!\w){_SMALLER}(?P<told>tỉnh\s+|tp\.?\s*|thành phố\s+)?"
        rf"(?P<name>{trie_regex(names)})(?!\w)"
    )
    return Provinces(
        re.compile(pattern), names, {name: tuple(found) for name, found in steps.items()}
    )


def _plain(name: str) -> str:
    """A successor's name without the remark that tells it from its namesake: `X (thành phố)`."""
    return name.split("(")[0].strip()

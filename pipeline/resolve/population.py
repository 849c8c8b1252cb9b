"""How many namesakes (người trùng tên) to expect: how common a name is, and among how many people.

A name is as common as its surname, middle name and given name together make it, counted in the
archive and steadied by what is known of the country; a body has as many people as the archive names
in it, and some more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from pipeline.grammar.spelling import fold
from pipeline.resolve.mentions import Mention
from pipeline.rulebook.derived import derived

if TYPE_CHECKING:
    from pipeline.rulebook import Rulebook

# Shares of the people by the class of their surname (surnames.tsv, freq_class), and of names that
# the archive has not shown yet.
_SURNAME_SHARES = {"1": 0.06, "2": 0.01, "3": 0.002, "4": 0.0005}
_COMMONEST = {"nguyễn": 0.31, "trần": 0.11, "lê": 0.095, "phạm": 0.07}
_MIDDLES = {"văn": 0.18, "thị": 0.25}
_RAREST = 2e-6  # no name is known to be rarer
_WOMAN = "thị"
_MIDDLE, _GIVEN = 0.02, 0.012
_STEADY = 100  # people as good as known beforehand

# People that could have been named, for each that is: the archive never has a whole body.
_UNSEEN = 1.25
_LEAST = {"unit": 25, "province": 2_000, "country": 20_000}


class Population:
    """The people of an archive, for asking how many of a name to expect somewhere."""

    def __init__(self, mentions: Iterable[Mention], rules: Rulebook):
        mentions = [mention for mention in mentions if mention.kind == "person"]
        people = {(m.name, m.province) for m in mentions}
        names = [name.split() for name, _ in people]
        self._total = len(people)
        self._surnames = Counter(words[0] for words in names if words)
        self._middles = Counter(" ".join(words[1:-1]) for words in names)
        # Given names of women and of men differ; the middle name Thị tells most women.
        self._givens = Counter((_WOMAN in words, words[-1]) for words in names if words)
        self._women = sum(_WOMAN in words for words in names)
        self._full = Counter(name for name, _ in people)
        self._units = Counter(
            (unit, province)
            for unit, province, _ in {
                (unit, m.province, m.key)
                for m in mentions
                for unit in {unit_of(m), *(unit.key for unit in m.place.units)}
            }
        )
        self._provinces = Counter(province for _, province in people)
        self._prior = _surname_shares(rules)
        self._known: dict[str, float] = {}

    def share(self, name: str) -> float:
        """The share of people that bear a folded name."""
        if name not in self._known:
            self._known[name] = self._share(name)
        return self._known[name]

    def _share(self, name: str) -> float:
        words = name.split()
        if len(words) < 2:
            return 0.01  # a given name alone tells little
        surname = self._steadied(
            self._surnames[words[0]], self._prior.get(words[0], _SURNAME_SHARES["4"])
        )
        middle = " ".join(words[1:-1])
        common = _MIDDLES.get(middle, _MIDDLE if len(words) == 3 else _MIDDLE**1.3)
        made = (
            surname
            * self._steadied(self._middles[middle], common)
            * self._given(_WOMAN in words, words[-1])
        )
        seen = (self._full[name] - 1) / (self._total + _STEADY)
        return max(made, seen, _RAREST)

    def _given(self, is_woman: bool, name: str) -> float:
        people = self._women if is_woman else self._total - self._women
        return (self._givens[is_woman, name] + _STEADY * _GIVEN) / (people + _STEADY)

    def _steadied(self, count: int, share: float) -> float:
        return (count + _STEADY * share) / (self._total + _STEADY)

    def in_unit(self, unit: str, province: str | None) -> float:
        """People of a unit and of all inside it.

        :param unit: as :func:`unit_of` names it, or the key of a unit further up
        """
        return max(_LEAST["unit"], self._units[unit, province] * _UNSEEN)

    def in_province(self, province: str | None) -> float:
        """People of a province; of the country where none is known."""
        if province is None:
            return max(_LEAST["country"], self._total * _UNSEEN)
        return max(_LEAST["province"], self._provinces[province] * _UNSEEN)

    def in_country(self) -> float:
        """People of the whole country."""
        return self.in_province(None)


def unit_of(mention: Mention) -> str:
    """The unit that a mention is counted in: its smallest, with the one above an inner one."""
    units = mention.place.units
    if not units:
        return mention.home.key if mention.home is not None else ""
    if units[0].is_inner:
        above = units[1] if len(units) > 1 else mention.home
        return f"{units[0].key}, {above.key}" if above is not None else units[0].key
    return units[0].key


@derived
def _surname_shares(rules: Rulebook) -> Mapping[str, float]:
    shares = {
        fold(row["surname"]): _SURNAME_SHARES[row["freq_class"]]
        for row in rules.lexicon("surnames").rows
    }
    return shares | _COMMONEST

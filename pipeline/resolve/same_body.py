"""How likely two mentions are one body (tập thể): its name, what stands above it, its province.

Bodies are told apart by their full names, so the evidence is of a few kinds, each with a
probability of its own.  A body that was renamed keeps its place; of two that were merged neither
is the new one.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from pipeline.resolve.mentions import Mention
from pipeline.resolve.provinces import provinces
from pipeline.resolve.score import Link, Reason
from pipeline.resolve.units import Unit
from pipeline.resolve.workplaces import above, districts, relate

if TYPE_CHECKING:
    from pipeline.rulebook import Rulebook

_PROBABILITY = {
    "the same words": 0.995,
    "same name and body above": 0.99,
    "same name in the province": 0.98,
    "same name, province merged since": 0.95,
    "same name, nothing told of its place": 0.97,
    "same short name, nothing told of its place": 0.6,
    "same name in a province that has several": 0.6,
    "same name, one without its place": 0.6,
    "provinces merged, the body perhaps with others": 0.55,
}
_ANYWHERE = "*"
_TELLING = 4  # words: a name of so many is one body's, wherever it is

_Words = tuple[tuple[Unit, ...], str | None, Unit | None, bool]


def body_links(mentions: Sequence[Mention], rules: Rulebook) -> list[Link]:
    """Links between mentions of bodies: of the same words to the first of them, of other words
    with a name in common between the first of each."""
    unclear = _Unclear(mentions, rules)
    spelled: dict[_Words, list[Mention]] = defaultdict(list)
    for mention in mentions:
        above = mention.home if mention.place.units and mention.place.units[0].is_inner else None
        units = mention.place.units or _unread(mention)
        spelled[units, mention.province, above, mention in unclear].append(mention)
    links = []
    for same in spelled.values():
        links += [_link(same[0], other, "the same words") for other in same[1:]]
    firsts = [same[0] for same in spelled.values() if same[0].place.units]
    several = _several(firsts)
    for left, right in _pairs(firsts):
        found = _compare(left, right, several, rules)
        if found is not None and (left in unclear) != (right in unclear):
            found = "same name in a province that has several"
        if found is not None:
            links.append(_link(left, right, found))
    return links


class _Unclear:
    """Mentions in a merged province of a name that several of the merged ones had: which of the
    bodies goes on under it is not told."""

    def __init__(self, mentions: Iterable[Mention], rules: Rulebook):
        self._provinces = provinces(rules)
        self._held: dict[tuple[str, ...], dict[str, int]] = defaultdict(dict)
        for mention in mentions:
            if mention.province is not None and mention.year is not None:
                first = self._held[_names(mention)]
                first[mention.province] = min(
                    mention.year, first.get(mention.province, mention.year)
                )

    def __contains__(self, mention: Mention) -> bool:
        if mention.province is None or mention.year is None:
            return False
        former = self._provinces.merged_into(mention.province, mention.year - 1)
        if not former:
            return False
        held = self._held[_names(mention)]
        before = {name for name in former if name in held}
        last = self._provinces.last_merger(mention.province, mention.year - 1)
        if held[mention.province] <= last:
            before.add(mention.province)
        return len(before) > 1


def _names(mention: Mention) -> tuple[str, ...]:
    """The body's own name; of a unit that many bodies have, with the name above it."""
    units = mention.place.units
    return tuple(unit.key for unit in units[: 2 if units and units[0].is_inner else 1])


def _unread(mention: Mention) -> tuple[Unit, ...]:
    return (Unit(mention.name, None, False),)


def _link(left: Mention, right: Mention, found: str) -> Link:
    probability = _PROBABILITY[found]
    weight = round(math.log10(probability / (1 - probability)), 3)
    one, other = sorted((left.awardee_id, right.awardee_id))
    return Link(one, other, probability, (Reason("body", found, weight),))


def _pairs(firsts: Iterable[Mention]) -> Iterable[tuple[Mention, Mention]]:
    """Bodies of one name in one province or in none, and of one name in two; units of one name
    only below a body of one name, as every body has a Khoa Nội or a Phòng Kế toán."""
    blocks: dict[tuple[str, str, str], list[Mention]] = defaultdict(list)
    for mention in firsts:
        name, province = mention.place.units[0], mention.province or ""
        if name.is_inner:
            for upper in sorted(above(mention)):
                blocks[name.key, province, upper].append(mention)
        else:
            blocks[name.key, province, ""].append(mention)
            blocks[name.key, _ANYWHERE, ""].append(mention)
    for (_, province, _), block in sorted(blocks.items()):
        for left, right in combinations(block, 2):
            if province != _ANYWHERE or left.province != right.province:
                yield left, right


def _several(firsts: Iterable[Mention]) -> frozenset[tuple[str, str | None]]:
    """Names that bodies in two districts of one province bear."""
    found: dict[tuple[str, str | None], set[str]] = defaultdict(set)
    for mention in firsts:
        found[mention.place.units[0].key, mention.province] |= districts(mention)
    return frozenset(key for key, places in found.items() if len(places) > 1)


def _compare(
    left: Mention, right: Mention, several: frozenset[tuple[str, str | None]], rules: Rulebook
) -> str | None:
    """What is found of two bodies of one name; None where they are two."""
    relation = relate(left, right, provinces(rules))
    unit = left.place.units[0]
    if relation not in ("same", "unknown"):
        return None
    if left.province != right.province:
        if None in (left.province, right.province):
            return "same name, one without its place"
        if {unit.rank, right.place.units[0].rank} & {"district", "commune"}:
            return "same name, province merged since"
        return "provinces merged, the body perhaps with others"
    if unit.is_inner:
        return "same name and body above" if relation == "same" else None
    if left.province is None:
        is_telling = len(unit.key.split()) >= _TELLING
        return f"same {'' if is_telling else 'short '}name, nothing told of its place"
    told = [bool(districts(mention)) for mention in (left, right)]
    if (unit.key, left.province) in several and not all(told):
        return "same name in a province that has several"
    return "same name in the province"

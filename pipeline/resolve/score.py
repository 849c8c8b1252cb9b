"""How likely two mentions are one person: the evidence weighed, each weight with its reason.

A weight is the decimal logarithm of how much likelier the evidence is if the two are one than if
they are namesakes.  The first weighs the workplaces against the namesakes to be expected there; the
others the post, the spelling, initiatives and years.  The sum gives the probability.

Why not a library: splink 5.0 with comparisons of name (by its frequency), workplace, post and
years, trained on the benchmark's own mentions, has pairwise recall 0.70 at precision 0.992 there,
and 0.73 at 0.989; this has 0.94 at 0.996.  It weighs a name's frequency in the archive, not in the
body, joins by chains, and cannot be trained on an archive of a few papers.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.resolve.mentions import Mention
from pipeline.resolve.population import Population, unit_of
from pipeline.resolve.posts import Post
from pipeline.resolve.provinces import provinces
from pipeline.resolve.workplaces import Relation, relate

if TYPE_CHECKING:
    from pipeline.rulebook import Rulebook

# How often two mentions of one person stand so to each other.
_OF_ONE: dict[Relation, float] = {
    "same": 0.75, "within": 0.3, "alike": 0.03, "unknown": 1.0, "near": 0.05, "elsewhere": 0.01,
}  # fmt: skip
# However rare the name: two workplaces are two people unless an initiative or a co-author joins
# them, and without a workplace the post has to agree.
_AT_MOST: dict[Relation, float] = {"near": -1.5, "elsewhere": -1.5, "unknown": 1.0}
_SAME_POST, _NARROWER_POST = 0.6, 0.3
# A post is as common as the archive shows, steadied by so many posts of which each is one in fifty.
_POSTS_KNOWN, _USUAL_POST, _RAREST_POST = 50, 0.02, 0.003
_DROPPED_MIDDLE, _ANOTHER_NAME = 0.02, 0.9
_MISREAD_MARKS, _MISREAD_MARKS_IN_SCAN = 0.02, 0.1
_SAME_INNER = 0.5
_CERTAIN = 12.0
# Years between two mentions: those of one person stand close together, those of namesakes anywhere.
_GAPS = ((3, 0.2), (7, 0.05), (12, -0.3), (20, -0.7), (45, -1.2), (999, -4.0))
_WEIGHTS = {
    "other gender": -4.0,
    "same initiative": 2.0,
    "shared co-authors": 1.5,
    "promoted": -0.1,
    "another post": -0.6,
    "another trade": -1.0,
    "lower post": -0.9,
    "two posts in one year": -0.7,
    "same document": 0.5,
}


@dataclass(frozen=True, slots=True)
class Reason:
    """One piece of evidence: what it is about, what was found, and its weight."""

    about: str
    found: str
    weight: float


@dataclass(frozen=True, slots=True)
class Link:
    """Two mentions (ids in order) and how likely they are one; 0 where they cannot be."""

    left: str
    right: str
    probability: float
    reasons: tuple[Reason, ...]


class PersonScore:
    """Scores pairs of mentions of people of one archive."""

    def __init__(self, mentions: Iterable[Mention], rules: Rulebook):
        held = [mention for mention in mentions if mention.kind == "person"]
        self._population = Population(held, rules)
        self._provinces = provinces(rules)
        self._posts = Counter(mention.post.words for mention in held if mention.post.words)
        self._inner_units = Counter(unit for mention in held for unit in mention.inner)

    def link(self, left: Mention, right: Mention) -> Link:
        """The evidence for and against two mentions being one person."""
        if left.awardee_id > right.awardee_id:
            left, right = right, left
        if listed_apart(left, right):
            reason = Reason("list", "two places of one list", -_CERTAIN)
            return Link(left.awardee_id, right.awardee_id, 0.0, (reason,))
        reasons = tuple(self._reasons(left, right))
        total = sum(reason.weight for reason in reasons)
        if left.key != right.key:
            total = min(total, _ANOTHER_NAME)  # likely at best: listed and never merged
        probability = 1 / (1 + 10 ** -max(-_CERTAIN, min(_CERTAIN, total)))
        return Link(left.awardee_id, right.awardee_id, round(probability, 6), reasons)

    def _reasons(self, left: Mention, right: Mention) -> Iterable[Reason]:
        relation = relate(left, right, self._provinces)
        yield self._place(left, right, relation)
        if left.key != right.key:
            yield Reason("name", "a middle name dropped", math.log10(_DROPPED_MIDDLE))
        elif left.name != right.name:
            doubtful = left.is_doubtful or right.is_doubtful
            share = _MISREAD_MARKS_IN_SCAN if doubtful else _MISREAD_MARKS
            yield Reason("name", "other marks", math.log10(share))
        post = self._post(left, right)
        if post is not None:
            yield post
        inner = self._inner(left, right) if relation == "within" or relation == "same" else None
        if inner is not None:
            yield inner
        gap = abs(left.year - right.year) if left.year and right.year else None
        if gap is not None and left.doc_id != right.doc_id:
            weight = next(weight for years, weight in _GAPS if gap <= years)
            apart = "one year" if gap == 1 else f"{gap} years"
            yield Reason("years", f"{apart} apart" if gap else "same year", weight)
        if left.gender and right.gender and left.gender != right.gender:
            yield _weighed("gender", "other gender")
        if left.initiative and left.initiative == right.initiative:
            yield _weighed("initiative", "same initiative")
        if left.colleagues & right.colleagues:
            yield _weighed("initiative", "shared co-authors")
        if left.doc_id == right.doc_id:
            yield _weighed("list", "same document")

    def _inner(self, left: Mention, right: Mention) -> Reason | None:
        """Two different posts in one Khoa, Phòng, Tổ of the same body."""
        shared = left.inner & right.inner
        counted = [m.place.units[0].is_inner for m in (left, right) if m.place.units]
        if not shared or left.post.words == right.post.words or all(counted):
            return None  # nothing new: the post or the workplace was weighed with it
        share = min(_share(self._inner_units, unit) for unit in shared)
        weight = max(0.0, math.log10(_SAME_INNER / share))
        return Reason("inner unit", "same inner unit", round(weight, 3))

    def _place(self, left: Mention, right: Mention, relation: Relation) -> Reason:
        people = self._population
        if relation in ("same", "alike", "within"):
            pool = max(self._pool(left, right, relation), self._pool(right, left, relation))
        elif relation == "elsewhere":
            pool = people.in_country()
        else:
            province = left.province if left.province == right.province else None
            merged = None not in (left.province, right.province)
            pool = people.in_province(left.province if merged else province)
        share = max(people.share(left.name), people.share(right.name))
        weight = math.log10(_OF_ONE[relation] / (pool * share))
        return Reason("workplace", relation, round(min(weight, _AT_MOST.get(relation, weight)), 3))

    def _pool(self, mention: Mention, other: Mention, relation: Relation) -> float:
        """People of the unit that two mentions share: the smallest, or the one that holds both."""
        unit = unit_of(mention)
        if relation == "within":
            above = {unit.key for unit in other.place.units}
            shared = [unit.key for unit in mention.place.units if unit.key in above]
            unit = shared[0] if shared else unit
        return self._population.in_unit(unit, mention.province)

    def _post(self, left: Mention, right: Mention) -> Reason | None:
        ours, theirs = left.post, right.post
        if ours.rank is None or theirs.rank is None:
            return None
        if ours.words == theirs.words:
            share = _share(self._posts, ours.words)
            return Reason("post", "same post", round(math.log10(_SAME_POST / share), 3))
        shorter, longer = sorted((ours.words, theirs.words), key=len)
        if ours.rank == theirs.rank and longer.startswith(shorter + " "):
            share = _share(self._posts, shorter)
            weight = max(0.0, math.log10(_NARROWER_POST / share))
            return Reason("post", "same post, more closely told", round(weight, 3))
        return _weighed("post", _career(left, ours, right, theirs))


def _share(counts: Counter[str], words: str) -> float:
    """How common a post or inner unit is among all."""
    seen = counts[words] + _POSTS_KNOWN * _USUAL_POST
    return max(_RAREST_POST, seen / (counts.total() + _POSTS_KNOWN))


def _weighed(about: str, found: str) -> Reason:
    return Reason(about, found, _WEIGHTS[found])


def listed_apart(left: Mention, right: Mention) -> bool:
    """One list names both, under two numbers: namesakes that its writer told apart."""
    return (
        left.doc_id == right.doc_id
        and left.role == right.role
        and left.award == right.award
        and left.ordinal is not None
        and right.ordinal is not None
        and left.ordinal != right.ordinal
        and left.counts == right.counts
    )


def _career(left: Mention, ours: Post, right: Mention, theirs: Post) -> str:
    """What two different posts are to each other in the order of the years."""
    if not left.year or not right.year:
        return "another post"
    if left.year == right.year:
        return "two posts in one year"
    if left.year > right.year:
        ours, theirs = theirs, ours
    assert ours.rank is not None and theirs.rank is not None
    if theirs.rank > ours.rank:
        return "promoted"
    if theirs.rank < ours.rank:
        return "lower post"
    return "another trade" if ours.rank == 0 else "another post"

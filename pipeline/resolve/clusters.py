"""Mentions to entities: the surest links first, and never over a pair that cannot be one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.resolve.score import Link

MERGED = 0.93  # links from here on make one entity of two
DOUBTFUL = 0.5  # links from here on are listed
RIVAL = 10.0  # times as likely as any other a link has to be where namesakes are known
APART = 0.5  # two mentions below this are held to be two, whatever links them


@dataclass(frozen=True, slots=True)
class Clusters:
    """``root``: mention -> smallest id of its entity; ``used``: links that made the entities;
    ``doubtful``: links between entities that were not made."""

    root: dict[str, str]
    used: tuple[Link, ...]
    doubtful: tuple[Link, ...]


def cluster(ids: Sequence[str], links: Iterable[Link]) -> Clusters:
    """Put mentions together by their links, the likeliest first; equals in the order of ids.

    Two groups that hold a pair judged to be two people stay two, even where another pair of them
    is alike: a chain of likenesses is no evidence against a difference.  A mention that is about as
    much like one of two namesakes as like the other goes to neither.
    """
    ordered = sorted(links, key=lambda link: (-link.probability, link.left, link.right))
    groups = _Groups(ids, ordered)
    used = []
    for link in ordered:
        if link.probability < MERGED:
            break
        if groups.may_join(link):
            groups.join(link)
            used.append(link)
    root = groups.root
    return Clusters(root, tuple(used), tuple(_doubtful(ordered, root)))


class _Groups:
    """Groups of mentions as they grow, with what keeps them apart.

    What is known of two mentions is known of their groups: which groups are apart, and how near
    the nearest two mentions of two groups are.  A group goes by the name of one of its mentions;
    of two that join, the one with less to tell takes the other's name.
    """

    def __init__(self, ids: Sequence[str], links: Iterable[Link]):
        self._name = {item: item for item in ids}
        self._members = {item: [item] for item in ids}
        self._apart: dict[str, set[str]] = defaultdict(set)
        self._near: dict[str, dict[str, float]] = defaultdict(dict)
        for link in links:
            for one, other in ((link.left, link.right), (link.right, link.left)):
                if link.probability < APART:
                    self._apart[one].add(other)
                elif link.probability >= DOUBTFUL:
                    near = self._near[one]
                    near[other] = max(link.probability, near.get(other, 0.0))

    @property
    def root(self) -> dict[str, str]:
        """mention -> smallest id of its group."""
        smallest = {name: min(members) for name, members in self._members.items()}
        return {item: smallest[name] for item, name in self._name.items()}

    def may_join(self, link: Link) -> bool:
        """Whether a link can make one group of two."""
        left, right = self._name[link.left], self._name[link.right]
        if left == right or right in self._apart.get(left, ()):
            return False
        enough = _odds(link.probability) / RIVAL
        return not (self._rival(left, right, enough) or self._rival(right, left, enough))

    def _rival(self, group: str, chosen: str, enough: float) -> bool:
        """The group is as much like a third one, which is known to be another than the chosen."""
        near, apart = self._near.get(group, {}), self._apart.get(chosen, set())
        if len(apart) < len(near):
            rivals = (other for other in apart if other in near)
        else:
            rivals = (other for other in near if other in apart)
        return any(_odds(near[other]) >= enough for other in rivals if other != group)

    def join(self, link: Link) -> None:
        """Make one group of the two that a link joins."""
        one, other = self._name[link.left], self._name[link.right]
        if self._weight(one) < self._weight(other):
            one, other = other, one
        for item in self._members[other]:
            self._name[item] = one
        self._members[one] += self._members.pop(other)
        for third in self._apart.pop(other, ()):
            self._apart[third].discard(other)
            self._apart[third].add(one)
            self._apart[one].add(third)
        for third, probability in self._near.pop(other, {}).items():
            del self._near[third][other]
            if third != one:
                nearest = max(probability, self._near[one].get(third, 0.0))
                self._near[one][third] = self._near[third][one] = nearest

    def _weight(self, group: str) -> int:
        known = len(self._apart.get(group, ())) + len(self._near.get(group, ()))
        return len(self._members[group]) + known


def _odds(probability: float) -> float:
    return probability / max(1e-9, 1 - probability)


def _doubtful(ordered: Iterable[Link], root: dict[str, str]) -> Iterable[Link]:
    """The likeliest link between each two entities that may be one."""
    seen = set()
    for link in ordered:
        if link.probability < DOUBTFUL:
            break
        pair = frozenset((root[link.left], root[link.right]))
        if len(pair) == 2 and pair not in seen:
            seen.add(pair)
            yield link

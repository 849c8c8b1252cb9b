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
    return Clusters(groups.root, tuple(used), tuple(_doubtful(ordered, groups.root)))


class _Groups:
    """Groups of mentions as they grow, with what keeps them apart."""

    def __init__(self, ids: Sequence[str], links: Iterable[Link]):
        self.root = {item: item for item in ids}
        self._members = {item: [item] for item in ids}
        self._apart: dict[str, set[str]] = defaultdict(set)
        self._near: dict[str, list[tuple[str, float]]] = defaultdict(list)
        for link in links:
            for one, other in ((link.left, link.right), (link.right, link.left)):
                if link.probability < APART:
                    self._apart[one].add(other)
                elif link.probability >= DOUBTFUL:
                    self._near[one].append((other, link.probability))

    def may_join(self, link: Link) -> bool:
        """Whether a link can make one group of two."""
        left, right = self.root[link.left], self.root[link.right]
        if left == right or self._are_apart(left, right):
            return False
        enough = _odds(link.probability) / RIVAL
        return not (self._rival(left, right, enough) or self._rival(right, left, enough))

    def _are_apart(self, left: str, right: str) -> bool:
        smaller, larger = sorted((left, right), key=lambda item: (len(self._members[item]), item))
        crowd = set(self._members[larger])
        return any(
            not self._apart[item].isdisjoint(crowd)
            for item in self._members[smaller]
            if item in self._apart
        )

    def _rival(self, group: str, chosen: str, enough: float) -> bool:
        """The group is as much like a third one, which is known to be another than the chosen."""
        rivals = {
            self.root[other]
            for item in self._members[group]
            for other, probability in self._near.get(item, ())
            if _odds(probability) >= enough
        }
        return any(self._are_apart(rival, chosen) for rival in rivals - {group, chosen})

    def join(self, link: Link) -> None:
        """Make one group of the two that a link joins."""
        one, other = sorted((self.root[link.left], self.root[link.right]))
        for item in self._members[other]:
            self.root[item] = one
        self._members[one] += self._members.pop(other)


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

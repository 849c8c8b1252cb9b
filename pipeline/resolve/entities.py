"""People and bodies across documents: rows of ``entities`` and ``entity_links`` from mentions."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from pipeline.dictionary.arrow import schema
from pipeline.grammar.spelling import fold
from pipeline.layout.pieces import without_marks
from pipeline.resolve.clusters import DOUBTFUL, Clusters, cluster
from pipeline.resolve.mentions import Mention
from pipeline.resolve.pairs import pairs, shortened
from pipeline.resolve.same_body import body_links
from pipeline.resolve.score import Link, PersonScore
from pipeline.store import to_arrow

if TYPE_CHECKING:
    from pipeline.rulebook import Rulebook


_AT_ONCE = 10_000  # rows that wait to be put into a table: as dicts they take ten times the room


@dataclass(frozen=True, slots=True)
class Entities:
    """``of``: awardee_id -> entity_id; the tables ``entities`` and ``entity_links``."""

    of: Mapping[str, str]
    table: pa.Table
    link_table: pa.Table

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The rows of ``entities``."""
        return self.table.to_pylist()  # type: ignore[no-any-return]

    @property
    def links(self) -> list[dict[str, Any]]:
        """The rows of ``entity_links``."""
        return self.link_table.to_pylist()  # type: ignore[no-any-return]


def find_entities(mentions: Sequence[Mention], rules: Rulebook) -> Entities:
    """Put the mentions of an archive together; each belongs to just one entity.

    People are put together name by name, so that memory holds the pairs of one name at a time.
    """
    of: dict[str, str] = {}
    rows, links = _Rows("entities"), _Rows("entity_links")

    def put(kind: str, held: Sequence[Mention], scored: Iterable[Link]) -> None:
        found = cluster([mention.awardee_id for mention in held], scored)
        ids = {item: _entity_id(kind, root) for item, root in found.root.items()}
        of.update(ids)
        rows.add(_entity_rows(kind, held, found, ids))
        links.add(_link_rows(kind, found, ids))

    people = [mention for mention in mentions if mention.kind == "person"]
    score = PersonScore(people, rules)
    for held, dropped in _comparable(people):
        compared = chain(pairs(held), dropped)
        put("person", held, (_light(score.link(*pair)) for pair in compared))
    bodies = [mention for mention in mentions if mention.kind == "collective"]
    put("collective", bodies, body_links(bodies, rules))
    return Entities(of, rows.made(), links.made())


class _Rows:
    """Rows of a table that come bit by bit."""

    def __init__(self, table: str) -> None:
        self._table = table
        self._waiting: list[dict[str, Any]] = []
        self._made = [schema(table).empty_table()]

    def add(self, rows: Iterable[dict[str, Any]]) -> None:
        for row in rows:
            self._waiting.append(row)
            if len(self._waiting) >= _AT_ONCE:
                self._flush()

    def made(self) -> pa.Table:
        self._flush()
        return pa.concat_tables(self._made)

    def _flush(self) -> None:
        self._made.append(to_arrow(self._table, self._waiting))
        self._waiting.clear()


_Pair = tuple[Mention, Mention]


def _comparable(people: Sequence[Mention]) -> Iterable[tuple[list[Mention], list[_Pair]]]:
    """Mentions that are compared with none but each other: those of one name, or of names of which
    one may be the other shortened; with them the pairs of such names."""
    first: dict[str, str] = {mention.key: mention.key for mention in people}

    def root(key: str) -> str:
        while first[key] != key:
            first[key] = first[first[key]]
            key = first[key]
        return key

    found = list(shortened(people))
    for left, right in found:
        one, other = sorted((root(left.key), root(right.key)))
        first[other] = one
    dropped: dict[str, list[_Pair]] = defaultdict(list)
    for left, right in found:
        dropped[root(left.key)].append((left, right))
    held: dict[str, list[Mention]] = defaultdict(list)
    for mention in people:
        held[root(mention.key)].append(mention)
    return ((mentions, dropped.get(key, [])) for key, mentions in held.items())


def _light(link: Link) -> Link:
    """A link without its reasons where nobody will be told of it."""
    if link.probability >= DOUBTFUL:
        return link
    return Link(link.left, link.right, link.probability, ())


def _entity_id(kind: str, root: str) -> str:
    """An id from the entity's first mention, so that it stays while mentions are added."""
    return f"{kind}-{hashlib.sha256(root.encode()).hexdigest()[:16]}"


def _entity_rows(
    kind: str, mentions: Iterable[Mention], found: Clusters, ids: Mapping[str, str]
) -> Iterable[dict[str, Any]]:
    members: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        members[ids[mention.awardee_id]].append(mention)
    lowest: dict[str, float] = {}
    for link in found.used:
        entity_id = ids[link.left]
        lowest[entity_id] = min(link.probability, lowest.get(entity_id, 1.0))
    for entity_id, held in members.items():
        counted = [mention for mention in held if mention.counts]
        printed = Counter(mention.printed for mention in counted or held)
        # Of names printed as often, one not in capitals, then the first in order.
        name = min(printed, key=lambda text: (-printed[text], text.isupper(), text))
        years = [mention.year for mention in held if mention.year is not None]
        yield {
            "entity_id": entity_id,
            "kind": kind,
            "name": name,
            "name_key": without_marks(fold(name)),
            "aliases": sorted({mention.printed for mention in held} - {name}),
            "workplaces": sorted({m.workplace for m in held if m.workplace is not None}),
            "mention_count": len(counted),
            "document_count": len({mention.doc_id for mention in counted}),
            "first_year": min(years, default=None),
            "last_year": max(years, default=None),
            "match_probability": lowest.get(entity_id),
        }


def _link_rows(kind: str, found: Clusters, ids: Mapping[str, str]) -> Iterable[dict[str, Any]]:
    for links, is_merged in ((found.used, True), (found.doubtful, False)):
        for link in links:
            yield {
                "link_id": _link_id(link),
                "kind": kind,
                "left_id": link.left,
                "right_id": link.right,
                "entity_id": ids[link.left] if is_merged else None,
                "is_merged": is_merged,
                "probability": link.probability,
                "reasons": [
                    {"about": reason.about, "found": reason.found, "weight": reason.weight}
                    for reason in link.reasons
                ],
            }


def _link_id(link: Link) -> str:
    pair = f"{link.left} {link.right}"
    return f"link-{hashlib.sha256(pair.encode()).hexdigest()[:16]}"

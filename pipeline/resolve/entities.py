"""People and bodies across documents: rows of ``entities`` and ``entity_links`` from mentions."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from pipeline.grammar.spelling import fold
from pipeline.layout.pieces import without_marks
from pipeline.resolve.clusters import Clusters, cluster
from pipeline.resolve.mentions import Mention
from pipeline.resolve.pairs import pairs, shortened
from pipeline.resolve.same_body import body_links
from pipeline.resolve.score import Link, PersonScore

if TYPE_CHECKING:
    from pipeline.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Entities:
    """``of``: awardee_id -> entity_id; ``rows`` of ``entities``, ``links`` of ``entity_links``."""

    of: Mapping[str, str]
    rows: list[dict[str, Any]]
    links: list[dict[str, Any]]


def find_entities(mentions: Sequence[Mention], rules: Rulebook) -> Entities:
    """Put the mentions of an archive together; each belongs to just one entity."""
    of: dict[str, str] = {}
    rows: list[dict[str, Any]] = []
    links: list[dict[str, Any]] = []
    people = [mention for mention in mentions if mention.kind == "person"]
    bodies = [mention for mention in mentions if mention.kind == "collective"]
    score = PersonScore(people, rules)
    for kind, held, scored in (
        ("person", people, (score.link(*pair) for pair in chain(pairs(people), shortened(people)))),
        ("collective", bodies, iter(body_links(bodies, rules))),
    ):
        found = cluster([mention.awardee_id for mention in held], scored)
        ids = {item: _entity_id(kind, root) for item, root in found.root.items()}
        of.update(ids)
        rows += _entity_rows(kind, held, found, ids)
        links += _link_rows(kind, found, ids)
    return Entities(of, rows, links)


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

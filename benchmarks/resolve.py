"""How well people and bodies are put together: ``python -m benchmarks.resolve --mentions 100000``.

Mentions with known truth are invented (see ``invented_people``) and resolved; printed are pairwise
precision and recall, time, and peak memory.  The mentions are the same on every machine.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass

from benchmarks.invented_people import World, invent
from pipeline.grammar.spelling import fold
from pipeline.resolve.entities import Entities, find_entities
from pipeline.resolve.mentions import read_mentions
from pipeline.resolve.papers import read_papers
from pipeline.rulebook import Rulebook, load_rulebook

PRECISION, RECALL = 0.99, 0.90


@dataclass(frozen=True)
class Pairs:
    """Pairs of mentions: of one entity by truth, put together, and both."""

    kind: str
    mentions: int
    true: int
    found: int
    right: int

    @property
    def precision(self) -> float:
        """The share of pairs put together that belong together."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of pairs that belong together and were put together."""
        return self.right / self.true if self.true else 1.0


def resolve_world(world: World, rules: Rulebook) -> Entities:
    """The entities of an invented world, as ``congvan resolve`` makes them."""
    papers = {paper.doc_id: paper for paper in read_papers(world.documents, rules)}
    titles = {
        row["initiative_id"]: (fold(row["title"]), frozenset[str]()) for row in world.initiatives
    }
    return find_entities(read_mentions(world.awardees, papers, titles, {}, rules), rules)


def compare(world: World, entities: Mapping[str, str], kind: str) -> Pairs:
    """Pairs of mentions of one kind, by truth and as found."""
    ids = [row["awardee_id"] for row in world.awardees if row["kind"] == kind]
    return pairs_of(kind, ids, world.truth, entities)


def pairs_of(
    kind: str, ids: Sequence[str], truth: Mapping[str, str], entities: Mapping[str, str]
) -> Pairs:
    """Pairs of the mentions with these ids, by truth and as found."""
    return Pairs(
        kind=kind,
        mentions=len(ids),
        true=_pairs(truth[item] for item in ids),
        found=_pairs(entities[item] for item in ids),
        right=_pairs((truth[item], entities[item]) for item in ids),
    )


def _pairs(keys: Iterable[object]) -> int:
    return sum(count * (count - 1) // 2 for count in Counter(keys).values())


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; returns 1 if precision or recall of people misses its target."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.resolve", description=__doc__)
    parser.add_argument("--mentions", type=int, default=100_000, help="mentions to invent")
    parser.add_argument("--seed", type=int, default=1, help="another seed, other mentions")
    parser.add_argument("--json", action="store_true", help="the result as JSON on stdout")
    options = parser.parse_args(arguments)
    rules = load_rulebook()
    world = invent(options.mentions, options.seed)
    started = time.perf_counter()
    entities = resolve_world(world, rules)
    seconds = time.perf_counter() - started
    results = [compare(world, entities.of, kind) for kind in ("person", "collective")]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if _in_bytes() else 1e3)
    if options.json:
        rows = [asdict(r) | {"precision": r.precision, "recall": r.recall} for r in results]
        print(json.dumps({"seconds": seconds, "peak_mb": peak, "kinds": rows}))
    else:
        for found in results:
            print(
                f"{found.kind:<10} {found.mentions:>7,} mentions, {found.true:>7,} pairs: "
                f"precision {found.precision:.4f}, recall {found.recall:.4f}"
            )
        print(f"{seconds:.1f} s, {peak:,.0f} MB at most")
    people = results[0]
    return 0 if people.precision >= PRECISION and people.recall >= RECALL else 1


def _in_bytes() -> bool:
    """Whether the system tells peak memory in bytes (macOS) and not in kilobytes."""
    return sys.platform == "darwin"


if __name__ == "__main__":
    raise SystemExit(main())

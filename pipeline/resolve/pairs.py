"""Which mentions are compared at all: those whose names are one but for marks and blanks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from pipeline.layout.pieces import without_marks
from pipeline.resolve.mentions import Mention
from pipeline.resolve.population import unit_of

# Up to so many mentions of one name are compared each with each; of commoner names only those that
# share a unit, a province or an initiative, as nothing else could make them one person.
_EACH_WITH_EACH = 60
_CROWD = 400


def pairs(mentions: Sequence[Mention]) -> Iterable[tuple[Mention, Mention]]:
    """The pairs to compare, each once, in an order that depends on the mentions alone."""
    names: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        names[mention.key].append(mention)
    for key in sorted(names):
        block = names[key]
        if len(block) <= _EACH_WITH_EACH:
            yield from combinations(block, 2)
            continue
        seen: set[tuple[str, str]] = set()
        for part in _parts(block):
            for left, right in combinations(part[:_CROWD], 2):
                pair = (left.awardee_id, right.awardee_id)
                if pair not in seen:
                    seen.add(pair)
                    yield left, right


def shortened(mentions: Sequence[Mention]) -> Iterable[tuple[Mention, Mention]]:
    """Pairs of one unit of whose names one may be the other with a middle name dropped."""
    blocks: dict[tuple[str, ...], list[Mention]] = defaultdict(list)
    for mention in mentions:
        words = without_marks(mention.name).split()
        if len(words) > 2 and mention.place.units:
            blocks[words[0], words[-1], unit_of(mention)].append(mention)
    for key in sorted(blocks):
        for left, right in combinations(blocks[key][:_CROWD], 2):
            if left.key != right.key and _is_shortened(left.name, right.name):
                yield left, right


def _is_shortened(one: str, other: str) -> bool:
    """The words of the shorter name stand in the longer one, in their order, marks aside."""
    shorter, longer = sorted((without_marks(name).split() for name in (one, other)), key=len)
    rest = iter(longer)
    return len(shorter) < len(longer) and all(word in rest for word in shorter)


def _parts(block: Sequence[Mention]) -> Iterable[list[Mention]]:
    """What shares a unit, a document, a province with its post, or an initiative."""
    parts: dict[tuple[str, ...], list[Mention]] = defaultdict(list)
    for mention in block:
        parts["document", mention.doc_id].append(mention)
        for unit in {unit_of(mention), *(unit.key for unit in mention.place.units)}:
            parts["unit", unit].append(mention)
        if mention.province is not None and mention.post.rank is not None:
            parts["province", mention.province, mention.post.words].append(mention)
        if mention.initiative is not None:
            parts["initiative", mention.initiative].append(mention)
    return (parts[key] for key in sorted(parts) if len(parts[key]) > 1)

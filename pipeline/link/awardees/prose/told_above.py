"""Those named before the sentence that gives them something: `tặng X cho 02 cá nhân nói trên`."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.extract.people import people_in
from pipeline.link.awardees.clauses.clause import AwardClause
from pipeline.link.awardees.recipients.names import Named, read_name
from pipeline.link.awardees.recipients.together import with_shared_unit
from pipeline.link.awardees.walk import Walk
from pipeline.model import Block

_NUMBERS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8}
_FAR = 8  # blocks back
_SURE = 0.8
_FULL = 2  # syllables
_SILENT = frozenset(
    {"header", "number", "place_date", "addressees", "signature", "copies", "furniture", "basis"}
)


def told_above(walk: Walk, index: int, block: Block, clause: AwardClause) -> list[Named]:
    """As many people as the sentence counts, if the ones named last before it are so many.

    :param index: the place of the block among those of the document
    """
    said = walk.rules.pattern("prose.told_above_above").regex.match(
        block.view, clause.award_end - block.start
    )
    if said is None or said["count"] is None:
        return []
    begin = clause.start - block.start
    if walk.rules.pattern("clauses.denied_denies").regex.search(
        block.view, begin, clause.award_start - block.start
    ):
        return []
    word = said["count"]
    many = _NUMBERS.get(word) or int(word)
    found: list[Named] = []
    for words, offset in _before(walk, index, block, begin):
        found = [*_named(words, offset, walk), *found]
        if len({named.name for named in found}) >= many:
            break
    if len({named.name for named in found}) != many or len(found) != many:
        return []
    return [named.at_most(_SURE) for named in found]


def _before(walk: Walk, index: int, block: Block, begin: int) -> Iterator[tuple[str, int]]:
    """The words before the sentence, then the blocks before its own, the nearest first."""
    yield block.view[:begin], block.start
    for other in reversed(walk.dispatch.blocks[max(0, index - _FAR) : index]):
        if other.kind not in _SILENT:
            yield other.view, other.start


def _named(words: str, offset: int, walk: Walk) -> list[Named]:
    found: list[Named] = []
    for person in people_in(words, walk.rules):
        if len(person.name.split()) < _FULL or (found and person.start < found[-1].tail - offset):
            continue
        named = read_name(words, person.lead, offset, walk.rules, listed=True)
        if named is not None and named.name == person.name:
            found.append(named)
    return with_shared_unit(words, found, offset, walk.rules)

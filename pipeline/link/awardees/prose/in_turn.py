"""Places told in a row with their winners in the same order: `A, B và C lần lượt giành giải Nhất,
Nhì, Ba`, `Giải Nhì và giải Ba lần lượt thuộc về D, E`."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.awards import PRIZE, awards_in_words
from pipeline.link.awardees.clauses.clause import AwardClause
from pipeline.link.awardees.recipients.series import Enumerated
from pipeline.model import Block
from pipeline.rulebook import Rulebook

_REACH = 80  # letters from the first of the places to the one that the clause is of
_SURE = 0.85


def each_in_turn(
    block: Block, clause: AwardClause, found: Sequence[Enumerated], rules: Rulebook
) -> list[tuple[AwardClause, Enumerated]] | None:
    """Who of several winners has won which of the places in a row; None where one is told alone.

    Nobody is given anything where there are more or fewer winners than places.
    """
    if clause.award != PRIZE or len(found) < 2:
        return None
    begin = clause.award_start - block.start
    rows = rules.pattern("prose.in_turn_places").regex.finditer(block.view, max(0, begin - _REACH))
    row = next((m for m in rows if m.end() > begin), None)
    if row is None or row.start() > begin:
        return None
    words = (row["of"] or row["medal"]).lower()
    places = row.captures("place")
    awards = [award for at in places for award in awards_in_words(f"{words} {at}", rules)]
    if len(awards) != len(places) or len(awards) != len(found):
        return []
    return [
        (clause.with_award(award), item.at_most(_SURE))
        for award, item in zip(awards, found, strict=True)
    ]

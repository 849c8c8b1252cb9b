"""What holds where the walk through a document stands: open list, unit, section."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.extract.people import PersonMention
from pipeline.link.awardees.clauses.announced import Announced, Told
from pipeline.link.awardees.clauses.clause import AwardClause
from pipeline.link.awardees.clauses.confers import Wording
from pipeline.link.awardees.gathered import AwardRows
from pipeline.link.awardees.recipients.names import Named
from pipeline.link.deciding import Deciding
from pipeline.model import Block, CitationMention, Dispatch, Table
from pipeline.rulebook import Rulebook


@dataclass(slots=True)
class Walk:
    """What holds where the walk stands."""

    dispatch: Dispatch
    citations: Sequence[CitationMention]
    deciding: Deciding
    rules: Rulebook
    rows: AwardRows = field(default_factory=AwardRows)
    elsewhere: Announced = field(default_factory=Announced)  # what lists in other places are of
    tables: dict[int, list[Table]] = field(default_factory=dict)
    part: int = 0
    clause: AwardClause | None = None  # of the list that is open
    announced: AwardClause | None = None  # `có danh sách kèm theo`: holds in the appendices
    counted: AwardClause | None = None  # of the paragraph before, which named nobody of its own
    is_listing: bool = False  # the paragraph before named people of those counted
    stated: dict[str, AwardClause] = field(default_factory=dict)  # clauses of the open article
    # givers told so far with their decisions, by award
    givers: dict[str, tuple[tuple[str, str | None], ...]] = field(default_factory=dict)
    taken: int = -1  # block that is the end of the entry before it
    opener: int = -1  # block that opened the list
    run: int = -1  # the opener or the last entry read: the next block goes on with the list
    # the line that opened a list of good examples, and its last entry read
    examples: tuple[int, int] = (-1, -1)
    is_sure: bool = False  # a decision or proposal itself opened the list for its award
    is_elsewhere: bool = False  # below a title of something else (`DANH SÁCH TỔ CÔNG TÁC`)
    gives: bool = False  # a line told that headings below it say who was given what
    past_foot: bool = False  # behind the signature: what follows is annexed, named so or not
    owner: Named | None = None  # whose report of achievements the document is
    is_history: bool = False  # below a heading of a report that tells what its owner was given
    is_of_kin: bool = False  # below a line of a report that names the owner's family
    mourned: tuple[int, Named] | None = None  # whose death the document tells, and in which block
    letter: int = -1  # block of the title `THƯ KHEN`, where the document is one
    told: Told = field(default_factory=Told)  # of the parts of the open annex
    people: dict[int, tuple[PersonMention, ...]] = field(default_factory=dict)  # by block
    # bodies named in full before a block, by the block and their head noun
    heads: dict[tuple[int, str], frozenset[str]] = field(default_factory=dict)
    unit: str | None = None
    section: str | None = None
    section_level: int = 0
    holder: tuple[str, int, int] | None = None  # whose sections these are, its level and part
    holders: set[int] = field(default_factory=set)  # where the lines of such bodies begin

    def titled(self, words: str, offset: int) -> Wording:
        """Words that need no verb, such as the title of a list, with what the document tells."""
        return Wording(words, offset, self.citations, self.deciding, self.rules, is_title=True)


def is_annexed(walk: Walk, block: Block) -> bool:
    return block.part > 0 or walk.past_foot

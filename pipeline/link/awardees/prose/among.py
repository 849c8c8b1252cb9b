"""Some of those given an award, told by name: `Trong số 12 cá nhân được tặng X có bà A`."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.extract.initiatives import TitledInitiative
from pipeline.link.awardees.clauses.clause import AwardClause
from pipeline.link.awardees.recipients.series import Enumerated, enumerated
from pipeline.model import Block
from pipeline.rulebook import Rulebook

_TO_SO_MANY = regex.compile(r"(?<!\p{L})cho\s(?:\p{L}+\s){0,4}\d{1,4}\s\p{L}")
_NEAR = 360  # letters between an award and the names of some of those given it
_LESS_SURE = 0.85


def named_among(
    block: Block, clause: AwardClause, titles: Sequence[TitledInitiative], rules: Rulebook
) -> list[Enumerated]:
    """Those named behind `có` of a sentence that begins `Trong số ... được tặng X`."""
    view, begin = block.view, clause.start - block.start
    award, end = clause.award_start - block.start, clause.award_end - block.start
    if not rules.pattern("prose.among").regex.match(view, begin, award) or rules.pattern(
        "clauses.denied_denies"
    ).regex.search(view, begin, award):
        return []
    are = rules.pattern("prose.among_are").regex.match(view, end, clause.end - block.start)
    if are is None:
        return []
    return _named(block, are.end(), None, titles, rules)


def some_of_counted(
    block: Block,
    clause: AwardClause,
    limit: int | None,
    titles: Sequence[TitledInitiative],
    rules: Rulebook,
) -> list[Enumerated]:
    """Those named behind `trong đó có` of a sentence that gives an award to so many.

    :param limit: where the next award of the block stands in its view
    """
    view, end = block.view, clause.award_end - block.start
    some = rules.pattern("prose.among_some_of_them").regex.search(
        view, end, min(end + _NEAR, len(view) if limit is None else limit)
    )
    said = view[end : some.start()] if some is not None else ""
    if some is None or rules.pattern("recipients.series_sentence_end").regex.search(said):
        return []
    got = view[clause.start - block.start : clause.award_start - block.start]
    if not _TO_SO_MANY.search(said) and not rules.pattern("prose.among_so_many_got").regex.search(
        got
    ):
        return []
    if rules.pattern("prose.among_of_others").regex.search(said):
        return []
    found = _named(block, some.end(), limit, titles, rules)
    return [item.at_most(_LESS_SURE) for item in found]


def _named(
    block: Block, at: int, limit: int | None, titles: Sequence[TitledInitiative], rules: Rulebook
) -> list[Enumerated]:
    """Those named at ``at``; nobody where the last is told for what was not given."""
    found = list(enumerated(block, at, titles, rules, limit))
    if not found or rules.pattern("prose.among_but").regex.match(
        block.view, found[-1].named.end - block.start
    ):
        return []
    return found

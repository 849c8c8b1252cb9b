"""Whether those before `được` did not get the award that their sentence names."""

from __future__ import annotations

import regex

from pipeline.link.awardees.clauses.clause import AwardClause
from pipeline.link.awardees.clauses.giver import is_whose
from pipeline.rulebook import Rulebook

_BARELY_GOT = frozenset({"nhận", "đón nhận"})  # and not `vinh dự đón nhận`, said of who has got it
# `Phòng A tổ chức lễ đón nhận X của Trường B`: it arranged that for another
_OF_LETTERS = 40


def is_denied(
    view: str,
    begin: int,
    received: regex.Match[str],
    clause: AwardClause,
    offset: int,
    rules: Rulebook,
) -> bool:
    """Did those before `được` not get the award: not so, or theirs to hand over or take for others?

    :param begin: where the sentence begins in the view
    """
    said = view[begin : received.start()]
    award = max(received.end(), clause.award_start - offset)
    return (
        rules.pattern("clauses.denied").regex.search(said) is not None
        or rules.pattern("clauses.denied_not_yet").regex.search(said) is not None
        or rules.pattern("clauses.denied_if").regex.match(said) is not None
        or rules.pattern("clauses.denied_according").regex.match(said) is not None
        or rules.pattern("clauses.denied_denies").regex.search(view, received.start(), award)
        is not None
        or rules.pattern("clauses.denied_charged").regex.search(view, received.start(), award)
        is not None
        or rules.pattern("clauses.denied_charged").regex.search(said[said.rfind(",") + 1 :])
        is not None
        or (
            received.group().endswith("nhận")
            and rules.pattern("clauses.on_behalf_stands_for").regex.search(said.rstrip())
            is not None
        )
        or (
            received.group().endswith("nhận")
            and rules.pattern("clauses.denied_for_them").regex.match(said) is not None
        )
        or (
            received.group() in _BARELY_GOT
            and rules.pattern("clauses.denied_at_ceremony").regex.search(said) is not None
        )
        or (
            rules.pattern("clauses.denied_hosted").regex.search(said) is not None
            and _is_anothers(view, clause.award_end - offset, rules)
        )
        or rules.pattern("clauses.denied_fetches").regex.search(said) is not None
        or rules.pattern("clauses.denied_told").regex.search(said.lstrip()) is not None
        or rules.pattern("clauses.denied_anyone").regex.search(said) is not None
        or _is_other_deed(view[received.start() : award], rules)
        or rules.pattern("clauses.denied_next_has").regex.search(view, received.end(), award)
        is not None
        or rules.pattern("clauses.denied_for_others").regex.match(view, clause.award_end - offset)
        is not None
    )


def _is_anothers(view: str, award_end: int, rules: Rulebook) -> bool:
    behind = view[award_end : award_end + _OF_LETTERS].lstrip('”" ')
    return behind.startswith("cho ") or (
        behind.startswith("của ") and is_whose(behind.removeprefix("của "), rules)
    )


def _is_other_deed(said: str, rules: Rulebook) -> bool:
    """`được bầu làm Trưởng ban lễ trao tặng X`: something else was done, X is in its name only.

    :param said: the words from `được` up to the award
    """
    event = rules.pattern("clauses.denied_at_event").regex.search(said)
    if event is not None and not rules.pattern("clauses.denied_and_given").regex.search(
        said, event.end()
    ):
        return True
    return (
        rules.pattern("clauses.denied_other_deed").regex.match(said) is not None
        and rules.pattern("clauses.denied_and_given").regex.search(said) is None
    )

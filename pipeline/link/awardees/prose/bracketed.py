"""Names in brackets: behind an award that so many were given, or behind the groups that got it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from pipeline.extract.initiatives import TitledInitiative
from pipeline.link.awardees.clauses.clause import AwardClause
from pipeline.link.awardees.prose.next_subject import speaks
from pipeline.link.awardees.recipients.series import Enumerated, enumerated
from pipeline.model import Block
from pipeline.rulebook import Rulebook

_SURE = 0.9
_COUNT = 24  # letters that the count of an award takes before it
_PLAIN = regex.compile(r"[^.,;:()]{0,60}")


def bracketed_behind(
    block: Block,
    clause: AwardClause,
    limit: int | None,
    titles: Sequence[TitledInitiative],
    rules: Rulebook,
) -> list[Enumerated]:
    """The names in the bracket behind an award that so many were given.

    `3 công nhân (Công ty A)` tells where they work, `5 em (ông B trao)` who handed it over, and
    `15 đoàn viên (Công đoàn C 5, Công đoàn D 10)` how many each has: none of them was given it.

    :param limit: where the next award of the block stands in its view
    """
    end = clause.award_end - block.start
    opened = rules.pattern("prose.bracketed_opens_bracket").regex.match(block.view, end)
    if opened is None:
        return []
    if so_many := _by_count_of_award(block, clause, rules):
        return so_many
    counted = list(
        rules.pattern("prose.bracketed_count").regex.finditer(
            block.view, clause.start - block.start, opened.end()
        )
    )
    if not counted or (limit is not None and limit < opened.end()):
        return []  # `87 chị được tặng X, 03 chị được tặng Y (A, B, C)`
    close = block.view.find(")", opened.end())
    if close < 0 or block.view.count("(", opened.end(), close):
        return []
    found = list(enumerated(block, opened.end(), titles, rules, close))
    if counted[-1]["sort"] and counted[-1]["number"].lstrip("0") != str(len(found)):
        return []  # `2 chi bộ (Đảng bộ xã A)`: where they are
    if found and ":" in block.view[opened.end() : found[0].named.start - block.start]:
        return []  # `(giám khảo: ông A)`
    kinds = {"collective" if count["bodies"] else "person" for count in counted}
    if any(
        e.named.kind not in kinds or speaks(block.view, e.named, block.start, rules) for e in found
    ):
        return []
    return found


def _by_count_of_award(block: Block, clause: AwardClause, rules: Rulebook) -> list[Enumerated]:
    """`02 Huân chương Lao động hạng Ba (ông A; Khoa B)`: as many in the bracket as were given."""
    view, end = block.view, clause.award_end - block.start
    lead = view[
        max(0, clause.award_start - block.start - _COUNT) : clause.award_start - block.start
    ]
    counted = rules.pattern("prose.bracketed_awards").regex.search(lead)
    inside = rules.pattern("prose.bracketed_names").regex.match(view, end)
    if counted is None or inside is None:
        return []
    found = list(enumerated(block, inside.start("names"), (), rules, inside.end("names")))
    if len(found) != int(counted["number"]) or any(
        speaks(view, e.named, block.start, rules) for e in found
    ):
        return []
    tail = max(item.named.tail for item in found) - block.start
    return [] if view[tail : inside.end("names")].strip() else [e.at_most(_SURE) for e in found]


def in_groups(block: Block, begin: int, stop: int, rules: Rulebook) -> Iterator[Enumerated]:
    """`02 tập thể (A, B) và 01 cá nhân (C) tiêu biểu được ...`: the counted ones in brackets."""
    opened = rules.pattern("recipients.series_bracketed").regex.search(block.view, begin, stop)
    closed = block.view.rfind(")", begin, stop)
    if opened is None or closed < 0 or not _PLAIN.fullmatch(block.view, closed + 1, stop):
        return
    if rules.pattern("clauses.denied_denies").regex.search(
        block.view, closed + 1, stop
    ) or rules.pattern("prose.bracketed_dropped").regex.search(block.view, closed + 1, stop):
        return  # `02 tập thể (A, B) bị đưa ra khỏi danh sách được ...`
    for item in enumerated(block, opened.start(), (), rules, closed + 1):
        yield item.at_most(_SURE)

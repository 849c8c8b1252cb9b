"""Those who stand before the form (hình thức khen thưởng) that they are rewarded with.

`Khen thưởng đột xuất cho ông A, Công an viên xã B bằng hình thức Giấy khen của UBND huyện`.
"""

from __future__ import annotations

from pipeline.link.awardees.clauses.clause import AwardClause
from pipeline.link.awardees.recipients.series import Enumerated, enumerated
from pipeline.model import Block
from pipeline.rulebook import Rulebook


def before_form(block: Block, clause: AwardClause, rules: Rulebook) -> list[Enumerated]:
    """Those whom a clause rewards before it says with what; nothing where its words are others.

    :param clause: a clause of the block
    """
    begin, award = clause.start - block.start, clause.award_start - block.start
    if block.view.find("hình thức", begin, award) < 0:
        return []
    rewards = rules.pattern("prose.by_form_rewards").regex.search(block.view, begin, award)
    form = (
        rules.pattern("prose.by_form_lead").regex.search(block.view, rewards.end(), award)
        if rewards is not None
        else None
    )
    if rewards is None or form is None:
        return []
    stop = form.start()
    found = list(enumerated(block, rewards.end(), (), rules, stop, areas=True, sure=True))
    if not found:
        return []
    tail = max(item.named.tail for item in found) - block.start
    return (
        found
        if rules.pattern("prose.by_form_form").regex.fullmatch(block.view, tail, award)
        else []
    )

"""Prizes for works (`dự án`, `sản phẩm`, `tiết mục`): who made each work is given its prize."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from pipeline.extract.awards import PRIZE
from pipeline.extract.initiatives import initiatives_in
from pipeline.link.awardees.clauses.clause import AwardClause
from pipeline.link.awardees.prose.behind_title import owners_after
from pipeline.link.awardees.recipients.higher_unit import begins_unit
from pipeline.link.awardees.recipients.names import Named
from pipeline.link.awardees.recipients.series import enumerated
from pipeline.link.awardees.walk import Walk
from pipeline.model import Block
from pipeline.rulebook import Rulebook

_SURE = 0.85
_NEXT_PART = regex.compile(r";\s+(?=\p{L})")
_QUOTED = regex.compile(r"“[^“”]{3,160}”|\"[^\"]{3,160}\"")


def of_works(block: Block, at: int, stop: int, rules: Rulebook) -> Iterator[Named]:
    """`Dự án: X - Học sinh A, B, Trường C`: a work is given the prize, its authors get it."""
    cuts = [
        m.end() for m in rules.pattern("prose.works_next_work").regex.finditer(block.view, at, stop)
    ]
    for begin, end in zip([at, *cuts], [*cuts, stop], strict=True):
        if begin > at and rules.pattern("prose.works_own_prize").regex.search(
            block.view, begin, end
        ):
            break
        quoted = _QUOTED.search(block.view, begin, end)
        quote = quoted.end() - 1 if quoted is not None else -1
        for lead in rules.pattern("prose.works_of").regex.finditer(
            block.view, quote if quote >= 0 else begin, end
        ):
            makers = [e.named for e in enumerated(block, lead.end(), (), rules, end)]
            is_said = quote >= 0 and "của" in lead.group()  # `“X” của Công ty A`
            kinds = {n.kind for n in makers}
            if kinds == {"person"} or (kinds == {"collective"} and is_said):
                for named in makers:
                    yield named.at_most(_SURE)
                break


def of_parts(block: Block, at: int, stop: int, rules: Rulebook) -> list[Named]:
    """`Nghiên cứu X của ông A; Quy trình Y của tác giả B`: works in a row, each with its authors.

    Where one of them names nobody, the semicolons part something else.
    """
    end = rules.pattern("recipients.series_sentence_end").regex.search(block.view, at, stop)
    last = end.start() if end is not None else stop
    cuts = [m.end() for m in _NEXT_PART.finditer(block.view, at, last)]
    found: list[Named] = []
    for begin, limit in zip([at, *cuts], [*cuts, last], strict=True):
        of_part: list[Named] = []
        for lead in rules.pattern("prose.works_of_whom").regex.finditer(block.view, begin, limit):
            of_part = [e.named for e in enumerated(block, lead.end(), (), rules, limit)]
            of_part = of_part if all(n.kind == "person" for n in of_part) else []
            if of_part:
                break
        if not of_part or not cuts:
            return []
        if begin > at and rules.pattern("prose.works_own_prize").regex.search(
            block.view, of_part[-1].tail - block.start, limit
        ):
            break
        found += (named.at_most(_SURE) for named in of_part)
    return found


def keep_work(walk: Walk, block: Block, makers: Sequence[Named], begin: int = 0) -> int | None:
    """Keep the titled work (sáng kiến, giải pháp ...) right before those who made it; its key.

    :param begin: from where on in the block's view a title is theirs
    """
    if not makers:
        return None
    titles = [
        title for title in initiatives_in(block, walk.rules)
        if block.start + begin <= title.lead and title.end <= makers[0].start
    ]  # fmt: skip
    if len(titles) != 1:
        return None
    names = tuple(named.name for named in makers)
    return walk.rows.initiative(titles[0], names, is_duplicate=block.is_duplicate)


def take_act(walk: Walk, block: Block, clause: AwardClause) -> bool:
    """An entry below a prize that is an act (tiết mục) with those who showed it behind its title;
    False where more is said there."""
    act = (
        walk.rules.pattern("prose.works_act").regex.match(block.view)
        if clause.award == PRIZE
        else None
    )
    if act is None:
        return _take_author(walk, block, clause)
    end = len(block.view.rstrip(" .;,"))
    end -= bool(act["open"]) and block.view[end - 1] == ")"
    found = [e.named for e in enumerated(block, act.end(), (), walk.rules, end)]
    tail = max((n.tail for n in found), default=block.start) - block.start
    if not found or block.view[tail:end].strip(" .,;"):
        return False
    for named in found:
        walk.rows.enter(block, named.at_most(_SURE), clause)
    return True


def _take_author(walk: Walk, block: Block, clause: AwardClause) -> bool:
    """`Tác giả A, tác phẩm “B”, Trường C` below a prize: the author leads, the unit is the last."""
    if clause.award != PRIZE:
        return False
    label = walk.rules.pattern("prose.works_author_label").regex.search(block.view)
    if label is not None and not block.view[label.end() :].lstrip().startswith("“"):
        return _take_labelled(walk, block, clause, label.end())
    lead = walk.rules.pattern("prose.works_author_leads").regex.match(block.view)
    work = (
        walk.rules.pattern("prose.works_work_behind").regex.search(block.view, lead.end())
        if lead is not None
        else None
    )
    if lead is None or work is None:
        return False
    alone = replace(block, view=block.view[: work.start()])
    found = [e.named for e in enumerated(alone, lead.end(), (), walk.rules, sure=True)]
    if not found or any(named.kind != "person" for named in found):
        return False
    unit = block.view[work.end() :].strip(" ,;.-–()")
    begin = block.view.find(unit, work.end())
    is_unit = unit != "" and begins_unit(block.view, begin, len(block.view), walk.rules)
    for named in found:
        place = named.workplace or (unit if is_unit else None)
        walk.rows.enter(block, replace(named.at_most(_SURE), workplace=place), clause)
    return True


def _take_labelled(walk: Walk, block: Block, clause: AwardClause, at: int) -> bool:
    """`1. Máy bóc vỏ keo. Tác giả: A, B - Trường C`: whatever the work is called, it is nobody."""
    people = [e.named for e in enumerated(block, at, (), walk.rules, sure=True)]
    if any(named.kind != "person" for named in people):
        return True
    key = keep_work(walk, block, people)
    for named in people:
        walk.rows.enter(block, named.at_most(_SURE), clause, key)
    return True


def take_work(walk: Walk, block: Block, clause: AwardClause) -> bool:
    """`1. Giải pháp X - Tác giả: A` below `6 giải pháp được trao giải Nhất gồm:`: a prize of A."""
    if clause.award is None or block.kind != "list_item":
        return False
    title = next(iter(initiatives_in(block, walk.rules)), None)
    if title is None or title.rule != "initiative.entry":
        return False
    people = owners_after(block, title, walk.rules)
    if not people:
        return False
    names = tuple(item.named.name for item in people)
    key = walk.rows.initiative(title, names, is_duplicate=block.is_duplicate)
    for item in people:
        walk.rows.enter(block, item.named, clause, key)
    return True

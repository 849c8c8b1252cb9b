"""Whose an initiative is, as said right behind its title."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

import regex

from pipeline.extract.initiatives import TitledInitiative
from pipeline.link.awardees.recipients.names import read_name
from pipeline.link.awardees.recipients.series import Enumerated, enumerated
from pipeline.model import Block
from pipeline.rulebook import Rulebook

_OWNER_LEAD = regex.compile(
    r"[”\"]?(?:\s*[.;](?=\s+(?i:(?:nhóm|đồng|các)?\s?"
    r"(?:tác giả|chủ nhiệm|sinh viên|học sinh|nghiên cứu|thực hiện))\s?:))?"
    r"\s*[,(–-]?\s*(?:(?:là\s+)?của|do|-|chủ (?:sáng kiến|giải pháp)\s?:)?\s*"
    r"(?:(?:nhóm|đồng(?=\s+tác)|các|hai|ba|tập thể)\s+)?"
)
_SHARED = regex.compile(r"^[”\"]?\s*(?:và|,)\s+$")
_JOINED = regex.compile(r"(?:\s?[;,])?\s(?:và\s)?$")
_WON = 0.85
_GAP = 5  # letters


def owners_after(
    block: Block, title: TitledInitiative, rules: Rulebook, limit: int | None = None
) -> list[Enumerated]:
    """Who a title is said to be of, right behind it.

    :param limit: where in the block's view the next of several titles is told
    """
    at = title.after - block.start
    lead = _OWNER_LEAD.match(block.view, at)
    start = lead.end() if lead else at
    printed = lead.group().strip(' ”",(–-') if lead else ""
    if lead is not None and (
        group := rules.pattern("prose.behind_title_group_of").regex.search(lead.group())
    ):
        start = lead.start() + group.start()  # `nhóm tác giả Khoa A (B, C)`
    said = printed or _is_author_word(block.view, start, rules) or title.rule == "initiative.model"
    if not said:
        return []
    is_labelled = (
        rules.pattern("prose.behind_title_author_label").regex.match(block.view, start) is not None
    )
    found = list(enumerated(block, start, (), rules, limit, sure=is_labelled))
    return _placed_by_label(block, found, rules) or _owner_with_post(block, start, rules)


def before_next_deed(block: Block, owners: Sequence[Enumerated]) -> int:
    """How many of those behind a title it is of: in `mô hình X của ông A đã lãi 2 tỷ đồng; bà B có
    3 trại` something else is told of B."""
    for index, (here, behind) in enumerate(itertools.pairwise(owners)):
        between = block.view[here.named.tail - block.start : behind.named.start - block.start]
        deed, parted, _ = between.partition(";")
        if parted and any(map(str.isalpha, deed)):
            return index + 1
    return len(owners)


def owners_of_row(
    block: Block,
    first: TitledInitiative,
    titles: Sequence[TitledInitiative],
    stop: int,
    rules: Rulebook,
) -> list[Enumerated]:
    """The owners of a title that has won a prize, and those of the titles in one row with it.

    :param stop: where in the block's view the next award is named
    """
    found: list[Enumerated] = []
    title: TitledInitiative | None = first
    while title is not None:
        limit = _before_next(block, title, titles, stop)
        owners = owners_after(block, title, rules, limit) or _in_brackets(block, title, rules)
        if not owners:
            break
        tail = max(owner.named.tail for owner in owners) - block.start
        if title is not first and rules.pattern("prose.behind_title_won_another").regex.match(
            block.view, tail
        ):
            break
        found += (Enumerated(owner.named, title) for owner in owners)
        title = next((t for t in titles if tail < t.start - block.start < stop), None)
        if title is not None and not rules.pattern("prose.behind_title_to_next").regex.fullmatch(
            block.view, tail, title.start - block.start
        ):
            title = None
    return found


def _before_next(
    block: Block, title: TitledInitiative, titles: Sequence[TitledInitiative], stop: int
) -> int | None:
    """`“A” của bà B và giải pháp “C”`: where what is said of A ends, None for the last title."""
    behind = (other.lead - block.start for other in titles if other.start > title.start)
    lead = next((at for at in behind if at < stop), None)
    gap = _JOINED.search(block.view, max(0, lead - _GAP), lead) if lead is not None else None
    return gap.start() if gap is not None else None


def _in_brackets(block: Block, title: TitledInitiative, rules: Rulebook) -> list[Enumerated]:
    """`“A” (Lê Văn B, Khoa C)`: who is in the brackets behind a title that has won a prize."""
    opened = rules.pattern("prose.behind_title_brackets").regex.match(
        block.view, title.after - block.start
    )
    if opened is None:
        return []
    inside = enumerated(block, opened.end("open"), (), rules, opened.end("inside"))
    found = [item.at_most(_WON) for item in inside]
    return found if found and all(item.named.kind == "person" for item in found) else []


def _placed_by_label(block: Block, found: list[Enumerated], rules: Rulebook) -> list[Enumerated]:
    """`Tác giả: ông A và bà B; Đơn vị: Trung tâm C`: where they work, and no author beside them."""
    last = found[-1].named if len(found) > 1 else None
    if last is None or found[-2].named.kind != "person" or last.kind != "collective":
        return found
    before = block.view[found[-2].named.tail - block.start : last.start - block.start]
    if not rules.pattern("prose.behind_title_unit_label").regex.fullmatch(before):
        return found
    unit = ", ".join(part for part in (last.name, last.workplace) if part)
    return [
        Enumerated(replace(e.named, workplace=e.named.workplace or unit), e.initiative)
        for e in found[:-1]
    ]


def _owner_with_post(block: Block, at: int, rules: Rulebook) -> list[Enumerated]:
    """`của Bạch Tuyết, Phó Hiệu trưởng`: a short or rare name is sure by the post behind it."""
    named = read_name(block.view, at, block.start, rules, listed=True)
    if named is None or not named.position:
        return []
    return [Enumerated(named.at_most(0.85))]


def _is_author_word(view: str, at: int, rules: Rulebook) -> bool:
    return rules.pattern("prose.behind_title_author_word").regex.match(view, at) is not None


def workers_after(block: Block, title: TitledInitiative, rules: Rulebook) -> str | None:
    """The workers of a place as owner of a model (`CNVCLĐ thành phố ...`)."""
    lead = _OWNER_LEAD.match(block.view, title.after - block.start)
    at = lead.end() if lead else title.after - block.start
    match = rules.pattern("awardee.workers").regex.match(block.view, at)
    return match.group() if match else None


def is_shared(block: Block, title: TitledInitiative, following: TitledInitiative) -> bool:
    """`mô hình A và mô hình B của X`: does A share the owner of B?"""
    between = block.view[title.after - block.start : following.lead - block.start]
    return _SHARED.match(between) is not None

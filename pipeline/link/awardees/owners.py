"""Rows for the good examples of a paragraph, and for the authors and owners behind its titles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.initiatives import (
    LABEL_ALONE,
    TitledInitiative,
    as_mention,
    initiatives_in,
)
from pipeline.grammar.numbers import parse_quantity
from pipeline.link.awardees.clauses.clause import AwardClause
from pipeline.link.awardees.lists.recognised import take_named_work, take_recognised
from pipeline.link.awardees.prose.behind_title import (
    before_next_deed,
    is_shared,
    owners_after,
    workers_after,
)
from pipeline.link.awardees.prose.examples import exemplar_starts, said_examples
from pipeline.link.awardees.prose.given_names import author_before, team_before
from pipeline.link.awardees.prose.households import as_household
from pipeline.link.awardees.recipients.names import Named, read_collective, read_entry
from pipeline.link.awardees.recipients.series import Enumerated, enumerated
from pipeline.link.awardees.walk import Walk
from pipeline.model import Block
from pipeline.rulebook import Rulebook

_MODELS = frozenset({"mô hình"})
_LABELS = 8
_OF_WORK = 0.85
_SURE = 0.9
_BESIDE = 0.85  # behind the owner of a model
_REACH = 120  # letters before a title in which its author is told
_HEAD_ALONE = 0.7  # `CĐCS: Sở A, Sở B`: a head noun alone names nobody
_TAKEN = frozenset({"awardee", "nominee"})


def exemplars_in_prose(
    walk: Walk,
    block: Block,
    clauses: Sequence[AwardClause],
    titles: Sequence[TitledInitiative],
) -> set[int]:
    """Rows for good examples; returns the titles told with them, whose owners they are."""
    used: set[int] = set()
    for named in said_examples(block, walk.rules):
        if not walk.rows.has(named, _TAKEN):
            walk.rows.add(
                named, "exemplar", None, None,
                is_duplicate=block.is_duplicate, rule="awardee.exemplar",
            )  # fmt: skip
    for cue, begin in exemplar_starts(block, walk.rules):
        if any(cue <= c.award_end - block.start <= begin for c in clauses):
            continue  # the examples are those who got the award
        for item in enumerated(block, begin, titles, walk.rules, areas=True, deeds=True):
            is_bare = item.named.kind == "collective" and item.named.confidence < _HEAD_ALONE
            home = as_household(block.view, item.named, block.start, walk.rules)
            if is_bare or walk.rows.has(item.named, _TAKEN) or walk.rows.has(home, _TAKEN):
                continue
            if item.initiative is not None:
                used.add(item.initiative.start)
            key = walk.rows.initiative_of(item, is_duplicate=block.is_duplicate)
            walk.rows.add(
                item.named, "exemplar", None, key,
                is_duplicate=block.is_duplicate, rule="awardee.exemplar",
            )  # fmt: skip
    return used


def owners_in_prose(
    walk: Walk, block: Block, titles: Sequence[TitledInitiative], used: set[int]
) -> None:
    """Authors of titles, and owners of models, named behind the title."""
    for index, title in enumerate(titles):
        if title.start in used:
            continue
        owners: list[Enumerated] = []
        for later in range(index, len(titles)):
            owners = owners_after(block, titles[later], walk.rules)
            if owners or later + 1 == len(titles):
                break
            if not is_shared(block, titles[later], titles[later + 1]):
                break
        if len(owners) > 1 and later + 1 < len(titles):
            owners = _without_next(walk, block, owners, titles[later + 1])
        if not owners:
            owners = list(map(Enumerated, team_before(block, title, walk.rules)))
        before = author_before(block, title, walk.rows.people(), walk.rules) if not owners else None
        owners = [Enumerated(before)] if before else owners
        if not owners and (oneself := _oneself(walk, block, title)) is not None:
            owners = [Enumerated(oneself)]
        workers = workers_after(block, title, walk.rules) if not owners else None
        many = before_next_deed(block, owners)
        authors = tuple(o.named.name for o in owners[:many]) or ((workers,) if workers else ())
        key = walk.rows.initiative(title, authors, is_duplicate=block.is_duplicate)
        if not authors and not block.view[title.after - block.start :].strip(" .;:"):
            walk.rows.work = as_mention(title, key, (), is_duplicate=block.is_duplicate)
        role = "exemplar" if title.kind in _MODELS else "author"
        beside = [o.at_most(_BESIDE) for o in owners[many:] if role == "exemplar"]
        for owner in [*owners[:many], *beside]:
            if walk.rows.has(owner.named, _TAKEN) and (
                role == "author" or walk.rows.is_taken(owner.named)
            ):
                continue
            is_work = title.confidence >= LABEL_ALONE
            named = owner.named if is_work else owner.named.at_most(title.confidence)
            walk.rows.add(
                named, "exemplar" if role == "exemplar" else "author", None,
                None if owner in beside else key,
                is_duplicate=block.is_duplicate, rule=f"awardee.{role}_of_title",
            )  # fmt: skip


def _oneself(walk: Walk, block: Block, title: TitledInitiative) -> Named | None:
    """Whose report of achievements it is, where the report says so of its title: `Bản thân có`."""
    if walk.owner is None or walk.owner.kind != "person" or walk.is_of_kin:
        return None
    lead = title.lead - block.start
    said = walk.rules.pattern("awardees.owners_oneself").regex.search(
        block.view, max(0, lead - _REACH), lead
    )
    return walk.owner.at_most(_SURE) if said is not None else None


def _without_next(
    walk: Walk, block: Block, owners: list[Enumerated], following: TitledInitiative
) -> list[Enumerated]:
    """`sáng kiến X của ông A; anh B với sáng kiến Y`: B has written the next one."""
    author = author_before(block, following, walk.rows.people(), walk.rules)
    if author is None or author.name != owners[-1].named.name:
        return owners
    return owners[:-1] if owners[-1].named.end <= following.lead else owners


def take_author_line(walk: Walk, index: int, block: Block) -> bool:
    """`Tác giả: A, Tổ trưởng` in a line of its own below `1. Tên sáng kiến: X`.

    Below a prize or another award for such works, it is theirs.
    """
    lead = (
        walk.rules.pattern("awardees.owners_authors").regex.match(block.view)
        if block.kind in {"paragraph", "list_item"}
        else None
    )
    if not index or (
        lead is None and not walk.rules.pattern("awardees.owners_labelled").regex.match(block.view)
    ):
        return False
    above = _above_labels(walk, index)
    titles = initiatives_in(above, walk.rules)
    if lead is None:
        if len(titles) != 1:
            return False
        return _take_unit(walk, above, block) or _take_saved(walk, block, titles[0])
    clause = walk.clause if walk.clause is not None and walk.clause.award is not None else None
    if clause is not None and not (
        len(titles) == 1 and _is_title_alone(above, titles[0], walk.rules)
    ):
        return False  # the line above names who is given it, this one who wrote with them
    owners = list(enumerated(block, lead.end(), (), walk.rules, sure=True))
    if len(titles) != 1 or not owners:
        return False
    owners = _with_units(owners)
    names = tuple(item.named.name for item in owners)
    key = walk.rows.initiative(titles[0], names, is_duplicate=block.is_duplicate)
    for item in owners:
        if clause is None:
            walk.rows.author(block, item.named, key)
        else:
            walk.rows.enter(block, item.named.at_most(_OF_WORK), clause, key)
    _take_unit(walk, block, block)
    return True


def _take_unit(walk: Walk, entry: Block, block: Block) -> bool:
    """`Đơn vị: Trường A` in a line below those who wrote a work says where they are from.

    :param entry: the block in which the work's authors begin
    """
    label = walk.rules.pattern("awardees.owners_unit").regex.search(block.view)
    if label is None:
        return False
    unit = read_collective(block.view[label.end() :], 0, 0, walk.rules)
    if unit is None:
        return False
    walk.rows.place(entry.start, block.end, ", ".join(filter(None, (unit.name, unit.workplace))))
    return True


def _above_labels(walk: Walk, index: int) -> Block:
    """The line above, over those that say more of the same work (`Đơn vị: A`, `Tác giả: B`)."""
    at = index - 1
    while at > max(0, index - _LABELS) and (
        walk.rules.pattern("awardees.owners_authors").regex.match(walk.dispatch.blocks[at].view)
        or walk.rules.pattern("awardees.owners_labelled").regex.match(walk.dispatch.blocks[at].view)
    ):
        at -= 1
    return walk.dispatch.blocks[at]


def _take_saved(walk: Walk, block: Block, title: TitledInitiative) -> bool:
    """`Giá trị làm lợi: 86.000.000 đồng/năm.` in a line of its own below the title."""
    saved = walk.rules.pattern("awardees.owners_saved").regex.match(block.view)
    amount = parse_quantity(block.view, saved.end(), walk.rules) if saved is not None else None
    if amount is None or amount.unit != "vnd" or amount.value_high is not None:
        return False
    walk.rows.saved(title, int(amount.value))
    return True


def _with_units(owners: list[Enumerated]) -> list[Enumerated]:
    """`Tác giả: A, lớp 8B; Trường C`: a unit behind people is where they are, and no author."""
    first = next((i for i, o in enumerate(owners) if o.named.kind == "collective"), None)
    if not first:
        return owners
    units = [part for o in owners[first:] for part in (o.named.name, o.named.workplace) if part]
    return [
        Enumerated(replace(o.named, workplace=", ".join(filter(None, (o.named.workplace, *units)))))
        for o in owners[:first]
    ]


def _is_title_alone(block: Block, title: TitledInitiative, rules: Rulebook) -> bool:
    """Whether a line names a work and nobody: `- Giải pháp: X.`"""
    before = block.view[: title.start - block.start]
    return rules.pattern("awardees.owners_only_lead").regex.fullmatch(
        before
    ) is not None and not block.view[title.after - block.start :].strip(' .;,”"')


def take_title_line(walk: Walk, index: int, block: Block) -> bool:
    """`- Tên sáng kiến: X` behind `1. Ông A, Phó Giám đốc Sở B`, or in the line below it."""
    if block.kind not in {"paragraph", "list_item", "heading"} or not index:
        return False
    if walk.clause is not None and walk.clause.award:
        return False
    if take_recognised(walk, index, block) or take_named_work(walk, index, block):
        return True
    line = (
        walk.rules.pattern("awardees.owners_title_line").search(block.view)
        if ":" in block.view
        else None
    )
    titles = initiatives_in(block, walk.rules) if line is not None else ()
    if line is None or len(titles) != 1 or owners_after(block, titles[0], walk.rules):
        return False
    entry, view = block, block.view[: line.start()]
    if not view.strip(" -–+*•\n"):
        entry = walk.dispatch.blocks[index - 1]
        view = entry.view
        if initiatives_in(entry, walk.rules):
            return False
    authors = _authors_of_entry(walk, entry, view) if entry.label[:1].isdigit() else []
    if not authors or any(author.kind != "person" for author in authors):
        return False
    if authors[0].honorific is None and authors[0].confidence < _SURE:
        return False
    names = tuple(author.name for author in authors)
    key = walk.rows.initiative(titles[0], names, is_duplicate=block.is_duplicate)
    for author in authors:
        walk.rows.author(block, author, key)
    return True


def _authors_of_entry(walk: Walk, entry: Block, view: str) -> list[Named]:
    """`3. Bà A - Khoa B; đồng tác giả: ông C`: the one of the entry, and those who wrote with her.

    :param view: the words of the entry before the title
    """
    together = walk.rules.pattern("awardees.owners_with").regex.search(view)
    first = view[: together.start()] if together is not None else view
    author = read_entry(first, entry.start, walk.rules)
    if author is None or together is None:
        return [author] if author is not None else []
    alone = replace(entry, view=view)  # a name at its end does not go on into the title's line
    others = enumerated(alone, together.end(), (), walk.rules, sure=True)
    return [author, *(item.named for item in others)]

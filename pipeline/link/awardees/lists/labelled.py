"""People told by labels: `Họ và tên: A`, and in lines of their own `Chức vụ: ...`, `Đơn vị: ...`"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.link.awardees.lists.entries import placed
from pipeline.link.awardees.recipients.labels import ordinal_of
from pipeline.link.awardees.recipients.names import Named, read_collective, read_name
from pipeline.link.awardees.recipients.series import enumerated
from pipeline.link.awardees.walk import Walk
from pipeline.model import Block
from pipeline.rulebook import Rulebook

_EDGE = " \t\n\u00a0,;:.|-–"
_NAMES = frozenset({"person", "collective"})
_MOST_LINES = 10  # of labels below a name


def take_labelled(walk: Walk, index: int, block: Block) -> bool:
    """Keep an entry of an open list that tells by labels who it is; False where it is none."""
    clause, label = walk.clause, walk.rules.pattern("awardee.report_label")
    if clause is None or clause.award is None or ":" not in block.view:
        return False
    if not (first := label.regex.search(block.view)) or first.lastgroup not in _NAMES:
        return False
    people = list(enumerated(block, first.end(), (), walk.rules, sure=True))
    if len(people) > 1 and all(item.named.kind == "person" for item in people):
        for item in people:  # `Họ và tên: A; B; C`
            walk.rows.enter(block, placed(walk, item.named, clause), clause)
        return True
    blocks = [block]
    for line in walk.dispatch.blocks[index + 1 : index + 1 + _MOST_LINES]:
        told = label.regex.search(line.view) if line.kind in {"list_item", "paragraph"} else None
        if told is None or line.part != block.part or told.lastgroup in _NAMES:
            break
        blocks.append(line)
    named = labelled(blocks, walk.rules)
    if named is None:
        return False
    named = replace(named, ordinal=ordinal_of(block.view))
    walk.taken = max(walk.taken, index + len(blocks) - 1)
    walk.rows.enter(block, placed(walk, named, clause), clause)
    return True


def labelled(blocks: Sequence[Block], rules: Rulebook) -> Named | None:
    """`Họ và tên: LÊ VĂN A`, `Tên đơn vị: Trường B`, with the post and unit of their own lines."""
    named: Named | None = None
    post = unit = None
    body: Named | None = None
    for block in blocks:
        for match in rules.pattern("awardee.report_label").regex.finditer(block.view):
            at = match.end()
            if match.lastgroup == "person" and named is None:
                named = read_name(block.view, at, block.start, rules, listed=True)
            elif match.lastgroup == "collective" and named is None:
                named = read_collective(block.view[at:], 0, block.start + at, rules)
            elif match.lastgroup == "post":
                post = post or _value(block.view, at)
            elif match.lastgroup == "unit":
                unit = unit or _value(block.view, at)
                if not rules.pattern("awardees.report_works_at").regex.search(match.group()):
                    body = body or read_collective(block.view[at:], 0, block.start + at, rules)
    if named is None or named.kind == "collective":
        return named or body  # `Đơn vị: Trường B` in a report that names no person
    if unit is not None and post is None:  # `Nơi công tác: Trưởng phòng A, Sở B`
        told = read_name(f"{named.name}, {unit}", 0, 0, rules, listed=True)
        if told is not None and told.position is not None:
            post, unit = told.position, told.workplace
    if post is not None and unit is None:  # `Chức vụ, đơn vị công tác: Phó Giám đốc Bệnh viện A`
        told = read_name(f"{named.name}, {post}", 0, 0, rules, listed=True)
        if told is not None and told.position is not None and told.workplace is not None:
            post, unit = told.position, told.workplace
    return replace(named, position=named.position or post, workplace=named.workplace or unit)


def _value(view: str, at: int) -> str | None:
    stop = view.find(";", at)
    return " ".join(view[at : len(view) if stop < 0 else stop].split()).strip(_EDGE) or None

"""Entries of a list of works that say no word for their kind: `1. Bà A: “X”`, `- “Y” của ông B`."""

from __future__ import annotations

import regex

from pipeline.extract.initiatives import TitledInitiative, benefit_behind
from pipeline.link.awardees.gathered import Role
from pipeline.link.awardees.prose.behind_title import owners_after
from pipeline.link.awardees.recipients.names import read_entry
from pipeline.link.awardees.walk import Walk
from pipeline.model import Block

_SURE, _GOOD = 0.9, 0.85
_REACH = 40  # blocks from an entry up to the line that opens its list
# a line that ends in no colon: what the title or heading above an entry says instead
_HEADED_BY = {
    "lists.recognised_opens": "lists.recognised_titled",
    "lists.recognised_headed": "lists.recognised_headed",
}
_TITLES = frozenset({"heading", "appendix", "subject"})
_WORK = regex.compile(
    r"[\s\-–+*•]{0,6}(?:\d{1,2}[.)]\s{1,3})?[“\"](?P<title>[^“”\"\n]{6,300})[”\"](?=,?\s|\s[-–(])"
)


def take_named_work(walk: Walk, index: int, block: Block) -> bool:
    """Keep a work that leads an entry below `Một số sáng kiến tiêu biểu:`, with those it is of."""
    if block.kind != "list_item":
        return False
    work, opener = _WORK.match(block.view), None
    if work is not None:
        opener = _opener(walk, index, block, "lists.recognised_good_ones") or _opener(
            walk, index, block, "lists.recognised_works"
        )
    elif work := walk.rules.pattern("lists.recognised_bare_work").match(block.view, 0):
        opener = _opener(walk, index, block, "lists.recognised_headed")
    if work is None or opener is None:
        return False
    start, end = (block.start + at for at in work.span("title"))
    after = end + (block.view[work.end("title")] in '”"')
    title = TitledInitiative(
        start, end, start, after, " ".join(work["title"].split()).rstrip(" .,;"),
        opener["kind"].lower(), "initiative.quoted", _GOOD,
        *benefit_behind(block.view, after - block.start, walk.rules),
    )  # fmt: skip
    owners = owners_after(block, title, walk.rules)
    if not owners:
        return False
    names = tuple(owner.named.name for owner in owners)
    key = walk.rows.initiative(title, names, is_duplicate=block.is_duplicate)
    role: Role = "exemplar" if title.kind == "mô hình" else "author"
    for owner in owners:
        walk.rows.add(
            owner.named.at_most(_GOOD), role, None, key,
            is_duplicate=block.is_duplicate, rule=f"awardee.{role}_of_title",
        )  # fmt: skip
    return True


def take_recognised(walk: Walk, index: int, block: Block) -> bool:
    """Keep the work that an entry names behind its author; False where it is no such entry."""
    if block.kind != "list_item" or not ('"' in block.view or "“" in block.view):
        return False
    entry = walk.rules.pattern("lists.recognised_entry").regex.fullmatch(block.view)
    opener = _opener(walk, index, block, "lists.recognised_opens") if entry is not None else None
    if entry is None or opener is None:
        return False
    author = read_entry(entry["entry"], block.start, walk.rules)
    if author is None or (author.kind != "person" and author.confidence < _SURE):
        return False
    start, end = (block.start + at for at in entry.span("title"))
    title = TitledInitiative(
        start, end, start, end + 1, " ".join(entry["title"].split()).rstrip(" .,;"),
        opener["kind"].lower(), "initiative.quoted", _SURE,
        *benefit_behind(block.view, end + 1 - block.start, walk.rules),
    )  # fmt: skip
    key = walk.rows.initiative(title, (author.name,), is_duplicate=block.is_duplicate)
    walk.rows.author(block, author, key)
    return True


def _opener(walk: Walk, index: int, block: Block, opens: str) -> regex.Match[str] | None:
    """The line that opens the block's list, where it speaks of works."""
    for above in reversed(walk.dispatch.blocks[max(0, index - _REACH) : index]):
        if above.view.rstrip().endswith(":"):
            return walk.rules.pattern(opens).regex.search(above.view)
        if above.kind in _TITLES and opens in _HEADED_BY:
            return walk.rules.pattern(_HEADED_BY[opens]).regex.match(above.view)
        if above.kind != block.kind:
            return None
    return None

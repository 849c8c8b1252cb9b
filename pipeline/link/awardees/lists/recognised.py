"""Entries of a list of recognised works that say no word for their kind: `1. Bà A, Khoa B: “X”`."""

from __future__ import annotations

import regex

from pipeline.extract.initiatives import TitledInitiative
from pipeline.link.awardees.recipients.names import read_entry
from pipeline.link.awardees.walk import Walk
from pipeline.model import Block

_SURE = 0.9
_REACH = 40  # blocks from an entry up to the line that opens its list
# `Điều 2. Công nhận sáng kiến cấp cơ sở cho 02 cá nhân:`
_OPENS = regex.compile(
    r"(?<!không )(?<!chưa )(?<!\p{L})(?i:công nhận)\s(?:\d{1,3}\s|các\s)?"
    r"(?P<kind>(?i:sáng kiến|giải pháp|đề tài))(?!\p{L})[^.;:]{0,120}?\s"
    r"(?:cho|đối với|của)\s[^.;:]{0,80}:\s*$"
)
_ENTRY = regex.compile(
    r"(?P<entry>[^“”\":]{6,160}?)\s?[:–-]\s{0,2}(?:(?:với|tên)\s)?[“\"](?P<title>[^“”\n]{6,300})[”\"]"
    r"\s*[.;,]?\s*"
)


def take_recognised(walk: Walk, index: int, block: Block) -> bool:
    """Keep the work that an entry names behind its author; False where it is no such entry."""
    if block.kind != "list_item" or not ('"' in block.view or "“" in block.view):
        return False
    entry = _ENTRY.fullmatch(block.view)
    opener = _opener(walk, index, block) if entry is not None else None
    if entry is None or opener is None:
        return False
    author = read_entry(entry["entry"], block.start, walk.rules)
    if author is None or author.kind != "person":
        return False
    start, end = (block.start + at for at in entry.span("title"))
    title = TitledInitiative(
        start, end, start, end + 1, " ".join(entry["title"].split()).rstrip(" .,;"),
        opener["kind"].lower(), "initiative.quoted", _SURE,
    )  # fmt: skip
    key = walk.rows.initiative(title, (author.name,), is_duplicate=block.is_duplicate)
    walk.rows.add(
        author, "author", None, key,
        is_duplicate=block.is_duplicate, rule="awardee.author_of_title",
    )  # fmt: skip
    return True


def _opener(walk: Walk, index: int, block: Block) -> regex.Match[str] | None:
    """The line that opens the block's list, where it recognises works."""
    for above in reversed(walk.dispatch.blocks[max(0, index - _REACH) : index]):
        if above.view.rstrip().endswith(":"):
            return _OPENS.search(above.view)
        if above.kind != block.kind:
            return None
    return None

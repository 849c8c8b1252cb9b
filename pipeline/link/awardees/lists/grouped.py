"""Entries that name several bodies behind the group that they are of, or above one unit.

`- Khối các sở: Sở Tài chính, Sở Y tế;` names two and `Khối các sở` none of them;
`1. Phòng Ngân sách, Phòng Quản lý giá thuộc Sở Tài chính;` names two of one unit.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.link.awardees.clauses.voted import is_outvoted
from pipeline.link.awardees.lists.side_by_side import side_by_side
from pipeline.link.awardees.recipients.headed import heads_names
from pipeline.link.awardees.recipients.labels import past_label
from pipeline.link.awardees.recipients.names import is_household, read_entry
from pipeline.link.awardees.recipients.series import Enumerated, enumerated
from pipeline.model import Block
from pipeline.rulebook import Rulebook

# `A, Sở B; 2. C`: units above and numbers are read where each entry stands alone
_PARTS = regex.compile(r"[^;\s][^;]{3,200}")
# `ông A (đã được tặng Giấy khen năm 2021)`: what somebody has had before; `đ/c B (7/7 phiếu)`
_SAID_ASIDE = regex.compile(
    r"\s*\((?:(?i:đã|từng|được|nhiều năm|năm \d{4})\s[^()]{2,160}"
    r"|\d{1,3}\s?/\s?\d{1,3}[^()]{0,40})\)"
)
_NO_PART = regex.compile(r"[:,]|;\s*\d")


def grouped(block: Block, rules: Rulebook) -> list[Enumerated] | None:
    """The bodies of an entry that is of these forms; empty where it names a group and its names
    are not understood; None for any other entry."""
    if section := rules.pattern("awardees.line_above_group_line").regex.match(block.view):
        return _of_section(block, section, rules)
    begin = past_label(block.view)
    group = rules.pattern("lists.grouped_group").regex.match(block.view, begin)
    if group is None:
        return (
            _headed(block, begin, rules)
            or side_by_side(block, begin, rules)
            or _by_semicolons(block, begin, rules)
        )
    begins = (begin, group.end())  # the head of bare names is the group itself: `Các trường: A, B`
    for at in begins:
        items = list(enumerated(block, at, (), rules, areas=True, sure=True))
        if items and _is_whole(block, items) and len({i.named.kind for i in items}) == 1:
            return items
    return []


def _of_section(
    block: Block, section: regex.Match[str], rules: Rulebook
) -> list[Enumerated] | None:
    """`- Tập thể: A; B.` and `- Cá nhân: ông C; bà D.`"""
    if section["home"]:
        return _households(block, section.end(), rules)
    items = list(enumerated(block, section.end(), (), rules))
    wanted = "person" if section["person"] else "collective"
    is_whole = bool(items) and _is_whole(block, items)
    if not is_whole or any(i.named.kind != wanted for i in items):
        return None
    return [i for i in items if not is_outvoted(block.view, i.named.tail - block.start)]


def _households(block: Block, begin: int, rules: Rulebook) -> list[Enumerated] | None:
    """`- Gia đình: Gia đình ông A, thôn B; hộ bà C, thôn D.`"""
    found: list[Enumerated] = []
    for part in _PARTS.finditer(block.view, begin):
        named = read_entry(part.group(), block.start + part.start(), rules)
        if named is None or not is_household(named, rules):
            return None
        found.append(Enumerated(named))
    return found or None


def _headed(block: Block, begin: int, rules: Rulebook) -> list[Enumerated] | None:
    """`2. Hội LHPN các xã A, B và C;`"""
    if not heads_names(block.view, begin, rules):
        return None
    items = list(enumerated(block, begin, (), rules))
    return items if len(items) > 1 and _is_whole(block, items) else None


def _by_semicolons(block: Block, begin: int, rules: Rulebook) -> list[Enumerated] | None:
    """`- Phòng A; Phòng B; Khoa C.`: an entry a semicolon."""
    inside = block.view.rstrip(" .;,/")
    if ";" not in inside or _NO_PART.search(inside, begin):
        return None
    items = list(enumerated(block, begin, (), rules))
    are_bodies = all(item.named.kind == "collective" for item in items)
    is_told = len(items) > inside.count(";") and are_bodies
    return items if is_told and _is_whole(block, items) else None


def _is_whole(block: Block, items: Sequence[Enumerated]) -> bool:
    tail = max(item.named.tail for item in items) - block.start
    return not _SAID_ASIDE.sub("", block.view[tail:]).strip(" .;,/")

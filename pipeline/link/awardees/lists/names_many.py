"""Entries that name several people with one unit: `1. Ông Lê Văn A, Trần Thị B, Vũ C - Phòng D`."""

from __future__ import annotations

import regex

from pipeline.model import Block

_NAME = r"\p{Lu}\p{Ll}*(?:\s\p{Lu}\p{Ll}*){2,3}"
_CALLED = r"(?:(?i:ông|bà|anh|chị|em|cô|thầy|đồng chí|đ/c)\s)?"
_PEOPLE = regex.compile(
    rf"\s{{0,4}}{_CALLED}{_NAME}(?:,\s{{1,2}}{_CALLED}{_NAME}){{1,9}}+"
    rf"(?:\s(?:và|cùng)\s{_CALLED}{_NAME})?\s{{1,2}}[-–]\s{{1,2}}(?=\p{{L}})"
)


def names_many(block: Block) -> bool:
    """Is it a numbered entry of names parted by commas, with a dash before what they belong to?"""
    if block.kind != "list_item" or not block.label or "," not in block.view:
        return False
    return _PEOPLE.match(block.view, len(block.label)) is not None

"""Entries that name several people with one unit: `1. Ông Lê Văn A, Trần Thị B, Vũ C - Phòng D`."""

from __future__ import annotations

from pipeline.model import Block
from pipeline.rulebook import Rulebook


def names_many(block: Block, rules: Rulebook) -> bool:
    """Is it a numbered entry of names parted by commas, with a dash before what they belong to?"""
    if block.kind != "list_item" or not block.label or "," not in block.view:
        return False
    return (
        rules.pattern("lists.names_many_people").regex.match(block.view, len(block.label))
        is not None
    )

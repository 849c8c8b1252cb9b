"""Lines that open the section of a list: `II. CÁ NHÂN`."""

from __future__ import annotations

from pipeline.link.awardees.prose.examples import exemplar_starts
from pipeline.link.awardees.walk import Walk
from pipeline.model import Block


def is_section_line(walk: Walk, block: Block) -> bool:
    """`II. CÁ NHÂN`, and not `Các đơn vị tiêu biểu là: A, B`, which names them itself."""
    section = walk.rules.pattern("awardee.section")
    if len(block.view) >= 120 or not section.may_match(block.view):
        return False
    if section.regex.match(block.view) is None:
        return False
    return next(exemplar_starts(block, walk.rules), None) is None

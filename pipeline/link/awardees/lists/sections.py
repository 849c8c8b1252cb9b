"""Lines that open the section of a list: `II. CÁ NHÂN`."""

from __future__ import annotations

from pipeline.extract.awards import awards_in_words
from pipeline.extract.bodies import body_at
from pipeline.link.awardees.prose.examples import exemplar_starts
from pipeline.link.awardees.walk import Walk
from pipeline.model import Block
from pipeline.rulebook import Rulebook


def is_section_line(walk: Walk, block: Block) -> bool:
    """`II. CÁ NHÂN`, and not `Các đơn vị tiêu biểu là: A, B`, which names them itself."""
    section = walk.rules.pattern("awardee.section")
    if len(block.view) >= 120 or not section.may_match(block.view):
        return False
    if not section.regex.match(block.view) or _names_behind(block.view, walk.rules):
        return False
    return next(exemplar_starts(block, walk.rules), None) is None


def _names_behind(view: str, rules: Rulebook) -> bool:
    """`4. Tập thể lao động tiên tiến: Tổ Toán; Tổ Văn`: an award, and in its line who gets it."""
    head, colon, behind = view.partition(":")
    named = behind.lstrip()
    if not colon or not named[:1].isupper() or body_at(named, 0, rules) is None:
        return False
    return bool(awards_in_words(head, rules))

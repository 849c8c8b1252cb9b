"""Counts of people before their names: `2 đảng viên Lê Thị A, Trần B`, `05 tập thể và bác sĩ C`."""

from __future__ import annotations

from pipeline.link.awardees.recipients.names import read_name
from pipeline.model import Block
from pipeline.rulebook import Rulebook

_SURE = 0.9


def past_count(block: Block, at: int, stop: int, rules: Rulebook) -> int:
    """Behind `05 tập thể và` and `hộ`, and behind `2 đảng viên` where a sure name follows it."""
    if home := rules.pattern("recipients.counted_home").regex.match(block.view, at, stop):
        return home.end()
    if counted := rules.pattern("recipients.counted").regex.match(block.view, at, stop):
        at = counted.end()
    of = rules.pattern("recipients.counted_so_many").regex.match(block.view, at, stop)
    if of is None:
        return at
    first = read_name(block.view, of.end(), block.start, rules, listed=False, least=_SURE)
    return at if first is None else of.end()

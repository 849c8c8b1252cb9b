"""What an enumeration names next: one person, or a run of bodies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import regex

from pipeline.extract.bodies import body_at
from pipeline.extract.initiatives import TitledInitiative
from pipeline.link.awardees.recipients.areas import YOUTH_UNION, lower_body
from pipeline.link.awardees.recipients.body_row import bodies_in_row
from pipeline.link.awardees.recipients.names import Named, read_name
from pipeline.link.awardees.recipients.post_first import read_post_first
from pipeline.link.awardees.recipients.rare_names import (
    RARE,
    is_said_more,
    rare_in_full,
    rare_in_line,
)
from pipeline.model import Block
from pipeline.rulebook import Rulebook

REACH = 700
_NEXT_TEAM = regex.compile(r",\s(?:đội|đoàn)\s(?=\p{Lu}\p{Ll})")  # `đội Trường A, đội Trường B`
ALONE, IN_LINE = 0.9, 0.6  # behind a sure name of a line of names a rare family name will do


@dataclass(frozen=True, slots=True)
class Row:
    """An enumeration up to ``stop`` of the view, and what may stand in it (see `enumerated`)."""

    block: Block
    stop: int
    titles: Sequence[TitledInitiative]
    rules: Rulebook
    areas: bool
    sure: bool
    deeds: bool


def next_names(row: Row, at: int, *, least: float, parted: bool) -> tuple[list[Named], int]:
    """One person, or a run of bodies, at ``at``; and where the text goes on."""
    block, stop, rules = row.block, row.stop, row.rules
    view = block.view
    reach = min(stop, at + REACH)  # no name is followed by a longer post and workplace
    person = read_name(view, at, block.start, rules, listed=False, limit=reach, least=least)
    if person is None and (row.sure or (parted and least < ALONE)):
        rare = read_name(view, at, block.start, rules, listed=True, limit=reach)
        # `; Bạch Tuyết - Chủ tịch ...` in a row of such
        if rare is not None and (
            rare.position or (row.sure and is_said_more(view, rare, block.start))
        ):
            person = rare.at_most(RARE)
    if person is None and least < ALONE:
        person = rare_in_line(view, at, block.start, reach, rules)
    if person is None:
        person = rare_in_full(view, at, block.start, reach, rules)
    if person is None:
        person = read_post_first(view, at, block.start, rules, limit=reach)
    if person is not None:
        return [person], person.tail - block.start
    union = YOUTH_UNION.match(view, at, stop) or rules.pattern(
        "recipients.series_team_of"
    ).regex.match(view, at, stop)
    if union is not None and body_at(view, at, rules, limit=stop) is None:
        beside = _NEXT_TEAM.search(view, union.end(), stop)
        own = row if beside is None else replace(row, stop=beside.start())
        return _of_union(block, at, next_names(own, union.end(), least=least, parted=parted))
    found, after = bodies_in_row(block, at, stop, rules, parted=parted)
    if found or not row.sure:
        return found, after
    # `tập thể chi bộ thôn 8`, `tập thể cán bộ, chiến sĩ Công an xã A`
    lead = rules.pattern("awardee.collective_lead").regex.match(view, at, stop)
    begin = lead.end() if lead is not None else at
    if lead is not None:
        found, after = bodies_in_row(block, begin, stop, rules, parted=parted)
    small = None if found else lower_body(view, begin, stop, block.start, rules)
    return (found, after) if small is None else ([small], small.tail - block.start)


def _of_union(block: Block, at: int, read: tuple[list[Named], int]) -> tuple[list[Named], int]:
    """`Đoàn trường A`, `đội Điện lực B`: of the body that is read behind its word."""
    found, end = read
    if not found or found[0].kind != "collective":
        return [], at
    first = found[0]
    name = " ".join((block.view[at : first.start - block.start] + first.name).split())
    return [replace(first, start=at + block.start, name=name), *found[1:]], end

"""Rows over a whole table: sections, awards, and the units of the rows below them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import regex

from pipeline.link.awardees.clauses.announced import Told
from pipeline.link.awardees.clauses.clause import AwardClause, title_clause
from pipeline.link.awardees.clauses.confers import Wording
from pipeline.link.awardees.clauses.title_alone import of_title_alone
from pipeline.link.awardees.lists.group_lines import is_sort
from pipeline.link.awardees.lists.ranks import of_class
from pipeline.link.awardees.recipients.labels import past_number
from pipeline.link.awardees.recipients.names import read_collective
from pipeline.link.deciding import Deciding
from pipeline.model import TableCell
from pipeline.rulebook import Rulebook

_NUMBERED_NAMES = 2  # columns of a list of names
_GROUP_MARK = regex.compile(r"^[IVX]{1,5}\.?$|^[A-ZĐ]\.?$|^[*+•–-]$")


@dataclass(slots=True)
class State:
    clause: AwardClause | None
    told: Told
    unit: str | None = None
    section: str | None = None
    holder: str | None = None  # the unit that sections lie in: `SỞ A`, then `Tập thể`, `Cá nhân`
    is_fresh: bool = False  # no entry has been read below the unit yet
    above: tuple[AwardClause | None, ...] | None = None  # of the row above
    are_winners: bool = False  # the paper rewards those who have won a prize of others
    marked: tuple[AwardClause, ...] | None = None  # by crosses in columns that an award heads


def is_group(row: Sequence[TableCell], width: int, least: int, columns: Mapping[int, str]) -> bool:
    """Is the row one cell, or in a table of ``least`` columns a mark and one cell?"""
    filled = [c for c in row if c.text.strip()]
    if len(filled) == 1:
        cell = filled[0]
        return cell.column_span > 1 or (columns.get(cell.column) != "collective" and width > 1)
    return (
        len(filled) == 2 and width >= least
        and _GROUP_MARK.match(filled[0].text.strip()) is not None
    )  # fmt: skip


def heads_award(row: Sequence[TableCell], deciding: Deciding, rules: Rulebook) -> bool:
    """`B | BẰNG KHEN`: a mark of groups and an award, also in a table of two columns."""
    filled = [c for c in row if c.text.strip()]
    return (
        len(filled) == 2 and _GROUP_MARK.match(filled[0].text.strip()) is not None
        and of_title_alone(filled[1].text.strip(), filled[1].start, deciding, rules) is not None
    )  # fmt: skip


def lost_its_number(row: Sequence[TableCell], width: int, state: State, rules: Rulebook) -> bool:
    """A body beside an empty cell for its number, in a list of bodies of two columns.

    Nobody stands under a body there: what recognition lost is the number.
    """
    filled = [cell for cell in row if cell.text.strip()]
    return (
        width == _NUMBERED_NAMES
        and state.section == "collective"
        and len(row) == width
        and len(filled) == 1
        and filled[0].column == 1
        and filled[0].column_span == 1
        and read_collective(filled[0].text.strip(), 0, 0, rules) is not None
    )


def read_group(row: Sequence[TableCell], state: State, deciding: Deciding, rules: Rulebook) -> None:
    """A row over the whole table: a section, an award, or the unit of the rows below it."""
    cell = max(row, key=lambda c: len(c.text))
    text = cell.text.strip()
    wording = Wording(text, cell.start, (), deciding, rules, is_title=True)
    own = title_clause(wording) or of_title_alone(text, cell.start, deciding, rules)
    own = own or of_class(text, state.clause, rules)
    if own is not None and own.award is not None:
        base = state.clause
        if base is not None:
            said = None if own.conferred_by == deciding.body else own.conferred_by
            next_ = base.restated(replace(own, conferred_by=said), rules)
            giver = next_.conferred_by or own.conferred_by
            own = state.told.given(replace(next_, conferred_by=giver))
        state.clause = own
        state.unit, state.holder, state.above = None, None, None
        return
    section = rules.pattern("awardee.section").regex.match(text)
    if section:
        open_section(state, section.lastgroup)
        return
    counted = rules.pattern("award_tables.groups_counted").regex.search(text)
    words = text[: counted.start()] if counted is not None else text
    unit = read_collective(words, past_number(words), 0, rules)
    # below `I. TẬP THỂ` a lone name is nobody's holder: the sections are the outer ones
    may_hold = state.section is None or state.holder is not None
    state.unit = state.holder = None
    if unit is not None and not is_sort(words, past_number(words), rules):
        state.unit = ", ".join(p for p in (unit.name, unit.workplace) if p)
        state.is_fresh = may_hold


def open_section(state: State, kind: str | None) -> None:
    if state.is_fresh:
        state.holder = state.unit
    state.section, state.unit = kind, state.holder
    state.clause = state.told.section(kind, state.clause)

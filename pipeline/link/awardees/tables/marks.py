"""Columns of a table of awardees that an award heads and crosses fill."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import regex

from pipeline.extract.awards import awards_in_cell
from pipeline.link.awardees.clauses.announced import Told
from pipeline.link.awardees.clauses.clause import AwardClause
from pipeline.link.awardees.clauses.giver import giver_in_cell
from pipeline.link.awardees.lists.ranks import class_of
from pipeline.model import AwardMention, TableCell
from pipeline.rulebook import Rulebook

_NOT = regex.compile(r"(?i)(?<!\p{L})(?:không|chưa)(?!\p{L})")
_LETTERS = regex.compile(r"\p{Lu}{1,8}(?: \p{Lu}{1,8}){1,2}")  # `CSTĐ CS`, cut in a narrow column
_CROSS = regex.compile(r"(?i)[x×]{1,2}[.,]?|✓|✔|√|☑|☒|\+|đạt")  # a cross is recognised as `xX`, too


def award_columns(
    header: Sequence[str],
    body: Sequence[Sequence[TableCell]],
    clause: AwardClause | None,
    rules: Rulebook,
) -> dict[int, AwardMention]:
    """Columns that an award heads and crosses fill: `LĐTT`, `CSTĐCS`, with `x` for whom it is;
    `Hạng Nhì` in a list of an order."""
    found: dict[int, AwardMention] = {}
    entries = [row for row in body if not is_total(row, rules)]  # below crosses it has their number
    for column, heading in enumerate(header):
        awards = awards_in_cell(heading, rules)
        if not awards and _LETTERS.fullmatch(heading):
            awards = awards_in_cell(heading.replace(" ", ""), rules)
        awards = awards or class_of(" ".join(heading.split()), clause, rules)
        if len(awards) != 1 or is_denied_heading(heading):
            continue
        cells = [c.text.strip() for row in entries for c in row if c.column == column]
        filled = [text for text in cells if text]
        if filled and all(_CROSS.fullmatch(text) for text in filled):
            found[column] = awards[0]
    return found


def is_denied_heading(heading: str) -> bool:
    """`Không đạt LĐTT`: a column of those who did not get it."""
    return _NOT.search(heading) is not None


def is_total(row: Sequence[TableCell], rules: Rulebook) -> bool:
    """`Tổng cộng`: the row that says how many there are."""
    return (
        rules.pattern("award_tables.marks_total").regex.match(" ".join(cell.text for cell in row))
        is not None
    )


def is_cross(text: str) -> bool:
    """Does a cell say only that what heads its column is given?"""
    return _CROSS.fullmatch(text.strip()) is not None


def marked(
    row: Sequence[TableCell],
    by_marks: Mapping[int, AwardMention],
    clause: AwardClause | None,
    header: Sequence[str],
    told: Told,
    rules: Rulebook,
) -> tuple[AwardClause, ...] | None:
    """The awards that a row has a cross for; None where no column is for crosses."""
    if clause is None or not by_marks:
        return None
    given = (
        (told.given(clause.with_award(as_printed(award, cell))), award, header[cell.column])
        for cell in row
        if (award := by_marks.get(cell.column)) is not None and cell.text.strip()
    )
    return tuple(
        replace(own, conferred_by=giver_in_cell(heading, award, own.conferred_by, rules))
        for own, award, heading in given
    )


def as_printed(award: AwardMention, cell: TableCell) -> AwardMention:
    """The award as the cell prints it, at the place of the cell."""
    return replace(award, start=cell.start, end=cell.end)

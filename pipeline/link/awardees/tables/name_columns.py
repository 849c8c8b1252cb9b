"""Columns of names that an award heads: `Đơn vị | Lao động tiên tiến | Chiến sĩ thi đua cơ sở`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.extract.awards import awards_in_words
from pipeline.link.awardees.clauses.clause import AwardClause
from pipeline.link.awardees.recipients.names import Named
from pipeline.link.awardees.tables.cells import names_in
from pipeline.link.awardees.tables.grid import filled
from pipeline.link.awardees.tables.marks import is_denied_heading
from pipeline.model import AwardMention, TableCell
from pipeline.rulebook import Rulebook

_LEAST_CELLS, _LEAST_SHARE = 2, 0.75
_OF_NAMES = frozenset({"person", "entry", "author"})
_UNITS = frozenset({"workplace", "unit", "collective"})
_SURE = 0.9


def columns_of_names(
    header: Sequence[str],
    body: Sequence[Sequence[TableCell]],
    columns: Mapping[int, str],
    rules: Rulebook,
) -> dict[int, AwardMention]:
    """Columns that one award heads and names fill, in a table without a column of people.

    :param columns: roles of the columns by their headings
    """
    headed = {
        i: found
        for i, text in enumerate(header)
        if not is_denied_heading(text) and (found := awards_in_words(text, rules))
    }
    if any(role in _OF_NAMES and i not in headed for i, role in columns.items()):
        return {}
    columned: dict[int, AwardMention] = {}
    for column, awards in headed.items():
        cells = filled(body, column)
        named = sum(any(True for _ in names_in(cell, "entry", rules)) for cell in cells)
        if len(awards) == 1 and named and named >= _LEAST_SHARE * len(cells):
            columned[column] = awards[0]
    cells = [c for row in body for c in row if c.column in columned and c.text.strip()]
    return columned if len(cells) >= _LEAST_CELLS else {}


def named_under(
    row: Sequence[TableCell],
    by_award: Mapping[int, AwardMention],
    columns: Mapping[int, str],
    clause: AwardClause,
    rules: Rulebook,
) -> Iterator[tuple[Named, AwardClause]]:
    """Those whom a row names below the award of each column, of the unit that the row is about."""
    units = (c for c in row if columns.get(c.column) in _UNITS and c.column not in by_award)
    unit = next((" ".join(c.text.split()) for c in units if c.text.strip()), None)
    for cell in row:
        if cell.column not in by_award or not cell.text.strip():
            continue
        given = clause.with_award(by_award[cell.column])
        for named in names_in(cell, "entry", rules):
            own = named.workplace or unit
            sure = min(named.confidence, _SURE)
            yield replace(named, workplace=own, confidence=sure), given

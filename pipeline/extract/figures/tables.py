"""Figures in table cells: the column's heading says what a bare number counts, if anything."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal, cast

import regex

from pipeline.extract.awards import awards_in_words
from pipeline.extract.figures.births import born_in
from pipeline.extract.figures.column_period import column_period
from pipeline.extract.figures.context import Context, Period
from pipeline.extract.figures.exclusions import Exclusions
from pipeline.extract.figures.lexicon import figure_words
from pipeline.extract.figures.nouns import noun_at
from pipeline.extract.figures.passage import Mask, Passage
from pipeline.extract.figures.prose import passage_figures
from pipeline.extract.figures.row_units import (
    RowUnit,
    money_beside,
    read_unit,
    unit_column,
    unit_of_row,
    valued_columns,
)
from pipeline.extract.figures.setting import Setting
from pipeline.extract.figures.values import as_number
from pipeline.grammar.number_units import Unit, known_multipliers
from pipeline.grammar.numbers import Quantity, find_quantities
from pipeline.grammar.spelling import fold
from pipeline.model import Block, FigureMention, Table, TableCell
from pipeline.rulebook import Rulebook

_COLUMN_NUMBER, _WORD = regex.compile(r"\d{1,2}(?!\d)"), regex.compile(r"\p{Ll}{2}")
_LONGEST_MARK = 14  # letters of a column's number with the sum that makes it


@dataclass(frozen=True, slots=True)
class Column:
    """What the bare numbers of a column are; ``unit`` None: nothing that is reported.

    ``factor`` is what the heading multiplies with (``(triệu đồng)`` 1e6); ``counted`` the noun.
    """

    unit: Unit | None
    counted: str | None = None
    factor: int = 1
    is_title: bool = False  # the numbers in its cells belong to names
    role: Literal["result", "target"] | None = "result"
    is_state: bool = False  # its noun is that of a column before it
    period: Period = (None, None)


def table_figures(
    table: Table, known: Mask, context: Context, rules: Rulebook
) -> Iterator[FigureMention]:
    """The figures of a table's cells, row by row.

    :param known: absolute spans of dates and citations
    """
    scale = rules.pattern("figure_table.scale").regex.search(fold(table.title))
    factor = 1 if scale is None else known_multipliers(rules)[scale["scale"]][0]
    columns = [
        replace(
            read_column(heading, rules, factor),
            role=column_role(table.title, heading, context.setting, rules),
            period=column_period(heading),
        )
        for heading in table.header
    ]
    columns = _with_states(
        table.header,
        [Column(None) if born_in(table, at) else column for at, column in enumerate(columns)],
        rules,
    )
    units = unit_column(table.header, rules)
    valued = valued_columns(table.header, rules) if units is not None else frozenset[int]()
    for row in table.rows:
        if _is_numbering(row):
            continue
        unit = unit_of_row(row, units, rules) if units is not None else None
        at = {cell.column: cell for cell in reversed(row)}
        for cell in row:
            column = columns[cell.column] if cell.column < len(columns) else Column(None, role=None)
            if cell.column in valued:
                column = _of_row(column, unit)
            elif column.unit is None or (column.unit == "vnd" and column.factor == 1):
                beside = money_beside(cell, at.get(cell.column + cell.column_span), rules)
                if beside is not None:
                    role = column_role(table.title, "", context.setting, rules)
                    column = _of_row(replace(column, role=role), beside)
            yield from _in_cell(table, cell, column, known, context, rules)


def _of_row(column: Column, unit: RowUnit | None) -> Column:
    """A column of plan or result in a row whose unit another cell gives, if it is a unit at all."""
    if unit is None:
        return replace(column, unit=None)
    return replace(column, unit=unit.unit, counted=unit.counted, factor=unit.factor)


def _with_states(header: Sequence[str], columns: Sequence[Column], rules: Rulebook) -> list[Column]:
    """Columns that only say in which state the counted things are (``Đã xử lý``, ``Trễ hạn``).

    They count what the one counted column before them counts (``Tổng số hồ sơ``); grades (``Khá``)
    are of what such a column says the number of, and not of names (``Đơn vị``).
    """
    state = rules.pattern("figure_table.state").regex
    grade = rules.pattern("figure_table.grade").regex
    number_of = rules.pattern("figure_table.number_of").regex
    found: list[Column] = []
    counted: str | None = None
    is_number = False
    for heading, column in zip(header, columns, strict=True):
        if column.unit == "count":
            counted, is_number = column.counted, number_of.match(fold(heading)) is not None
        is_state = (
            column.unit is None
            and not column.is_title
            and (state.match(fold(heading)) or (is_number and grade.search(fold(heading))))
        )
        if is_state and counted is not None:
            found.append(replace(column, unit="count", counted=counted, is_state=True))
        else:
            found.append(column)
    return found


def _is_numbering(row: Sequence[TableCell]) -> bool:
    """The row under the headings that numbers the columns: ``A B 1 2 3``, ``(1) (2) (3)=(1)x(2)``.

    It has no other words and its numbers rise by one.
    """
    marks = [cell.text.strip().strip("()") for cell in row if cell.text.strip()]
    marks = [mark for mark in marks if not (len(mark) == 1 and mark.isupper())]
    if not all(mark[:1].isdigit() for mark in marks):
        return False
    heads = [_COLUMN_NUMBER.match(mark) for mark in marks]
    numbers = [int(hit.group()) for hit in heads if hit is not None]
    rises = numbers == list(range(numbers[0], numbers[0] + len(numbers))) if numbers else False
    is_short = all(len(mark) < _LONGEST_MARK and not _WORD.search(mark) for mark in marks)
    return rises and numbers[0] < 3 and len(numbers) == len(marks) > 1 and is_short


def read_column(heading: str, rules: Rulebook, factor: int = 1) -> Column:
    """What a column heading makes of the numbers below it.

    :param factor: what the unit above the table multiplies amounts with, where the heading has none
    """
    folded = fold(heading)
    if rules.pattern("figure_table.title").on(folded).search(folded):
        return Column(None, is_title=True)
    if not folded or rules.pattern("figure_table.uncounted").on(folded).search(folded):
        return Column(None)
    if rules.pattern("figure_table.money").regex.search(folded):
        scale = rules.pattern("figure_table.scale").regex.search(folded)
        if scale is not None:
            factor = known_multipliers(rules)[scale["scale"]][0]
        return Column("vnd", None, factor)
    if rules.pattern("figure_table.percent").regex.search(folded):
        return Column("percent")
    if rules.pattern("figure_table.valued").regex.match(folded) is not None:
        return Column(None)  # `Kế hoạch năm`: of what, and no number of plans
    number_of = rules.pattern("figure_table.number_of").regex.match(folded)
    start = 0 if number_of is None else number_of.end()
    passage = Passage(heading)
    words = figure_words(rules)
    noun = noun_at(passage, passage.index_at(start), words, share=False)
    if noun is not None and (noun.group or number_of is not None):
        return Column("count", " ".join(heading[noun.start : noun.end].split()))
    bracket = rules.pattern("figure_table.unit_in_bracket").regex.search(heading)
    own = None if bracket is None else read_unit(bracket["unit"].strip(), rules)
    return Column(None) if own is None else Column(own.unit, own.counted, own.factor)


def column_role(
    title: str, heading: str, setting: Setting, rules: Rulebook
) -> Literal["result", "target"] | None:
    """Whether a column was reached or planned; None for prices, rates and what rules set.

    The heading says it before the table's title does (``KẾT QUẢ ... | Kế hoạch | Thực hiện``).
    """
    folded = fold(f"{title} {heading}")
    if setting in ("orders", "rules") or rules.pattern("figure_table.norm").regex.search(folded):
        return None
    cue = rules.pattern("figure_table.role").regex
    said = cue.search(fold(heading)) or cue.search(folded)
    if said is not None:
        return "target" if said["target"] is not None else "result"
    is_aim = setting == "plan" and rules.pattern("figure.state").regex.search(fold(heading)) is None
    return "target" if is_aim else "result"


def _in_cell(
    table: Table,
    cell: TableCell,
    column: Column,
    known: Mask,
    context: Context,
    rules: Rulebook,
) -> Iterator[FigureMention]:
    if column.is_title or not cell.text:
        return
    block = context.dispatch.blocks[table.block]
    passage = Passage(cell.text, cell.start)
    printed = rules.pattern("figure_table.numbers_only").regex.fullmatch(passage.folded)
    if printed is None:
        excluded = Exclusions(passage, known, rules)
        awards = partial(awards_in_words, cell.text, rules, cell.start)
        yield from passage_figures(block, passage, excluded, awards, context, rules)
        return
    for quantity in find_quantities(cell.text, rules):
        unit = _unit(quantity, column)
        if unit is None:
            continue
        yield _mention(block, table, cell, quantity, unit, column)


def _confidence(quantity: Quantity, unit: Unit, column: Column) -> float:
    if column.is_state:
        return 0.85
    return 0.95 if quantity.unit in ("percent", "vnd") or unit == "count" else 0.9


def _unit(quantity: Quantity, column: Column) -> Unit | None:
    """The printed unit, else the column's; a bare number in a column without one is nothing."""
    if quantity.unit in ("percent", "vnd"):
        return cast(Unit, quantity.unit)
    if quantity.is_words or column.unit is None:
        return None
    if column.unit == "vnd" and quantity.kind in ("ratio", "cell"):
        return None
    return column.unit


def _mention(
    block: Block,
    table: Table,
    cell: TableCell,
    quantity: Quantity,
    unit: Unit,
    column: Column,
) -> FigureMention:
    factor = column.factor if quantity.unit == "count" and unit == column.unit else 1
    of_value = None if quantity.of_value is None else as_number(quantity.of_value)
    return FigureMention(
        start=cell.start + quantity.start,
        end=cell.start + quantity.end,
        key=0,
        value=as_number(quantity.value * factor),
        unit=unit,
        counted=None if unit == "vnd" else column.counted,
        qualifier="range" if quantity.kind == "range" else "exact",
        role=column.role,
        rule=f"figure_table.{unit}",
        confidence=_confidence(quantity, unit, column),
        value_high=(
            None if quantity.value_high is None else as_number(quantity.value_high * factor)
        ),
        of_value=of_value,
        period_start=column.period[0],
        period_end=column.period[1],
        heading=" > ".join(table.path) or None,
        is_duplicate=block.is_duplicate or block.kind == "repeated",
    )

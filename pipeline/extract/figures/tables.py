"""Figures in table cells: the column's heading says what a bare number counts, if anything."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal, cast

import regex

from pipeline.extract.awards import awards_in_cell, awards_in_words
from pipeline.extract.figures.births import born_in
from pipeline.extract.figures.column_period import column_period
from pipeline.extract.figures.context import Context, Period
from pipeline.extract.figures.exclusions import Exclusions
from pipeline.extract.figures.heading_rows import heads_columns
from pipeline.extract.figures.lexicon import figure_words
from pipeline.extract.figures.nouns import noun_at
from pipeline.extract.figures.passage import Mask, Passage
from pipeline.extract.figures.prose import passage_figures
from pipeline.extract.figures.row_units import (
    RowUnit,
    money_beside,
    read_unit,
    scale_of,
    unit_column,
    unit_of_label,
    unit_of_row,
    valued_columns,
)
from pipeline.extract.figures.setting import Setting
from pipeline.extract.figures.values import as_number
from pipeline.grammar.number_units import Unit
from pipeline.grammar.numbers import Quantity, find_quantities
from pipeline.grammar.spelling import fold
from pipeline.model import AwardMention, Block, FigureMention, Table, TableCell
from pipeline.rulebook import Rulebook

# What is less than nothing: `(3.200)`, as accounts print it, and `-25,3`.
_BELOW_NOTHING = regex.compile(
    r"\s*(?P<sign>(?P<open>\()\s?(?=[\d.,]+\s?\)\s*$)|[-–](?=\d[\d.,]*\s?%?\s*$))"
)
_LESS = regex.compile(r"\s*[-–](?=\d)")  # `-5 vụ`
_IN_WHICH = regex.compile(r"\W{0,3}trong đó\W{0,3}\p{L}")
_BRACKET = regex.compile(r"\(([^()\d]{1,30})\)")
_BOUNDS = frozenset({"at_least", "at_most", "over", "under"})
_LEAST_DONG, _SURE_DONG = 10_000, 1_000_000  # less is hardly ever paid in dong, or may be millions


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
    is_bare: bool = False  # money of which nobody says whether it is dong or millions
    is_unlisted: bool = False  # its noun is in no list
    is_aim: bool = False  # its own heading says that it holds what is aimed at
    is_change: bool = False  # by how much there were more or less
    period: Period = (None, None)
    award: AwardMention | None = None  # of which its numbers count how many were given


def table_figures(
    table: Table, known: Mask, context: Context, rules: Rulebook
) -> Iterator[FigureMention]:
    """The figures of a table's cells, row by row.

    :param known: absolute spans of dates and citations
    """
    scale = _scale_above(table.title, rules)
    columns = [
        replace(
            read_column(heading, rules, scale),
            role=column_role(table.title, heading, context.setting, rules),
            period=_period(heading, table.title, context, rules),
            is_aim=_is_aim(heading, context.setting, rules),
            is_change=rules.pattern("counts.tables_change").regex.search(fold(heading)) is not None,
        )
        for heading in table.header
    ]
    columns = [
        replace(column, award=_award(heading, rules)) if column.unit == "count" else column
        for heading, column in zip(table.header, columns, strict=True)
    ]
    columns = _with_states(
        table.header,
        [
            Column(None) if born_in(table, at, rules) else column
            for at, column in enumerate(columns)
        ],
        rules,
    )
    columns = _beside_labels(columns, table.header, rules)
    columns = _apart_from_aims(columns, table, context.setting, rules)
    units = unit_column(table, rules)
    valued = valued_columns(table.header, rules)
    for row in table.rows:
        if heads_columns(row):
            continue
        if units is not None:
            unit = unit_of_row(row, units, rules)
        else:
            unit = unit_of_label(row, rules) or _amount_of_row(row, scale, rules)
        at = {cell.column: cell for cell in reversed(row)}
        for cell in row:
            if cell.column == units:
                continue  # `1.000 tấn` says what the others count
            column = columns[cell.column] if cell.column < len(columns) else Column(None, role=None)
            if cell.column in valued and (units is not None or unit is not None):
                column = _of_row(column, unit)
            elif column.unit is None or (column.unit == "vnd" and column.factor == 1):
                beside = money_beside(cell, at.get(cell.column + cell.column_span), rules)
                if beside is not None:
                    role = column_role(table.title, "", context.setting, rules)
                    column = _of_row(replace(column, role=role), beside)
            found = _in_cell(table, cell, column, known, context, rules)
            if valued and cell.column not in valued and cell.column < min(valued):
                found = (f for f in found if not _is_of_label(f, cell))
            yield from found


def _is_of_label(figure: FigureMention, cell: TableCell) -> bool:
    """``Khám thai ≥ 3 lần``: the bound behind a name is what the other cells of the row count."""
    return figure.qualifier in _BOUNDS and figure.start > cell.start


def _award(heading: str, rules: Rulebook) -> AwardMention | None:
    """The one award that a heading names: ``Bằng khen | Tập thể``, ``Số CĐCS được tặng Cờ``."""
    awards = awards_in_cell(heading, rules)
    return awards[0] if len({award.award for award in awards}) == 1 else None


def _beside_labels(columns: list[Column], header: Sequence[str], rules: Rulebook) -> list[Column]:
    """The first column names what the others count (``Lớp | Sĩ số``), unless it says a number."""
    number_of = rules.pattern("figure_table.number_of").regex
    if len(columns) < 2 or columns[0].unit != "count" or number_of.match(fold(header[0])):
        return columns
    return [Column(None), *columns[1:]]


def _period(heading: str, title: str, context: Context, rules: Rulebook) -> Period:
    """The time of a column; what was reached in one that names none is of the report's title."""
    own = column_period(heading, rules)
    is_named = (
        rules.pattern("counts.tables_names_time").regex.search(fold(f"{title} {heading}"))
        is not None
    )
    role = column_role(title, heading, context.setting, rules)
    return own if is_named or role != "result" or own != (None, None) else context.titled


def _scale_above(title: str, rules: Rulebook) -> int | None:
    """The unit of money above a table whose columns need not say it: ``ĐVT: triệu đồng``."""
    scale = rules.pattern("figure_table.scale").regex.search(fold(title))
    return None if scale is None else scale_of(scale, rules)


def _amount_of_row(row: Sequence[TableCell], scale: int | None, rules: Rulebook) -> RowUnit | None:
    """A row of plan and result that is money as all of the table, unless its label says else."""
    other_unit = rules.pattern("counts.tables_other_unit").regex
    if scale is None or any(other_unit.search(fold(cell.text)) for cell in row[:2]):
        return None
    return RowUnit("vnd", None, scale)


def _apart_from_aims(
    columns: list[Column], table: Table, setting: Setting, rules: Rulebook
) -> list[Column]:
    """Beside a column of targets the others of a plan's table may say how things stand."""
    cue = rules.pattern("figure_table.role").regex
    said = [cue.search(fold(heading)) for heading in table.header]
    if setting != "plan" or not any(hit is not None and hit["target"] for hit in said):
        return columns
    return [
        column if hit is not None else replace(column, role=None)
        for column, hit in zip(columns, said, strict=True)
    ]


def _of_row(column: Column, unit: RowUnit | None) -> Column:
    """A column of plan or result in a row whose unit another cell gives, if it is a unit at all."""
    if unit is None:
        return replace(column, unit=None)
    return replace(column, unit=unit.unit, counted=unit.counted, factor=unit.factor)


def _with_states(header: Sequence[str], columns: Sequence[Column], rules: Rulebook) -> list[Column]:
    """Columns that only say in which state the counted things are (``Đã xử lý``, ``Trễ hạn``).

    They count what the one counted column before them counts (``Tổng số hồ sơ``); grades (``Khá``)
    and classes (``Trong đó Nữ``) are of what such a column says the number of, and not of names
    (``Đơn vị``).
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
            and (
                state.match(fold(heading))
                or (is_number and (grade.search(fold(heading)) or _is_class(heading, rules)))
            )
        )
        if is_state and counted is not None:
            found.append(replace(column, unit="count", counted=counted, is_state=True))
        else:
            found.append(column)
    return found


def _is_class(heading: str, rules: Rulebook) -> bool:
    """``Trong đó Khiếu nại`` beside ``Tổng số đơn``."""
    folded = fold(heading)
    uncounted = rules.pattern("figure_table.uncounted").regex
    return _IN_WHICH.match(folded) is not None and uncounted.search(folded) is None


def read_column(heading: str, rules: Rulebook, above: int | None = None) -> Column:
    """What a column heading makes of the numbers below it.

    :param above: what the unit of money above the table multiplies with, if one stands there
    """
    folded = fold(heading)
    leading = rules.pattern("figure_table.leading_time").regex.match(folded)
    if leading is not None:
        return read_column(heading[leading.end() :], rules, above)
    factor = above or 1
    if rules.pattern("figure_table.title").on(folded).search(folded):
        return Column(None, is_title=True)
    if not folded or rules.pattern("figure_table.uncounted").on(folded).search(folded):
        return Column(None)
    if rules.pattern("figure_table.money").regex.search(folded):
        scale = rules.pattern("figure_table.scale").regex.search(folded)
        if scale is not None:
            factor = scale_of(scale, rules)
        says_dong = rules.pattern("counts.tables_dong").regex.search(folded) is not None
        is_bare = scale is None and above is None and not says_dong
        return Column("vnd", None, factor, is_bare=is_bare)
    if rules.pattern("figure_table.percent").regex.search(folded):
        return Column("percent")
    if rules.pattern("figure_table.valued").regex.match(folded):
        return Column(None)  # `Kế hoạch năm`: of what, and no number of plans
    if above and rules.pattern("figure_table.money_in_scale").regex.match(folded):
        return Column("vnd", None, factor)
    grade = rules.pattern("figure_table.grade").regex.match(folded)
    if grade is not None:
        return Column(None)  # `TB SL`: of whom, a column before says
    number_of = rules.pattern("figure_table.number_of").regex.match(folded)
    of_plan = rules.pattern("counts.tables_of_plan").regex.match(folded)
    bracket = _BRACKET.search(heading) if of_plan else None
    if bracket is not None:  # `Kế hoạch (liều) LMLM`
        own = read_unit(bracket[1].strip(), rules)
        return Column(None) if own is None else Column(own.unit, own.counted, own.factor)
    planned = rules.pattern("figure_table.planned_act").regex.match(folded)
    lead = number_of or planned
    start = 0 if lead is None else lead.end()
    passage = Passage(heading)
    words = figure_words(rules)
    noun = noun_at(passage, passage.index_at(start), words, share=False)
    if noun is not None and (noun.group or number_of is not None):
        counted = " ".join(heading[noun.start : noun.end].split())
        return Column("count", counted, is_unlisted=not noun.group)
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


def _is_aim(heading: str, setting: Setting, rules: Rulebook) -> bool:
    said = rules.pattern("figure_table.role").regex.search(fold(heading))
    return said is not None and said["target"] is not None and setting not in ("orders", "rules")


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
        for figure in passage_figures(block, passage, excluded, awards, context, rules):
            less = _LESS.match(cell.text) if column.is_change else None
            if less is not None and figure.start == cell.start + less.end():
                figure = replace(figure, value=-figure.value, start=figure.start - 1)
            is_aim = column.is_aim and figure.role == "result"  # `≥ 85%` below `Chỉ tiêu`
            yield replace(figure, role="target") if is_aim else figure
        return
    for quantity in find_quantities(cell.text, rules):
        unit = _unit(quantity, column)
        if unit is None:
            continue
        yield _mention(block, table, cell, quantity, unit, column)


def _confidence(quantity: Quantity, unit: Unit, column: Column) -> float:
    if column.is_state or column.is_unlisted:
        return 0.85
    if column.is_bare and quantity.unit == "count" and quantity.value < _SURE_DONG:
        return 0.7 if quantity.value < _LEAST_DONG else 0.85
    return 0.95 if quantity.unit in ("percent", "vnd") or unit == "count" else 0.9


def _unit(quantity: Quantity, column: Column) -> Unit | None:
    """The printed unit, else the column's; a bare number in a column without one is nothing."""
    if quantity.unit in ("percent", "vnd"):
        return cast(Unit, quantity.unit)
    if quantity.is_words or column.unit is None:
        return None
    if column.unit in ("vnd", "percent") and quantity.kind in ("ratio", "cell"):
        return None  # `11/11` below `Tỷ lệ phiếu` is no 11 %
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
    start, end = quantity.start, quantity.end
    below = _BELOW_NOTHING.match(cell.text) if quantity.value_high is None else None
    if below is not None and (below["open"] is None or unit != "count"):
        factor, start = -factor, below.start("sign")
        end = end if below["open"] is None else cell.text.index(")") + 1
    of_value = None if quantity.of_value is None else as_number(quantity.of_value)
    return FigureMention(
        start=cell.start + start,
        end=cell.start + end,
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
        award=None if column.award is None else column.award.award,
        award_name=None if column.award is None else column.award.award_name,
        period_start=column.period[0],
        period_end=column.period[1],
        heading=" > ".join(table.path) or None,
        is_duplicate=block.is_duplicate or block.kind == "repeated",
    )

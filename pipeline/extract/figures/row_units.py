"""What the numbers of a row count, where a column of the table (Đơn vị tính) says it row by row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from pipeline.extract.figures.lexicon import figure_words
from pipeline.extract.figures.nouns import noun_at
from pipeline.extract.figures.passage import Passage
from pipeline.grammar.number_units import known_multipliers
from pipeline.grammar.spelling import fold
from pipeline.model import TableCell
from pipeline.rulebook import Rulebook


class RowUnit(NamedTuple):
    """The unit of a row: ``factor`` multiplies its numbers, ``counted`` is the noun as printed."""

    unit: Literal["count", "percent", "vnd"]
    counted: str | None
    factor: int


def unit_column(header: Sequence[str], rules: Rulebook) -> int | None:
    """The column of the units, if the table has one."""
    pattern = rules.pattern("figure_table.unit_column").regex
    return next((at for at, words in enumerate(header) if pattern.match(fold(words))), None)


def valued_columns(header: Sequence[str], rules: Rulebook) -> frozenset[int]:
    """The columns whose numbers have the unit of their row: plan, result, a year."""
    pattern = rules.pattern("figure_table.valued").regex
    return frozenset(at for at, words in enumerate(header) if pattern.match(fold(words)))


def unit_of_row(row: Sequence[TableCell], column: int, rules: Rulebook) -> RowUnit | None:
    """What the cell of the units says; None for points, grades and what no list knows."""
    cell = next((cell for cell in row if cell.column == column), None)
    return None if cell is None else read_unit(cell.text, rules)


def money_beside(cell: TableCell, beside: TableCell | None, rules: Rulebook) -> RowUnit | None:
    """The unit of an amount in the next cell of its row: ``26.536.722 | triệu đồng``."""
    words = "" if beside is None else beside.text.rstrip(" .;")
    if not cell.text[:1].isdigit() or not words.lower().endswith("đồng"):
        return None
    unit = read_unit(words, rules)
    return unit if unit is not None and unit.unit == "vnd" else None


def read_unit(words: str, rules: Rulebook) -> RowUnit | None:
    """``Triệu đồng``, ``%``, ``Người``, ``Nghìn tấn`` as the unit of bare numbers."""
    folded = " ".join(fold(words).split())
    if folded in ("%", "tỷ lệ %", "phần trăm"):
        return RowUnit("percent", None, 1)
    head, blank, rest = folded.partition(" ")
    known, money = known_multipliers(rules).get(head.rstrip("."), (1, False))
    factor = known if blank and not money else 1
    if rules.pattern("figure_table.dong").regex.fullmatch(folded if factor == 1 else rest):
        return RowUnit("vnd", None, factor)
    printed = " ".join(words.split())
    if factor != 1:
        printed = printed.partition(" ")[2]
    noun = noun_at(Passage(printed), 0, figure_words(rules), share=False)
    if noun is None or not noun.group or noun.start != 0:
        return None
    if printed[noun.end : noun.end + 1] not in ("", "/"):
        return None  # more than a unit: `đ/c Mẫu`
    return RowUnit("count", printed, factor)

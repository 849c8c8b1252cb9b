"""What the numbers of a row count, where a column of the table (Đơn vị tính) says it row by row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

import regex

from pipeline.extract.figures.lexicon import figure_words
from pipeline.extract.figures.nouns import noun_at
from pipeline.extract.figures.passage import Passage
from pipeline.grammar.number_units import known_multipliers
from pipeline.grammar.spelling import fold
from pipeline.model import Table, TableCell
from pipeline.rulebook import Rulebook

_THOUSAND = "1.000"  # of `1.000 tấn`, as statistics head their columns
_LABEL_CELLS = 2  # cells that a row's label is looked for in: a number may stand before it
_WORD = regex.compile(r"\p{L}{2}")


class RowUnit(NamedTuple):
    """The unit of a row: ``factor`` multiplies its numbers, ``counted`` is the noun as printed."""

    unit: Literal["count", "percent", "vnd"]
    counted: str | None
    factor: int


def unit_column(table: Table, rules: Rulebook) -> int | None:
    """The column of the units, if any; ``Đơn vị`` may as well head names of bodies."""
    pattern = rules.pattern("figure_table.unit_column").regex
    folded = [fold(words).strip() for words in table.header]
    for at, words in enumerate(folded):
        if pattern.match(words) or (words == "đơn vị" and _holds_units(table, at, rules)):
            return at
    return None


def _holds_units(table: Table, column: int, rules: Rulebook) -> bool:
    cells = [cell.text for row in table.rows for cell in row if cell.column == column]
    units = [words.strip() for words in cells if words.strip()]
    return (
        bool(units)
        and all(  # `Đội A` is a body, `Đợt` and `ha` are units
            words[1:] == words[1:].lower() and read_unit(words, rules) for words in units
        )
    )


def valued_columns(header: Sequence[str], rules: Rulebook) -> frozenset[int]:
    """The columns whose numbers have the unit of their row: plan, result, a year."""
    pattern = rules.pattern("figure_table.valued").regex
    return frozenset(at for at, words in enumerate(header) if pattern.match(fold(words)))


def unit_of_row(row: Sequence[TableCell], column: int, rules: Rulebook) -> RowUnit | None:
    """What the cell of the units says; None for points, grades and what no list knows."""
    cell = next((cell for cell in row if cell.column == column), None)
    return None if cell is None else read_unit(cell.text, rules)


def unit_of_label(row: Sequence[TableCell], rules: Rulebook) -> RowUnit | None:
    """What the label of a row says itself: ``Số vụ tai nạn``, ``Diện tích lúa (ha)``."""
    cell = next((cell for cell in row[:_LABEL_CELLS] if _WORD.search(cell.text)), None)
    if cell is None:
        return None
    label = " ".join(cell.text.split())
    bracket = rules.pattern("figure_table.unit_in_bracket").regex.search(label)
    if bracket is not None:
        return read_unit(bracket["unit"].strip(), rules)
    number_of = rules.pattern("counts.row_units_number_of").regex.match(fold(label))
    if number_of is None:
        return None
    passage = Passage(label)
    words = figure_words(rules)
    noun = noun_at(passage, passage.index_at(number_of.end()), words, share=False)
    if noun is None or not noun.group:
        return None
    return RowUnit("count", label[noun.start : noun.end], 1)


def money_beside(cell: TableCell, beside: TableCell | None, rules: Rulebook) -> RowUnit | None:
    """The unit of an amount in the next cell of its row: ``26.536.722 | triệu đồng``."""
    words = "" if beside is None else beside.text.rstrip(" .;")
    if not cell.text[:1].isdigit() or not words.lower().endswith("đồng"):
        return None
    unit = read_unit(words, rules)
    return unit if unit is not None and unit.unit == "vnd" else None


def scale_of(hit: regex.Match[str], rules: Rulebook) -> int:
    """What the unit of an amount multiplies with: ``triệu đồng``, ``1.000 đồng``."""
    scale = hit["scale"] or "1"
    if scale[0].isdigit():
        return int("".join(filter(str.isdigit, scale)))
    return known_multipliers(rules)[scale][0]


def read_unit(words: str, rules: Rulebook) -> RowUnit | None:
    """``Triệu đồng``, ``%``, ``Người``, ``Nghìn tấn`` as the unit of bare numbers."""
    folded = " ".join(fold(words).split())
    if folded in ("%", "tỷ lệ %", "phần trăm"):
        return RowUnit("percent", None, 1)
    amount = rules.pattern("figure_table.dong").regex.fullmatch(folded)
    if amount is not None:
        return RowUnit("vnd", None, scale_of(amount, rules))
    head, blank, _ = folded.partition(" ")
    head = "nghìn" if head == _THOUSAND else head
    known, money = known_multipliers(rules).get(head.rstrip("."), (1, False))
    factor = known if blank and not money else 1
    printed = " ".join(words.split())
    if factor != 1:
        printed = printed.partition(" ")[2]
    noun = noun_at(Passage(printed), 0, figure_words(rules), share=False)
    if noun is None or not noun.group or noun.start != 0:
        return None
    if printed[noun.end : noun.end + 1] not in ("", "/"):
        return None  # more than a unit: `đ/c Mẫu`
    return RowUnit("count", printed, factor)

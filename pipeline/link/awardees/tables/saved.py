"""What an initiative saved (giá trị làm lợi), as a column of its table states it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.extract.figures.tables import read_column
from pipeline.grammar.numbers import find_quantities
from pipeline.model import TableCell
from pipeline.rulebook import Rulebook

_BENEFIT = "benefit"
_LEAST = 1_000_000  # of a bare number below a heading without a unit: `312` may be millions


def saved_in(
    row: Sequence[TableCell], header: Sequence[str], columns: Mapping[int, str], rules: Rulebook
) -> int | None:
    """The one amount in the column of benefits, in dong; None where none or several stand there."""
    cell = next((c for c in row if columns.get(c.column) == _BENEFIT), None)
    amounts = find_quantities(cell.text, rules) if cell is not None else ()
    if cell is None or len(amounts) != 1:
        return None
    amount = amounts[0]
    if amount.value_high is not None or amount.is_ambiguous:
        return None
    if amount.unit == "vnd":
        return int(amount.value)
    column = read_column(header[cell.column], rules)
    is_bare = amount.unit == "count" and amount.kind not in {"ratio", "cell"}
    if not is_bare or column.unit != "vnd" or cell.text.strip(" .đ")[-1:].isalpha():
        return None
    value = int(amount.value * column.factor)
    return value if value >= _LEAST else None

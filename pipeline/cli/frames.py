"""Frames as plain values for JSON and as tables for the eye."""

from __future__ import annotations

import datetime as dt
import math
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pipeline.cli import console

if TYPE_CHECKING:
    import pandas as pd

_READABLE = 16  # cells below which a column of words is a column of letters
_GAP = 2
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def names(frame: pd.DataFrame) -> list[str]:
    """The names of the columns, each once: a query may give one twice (`SELECT *` of a join), and
    the second is `name_1` then."""
    found: list[str] = []
    for name in map(str, frame.columns):
        number, unique = 0, name
        while unique in found:
            number += 1
            unique = f"{name}_{number}"
        found.append(unique)
    return found


def records(frame: pd.DataFrame) -> list[dict[str, object]]:
    """The rows as values that JSON knows; every kind of missing value is None."""
    columns = [[plain(value) for value in column.tolist()] for _, column in frame.items()]
    header = names(frame)
    return [dict(zip(header, row, strict=True)) for row in zip(*columns, strict=True)]


def plain(value: Any) -> object:
    """One value of a table as JSON knows it: days and times as ISO text, lists as lists.

    What JSON has no form for (a length of time, bytes, infinity) is text.
    """
    import pandas as pd

    if value is None or value is pd.NA or value is pd.NaT:
        return None
    if hasattr(value, "tolist"):
        value = value.tolist()
    if isinstance(value, float):
        return value if math.isfinite(value) else None if math.isnan(value) else str(value)
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    return value if isinstance(value, str | int) else str(value)


def show(value: object) -> str:
    """A plain value as a person reads it: nothing for a missing one, lists with semicolons.

    What steers a terminal, as the name of a file can hold, is escaped.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "; ".join(show(item) for item in value)
    if isinstance(value, float) and value.is_integer():
        return f"{int(value):,}"
    return _CONTROL.sub(lambda found: repr(found[0])[1:-1], str(value))


def print_frame(frame: pd.DataFrame, limit: int) -> None:
    """At most ``limit`` rows on standard output, and how many more there are.

    A table; on a terminal too narrow for its columns a block of lines a row.
    """
    out = console.out()
    header = names(frame)
    lines = [[show(value) for value in row.values()] for row in records(frame.head(limit))]
    if out.is_terminal and _needed(header, lines) > out.width:
        _print_blocks(header, lines)
    else:
        _print_table(header, lines)
    if len(frame) > limit:
        console.note(f"... and {len(frame) - limit:,} more rows; see --limit, --csv and --xlsx")


def _needed(header: list[str], lines: list[list[str]]) -> int:
    """Cells of a terminal's line in which the columns can be read."""
    from rich.cells import cell_len

    width = 0
    for column, name in enumerate(header):
        longest = max((cell_len(line[column]) for line in lines), default=0)
        width += max(cell_len(name), min(longest, _READABLE)) + _GAP
    return width


def _print_table(header: list[str], lines: list[list[str]]) -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, padding=(0, _GAP, 0, 0))
    for name in header:
        table.add_column(Text(name), overflow="fold")
    for line in lines:
        table.add_row(*map(Text, line))
    console.out().print(table)


def _print_blocks(header: list[str], lines: list[list[str]]) -> None:
    """A row below the other, a value a line; what is missing is left out."""
    from rich.table import Table
    from rich.text import Text

    out = console.out()
    for number, line in enumerate(lines, 1):
        out.print(Text(f"row {number}", style="dim"))
        grid = Table.grid(padding=(0, _GAP))
        for name, value in zip(header, line, strict=True):
            if value:
                grid.add_row(Text(f"  {name}", style="cyan"), Text(value, overflow="fold"))
        out.print(grid)

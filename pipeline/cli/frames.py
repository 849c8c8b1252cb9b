"""Frames as plain values for JSON and as tables for the eye."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pipeline.cli import console

if TYPE_CHECKING:
    import pandas as pd


def records(frame: pd.DataFrame) -> list[dict[str, object]]:
    """The rows as values that JSON knows; every kind of missing value is None."""
    names = [str(name) for name in frame.columns]
    columns = [[plain(value) for value in frame[name].tolist()] for name in frame.columns]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def plain(value: Any) -> object:
    """One value of a table as JSON knows it: days and times as ISO text, lists as lists."""
    import pandas as pd

    if value is None or value is pd.NA or value is pd.NaT:
        return None
    if hasattr(value, "tolist"):
        value = value.tolist()
    if isinstance(value, float) and value != value:
        return None
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return value


def show(value: object) -> str:
    """A plain value as a person reads it: nothing for a missing one, lists with semicolons."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "; ".join(show(item) for item in value)
    if isinstance(value, float) and value.is_integer():
        return f"{int(value):,}"
    return str(value)


def print_frame(frame: pd.DataFrame, limit: int) -> None:
    """A table of at most ``limit`` rows on standard output, and how many more there are."""
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, padding=(0, 2, 0, 0))
    for name in frame.columns:
        table.add_column(Text(str(name)), overflow="fold")
    for row in records(frame.head(limit)):
        table.add_row(*(Text(show(value)) for value in row.values()))
    console.out().print(table)
    if len(frame) > limit:
        console.note(f"... and {len(frame) - limit:,} more rows; see --limit, --csv and --xlsx")

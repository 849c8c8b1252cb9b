"""Arrow tables to pandas frames, without turning whole numbers with gaps into fractions."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pyarrow as pa


def to_frame(table: pa.Table) -> pd.DataFrame:
    """A frame of the table's columns, in order.

    Integer and boolean columns that hold nulls get pandas' nullable types (``Int32``, ``boolean``)
    instead of floats and objects; days are ``datetime.date``, decimals ``decimal.Decimal``.  What
    lies between two times is a ``Timedelta``, or text where it counts months.
    """
    columns = {}
    for place, column in enumerate(map(_without_intervals, table.columns)):
        wanted = _NULLABLE.get(str(column.type)) if column.null_count else None
        if wanted is None:
            columns[place] = column.to_pandas()
        else:
            columns[place] = column.to_pandas(types_mapper=lambda _, wanted=wanted: wanted)
    frame = pd.DataFrame(columns, index=pd.RangeIndex(table.num_rows))
    frame.columns = pd.Index(table.column_names)  # a query may give a name twice
    return frame


def _without_intervals(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """A column of DuckDB's intervals as durations, which pandas and spreadsheets know."""
    if not pa.types.is_interval(column.type):
        return column
    values = column.to_pylist()
    if any(value is not None and value.months for value in values):
        told = [None if value is None else _in_words(*value) for value in values]
        return pa.chunked_array([told], pa.string())
    lengths = [
        None if value is None else value.days * _DAY + value.nanoseconds // 1000 for value in values
    ]
    return pa.chunked_array([lengths], pa.duration("us"))


def _in_words(months: int, days: int, nanoseconds: int) -> str:
    rest = dt.timedelta(days=days, microseconds=nanoseconds // 1000)
    return f"{months} months {rest}" if rest else f"{months} months"


_DAY = 86_400_000_000  # microseconds
_NULLABLE = {
    "int8": pd.Int8Dtype(),
    "int16": pd.Int16Dtype(),
    "int32": pd.Int32Dtype(),
    "int64": pd.Int64Dtype(),
    "uint8": pd.UInt8Dtype(),
    "uint16": pd.UInt16Dtype(),
    "uint32": pd.UInt32Dtype(),
    "uint64": pd.UInt64Dtype(),
    "bool": pd.BooleanDtype(),
}

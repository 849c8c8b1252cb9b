"""Arrow tables to pandas frames, without turning whole numbers with gaps into fractions."""

from __future__ import annotations

import pandas as pd
import pyarrow as pa


def to_frame(table: pa.Table) -> pd.DataFrame:
    """A frame of the table's columns, in order.

    Integer and boolean columns that hold nulls get pandas' nullable types (``Int32``, ``boolean``)
    instead of floats and objects; days are ``datetime.date``, decimals ``decimal.Decimal``.
    """
    columns = {}
    for place, column in enumerate(table.columns):
        wanted = _NULLABLE.get(str(column.type)) if column.null_count else None
        if wanted is None:
            columns[place] = column.to_pandas()
        else:
            columns[place] = column.to_pandas(types_mapper=lambda _, wanted=wanted: wanted)
    frame = pd.DataFrame(columns, index=pd.RangeIndex(table.num_rows))
    frame.columns = pd.Index(table.column_names)  # a query may give a name twice
    return frame


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

"""Rows to Arrow: columns built as lists, each value held against the dictionary's type.

Arrow itself is too kind for this: it cuts 1.5 down to an integer, takes ``"ab"`` for a list of two
letters and drops unknown keys of a struct without a word.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal

import pyarrow as pa

from pipeline.dictionary.arrow import arrow_type, schema
from pipeline.dictionary.model import Column
from pipeline.dictionary.model import table as find_table
from pipeline.dictionary.types import Type
from pipeline.store.errors import RowError


def to_arrow(table: str, rows: Sequence[Mapping[str, object]]) -> pa.Table:
    """Turn rows into a table of the dictionary's schema, in the order given.

    A nullable column may be missing from a row and is null then.

    :raises KeyError: for an unknown table
    :raises RowError: naming table, column and row of an unknown key, a missing value, or a value
        that is not exactly of the column's type (no rounding, no parsing, no NaN)
    """
    made = find_table(table)
    _check_keys(table, {column.name for column in made.columns}, rows)
    arrays = [_array(table, column, rows) for column in made.columns]
    return pa.Table.from_arrays(arrays, schema=schema(table))


def _check_keys(table: str, known: set[str], rows: Sequence[Mapping[str, object]]) -> None:
    for i, row in enumerate(rows):
        if not row.keys() <= known:
            unknown = ", ".join(sorted(map(str, row.keys() - known)))
            raise RowError(table, None, i, f"unknown column {unknown}")


def _array(table: str, column: Column, rows: Sequence[Mapping[str, object]]) -> pa.Array:
    name = column.name
    values = [row.get(name) for row in rows]
    if not column.nullable:
        for i, value in enumerate(values):
            if value is None:
                raise RowError(table, name, i, "a value is missing and the column has no nulls")
    fault = _fault(column.type, values)
    if fault is not None:
        row, message = fault
        raise RowError(table, name, row, message)
    try:
        return pa.array(values, arrow_type(column.type))
    except (pa.ArrowException, ValueError, OverflowError, TypeError) as error:
        row = _first_refused(column.type, values)
        raise RowError(table, name, row, f"{_show(values[row])} does not fit: {error}") from error


def _first_refused(kind: Type, values: Sequence[object]) -> int:
    """The row whose value Arrow refuses (out of range, a lone surrogate)."""
    for i, value in enumerate(values):
        try:
            pa.array([value], arrow_type(kind))
        except (pa.ArrowException, ValueError, OverflowError, TypeError):
            return i
    return 0


def _fault(kind: Type, values: Iterable[object]) -> tuple[int, str] | None:
    """The first value that is not of the type: its place and what is wrong."""
    if kind.name == "list" and kind.item is not None:
        return _list_fault(kind.item, values)
    if kind.name == "struct":
        return _struct_fault(kind, values)
    values = list(values)
    if set(map(type, values)) <= _EXACT[kind.name]:
        return None
    accepts = _ACCEPTS[kind.name]
    for i, value in enumerate(values):
        if value is not None and not accepts(value):
            return i, f"{_show(value)} is no {kind.text}"
    return None


def _list_fault(item: Type, values: Iterable[object]) -> tuple[int, str] | None:
    places: list[int] = []
    items: list[object] = []
    for i, value in enumerate(values):
        if value is None:
            continue
        if not isinstance(value, (list, tuple)):
            return i, f"{_show(value)} is no list"
        if None in value:
            return i, f"{_show(value)} holds an empty item"
        places.extend([i] * len(value))
        items.extend(value)
    fault = _fault(item, items)
    return None if fault is None else (places[fault[0]], fault[1])


def _struct_fault(kind: Type, values: Iterable[object]) -> tuple[int, str] | None:
    names = {name for name, _ in kind.fields}
    structs: list[Mapping[str, object]] = []
    for i, value in enumerate(values):
        if not isinstance(value, dict):
            return i, f"{_show(value)} is no dict of {', '.join(sorted(names))}"
        if not value.keys() <= names:
            unknown = ", ".join(sorted(map(str, value.keys() - names)))
            return i, f"unknown key {unknown} in {_show(value)}"
        structs.append(value)
    for name, inner in kind.fields:
        fault = _fault(inner, [struct.get(name) for struct in structs])
        if fault is not None:
            return fault[0], f"{name}: {fault[1]}"
    return None


def _is_int(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_number(value: object) -> bool:
    return _is_int(value) or (isinstance(value, float) and math.isfinite(value))


def _is_decimal(value: object) -> bool:
    return _is_int(value) or (isinstance(value, Decimal) and value.is_finite())


def _is_day(value: object) -> bool:
    return isinstance(value, dt.date) and not isinstance(value, dt.datetime)


def _is_instant(value: object) -> bool:
    return isinstance(value, dt.datetime) and value.utcoffset() is not None


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_bool(value: object) -> bool:
    return isinstance(value, bool)


_ACCEPTS: dict[str, Callable[[object], bool]] = {
    "string": _is_text,
    "large_string": _is_text,
    "bool": _is_bool,
    "int32": _is_int,
    "int64": _is_int,
    "double": _is_number,
    "decimal128": _is_decimal,
    "date32": _is_day,
    "timestamp": _is_instant,
}

# Types of Python values that need no look at each value; a double may still hide a NaN.
_EXACT: dict[str, set[type]] = {
    "string": {str, type(None)},
    "large_string": {str, type(None)},
    "bool": {bool, type(None)},
    "int32": {int, type(None)},
    "int64": {int, type(None)},
    "double": {int, type(None)},
    "decimal128": {int, type(None)},
    "date32": {dt.date, type(None)},
    "timestamp": {type(None)},
}


def _show(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 80 else text[:77] + "..."

"""Frozen values as plain JSON values and back, each held against the types of its fields."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

_INT_BITS = 31  # what the tables hold

Encode = Callable[[Any], Any]
Decode = Callable[[Any], Any]


class NotOfType(ValueError):
    """A JSON value that is none of the wanted type."""


def plain(value: Any, but: str = "") -> Any:
    """A value made of frozen dataclasses, tuples, days and times as JSON values.

    Fields that have their default are left out.

    :param but: a field of the value that is left out, too
    """
    kind: Any = type(value)
    return _encoder(kind, but)(value)


def typed(value: Any, kind: Any) -> Any:
    """The value of a type that :func:`plain` made plain.

    :raises NotOfType: for a field that is missing, unknown, or of another type
    """
    return _decoder(kind)(value)


@cache
def _encoder(kind: Any, but: str = "") -> Encode:
    """What makes a value of the type plain; to ask for its fields each time takes longer."""
    if is_dataclass(kind):
        return _from_fields(tuple(field for field in fields(kind) if field.name != but))
    if issubclass(kind, tuple):
        return lambda value: [plain(item) for item in value]
    if issubclass(kind, dt.date):  # a time is one too
        return lambda value: value.isoformat()
    return lambda value: value


def _from_fields(given: tuple[Field[Any], ...]) -> Encode:
    def encode(value: Any) -> Any:
        made = {}
        for field in given:
            held = getattr(value, field.name)
            if not _is_default(field, held):
                made[field.name] = plain(held)
        return made

    return encode


def _is_default(field: Field[Any], value: Any) -> bool:
    if field.default_factory is not MISSING:
        return bool(value == field.default_factory())
    return type(value) is type(field.default) and bool(value == field.default)


@cache
def _decoder(kind: Any) -> Decode:
    """What turns a JSON value into a value of the type, or raises."""
    origin = get_origin(kind)
    if origin is Literal:
        return _one_of(frozenset(get_args(kind)))
    if origin in (Union, UnionType):
        return _of_union(get_args(kind))
    if origin is tuple:
        return _of_tuple(get_args(kind))
    if is_dataclass(kind):
        return _of_dataclass(kind)
    return _PLAIN[kind]


def _of_dataclass(kind: Any) -> Decode:
    hints = get_type_hints(kind)
    decoders = {field.name: _decoder(hints[field.name]) for field in fields(kind)}
    needed = {
        field.name
        for field in fields(kind)
        if field.default is MISSING and field.default_factory is MISSING
    }

    def decode(value: Any) -> Any:
        if type(value) is not dict or not needed <= value.keys() <= decoders.keys():
            raise NotOfType(f"no {kind.__name__}")
        return kind(**{name: decoders[name](held) for name, held in value.items()})

    return decode


def _of_tuple(items: tuple[Any, ...]) -> Decode:
    if items[1:] == (...,):
        each = _decoder(items[0])

        def decode(value: Any) -> Any:
            if type(value) is not list:
                raise NotOfType("no list")
            return tuple(map(each, value))

        return decode
    places = [_decoder(item) for item in items]

    def decode_places(value: Any) -> Any:
        if type(value) is not list or len(value) != len(places):
            raise NotOfType(f"no list of {len(places)}")
        return tuple(each(item) for each, item in zip(places, value, strict=True))

    return decode_places


def _of_union(kinds: tuple[Any, ...]) -> Decode:
    decoders = [_decoder(kind) for kind in kinds]

    def decode(value: Any) -> Any:
        for each in decoders:
            try:
                return each(value)
            except NotOfType:
                continue
        raise NotOfType(f"none of {kinds}")

    return decode


def _one_of(values: frozenset[Any]) -> Decode:
    def decode(value: Any) -> Any:
        if type(value) is not str or value not in values:
            raise NotOfType(f"none of {sorted(values)}")
        return value

    return decode


def _exactly(kind: type) -> Decode:
    def decode(value: Any) -> Any:
        if type(value) is not kind:
            raise NotOfType(f"no {kind.__name__}")
        return value

    return decode


def _int(value: Any) -> int:
    if type(value) is not int or value.bit_length() > _INT_BITS:
        raise NotOfType("no number of 32 bits")
    return value


def _float(value: Any) -> float:
    if type(value) is float:
        return value
    return _int(value)


def _time(value: Any) -> dt.datetime:
    if type(value) is not str or "T" not in value:
        raise NotOfType("no time")
    try:
        return dt.datetime.fromisoformat(value)
    except ValueError as error:
        raise NotOfType(str(error)) from error


def _day(value: Any) -> dt.date:
    if type(value) is not str or "T" in value:
        raise NotOfType("no day")
    try:
        return dt.date.fromisoformat(value)
    except ValueError as error:
        raise NotOfType(str(error)) from error


_PLAIN: dict[Any, Decode] = {
    int: _int,
    float: _float,
    str: _exactly(str),
    bool: _exactly(bool),
    NoneType: _exactly(NoneType),
    dt.datetime: _time,
    dt.date: _day,
}

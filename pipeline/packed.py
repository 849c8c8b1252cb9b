"""Values that follow from the rules as JSON and back: no code of Python comes from disk.

A value is itself where JSON has it, and a list of its kind and its parts where it has not.  The
parts of an expression are what the library's parser made, and run as they are: only what one has
packed oneself may be unpacked.
"""

from __future__ import annotations

import base64
import copyreg
import json
import re
from collections.abc import Callable
from importlib import import_module
from typing import Any

import regex

_ENGINE = type(regex.compile(""))
_reduced: Callable[[Any], Any] = copyreg.dispatch_table[_ENGINE]
_build: Callable[..., Any] = _reduced(regex.compile(""))[0]
"""The library's own compiler, which takes what its parser made: the parser takes most of the time.
It is what the library itself copies expressions by.
"""
_standard = import_module("re._compiler")
"""The same of the standard library, taken apart and put together as ``re.compile`` does it there;
its engine checks the code that it is given.
"""


class Unpackable(ValueError):
    """A value, or a text, that this form has no place for."""


def pack(value: Any) -> bytes:
    """The value as JSON in UTF-8.

    :param value: texts, numbers, None, expressions, and tuples, lists, sets and dicts of them
    :raises Unpackable: for another kind of value
    """
    try:
        return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":")).encode()
    except UnicodeEncodeError as error:
        raise Unpackable(f"half a letter has no packed form: {error}") from error


def unpack(packed: bytes) -> Any:
    """The value that was packed.

    :raises Unpackable: if it is none
    """
    try:
        return _value(json.loads(packed))
    except (
        ValueError, TypeError, LookupError, ArithmeticError, re.error, regex.error,
        RuntimeError, SystemError,  # what the library says of code that its parser never makes
    ) as error:  # fmt: skip
        raise Unpackable(f"not a packed value: {error}") from error


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, bytes):
        return ["bytes", base64.b64encode(value).decode()]
    if isinstance(value, tuple | list):
        return [type(value).__name__, *map(_plain, value)]
    if isinstance(value, frozenset):
        return ["frozenset", *sorted(map(_plain, value), key=json.dumps)]
    if isinstance(value, dict):
        return ["dict", *([_plain(key), _plain(held)] for key, held in value.items())]
    if isinstance(value, re.Pattern):
        return ["re", *map(_plain, _parts(value))]
    if isinstance(value, _ENGINE):
        return ["regex", *map(_plain, _reduced(value)[1])]
    raise Unpackable(f"{type(value).__name__} has no packed form")


def _parts(made: re.Pattern[Any]) -> tuple[Any, ...]:
    """What the engine of the standard library makes the expression of."""
    parsed = _standard._parser.parse(made.pattern, made.flags)
    names = dict(parsed.state.groupdict)
    by_number = {number: name for name, number in names.items()}
    groups = range(parsed.state.groups)
    code = _standard._code(parsed, made.flags)
    return made.pattern, made.flags, code, groups[-1], names, tuple(map(by_number.get, groups))


def _value(plain: Any) -> Any:
    if not isinstance(plain, list):
        return plain
    kind, *parts = plain
    return _KINDS[kind](parts)


_KINDS: dict[str, Callable[[list[Any]], Any]] = {
    "bytes": lambda parts: base64.b64decode(parts[0], validate=True),
    "tuple": lambda parts: tuple(map(_value, parts)),
    "list": lambda parts: list(map(_value, parts)),
    "frozenset": lambda parts: frozenset(map(_value, parts)),
    "dict": lambda parts: {_value(key): _value(held) for key, held in parts},
    "re": lambda parts: _standard._sre.compile(*map(_value, parts)),
    "regex": lambda parts: _build(*map(_value, parts)),
}

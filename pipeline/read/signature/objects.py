"""Reads the objects of a PDF for pyHanko with one search a token, not one read a byte.

Only what is written in the usual way is read here.  The rest is left to pyHanko's own reader, whose
outcome this one's must equal.
"""

from __future__ import annotations

import binascii
import io
import re
from functools import lru_cache, partial
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.misc import PdfError

BLANK = rb"[ \n\r\t\f\0]*+"
_EDGE = rb"(?=[ \n\r\t\f\0()<>\[\]{}/%])"  # what ends a number or a name
_REGULAR = rb"[!\"$&'*-.0-;=?-Z\\^-z|~]*+"  # no delimiter, and not the `#` of an escape
_TOKEN = re.compile(
    BLANK + rb"(?:" + rb"|".join((
        rb"(/" + _REGULAR + rb"(?:#[0-9a-fA-F]{2}" + _REGULAR + rb")*+)" + _EDGE,
        rb"(\d{1,8})[ \n\r\t\f](\d{1,5})[ \n\r\t\f]R(?![a-zA-Z])",
        rb"([+-]?\d{1,18})" + _EDGE,
        rb"(<<)",
        rb"(>>)",
        rb"(\[)",
        rb"(\])",
        rb"<([0-9a-fA-F \n\r\t\f\0]*+)>",
        rb"\(([^()\\]*+)\)",
        rb"([+-]?(?:\d{1,18}\.\d{0,18}|\.\d{1,18}))" + _EDGE,
        rb"(true|false)" + _EDGE,
        rb"(null)" + _EDGE,
        rb"(\()",
    )) + rb")"
)  # fmt: skip
# What most entries of a dictionary and items of an array are: told by one search, as a token is.
_PLAIN = (
    rb"(?:(\d{1,8})[ \n\r\t\f](\d{1,5})[ \n\r\t\f]R(?![a-zA-Z])"
    rb"|([+-]?\d{1,18})" + _EDGE + rb"|(/" + _REGULAR + rb")" + _EDGE + rb")"
)
_ENTRY = re.compile(BLANK + rb"(/" + _REGULAR + rb")" + _EDGE + BLANK + _PLAIN)
_ITEM = re.compile(BLANK + rb"()" + _PLAIN)
_ENTRY_REFERENCE, _ENTRY_INTEGER = 3, 4
# The last group of each alternative, in the order of the pattern.
_NAME, _REFERENCE, _INTEGER, _DICTIONARY, _DICTIONARY_END, _ARRAY, _ARRAY_END = 1, 3, 4, 5, 6, 7, 8
_HEX, _STRING, _REAL, _BOOLEAN, _NULL, _ODD_STRING = 9, 10, 11, 12, 13, 14
_BLANKS = b" \n\r\t\f\0"
_PRINTED = re.compile(rb"[ -~]*+")  # as in ASCII, in the encoding of PDF too
_make: Any = generic  # its classes have no types


class UnusualError(Exception):
    """Something that is left to pyHanko."""


def read_object(
    data: bytes, start: int, container: generic.Reference
) -> tuple[generic.PdfObject, int]:
    """The object at an offset, and where it ends; of a stream only the dictionary.

    :param container: the indirect object that is read, as its parts name it
    :raises UnusualError: if it is broken, or written in a way that is not read here
    """
    match = _TOKEN.match(data, start)
    if match is None:
        raise UnusualError
    return _value(match, data, container)


def _value(
    match: re.Match[bytes], data: bytes, container: generic.Reference
) -> tuple[generic.PdfObject, int]:
    kind = match.lastindex
    found: generic.PdfObject
    end = match.end()
    if kind == _NAME:
        found = _name(match[_NAME])
    elif kind == _REFERENCE:
        found = _reference(int(match[_REFERENCE - 1]), int(match[_REFERENCE]), container)
    elif kind == _INTEGER:
        found = _make.NumberObject(match[_INTEGER])
    elif kind == _DICTIONARY:
        found, end = _dictionary(data, end, container)
    elif kind == _ARRAY:
        found, end = _array(data, end, container)
    elif kind == _HEX:
        found = _hex_string(match[_HEX])
    elif kind == _STRING:
        found = _string(match[_STRING])
    elif kind == _REAL:
        found = _make.FloatObject(match[_REAL].decode("ascii"))
    elif kind == _BOOLEAN:
        found = _make.BooleanObject(match[_BOOLEAN] == b"true")
    elif kind == _NULL:
        found = _make.NullObject()
    elif kind == _ODD_STRING:
        stream = io.BytesIO(data)
        stream.seek(match.start(_ODD_STRING))
        try:
            found = generic.read_string_from_stream(stream)
        except PdfError as error:
            raise UnusualError from error
        end = stream.tell()
    else:
        raise UnusualError
    found.container_ref = container
    return found, end


def _dictionary(
    data: bytes, start: int, container: generic.Reference
) -> tuple[generic.DictionaryObject, int]:
    entries = _make.DictionaryObject()
    add = partial(dict.setdefault, entries)
    end = start
    while True:
        while entry := _ENTRY.match(data, end):
            add(_key(entry[1]), _plain(entry, container))
            end = entry.end()
        match = _TOKEN.match(data, end)
        if match is None:
            break
        if match.lastindex == _DICTIONARY_END:
            return entries, match.end()
        if match.lastindex != _NAME:
            break
        key = _key(match[_NAME])
        value = _TOKEN.match(data, match.end())
        if value is None:
            break
        found, end = _value(value, data, container)
        add(key, found)
    raise UnusualError


def _plain(match: re.Match[bytes], container: generic.Reference) -> generic.PdfObject:
    """The reference, the whole number or the name of an entry or item."""
    kind = match.lastindex
    found: generic.PdfObject
    if kind == _ENTRY_REFERENCE:
        found = _reference(int(match[2]), int(match[3]), container)
    elif kind == _ENTRY_INTEGER:
        found = int.__new__(_make.NumberObject, match[4])
    else:
        found = str.__new__(_make.NameObject, match[5], "ascii")
    found.container_ref = container
    return found


def _reference(number: int, generation: int, container: generic.Reference) -> generic.PdfObject:
    if number == 0:
        raise UnusualError
    pdf = container.get_pdf_handler()  # type: ignore[no-untyped-call]
    return _make.IndirectObject(number, generation, pdf)  # type: ignore[no-any-return]


def _array(
    data: bytes, start: int, container: generic.Reference
) -> tuple[generic.ArrayObject, int]:
    found = _make.ArrayObject()
    end = start
    while True:
        while item := _ITEM.match(data, end):
            found.append(_plain(item, container))
            end = item.end()
        match = _TOKEN.match(data, end)
        if match is None:
            break
        if match.lastindex == _ARRAY_END:
            return found, match.end()
        value, end = _value(match, data, container)
        found.append(value)
    raise UnusualError


def _name(written: bytes) -> generic.NameObject:
    if b"#" in written:
        found = _make.NameObject.read_from_stream(io.BytesIO(written))
    else:
        found = _make.NameObject(written.decode("ascii"))
    return found  # type: ignore[no-any-return]


@lru_cache(maxsize=1 << 10)
def _key(written: bytes) -> generic.NameObject:
    """A name as a key: one for all dictionaries, as there it has no place of its own."""
    return _name(written)


def _string(written: bytes) -> generic.PdfObject:
    """A string without escapes, as pyHanko makes it of its bytes."""
    if not _PRINTED.fullmatch(written):
        return generic.pdf_string(written)
    found = _make.TextStringObject(written.decode("ascii"))
    found.autodetected_encoding = generic.TextStringEncoding.PDF_DOC
    return found  # type: ignore[no-any-return]


def _hex_string(digits: bytes) -> generic.PdfObject:
    digits = digits.translate(None, _BLANKS)
    return generic.pdf_string(binascii.unhexlify(digits + b"0" if len(digits) % 2 else digits))

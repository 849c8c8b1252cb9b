"""The parts of a damaged Office file, found without its directory by their own headers.

A copy that broke off has lost the directory at the end of the ZIP, and all that opens by it.  Each
part stands behind a header of its own (APPNOTE.TXT, 4.3.7), the text near the beginning.  Only what
is certain is given: parts whose check sum holds, and of the last one what stands before the cut.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

_SIGNATURE = b"PK\x03\x04"
_HEADER = struct.Struct("<4sHHHHHIIIHH")
_DESCRIPTOR = b"PK\x07\x08"
_STORED, _DEFLATED = 0, 8
_ENCRYPTED, _SIZES_BEHIND = 0x1, 0x8
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class LocalPart:
    """Bytes of a part; ``is_whole`` is False for one that the end of the file cuts off."""

    name: str
    data: bytes
    is_whole: bool


class TooLarge(ValueError):
    """The parts unpack to more than they may."""


def local_parts(data: bytes, most_bytes: int, most_parts: int) -> Iterator[LocalPart]:
    """The parts of a ZIP in the order of the file, those that were overwritten left out.

    :param data: a ZIP from its beginning, cut anywhere
    :raises TooLarge: more parts or more bytes than that
    """
    at = data.find(_SIGNATURE)
    count = 0
    while at >= 0 and at + _HEADER.size <= len(data):
        count += 1
        if count > most_parts:
            raise TooLarge
        _, _, flags, method, _, _, check, packed, _, name_length, extra = _HEADER.unpack_from(
            data, at
        )
        start = at + _HEADER.size + name_length + extra
        name = data[at + _HEADER.size : at + _HEADER.size + name_length]
        if flags & _ENCRYPTED:
            found = _Found(None, start, 0)
        elif method == _DEFLATED:
            found = _inflated(data, start, most_bytes)
        elif method == _STORED and not flags & _SIZES_BEHIND:
            found = _Found(data[start : start + packed], start + packed, packed)
        else:
            found = _Found(None, start, 0)
        most_bytes -= found.cost
        if most_bytes < 0:
            raise TooLarge
        if found.body is not None:
            is_whole = found.end <= len(data)
            known = _check_sum(data, found.end) if flags & _SIZES_BEHIND else check
            if not is_whole or known in (None, zlib.crc32(found.body)):
                yield LocalPart(name.decode("utf-8", "replace"), found.body, is_whole)
        at = data.find(_SIGNATURE, max(found.end, at + 1))


class _Found(NamedTuple):
    """Bytes of a part (None: something else was written over them), the place behind them, which
    lies behind the file where it cuts them off, and how many it took to find out."""

    body: bytes | None
    end: int
    cost: int


def _inflated(data: bytes, start: int, most: int) -> _Found:
    engine = zlib.decompressobj(-zlib.MAX_WBITS)
    pieces: list[bytes] = []
    size, at = 0, start
    while not engine.eof and at < len(data):
        chunk = data[at : at + _CHUNK]
        at += len(chunk)
        while chunk and not engine.eof:
            try:
                piece = engine.decompress(chunk, _CHUNK)
            except zlib.error:
                return _Found(None, start, size + _CHUNK)
            size += len(piece)
            if size > most:
                raise TooLarge
            pieces.append(piece)
            chunk = engine.unconsumed_tail
    end = at - len(engine.unused_data) if engine.eof else len(data) + 1
    return _Found(b"".join(pieces), end, size)


def _check_sum(data: bytes, end: int) -> int | None:
    """The check sum that stands behind a part; None where the file ends before it."""
    at = end + len(_DESCRIPTOR) * (data[end : end + 4] == _DESCRIPTOR)
    if at + 4 > len(data):
        return None
    return int.from_bytes(data[at : at + 4], "little")

"""What was read as compressed JSON and back, exactly: what the files of the cache hold.

A file is a mark of the form, a digest, the length of the JSON, and the JSON under zstd.  The words
of a page stand in columns, boxes as hundredths of a point, so that loading a page costs a small
part of reading it.  Nothing in a file is ever run, and each value is held against its type.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from hashlib import blake2b
from itertools import chain
from typing import Any, cast

import numpy as np
import pyarrow as pa

from pipeline.engine.typed_json import plain, typed
from pipeline.errors import Category, ReadError
from pipeline.model import RawLine, RawPage, Reading, word_boxes

MOST_BYTES = 200_000_000
"""Of JSON: more is not worth its place, and a file that states more was not written here."""

_MARK = b"congvan1"
_DIGEST = 16
_LENGTH = 8
_HEAD = len(_MARK) + _DIGEST + _LENGTH
_CODEC = pa.Codec("zstd", 3)
_HUNDREDTHS = 100
_MOST = 1e9  # points and offsets beyond are none of a page

_WHOLE: frozenset[type] = frozenset({int})
_ANY: frozenset[type] = frozenset({int, float})
# What JSON of another shape raises when it is taken for ours.
_DAMAGE = (
    pa.ArrowException, OSError, ValueError, TypeError, LookupError, ArithmeticError, RecursionError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class KeptReading:
    """A reading, and the program and data that recognised its scanned pages, if it has any."""

    reading: Reading
    recogniser: str | None


Kept = RawPage | KeptReading | ReadError


class NotKept(Exception):
    """Bytes that are not as :func:`kept_bytes` writes them, or a value too large to be kept."""


def kept_bytes(value: Kept) -> bytes:
    """A page, a whole reading, or why there is none, as the same bytes for the same value.

    Of an error the category, the message and the page are kept; its source has many names.

    :raises NotKept: if the value takes more than :data:`MOST_BYTES`
    """
    if isinstance(value, RawPage):
        made: Any = {"page": _plain_page(value)}
    elif isinstance(value, KeptReading):
        made = {
            "reading": plain(value.reading, but="pages"),
            "pages": [_plain_page(page) for page in value.reading.pages],
            "recogniser": value.recogniser,
        }
    else:
        made = {"error": [value.category, value.message, value.page]}
    text = json.dumps(made, ensure_ascii=False, separators=(",", ":"))
    data = text.encode("utf-8", "surrogatepass")
    if len(data) > MOST_BYTES:
        raise NotKept(f"{len(data)} bytes")
    packed: bytes = _CODEC.compress(data, asbytes=True)
    return _MARK + _digest(packed) + len(data).to_bytes(_LENGTH, "little") + packed


def from_bytes(data: bytes, uri: str = "") -> Kept:
    """What :func:`kept_bytes` wrote.

    :param uri: the source of an error
    :raises NotKept: if the bytes are damaged or of another shape
    """
    packed = data[_HEAD:]
    length = int.from_bytes(data[_HEAD - _LENGTH : _HEAD], "little")
    if data[: len(_MARK)] != _MARK or data[len(_MARK) :][:_DIGEST] != _digest(packed):
        raise NotKept("not as it was written")
    if not 0 < length <= MOST_BYTES:
        raise NotKept(f"states {length} bytes")
    try:
        text = _CODEC.decompress(packed, decompressed_size=length, asbytes=True)
        return _value(json.loads(text.decode("utf-8", "surrogatepass")), uri)
    except _DAMAGE as error:
        raise NotKept(str(error)) from error


def _value(made: Any, uri: str) -> Kept:
    match made:
        case {"page": page}:
            return _typed_page(page)
        case {"reading": rest, "pages": pages, "recogniser": str() | None as recogniser}:
            reading: Reading = typed({**rest, "pages": []}, Reading)
            return KeptReading(replace(reading, pages=tuple(map(_typed_page, pages))), recogniser)
        case {"error": [category, str(message), int() | None as page]}:
            return ReadError(uri, typed(category, Category), message, page)
    raise NotKept("neither page nor reading nor error")


def _digest(packed: bytes) -> bytes:
    return blake2b(packed, digest_size=_DIGEST).digest()


def _plain_page(page: RawPage) -> list[Any]:
    """The page without lines, its lines without words, and the columns of all words."""
    words = [word for line in page.lines for word in line.words]
    lines = [[len(line.words), plain(line, but="words")] for line in page.lines]
    confidences = [word.confidence for word in words]
    columns = [
        [word.start for word in words],
        [word.end for word in words],
        _plain_sides(list(chain.from_iterable([word.box for word in words]))),
        confidences if confidences.count(1.0) < len(words) else None,
    ]
    return [plain(page, but="lines"), lines, columns]


def _typed_page(made: Any) -> RawPage:
    rest, lines, (starts, ends, sides, confidences) = made
    confidences = [1.0] * len(starts) if confidences is None else confidences
    columns = ((starts, _WHOLE), (ends, _WHOLE), (confidences, _ANY))
    if not all(_are_numbers(column, kinds, len(starts)) for column, kinds in columns):
        raise NotKept("no columns of words")
    four = iter(_typed_sides(sides, 4 * len(starts)))
    boxes = zip(four, four, four, four, strict=True)
    words = tuple(word_boxes(starts, ends, boxes, confidences))
    made_lines = []
    first = 0
    for count, fields in lines:
        mine = words[first : first + count]
        line: RawLine = typed({**fields, "words": []}, RawLine)
        if len(mine) != count or any(not 0 <= w.start <= w.end <= len(line.text) for w in mine):
            raise NotKept("words outside of their line")
        made_lines.append(replace(line, words=mine) if mine else line)
        first += count
    if first != len(words):
        raise NotKept("words of no line")
    page: RawPage = typed({**rest, "lines": []}, RawPage)
    return replace(page, lines=tuple(made_lines))


def _plain_sides(sides: list[float]) -> list[Any]:
    """Sides of boxes as whole hundredths where that says them to the bit, else as they are."""
    if set(map(type, sides)) <= {float}:
        exact = np.array(sides, np.float64)
        if bool((np.abs(exact) < _MOST).all()):
            hundredths = np.rint(exact * _HUNDREDTHS).astype(np.int64)
            if (hundredths / _HUNDREDTHS).tobytes() == exact.tobytes():  # minus zero is not zero
                return cast(list[Any], hundredths.tolist())
    return [[side] for side in sides]


def _typed_sides(made: list[Any], count: int) -> list[float]:
    if _are_numbers(made, _WHOLE, count, _MOST * _HUNDREDTHS):
        return cast(list[float], (np.array(made, np.int64) / _HUNDREDTHS).tolist())
    sides = [side for (side,) in made]
    if not _are_numbers(sides, _ANY, count):
        raise NotKept("no sides of boxes")
    return sides


def _are_numbers(
    column: list[Any], kinds: frozenset[type], count: int, most: float = _MOST
) -> bool:
    """Whether a list holds so many values of the types, none beyond what a page can have."""
    if type(column) is not list or len(column) != count or not set(map(type, column)) <= kinds:
        return False
    return not column or (-most <= min(column) and max(column) <= most)

"""What the cache holds comes back to the bit, and nothing else is taken for it."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import fields, replace
from hashlib import blake2b
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.engine import kept_bytes, typed_json
from pipeline.engine.kept_bytes import Kept, KeptReading, NotKept, from_bytes
from pipeline.errors import ReadError
from pipeline.model import RawLine, RawPage, Reading, WordBox

SIDES = st.floats(allow_nan=False, min_value=-1e8, max_value=1e8).map(
    lambda side: side if int(side) % 2 else round(side, 2)  # most boxes are hundredths
)
WHOLE = st.integers(-(2**31) + 1, 2**31 - 1)
HANOI = dt.timezone(dt.timedelta(hours=7))
LETTERS = st.text(st.characters(), max_size=30)  # lone halves of pairs too


BASIC: dict[Any, st.SearchStrategy[Any]] = {
    int: WHOLE, float: SIDES, str: LETTERS, bool: st.booleans(), type(None): st.none(),
    dt.date: st.dates(),
    dt.datetime: st.datetimes(timezones=st.none() | st.just(dt.UTC) | st.just(HANOI)),
}  # fmt: skip


def values_of(kind: Any) -> st.SearchStrategy[Any]:
    """Values of any type that a field of a reading has."""
    kinds = get_args(kind)
    if kind in BASIC:
        return BASIC[kind]
    if get_origin(kind) is Literal:
        return st.sampled_from(kinds)
    if get_origin(kind) in (Union, UnionType):
        return st.one_of(map(values_of, kinds))
    if kinds[1:] == (...,):
        return st.lists(values_of(kinds[0]), max_size=3).map(tuple)
    return st.tuples(*map(values_of, kinds)) if kinds else made_of(kind)


def made_of(kind: type, **given: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Values of a dataclass with every field filled, also those that have a default."""
    hints = get_type_hints(kind)
    others = [field.name for field in fields(kind) if field.name not in given]
    return st.builds(kind, **given, **{name: values_of(hints[name]) for name in others})


@st.composite
def lines(draw: st.DrawFn) -> RawLine:
    line: RawLine = draw(made_of(RawLine, words=st.just(())))
    words = []
    for _ in range(draw(st.integers(0, 3))):
        start = draw(st.integers(0, len(line.text)))
        end = draw(st.integers(start, len(line.text)))
        box = draw(st.tuples(SIDES, SIDES, SIDES, SIDES))
        words.append(WordBox(start, end, box, draw(st.just(1.0) | st.floats(0, 1))))
    return replace(line, words=tuple(words))


PAGES = made_of(RawPage, lines=st.lists(lines(), max_size=3).map(tuple))
READINGS = made_of(Reading, pages=st.lists(PAGES, max_size=2).map(tuple))
WORD = WordBox(0, 3, (1.5, -0.0, 3.07, 4.0), 0.9)
PAGE = RawPage(1, (RawLine("Số: 12/QĐ-SKC", (WORD,), size=13),), "tesseract", 595.3)
READING = KeptReading(Reading("tesseract", (PAGE,), 1), "Tesseract 5")


@settings(deadline=None)
@given(READINGS, st.none() | LETTERS)
def test_a_reading_comes_back_as_it_was(reading: Reading, recogniser: str | None) -> None:
    kept = KeptReading(reading, recogniser)
    data = kept_bytes.kept_bytes(kept)
    assert from_bytes(data) == kept
    assert kept_bytes.kept_bytes(from_bytes(data)) == data


@pytest.mark.parametrize("value", [PAGE, READING])
def test_values_come_back_to_the_bit(value: Kept) -> None:
    assert repr(from_bytes(kept_bytes.kept_bytes(value))) == repr(value)  # 13 is not 13.0


def test_words_are_columns_beside_their_line() -> None:
    line = typed_json.plain(PAGE.lines[0], but="words")
    assert line == {"text": "Số: 12/QĐ-SKC", "size": 13}
    assert typed_json.plain(PAGE)["lines"][0].keys() == {*line, "words"}
    assert PAGE.lines[0].words == (WORD,)


def test_an_error_comes_back_under_the_name_of_the_source() -> None:
    error = ReadError("a.pdf", "corrupt", "Torn. Fetch it again.", page=3)
    again = from_bytes(kept_bytes.kept_bytes(error), "b.pdf")
    assert isinstance(again, ReadError) and str(again) == "b.pdf: Torn. Fetch it again."
    assert (again.category, again.page) == ("corrupt", 3)


@given(st.binary(max_size=200))
def test_rubbish_is_nothing_that_was_kept(data: bytes) -> None:
    with pytest.raises(NotKept):
        from_bytes(data)


WHOLE_FILE = kept_bytes.kept_bytes(READING)
TORN = [
    b"",
    b"congvan1",
    WHOLE_FILE[:-1],
    WHOLE_FILE[:-40] + b"x" + WHOLE_FILE[-39:],
    WHOLE_FILE[1:],
]


@pytest.mark.parametrize("data", TORN)
def test_damage_is_noticed(data: bytes) -> None:
    with pytest.raises(NotKept):
        from_bytes(data)


def forged(made: object, length: int | None = None) -> bytes:
    """A file in the form of the cache, digest and all, of somebody's own making."""
    return packed(json.dumps(made).encode(), length)


def packed(text: bytes, length: int | None = None) -> bytes:
    data = pa.Codec("zstd").compress(text, asbytes=True)
    stated = (len(text) if length is None else length).to_bytes(8, "little")
    return b"congvan1" + blake2b(data, digest_size=16).digest() + stated + data


def plain() -> Any:
    """What the file of the reading holds."""
    length = int.from_bytes(WHOLE_FILE[24:32], "little")
    text = pa.Codec("zstd").decompress(WHOLE_FILE[32:], decompressed_size=length, asbytes=True)
    return json.loads(text)


def test_a_forged_file_of_the_right_shape_is_one() -> None:
    assert from_bytes(forged(plain())) == READING


HUGE = 10**400


@pytest.mark.parametrize(
    ("way", "value"),
    [
        (("reading", "reader"), 5),
        (("reading", "strange"), 1),
        (("reading", "page_count"), HUGE),
        (("reading", "page_count"), True),
        (("reading", "metadata"), {"published": "tomorrow"}),
        (("reading", "signatures"), [{"field": "a"}]),
        (("recogniser",), []),
        (("pages",), 7),
        (("pages", 0, 0, "number"), "1"),
        (("pages", 0, 1, 0, 0), 2),
        (("pages", 0, 1, 0, 0), -1),
        (("pages", 0, 1, 0, 1, "text"), "So"),
        (("pages", 0, 1, 0, 1, "role"), "emperor"),
        (("pages", 0, 1, 0, 1, "cell"), {"table": 0, "row": 0}),
        (("pages", 0, 1), []),
        (("pages", 0, 2, 0), [-1]),
        (("pages", 0, 2, 1), [HUGE]),
        (("pages", 0, 2, 1), [True]),
        (("pages", 0, 2, 2), [1, 2, 3]),
        (("pages", 0, 2, 2), [[1], [2], [3], [HUGE]]),
        (("pages", 0, 2, 2), [[1], [2], [3], []]),
        (("pages", 0, 2, 2), [HUGE] * 4),
        (("pages", 0, 2, 3), ["1"]),
        (("pages", 0, 2, 3), [[]]),
    ],
)
def test_a_forged_value_is_refused(way: tuple[str | int, ...], value: object) -> None:
    made = plain()
    place = made
    for step in way[:-1]:
        place = place[step]
    place[way[-1]] = value
    with pytest.raises(NotKept):
        from_bytes(forged(made))


@pytest.mark.parametrize(
    "data",
    [
        forged(plain(), length=10**12),
        forged(plain(), length=3),
        forged(plain(), length=100_000),
        packed(b"[" * 100_000),
        packed(b'{"page": ' + b"9" * 5_000 + b"}"),
        packed(b"\xff\xfe"),
        forged(None),
        forged({"error": ["mischief", "no category", None]}),
        forged({"error": ["corrupt"]}),
    ],
)
def test_a_forged_file_harms_nobody(data: bytes) -> None:
    with pytest.raises(NotKept):
        from_bytes(data)


def test_a_reading_too_large_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_bytes, "MOST_BYTES", 50)
    with pytest.raises(NotKept):
        kept_bytes.kept_bytes(READING)

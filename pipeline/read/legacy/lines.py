"""Decodes the lines of a reading whose format names no fonts: text, web pages, PDF layers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

import regex

from pipeline.model import RawLine, Reading
from pipeline.read.legacy.capitals import with_capitals
from pipeline.read.legacy.decode import decode_legacy
from pipeline.read.legacy.evidence import SUSPECT, UNICODE_LETTER
from pipeline.read.legacy.maps import ENCODINGS, NAMES, TCVN3, decode_as

_ODD = re.compile(rf"{SUSPECT.pattern[:-1]}ÃÂ]")
_MARKED = regex.compile(r"&[#a-zA-Z0-9]+;|\w\?\w|\?\p{Ll}")
_LOST = regex.compile(r"\p{L}\?\p{L}|(?<![\w?])\?\p{Ll}{2}")
_ADDRESS = regex.compile(r"(?<!\S)\S*(?:://|www\.|=|@)\S*")
_SAMPLE = 400  # lines by which a file is judged
_DOMINANT = 0.6  # share of the lines with Vietnamese letters that make an encoding the file's own
_MIXED = 0.05  # share of Unicode lines from which on a file is called mixed


def decode_reading(reading: Reading) -> Reading:
    """The reading with its legacy lines in Unicode; ``encoding`` and ``defects`` say what was done.

    A line is judged alone first; where most lines of the file are in one encoding, short lines
    are judged again with that in mind.  Words keep their boxes.  A letter that CP1252 lost (`?`
    inside words) is a defect and stays.
    """
    lines = [line for page in reading.pages for line in page.lines]
    if not any(needs_a_look(line.text) for line in lines):
        return reading
    prior = dominant(_sample(lines))
    found: Counter[str] = Counter()
    pages = []
    shift = 0
    for page in reading.pages:
        done = []
        for line in page.lines:
            put_right = decode_line(line, prior, found)
            if shift and put_right.source_start is not None:
                put_right = replace(put_right, source_start=put_right.source_start + shift)
            shift += len(put_right.text) - len(line.text)
            done.append(put_right)
        pages.append(replace(page, lines=tuple(done)))
    defects = [*encoding_defects(found), *(("lossy_cp1252",) if _is_lossy(lines) else ())]
    if not set(found) - {"unicode"}:
        return _with_defects(reading, defects) if defects else reading
    encoding = NAMES[prior] if prior is not None else reading.encoding
    title = reading.metadata.title
    decoded_title = decode_legacy(title, prior=prior) if title else None
    if decoded_title is not None:
        reading = replace(reading, metadata=replace(reading.metadata, title=decoded_title.text))
    return _with_defects(replace(reading, pages=tuple(pages), encoding=encoding), defects)


def needs_a_look(text: str) -> bool:
    """Whether a line can hold anything of what this module puts right."""
    if _ODD.search(text):
        return True
    return ("&" in text or "?" in text) and _MARKED.search(text) is not None


def _sample(lines: Sequence[RawLine]) -> Counter[str]:
    """What some lines from all over the file are in, each judged alone."""
    odd = [line.text for line in lines if not line.text.isascii()]
    found: Counter[str] = Counter()
    for text in odd[:: 1 + len(odd) // _SAMPLE]:
        decoded = decode_legacy(text)
        if decoded is not None:
            found[decoded.encoding] += 1
        elif UNICODE_LETTER.search(text):
            found["unicode"] += 1
    return found


def decode_line(line: RawLine, prior: str | None, found: Counter[str]) -> RawLine:
    """One line in Unicode; its words keep their boxes and get the offsets of the new letters.

    :param found: counts the lines by encoding or repair, ``unicode`` among them
    """
    decoded = decode_legacy(line.text, prior=prior)
    if decoded is None:
        found["unicode"] += UNICODE_LETTER.search(line.text) is not None
        return line
    found[decoded.encoding] += 1
    if not line.words:
        return replace(line, text=decoded.text)
    pieces = [_piece(piece, decoded.encoding) for piece in _cut(line)]
    joined = _joined(line, pieces)
    if decoded.encoding == TCVN3:
        joined = replace(joined, text=with_capitals(joined.text))
    return joined


def _joined(line: RawLine, pieces: Sequence[str]) -> RawLine:
    """The line of some pieces (gap, word, gap, ...), its words at their new offsets."""
    starts = [0]
    for piece in pieces:
        starts.append(starts[-1] + len(piece))
    words = tuple(
        replace(word, start=starts[2 * index + 1], end=starts[2 * index + 2])
        for index, word in enumerate(line.words)
    )
    return replace(line, text="".join(pieces), words=words)


def _piece(text: str, encoding: str) -> str:
    if encoding in ENCODINGS:
        return decode_as(text, encoding)
    decoded = decode_legacy(text)
    return text if decoded is None else decoded.text


def _cut(line: RawLine) -> list[str]:
    """The line as gap, word, gap, word, ... gap; words are in order and do not overlap."""
    edges = [0]
    for word in line.words:
        edges += [max(word.start, edges[-1]), max(word.end, edges[-1])]
    edges.append(len(line.text))
    return [line.text[start:end] for start, end in pairwise(edges)]


def dominant(found: Mapping[str, int]) -> str | None:
    """The encoding of most lines that have Vietnamese letters, ``unicode`` lines counted too."""
    total = sum(count for kind, count in found.items() if kind in (*ENCODINGS, "unicode"))
    legacy = {kind: count for kind, count in found.items() if kind in ENCODINGS}
    if not legacy:
        return None
    top = max(legacy, key=lambda kind: legacy[kind])
    return top if legacy[top] >= _DOMINANT * total else None


def encoding_defects(found: Mapping[str, int]) -> tuple[str, ...]:
    """Codes of defects for the lines by encoding or repair; ``unicode`` lines count as a kind.

    A file is mixed where a second kind of letters has a share of the lines that is no accident.
    """
    codes = [f"legacy_encoding_{NAMES[kind]}" for kind in found if kind in ENCODINGS]
    codes += [kind for kind in found if kind not in ENCODINGS and kind != "unicode"]
    scripts = {kind: count for kind, count in found.items() if kind in (*ENCODINGS, "unicode")}
    total = sum(scripts.values())
    is_mixed = sum(count > _MIXED * total for count in scripts.values()) > 1
    return (*codes, "mixed_encodings") if is_mixed and codes else tuple(codes)


def _is_lossy(lines: Iterable[RawLine]) -> bool:
    """Whether letters were lost to `?` in writing CP1252: several words have one inside."""
    lost = words = 0
    for line in lines:
        text = line.text
        words += text.count(" ") + 1
        if "?" in text:
            lost += len(_LOST.findall(_ADDRESS.sub(" ", text)))
    return lost >= 3 and lost >= 0.02 * words


def _with_defects(reading: Reading, defects: Iterable[str]) -> Reading:
    return replace(reading, defects=tuple(dict.fromkeys((*reading.defects, *defects))))

"""Plain text handed to spaCy -> dispatches -> marks at offsets of that very text."""

from __future__ import annotations

import unicodedata

from pipeline.document import find_mentions
from pipeline.layout import lay_out, split_dispatches
from pipeline.model import RawLine, RawPage, Reading, Text
from pipeline.nlp.marks import Mark, Marks, marks_of
from pipeline.normalise import compose, origin_of
from pipeline.rulebook import Rulebook

_READER = "text"


def marks_in(text: str, rules: Rulebook) -> Marks:
    """Lay a plain text out, each dispatch in it, and mark it; offsets are those of ``text`` itself.

    The text may hold look-alike letters, decomposed letters and markdown marks: they are put right
    for the extractors and the marks are led back.
    """
    reading = _reading(text)
    found: Marks = {}
    for part, normal in split_dispatches(reading, compose(reading), rules):
        dispatch = lay_out(normal, part.metadata, part.reader, rules)
        marks = marks_of(dispatch, find_mentions(dispatch, rules), rules)
        for group, members in marks.items():
            led_back = (_led_back(mark, normal, part, text) for mark in members)
            found.setdefault(group, []).extend(mark for mark in led_back if mark is not None)
    return found


def _reading(text: str) -> Reading:
    """Lines with their offset in the text; a form feed begins a page."""
    pages: list[RawPage] = []
    at = 0
    for number, printed in enumerate(text.split("\f"), start=1):
        lines: list[RawLine] = []
        for line in printed.splitlines(keepends=True):
            lines.append(RawLine(line.rstrip("\r\n"), source_start=at))
            at += len(line)
        at += 1
        pages.append(RawPage(number, tuple(lines), _READER))
    return Reading(_READER, tuple(pages))


def _led_back(mark: Mark, normal: Text, reading: Reading, text: str) -> Mark | None:
    start = _origin(normal, reading, range(mark.start, mark.end))
    last = _origin(normal, reading, range(mark.end - 1, mark.start - 1, -1))
    if start is None or last is None:
        return None
    end = last + 1
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return mark._replace(start=start, end=end)


def _origin(normal: Text, reading: Reading, offsets: range) -> int | None:
    """Offset in the source of the first of ``offsets`` that is no line break."""
    for offset in offsets:
        origin = origin_of(normal, offset)
        if origin is not None:
            page, line, raw = origin
            return (reading.pages[page].lines[line].source_start or 0) + raw
    return None

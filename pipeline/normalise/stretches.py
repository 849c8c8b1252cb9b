"""Stretches of lines without any Vietnamese mark: telexes, old mails, other languages."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from pipeline.model import Line, Text

_MARKS = "À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ"
_MARKED = regex.compile(rf"[{_MARKS}]")
_LAST_MARKED = regex.compile(rf"(?r)[{_MARKS}]")
_UNMARKED = 100  # letters without a mark; no stretch of so many words is shorter
_WORD = regex.compile(r"\p{L}{2,}+")
_FEWEST_WORDS = 25  # no stretch of ordinary Vietnamese is as long and without a mark
_STRAY = 0.1  # of the words of a line may have their marks, pasted in from elsewhere


def may_be_unmarked(printed: str) -> bool:
    """Whether so many letters stand without a mark anywhere; most texts have few to look at.

    Behind the last mark of a window begins the next: what stands before it is no part of a run.
    """
    start = 0
    while start + _UNMARKED <= len(printed):
        mark = _LAST_MARKED.search(printed, start, start + _UNMARKED)
        if mark is None:
            return True
        start = mark.end()
    return False


def unmarked_stretches(text: Text) -> Iterator[list[Line]]:
    """Lines next to each other that are typed without marks, where they are many words."""
    lines: list[Line] = []
    words = 0
    for line in text.lines:
        written = text.text[line.start : line.end]
        found = _WORD.findall(written)
        count = len(found)
        marked = sum(_MARKED.search(word) is not None for word in found)
        if marked > (0 if count * _STRAY < 1 else count * _STRAY):
            if words >= _FEWEST_WORDS:
                yield lines
            lines, words = [], 0
            continue
        lines.append(line)
        words += count
    if words >= _FEWEST_WORDS:
        yield lines

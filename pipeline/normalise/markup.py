"""Take markdown and HTML emphasis marks off lines of plain text, keeping what they marked.

OCR models write markdown (reference: text_defects, section 5).  The marks go, their stretch is
kept as emphasis, because italic quotes often hold the title of an initiative.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

import regex

_HEADING = regex.compile(r"^\s{0,3}#{1,6}\s+")
_QUOTE = regex.compile(r"^\s{0,3}>\s+")
_TAG = regex.compile(r"</?(?:u|b|i|em|strong|sup|sub|center|span|p|div)\s*/?>", regex.IGNORECASE)
_BREAK = regex.compile(r"<br\s*/?>", regex.IGNORECASE)
_BOLD = regex.compile(r"\*\*|__")
_ITALIC_OPEN = regex.compile(r"(?<![\w*])\*(?=[^\s*])")
_ITALIC_CLOSE = regex.compile(r"(?<=[^\s*])\*(?![\w*])")
_ONLY_MARKS = regex.compile(r"^[\s*_#>|:.\-]*$")
_MARKED = re.compile(r"[*_#>|<]")


@dataclass(frozen=True, slots=True)
class Unmarked:
    """A line without its marks: the raw offsets kept, ``blanks`` of them as a blank.

    Bold toggles and italics are at kept offsets.
    """

    kept: tuple[int, ...] | None
    blanks: frozenset[int] = frozenset()
    is_heading: bool = False
    bold: tuple[int, ...] = ()
    italic: tuple[tuple[int, int], ...] = ()


_PLAIN = Unmarked(None)


def unmark(line: str) -> Unmarked:
    """Find the marks of one line; ``kept`` lists the offsets of what stays (None: all of it)."""
    if not _MARKED.search(line) or _ONLY_MARKS.match(line):
        return _PLAIN
    drop: set[int] = set()
    heading = _HEADING.match(line)
    for lead in (heading, _QUOTE.match(line)):
        if lead:
            drop.update(range(*lead.span()))
    for pattern in (_TAG, _BREAK):
        for match in pattern.finditer(line):
            # the last character of a <br> stays behind as a blank, so that words do not touch
            drop.update(range(match.start(), match.end() - (pattern is _BREAK)))
    blanks = frozenset(match.end() - 1 for match in _BREAK.finditer(line))
    bold = [m.span() for m in _BOLD.finditer(line) if m.start() not in drop and _is_mark(line, m)]
    for start, end in bold:
        drop.update(range(start, end))
    italic: list[tuple[int, int]] = []
    position = 0
    while opened := _ITALIC_OPEN.search(line, position):
        closed = _ITALIC_CLOSE.search(line, opened.end())
        if closed is None:
            break
        drop.update((opened.start(), closed.start()))
        italic.append((opened.end(), closed.start()))
        position = closed.end()
    if not drop:
        return _PLAIN
    kept = tuple(i for i in range(len(line)) if i not in drop)
    return Unmarked(
        kept,
        blanks,
        is_heading=heading is not None,
        bold=tuple(bisect_left(kept, end) for _, end in bold),
        italic=tuple((bisect_left(kept, start), bisect_left(kept, end)) for start, end in italic),
    )


def _is_mark(line: str, match: regex.Match[str]) -> bool:
    """``__`` is emphasis only at the edge of a word; a longer run is a ruled blank to fill in."""
    if match.group() == "**":
        return True
    before = line[match.start() - 1 : match.start()]
    after = line[match.end() : match.end() + 1]
    if before in ("_",) or after in ("_",):
        return False
    return not (before.isalnum() and after.isalnum())

"""Find blocks of lines that stand twice: pages printed again by an OCR model, banners of a page.

Copies differ in a few letters, so lines are compared by skeleton and, inside a run, by likeness
(reference: text_defects, section 5).  Nothing is dropped: the copies are named, and count nowhere.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.fuzz import ratio

from pipeline.layout.pieces import Piece, skeleton

# A run counts as a copy from this many lines and letters on; forms repeat a line or two by nature.
_MIN_LINES = 3
_MIN_LETTERS = 110
_MIN_LONGEST = 45
_MOST_COPIES = 100  # that are looked for from one line
_ALIKE = 88.0
_OPENING, _ALIKE_OPENING = 6, 60.0
_OTHER_WORD = 40.0  # two words less alike than this are no misreadings of one another
_GLANCE = 24  # letters, blanks and signs that most often hold so many letters


@dataclass(frozen=True, slots=True)
class _Line:
    """A printed line and its skeleton."""

    piece: Piece
    key: str


def repeated_lines(pieces: Sequence[Piece]) -> frozenset[int]:
    """Return the line numbers that belong to a copy of another block.

    The first copy is the one kept, unless the last one runs on into the next line in
    mid-sentence: then the text reads on only from there.
    """
    printed = [p for p in pieces if p.cell is None and not p.is_blank]
    openings = [opening for p in printed if (opening := _opening(p.text))]
    if len(set(openings)) == len(openings):
        return frozenset()  # no line is like another
    lines = [_Line(p, key) for p in printed if (key := skeleton(p.text))]
    rows = [line.piece for line in lines]
    by_key: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        by_key[line.key].append(index)
    copies: set[int] = set()
    groups: list[list[tuple[int, int]]] = []
    long_at = _next_long(lines)
    index = 0
    while index < len(lines):
        group = _copies_from(index, lines, by_key[lines[index].key], long_at[index])
        if group:
            groups.append(group)
            index = group[0][1]
        else:
            index += 1
    for group in groups:
        kept = len(group) - 1 if _runs_on(rows, group[-1]) else 0
        for ordinal, (first, last) in enumerate(group):
            if ordinal != kept:
                copies.update(rows[i].line for i in range(first, last))
    return frozenset(copies)


def _opening(text: str) -> str:
    """The first letters of a line's skeleton, by which most lines differ."""
    seen = skeleton(text[:_GLANCE])
    return (seen if len(seen) >= _OPENING else skeleton(text))[:_OPENING]


def _next_long(lines: Sequence[_Line]) -> list[int | None]:
    """For each line the next one, itself included, that is long enough to tell a copy by."""
    found: list[int | None] = []
    last: int | None = None
    for index in range(len(lines) - 1, -1, -1):
        last = index if len(lines[index].key) >= _MIN_LONGEST else last
        found.append(last)
    return found[::-1]


def _copies_from(
    index: int, lines: Sequence[_Line], places: list[int], long_at: int | None
) -> list[tuple[int, int]]:
    """The runs like the one that starts at ``index``, itself first; empty if there is none.

    :param places: the lines that have the same key
    :param long_at: the next long line, which each run must hold
    """
    found: list[tuple[int, int]] = []
    if long_at is None:
        return found
    length = 0
    reach = long_at - index
    first = bisect_right(places, index)
    # Of more copies the later ones are found from the earlier ones.
    for other in places[first : first + _MOST_COPIES]:
        if other - index <= reach or other + reach >= len(lines):
            continue
        if (found and other < found[-1][1]) or not _alike(lines[long_at], lines[other + reach]):
            continue
        run = _run_length(lines, index, other)
        if found:
            run = min(run, length)
            if run < length:
                continue
        letters = [len(line.key) for line in lines[index : index + run]]
        if run >= _MIN_LINES and sum(letters) >= _MIN_LETTERS and max(letters) >= _MIN_LONGEST:
            length = run
            found.append((other, other + run))
    return [(index, index + length), *found] if found else []


def _run_length(lines: Sequence[_Line], first: int, second: int) -> int:
    limit = min(second - first, len(lines) - second)
    run = 0
    while run < limit:
        if not _alike(lines[first + run], lines[second + run]):
            break
        run += 1
    return run


def _alike(one: _Line, other: _Line) -> bool:
    """Whether two lines are copies: the same, or long and nearly the same, also as they open.

    An article takes up the title (`Về việc tặng ...`) and is no copy of it; nor are entries of a
    list that differ in their number, or in the name of a province.
    """
    if one.key == other.key:
        return True
    if min(len(one.key), len(other.key)) < 12 or ratio(one.key, other.key) < _ALIKE:
        return False
    if ratio(one.key[:_OPENING], other.key[:_OPENING]) < _ALIKE_OPENING:
        return False
    return not _says_another_thing(_words(one), _words(other))


def _words(line: _Line) -> list[tuple[str, bool]]:
    """The skeleton of each word, and whether it begins with a capital as names do."""
    return [
        (word, part.lstrip('(“"')[:1].isupper())
        for part in line.piece.text.split()
        if (word := skeleton(part))
    ]


def _says_another_thing(one: Sequence[tuple[str, bool]], other: Sequence[tuple[str, bool]]) -> bool:
    """Whether two lines of as many words have another number before them, or another name.

    Of other words recognition makes new ones: `chú trọng` and `trú trọng` are one.
    """
    if len(one) != len(other):
        return False
    if one[0][0] != other[0][0] and one[0][0].isdigit() and other[0][0].isdigit():
        return True
    return any(
        a_is_name and b_is_name and a != b and min(len(a), len(b)) > 1
        and ratio(a, b) < _OTHER_WORD
        for (a, a_is_name), (b, b_is_name) in zip(one, other, strict=True)
    )  # fmt: skip


def _runs_on(rows: Sequence[Piece], run: tuple[int, int]) -> bool:
    last = run[1] - 1
    if last + 1 >= len(rows):
        return False
    ends_open = rows[last].text[-1].isalnum()
    following = rows[last + 1].text[0]
    return ends_open and len(rows[last].text) > 60 and (following.islower() or following.isdigit())

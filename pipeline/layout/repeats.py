"""Find blocks of lines that stand twice: pages printed again by an OCR model, banners of a page.

Copies differ in a few letters, so lines are compared by skeleton and, inside a run, by likeness
(reference: text_defects, section 5).  Nothing is dropped: the copies are named, and count nowhere.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from rapidfuzz.fuzz import ratio

from pipeline.layout.pieces import Piece, skeleton

# A run counts as a copy from this many lines and letters on; forms repeat a line or two by nature.
_MIN_LINES = 3
_MIN_LETTERS = 110
_MIN_LONGEST = 45
_MOST_COPIES = 100  # that are looked for from one line
_ALIKE = 88.0
_OPENING, _ALIKE_OPENING = 6, 60.0
_GLANCE = 24  # letters, blanks and signs that most often hold so many letters


def repeated_lines(pieces: Sequence[Piece]) -> frozenset[int]:
    """Return the line numbers that belong to a copy of another block.

    The first copy is the one kept, unless the last one runs on into the next line in
    mid-sentence: then the text reads on only from there.
    """
    printed = [p for p in pieces if p.cell is None and not p.is_blank]
    openings = [opening for p in printed if (opening := _opening(p.text))]
    if len(set(openings)) == len(openings):
        return frozenset()  # no line is like another
    keyed = [(p, skeleton(p.text)) for p in printed]
    rows = [piece for piece, key in keyed if key]
    keys = [key for _, key in keyed if key]
    by_key: dict[str, list[int]] = defaultdict(list)
    for index, key in enumerate(keys):
        by_key[key].append(index)
    copies: set[int] = set()
    groups: list[list[tuple[int, int]]] = []
    long_at = _next_long(keys)
    index = 0
    while index < len(keys):
        group = _copies_from(index, keys, by_key[keys[index]], long_at[index])
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


def _next_long(keys: list[str]) -> list[int | None]:
    """For each line the next one, itself included, that is long enough to tell a copy by."""
    found: list[int | None] = []
    last: int | None = None
    for index in range(len(keys) - 1, -1, -1):
        last = index if len(keys[index]) >= _MIN_LONGEST else last
        found.append(last)
    return found[::-1]


def _copies_from(
    index: int, keys: list[str], places: list[int], long_at: int | None
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
        if other - index <= reach or other + reach >= len(keys):
            continue
        if (found and other < found[-1][1]) or not _alike(keys[long_at], keys[other + reach]):
            continue
        run = _run_length(keys, index, other)
        if found:
            run = min(run, length)
            if run < length:
                continue
        lines = keys[index : index + run]
        if (
            run >= _MIN_LINES
            and sum(map(len, lines)) >= _MIN_LETTERS
            and max(map(len, lines)) >= _MIN_LONGEST
        ):
            length = run
            found.append((other, other + run))
    return [(index, index + length), *found] if found else []


def _run_length(keys: list[str], first: int, second: int) -> int:
    limit = min(second - first, len(keys) - second)
    run = 0
    while run < limit:
        if not _alike(keys[first + run], keys[second + run]):
            break
        run += 1
    return run


def _alike(one: str, other: str) -> bool:
    """Whether two lines are copies: the same, or long and nearly the same, also as they open.

    An article takes up the title (`Về việc tặng ...`) and is no copy of it.
    """
    if one == other:
        return True
    if min(len(one), len(other)) < 12 or ratio(one, other) < _ALIKE:
        return False
    return ratio(one[:_OPENING], other[:_OPENING]) >= _ALIKE_OPENING


def _runs_on(rows: Sequence[Piece], run: tuple[int, int]) -> bool:
    last = run[1] - 1
    if last + 1 >= len(rows):
        return False
    ends_open = rows[last].text[-1].isalnum()
    following = rows[last + 1].text[0]
    return ends_open and len(rows[last].text) > 60 and (following.islower() or following.isdigit())

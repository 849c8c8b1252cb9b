"""The headings of a table without rulings: their columns, and those that stretch over several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise

from pipeline.read.unruled.rows import Cell
from pipeline.read.unruled.sheet import (
    Extent,
    Piece,
    Sheet,
    SheetWord,
    both,
    column_at,
    extent,
    met,
)

_OFF_CENTRE = 0.2  # of the width that a heading is centred over


@dataclass(frozen=True, slots=True)
class _Placed:
    """A piece of a heading, its line, and the columns that it stands over."""

    piece: Piece
    line: int
    over: range


def headings(
    sheet: Sheet, lines: Sequence[int], main: int, columns: Sequence[Extent]
) -> list[list[Cell]]:
    """The rows of headings, two where some are over several columns.

    None if a column has no heading, or it is not clear what a heading is over.

    :param lines: those of the headings
    :param main: the line of the heading of the numbers
    """
    placed = [
        _Placed(piece, line, _over(columns, piece))
        for line in lines
        for piece in sheet.pieces(line)
    ]
    tiers = [[part for part in placed if list(part.over) == [n]] for n in range(len(columns))]
    if not all(tiers):
        return []
    low = {n for n, parts in enumerate(tiers) if _is_low(parts, main, is_top=lines[0] == main)}
    if not low and all(len(part.over) == 1 for part in placed):
        return [[Cell(_words(parts), n) for n, parts in enumerate(tiers)]]
    spans = _spans(placed, tiers, low, columns)
    if spans is None:
        return []
    over = {id(part) for part, _ in spans}
    below = {n for _, run in spans for n in run}
    own = [_words([part for part in parts if id(part) not in over]) for parts in tiers]
    upper = [Cell(part.piece, run.start, 1, len(run)) for part, run in spans]
    upper += [Cell(words, n, 2) for n, words in enumerate(own) if n not in below]
    lower = [Cell(words, n) for n, words in enumerate(own) if n in below]
    return [sorted(upper, key=lambda cell: cell.column), lower]


def headings_above(sheet: Sheet, lines: Sequence[int], columns: Sequence[Extent]) -> list[int]:
    """The lines above that of the heading of the numbers which headings beside it begin on.

    A heading of several lines is centred beside one of a single line: as many stand above.
    """
    main, *below = lines
    found: list[int] = []
    for depth in range(1, len(below) + 1):
        at = main - depth
        if at < 0 or at + 1 in sheet.apart:
            break
        if not all(_is_upper(sheet, piece, main, below, columns) for piece in sheet.pieces(at)):
            break
        found.insert(0, at)
    return found


def _is_upper(
    sheet: Sheet, piece: Piece, main: int, below: Sequence[int], columns: Sequence[Extent]
) -> bool:
    """Whether words above the heading of the numbers are centred over words below it.

    Words over several columns are told by those that have no heading on the line of the numbers.
    """
    over = _over(columns, piece)
    if over.start == 0:
        return False
    under = [
        other
        for at in below
        for other in sheet.pieces(at)
        if not set(_over(columns, other)).isdisjoint(over)
    ]
    if not under:
        return False
    if len(over) > 1:
        return not any(
            not set(_over(columns, other)).isdisjoint(over) for other in sheet.pieces(main)
        )
    words = [word for other in under for word in other]
    return abs(extent(piece).middle - extent(words).middle) < 2 * sheet.gap


def headed_columns(
    sheet: Sheet, lines: Sequence[int], columns: Sequence[Extent]
) -> list[Extent] | None:
    """The columns, each as wide as its heading and its cells; None where they do not pair.

    A heading stands over the cells of its column, or beside them in their order (a heading is
    centred, the words below it begin at the left side).  A heading without a column between
    those of its neighbours has an empty one (`Ghi chú`).
    """
    found: list[Extent] = []
    waiting: list[Extent] = []
    next_column = 0
    for heading in (*_lowest(sheet, lines), None):
        over = [n for n, column in enumerate(columns) if heading is None or column.meets(heading)]
        if heading is not None and not over:
            waiting.append(heading)
            continue
        start = len(columns) if heading is None else over[0]
        between = columns[next_column:start]
        if start < next_column or (between and len(between) != len(waiting)):
            return None
        found += waiting if not between else map(both, between, waiting)
        waiting = []
        if heading is not None:
            if len(over) > 1:
                return None
            found.append(both(columns[start], heading))
            next_column = start + 1
    in_order = all(left.x1 <= right.x0 for left, right in pairwise(found))
    return found if in_order else None


def _lowest(sheet: Sheet, lines: Sequence[int]) -> list[Extent]:
    """Where the headings stand that have none below them but lines of their own."""
    found: list[Extent] = []
    for line in reversed(lines):
        below = sorted(found, key=lambda each: each.x0)
        alone: list[Extent] = []
        kept = [[each] for each in below]
        for piece in sheet.pieces(line):
            own = extent(piece)
            over = [n for n, each in enumerate(below) if each.meets(own)]
            if len(over) == 1:
                kept[over[0]].append(own)
            elif not over:
                alone.append(own)
        for own in alone:
            right = sum(each.x0 < own.x0 for each in below)
            # between two that begin lower: a heading over both, not one of a column of its own
            beside = kept[: len(below)][right - 1 : right + 1] if right else []
            if len(beside) < 2 or any(len(each) > 1 for each in beside):
                kept.append([own])
        found = [reduce(both, each) for each in kept]
    return sorted(found, key=lambda each: each.x0)


def _over(columns: Sequence[Extent], piece: Piece) -> range:
    over = met(columns, piece)
    if len(over) > 1:
        return range(over[0], over[-1] + 1)
    n = over[0] if over else column_at(columns, extent(piece).middle)
    return range(n, n + 1)


def _words(parts: Sequence[_Placed]) -> list[SheetWord]:
    return [word for part in parts for word in part.piece]


def _is_low(parts: Sequence[_Placed], main: int, *, is_top: bool) -> bool:
    """Whether the heading of a column begins lower than a heading over one row of them does."""
    if is_top:
        return parts[0].line > main
    above = sum(part.line < main for part in parts)
    return above < sum(part.line > main for part in parts)


_Span = tuple[_Placed, range]


def _spans(
    placed: Sequence[_Placed],
    tiers: Sequence[Sequence[_Placed]],
    low: set[int],
    columns: Sequence[Extent],
) -> list[_Span] | None:
    """The headings over several columns; None unless they cover just what begins below them."""
    spans: list[_Span] = []
    for part in placed:
        runs = [
            range(start, end)
            for start in range(1, part.over.start + 1)
            for end in range(part.over.stop, len(columns) + 1)
            if end - start > 1 and _can_cover(part, range(start, end), tiers, low)
        ]
        if runs:
            best = min(runs, key=lambda run: _off(part, run, tiers, columns))
            width = _run(best, tiers, columns)
            if _off(part, best, tiers, columns) <= _OFF_CENTRE * (width.x1 - width.x0):
                spans.append((part, best))
                continue
        if len(part.over) > 1:
            return None
    covered = [n for _, run in spans for n in run]
    if len(covered) != len(set(covered)) or not low.issubset(covered):
        return None
    return spans


def _can_cover(
    part: _Placed, run: range, tiers: Sequence[Sequence[_Placed]], low: set[int]
) -> bool:
    """Whether each column of a run has a heading of its own below a piece, and nothing beside."""
    if not all(n in low or n in part.over for n in run) or low.isdisjoint(run):
        return False
    return all(
        any(other is not part for other in tiers[n])
        and all(other is part or other.line > part.line for other in tiers[n])
        for n in run
    )


def _run(run: range, tiers: Sequence[Sequence[_Placed]], columns: Sequence[Extent]) -> Extent:
    """From the left side of the first column of a run to the right side of its last."""
    headings = [extent(part.piece) for n in run for part in tiers[n]]
    return reduce(both, (*(columns[n] for n in run), *headings))


def _off(
    part: _Placed, run: range, tiers: Sequence[Sequence[_Placed]], columns: Sequence[Extent]
) -> float:
    return abs(extent(part.piece).middle - _run(run, tiers, columns).middle)

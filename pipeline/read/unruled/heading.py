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
    text_of,
)

_OFF_CENTRE = 0.2  # of the width that a heading is centred over


@dataclass(frozen=True, slots=True)
class _Placed:
    """A piece of a heading, its line, and the columns that it stands over."""

    piece: Piece
    line: int
    over: range


def headings(
    sheet: Sheet, lines: Sequence[int], main: float, columns: Sequence[Extent]
) -> list[list[Cell]]:
    """The rows of headings, two where some are over several columns.

    None if a column has no heading, or it is not clear what a heading is over.

    :param lines: those of the headings
    :param main: the line of the heading of the numbers, the middle one if it has several
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
    over = {id(part) for _, parts in spans for part in parts}
    below = {n for run, _ in spans for n in run}
    own = [_words([part for part in parts if id(part) not in over]) for parts in tiers]
    upper = [Cell(_words(parts), run.start, 1, len(run)) for run, parts in spans]
    upper += [Cell(words, n, 2) for n, words in enumerate(own) if n not in below]
    lower = [Cell(words, n) for n, words in enumerate(own) if n in below]
    return [sorted(upper, key=lambda cell: cell.column), lower]


def headings_above(
    sheet: Sheet, lines: Sequence[int], middle: float, columns: Sequence[Extent]
) -> list[int]:
    """The lines above that of the heading of the numbers which headings beside it begin on.

    A heading of several lines is centred beside one of a single line: as many stand above.

    :param middle: the line of the heading of the numbers, between its lines if it has several
    """
    main, *below = lines
    found: list[int] = []
    for depth in range(1, len(below) + 1 - round(2 * (middle - main))):
        at = main - depth
        if at < 0 or at + 1 in sheet.apart:
            break
        if not all(_is_upper(sheet, at, piece, main, below, columns) for piece in sheet.pieces(at)):
            break
        found.insert(0, at)
    return found


def _is_upper(
    sheet: Sheet, at: int, piece: Piece, main: int, below: Sequence[int], columns: Sequence[Extent]
) -> bool:
    """Whether words above the heading of the numbers are centred over words below it.

    Words over several columns are told by one that has no heading on the line of the numbers, or by
    words over others beside them; what a column has on that line goes on below it.
    """
    over = _over(columns, piece)
    if over.start == 0 or _closes_title(piece):
        return False
    under = [
        other
        for at in below
        for other in sheet.pieces(at)
        if not set(_over(columns, other)).isdisjoint(over)
    ]
    if not under:
        return False
    wide = list(columns)
    for other in (each for at in below for each in sheet.pieces(at)):
        n = _over(columns, other).start
        wide[n] = both(wide[n], extent(other))
    beside = {n for other in sheet.pieces(main) for n in met(wide, other)}
    if len(over) > 1:
        lower = {n for other in under for n in _over(columns, other)}
        is_title = beside.issuperset(over) and len(sheet.pieces(at)) == 1
        return beside.isdisjoint(over) or (
            not is_title and lower.issuperset(beside.intersection(over))
        )
    own = extent(piece)
    words = [word for other in under for word in other]
    if abs(own.middle - extent(words).middle) < 2 * sheet.gap:
        return True
    free = [n for n in range(1, len(columns)) if n not in beside]
    runs = (both(wide[a], wide[b]) for a in free for b in free if a <= over.start <= b)
    return any(abs(own.middle - run.middle) < 2 * sheet.gap for run in runs)


def _closes_title(piece: Piece) -> bool:
    """Whether words end a bracket that a line above them opens: `(Kèm theo ... / huyện A)`."""
    text = text_of(piece)
    return text.endswith(")") and "(" not in text


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
    for heading in (*_lowest(sheet, lines, columns), None):
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


def _lowest(sheet: Sheet, lines: Sequence[int], columns: Sequence[Extent]) -> list[Extent]:
    """Where the headings stand that have none below them but lines of their own."""
    found: list[Extent] = []
    headed: set[int] = set()
    for line in reversed(lines):
        below = sorted(found, key=lambda each: each.x0)
        alone: list[Extent] = []
        kept = [[each] for each in below]
        for piece in sheet.pieces(line):
            own = extent(piece)
            over = [n for n, each in enumerate(below) if each.meets(own)]
            if len(over) == 1:
                lower = below[over[0]]
                off = min(abs(own.middle - lower.middle), abs(own.x0 - lower.x0))
                if off <= sheet.gap:  # else it is over several, and stands above one of them
                    kept[over[0]].append(own)
            elif not over:
                alone.append(own)
        for own in alone:
            right = sum(each.x0 < own.x0 for each in below)
            # over columns that have lower ones, or between two: a heading over both, not of its own
            beside = kept[: len(below)][right - 1 : right + 1] if right else []
            is_between = len(beside) == 2 and all(len(each) == 1 for each in beside)
            under = {n for n, column in enumerate(columns) if column.meets(own)}
            if not under.issubset(headed) if under else not is_between:
                kept.append([own])
        headed.update(n for piece in sheet.pieces(line) for n in met(columns, piece))
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


def _is_low(parts: Sequence[_Placed], main: float, *, is_top: bool) -> bool:
    """Whether the heading of a column begins lower than a heading over one row of them does."""
    if is_top:
        return parts[0].line > main
    above = sum(part.line < main for part in parts)
    return above < sum(part.line > main for part in parts)


_Span = tuple[range, list[_Placed]]


def _spans(
    placed: Sequence[_Placed],
    tiers: Sequence[Sequence[_Placed]],
    low: set[int],
    columns: Sequence[Extent],
) -> list[_Span] | None:
    """The headings over several columns; None unless they cover just what begins below them."""
    spans: dict[range, list[_Placed]] = {}
    known: dict[int, range] = {}
    for part in placed:
        runs = [
            range(start, end)
            for start in range(1, part.over.start + 1)
            for end in range(part.over.stop, len(columns) + 1)
            if end - start > 1 and _can_cover(part, range(start, end), tiers, low, known)
        ]
        if runs:
            best = min(runs, key=lambda run: _off(part, run, tiers, columns))
            width = _run(best, tiers, columns)
            if _off(part, best, tiers, columns) <= _OFF_CENTRE * (width.x1 - width.x0):
                spans.setdefault(best, []).append(part)
                known[id(part)] = best
                continue
        if len(part.over) > 1:
            return None
    covered = [n for run in spans for n in run]
    if len(covered) != len(set(covered)) or not low.issubset(covered):
        return None
    return list(spans.items())


def _can_cover(
    part: _Placed,
    run: range,
    tiers: Sequence[Sequence[_Placed]],
    low: set[int],
    known: dict[int, range],
) -> bool:
    """Whether each column of a run has a heading of its own below a piece, and nothing beside.

    :param known: lines of headings over several columns, which may go on with the piece
    """
    if any(each != run and not set(each).isdisjoint(run) for each in known.values()):
        return False
    if not all(n in low or n in part.over for n in run) or low.isdisjoint(run):
        return False
    return all(
        any(other.line > part.line for other in tiers[n])
        and all(other is part or other.line > part.line or id(other) in known for other in tiers[n])
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

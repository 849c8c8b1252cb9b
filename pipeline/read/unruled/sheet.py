"""The words of a page by their places, whatever it was read from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class SheetWord:
    """A word from ``x0`` to ``x1``; ``at`` tells the reader which of its own it is."""

    text: str
    x0: float
    x1: float
    line: int
    at: int


_PULLED, _FULL = 6.0, 4.0  # letters
_AT_ONE_PLACE, _NEAR = 0.7, 3.0  # of the cells, letters
_FIRST = 24  # cells that tell where those of a column begin

Piece = Sequence[SheetWord]
"""Words of a line with nothing but usual blanks between them."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Lines of a page from top to bottom, their words from left to right; none is empty.

    ``apart`` holds the lines with more room above them than lines of one cell have, ``gap`` is the
    least blank between two columns, which is wider than those between words.  Where a cell fills
    its column the blank behind it may be but ``tight``.
    """

    lines: Sequence[Sequence[SheetWord]]
    apart: frozenset[int]
    gap: float
    tight: float
    _known: dict[int, list[Piece]] = field(default_factory=dict, compare=False, repr=False)

    def pieces(self, at: int, columns: Sequence[Extent] = ()) -> list[Piece]:
        """The words of a line, cut where the blank is as wide as between columns.

        :param columns: known columns; a word that begins where one of them does opens a piece
        """
        wide = self._known.get(at)
        if wide is None:
            wide = self._known[at] = self._wide(at)
        if self.tight >= self.gap or not columns:
            return wide
        if len(wide) == 1 and wide[0][0].x0 < columns[0].x1 + self.gap / 2:
            return wide  # `II. CÁ NHÂN` from the numbers on: what has a number stands apart from it
        # a paragraph has no wide blank but behind its number, and begins where its number does
        is_row = len(wide) > 2 or (len(columns) > 2 and wide[0][0].x0 > columns[2].x0 - self.gap)
        pull = _PULLED if is_row else 0.0
        parts: list[Piece] = []
        for piece, behind in zip(wide, [*wide[1:], None], strict=True):
            free = columns
            if behind is not None:  # the column that the next piece is in is no place to cut at
                free = [c for c in columns if c.x0 < behind[0].x0 and c.x1 <= behind[0].x0]
            parts += self._cut(piece, free, pull)
        return parts

    def _wide(self, at: int) -> list[Piece]:
        found: list[list[SheetWord]] = []
        reach = float("-inf")
        for word in self.lines[at]:
            if word.x0 - reach >= self.gap:
                found.append([])
            found[-1].append(word)
            reach = max(reach, word.x1)
        return list(found)

    def _cut(self, words: Piece, columns: Sequence[Extent], pull: float) -> list[Piece]:
        """The words cut where a column begins whose cells all begin at one place, or a bit before.

        What stands right behind a cell that fills its column is pulled to it.
        """
        cuts = {0, len(words)}
        for left, column in pairwise(columns):
            side = column.side
            if side is None or words[-1].x1 <= left.x1 + self.tight:
                continue
            # the words before it fill their column, from its first half to its end
            near = [
                n
                for n in range(1, len(words))
                if -pull <= words[n].x0 - side < self.tight
                and words[n].x0 - words[n - 1].x1 >= self.tight
                and words[max(at for at in cuts if at < n)].x0 < left.middle
                and words[n - 1].x1 > left.x1 - _FULL
            ]
            cuts.update(near[-1:])
        return [words[start:end] for start, end in pairwise(sorted(cuts))]


@dataclass(frozen=True, slots=True)
class Extent:
    """From the leftmost to the rightmost letter of a column, or of words.

    ``starts`` are the places that its first cells begin at.
    """

    x0: float
    x1: float
    starts: tuple[float, ...] = ()

    @property
    def side(self) -> float | None:
        """The place that cells of the column begin at; None if they are centred or end at one."""
        if not self.starts:
            return None
        usual = sorted(self.starts)[len(self.starts) // 2]
        near = sum(abs(start - usual) <= _NEAR for start in self.starts)
        return usual if near >= _AT_ONE_PLACE * len(self.starts) else None

    @property
    def middle(self) -> float:
        """Halfway between the sides."""
        return (self.x0 + self.x1) / 2

    def wider(self, gap: float) -> Extent:
        """With a blank at both sides."""
        return Extent(self.x0 - gap, self.x1 + gap)

    def meets(self, other: Extent) -> bool:
        """Whether both have a place in common."""
        return self.x0 < other.x1 and other.x0 < self.x1


def extent(words: Iterable[SheetWord]) -> Extent:
    """The extent of words, of which there is one at least."""
    found = list(words)
    left = min(word.x0 for word in found)
    return Extent(left, max(word.x1 for word in found), (left,))


def both(one: Extent, other: Extent) -> Extent:
    """From the left side of the left one to the right side of the right one."""
    return Extent(
        min(one.x0, other.x0), max(one.x1, other.x1), (*one.starts, *other.starts)[:_FIRST]
    )


def text_of(piece: Piece) -> str:
    """The words with one blank between them."""
    return " ".join(word.text for word in piece)


def with_pieces(
    columns: Sequence[Extent], pieces: Iterable[Piece], gap: float
) -> list[Extent] | None:
    """The columns widened by pieces, new ones among them; None if a piece crosses two."""
    found = list(columns)
    for piece in pieces:
        own = extent(piece)
        over = [n for n, column in enumerate(found) if column.meets(own)]
        if not over:
            over = [n for n, column in enumerate(found) if column.meets(own.wider(gap))]
        if len(over) > 1:
            return None
        if over:
            found[over[0]] = both(found[over[0]], own)
        else:
            found.append(own)
            found.sort(key=lambda column: column.x0)
    return found


def column_at(columns: Sequence[Extent], place: float) -> int:
    """The column that a place lies in, or is nearest to."""
    for number, (left, right) in enumerate(pairwise(columns)):
        if place < (left.x1 + right.x0) / 2:
            return number
    return len(columns) - 1


def met(columns: Sequence[Extent], piece: Piece) -> list[int]:
    """The columns whose words stand over or under those of a piece."""
    own = extent(piece)
    return [number for number, column in enumerate(columns) if column.meets(own)]

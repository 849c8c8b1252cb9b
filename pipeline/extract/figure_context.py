"""What surrounds a figure: the period it speaks of, whose figure it is, its section."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Sequence

from pipeline.extract.figure_passage import Passage
from pipeline.model import Block, DateMention
from pipeline.rulebook import Rulebook

Period = tuple[dt.date | None, dt.date | None]


class Periods:
    """The periods of a document, looked up by place."""

    def __init__(self, dates: Sequence[DateMention], blocks: Sequence[Block]) -> None:
        """``blocks`` are needed to find the periods of headings."""
        self._periods = sorted(
            (d for d in dates if d.role == "period" and d.date_start is not None),
            key=lambda d: d.start,
        )
        self._starts = [d.start for d in self._periods]
        self._headings = {block.view.strip(): block for block in blocks if block.kind == "heading"}

    def around(self, passage: Passage, position: int, path: tuple[str, ...]) -> Period:
        """The nearest period of the clause before the figure, of its sentence, of its headings."""
        for start, end in (passage.clause(position), passage.sentence(position)):
            inside = self._inside(passage.offset + start, passage.offset + end)
            before = [d for d in inside if d.end <= passage.offset + position]
            if before or inside:
                chosen = before[-1] if before else inside[0]
                return chosen.date_start, chosen.date_end
        for heading in reversed(path):
            block = self._headings.get(heading.strip())
            inside = self._inside(block.start, block.end) if block is not None else []
            if inside:
                return inside[-1].date_start, inside[-1].date_end
        return None, None

    def _inside(self, start: int, end: int) -> list[DateMention]:
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end)
        return self._periods[first:last]


def scope_of(passage: Passage, position: int, rules: Rulebook) -> str | None:
    """Whose figure it is where the sentence says so: ``toàn tỉnh``, ``cả nước``."""
    start = passage.sentence(position)[0]
    before = passage.folded[start:position]
    hits = list(rules.pattern("figure.scope").regex.finditer(before))
    if not hits:
        return None
    at = start + hits[-1].start()
    return " ".join(passage.view[at : start + hits[-1].end()].split())

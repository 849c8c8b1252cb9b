"""What a check looks at and what it says: a document's rows, and findings about them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import Any, Literal

from pipeline.rulebook import Rulebook
from pipeline.rulebook.checks import Check

Row = Mapping[str, Any]
Verdict = Literal["contradiction", "consistent", "not_checkable"]
SURE = 0.9  # a contradiction rests on nothing less sure (contract: below is doubtful)


@dataclass(frozen=True)
class Place:
    """Words that a verdict rests on: the row they belong to and their span in the text.

    ``start`` and ``end`` are None for what is no part of the text (a digital signature).
    """

    table: str
    row_id: str
    start: int | None
    end: int | None
    quote: str
    sure: float = 1.0


@dataclass(frozen=True)
class Found:
    """What a check found at one spot.

    ``expected`` and ``observed`` are as a person reads them; ``difference`` is observed minus
    expected where both are numbers (days for dates); ``reason`` says why it is not checkable.
    """

    verdict: Verdict
    places: tuple[Place, ...]
    expected: str | None = None
    observed: str | None = None
    difference: float | None = None
    reason: str = ""


@dataclass(frozen=True)
class Paper:
    """All rows of one document; rows of repeated blocks are left out, as they count nowhere.

    ``is_alone``: its file holds no other dispatch, so that nothing of it can have gone there.
    """

    doc_id: str
    header: Row
    text: str
    rows: Mapping[str, Sequence[Row]]
    rules: Rulebook = field(repr=False)
    is_alone: bool = True

    def of(self, table: str) -> Sequence[Row]:
        """The rows of a table in the order of the text."""
        return self.rows.get(table, ())

    @cached_property
    def blocks(self) -> Sequence[Row]:
        """The blocks that are said for the first time."""
        return [block for block in self.of("blocks") if block["kind"] != "repeated"]

    def between(self, table: str, start: int, end: int) -> Sequence[Row]:
        """The rows of a table that begin in a span of the text, in order.

        By halving, as it is asked for each of many figures.
        """
        begins = self._begins.get(table, [])
        return self.of(table)[bisect_left(begins, start) : bisect_left(begins, end)]

    def blocks_at(self, offset: int) -> Sequence[Row]:
        """The blocks that an offset stands in, in order: one, but for cells of a head."""
        begins, reach = self._reach
        at, found = bisect_right(begins, offset), []
        while at > 0 and reach[at - 1] > offset:
            at -= 1
            if self.blocks[at]["end"] > offset:
                found.append(self.blocks[at])
        return found[::-1]

    @cached_property
    def _begins(self) -> Mapping[str, list[int]]:
        """Where the rows of the tables in the order of the text begin."""
        return {
            name: [row["start"] for row in rows]
            for name, rows in self.rows.items()
            if rows and "start" in rows[0]
        }

    @cached_property
    def _reach(self) -> tuple[list[int], list[int]]:
        """Where each block begins, and how far it or one before it reaches."""
        ends = accumulate((block["end"] for block in self.blocks), max)
        return [block["start"] for block in self.blocks], list(ends)

    @cached_property
    def _fields(self) -> Mapping[str, Row]:
        return {item["field"]: item for item in reversed(self.header["evidence"])}

    def head(self, name: str) -> Place | None:
        """The words of a field of head or foot; None if the document has none."""
        item = self._fields.get(name)
        if item is None:
            return None
        start, end = item["start"], item["end"]
        return Place("documents", self.doc_id, start, end, self.text[start:end], item["confidence"])

    def span(self, start: int, end: int) -> Place:
        """Words of the text that belong to no row of their own."""
        return Place("texts", self.doc_id, start, end, self.text[start:end], self.read(start))

    def row(self, table: str, row: Row) -> Place:
        """The words of a row of a table with evidence."""
        return Place(
            table, row[f"{table.removesuffix('s')}_id"], row["start"], row["end"], row["quote"],
            row["confidence"],
        )  # fmt: skip

    def read(self, start: int) -> float:
        """How surely the words of the page of an offset were recognised; 1 where stored."""
        pages = [page for page in self.of("pages") if page["start"] <= start]
        sure = pages[-1]["ocr_confidence"] if pages else None
        # The mean of a page says little of one word: words of a scan alone prove nothing.
        return 1.0 if sure is None else min(float(sure), SURE - 0.01)


Method = Callable[[Paper, Check], Iterator[Found]]


def number(value: float) -> str:
    """A number as Vietnamese documents write it: dots between thousands, comma for decimals."""
    if float(value).is_integer():
        return f"{int(value):,}".replace(",", ".")
    whole, _, part = f"{value:,.4f}".rstrip("0").partition(".")
    return f"{whole.replace(',', '.')},{part}"

"""Awardees of lines that are rows of a table nobody could read as one: they are doubtful.

Where the lines of cells stand between each other (`pdftotext -layout` of a table with centred
cells), a name is cut, and the words beside it are those of another row.  Such lines keep wide
blanks between their words, and most begin with no number.  Among numbered rows what stands alone
in its line is a cell too (a unit over several rows), and nobody's name.  So are the lines below
headings of a table that stand in the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import regex

from pipeline.extract.unread_tables import unread_tables
from pipeline.model import AwardeeMention, Dispatch
from pipeline.rulebook import Rulebook

_WIDE = "    "
_ROW = regex.compile(r"(?P<number>\d{1,4}[.)]?(?!\S))?[^\n]*?\S {4,}+\S")
_BESIDE = frozenset({"header", "number", "place_date", "signature", "copies", "table"})
_UNLIKELY = 0.6
_FEWEST, _FEWEST_BARE = 3, 2  # lines with wide blanks, of them without a number
_REACH = 5  # blocks between two such lines

Span = tuple[int, int]


def less_sure_of_rows(
    found: Iterable[AwardeeMention], dispatch: Dispatch, rules: Rulebook
) -> Iterator[AwardeeMention]:
    """The awardees, those of such lines with little confidence."""
    spans = [*_unread(dispatch), *unread_tables(dispatch.text.text, dispatch.text.lines, rules)]
    for awardee in found:
        is_row = any(start <= awardee.start < end for start, end in spans)
        if is_row and awardee.rule != "awardee.table":
            yield replace(awardee, confidence=min(awardee.confidence, _UNLIKELY))
        else:
            yield awardee


def _unread(dispatch: Dispatch) -> Sequence[Span]:
    """Where runs of such lines stand, from their first block to the end of the last."""
    runs: list[list[tuple[int, int, int]]] = []  # of a run the blocks, lines, lines without number
    text = dispatch.text.text
    part = None
    for at, block in enumerate(dispatch.blocks):
        if block.kind in _BESIDE or _WIDE not in block.view:
            continue
        rows = [_ROW.match(line) for line in text[block.start : block.end].splitlines()]
        told = [row for row in rows if row is not None]
        if not told:
            continue
        bare = sum(row["number"] is None for row in told)
        if not runs or block.part != part or at - runs[-1][-1][0] > _REACH:
            runs.append([])
        runs[-1].append((at, len(told), bare))
        part = block.part
    return [span for run in runs for span in _spans(dispatch, run)]


def _spans(dispatch: Dispatch, run: Sequence[tuple[int, int, int]]) -> Iterator[Span]:
    if sum(count for _, count, _ in run) < _FEWEST:
        return
    blocks = dispatch.blocks
    if sum(bare for _, _, bare in run) < _FEWEST_BARE:
        rows = {at for at, _, _ in run}
        alone = (n for n in range(run[0][0], run[-1][0]) if n not in rows)
        yield from ((blocks[n].start, blocks[n].end) for n in alone)
        return
    first, last = max(0, run[0][0] - 1), min(run[-1][0] + _REACH, len(blocks) - 1)
    while blocks[last].part != blocks[run[0][0]].part:
        last -= 1
    yield blocks[first].start, blocks[last].end

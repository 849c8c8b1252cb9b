"""Blocks of the text that stand in it more than once: copied or twice recognised pages."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.audit.model import Found, Paper, Place, Row, number
from pipeline.audit.wording import flat
from pipeline.rulebook.checks import Check

_QUOTED = 160
_BLOCKS = 10


def repeated_block(paper: Paper, check: Check) -> Iterator[Found]:
    """Runs of repeated blocks, with the place where the same words stand again."""
    if paper.header["genre"] != "dispatch":
        return
    repeated = False
    for run in _runs(paper):
        start, end = run[0]["start"], run[-1]["end"]
        places = [_opening(paper, run[0])]
        twin = _twin(paper, run)
        if twin is not None:
            places.append(_opening(paper, twin))
        length = float(end - start)
        if length <= check.tolerance:  # forms and rules repeat their formulas by nature
            yield Found("not_checkable", tuple(places), "1", "2", None, "formula")
            continue
        repeated = True
        yield Found("contradiction", tuple(places), "1", "2", length)
    if not repeated and len(paper.blocks) >= _BLOCKS:
        count = number(len(paper.blocks))
        first = paper.blocks[0]
        yield Found("consistent", (_opening(paper, first),), count, count)


def _runs(paper: Paper) -> Iterator[list[Row]]:
    run: list[Row] = []
    for block in paper.of("blocks"):
        if block["kind"] == "repeated":
            run.append(block)
        elif block["kind"] != "furniture" and run:
            yield run
            run = []
    if run:
        yield run


def _twin(paper: Paper, run: list[Row]) -> Row | None:
    """The first block outside the run that says what a block of the run says."""
    for block in run:
        said = flat(paper.text[block["start"] : block["end"]])
        for other in paper.blocks:
            if flat(paper.text[other["start"] : other["end"]]) == said:
                return other
    return None


def _opening(paper: Paper, block: Row) -> Place:
    return paper.span(block["start"], min(block["end"], block["start"] + _QUOTED))

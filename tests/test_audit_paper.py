"""What a check asks of a document's rows is found by halving, and is what a plain search finds."""

from __future__ import annotations

import random

from pipeline.audit.model import Paper, Row
from pipeline.rulebook import load_rulebook


def paper_of(blocks: list[Row], figures: list[Row]) -> Paper:
    rows = {"blocks": blocks, "figures": figures, "dates": [], "pages": [{"page": 1}]}
    return Paper("d", {"evidence": []}, "", rows, load_rulebook())


def test_rows_between_two_offsets_are_those_that_begin_there() -> None:
    draw = random.Random(7)
    starts = sorted(draw.randrange(200) for _ in range(80))
    paper = paper_of([], [{"start": start, "end": start + 3} for start in starts])
    for _ in range(200):
        low, high = sorted((draw.randrange(-5, 210), draw.randrange(-5, 210)))
        found = [row["start"] for row in paper.between("figures", low, high)]
        assert found == [start for start in starts if low <= start < high]
    assert list(paper.between("dates", 0, 200)) == list(paper.between("nothing", 0, 200)) == []


def test_blocks_at_an_offset_are_all_that_hold_it_in_their_order() -> None:
    draw = random.Random(8)
    blocks: list[Row] = []
    for number in range(60):
        start = number * 10 + draw.randrange(5)
        kind = draw.choice(("paragraph", "header", "repeated"))
        end = start + draw.choice((4, 12, 90))
        blocks.append({"block": number, "kind": kind, "start": start, "end": end})
    paper = paper_of(blocks, [])
    for offset in range(-3, 720):
        found = [block["block"] for block in paper.blocks_at(offset)]
        assert found == [
            block["block"] for block in blocks
            if block["kind"] != "repeated" and block["start"] <= offset < block["end"]
        ]  # fmt: skip


def test_a_document_without_blocks_has_none_anywhere() -> None:
    assert list(paper_of([], []).blocks_at(0)) == []

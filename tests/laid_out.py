"""Builds small laid-out documents by hand for the tests of awards, names and awardees."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from pipeline.model import Block, BlockKind, Dispatch, Field, Head, Table, TableCell, Text

Piece = tuple[BlockKind, str] | tuple[BlockKind, str, dict[str, object]]
Line = tuple[BlockKind, str, int]
"""Kind, words and level of a block; one with a level opens with its label."""


def head(
    doc_type: str | None = None,
    number: str | None = None,
    issuer: str | None = None,
    issued_on: dt.date | None = None,
    subject: str | None = None,
) -> Head:
    """Head fields that decide who confers an award; spans are of no interest here."""

    def field(value: str | None) -> Field | None:
        return Field(value, 0, 0, "test") if value else None

    return Head(
        genre="dispatch", doc_type=doc_type, doc_number=field(number), issuer=field(issuer),
        subject=field(subject),
        issued_on=issued_on,
    )  # fmt: skip


def labelled(lines: Sequence[Line]) -> list[Piece]:
    """Lines as pieces: the label is the first word, and of an article its number too."""
    pieces: list[Piece] = []
    for kind, words, level in lines:
        label = words.split()[0] if level else ""
        label = " ".join(words.split()[:2]) if label == "Điều" else label
        pieces.append((kind, words, {"label": label, "level": level}))
    return pieces


def document(pieces: Sequence[Piece], document_head: Head | None = None) -> Dispatch:
    """A dispatch whose blocks are the given pieces, a line each."""
    blocks: list[Block] = []
    parts: list[str] = []
    at = 0
    for piece in pieces:
        kind, text = piece[0], piece[1]
        extra = piece[2] if len(piece) > 2 else {}
        blocks.append(Block(kind=kind, start=at, end=at + len(text), page=1, view=text, **extra))
        parts.append(text)
        at += len(text) + 1
    full = "\n".join(parts)
    return Dispatch(
        Text(full, (), (), ()), document_head or Head(genre="dispatch"), tuple(blocks), ()
    )


def with_table(
    pieces: Sequence[Piece],
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    document_head: Head | None = None,
    *,
    part: int = 0,
) -> Dispatch:
    """The pieces with one table behind them; a row of one cell spans the table."""
    lines = ["\t".join(row) for row in rows]
    text = "\n".join(["\t".join(header), *lines])
    laid = document([*pieces, ("table", text, {"table": 0, "part": part})], document_head)
    block = laid.blocks[-1]
    at = block.start + len("\t".join(header)) + 1
    body: list[tuple[TableCell, ...]] = []
    for number, row in enumerate(rows):
        cells = []
        for column, value in enumerate(row):
            span = len(header) if len(row) == 1 else 1
            cells.append(TableCell(number, column, at, at + len(value), value, column_span=span))
            at += len(value) + 1
        body.append(tuple(cells))
    table = Table(0, tuple(header), tuple(body), len(laid.blocks) - 1, part=part)
    return Dispatch(laid.text, laid.head, laid.blocks, (table,))

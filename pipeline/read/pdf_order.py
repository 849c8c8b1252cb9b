"""Reading order of a PDF page: lines, two-column stretches and tables as a person reads them."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model import Column, RawLine
from pipeline.read.pdf_columns import find_stretches
from pipeline.read.pdf_rows import cluster_rows, line_of
from pipeline.read.pdf_tables import RuledTable, table_lines
from pipeline.read.pdf_words import PdfWord

PlacedLine = tuple[RawLine, list[PdfWord]]


def order_page(
    words: Sequence[PdfWord], tables: Sequence[RuledTable], width: float, first_table: int
) -> list[PlacedLine]:
    """Lines of a page in reading order, each with the words it was made of (none for cells).

    ``words`` are those outside of tables; ``first_table`` is the ordinal of the page's first table.
    """
    bounds = [table.box[1] for table in tables]
    zones: list[list[PdfWord]] = [[] for _ in range(len(tables) + 1)]
    if bounds:
        for word in words:
            middle = word.middle
            zones[sum([bound < middle for bound in bounds])].append(word)
    else:
        zones = [list(words)]
    placed: list[PlacedLine] = []
    for index, zone in enumerate(zones):
        if zone:
            placed.extend(_order_zone(zone, width))
        if index < len(tables):
            placed.extend((line, []) for line in table_lines(tables[index], first_table + index))
    return placed


def _order_zone(words: list[PdfWord], width: float) -> list[PlacedLine]:
    """Lines between two tables: a two-column stretch gives its left lines, then its right ones."""
    rows = cluster_rows(words)
    stretches = find_stretches(rows, width)
    if not stretches:
        return [_place(row, "") for row in rows]
    owner = {
        id(word): index
        for index, stretch in enumerate(stretches)
        for word in (*stretch.left, *stretch.right)
    }
    placed: list[PlacedLine] = []
    done: set[int] = set()
    for row in rows:
        owners = [owner.get(id(word)) for word in row]
        rest = [word for word, index in zip(row, owners, strict=True) if index is None]
        for index in sorted({index for index in owners if index is not None} - done):
            done.add(index)
            placed.extend(_place(line, "left") for line in cluster_rows(stretches[index].left))
            placed.extend(_place(line, "right") for line in cluster_rows(stretches[index].right))
        if rest:
            placed.append(_place(rest, ""))
    return placed


def _place(row: list[PdfWord], column: Column) -> PlacedLine:
    return line_of(row, column=column), row

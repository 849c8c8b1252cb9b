"""Reading order of a PDF page: lines, two-column stretches and tables as a person reads them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from pipeline.model import Cell, Column, RawLine
from pipeline.read.page.columns import find_stretches
from pipeline.read.page.rows import cluster_rows, lines_of
from pipeline.read.page.tables import RuledTable, table_cells
from pipeline.read.page.tall_rows import with_rows_parted
from pipeline.read.page.unruled import OpenTable
from pipeline.read.page.word import PlacedWord

_Placed = tuple[list[PlacedWord], Column, Cell | None]
Face = tuple[bool, bool]  # bold, italic


def order_page(
    words: Sequence[PlacedWord],
    tables: Sequence[RuledTable | OpenTable],
    width: float,
    first_table: int,
    face_of: Callable[[Sequence[PlacedWord]], Face] = lambda _: (False, False),
) -> list[RawLine]:
    """Lines of a page in reading order.

    :param words: those outside of tables
    :param first_table: the ordinal of the page's first table
    :param face_of: how a line is set that is no cell
    """
    bounds = [table.box[1] for table in tables]
    zones: list[list[PlacedWord]] = [[] for _ in range(len(tables) + 1)]
    if bounds:
        for word in words:
            middle = word.middle
            zones[sum([bound < middle for bound in bounds])].append(word)
    else:
        zones = [list(words)]
    placed: list[_Placed] = []
    for index, zone in enumerate(zones):
        if zone:
            placed.extend(_order_zone(zone, width))
        if index < len(tables):
            cells = _cells(tables[index], first_table + index)
            placed.extend((inside, "", cell) for inside, cell in cells)
    return lines_of(
        [row for row, _, _ in placed],
        [column for _, column, _ in placed],
        [cell for _, _, cell in placed],
        [(False, False) if cell else face_of(row) for row, _, cell in placed],
    )


def _cells(table: RuledTable | OpenTable, ordinal: int) -> list[tuple[list[PlacedWord], Cell]]:
    """The words of each cell of a table with the cell's place."""
    if isinstance(table, RuledTable):
        return with_rows_parted(table_cells(table, ordinal))
    return [(words, replace(cell, table=ordinal)) for words, cell in table.cells]


def _order_zone(words: list[PlacedWord], width: float) -> list[_Placed]:
    """Lines between two tables: a two-column stretch gives its left lines, then its right ones."""
    rows = cluster_rows(words)
    stretches = find_stretches(rows, width)
    if not stretches:
        return [(row, "", None) for row in rows]
    owner = {
        id(word): index
        for index, stretch in enumerate(stretches)
        for word in (*stretch.left, *stretch.right)
    }
    placed: list[_Placed] = []
    done: set[int] = set()
    for row in rows:
        owners = [owner.get(id(word)) for word in row]
        rest = [word for word, index in zip(row, owners, strict=True) if index is None]
        for index in sorted({index for index in owners if index is not None} - done):
            done.add(index)
            placed += [(line, "left", None) for line in cluster_rows(stretches[index].left)]
            placed += [(line, "right", None) for line in cluster_rows(stretches[index].right)]
        if rest:
            placed.append((rest, "", None))
    return placed

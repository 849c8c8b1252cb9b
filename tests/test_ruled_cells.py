"""Cells from rulings, held against those of pdfplumber's own finder."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from pdfplumber.table import TableFinder

from pipeline.read.page.ruled_cells import ruled_cells


class EdgePage:
    """The page as pdfplumber's TableFinder wants to see it."""

    def __init__(self, edges: list[dict[str, Any]]) -> None:
        self.edges = edges
        self.bbox = (0.0, 0.0, 100.0, 100.0)
        self.chars: list[object] = []
        self.page_number = 1


def ruling(is_level: bool, at: float, start: float, length: float) -> dict[str, Any]:
    x0, top = (start, at) if is_level else (at, start)
    x1, bottom = (start + length, at) if is_level else (at, start + length)
    return {
        "x0": x0, "x1": x1, "top": top, "bottom": bottom, "doctop": top,
        "width": x1 - x0, "height": bottom - top, "object_type": "line",
        "orientation": "h" if is_level else "v",
    }  # fmt: skip


PLACES = st.one_of(
    st.sampled_from((10.0, 30.0, 33.0, 50.0, 53.1, 70.0, 90.0)), st.floats(0, 100, width=32)
)
RULINGS = st.lists(
    st.builds(ruling, st.booleans(), PLACES, PLACES, st.sampled_from((2.0, 20.0, 40.0, 60.0, 80.0)))
)


@given(RULINGS)
def test_the_cells_are_those_of_pdfplumber(edges: list[dict[str, Any]]) -> None:
    finder = TableFinder(EdgePage([dict(edge) for edge in edges]))  # type: ignore[arg-type]
    assert ruled_cells(edges) == [table.cells for table in finder.tables]


def test_a_grid_of_thousands_of_cells_has_them_all() -> None:
    lines = [ruling(is_level, 9.0 * at, 0, 540) for at in range(61) for is_level in (True, False)]
    (cells,) = ruled_cells(lines)
    assert len(cells) == 3600
    assert len(set(cells)) == 3600

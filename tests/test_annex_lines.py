"""Which places of a text stand in the line above an annex that names the document itself."""

from __future__ import annotations

from dataclasses import replace

import pytest
from laid_out import document

from pipeline.extract.annex_lines import is_in_annex_line
from pipeline.model import Appendix

LINES = ((20, 30), None, (60, 75))
STARTS = (10, 40, 50)


@pytest.mark.parametrize(
    ("offset", "wanted"),
    [(0, False), (19, False), (20, True), (29, True), (30, False), (45, False), (60, True),
     (74, True), (75, False), (900, False)],
)  # fmt: skip
def test_the_line_is_that_of_the_annex_that_began_last(offset: int, wanted: bool) -> None:
    annexes = tuple(
        Appendix(part, "PHỤ LỤC", start, start + 5, line)
        for part, (start, line) in enumerate(zip(STARTS, LINES, strict=True), 1)
    )
    laid = replace(document([("paragraph", "Nội dung.")]), appendices=annexes)
    assert is_in_annex_line(laid, offset) is wanted
    assert not is_in_annex_line(replace(laid, appendices=()), offset)

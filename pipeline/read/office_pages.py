"""Parts the lines of an office file into pages at the breaks that its writer set."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.model import RawLine
from pipeline.read.docx_body import PAGE_BREAK


def pages_of(lines: Iterable[RawLine]) -> list[list[RawLine]]:
    """Lines by page, at least one page; a break without text on either side makes no empty page."""
    pages: list[list[RawLine]] = [[]]
    for line in lines:
        if line is not PAGE_BREAK:
            if line.text or line.cell is not None:
                pages[-1].append(line)
        elif any(item.text for item in pages[-1]):
            pages.append([])
    if len(pages) > 1 and not any(item.text for item in pages[-1]):
        pages.pop()
    return pages

"""Parts the lines of an office file into pages at the breaks that its writer set."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Literal

from pipeline.model import Metadata, RawLine, RawPage, Reading
from pipeline.read.office_runs import Encodings
from pipeline.read.run_together import parted
from pipeline.read.text.inside import with_typed_tables
from pipeline.read.text.tabbed import split_tabbed

PAGE_BREAK = RawLine(text="\f")
"""Stands between the lines of two pages."""


def reading_of(
    reader: str,
    lines: Sequence[RawLine],
    encodings: Encodings,
    *,
    headers: Iterable[RawLine],
    notes: Iterable[RawLine],
    footers: Iterable[RawLine],
    metadata: Metadata | None = None,
) -> Reading:
    """The reading of an office file: its text by page, headers on the first, the rest on the last.

    :param lines: the text in order, with page breaks
    :param encodings: what was decoded while the lines were made
    """
    pages = _pages_of(parted(split_tabbed(with_typed_tables(lines))))
    pages[0][:0] = headers
    pages[-1].extend(notes)
    pages[-1].extend(footers)
    reading = Reading(
        reader=reader,
        pages=tuple(
            RawPage(number=number, lines=tuple(page), reader=reader)
            for number, page in enumerate(pages, start=1)
        ),
        metadata=metadata or Metadata(),
    )
    encoding, defects = encodings.state(reading)
    return replace(reading, encoding=encoding, defects=defects)


def _pages_of(lines: Iterable[RawLine]) -> list[list[RawLine]]:
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


def running_lines(lines: Iterable[RawLine], role: Literal["header", "footer"]) -> Iterator[RawLine]:
    """The lines of a header or footer that say more than a page number."""
    for line in lines:
        if line is not PAGE_BREAK and line.text.strip("0123456789 -–—/"):
            yield replace(line, role=role, column="", cell=None)


def cell_lines(lines: Iterable[RawLine]) -> list[RawLine]:
    """The lines of a cell, without the places of a table that stands inside it."""
    return [
        RawLine(text=line.text, bold=line.bold, italic=line.italic)
        for line in lines
        if line is not PAGE_BREAK
    ]

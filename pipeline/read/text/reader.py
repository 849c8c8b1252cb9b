"""Reads plain text and Markdown: a line a line, a cell a line in tables; pages by form feeds."""

from __future__ import annotations

import re
from itertools import pairwise

from pipeline.errors import ReadError
from pipeline.model import RawLine, RawPage, Reading, Source
from pipeline.read.encodings import UnknownEncoding, decode
from pipeline.read.run_together import parted
from pipeline.read.text.double_spaced import single_spaced
from pipeline.read.text.page_edges import without_edges
from pipeline.read.text.page_numbers import page_starts
from pipeline.read.text.tables import with_tables
from pipeline.read.text.unruled import TextPages

NAME = "text"

_BREAK = re.compile(r"[\n\r\v\f\x85\u2028\u2029](?:(?<=\r)\n)?")


def read(data: bytes, source: Source) -> Reading:
    """Lines of a text file, each with its code-point offset in the decoded text.

    Markdown marks stay; the normalise stage takes them off.

    :raises ReadError: ``unsupported`` for an encoding this version does not decode
    """
    try:
        decoded = decode(data)
    except UnknownEncoding as error:
        raise ReadError(
            source.uri, "unsupported",
            f"The text is in {error.name}, which this version does not decode. "
            "Convert it to Unicode (UTF-8) and add that.",
        ) from error  # fmt: skip
    pages: list[list[RawLine]] = [[]]
    at = 0
    text = decoded.text
    for match in _BREAK.finditer(text):
        pages[-1].append(RawLine(text=text[at : match.start()], source_start=at))
        at = match.end()
        if match.group() == "\f":
            pages.append([])
    if at < len(text):
        pages[-1].append(RawLine(text=text[at:], source_start=at))
    pages = [parted(without_edges(single_spaced(lines))) for lines in pages]
    if len(pages) == 1:
        starts = page_starts([line.text for line in pages[0]])
        pages = [pages[0][a:b] for a, b in pairwise([0, *starts, len(pages[0])])]
    tables = 0
    open_pages = TextPages()
    for number, lines in enumerate(pages):
        pages[number], tables = with_tables(lines, tables, open_pages)
    return Reading(
        reader=NAME,
        pages=tuple(
            RawPage(number=number, lines=tuple(lines), reader=NAME)
            for number, lines in enumerate(pages, start=1)
        ),
        page_count=len(pages) if len(pages) > 1 else None,
        encoding=decoded.encoding,
    )

"""The lines above annexes that name the document itself: `(Kèm theo Quyết định số ...)`."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter

from pipeline.model import Dispatch

_START = attrgetter("start")


def is_in_annex_line(dispatch: Dispatch, offset: int) -> bool:
    """Whether a place of the text is in such a line.

    It is that of the last annex that begins before it: a text can have thousands of them.

    :param offset: code points from the start of the text
    """
    count = bisect_right(dispatch.appendices, offset, key=_START)
    line = dispatch.appendices[count - 1].parent_line if count else None
    return line is not None and line[0] <= offset < line[1]

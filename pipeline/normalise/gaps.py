"""Blanks that a writer typed twice (`Lai  Châu`) part no words and are taken for one."""

from __future__ import annotations

import re

# Four blanks and more part the cells of a head; two or three behind these words, or behind a colon
# or dots, leave room for a number or a day that is filled in by hand; and they part the words of
# a line whose letters are set apart (`S Ở   N Ộ I`).
_GAP = re.compile(r"(?<=[^\W_]|[,;.)”\"–-])(?<!\.\.)(?<!\s\w)[ ]( {1,2})(?=[^\W_]|[(“\"–-])")
_ROOM = re.compile(r"(?:\b(?:số|ngày|tháng|năm)|\.)$", re.IGNORECASE)
_REACH = 6


def without_gaps(text: str, origins: tuple[int, ...] | None) -> tuple[str, tuple[int, ...] | None]:
    """The line with one blank for two or three between words.

    :param origins: for each letter of ``text`` the offset of its raw letter; None means its own
    :returns: the line and its origins
    """
    if "  " not in text:
        return text, origins
    dropped = [
        gap.span(1)
        for gap in _GAP.finditer(text)
        if not _ROOM.search(text[max(0, gap.start() - _REACH) : gap.start()])
    ]
    if not dropped:
        return text, origins
    kept: list[int] = []
    at = 0
    for start, end in dropped:
        kept += range(at, start)
        at = end
    kept += range(at, len(text))
    placed = tuple(kept) if origins is None else tuple(origins[i] for i in kept)
    return "".join(text[i] for i in kept), placed

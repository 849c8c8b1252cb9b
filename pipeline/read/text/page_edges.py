"""Bars that recognition read in the edge of a page or its shadow, at the ends of lines of prose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex

from pipeline.model import RawLine

_FEWEST = 3  # lines: one alone may be the end of a cell
_SHORTEST = 30  # letters of a line of prose; the cells of a head are shorter
_EDGED = regex.compile(r"[^|│]*[\p{Ll}\d,;.:)][ \t]{1,4}[|│][ \t]{0,4}")


def without_edges(lines: Sequence[RawLine]) -> list[RawLine]:
    """The lines, a lone bar behind prose taken off where several lines have one."""
    edged = [_is_edged(line.text) for line in lines]
    if sum(edged) < _FEWEST:
        return list(lines)
    return [
        replace(line, text=line.text.rstrip(" \t|│")) if is_edged else line
        for line, is_edged in zip(lines, edged, strict=True)
    ]


def _is_edged(text: str) -> bool:
    return len(text) > _SHORTEST and _EDGED.fullmatch(text) is not None

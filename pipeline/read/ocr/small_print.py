"""Marks small print above the head of a recognised page: stamps of portals and signing software.

A clerk's software prints who received or signed the file, and when, above the national title in
letters half as high as those of the head; no line of a head is set so small (NĐ 30/2020, Annex I).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from pipeline.model import RawLine
from pipeline.read.cues import is_national_title

_SMALL = 0.72  # of the page's usual type


def mark_small_print(lines: Sequence[RawLine]) -> list[RawLine]:
    """The lines, small ones above the national title as furniture."""
    tops = [line.words[0].box[1] for line in lines if line.words and is_national_title(line.text)]
    sizes = [line.size for line in lines if line.size and line.cell is None]
    if not tops or not sizes:
        return list(lines)
    title, limit = min(tops), _SMALL * median(sizes)
    return [
        replace(line, role="header")
        if line.words
        and line.size
        and not line.role
        and line.cell is None
        and line.size < limit
        and line.words[0].box[3] < title
        else line
        for line in lines
    ]

"""Texts with an empty line below each line, as some programs copy them out of a PDF."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.model import RawLine

_FEWEST = 12  # lines with words
_SPACED = 0.95  # of them have an empty line below
_TORN, _FEWEST_TORN = 0.04, 4  # of them go on with the line above, which no paragraph does
_ENDS = (".", ";", ":", "!", "?", ",", "”", ")", "…")


def single_spaced(lines: Sequence[RawLine]) -> list[RawLine]:
    """The lines without the empty one below each, if the text is set so; else all of them.

    What is left between paragraphs are the empty lines that the writer set.
    """
    if not _is_double_spaced(lines):
        return list(lines)
    kept: list[RawLine] = []
    was_printed = False
    for line in lines:
        is_printed = bool(line.text.strip())
        if is_printed or not was_printed:
            kept.append(line)
        was_printed = is_printed
    return kept


def _is_double_spaced(lines: Sequence[RawLine]) -> bool:
    printed = [at for at, line in enumerate(lines) if line.text.strip()]
    if len(printed) < _FEWEST or 2 * len(printed) > len(lines) + 1 + _FEWEST:
        return False
    spaced = sum(at + 1 == len(lines) or not lines[at + 1].text.strip() for at in printed)
    torn = sum(
        lines[at].text.lstrip()[0].islower() and not lines[above].text.rstrip().endswith(_ENDS)
        for above, at in pairwise(printed)
    )
    return spaced >= _SPACED * len(printed) and torn >= max(_FEWEST_TORN, _TORN * len(printed))

"""Lead a span of the text back to the source: raw line and offset, page boxes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from pipeline.model import Box, Reading, Text, WordBox


def origin_of(text: Text, offset: int) -> tuple[int, int, int] | None:
    """Return (page index, line index, raw offset) of a letter; None for a break between lines."""
    index = bisect_right(text.runs, offset, key=lambda run: run.start) - 1
    if index < 0 or offset >= text.runs[index].end:
        return None
    run = text.runs[index]
    inside = offset - run.start
    raw = run.raw_start + inside if run.origins is None else run.origins[inside]
    return run.raw[0], run.raw[1], raw


def boxes_of(text: Text, reading: Reading, start: int, end: int) -> list[tuple[int, Box]]:
    """Return (page number, box) for each line that the span ``start:end`` touches.

    A box covers the words of that line which the span touches; empty where the source has no
    page geometry.
    """
    return [
        (
            page,
            (
                min(w.box[0] for w in words),
                min(w.box[1] for w in words),
                max(w.box[2] for w in words),
                max(w.box[3] for w in words),
            ),
        )
        for page, words in _words_of(text, reading, start, end)
    ]


def reading_confidence(text: Text, reading: Reading, start: int, end: int) -> float:
    """How surely the least sure word of the span was recognised (1.0: nothing was)."""
    found = _words_of(text, reading, start, end)
    return min((word.confidence for _, words in found for word in words), default=1.0)


def _words_of(
    text: Text, reading: Reading, start: int, end: int
) -> Iterator[tuple[int, list[WordBox]]]:
    """Page number and words of each line that the span touches."""
    index = max(bisect_right(text.runs, start, key=lambda run: run.start) - 1, 0)
    while index < len(text.runs) and text.runs[index].start < end:
        run = text.runs[index]
        index += 1
        if run.end <= start:
            continue
        page = reading.pages[run.raw[0]]
        words = page.lines[run.raw[1]].words
        if not words:
            continue
        first = max(start, run.start) - run.start
        last = min(end, run.end) - run.start - 1
        if run.origins is None:
            low, high = run.raw_start + first, run.raw_start + last
        else:
            low, high = run.origins[first], run.origins[last]
        touched = [word for word in words if word.start <= high and word.end > low]
        if touched:
            yield page.number, touched

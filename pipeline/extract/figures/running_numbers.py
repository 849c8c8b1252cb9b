"""Running numbers (số thứ tự) at the starts of lines: `1 Phòng A`, `2 Phòng B` count nothing.

Rows of a table that lost its lines and headings, and lists numbered without a point, begin like
counts.  That they go up by one from line to line tells them from counts, or that they stand in a
column of their own, far from the words behind them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import regex

from pipeline.model import Line

_OPENING = regex.compile(r"[ \u00a0]{0,8}(\d{1,3})[ \u00a0]{1,8}(?=\p{Lu})")
# `- 6 Nghị quyết 07/2020/NQ-HĐND về ...`: what a law site lists above a paper
_PAPER = regex.compile(
    r"-\s{1,3}(\d{1,3})\s{1,3}"
    r"(?=(?:Luật|Bộ luật|Pháp lệnh)\s|(?:\p{L}+\s{1,3}){1,4}(?:số\s{1,3})?\d{1,5}/)"
)
_APART = regex.compile(r"[ \u00a0]{0,8}(\d{1,4})[ \u00a0]{4,80}(?=\S)")
_REACH = 6  # lines that one row can take
_FEWEST = 3
_FEWEST_FROM_ONE = 2

Span = tuple[int, int]


def running_numbers(text: str, lines: Sequence[Line]) -> Iterator[Span]:
    """The numbers of the text that only number their lines, as spans of code points.

    :param lines: the lines of ``text``; cells of tables are left to the reading of tables
    """
    yield from _apart(text, lines)
    run: list[tuple[int, int, Span]] = []
    for index, value, span in _openings(text, lines):
        if run and not (value == run[-1][1] + 1 and index - run[-1][0] <= _REACH):
            yield from _labels(run)
            run = []
        run.append((index, value, span))
    yield from _labels(run)


def _apart(text: str, lines: Iterable[Line]) -> Iterator[Span]:
    for line in lines:
        if _may_open(text, line) and (match := _APART.match(text, line.start, line.end)):
            yield match.span(1)


def _may_open(text: str, line: Line) -> bool:
    first = text[line.start : line.start + 1]
    return line.cell is None and (first.isdigit() or first.isspace() or first == "-")


def _openings(text: str, lines: Iterable[Line]) -> Iterator[tuple[int, int, Span]]:
    for index, line in enumerate(lines):
        if _may_open(text, line):
            match = _OPENING.match(text, line.start, line.end) or _PAPER.match(
                text, line.start, line.end
            )
            if match is not None:
                yield index, int(match[1]), match.span(1)


def _labels(run: Sequence[tuple[int, int, Span]]) -> Iterator[Span]:
    """The spans of a run that is long enough; `01 Bằng khen`, `02 Giấy khen` may be counts."""
    if not run:
        return
    _, value, (start, end) = run[0]
    is_from_one = value == 1 and end - start == 1
    if len(run) >= (_FEWEST_FROM_ONE if is_from_one else _FEWEST):
        yield from (span for _, _, span in run)

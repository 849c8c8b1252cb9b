"""Split a source that holds several dispatches (a bound scan, a bundle) at each new head."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.grammar.symbols import normalise_symbol
from pipeline.layout.pieces import Piece, is_capitals, pieces_of
from pipeline.layout.types import type_line
from pipeline.model import RawPage, Reading, Text
from pipeline.normalise import compose
from pipeline.rulebook import Rulebook

_BEHIND, _AHEAD = 12, 10  # printed lines of a head before and after its national title
_BAR = "|"  # between the cells of a head that a law site prints a line each


def split_dispatches(
    reading: Reading, text: Text, rules: Rulebook
) -> tuple[tuple[Reading, Text], ...]:
    """Return the dispatches of a source, each as its own reading and text, in order.

    A national title beside a number of its own opens a dispatch.  An annex that repeats the head of
    its own decision opens none, nor does the blank head of a form.
    """
    cuts = _cuts(pieces_of(text), rules)
    if not cuts:
        return ((reading, text),)
    starts = [(0, 0), *(text.lines[line].raw for line in cuts)]
    parts = [
        _part(reading, start, end) for start, end in zip(starts, [*starts[1:], None], strict=True)
    ]
    return tuple((part, compose(part)) for part in parts)


def _cuts(pieces: Sequence[Piece], rules: Rulebook) -> list[int]:
    """Line numbers at which a further dispatch begins."""
    title = rules.pattern("layout.national_title").regex
    lines = [p for p in pieces if not p.is_blank and p.cell is None and p.text != _BAR]
    heads = [i for i, p in enumerate(lines) if title.search(p.text) and len(p.text) < 60]
    numbers: list[str | None] = []
    cuts: list[int] = []
    last = -_AHEAD
    for index in heads:
        if index - last <= 3:
            continue  # the motto below the title
        last = index
        first = _first_line(lines, index, rules)
        number = _number(lines[first : index + _AHEAD], rules)
        framed = number is not None or _is_framed(lines[first : index + _AHEAD], rules)
        if not numbers:
            numbers.append(number)
            continue
        if (
            not framed
            or _is_form(lines, first, rules)
            or (number is not None and number in numbers)
        ):
            continue
        numbers.append(number)
        cuts.append(lines[first].line)
    return cuts


def _first_line(lines: Sequence[Piece], title: int, rules: Rulebook) -> int:
    """Where the head begins whose national title stands at ``title``: with its left cell."""
    number_line = rules.pattern("layout.number_line").regex
    subject = rules.pattern("layout.subject_letter").regex
    first = title
    while first > 0 and title - first < _BEHIND:
        piece, below = lines[first - 1], lines[first]
        if piece.page != lines[title].page:
            break
        if lines[title].column:
            if piece.column != "left":
                break
        elif not (
            (is_capitals(piece.text) and below.line - piece.line <= 2)
            or number_line.search(piece.text)
            or subject.search(piece.text)
        ):
            break
        first -= 1
    return first


def _number(lines: Sequence[Piece], rules: Rulebook) -> str | None:
    pattern = rules.pattern("layout.number_line").regex
    for piece in lines:
        match = pattern.search(piece.text)
        symbol = normalise_symbol(match["number"], rules) if match else None
        if symbol is not None and not symbol.is_blank:
            return symbol.doc_number
    return None


def _is_framed(lines: Sequence[Piece], rules: Rulebook) -> bool:
    """A head whose number is lost or not given yet still has a day or month of its own and names
    its type, or to whom it goes: a letter (công văn) has no title."""
    placed = any(
        (match := rules.pattern("layout.place_date").regex.search(p.text))
        and (match["day"].isdigit() or (match["month"].isdigit() and match["year"].isdigit()))
        for p in lines
    )
    to = rules.pattern("layout.addressees").regex
    return placed and any(type_line(p, 0, rules) or to.search(p.text) for p in lines)


def _is_form(lines: Sequence[Piece], first: int, rules: Rulebook) -> bool:
    return any(
        rules.pattern("zones.dispatches_form").regex.search(p.text)
        for p in lines[max(0, first - 4) : first + 1]
    )


def _part(reading: Reading, start: tuple[int, int], end: tuple[int, int] | None) -> Reading:
    """The pages of a reading from one place (page index, line index) to another."""
    pages: list[RawPage] = []
    for index, page in enumerate(reading.pages):
        if index < start[0] or (end is not None and index > end[0]):
            continue
        low = start[1] if index == start[0] else 0
        high = end[1] if end is not None and index == end[0] else len(page.lines)
        if page.lines[low:high]:
            pages.append(replace(page, lines=page.lines[low:high]))
    return replace(reading, pages=tuple(pages))

"""Heads and feet that a writer set in two columns with tabs instead of a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.model import RawLine
from pipeline.read.cues import (
    has_day,
    is_addressees,
    is_capitals,
    is_copies,
    is_national_title,
    is_side,
)

_GAP = re.compile(r"\t[\t ]*")
_REACH = 12  # lines that a head or foot can go on for


def split_tabbed(lines: Sequence[RawLine]) -> list[RawLine]:
    """The lines with tab-set heads and feet as left lines, then right ones; tabs become blanks."""
    result: list[RawLine] = []
    index = 0
    while index < len(lines):
        end = _stretch_end(lines, index)
        if end == index:
            result.append(_without_tabs(lines[index]))
            index += 1
            continue
        halves = [(line, _halves(line)) for line in lines[index:end]]
        for side, column in ((0, "left"), (1, "right")):
            for line, parts in halves:
                if parts[side]:
                    result.append(replace(line, text=parts[side], column=column))  # type: ignore[arg-type]
        index = end
    return result


def _without_tabs(line: RawLine) -> RawLine:
    if "\t" not in line.text:
        return line
    return replace(line, text=_GAP.sub(" ", line.text).strip())


def _halves(line: RawLine) -> tuple[str, str]:
    """Text before and after the widest gap; a line without a gap is left."""
    gaps = list(_GAP.finditer(line.text))
    if not gaps:
        return line.text.strip(), ""
    gap = max(gaps, key=lambda match: len(match.group()))
    left, right = line.text[: gap.start()], line.text[gap.end() :]
    return _GAP.sub(" ", left).strip(), _GAP.sub(" ", right).strip()


def _is_plain(line: RawLine) -> bool:
    return line.cell is None and not line.column and not line.role


def _stretch_end(lines: Sequence[RawLine], start: int) -> int:
    """Index after a two-column stretch that starts at this line; the same index if none does."""
    if not _is_plain(lines[start]) or "\t" not in lines[start].text:
        return start
    left, right = _halves(lines[start])
    is_head = bool(left) and is_national_title(right)
    is_foot = is_capitals(right) and (is_copies(left) or (is_side(left) and is_capitals(left)))
    if not (is_head or is_foot):
        return start
    end = start + 1
    last = end
    while end < min(len(lines), start + _REACH) and _is_plain(lines[end]):
        text = lines[end].text
        if is_addressees(text):
            break
        end += 1
        if "\t" in text:
            last = end
            if is_head and has_day(_halves(lines[end - 1])[1]):
                break
        elif is_head and len(text) > 60:
            break
    return last

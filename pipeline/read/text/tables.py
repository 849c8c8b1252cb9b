"""Tables of plain text: cells parted by tabs, blanks or pipes, ruled with signs, or a line each.

Word writes a table as tab-parted lines when it saves or copies text, models that read scans write
Markdown.  Read as sentences, the running numbers of such rows become counts of their names.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

import regex

from pipeline.model import Cell, RawLine
from pipeline.read.cues import has_day, is_authority, is_copies, is_national_title
from pipeline.read.cut_words import goes_on
from pipeline.read.text.aligned import aligned_rows, opens_aligned
from pipeline.read.text.ruled import Cells, Place, is_ruling, ruled_rows
from pipeline.read.text.stacked import opens_stacked, stacked_rows
from pipeline.read.text.unruled import TextPages, TextTable

_LEAST_COLUMNS = 3  # two columns are as often a label and its words
_LEAST_NUMBERED = 2  # with a column of running numbers
_LONGEST_HEADING = 80
_MOST_BANDS, _LONGEST_BAND = 2, 160
_ORDINALS = frozenset({"tt", "stt", "số tt"})
_ORDINAL = regex.compile(r"\s*\(?\d{1,4}[.)]?\s*$")
_GROUP = regex.compile(r"(?:[IVX]{1,5}|[A-HĐ])[.)]?")  # of a heading over the rows below it
_TAB = regex.compile(r"\t")
_PIPE = regex.compile(r"(?<!\\)\|")
_AMOUNT = regex.compile(r"(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?\s?%?")
_AMOUNT_OR_NONE = regex.compile(rf"(?:{_AMOUNT.pattern})?|[-–.…]+")
_FEWEST_ROWS = 2  # with numbers below headings between bars
_RULE_SIGNS = frozenset("|:- \t")
_MOST_CELLS = 64

Span = tuple[int, int]
Spans = Mapping[tuple[int, int], tuple[int, int]]
"""Rows and columns of merged cells by the place of their first; (0, 0) for those they cover."""


@dataclass(frozen=True, slots=True)
class _Table:
    """The line behind a table, its columns, its cells by row; a lone cell goes over all columns."""

    end: int
    width: int
    rows: tuple[tuple[RawLine, ...], ...]
    spans: Spans = field(default_factory=dict)


def with_tables(
    lines: Sequence[RawLine], first: int, pages: TextPages
) -> tuple[list[RawLine], int]:
    """The lines of a page, those of tables cell by cell, each at its own offset.

    :param first: ordinal of the first table
    :param pages: what the pages before leave open
    :returns: the lines, and the ordinal of the next table
    """
    result: list[RawLine] = []
    texts = [line.text for line in lines]
    unruled = pages.tables(texts)
    ordinal = first
    at = 0
    while at < len(lines):
        text = texts[at]
        table: _Table | None
        if at in unruled:
            table = _apart(lines, at, unruled[at])
        elif "\t" in text:
            table = _tabbed(lines, at)
        elif is_ruling(text):
            table = _drawn(lines, at, *ruled_rows(texts, at))
        elif "|" in text:
            table = _piped(lines, at)
        elif opens_aligned(text):
            table = _drawn(lines, at, *aligned_rows(texts, at))
        else:
            table = _stacked(lines, texts, at)
        if table is None:
            result.append(lines[at])
            at += 1
            continue
        for number, row in enumerate(table.rows):
            result.extend(_cells(row, ordinal, number, table))
        ordinal += 1
        at = table.end
    return result, ordinal


def _cells(row: Sequence[RawLine], ordinal: int, number: int, table: _Table) -> list[RawLine]:
    across = table.width if len(row) == 1 else 1
    found = []
    for column, words in enumerate(row):
        rows, columns = table.spans.get((number, column), (1, across))
        if rows:
            found.append(replace(words, cell=Cell(ordinal, number, column, rows, columns)))
    return found


def _words(line: RawLine, span: Span) -> RawLine:
    """The words of a stretch of a line, at their own offset."""
    start, end = span
    offset = None if line.source_start is None else line.source_start + start
    return replace(line, text=line.text[start:end], source_start=offset)


def _in_line(line: RawLine, spans: Sequence[Span]) -> tuple[RawLine, ...]:
    return tuple(_words(line, span) for span in spans)


def _drawn(lines: Sequence[RawLine], first: int, rows: Sequence[Cells], end: int) -> _Table | None:
    """The table of which another module told the stretches; a cell of several lines is one line."""
    if not rows:
        return None
    return _Table(
        end,
        max(map(len, rows)),
        tuple(tuple(_joined(lines, cell, first) for cell in row) for row in rows),
    )


def _apart(lines: Sequence[RawLine], first: int, table: TextTable) -> _Table:
    """The table whose cells blanks keep apart."""
    rows = tuple(tuple(_joined(lines, cell, first) for cell in row) for row in table.rows)
    return _Table(table.end, table.width, rows, table.spans)


def _joined(lines: Sequence[RawLine], cell: Sequence[Place], first: int) -> RawLine:
    pieces = [_words(lines[at], (start, end)) for at, start, end in cell]
    start = pieces[0].source_start if pieces else lines[first].source_start
    text = ""
    for piece in pieces:
        ends, begins = text.rpartition(" ")[2], piece.text.partition(" ")[0]
        text += piece.text if not text or goes_on(ends, begins) else " " + piece.text
    return RawLine(text=text, source_start=start)


def _stripped(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    words = piece.strip()
    if not words:
        return start, start
    start += len(piece) - len(piece.lstrip())
    return start, start + len(words)


def _spans(text: str, cut: regex.Pattern[str]) -> tuple[Span, ...]:
    """The stretches between cuts of one sign each, without the blanks around them."""
    edges = [-1, *(match.start() for match in cut.finditer(text)), len(text)]
    return tuple(_stripped(text, left + 1, right) for left, right in pairwise(edges))


def _tabbed(lines: Sequence[RawLine], first: int) -> _Table | None:
    """The table whose headings stand at ``first``; None if its lines are no rows of one width."""
    if lines[first].text.count("\t") >= _MOST_CELLS:
        return None
    header = _by_tabs(lines[first].text)
    width = len(header)
    headings = [lines[first].text[start:end] for start, end in header]
    is_numbered = headings[0].casefold() in _ORDINALS
    if width < (_LEAST_NUMBERED if is_numbered else _LEAST_COLUMNS):
        return None
    rows = [(lines[first], header)]
    spans: Spans = {}
    if not all(map(_is_heading, headings)):
        below = lines[first + 1] if first + 1 < len(lines) else None
        if below is None or below.text.count("\t") != width - 1:
            return None
        lower = _by_tabs(below.text)
        spans = _merged_headings(headings, [below.text[start:end] for start, end in lower])
        if not spans:
            return None
        rows.append((below, lower))
    bands: list[tuple[RawLine, tuple[Span, ...]]] = []
    end = first + len(rows)
    full = 0
    for at in range(end, len(lines)):
        line = lines[at]
        if not line.text.strip() or line.text.count("\t") >= _MOST_CELLS:
            break
        cells = _by_tabs(line.text)
        if len(cells) == 1:
            # a heading over all columns, if the table goes on below it
            bands.append((line, cells))
            if len(bands) > _MOST_BANDS or len(line.text) > _LONGEST_BAND:
                break
            continue
        if width < _LEAST_COLUMNS:
            padded = cells if _is_numbered(line.text, cells, is_first=not full) else None
        else:
            padded = _padded(line.text, cells, width)
        if padded is None or (bands and _opens_anew(line.text, padded, headings)):
            break
        rows += [*bands, (line, padded)]
        bands = []
        end = at + 1
        full += 1
    if full < (1 if is_numbered and width >= _LEAST_COLUMNS else 2):
        return None
    return _Table(end, width, tuple(_in_line(*row) for row in rows), spans)


def _merged_headings(upper: Sequence[str], lower: Sequence[str]) -> Spans:
    """The spans of two rows of headings of which some are merged; none if they are no headings.

    `TT | Đơn vị | Sáng kiến | | ` over ` | | Cấp tỉnh | Cấp cơ sở | Tổng`: a sheet that is copied
    keeps the places that a merged cell covers empty.
    """
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    column = 0
    while column < len(upper):
        if not _is_heading(upper[column]):
            return {}
        end = column + 1
        while end < len(upper) and not upper[end]:
            end += 1
        under = lower[column:end]
        if end - column > 1:
            if not all(map(_is_heading, under)):
                return {}
            spans[0, column] = 1, end - column
            spans.update({(0, covered): (0, 0) for covered in range(column + 1, end)})
        elif under[0]:
            return {}
        else:
            spans[0, column] = 2, 1
            spans[1, column] = 0, 0
        column = end
    return spans


def _by_tabs(text: str) -> tuple[Span, ...]:
    return _spans(text, _TAB)


def _is_heading(text: str) -> bool:
    if not text or len(text) > _LONGEST_HEADING or not any(map(str.isalpha, text)):
        return False
    return not (is_national_title(text) or is_copies(text) or is_authority(text) or has_day(text))


def _padded(text: str, spans: tuple[Span, ...], width: int) -> tuple[Span, ...] | None:
    """The cells of a row; empty ones at the end may have been cut off with their tabs."""
    if sum(start < end for start, end in spans) < 2 or len(spans) > width:
        return None
    if len(spans) < width and not _is_label(text[slice(*spans[0])]):
        return None
    return spans + ((len(text), len(text)),) * (width - len(spans))


def _is_numbered(text: str, cells: Sequence[Span], *, is_first: bool) -> bool:
    """Whether a row of two cells has a number, which all but the first may have lost, and words."""
    number, words = (text[slice(*cell)] for cell in cells[:2])
    return len(cells) == 2 and bool(words) and (_is_label(number) if number else not is_first)


def _is_label(cell: str) -> bool:
    """Whether a cell numbers its row or the group below it."""
    return _ORDINAL.match(cell) is not None or _GROUP.fullmatch(cell) is not None


def _opens_anew(text: str, spans: Sequence[Span], headings: Sequence[str]) -> bool:
    """Whether a row behind a line of its own is the header of another table: `TT` again."""
    return text[slice(*spans[0])].casefold() == headings[0].casefold()


def _piped(lines: Sequence[RawLine], first: int) -> _Table | None:
    """The Markdown table at ``first``: a row, the rule below its headings, and rows."""
    if first + 2 >= len(lines) or not _is_rule(lines[first + 1].text):
        return _barred(lines, first)
    header = _by_pipes(lines[first].text)
    if header is None or len(header) < 2:
        return None
    rows = [(lines[first], header)]
    end = first + 2
    for at in range(end, len(lines)):
        line = lines[at]
        spans = _by_pipes(line.text)
        if spans is None:
            break
        padding = ((len(line.text), len(line.text)),) * (len(header) - len(spans))
        rows.append((line, (*spans, *padding)[: len(header)]))
        end += 1
    if len(rows) < 2:
        return None
    return _Table(end, len(header), tuple(_in_line(*row) for row in rows))


def _barred(lines: Sequence[RawLine], first: int) -> _Table | None:
    """The table at ``first`` whose rows are parted by bars without a rule below the headings.

    Its headings begin with that of the numbers, and its first row with a number; or its rows have
    numbers in one column, as a head in cells and a page's attributes have not.
    """
    words = lines[first].text.strip()
    edges = int(words.startswith("|")), int(words.endswith("|"))
    is_bare = edges == (1, 1) and _labels_below(words, lines[first + 1 : first + 2])
    edges = (0, 1) if is_bare else edges
    header = _by_bars(lines[first].text, edges)
    headings = [lines[first].text[start:end] for start, end in header]
    is_numbered = bool(headings) and headings[0].casefold() in _ORDINALS
    least = _LEAST_NUMBERED if is_numbered else _LEAST_COLUMNS
    if len(header) < least or not all(map(_is_heading, headings[is_bare:])):
        return None
    rows = [(lines[first], header)]
    amounts = frozenset(range(1, len(header)))  # the columns of numbers so far
    for at in range(first + 1, len(lines)):  # a slice would copy all that follows, line by line
        line = lines[at]
        spans = _by_bars(line.text, edges)
        if len(spans) != len(header):
            break
        is_first = len(rows) == 1
        if is_first and is_numbered and not _ORDINAL.match(line.text[slice(*spans[0])]):
            break
        if not is_numbered:
            amounts = _with_amounts(line.text, spans, amounts, may_lack=len(rows) > _FEWEST_ROWS)
            if not amounts:
                break
        rows.append((line, spans))
    if len(rows) == 1 or not (is_numbered or len(rows) > _FEWEST_ROWS):
        return None
    return _Table(first + len(rows), len(header), tuple(_in_line(*row) for row in rows))


def _labels_below(words: str, below: Sequence[RawLine]) -> bool:
    """``| Dự toán | Thực hiện |`` over ``- Thu nội địa: | 500 | 480 |``: labels have no heading."""
    row = below[0].text.strip() if below else ""
    return not row.startswith("|") and row.endswith("|") and row.count("|") == words.count("|")


def _with_amounts(
    text: str, spans: Sequence[Span], columns: frozenset[int], *, may_lack: bool
) -> frozenset[int]:
    """The columns of which a row has the number, or a dash where it may lack one."""
    pattern = _AMOUNT_OR_NONE if may_lack else _AMOUNT
    return frozenset(at for at in columns if pattern.fullmatch(text, *spans[at]))


def _by_bars(text: str, edges: tuple[int, int]) -> tuple[Span, ...]:
    """The cells of a row between bars, of which as many as ``edges`` stand before and behind."""
    if text.count("|") > _MOST_CELLS:
        return ()
    spans = _spans(text, _PIPE)
    return spans[edges[0] : len(spans) - edges[1]]


def _stacked(lines: Sequence[RawLine], texts: Sequence[str], first: int) -> _Table | None:
    """The table at ``first`` whose cells stand a line each."""
    if not opens_stacked(texts[first]):
        return None
    rows = stacked_rows(texts, first)
    if not rows:
        return None
    cells = [
        tuple(
            _words(line, _stripped(line.text, 0, len(line.text))) for line in lines[at : at + size]
        )
        for at, size in rows
    ]
    width = rows[0][1]
    spans: dict[tuple[int, int], Span] = {}
    for number, row in enumerate(cells):
        over = width - len(row) + 1
        if 1 < len(row) < width:  # a total: its label is over the columns before the amounts
            cells[number] = (row[0], *[row[0]] * (over - 1), *row[1:])
            spans[number, 0] = (1, over)
            spans.update({(number, n): (0, 0) for n in range(1, over)})
    return _Table(rows[-1][0] + rows[-1][1], width, tuple(cells), spans)


def _by_pipes(text: str) -> tuple[Span, ...] | None:
    """The cells of a row between pipes; None for other lines."""
    words = text.strip()
    is_row = len(words) > 1 and words[0] == words[-1] == "|" and words.count("|") <= _MOST_CELLS
    return _spans(text, _PIPE)[1:-1] if is_row else None


def _is_rule(text: str) -> bool:
    """Whether a line is the one below the headings: `|---|:--:|`."""
    words = text.strip()
    return "-" in words and words[0] == words[-1] == "|" and _RULE_SIGNS.issuperset(words)

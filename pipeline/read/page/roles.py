"""What a PDF line is besides body text: signing stamp, page number, footnote, running head."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

import regex

from pipeline.model import RawLine, RawPage
from pipeline.read.page.rows import cluster_rows, fragments
from pipeline.read.page.word import PlacedWord

# Words of signature appearances, incoming stamps and filing systems; none stands in a dispatch.
_STAMP = regex.compile(
    r"(?:^|\s)(?:Sign(?:ed)?\s+by|Ký\s+bởi|Người\s+ký|(?:Thời\s+gian|Ngày|Giờ)\s+ký|Digitally\s+signed|Signature\s+Not"
    r"|Ký\s+số\s+bởi)\b"
    r"|^\W*(?:Cơ\s+quan|Email|E-mail|Thời\s+gian|Địa\s+chỉ)\s*:"
    r"|\b\d{1,2}:\d\d:\d\d\b|\S@\S{1,250}\.\S|[+]0?7:00"
    r"|^\W*ID\s*:\s*\d+|Hệ\s+thống\s+[Qq]uản\s+lý\s+văn\s+bản\s+và\s+điều\s+hành"
    r"|^\W*(?:Số\s+)?(?:EOF|E-?[Oo]ffice|EOFFICE)\s*(?:số)?\s*:?",
)
_FILING = regex.compile(r"^\W*(?:Số\s+)?(?:EOF|e-?office)\s*(?:số)?\s*:", regex.IGNORECASE)
_SIGNED = regex.compile(
    r"^\W*(?:Ký\s+(?:số\s+)?bởi|Người\s+ký|(?:Thời\s+gian|Ngày|Giờ)\s+ký|Digitally\s+signed)\b",
    regex.IGNORECASE,
)
_PAGE_NUMBER = regex.compile(
    r"^(?:[-–—]\s*)?(?:Trang\s*|Page\s*)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?(?:\s*[-–—])?$",
    regex.IGNORECASE,
)
# What a browser prints over and under each page: `15/3/24, 14:05 Tên trang`, the address, `1/4`;
# and a filing system: `lvmau_15/03/2024 14:22:05`, who opened it.
_CLOCK = r"\d{1,2}:\d\d(?:\s?(?:AM|PM|SA|CH))?"
_DAY = r"\d{1,2}/\d{1,2}/\d{2,4}"
_BROWSER = regex.compile(
    rf"^(?:{_DAY},?\s{_CLOCK}|{_CLOCK},?\s{_DAY})(?:\s|$)|^(?:https?|file)://\S+(?:\s+\d+/\d+)?$"
    r"|^[\w.@-]{2,40}[_-]\d{1,2}/\d{1,2}/\d{4}\s\d{1,2}:\d\d:\d\d"
)
_PRINT_EDGE = 0.06  # share of the page height that browsers print in
_NOTE_MARK = regex.compile(r"^(?:\[?\(?\d{1,3}\)?\]?|\*{1,3})(?:\s|\p{L})")
_DIGITS = regex.compile(r"\d+")
_STAMP_SIZE = 0.6
_MARGIN = 0.13  # share of the page height where page numbers and running lines stand


def split_stamps(words: Sequence[PlacedWord]) -> tuple[list[PlacedWord], list[RawLine]]:
    """Page words without those of signature appearances, and the latter as footer lines.

    Looked at are words drawn by annotations and small print.  A drawn value (number, day) has no
    stamp words around it and stays.
    """
    limit = _STAMP_SIZE * median([word.size for word in words]) if words else 0.0
    drawn = [word for word in words if word.drawn or word.size < limit]
    if not drawn:
        return list(words), []
    gone: set[int] = set()
    lines: list[RawLine] = []
    for block in _blocks(drawn):
        rows = cluster_rows(block)
        texts = [" ".join(word.text for word in row) for row in rows]
        if any(_STAMP.search(text) for text in texts):
            gone.update(id(word) for word in block)
            lines.extend(line_of_footer(row) for row in rows)
    return [word for word in words if id(word) not in gone], lines


def split_browser_lines(
    words: Sequence[PlacedWord], height: float
) -> tuple[list[PlacedWord], list[RawLine]]:
    """Page words without the lines that a browser prints at its edges, and these as footer lines.

    They stand across the whole page, so that a column of the foot could take a part of them.
    """
    edge = _PRINT_EDGE * height
    near = [word for word in words if word.bottom < edge or word.top > height - edge]
    gone: set[int] = set()
    lines: list[RawLine] = []
    for row in cluster_rows(near) if near else ():
        if _BROWSER.match(" ".join(word.text for word in row)):
            gone.update(map(id, row))
            lines.append(line_of_footer(row))
    return ([word for word in words if id(word) not in gone], lines) if gone else (list(words), [])


def line_of_footer(row: Sequence[PlacedWord]) -> RawLine:
    """A furniture line out of a row of words."""
    from pipeline.read.page.rows import line_of

    return line_of(row, role="footer")


def _blocks(words: Sequence[PlacedWord]) -> list[list[PlacedWord]]:
    """Drawn words that stand together: neighbours in a line, lines close below each other."""
    parts = [part for row in cluster_rows(words) for part in fragments(row, 1.2)]
    blocks: list[list[int]] = []
    for index, part in enumerate(parts):
        near = [
            block
            for block in blocks
            if any(
                parts[other].x0 < part.x1
                and part.x0 < parts[other].x1
                and part.top - parts[other].bottom < 0.75 * part.size
                for other in block
            )
        ]
        merged = [other for block in near for other in block] + [index]
        blocks = [block for block in blocks if block not in near] + [merged]
    return [[word for index in block for word in parts[index].words] for block in blocks]


def mark_furniture(lines: Sequence[RawLine], height: float) -> list[RawLine]:
    """The lines with roles for page numbers, filing numbers, stamps and footnotes."""
    marked = list(lines)
    for index, line in enumerate(marked):
        if line.cell is not None or line.role or not line.words:
            continue
        top, bottom = line.words[0].box[1], line.words[0].box[3]
        at_edge = top < _MARGIN * height or bottom > (1 - _MARGIN) * height
        if at_edge and not line.column and _PAGE_NUMBER.match(line.text):
            role = "header" if top < height / 2 else "footer"
            marked[index] = replace(line, role=role)  # type: ignore[arg-type]
        elif _FILING.match(line.text) or _SIGNED.match(line.text):
            marked[index] = replace(line, role="footer")
    return _mark_footnotes(marked, height)


def _mark_footnotes(lines: list[RawLine], height: float) -> list[RawLine]:
    """Small print at the bottom of the page that starts with a mark is a footnote."""
    sizes = [
        line.size
        for line in lines
        if line.size and not line.role and line.cell is None and not line.column
        for _ in range(1 + len(line.text) // 20)
    ]
    if not sizes:
        return lines
    limit = 0.9 * median(sizes)
    start = len(lines)
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        if line.role in ("header", "footer"):
            continue
        if line.cell is not None or line.column or not line.size or not line.words:
            break
        first = line.words[-1]
        is_small = line.size < limit
        if not is_small or first.box[1] < 0.35 * height:
            break
        if _NOTE_MARK.match(line.text):
            start = index
    return [
        replace(line, role="footnote") if index >= start and not line.role else line
        for index, line in enumerate(lines)
    ]


def mark_running(pages: Sequence[RawPage]) -> list[RawPage]:
    """The pages with roles for lines that stand at the same edge of most pages (running heads)."""
    if len(pages) < 3:
        return list(pages)
    counts: Counter[tuple[str, str]] = Counter()
    for page in pages:
        counts.update({key for line in page.lines if (key := _running_key(page, line))})
    common = {key for key, count in counts.items() if count >= 3 and count * 2 >= len(pages)}
    if not common:
        return list(pages)
    marked = []
    for page in pages:
        lines = []
        for line in page.lines:
            key = _running_key(page, line)
            if key is not None and key in common:
                line = replace(line, role=key[0])  # type: ignore[arg-type]
            lines.append(line)
        marked.append(replace(page, lines=tuple(lines)))
    return marked


def _running_key(page: RawPage, line: RawLine) -> tuple[str, str] | None:
    """Edge and digit-free text of a line near the edge of its page, None for all others."""
    if line.role or line.cell is not None or line.column or not line.words or not page.height:
        return None
    top, bottom = line.words[0].box[1], line.words[0].box[3]
    if top < 0.09 * page.height:
        return "header", _DIGITS.sub("#", line.text)
    if bottom > 0.91 * page.height:
        return "footer", _DIGITS.sub("#", line.text)
    return None

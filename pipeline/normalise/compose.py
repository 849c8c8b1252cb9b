"""Compose the lines of a reading into one text with lines, pages and the runs that lead back."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.model import LOST, Box, Line, Page, RawLine, Reading, Run, Text
from pipeline.normalise.gaps import without_gaps
from pipeline.normalise.letters import repair
from pipeline.normalise.markup import unmark

# Readers whose lines may carry markdown.
_MARKED_UP = frozenset({"text"})
_TAB = 4  # blanks


@dataclass(slots=True)
class _Draft:
    """The text while it grows; lives only inside :func:`compose`."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    lines: list[Line] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    emphasis: list[tuple[int, int, str]] = field(default_factory=list)
    bold_since: int | None = None
    repaired: int = 0

    def put(self, piece: str) -> None:
        self.parts.append(piece)
        self.length += len(piece)


def compose(reading: Reading) -> Text:
    """Make the text of a reading: a line break after each line, a tab between cells of a row.

    Blanks at the ends of a line are left out: they are how it was set, and whoever saves it again
    may lose them.  Each output letter leads back to its page, line and raw letter through
    ``Text.runs``.
    """
    draft = _Draft()
    pages: list[Page] = []
    marked_up = reading.reader in _MARKED_UP
    for page_index, page in enumerate(reading.pages):
        start = draft.length
        for line_index, raw in enumerate(page.lines):
            following = page.lines[line_index + 1] if line_index + 1 < len(page.lines) else None
            _add_line(draft, raw, (page_index, line_index), page.number, marked_up)
            draft.put("\t" if _same_row(raw, following) else "\n")
        pages.append(
            Page(
                page.number, start, draft.length, page.width, page.height, page.reader,
                page.is_ocr, page.ocr_confidence, page.rotation,
            )
        )  # fmt: skip
    text = "".join(draft.parts)
    repaired = ("letters_repaired",) if draft.repaired else ()
    return Text(
        text,
        tuple(draft.lines),
        tuple(pages),
        tuple(draft.runs),
        tuple(draft.emphasis),
        (*repaired, "letters_lost") if LOST in text else repaired,
    )


def _same_row(line: RawLine, following: RawLine | None) -> bool:
    if line.cell is None or following is None or following.cell is None:
        return False
    return (line.cell.table, line.cell.row) == (following.cell.table, following.cell.row)


def _add_line(
    draft: _Draft, raw: RawLine, place: tuple[int, int], page: int, marked_up: bool
) -> None:
    start = draft.length
    words = raw.text.lstrip()
    before = len(raw.text) - len(words)
    words = words.rstrip()
    marks = unmark(words) if marked_up else None
    role = raw.role
    if marks is None or marks.kept is None:
        text, origins = repair(words)
        if origins is not None:
            draft.repaired += 1
        text, origins = without_gaps(text, origins)
    else:
        plain, inner = repair("".join(" " if i in marks.blanks else words[i] for i in marks.kept))
        text = plain
        origins = marks.kept if inner is None else tuple(marks.kept[i] for i in inner)
        if marks.is_heading and not role:
            role = "heading"
        draft.emphasis += [(start + a, start + b, "italic") for a, b in marks.italic if b > a]
        for toggle in marks.bold:
            if draft.bold_since is None:
                draft.bold_since = start + toggle
            else:
                if start + toggle > draft.bold_since:
                    draft.emphasis.append((draft.bold_since, start + toggle, "bold"))
                draft.bold_since = None
    draft.put(text)
    if text:
        if origins is not None and before:
            origins = tuple(before + origin for origin in origins)
        draft.runs.append(Run(start, draft.length, place, before, origins))
    draft.lines.append(
        Line(
            start, draft.length, page, place, raw.column, raw.cell, role, _union(raw), raw.bold,
            raw.italic, before + (_TAB - 1) * raw.text.count("\t", 0, before),
        )
    )  # fmt: skip


def _union(raw: RawLine) -> Box | None:
    if not raw.words:
        return None
    lefts, tops, rights, bottoms = zip(*[word.box for word in raw.words], strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)

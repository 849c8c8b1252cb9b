"""Find the appendices: `DANH SÁCH`, `PHỤ LỤC` and their parent line `(Kèm theo ...)`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.layout.markers import marker_of
from pipeline.layout.pieces import Piece, is_capitals
from pipeline.model import Appendix
from pipeline.rulebook import Rulebook

_LONGEST_TITLE = 9
_TITLE_LINE = 160


@dataclass(frozen=True, slots=True)
class AppendixLines:
    """An appendix and the line numbers of its title (parent line among them)."""

    appendix: Appendix
    first: int
    title_lines: frozenset[int]


def find_appendices(pieces: Sequence[Piece], rules: Rulebook) -> tuple[AppendixLines, ...]:
    """Find where annexes begin.

    A title counts if it opens a page, or stands behind the signature or the copies, or is followed
    by its parent line; a mention in the body (`có danh sách kèm theo`) does not.
    """
    title = rules.pattern("layout.appendix_title").regex
    parent = rules.pattern("layout.appendix_parent").regex
    lines = [
        p
        for p in pieces
        if not p.is_blank and p.cell is None and p.role not in ("header", "footer")
    ]
    first_of_page = _first_lines(lines)
    foot_seen = False
    found: list[AppendixLines] = []
    skip_to = -1
    for index, piece in enumerate(lines):
        foot_seen = foot_seen or _is_of_foot(piece.text, rules)
        if index < skip_to or index == 0 or not title.search(piece.text):
            continue
        if piece.column and piece.column == "left":
            continue
        if len(piece.text) > _TITLE_LINE or piece.text.endswith((";", ",")):
            continue
        block = _title_block(lines, index, rules)
        has_parent = any(parent.search(lines[i].text) for i in block)
        in_capitals = is_capitals(piece.text.split("(")[0])
        opens_page = index in first_of_page
        if not (
            has_parent or (in_capitals and (opens_page or foot_seen)) or (opens_page and foot_seen)
        ):
            continue
        part = len(found) + 1
        parent_at = next((i for i in block if parent.search(lines[i].text)), None)
        head = [i for i in block if parent_at is None or i < parent_at] or [index]
        words = " ".join(" ".join(lines[i].text for i in head).split())
        found.append(
            AppendixLines(
                Appendix(
                    part, words, lines[head[0]].start, lines[head[-1]].end,
                    None if parent_at is None else (lines[parent_at].start, lines[block[-1]].end),
                ),
                piece.line,
                frozenset(lines[i].line for i in block),
            )
        )  # fmt: skip
        skip_to = block[-1] + 1
    return tuple(found)


def _is_of_foot(text: str, rules: Rulebook) -> bool:
    """Whether a line opens the foot: ``Nơi nhận:``, ``TM. ỦY BAN``."""
    return rules.pattern("layout.copies").regex.search(text) is not None or (
        is_capitals(text) and rules.pattern("layout.authority").regex.search(text) is not None
    )


def _first_lines(lines: Sequence[Piece]) -> frozenset[int]:
    firsts = []
    page = None
    for index, piece in enumerate(lines):
        if piece.page != page:
            firsts.append(index)
            page = piece.page
    return frozenset(firsts)


def _title_block(lines: Sequence[Piece], index: int, rules: Rulebook) -> list[int]:
    """The title line and what belongs to it: wrapped lines and the bracketed parent line."""
    block = [index]
    parent = rules.pattern("layout.appendix_parent").regex
    for at in range(index + 1, min(index + _LONGEST_TITLE, len(lines))):
        piece, before = lines[at], lines[block[-1]]
        if piece.page != before.page or len(piece.text) > _TITLE_LINE:
            break
        opens_bracket = _open_bracket(lines, block)
        if parent.search(piece.text) or opens_bracket:
            block.append(at)
            continue
        if marker_of(piece.text, rules) is not None or before.text.endswith((".", ";", ")")):
            break
        if before.box is None and piece.line - before.line > 2 and len(block) > 1:
            break
        if _sets_apart(before, piece):
            break
        block.append(at)
    return block


def _open_bracket(lines: Sequence[Piece], block: Sequence[int]) -> bool:
    words = " ".join(lines[i].text for i in block)
    return words.count("(") > words.count(")")


def _sets_apart(before: Piece, piece: Piece) -> bool:
    if before.box is None or piece.box is None:
        return False
    return piece.box[1] - before.box[3] > 2.0 * (before.box[3] - before.box[1])

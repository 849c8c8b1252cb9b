"""Group the lines of the body into blocks and hang each under its headings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

import regex

from pipeline.layout.joins import Margins, is_full, joins, margins_of
from pipeline.layout.markers import ARABIC, Marker, lost_markers, marker_of
from pipeline.layout.misread_markers import misread_romans
from pipeline.layout.pieces import Piece, is_capitals
from pipeline.model import Block, BlockKind
from pipeline.rulebook import Rulebook

_FOOTNOTE = regex.compile(r"^(?:\[?\d{1,3}\]?[.)]?\s|\*)")
_LONGEST_HEADING = 180
_MARKS = '.,;:!?…”")]/'  # behind one of these a dash opens an item
_PAGE_EDGE = 5  # groups: the next one, and what stands at the edge of a page before it
_LONGEST_SMALL_TITLE = 120
# `Chủ tịch , Trường A`: the sign and the blank change places, so that no offset moves but its own
_BLANK_BEFORE = regex.compile(r"(?<=[\p{L}\d)”\"]) ([,;])(?= )")
_LETTERED = regex.compile(r"\s{0,9}[A-H]\s?[.)/-]\s{1,3}\p{Lu}\p{Ll}+\s\p{L}")
_PLAIN_HEADING = 2  # depth of a heading in capitals without a number


@dataclass(slots=True)
class Group:
    """Lines that make one block, with the marker the first one opens with.

    ``pieces`` grows while lines are grouped: a table can have a hundred thousand cells.
    """

    kind: BlockKind
    pieces: list[Piece]
    part: int
    marker: Marker | None = None
    table: int | None = None
    is_duplicate: bool = False


def group_lines(
    pieces: Sequence[Piece],
    kinds: Mapping[int, BlockKind],
    parts: Mapping[int, int],
    copies: frozenset[int],
    reader: str,
    rules: Rulebook,
    widths: Mapping[int, float | None],
) -> list[Group]:
    """Group lines into blocks, in the order of the text.

    ``kinds`` holds, by their start, pieces whose kind is settled (head, foot, furniture, titles);
    ``parts`` the appendix ordinal of each line; ``copies`` the lines that stand twice; ``widths``
    those of the pages.
    """
    margins = margins_of(pieces, widths)
    lost = lost_markers(pieces, rules) | misread_romans(pieces, rules)
    groups: list[Group] = []
    open_body: int | None = None  # index of the paragraph that may still go on
    for piece in pieces:
        if piece.is_blank and piece.cell is None:
            continue
        part = parts.get(piece.line, 0)
        copy = piece.line in copies
        settled = kinds.get(piece.start)
        if settled is not None:
            _add_settled(groups, piece, settled, part, copy)
            if settled not in ("furniture",):
                open_body = None
            continue
        if piece.cell is not None:
            if groups and groups[-1].table == piece.cell.table:
                groups[-1].pieces.append(piece)
            else:
                groups.append(Group("table", [piece], part, None, piece.cell.table, copy))
            open_body = None
            continue
        if piece.role == "footnote":
            _add_footnote(groups, piece, part, copy)
            continue  # the paragraph above a footnote goes on below it
        marker = lost.get(piece.start) or marker_of(piece.text, rules)
        basis = rules.pattern("layout.basis").regex.search(piece.text) is not None
        runs_on = (
            marker is not None
            and open_body is not None
            and _is_dash_inside(groups[open_body], marker, margins)
        )
        if open_body is not None and (marker is None or runs_on) and not basis:
            last = groups[open_body]
            if (
                last.part == part
                and last.is_duplicate == copy
                and (
                    joins(last.pieces, piece, margins, reader, _label_of(last), rules=rules)
                    or _is_open_basis(last, piece)
                )
            ):
                last.pieces.append(piece)
                continue
        kind: BlockKind = "list_item" if marker is not None else "paragraph"
        if basis and part == 0 and _is_basis(groups, piece):
            kind = "basis"
        groups.append(Group(kind, [piece], part, marker, None, copy))
        open_body = len(groups) - 1
    return groups


def _is_open_basis(group: Group, piece: Piece) -> bool:
    """Whether a căn cứ goes on: it ends with a sign, so that a line without one was only wrapped.

    Only where lines stand close in plain text; set lines and whole paragraphs tell by themselves.
    """
    before = group.pieces[-1]
    return (
        group.kind == "basis"
        and before.box is None
        and piece.box is None
        and piece.line - before.line == 1
        and before.text[-1] not in ";,.:"
        and not is_capitals(piece.text)
    )


def _label_of(group: Group) -> str:
    return group.marker.label if group.marker is not None else ""


def _is_dash_inside(group: Group, marker: Marker, margins: dict[int, Margins]) -> bool:
    """`ông Đỗ Bá Lộc` | `- Quản đốc ...`: a dash that a full line put first opens no item.

    The line above goes to the margin and ends in a word; it is no item of a dashed list itself.
    """
    before = group.pieces[-1]
    if marker.label.strip() not in ("-", "–") or before.text.rstrip()[-1:] in _MARKS:
        return False
    if group.marker is not None and group.marker.label.strip() in ("-", "–", "+", "•", "*"):
        return False
    return is_full(before, margins) and not is_capitals(before.text)


def _add_footnote(groups: list[Group], piece: Piece, part: int, copy: bool) -> None:
    """A footnote opens with its number; its other lines belong to it."""
    last = groups[-1] if groups else None
    if last is not None and last.pieces[-1].role == "footnote" and not _FOOTNOTE.match(piece.text):
        last.pieces.append(piece)
    else:
        groups.append(Group("paragraph", [piece], part, None, None, copy))


def _is_basis(groups: Sequence[Group], piece: Piece) -> bool:
    """The căn cứ stand between head and body; a sentence of the body may open with their words."""
    for group in reversed(groups):
        if group.kind == "basis":
            return True
        if is_capitals(group.pieces[0].text) or _is_title_rest(group):
            continue  # the authority that decides, or more of the title, above the căn cứ
        if group.kind in ("paragraph", "list_item", "table") and group.part == 0:
            return False
    return piece.text.casefold().startswith(("căn cứ", "- căn cứ", "xét", "- xét")) or (
        piece.text.endswith(";")
    )


def _is_title_rest(group: Group) -> bool:
    """A line of a long title that the head left over: short, and no sentence."""
    words = " ".join(piece.text for piece in group.pieces)
    return group.marker is None and len(words) < 160 and not words.endswith((".", ";", ":"))


def _add_settled(groups: list[Group], piece: Piece, kind: BlockKind, part: int, copy: bool) -> None:
    """Lines of one head or foot field next to each other make one block."""
    last = groups[-1] if groups else None
    if (
        last is not None
        and kind not in ("furniture", "heading")
        and (last.kind, last.part, last.is_duplicate) == (kind, part, copy)
        and last.pieces[-1].column == piece.column
    ):
        last.pieces.append(piece)
    else:
        groups.append(Group(kind, [piece], part, None, None, copy))


def blocks_of(groups: Sequence[Group], text: str) -> tuple[Block, ...]:
    """Make the blocks, settle which numbered lines are headings, and give each its path."""
    blocks: list[Block] = []
    path: list[tuple[int, str]] = []
    part = 0
    for index, group in enumerate(groups):
        if group.part != part:
            part, path = group.part, []
        start, end = group.pieces[0].start, group.pieces[-1].end
        view = _view(group, text, start)
        kind = group.kind
        level = group.marker.level if group.marker else 0
        if kind in ("list_item", "paragraph") and (
            _is_heading(group, groups, index, view)
            or (
                _is_small_title(view)
                and (_titles_division(groups, index, blocks) or _is_lettered(groups, index, view))
            )
        ):
            kind = "heading"
            level = level or _PLAIN_HEADING
        is_titled = kind == "heading" and _titles_division(groups, index, blocks)
        if is_titled:
            level, title = path.pop()  # `Chương I` and its title on the next line are one heading
            view_title = f"{title} {' '.join(view.split())}"
        elif kind == "heading" and not group.is_duplicate and group.kind != "heading":
            level = level or 1
            while path and path[-1][0] >= level:
                path.pop()
        elif group.marker is not None and kind == "list_item":
            while path and path[-1][0] >= level:
                path.pop()
        elif kind == "paragraph" and _LETTERED.match(view):
            while any(_LETTERED.match(title) for _, title in path):
                path.pop()  # `C. Kiến nghị: cấp thêm 03 xe` is no longer of `B. Nhiệm vụ`
        above = tuple(title for _, title in path)
        blocks.append(
            Block(
                "repeated" if group.is_duplicate else kind,
                start, end, group.pieces[0].page, view, level,
                group.marker.label if group.marker else "", above, group.part, group.table,
                group.is_duplicate,
            )
        )  # fmt: skip
        if is_titled:
            path.append((level, view_title))
        elif kind == "heading" and not group.is_duplicate and group.kind != "heading":
            path.append((level, " ".join(view.split())))
        elif kind == "list_item" and group.marker is not None and view.rstrip().endswith(":"):
            path.append((level, " ".join(view.split())[:_LONGEST_HEADING]))
    return tuple(blocks)


def _titles_division(groups: Sequence[Group], index: int, blocks: Sequence[Block]) -> bool:
    """A heading without a marker right below `Chương I` or `Phần thứ nhất` that stands alone."""
    if index == 0 or groups[index].marker is not None or groups[index].kind == "heading":
        return False
    above = groups[index - 1]
    return (
        above.marker is not None
        and above.marker.kind in ("phần", "chương", "mục", "tiểu mục")
        and blocks[-1].kind == "heading"
        and not groups[index].is_duplicate
        and not blocks[-1].view[above.marker.end :].strip(" .:")
    )


def _is_small_title(view: str) -> bool:
    """``Phương hướng năm 1997`` in small letters, which below ``Phần thứ hai`` is its title."""
    words = view.strip()
    return (
        len(words) <= _LONGEST_SMALL_TITLE
        and words[:1].isupper()
        and not words.endswith((".", ";", ",", ":"))
    )


def _is_lettered(groups: Sequence[Group], index: int, view: str) -> bool:
    """``B. Nhiệm vụ tháng 4`` right above ``1. ...``: a heading in small letters, too."""
    below = groups[index + 1].marker if index + 1 < len(groups) else None
    return (
        groups[index].marker is None
        and _LETTERED.match(view) is not None
        and below is not None
        and below.kind in ("roman", "arabic")
    )


def _view(group: Group, text: str, start: int) -> str:
    """The block's own letters, its label put right; what stands between its lines is blank."""
    parts: list[str] = []
    at = start
    for piece in group.pieces:
        if piece.start > at:
            between = text[at : piece.start]
            if group.table is not None:
                parts.append("".join(c if c in "\t\n" else " " for c in between))
            else:
                parts.append(" " * (piece.start - at))
        parts.append(text[piece.start : piece.end])
        at = max(at, piece.end)
    view = "".join(parts)
    if " ," in view or " ;" in view:  # few hold one, and to look behind every blank takes long
        view = _BLANK_BEFORE.sub(r"\1 ", view)
    marker = group.marker
    if marker is not None and marker.kind == "roman" and marker.label not in view:  # misread
        view = marker.label.ljust(marker.end) + view[marker.end :]
    return view if group.table is not None else view.replace("\n", " ").replace("\t", " ")


def _is_heading(group: Group, groups: Sequence[Group], index: int, view: str) -> bool:
    """A short line without a sentence's end, numbered, in capitals or marked as heading."""
    words = " ".join(view.split())
    if len(words) > _LONGEST_HEADING or not any(letter.isalpha() for letter in words):
        return False
    marker = group.marker
    if marker is not None and marker.kind in ("phần", "chương", "mục", "tiểu mục"):
        return True
    body = words[marker.end :] if marker else words
    if marker is not None and marker.kind == "điều":
        return len(words) < 150 and not words.endswith((".", ";", ",", ":"))
    if marker is not None and marker.kind == "roman":
        return not words.endswith((";", ",")) or is_capitals(body)
    if marker is not None and marker.kind in ("arabic", "decimal", "letter"):
        if words.endswith((".", ";", ",", "./.")) or (marker.kind == "arabic" and len(words) > 140):
            return False
        if group.pieces[0].role == "heading" or is_capitals(body):
            return True
        if words.endswith(":"):
            return len(words) < 90
        return _has_text_below(groups, index, marker) and len(words) < 140
    if marker is not None:
        return False
    return is_capitals(words) or group.pieces[0].role == "heading"


def _has_text_below(groups: Sequence[Group], index: int, marker: Marker) -> bool:
    """True if deeper text follows, so that the line is a heading and not an item of a list."""
    behind = (g for g in islice(groups, index + 1, index + _PAGE_EDGE) if g.kind != "furniture")
    below = next(behind, None)  # the number of the next page is none of the text
    if below is None or below.part != groups[index].part:
        return False
    if below.marker is None:
        return below.kind in ("paragraph", "table", "basis") and below.pieces[0].role != "footnote"
    return below.marker.level > marker.level or (
        marker.level < ARABIC and below.marker.kind != marker.kind
    )

"""Read the list of copies (Nơi nhận) at the foot: who gets the paper, and where it is kept.

Reference: document_format 7.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.layout.addressees import run_on_items
from pipeline.layout.pieces import Piece, is_capitals
from pipeline.layout.posts import is_post
from pipeline.model import Field
from pipeline.rulebook import Rulebook

_LONGEST_COPIES = 45
_SHORT_REST = 24  # letters: `KTN (Vũ 55)`
_UNITS = regex.compile(r"các\s(?:vụ|cục|ban|phòng|đơn\svị)(?!\p{L})", regex.IGNORECASE)
_NUMBERED = regex.compile(r"(?:\d{1,3}|[IVX]{1,4}|[A-Z])\s?[.)/]|Số\s?:")
_EDGE = " ;.,:_-–"  # signs around an item; a colon is a misread semicolon
_PURPOSE = regex.compile(r"^[-–\s]*\((?:để\s+)?\p{L}+(?:/\p{L}+)?\)[;.]?$", regex.IGNORECASE)


def read_copies(
    lines: Sequence[Piece],
    at: int,
    signature: set[int],
    rules: Rulebook,
    *,
    has_label: bool = True,
) -> tuple[tuple[Field, ...], frozenset[int]]:
    """The items below the line ``at``, which is their label or stands before them.

    :param signature: pieces (by their start) that belong to the signer
    :param has_label: whether the line is the label; else the first item stands below it
    :return: the items, and the pieces (by their start) that say them
    """
    label = rules.pattern("layout.copies").regex.search(lines[at].text) if has_label else None
    bullet = rules.pattern("layout.label_bullet").regex
    used = {lines[at].start} if has_label else set()
    items: list[tuple[int, int, str]] = []
    rest = lines[at].text[label.end() :] if label else ""
    opened = bullet.search(rest)
    if opened:
        start = lines[at].start + len(lines[at].text) - len(rest) + opened.end()
        for begin, end in run_on_items(rest[opened.end() :]):
            # the sign behind an item tells that it has ended
            item = rest[opened.end() + begin : opened.end() + end + 1]
            items.append((start + begin, start + end, item))
    column, page = lines[at].column if has_label else lines[at + 1].column, lines[at].page
    for piece in lines[at + 1 : at + _LONGEST_COPIES]:
        if piece.start in signature or (piece.column and column and piece.column != column):
            continue
        if piece.page > lines[at].page + 1:
            break
        match = bullet.search(piece.text)
        ended = not items or items[-1][2].rstrip().endswith((".", ";"))
        if ended and _PURPOSE.match(piece.text):
            used.add(piece.start)  # `(B/c)` that has drifted to a line of its own
            continue
        if match:
            items.append((piece.start + match.end(), piece.end, piece.text[match.end() :]))
        elif _is_item_without_dash(items[-1][2] if items else None, piece.text):
            items.append((piece.start, piece.end, piece.text))
        elif items and _UNITS.match(piece.text) and items[-1][2].rstrip().endswith(";"):
            start, _, value = items[-1]  # `- VPCP: BTCN, các PCN; | các Vụ: TH, KTTH;`
            items[-1] = (start, piece.end, f"{value} {piece.text}")
        elif items and not items[-1][2].rstrip().endswith((".", ";")) and len(piece.text) < 90:
            if is_post(piece.text, rules) or (
                _is_kept(items[-1][2]) and not _wraps(items[-1][2], piece, page)
            ):
                break
            start, _, value = items[-1]
            items[-1] = (start, piece.end, f"{value} {piece.text}")
        else:
            break
        used.add(piece.start)
        page = piece.page
        if _is_last(items[-1][2]):
            break
    fields = tuple(
        Field(value, start, end, "layout.copies")
        for start, end, value in ((s, e, " ".join(v.strip(_EDGE).split())) for s, e, v in items)
        if value
    )
    return fields, frozenset(used)


def _is_item_without_dash(above: str | None, text: str) -> bool:
    """An item whose dash recognition lost: below the label, or behind an item that ended.

    `Lưu: ...` closes the list, whatever the item above it ends with.
    """
    if above is not None and _is_kept(text):
        return True
    ended = above is None or above.rstrip(" -–_").endswith(";")
    return (
        ended
        and text.rstrip(" -–_").endswith((";", "."))
        and text[0].isupper()
        and len(text) < 70
        and not is_capitals(text)
    )


def _is_last(item: str) -> bool:
    """`Lưu: ...` closes the list; its full stop ends it."""
    return _is_kept(item) and item.rstrip().endswith(".")


def _is_kept(item: str) -> bool:
    """`Lưu: VT, TH`: where the paper itself is kept."""
    return item.lstrip().casefold().startswith("lưu")


def _wraps(kept: str, piece: Piece, page: int) -> bool:
    """Whether a line goes on with `Lưu: ...`: on its page, behind a comma or as a short rest."""
    if piece.page != page or _NUMBERED.match(piece.text):
        return False
    if kept.rstrip().endswith((",", "-", "–")):
        return True
    # Codes (`TCT (HC, NV3)`), not the head of the next paper.
    is_code = not is_capitals(piece.text) or "(" in piece.text or " " not in piece.text
    return is_code and len(piece.text) <= _SHORT_REST

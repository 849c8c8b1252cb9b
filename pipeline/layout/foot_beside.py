"""Put the signature apart that stands behind the copies on their lines, one blank between them.

A foot of two columns whose gaps a program closed: `Nơi nhận: TM. ỦY BAN NHÂN DÂN`, below it
`- Như trên; KT. CHỦ TỊCH`, `- Lưu: VT. Lê Văn A`.  Wider gaps are the matter of `foot_columns`,
bars that of `foot_lines`.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.layout.issuers import body_heads
from pipeline.layout.names import signer_name
from pipeline.layout.pieces import Piece, is_capitals, split_cells
from pipeline.layout.posts import is_post
from pipeline.rulebook import Rulebook

_BAR = "|"
_LONGEST = 24  # lines of a foot
_WIDEST = 200  # letters of a line with two cells
_END = regex.compile(r"(?<=[;.:,)])[ \u00a0]{1,3}(?=[\p{Lu}(]|đã\s)")
_SIGN = regex.compile(r"(?<!\S)(?:TM|KT|TL|TUQ|T/M|K/T|T/L|Q)\.?\s{1,2}(?=\p{Lu}{2})")
_MARK = regex.compile(r"\(?(?:đã )?ký(?: tên[^()]{0,30})?\)?", regex.IGNORECASE)


def beside_copies(lines: Sequence[Piece], rules: Rulebook) -> list[Piece]:
    """The lines, those of the copies without what stands behind them, and that below them."""
    label = rules.pattern("layout.copies").regex
    bullet = rules.pattern("layout.label_bullet").regex
    first = next((at for at in reversed(range(len(lines))) if label.search(lines[at].text)), None)
    if first is None:
        return list(lines)
    left: list[Piece] = []
    right: list[Piece] = []
    end = first
    for piece in lines[first : first + _LONGEST]:
        is_apart = piece.box is not None or piece.column or _BAR in piece.text
        if is_apart or len(split_cells(piece)) > 1:
            return list(lines)
        is_item = bullet.search(piece.text) is not None
        behind = _behind(piece, is_item, bool(right), rules) if is_item or end == first else None
        if behind is not None:
            copy = piece.text[:behind].rstrip()
            left.append(piece._replace(end=piece.start + len(copy), text=copy, column="left"))
            rest = piece.text[behind:]
            right.append(piece._replace(start=piece.start + behind, text=rest, column="right"))
        elif is_item or end == first:
            left.append(piece._replace(column="left"))
        elif right and _goes_on(piece, rules):
            right.append(piece._replace(column="right"))
        else:
            break
        end += 1
    return [*lines[:first], *left, *right, *lines[end:]] if right else list(lines)


def _behind(piece: Piece, is_item: bool, is_signed: bool, rules: Rulebook) -> int | None:
    """Where a line of the signature begins behind the label of the copies or behind an item."""
    if len(piece.text) > _WIDEST:
        return None
    for end in _END.finditer(piece.text):
        rest = piece.text[end.end() :]
        if _opens(rest, rules) or (is_signed and _goes_on(piece._replace(text=rest), rules)):
            return end.end()
    sign = _SIGN.search(piece.text) if is_item else None
    return sign.start() if sign is not None and _opens(piece.text[sign.start() :], rules) else None


def _opens(text: str, rules: Rulebook) -> bool:
    """Whether a line of a signature tells by itself what it is: an authority or a whole post."""
    sign = _SIGN.match(text)
    if sign is None:
        return " " in text and is_post(text, rules)
    whose = text[sign.end() :]
    return is_post(whose, rules) or (
        is_capitals(whose) and body_heads(rules).match(whose) is not None
    )


def _goes_on(piece: Piece, rules: Rulebook) -> bool:
    """Whether a line goes on with a signature: a mark, a post or the name."""
    text = piece.text
    if _MARK.fullmatch(text) or _opens(text, rules):
        return True
    return signer_name(piece, rules) is not None

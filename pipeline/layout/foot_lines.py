"""Put the lines of a foot back as they were printed, where a page of the web ran them together.

Cells stand between bars, or close with one (`THỦ TƯỚNG |`); lost breaks join an authority to the
post below it (`KT THỦ TƯỚNG PHÓ THỦ TƯỚNG`) and a post to the name (`PHÓ CHỦ NHIỆMLê Văn Mẫu`).
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.layout.foot_run_on import lines_apart
from pipeline.layout.names import signer_name
from pipeline.layout.pieces import Piece, run_on_lines
from pipeline.layout.posts import is_post
from pipeline.rulebook import Rulebook

_BAR = "|"
_LAST_CAPITAL = regex.compile(r"(?<=\p{Lu}{2})(?=\p{Lu}\p{Ll})")


def printed_lines(pieces: Sequence[Piece], rules: Rulebook) -> list[Piece]:
    """The lines of a foot, run-on ones apart."""
    return [
        line
        for piece in pieces
        for cell in _cells(piece, rules)
        for part in lines_apart(cell, rules)
        for line in _glued_apart(part, rules)
    ]


def _cells(piece: Piece, rules: Rulebook) -> tuple[Piece, ...]:
    """The cells that bars part or close (`Nơi nhận: | TM. BAN A |`)."""
    text = piece.text.rstrip(" |\t")
    if text != piece.text and _BAR not in text and text:
        return (piece._replace(end=piece.start + len(text), text=text),)
    opens = ("layout.copies", "layout.authority")
    if _BAR not in piece.text or not any(
        rules.pattern(rule).regex.search(piece.text) for rule in opens
    ):
        return (piece,)
    return run_on_lines(piece, rules)


def _glued_apart(piece: Piece, rules: Rulebook) -> list[Piece]:
    """A post and the name that lost the break between them."""
    glued = _LAST_CAPITAL.search(piece.text)
    if glued is None:
        return [piece]
    post, name = _cut(piece, glued.start())
    is_foot = is_post(post.text, rules) and signer_name(name, rules) is not None
    return [post, name] if is_foot else [piece]


def _cut(piece: Piece, at: int) -> list[Piece]:
    return [
        piece._replace(end=piece.start + at, text=piece.text[:at]),
        piece._replace(start=piece.start + at, text=piece.text[at:]),
    ]

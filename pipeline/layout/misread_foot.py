"""Put right the lines of a recognised foot: posts and family names that can be one thing only."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.layout.misread_names import with_surname
from pipeline.layout.pieces import Piece
from pipeline.layout.posts import misread_deputy, misread_post, sign_put_right
from pipeline.rulebook import Rulebook


def with_right_lines(
    pieces: Sequence[Piece], first: int, recognised: frozenset[int], rules: Rulebook
) -> list[Piece]:
    """The lines from number ``first`` on with posts and family names as they are spelled."""
    printed = [p.text for p in pieces]
    mended = [
        _put_right(p, printed, rules) if p.page in recognised and p.line >= first else p
        for p in pieces
    ]
    return _with_deputies(mended, first, recognised, rules)


def _with_deputies(
    pieces: Sequence[Piece], first: int, recognised: frozenset[int], rules: Rulebook
) -> list[Piece]:
    """The lines with the post right below `KT. ...` as it must be, where it was misread."""
    out: list[Piece] = []
    above: Piece | None = None
    for piece in pieces:
        is_read = piece.page in recognised and piece.line >= first and not piece.is_blank
        if is_read and above is not None and not _is_beside(piece, above):
            deputy = misread_deputy(above.text, piece.text, rules)
            piece = piece if deputy is None else piece._replace(text=deputy)
        if not piece.is_blank:
            above = piece
        out.append(piece)
    return out


def _is_beside(piece: Piece, above: Piece) -> bool:
    """Whether a line stands on another page than the one before it, or level with it."""
    if piece.page != above.page or piece.box is None or above.box is None:
        return piece.page != above.page
    return piece.box[1] < (above.box[1] + above.box[3]) / 2


def _put_right(piece: Piece, printed: Sequence[str], rules: Rulebook) -> Piece:
    """A line of a recognised page with its post or family name as it is spelled."""
    if (signed := sign_put_right(piece.text)) != piece.text:
        return piece._replace(text=signed)
    post = misread_post(piece.text, rules)
    return with_surname(piece, printed, rules) if post is None else piece._replace(text=post)

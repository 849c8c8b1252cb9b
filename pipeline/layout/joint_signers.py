"""Tell the signers of a joint paper (liên tịch) apart, whose posts stand over or beside each other.

A sign of signing for another stands once in the stack of one signer (`TM. | KT. | PHÓ CHỦ TỊCH`);
where it comes again, the stack of the next body begins.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.layout.pieces import Piece, is_capitals

_SIGN = regex.compile(r"^[\s*]*(?P<sign>TM|T/M|KT|K/T|TL|T/L|TUQ|Q)\s?[./,]?\s?(?=\p{Lu})")
_TWO = regex.compile(
    r"^[\s*]*(?P<sign>TM|KT|TL|TUQ)\.\s?\p{Lu}.*?(?P<gap>(?<!\s)[ ]{1,3})(?=(?P=sign)\.)"
)
_BEHIND_NAME = regex.compile(r"(?<=\p{Ll})\s{1,40}(?=(?:TM|KT|TL|TUQ)\.\s?\p{Lu}{2})")
_GAP = regex.compile(r"(?<=\S)[ ]{2,3}(?=\p{Lu})")
_HEAD_WORDS = 3  # `BỘ TRƯỞNG BỘ ...` over `BỘ TRƯỞNG BỘ ...`
_ROWS = 8  # printed lines of two stacks side by side, names and all


def stacks(group: Sequence[Piece]) -> list[list[Piece]]:
    """The lines of a run of posts, those of each signer apart."""
    found: list[list[Piece]] = [[]]
    signs: set[str] = set()
    for piece in group:
        hit = _SIGN.match(piece.text)
        sign = hit["sign"].replace("/", "") if hit is not None else None
        again = sign in signs if sign is not None else _is_like(found[-1][:1], piece)
        if again:
            found.append([])
            signs = set()
        if sign is not None:
            signs.add(sign)
        found[-1].append(piece)
    return found


def _is_like(first: Sequence[Piece], piece: Piece) -> bool:
    """Whether a post without a sign is that of another body: the same words, another name."""
    if not first or _SIGN.match(first[0].text):
        return False
    words, others = first[0].text.split(), piece.text.split()
    alike = words[:_HEAD_WORDS] == others[:_HEAD_WORDS] and len(words) > _HEAD_WORDS
    return alike and words != others


def apart(pieces: Sequence[Piece]) -> list[Piece]:
    """The lines of a foot, two stacks on common lines as cells, and a post behind a name alone."""
    found: list[Piece] = []
    beside: list[Piece] = []  # the right column of what is read, which stands behind the left one
    rows = 0
    for piece in pieces:
        two = _TWO.match(piece.text) if is_capitals(piece.text) and not piece.column else None
        behind = _BEHIND_NAME.search(piece.text) if _has_sign(piece.text) else None
        rows = _ROWS if two is not None else max(0, rows - 1)
        cut = two.span("gap") if two is not None else _gap(piece.text) if rows else None
        if not rows:
            found, beside = found + beside, []
        if cut is not None and not piece.column:
            left, right = _cut(piece, *cut)
            found.append(left)
            beside.append(right)
        elif behind is not None:
            left, right = _cut(piece, *behind.span())
            found += [left._replace(column=""), right._replace(column="")]
        else:
            found.append(piece)
    return found + beside


def _has_sign(text: str) -> bool:
    return "." in text and ("T." in text or "M." in text or "L." in text or "Q." in text)


def _gap(text: str) -> tuple[int, int] | None:
    """Where a line below two authorities parts: at a wide gap, or in the midst of a post twice."""
    wide = _GAP.search(text)
    if wide is not None:
        return wide.span()
    half = len(text) // 2
    twice = len(text) % 2 == 1 and text[half] == " " and text[:half] == text[half + 1 :]
    return (half, half + 1) if twice else None


def _cut(piece: Piece, begin: int, end: int) -> tuple[Piece, Piece]:
    left, right = piece.text[:begin], piece.text[end:]
    start = piece.start + end
    return (
        piece._replace(end=piece.start + begin, text=left, column="left"),
        piece._replace(start=start, text=right, column="right"),
    )

"""Knows the Roman numbers of headings that recognition misreads: ``IH. Phòng Mẫu`` behind II.

In bold its strokes run together: II. is read as H., III. as IH., HI. or HH., I. as L or [.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.layout.markers import ROMAN, Marker, marker_of
from pipeline.layout.pieces import Piece
from pipeline.rulebook import Rulebook

_SHAPE = regex.compile(
    r"^(?P<label>(?P<shape>[IHL1l\[ÍÏ|!Ị]{1,4}V?)(?:\s?[.,]|(?<=^[L\[|!])(?=\s)))\s+(?=\p{Lu}\p{L})"
)
_ORDINALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_STROKES = {"H": "II", "V": "V"}  # any other sign is one stroke
_BETWEEN = 60  # lines from a heading to the next


def misread_romans(pieces: Sequence[Piece], rules: Rulebook) -> dict[int, Marker]:
    """Markers of headings whose Roman number was misread, as it is, by the start of the line.

    Only where it goes on counting what the headings before and behind it count.
    """
    lines = [p for p in pieces if p.cell is None and p.role != "footnote"]
    shapes = {p.start: hit for p in lines if (hit := _SHAPE.match(p.text)) is not None}
    if not shapes:
        return {}
    headings: list[tuple[Piece, str | None]] = []
    for piece in lines:
        marker = marker_of(piece.text, rules)
        if marker is not None and marker.kind == "roman":
            headings.append((piece, marker.ordinal))
        elif piece.start in shapes and (marker is None or marker.kind == "letter"):
            headings.append((piece, None))
    found: dict[int, Marker] = {}
    known = 0
    for at, (piece, ordinal) in enumerate(headings):
        if ordinal is not None:
            known = _ORDINALS.index(ordinal) + 1 if ordinal in _ORDINALS else 0
            continue
        hit = shapes[piece.start]
        behind = headings[at + 1] if at + 1 < len(headings) else None
        if behind is not None and behind[0].line - piece.line > _BETWEEN:
            behind = None
        strokes = "".join(_STROKES.get(sign, "I") for sign in hit["shape"])
        follows = behind[1] if behind is not None else ""
        if strokes == "I":
            number = 1 if follows == "II" and known != 1 else 0
        else:
            # H. is a district or the eighth letter, too
            is_sure = hit["shape"] != "H" or (known == 1 and follows in ("III", None))
            number = known + 1 if known and is_sure and _reads(strokes, known + 1) else 0
        label = f"{_ORDINALS[number - 1]}." if number else ""
        if number and len(label) <= hit.end():
            known = number
            found[piece.start] = Marker("roman", label, label[:-1], ROMAN, hit.end())
    return found


def _reads(strokes: str, number: int) -> bool:
    """Whether a number may be read as so many strokes: of three, one more or less is seen."""
    if number > len(_ORDINALS):
        return False
    printed = _ORDINALS[number - 1]
    return strokes == printed or (number in (2, 3) and strokes in ("II", "III", "IIII"))

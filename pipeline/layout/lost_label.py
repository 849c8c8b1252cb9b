"""Find the copies (nơi nhận) whose label recognition lost: by the line that closes the list.

`Lưu: VT, ...` says where the paper is kept, and stands in no other list (NĐ 30/2020, Annex I,
II.9b).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.layout.pieces import Piece
from pipeline.rulebook import Rulebook

_ENDED = (";", ",", ".")
_FEWEST = 2
_LONGEST = 70  # letters of an item whose dash was lost as well


def first_copy(lines: Sequence[Piece], rules: Rulebook) -> int | None:
    """The line of the first item above the last `Lưu: VT`, None where it stands alone."""
    bullet = rules.pattern("layout.label_bullet").regex
    last = next(
        (
            i
            for i in range(len(lines) - 1, -1, -1)
            if rules.pattern("zones.lost_label_kept").regex.match(lines[i].text)
        ),
        None,
    )
    if last is None:
        return None
    first, items = last, 1
    for index in range(last - 1, -1, -1):
        piece = lines[index]
        if piece.column != lines[last].column:
            continue
        has_dash = bullet.search(piece.text) is not None and piece.text.endswith(_ENDED)
        is_bare = piece.text[:1].isupper() and piece.text.endswith(";")
        is_item = has_dash or (is_bare and len(piece.text) <= _LONGEST)
        if not is_item or piece.page != lines[last].page:
            break
        first, items = index, items + 1
    return first if items >= _FEWEST else None

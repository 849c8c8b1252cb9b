"""Tell the type of a dispatch whose line of the type is lost, as on copies of law sites.

The enacting word says what the paper is (`NGHỊ ĐỊNH:`), and so does the site's own table of
attributes (`Loại văn bản: Chỉ thị`); where neither stands there, the type stays unknown.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.layout.pieces import Piece
from pipeline.layout.types import type_code
from pipeline.rulebook import Rulebook

# What each enacting word makes of the paper (Luật Ban hành văn bản QPPL 80/2015, articles 2 and 4).
_ENACTED = {
    "QUYẾT NGHỊ": "NQ", "NGHỊ QUYẾT": "NQ", "QUYẾT ĐỊNH": "QĐ", "NGHỊ ĐỊNH": "NĐ",
    "CHỈ THỊ": "CT", "SẮC LỆNH": "SL",
}  # fmt: skip
_FIRST_LINES = 30  # of the table of attributes
_LETTERS = regex.compile(r"\p{L}+")


def lost_type(pieces: Sequence[Piece], rules: Rulebook) -> str | None:
    """The code of the type that the enacting word or the site tells.

    :param pieces: the lines of the main part
    """
    attribute = rules.pattern("layout.type_attribute").regex
    for piece in pieces[:_FIRST_LINES]:
        stated = attribute.search(piece.text)
        if stated is not None:
            return type_code(stated["type"], rules)
    enacting = rules.pattern("layout.enacting").regex
    for piece in pieces:
        if enacting.search(piece.text):
            words = " ".join(_LETTERS.findall(piece.text)).removeprefix("RA ")
            return _ENACTED.get(words)
    return None

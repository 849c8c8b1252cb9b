"""Set misread words of awards right (`Băng khen`, `thỉ đua`), in folds only.

Each of these word pairs stays the only one that its letters can spell, whatever the tone; ư is no
misread u, since `thì đưa` is a phrase of its own (reference: text_defects, section 4).
"""

from __future__ import annotations

import unicodedata

import regex

from pipeline.rulebook.twin import Twins

_PAIRS = (
    "thi đua", "tiên tiến", "bằng khen", "giấy khen", "huân chương", "huy chương", "lao động",
    "chiến sĩ", "xuất sắc", "sáng tạo", "kỷ niệm chương", "tập thể", "danh hiệu",
)  # fmt: skip
_FAMILIES = ("aăâ", "eê", "oôơ", "i", "y")
_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")


def _class(letter: str) -> str:
    """The letters that a vowel is misread as: other tones, and other shapes but for ư."""
    base = "".join(c for c in unicodedata.normalize("NFD", letter) if c not in _TONES[1:])
    base = unicodedata.normalize("NFC", base)
    if letter in "đd":
        return "[đd]"
    if base not in "aăâeêioôơuưy":
        return regex.escape(letter)
    family = next((f for f in _FAMILIES if base in f), base)
    forms = {unicodedata.normalize("NFC", shape + tone) for shape in family for tone in _TONES}
    return f"[{''.join(sorted(forms))}]"


_RIGHT = {f"w{n}": pair for n, pair in enumerate(_PAIRS)}
_MISREAD = Twins(
    r"(?<!\p{L})(?:"
    + "|".join(
        f"(?P<{name}>{''.join(' ' if c == ' ' else _class(c) for c in pair)})"
        for name, pair in _RIGHT.items()
    )
    + r")(?!\p{L})"
)


def award_words_put_right(folded: str) -> str:
    """The fold, as long as before, with the words of awards as they are spelled."""
    return _MISREAD.on(folded).sub(lambda hit: _RIGHT[str(hit.lastgroup)], folded)

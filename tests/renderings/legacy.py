"""Writes Vietnamese in the 8-bit codes that were used before Unicode, with the fonts for them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from pipeline.read.legacy.maps import TCVN3, VN1, VNI
from pipeline.rulebook import load_rulebook

FONTS = {TCVN3: (".VnTime", ".VnTimeH"), VNI: ("VNI-Times", "VNI-Times")}
"""The fonts of an encoding: the plain one, and the one that shows capitals whatever is typed."""


@lru_cache(maxsize=16)
def codes(encoding: str, shown: bool = True) -> dict[str, str]:
    """The code of each letter, as CP1252 shows its bytes, or (not ``shown``) as Latin-1 does."""
    known = (encoding, TCVN3) if encoding == VN1 else (encoding,)
    letters: dict[str, str] = {}
    for row in load_rulebook().lexicon("legacy_encodings").rows:
        if row["encoding"] in known:
            raw = bytes.fromhex(row["hex"])
            code = raw.decode("latin-1")
            if shown:
                code = "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in raw)
            letters.setdefault(row["unicode"], code)
    return letters


def as_codes(text: str, encoding: str, shown: bool = True) -> str:
    """A Unicode text in the codes of an encoding; capitals that have none become small letters."""
    letters = codes(encoding, shown)
    if encoding == TCVN3:
        text = "".join(c if c in letters or c.isascii() else c.lower() for c in text)
    return "".join(letters.get(letter, letter) for letter in text)


def set_in_fonts(text: str, encoding: str) -> Iterator[tuple[str, str]]:
    """Runs of (codes, font): capitals without a code are small letters in the font for capitals.

    A word in capitals is one run; a single capital at the head of a word is a run of its own.
    """
    plain, capitals = FONTS[encoding]
    lost = [_is_lost(letter, encoding) for letter in text]
    for word in _words(text):
        if any(lost[word.start : word.stop]) and text[word.start : word.stop].isupper():
            lost[word.start : word.stop] = [True] * len(word)
    for in_capitals, places in groupby(range(len(text)), key=lambda at: lost[at]):
        piece = "".join(text[at] for at in places)
        if in_capitals:
            yield as_codes(piece.lower(), encoding), capitals
        else:
            yield as_codes(piece, encoding), plain


def _is_lost(letter: str, encoding: str) -> bool:
    return letter.isupper() and not letter.isascii() and letter not in codes(encoding)


def _words(text: str) -> Iterator[range]:
    for is_word, places in groupby(range(len(text)), key=lambda at: text[at].isalpha()):
        if is_word:
            found = list(places)
            yield range(found[0], found[-1] + 1)

"""Spellings of one Vietnamese term that readers hold to be the same word."""

from __future__ import annotations

import re
import unicodedata
from itertools import product

# Grave, acute, tilde, hook above, dot below: the five tones. Circumflex, breve and horn are not
# tones but parts of the letter and stay where they are.
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_WORD = re.compile(r"[^\W\d_]+")
# Final oa, oe, uy carry the tone on either vowel (hòa/hoà); the u of qu is no vowel (quý only).
_MOVABLE_TONE = re.compile(r"(?:o[ae]|(?<!q)uy)\Z")
# Onsets after which a lone i and a lone y are the same sound (sĩ/sỹ, kỉ/kỷ, quí/quý).
_I_OR_Y = re.compile(r"(?:[hklmst]|qu)[iy]\Z")
_SWAP_IY = {"i": "y", "y": "i", "I": "Y", "Y": "I"}
# All capitals without tone or circumflex: LĐLĐ, TƯLĐTT, but not ĐỊNH or BÁO.
_ABBREVIATION = re.compile(r"[A-ZĐƯ]{2,}\Z")
# A term with more than this many foldable syllables keeps its own spelling only: no real term
# comes near, and the number of spellings doubles with each.
_MAX_SPELLINGS = 64


def spellings(term: str) -> tuple[str, ...]:
    """All spellings of ``term`` (NFC) under the folds of text_defects, section 2; its own first.

    Tone placement in open oa, oe, uy; i/y after h, k, l, m, s, t, qu; Đ/D inside abbreviations
    in capitals (OCR loses the bar). Case, blanks and everything else stay as they are.
    """
    pieces: list[tuple[str, ...]] = []
    last = 0
    for word in _WORD.finditer(term):
        pieces.append((term[last : word.start()],))
        pieces.append(_word_spellings(word.group()))
        last = word.end()
    pieces.append((term[last:],))
    count = 1
    for piece in pieces:
        count *= len(piece)
    if count > _MAX_SPELLINGS:
        return (term,)
    return tuple("".join(parts) for parts in product(*pieces))


def _word_spellings(word: str) -> tuple[str, ...]:
    if _ABBREVIATION.match(word):
        letters = [("Đ", "D") if letter == "Đ" else (letter,) for letter in word]
        if sum(len(choice) > 1 for choice in letters) > 4:
            return (word, word.replace("Đ", "D"))
        return tuple("".join(choice) for choice in product(*letters))
    split = [_split_tone(letter) for letter in word]
    bare = "".join(base for base, _ in split)
    plain = bare.lower()
    if len(plain) != len(word):
        return (word,)
    if _I_OR_Y.match(plain):
        base, tone = split[-1]
        return (word, word[:-1] + unicodedata.normalize("NFC", _SWAP_IY[base] + tone))
    tones = [tone for _, tone in split if tone]
    movable = _MOVABLE_TONE.search(plain)
    if movable and len(tones) == 1 and (split[-1][1] or split[-2][1]):
        tone = tones[0]
        old = bare[:-2] + bare[-2] + tone + bare[-1]
        new = bare[:-2] + bare[-2] + bare[-1] + tone
        forms = [unicodedata.normalize("NFC", form) for form in (old, new)]
        return (word, *(form for form in forms if form != word))
    return (word,)


def _split_tone(letter: str) -> tuple[str, str]:
    """A letter as (letter without tone, tone mark or ""): ế is ê and acute."""
    marks = unicodedata.normalize("NFD", letter)
    tone = "".join(mark for mark in marks if mark in _TONES)
    base = "".join(mark for mark in marks if mark not in _TONES)
    return unicodedata.normalize("NFC", base), tone

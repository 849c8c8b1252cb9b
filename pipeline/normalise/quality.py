"""Judge how much of a text is Vietnamese: the share of its words with the shape of a syllable."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

import regex

_WORD = regex.compile(r"\p{L}+")
_ONSET = r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?"
_NUCLEUS = r"[aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ]{1,3}"
_CODA = r"(?:ch|nh|ng|[cmnpt])?"
_SYLLABLE = regex.compile(rf"^{_ONSET}{_NUCLEUS}{_CODA}$")
_SIGNS = '.,;:()“”"-–'  # that most often stand beside a word
_LONGEST = 8  # letters of onset, nucleus and coda
_SHORT = 24  # letters of what is remembered
# Enough words to judge by; a longer text is judged by its beginning.
_MOST = 20_000


def text_quality(text: str) -> float | None:
    """Return 0..1, None for a text without words.

    Words in capitals are left out (abbreviations and codes), as are single letters.
    """
    shaped = counted = 0
    for piece, count in Counter(text[:_MOST].split()).items():
        words, syllables = _kept_piece(piece) if len(piece) <= _SHORT else _piece(piece)
        counted += count * words
        shaped += count * syllables
    return round(shaped / counted, 4) if counted else None


def _piece(piece: str) -> tuple[int, int]:
    """How many words stand between two blanks, and how many are shaped like a syllable."""
    bare = piece.strip(_SIGNS)
    words = [
        word
        for word in ((bare,) if bare.isalpha() else _WORD.findall(bare))
        if len(word) > 1 and not (word.isupper() and len(word) <= _LONGEST)
    ]
    return len(words), sum(map(_has_shape, words))


_kept_piece = lru_cache(maxsize=8192)(_piece)  # most texts are made of the same thousand


def _has_shape(word: str) -> bool:
    return len(word) <= _LONGEST and _SYLLABLE.match(word.casefold()) is not None

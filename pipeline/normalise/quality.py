"""Judge how much of a text is Vietnamese: the share of its words with the shape of a syllable."""

from __future__ import annotations

import regex

_WORD = regex.compile(r"\p{L}+")
_ONSET = r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?"
_NUCLEUS = r"[aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ]{1,3}"
_CODA = r"(?:ch|nh|ng|[cmnpt])?"
_SYLLABLE = regex.compile(rf"^{_ONSET}{_NUCLEUS}{_CODA}$")
# Enough words to judge by; a longer text is judged by its beginning.
_MOST = 20_000


def text_quality(text: str) -> float | None:
    """Return 0..1, None for a text without words.

    Words in capitals are left out (abbreviations and codes), as are single letters.
    """
    words = [
        w.casefold()
        for w in _WORD.findall(text[:_MOST])
        if len(w) > 1 and not (w.isupper() and len(w) <= 8)
    ]
    if not words:
        return None
    return round(sum(_SYLLABLE.match(word) is not None for word in words) / len(words), 4)

"""Judge how much of a text is Vietnamese: the share of its words with the shape of a syllable."""

from __future__ import annotations

from functools import lru_cache

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
    verdicts = list(map(_is_syllable, _WORD.findall(text[:_MOST])))
    judged = len(verdicts) - verdicts.count(None)
    return round(verdicts.count(True) / judged, 4) if judged else None


@lru_cache(maxsize=1 << 14)
def _is_syllable(word: str) -> bool | None:
    """Whether a word has the shape of a syllable, None where it is not judged."""
    if len(word) < 2 or (word.isupper() and len(word) <= 8):
        return None
    return _SYLLABLE.match(word.casefold()) is not None

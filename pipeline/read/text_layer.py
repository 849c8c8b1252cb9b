"""Judges whether a page's text layer is the dispatch's text, or only a stamp or gibberish."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

import regex

_LETTERS = regex.compile(r"\p{L}{2,}")
_MARKED = regex.compile(r"[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]")
_SYLLABLE = regex.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?"
    r"[aăâeêioôơuưyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]{1,3}"
    r"(?:ch|ng|nh|[cmnpt])?"
)
_ENOUGH = 40
_RUN = regex.compile(r"\p{L}+")
_TONED = regex.compile(r"[^\x00-\x7fđĐ\W\d_]")
_FEW_WORDS = 12
_PUNCTUATION = ".,;:!?()[]“”\"'‘’/-–"


def is_gibberish(words: Sequence[str]) -> bool:
    """Whether a scanner's OCR layer is of no use: few Vietnamese syllables or no diacritics.

    Only meant for layers that lie over a page image; a page in another language looks the same.
    """
    count, shaped, marked = _shares(words)
    return count >= _ENOUGH and (shaped < 0.55 or marked < 0.4)


def looks_vietnamese(words: Sequence[str]) -> bool:
    """Whether most words are Vietnamese syllables and enough of them carry diacritics."""
    count, shaped, marked = _shares(words)
    return count > 0 and shaped >= 0.7 and marked >= 0.3


def _shares(words: Sequence[str]) -> tuple[int, float, float]:
    """Number of tokens, share of them shaped like a syllable, share with diacritics."""
    tokens = [m.group() for word in words for m in _LETTERS.finditer(word.lower())]
    if not tokens:
        return 0, 0.0, 0.0
    shaped = sum(_SYLLABLE.fullmatch(token) is not None for token in tokens)
    marked = sum(_MARKED.search(token) is not None for token in tokens)
    return len(tokens), shaped / len(tokens), marked / len(tokens)


@lru_cache(maxsize=1 << 14)
def is_syllable(word: str) -> bool:
    """Whether a word is a number or, without the punctuation around it, one Vietnamese syllable."""
    core = word.strip(_PUNCTUATION)
    return core.isdigit() or _SYLLABLE.fullmatch(core.lower()) is not None


@lru_cache(maxsize=1 << 14)
def is_glued(word: str) -> bool:
    """Whether a run of letters in the word cannot be one Vietnamese syllable (`XÃHỘI`)."""
    if len(word) < 4 or not _TONED.search(word):
        return False
    word = unicodedata.normalize("NFC", word)
    return any(
        len(run) > 3 and _TONED.search(run) and not _SYLLABLE.fullmatch(run.lower())
        for run in _RUN.findall(word)
    )


def is_scan(words: Sequence[str], image_share: float, paths: int) -> bool:
    """Whether a page shows far more than its text says: an image or outlined letters.

    :param words: the page's words without stamps
    :param image_share: area of its images by its own area
    :param paths: number of path objects
    """
    if len(words) > _FEW_WORDS:
        return False
    return image_share > 0.5 or (not words and paths > 300)

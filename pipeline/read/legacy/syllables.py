"""Tells Vietnamese syllables from what only looks like letters: the judge of every decoding."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import regex

_HEADS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"
_ONSETS = frozenset(_HEADS.split())
_OPEN = (
    "a ai ao au ay âu ây e eo ê êu i ia iêu iu o oa oai oao oay oe oeo oi oo ô ôi ơ ơi u ua uây uê "
    "ui uơ uôi uy uya uyu ư ưa ưi ưu ươi ươu y yêu"
)
_NASAL = (
    "am an ang anh ăm ăn ăng âm ân âng em en eng êm ên êng ênh iêm iên iêng im in inh oam oan oang "
    "oanh oăm oăn oăng oem oen om on ong oong ôm ôn ông ơm ơn uân uâng uên uênh um un ung uôm uôn "
    "uông uyên uyn uynh ưm ưn ưng ươm ươn ương yêm yên yêng yn ynh"
)
_STOPPED = (
    "ac ach ap at ăc ăp ăt âc âp ât ec ep et êch êp êt ich iêc iêp iêt ip it oac oach oap oat oăc "
    "oăt oc oet ooc op ot ôc ôp ôt ơp ơt uât uc uêch uôc uôt up ut uych uyêt uyp uyt ưc ưp ưt ươc "
    "ươp ươt ych yêt yt"
)
_RIMES = frozenset(f"{_OPEN} {_NASAL}".split())
_STOPPED_RIMES = frozenset(_STOPPED.split())
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_SHARP = "\u0301\u0323"  # a syllable that ends in c, ch, p, t has sắc or nặng
_ONSET = regex.compile(r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?")
# Letters of an older code page that print like Đ, đ, Ư, ư: Unicode text has them too.
_LOOK_ALIKES = str.maketrans("ÐðƢƣ", "ĐđƯư")
_CODE = regex.compile(r"[A-ZĐĂÂÊÔƠƯ]{1,12}")


@lru_cache(maxsize=1 << 16)
def is_syllable(word: str) -> bool:
    """Whether a word can be one Vietnamese syllable, its tone and coda taken into account."""
    letters = unicodedata.normalize("NFD", word.lower())
    tones = [letter for letter in letters if letter in _TONES]
    if len(tones) > 1:
        return False
    bare = unicodedata.normalize("NFC", "".join(c for c in letters if c not in _TONES))
    onset = _ONSET.match(bare)
    end = 0 if onset is None else onset.end()
    for cut in {end, max(0, end - 1), 0}:  # `gì` is g + ì, `giếng` g + iếng
        head, rime = bare[:cut], bare[cut:]
        if head and head not in _ONSETS:
            continue
        if rime in _RIMES:
            return True
        if rime in _STOPPED_RIMES and tones and tones[0] in _SHARP:
            return True
    return False


@lru_cache(maxsize=1 << 16)
def verdict(word: str) -> bool | None:
    """Whether a word is good Vietnamese; None for codes in capitals (`LĐLĐ`), which say nothing.

    A word is good when it is a syllable, set in one case or with a capital first.
    """
    word = unicodedata.normalize("NFC", word).translate(_LOOK_ALIKES)
    if not word.isalpha():
        return False
    if not (word.islower() or word.isupper() or word[1:].islower()):
        return None if len(word) <= 8 and "Đ" in word and word[0].isupper() else False
    if is_syllable(word):
        return True
    return None if _CODE.fullmatch(word) else False

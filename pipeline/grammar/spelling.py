"""A folded view of a text for matching: same length, one case, one spelling of each syllable.

Writers mix old and new tone placement (``hoà``/``hòa``, ``uỷ``/``ủy``) and i/y (``sỹ``/``sĩ``)
inside one file (reference text_defects.md section 2).  Word lists are written in one style and
matched against the folded view; offsets in the view are offsets in the text.
"""

from __future__ import annotations

import re
from functools import lru_cache

_TONE_PLACE = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
    "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
_SYLLABLES = {
    "sỹ": "sĩ", "kĩ": "kỹ", "kỉ": "kỷ", "lí": "lý", "mĩ": "mỹ", "quí": "quý", "qui": "quy",
}  # fmt: skip
# The standard library's engine runs this three times faster than `regex`; `\b` is all it needs.
_SYLLABLE = re.compile(
    rf"(?P<open>{'|'.join(_TONE_PLACE)})\b|\b(?P<whole>{'|'.join(_SYLLABLES)})\b"
)
# Nearly every text is spelled in that style already; this tells at its rare letters.
_MAY_DIFFER = re.compile(
    r"[àáảãạèéẻẽẹỳýỷỹỵĩỉíi]"
    r"(?:(?<=o[àáảãạèéẻẽẹ])|(?<=u[ỳýỷỹỵ])|(?<=\b[sklm][ỹĩỉí])|(?<=\bqu[íi]))\b"
)
_REMEMBERED = 512  # folds; one stage behind the other folds the same blocks and headings
_LONG = 4000  # letters; longer texts are not kept


def _spelled(match: re.Match[str]) -> str:
    """One style for the syllable; the u of ``qu`` is no vowel and carries no tone."""
    found = match.group()
    if match.lastgroup == "whole":
        return _SYLLABLES[found]
    start = match.start()
    if found[0] == "u" and start and match.string[start - 1] == "q":
        return found
    return _TONE_PLACE[found]


def fold(text: str) -> str:
    """Lower-case ``text`` and write its syllables in one style, letter for letter.

    :param text: any NFC text
    :return: a string of the same length, to match the word lists of the rules folder against
    """
    return _kept_fold(text) if len(text) <= _LONG else _fold(text)


def lower(text: str) -> str:
    """Lower-case ``text``, letter for letter."""
    lowered = text.lower()
    if len(lowered) != len(text):  # a few foreign capitals have a longer lower case
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return lowered


def _fold(text: str) -> str:
    lowered = lower(text)
    return _SYLLABLE.sub(_spelled, lowered) if _MAY_DIFFER.search(lowered) else lowered


_kept_fold = lru_cache(maxsize=_REMEMBERED)(_fold)

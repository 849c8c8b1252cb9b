"""Finds the encoding of a text without fonts by what its words become (text defects, section 3).

A text is decoded only where that turns words that cannot be Vietnamese into words that are; so
Unicode text, French, English and names of other languages stay as they are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

import regex

from pipeline.read.legacy.capitals import with_capitals
from pipeline.read.legacy.maps import ENCODINGS, TCVN3, VISCII, VN1, VPS, decode_as
from pipeline.read.legacy.syllables import verdict

# Letters that Unicode Vietnamese has and no legacy text, which is made of 8-bit codes.  Sets of
# letters are searched for by `re`, which is many times quicker at it than `regex`.
UNICODE_LETTER = re.compile(r"[ăđĩũơưĂĐĨŨƠƯƢƣ\u0300-\u0323\u1ea0-\u1ef9]")
# Signs and letters that Unicode Vietnamese hardly has and every legacy text is full of.
SUSPECT = re.compile(
    r"[\x80-\x9f\xa1-\xaf\xb1\xb4-\xbf\xc4-\xc7\xcb\xce\xcf\xd1\xd6-\xd8\xdb\xdc\xde\xdf"
    r"\xe4-\xe7\xeb\xee-\xf1\xf6-\xf8\xfb\xfc\xfe\xffƒˆ‰Š‹Œ˜š›œŸŽž†‡‚„€™]"
)
# Words with a mark; in some encodings quotes and dashes are codes of letters too.
_WORD = regex.compile(
    r"(?<![A-Za-z])[A-Za-z]*+[^\x00-\x7f\s“”‘’–—…•\u00a0]"
    r"[^\s!-@\[-`{-~“”‘’–—…•\u00a0]*+"
)
_WIDE_WORD = regex.compile(r"(?<![A-Za-z])[A-Za-z]*+[^\x00-\x7f\s][^\s!-@\[-`{-~]*+")
_SURE = 4  # good words, and no bad one, that need no second opinion
_MOST = 4000  # characters by which a text is judged


@dataclass(frozen=True, slots=True)
class Score:
    """How many words with marks are Vietnamese, and how many are not."""

    good: int
    bad: int

    @property
    def share(self) -> float:
        """Share of good words, 0 without words."""
        return self.good / max(1, self.good + self.bad)


def score(text: str, encoding: str | None = None) -> Score:
    """Judge the words of a text that have marks, as they are or decoded."""
    word = _WIDE_WORD if encoding in (VISCII, VPS, VN1) else _WORD
    verdicts = [_verdict_as(found, encoding) for found in word.findall(text, 0, _MOST)]
    return Score(verdicts.count(True), verdicts.count(False))


@lru_cache(maxsize=1 << 16)
def _verdict_as(word: str, encoding: str | None) -> bool | None:
    if not any(map(str.isalpha, word)):
        return None
    if encoding is None:
        return verdict(word)
    decoded = decode_as(word, encoding)
    return verdict(with_capitals(decoded) if encoding == TCVN3 else decoded)


def guess(text: str, prior: str | None = None) -> str | None:
    """The legacy encoding of a text of 8-bit codes, None where decoding would make it no better.

    :param prior: the encoding of the text around; then one word is evidence enough
    """
    if UNICODE_LETTER.search(text) or text.isascii():
        return None
    if prior is None and not SUSPECT.search(text):
        return None
    plain = score(text)
    if prior is not None:
        found = score(text, prior)
        if found.good >= plain.good and found.share >= max(0.5, plain.share):
            return prior
    best, best_score = None, plain
    for encoding in ENCODINGS:
        found = score(text, encoding)
        if found.good - found.bad > best_score.good - best_score.bad:
            best, best_score = encoding, found
            if not found.bad and found.good >= _SURE:
                break
    gain = best_score.good - plain.good
    if best is None or gain < 2 or best_score.share < 0.7 or plain.share > 0.6:
        return None
    return best

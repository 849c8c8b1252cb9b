"""Gives toned letters back their case in TCVN3 text without fonts: it has no codes for capitals.

`BỘ TÀI CHÍNH` typed in capitals is `Bé TµI CHÝNH` in TCVN3: capitals where the code has them, small
letters where a tone stands.  The font (`.VnTimeH`) showed the rest; a text file has lost it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

import regex

from pipeline.read.legacy.syllables import is_syllable
from pipeline.rulebook import load_rulebook

_WORD = regex.compile(r"[\p{L}\p{M}]+")
_TWO_CAPITALS = regex.compile(r"\p{Lu}\p{L}*\p{Lu}")
_CAPITAL = regex.compile(r"\p{Lu}")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_ITEM = regex.compile(r"^\s*[-–+•]|;\s*$")
_NAME_ENDS = regex.compile(r"\s*(?:$|[,;.()–-])")
_NO_NAMES = frozenset({"ở", "ấy", "ạ", "ủy", "uỷ"})  # `Hà Nội ở miền Bắc`, `Tỉnh ủy Hà Nam`
_LEAST_NAME = 2  # capitalised words before the last one of a name


def with_capitals(text: str) -> str:
    """The text with its lost capitals; the length stays.

    Words in capitals throughout, where the code left only toned letters small: a word counts with
    two capitals and no small letter without a tone; one with fewer (`Bộ`, `Ở`) goes with the words
    on both sides.  Then single capitals: of names that the rules list (`ủy ban`), and inside or at
    the end of a name (`Bế ích Quân`, `Lê Thị Ngọc ánh`).
    """
    words = list(_WORD.finditer(text))
    letters = list(text)
    if _TWO_CAPITALS.search(text):
        kinds = [_kind(match.group()) for match in words]
        if False in kinds or _ITEM.search(text):
            # an abbreviation (`GD&ĐT`) does not set the words beside it in capitals
            codes = [_is_code(match.group()) for match in words]
        else:
            codes = [False] * len(words)
        for index in _in_capitals(kinds, codes):
            letters[words[index].start() : words[index].end()] = words[index].group().upper()
    if _CAPITAL.search(text):
        _begin_names(letters, words)
    for match in _listed().finditer(text):
        letters[match.start()] = letters[match.start()].upper()
    return "".join(letters)


def _in_capitals(kinds: Sequence[bool | None], codes: Sequence[bool]) -> Iterator[int]:
    """Indices of the words that are set in capitals throughout."""
    told = [None if code else kind for kind, code in zip(kinds, codes, strict=True)]
    if True not in told:
        return
    for index, kind in enumerate(told):
        if kind is None and not codes[index]:
            kind = _side(told, index, -1) is not False and _side(told, index, 1) is not False
        if kind:
            yield index


@lru_cache(maxsize=1 << 16)
def _kind(word: str) -> bool | None:
    """Whether a word is in capitals, None where it has too few letters to tell."""
    capitals = 0
    for letter in word:
        if letter.isupper():
            capitals += 1
        elif not _is_toned(letter):
            return False
    return True if capitals >= 2 else None


def _is_toned(letter: str) -> bool:
    return bool(_TONES & set(unicodedata.normalize("NFD", letter)))


def _is_code(word: str) -> bool:
    return word.isupper() and len(word) >= 2 and not is_syllable(word)


def _side(kinds: Sequence[bool | None], index: int, step: int) -> bool | None:
    """The kind of the nearest word to one side that has one; None at the line's end."""
    index += step
    while 0 <= index < len(kinds):
        if kinds[index] is not None:
            return kinds[index]
        index += step
    return None


def _begin_names(letters: list[str], words: Sequence[regex.Match[str]]) -> None:
    """Capitals for words that open with a toned letter and stand inside or end a name."""
    before = 0  # capitalised words in a row
    for index, match in enumerate(words):
        word, text = match.group(), match.string
        if index and text[words[index - 1].end() : match.start()] != " ":
            before = 0
        if before and _opens_toned(word):
            following = words[index + 1] if index + 1 < len(words) else None
            goes_on = (
                following is not None
                and text[match.end() : following.start()] == " "
                and following.group()[0].isupper()
            )
            ends = before >= _LEAST_NAME and _NAME_ENDS.match(text, match.end()) is not None
            if goes_on or ends:
                letters[match.start()] = word[0].upper()
                before += 1
                continue
        before = before + 1 if word[0].isupper() else 0


@lru_cache(maxsize=1 << 16)
def _opens_toned(word: str) -> bool:
    """Whether a word in small letters could be a name but for its first letter."""
    is_small = word.islower() and _is_toned(word[0])
    return is_small and word not in _NO_NAMES and is_syllable(word)


@lru_cache(maxsize=1)
def _listed() -> regex.Pattern[str]:
    """The listed names whose capital has a tone, as TCVN3 without fonts leaves them."""
    names = [row["name"] for row in load_rulebook().lexicon("legacy_capitals").rows]
    lost = "|".join(regex.escape(name[0].lower() + name[1:]) for name in names)
    return regex.compile(rf"\b(?:{lost})\b")

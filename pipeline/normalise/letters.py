"""Put the letters of one line right: NFC, look-alikes, odd blanks, invisible characters.

Every output letter knows the raw letter it came from, because the map is built while the text is
made (reference: text_defects, sections 1 and 6).  Spelling is never touched.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import regex

from pipeline.model import LOST

# Letters of another alphabet or an older code that print like Vietnamese ones.
_LOOK_ALIKES = {
    "\u00d0": "Đ", "\u0189": "Đ", "\u00f0": "đ", "\u0256": "đ",
    "\u01a2": "Ư", "\u01a3": "ư",
    "\u2044": "/", "\u2215": "/",
    # hyphens that do not break, minus signs and the like; one dash for the two longer ones
    "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2043": "-", "\u2212": "-", "\ufe63": "-",
    "\u2014": "–", "\u2015": "–", "\u2236": ":",
    **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},  # as wide as a Han letter
    "\u0340": "\u0300", "\u0341": "\u0301", "\u0313": "\u0301",
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl",
    # Symbol and Wingdings bullets and ticks in the private use area
    "\uf0b7": "•", "\uf0a7": "▪", "\uf02d": "-", "\uf0fc": "✓", "\uf0d8": "➢", "\uf076": "❖",
    "\uf0fb": "✗", "\uf0fd": "☒", "\uf0fe": "☑", "\uf0a8": "☐", "\uf06f": "☐",
}  # fmt: skip

# Cyrillic and Greek capitals and small letters with the shape of a Latin one: put right only
# inside a word whose other letters are Latin.
_HOMOGLYPHS = dict(
    zip(
        "АВЕКМНОРСТХаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
        "ABEKMHOPCTXaeopcyxijsABEZHIKMNOPTYXo",
        strict=True,
    )
)
# A soft hyphen (U+00AD) is what some programs that write PDF call every hyphen.  Vietnamese
# syllables do not break, so it is one in symbols (`QĐ-UBND`), between numbers and between blanks.
_SOFT_HYPHEN = "\u00ad"
_HYPHEN = regex.compile(
    r"(?<=[\p{Lu}\d]\p{Ll}{0,2})\u00ad(?=[\p{Lu}\d]|$)|(?<!\S)\u00ad(?=\s|\p{Lu})"
)
# Two apostrophes typed for a quotation mark; `''` opens and closes.
_TWO_MARKS = ("''", "’’", "‘‘", "``", "´´")
_TWO_APOSTROPHES = re.compile("|".join(_TWO_MARKS))
# A tab behind the mark or number of an item, the only one in the line, parts no columns.
_MARK_TAB = re.compile(r"(?<=[-–+*•.)])\t+(?=[^\t]+$)")
_ITEM_TAB = regex.compile(r"(?:[-–+*•]|\d{1,2}(?:\.\d{1,2}){0,2}[.)]|\p{Ll}\))\t")
# Accents that stand beside a vowel instead of on it.
_SPACING_ACCENTS = {"\u00b4": "\u0301", "\u02ca": "\u0301", "\u02cb": "\u0300"}
_TAB = "    "  # a tab parts columns: as wide as the blanks between two cells of a line
_VOWELS = frozenset("aăâeêioôơuưyAĂÂEÊIOÔƠUƯY")
_MOST_MARKS = 30  # marks on one letter, as in Unicode's stream-safe text; more are left out
_SHAPE_MARKS = "\u0302\u0306\u031b"
_TONE_MARKS = "\u0300\u0301\u0303\u0309\u0323"

_LETTERS = (
    "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệfghiìíỉĩịjklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvwxyỳýỷỹỵz"
)
# One search decides whether a line needs the slow way at all; nearly no line does.  For a set of
# letters `re` is many times quicker than `regex`.
_ODD = re.compile(rf"[^ !-~{_LETTERS}{_LETTERS.upper()}“”‘’–…•°²³½×§ŭĕĭŏñčŬĔĬŎÑČ]")
_ODD_RUN = re.compile(f"{_ODD.pattern}+")
# Inside a word, what a font of its own shows for a letter that nobody can name.
_UNNAMED = re.compile("(?<=[^\\W_])[\ue000-\uf8ff]+(?=[^\\W_])")
# Letters that no one sees do not part a word.
_WORD = regex.compile(r"[\w\u00ad\u200b-\u200f\u2060\ufeff]+")
_HOMOGLYPH = regex.compile(rf"[{''.join(_HOMOGLYPHS)}]")
_LATIN = regex.compile(r"\p{Latin}")


def repair(raw: str) -> tuple[str, tuple[int, ...] | None]:
    """Return the line put right and, for each output letter, the offset of its raw letter.

    The map is None where nothing changed (each letter stands for itself).  Offsets never fall from
    left to right.
    """
    if not _ODD.search(raw) and not any(mark in raw for mark in _TWO_MARKS):
        return raw, None
    line = _HYPHEN.sub("-", raw) if _SOFT_HYPHEN in raw else raw
    line = _TWO_APOSTROPHES.sub(f'"{_SOFT_HYPHEN}', line)  # the second one goes as what none sees
    if _ITEM_TAB.match(line):
        line = _MARK_TAB.sub(lambda tabs: " ".ljust(len(tabs[0]), _SOFT_HYPHEN), line, count=1)
    line = _UNNAMED.sub(_lost, _with_latin_letters(line))
    letters: list[str] = []
    origins: list[int] = []
    done = 0
    for odd in _ODD_RUN.finditer(line):  # what is odd, with the letter before it, that it may join
        begin = max(done, odd.start() - 1)
        letters += line[done:begin]
        origins += range(done, begin)
        done = odd.end()
        for cluster, origin in _clusters(line[begin:done]):
            letters += cluster
            origins += [begin + origin] * len(cluster)
    text = "".join(letters) + line[done:]
    origins += range(done, len(line))
    if text == raw:
        return raw, None
    return text, tuple(origins)


def _lost(unnamed: re.Match[str]) -> str:
    return "".join(letter if letter in _LOOK_ALIKES else LOST for letter in unnamed[0])


def _with_latin_letters(raw: str) -> str:
    if not _HOMOGLYPH.search(raw):
        return raw

    def latin(match: regex.Match[str]) -> str:
        word = str(match.group())
        foreign = sum(letter in _HOMOGLYPHS for letter in word)
        if not foreign or foreign >= sum(map(str.isalpha, word)) or not _LATIN.search(word):
            return word
        return "".join(_HOMOGLYPHS.get(letter, letter) for letter in word)

    return _WORD.sub(latin, raw)


def _clusters(line: str) -> list[tuple[str, int]]:
    """Split into composed clusters (base letter and its marks) with the offset of their base."""
    found: list[tuple[str, int]] = []
    for offset, letter in enumerate(line):
        put_right = _put_right(letter)
        if letter in _SPACING_ACCENTS and found and found[-1][0] in _VOWELS:
            put_right = _SPACING_ACCENTS[letter]
        for part in put_right:
            if found and _joins(found[-1][0], part):
                base, origin = found[-1]
                if len(base) < _MOST_MARKS:
                    found[-1] = (_compose(base + part), origin)
            else:
                found.append((unicodedata.normalize("NFC", part), offset))
    return found


@lru_cache(maxsize=4096)
def _put_right(letter: str) -> str:
    known = _LOOK_ALIKES.get(letter)
    if known is not None:
        return known
    category = unicodedata.category(letter)
    if letter == "\t":
        return _TAB
    if category == "Zs" or letter in "\n\r\x0b\x0c\x85\u2028\u2029":
        return " "
    if category in ("Cc", "Cf", "Co"):
        return ""
    if category == "Cs":
        return LOST  # a lone surrogate cannot be stored as UTF-8
    return letter


def _joins(cluster: str, letter: str) -> bool:
    if unicodedata.combining(letter[0]):
        return cluster != " "
    if letter.isascii():
        return False
    return unicodedata.normalize("NFC", cluster + letter) != cluster + unicodedata.normalize(
        "NFC", letter
    )


def _compose(cluster: str) -> str:
    """Compose a base and its marks: shape marks first, the last of two tone marks kept."""
    letters = unicodedata.normalize("NFD", cluster)
    base = "".join(c for c in letters if c not in _SHAPE_MARKS and c not in _TONE_MARKS)
    shapes = "".join(sorted({c for c in letters if c in _SHAPE_MARKS}))
    tones = [c for c in letters if c in _TONE_MARKS]
    if len(base) != 1 or not _LATIN.match(base):
        return unicodedata.normalize("NFC", cluster)
    return unicodedata.normalize("NFC", base + shapes + (tones[-1] if tones else ""))

"""The line of the head that names the type of document (tên loại văn bản)."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from pipeline.layout.pieces import Piece, is_capitals, without_marks
from pipeline.rulebook import Rulebook
from pipeline.rulebook.derived import derived

_TAILLESS = regex.compile(r"^ou(?=y)")
_LETTER_SPACED = regex.compile(r"^(?:\p{Lu}\s{1,4}){3,}\p{Lu}$")


@dataclass(frozen=True, slots=True)
class TypeLine:
    """``index`` of its piece, type code and word, and where the rest of its line begins."""

    index: int
    code: str
    name: str
    rest: int
    is_alone: bool


def type_line(piece: Piece, index: int, rules: Rulebook) -> TypeLine | None:
    """Read a type name that opens the line: alone, or in capitals with the trích yếu behind it."""
    if piece.column or piece.text.endswith(":"):
        return None
    words, pattern = _type_words(rules)
    text = piece.text
    if _LETTER_SPACED.match(text):  # B Á O  C Á O
        joined = "".join(text.split()).casefold()
        for word, code in words.items():
            if word.replace(" ", "") == joined:
                return TypeLine(index, code, word.capitalize(), len(text), True)
        return None
    match = pattern.match(text.casefold())
    if match is None:
        return _misread(text, index, rules)
    name = " ".join(match.group().split())
    printed = text[: match.end()]
    rest = text[match.end() :]
    if name == words[name].casefold() and printed.islower():
        return None  # specks read as `kh`: short for a type only in its capitals
    if rest.strip(" .*-–") and name in _short_words(rules):
        return None  # `TB NGHI LE`: the name of a file
    # `QUYẾT ĐỊNH CỦA BỘ TRƯỞNG ...`: who decides, and not what about
    if not rest.strip(" .*-–") or (
        is_capitals(printed) and rules.pattern("zones.types_whose").regex.match(rest)
    ):
        return TypeLine(index, words[name], name.capitalize(), len(text), True)
    if is_capitals(printed) and (is_capitals(rest) or rest.lower().lstrip().startswith("về việc")):
        return TypeLine(index, words[name], name.capitalize(), match.end(), False)
    return None


def type_code(words: str, rules: Rulebook) -> str | None:
    """The code of the type that some words open with, None if they name none."""
    known, pattern = _type_words(rules)
    found = pattern.match(words.casefold().strip())
    return known[" ".join(found.group().split())] if found is not None else None


def _misread(text: str, index: int, rules: Rulebook) -> TypeLine | None:
    """A type name alone in capitals whose marks recognition swapped (`QUYÉT ĐỊNH`).

    Its Q may have lost its tail, and a speck may stand before it (`,OUYẾT ĐỊNH`).
    """
    if not is_capitals(text):
        return None
    bare = without_marks(" ".join(text.casefold().split())).strip(" .,*'’‘`")
    found = _bare_words(rules).get(_TAILLESS.sub("qu", bare))
    return TypeLine(index, found[1], found[0].capitalize(), len(text), True) if found else None


@derived
def _short_words(rules: Rulebook) -> frozenset[str]:
    """Types by their code alone, which no title does."""
    rows = rules.lexicon("type_words").rows
    return frozenset(row["word"].casefold() for row in rows if row["style"] == "short")


@derived
def _bare_words(rules: Rulebook) -> dict[str, tuple[str, str]]:
    """Type words without their marks -> word and code; words that fall together are left out."""
    words, _ = _type_words(rules)
    bare: dict[str, tuple[str, str] | None] = {}
    for word, code in words.items():
        key = without_marks(word)
        known = bare.get(key, (word, code))
        bare[key] = (word, code) if known is not None and known[1] == code else None
    return {key: found for key, found in bare.items() if found is not None}


@derived
def _type_words(rules: Rulebook) -> tuple[dict[str, str], regex.Pattern[str]]:
    words = {
        " ".join(row["word"].casefold().split()): row["code"]
        for row in rules.lexicon("type_words").rows
        if row["code"] and row["style"] != "generic"  # `Văn bản` names no type
    }
    longest_first = sorted(words, key=len, reverse=True)
    options = "|".join(regex.escape(word).replace(r"\ ", r"\s+") for word in longest_first)
    return words, regex.compile(rf"(?:{options})(?!\w)")

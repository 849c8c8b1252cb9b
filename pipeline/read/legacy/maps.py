"""Code tables of the legacy encodings (TCVN3, VNI, VISCII, VPS), from the rules, and their use.

The tables stand in ``rules/lexicons/legacy_encodings.tsv``.  A reader is not handed a rulebook, so
the shipped one is asked; it is loaded once a process, and every later stage asks for it anyway.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import regex

from pipeline.rulebook import load_rulebook

TCVN3 = "TCVN3"
VN1 = "TCVN5712-VN1"
VNI = "VNI-Windows"
VISCII = "VISCII"
VPS = "VPS"
ENCODINGS = (TCVN3, VNI, VN1, VISCII, VPS)
"""Names of the encodings, the likeliest first."""

NAMES = {TCVN3: "tcvn3", VN1: "tcvn5712-vn1", VNI: "vni", VISCII: "viscii", VPS: "vps"}
"""How ``documents.encoding`` and the codes of defects call them."""

_ESCAPE = regex.compile(r"\\x([0-9A-F]{2})")
_SUBSET = regex.compile(r"^[A-Z]{6}\+")
_STYLE = regex.compile(r"(?i)[,-](?=bold|italic|normal|regular)|(?<!\s)\s+(?=bold|italic)")
_HIGH = range(0x80, 0xA0)  # where Latin-1 has controls and CP1252 has signs


@dataclass(frozen=True, slots=True)
class FontCode:
    """What the name of a font says about its letters."""

    encoding: str
    capitals: bool


@lru_cache(maxsize=1)
def tables() -> dict[str, dict[str, str]]:
    """Encoding -> code as characters -> Unicode letter.

    A code from 80 to 9F stands twice, as Latin-1 and as CP1252 show it.  TCVN 5712 VN1 is TCVN3
    and its own capitals.  VNI capitals take a mark of either case (`AÙ`, `Aù`).
    """
    found: dict[str, dict[str, str]] = {name: {} for name in ENCODINGS}
    for row in load_rulebook().lexicon("legacy_encodings").rows:
        code = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), row["bytes_or_chars"])
        table = found[row["encoding"]]
        table[code] = row["unicode"]
        if ord(code[0]) in _HIGH:
            shown = bytes([ord(code[0])]).decode("cp1252", "ignore")
            if shown:
                table[shown] = row["unicode"]
    found[VN1] = found[TCVN3] | found[VN1]
    for code, letter in list(found[VNI].items()):
        if len(code) == 2 and code[0].isupper():
            found[VNI].setdefault(code[0] + code[1].lower(), letter)
    return found


@lru_cache(maxsize=8)
def _codes(encoding: str) -> tuple[dict[int, str], regex.Pattern[str] | None]:
    """Codes of one character for ``str.translate``, and a pattern of the longer ones."""
    table = tables()[encoding]
    single = {ord(code): letter for code, letter in table.items() if len(code) == 1}
    pairs = sorted(code for code in table if len(code) > 1)
    return single, regex.compile("|".join(map(regex.escape, pairs))) if pairs else None


def decode_as(text: str, encoding: str, capitals: bool = False) -> str:
    """The text of an encoding in Unicode; what has no code in it stays as it is.

    :param text: the bytes as Latin-1 or CP1252 characters
    :param capitals: the font shows capitals whatever was typed (`.VnTimeH`)
    """
    single, pairs = _codes(encoding)
    if pairs is None:
        decoded = text.translate(single)
    else:
        table = tables()[encoding]
        parts: list[str] = []
        at = 0
        for match in pairs.finditer(text):
            parts += (text[at : match.start()].translate(single), table[match.group()])
            at = match.end()
        parts.append(text[at:].translate(single))
        decoded = "".join(parts)
    return decoded.upper() if capitals else decoded


@lru_cache(maxsize=1024)
def font_code(font: str | None) -> FontCode | None:
    """The encoding of a font's letters by its name, None for fonts of Unicode text.

    A PDF's subset prefix (`ABCDEF+`) and style suffix (`,Bold`) do not matter.
    """
    if not font:
        return None
    name = _STYLE.split(_SUBSET.sub("", font.strip()))[0]
    best = None
    for row in load_rulebook().lexicon("legacy_fonts").rows:
        longer = best is None or len(row["prefix"]) > len(best["prefix"])
        if name.casefold().startswith(row["prefix"].casefold()) and longer:
            best = row
    if best is None:
        return None
    ending = best["capitals"]
    return FontCode(best["encoding"], bool(ending) and name.endswith(ending))


def takes_soft_hyphen(font: str | None) -> bool:
    """Whether an optional hyphen in a font is a letter: the ư of TCVN3, as some writers save it.

    Only for files that hold no ư as the letter U+00AD: those keep the two apart.
    """
    code = font_code(font)
    return code is not None and code.encoding == TCVN3

"""Puts right UTF-8 that was once read as CP1252 (`Tá»•ng`), and entities that were left over."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.entities import name2codepoint

import regex

_TO_BYTE = {
    bytes([code]).decode("cp1252", "ignore") or chr(code): code for code in range(0x80, 0x100)
}
_TO_BYTE |= {chr(code): code for code in range(0x80, 0xA0)}


def _letters(first: int, last: int) -> str:
    return "".join(regex.escape(sign) for sign, code in _TO_BYTE.items() if first <= code <= last)


_TAIL = _letters(0x80, 0xBF)
_PAIR = regex.compile(f"[{_letters(0xC2, 0xDF)}][{_TAIL}]|[{_letters(0xE0, 0xEF)}][{_TAIL}]{{2}}")
_THREE = regex.compile(f"[{_letters(0xE0, 0xEF)}][{_TAIL}]{{2}}")
_NO_BREAK = regex.compile(r"Ã[ \u00a0]|Ã$")  # à, whose second byte is a no-break blank
_TELLING = regex.compile(r"[ÃÄÅÆáâÂ]")
_UNICODE_LETTER = regex.compile(r"[ăđĩũơưĂĐĨŨƠƯ\u1ea0-\u1ef9]")
_PLAIN = re.compile(_UNICODE_LETTER.pattern)  # the standard library finds a letter of a set faster
_ENTITY = regex.compile(r"&(?:#(\d{2,5})|#x([0-9a-fA-F]{2,4})|([A-Za-z]{2,8}\d{0,2}));")
_SIGNS = frozenset(" \u00a0&<>\"'«»“”‘’–—…·•°§²³½×")


def is_plain(text: str) -> bool:
    """Whether it shows at a glance that a text of no known font is Unicode and needs no repair."""
    return "&" not in text and (text.isascii() or _PLAIN.search(text) is not None)


def undo_double_utf8(text: str) -> str | None:
    """The text of UTF-8 that was read as CP1252, None if it is not that.

    At least two sequences must be whole, and no letter may be Unicode Vietnamese already.
    """
    if not _TELLING.search(text) or _UNICODE_LETTER.search(text):
        return None
    pairs = len(_PAIR.findall(text))
    if pairs < 2 or (pairs < 3 and not _THREE.search(text)):
        return None
    failed = 0

    def whole(match: regex.Match[str]) -> str:
        nonlocal failed
        try:
            return bytes(_TO_BYTE[sign] for sign in match.group()).decode("utf-8")
        except UnicodeDecodeError:
            failed += 1
            return str(match.group())

    decoded = _NO_BREAK.sub("à", _PAIR.sub(whole, text))
    return decoded if failed * 10 <= pairs else None


def unescape(text: str) -> str | None:
    """The text with character entities as letters (twice where they were escaped twice).

    Only entities of letters and common signs count: `CSPL&QHLD;` is none.  None if there is none.
    """
    if "&" not in text or not _ENTITY.search(text):
        return None
    once = _ENTITY.sub(_letter, text)
    decoded = _ENTITY.sub(_letter, once)
    return decoded if decoded != text else None


def _letter(match: regex.Match[str]) -> str:
    decimal, hexadecimal, name = match.groups()
    if decimal or hexadecimal:
        code: int | None = int(decimal or hexadecimal, 10 if decimal else 16)
    else:
        code = name2codepoint.get(name)
    if code is None:
        return str(match.group())
    letter = chr(code)
    return letter if letter.isalpha() or letter in _SIGNS else str(match.group())


REPAIRS: tuple[tuple[str, Callable[[str], str | None]], ...] = (
    ("html_entities", unescape),
    ("double_utf8", undo_double_utf8),
)
"""Defect code and repair of each, in the order in which they are tried."""

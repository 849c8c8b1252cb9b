"""Cuts Rich Text into tokens, and turns its 8-bit codes into characters by font and code page."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import regex

from pipeline.read.legacy.maps import font_code

_TOKEN = regex.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<code>[0-9a-fA-F]{2})"
    r"|\\(?P<sign>[^a-zA-Z])|(?P<brace>[{}])|(?P<text>[^\\{}\r\n\x00]+)"
)
_CODE_PAGES = {128: "cp932", 129: "cp949", 134: "cp936", 136: "cp950", 161: "cp1253",
               162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257",
               204: "cp1251", 222: "cp874", 238: "cp1250"}  # fmt: skip
_SYMBOL = 2

Kind = Literal["word", "code", "sign", "brace", "text"]


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of Rich Text: its kind, its letters, and the number behind a control word."""

    kind: Kind
    text: str
    number: int | None = None


def tokens(markup: str) -> Iterator[Token]:
    """Tokens of a file shown as Latin-1; binary data is jumped over."""
    at = 0
    while at < len(markup):
        match = _TOKEN.match(markup, at)
        if match is None:
            at += 1
            continue
        at = match.end()
        word = match["word"]
        if word is not None:
            number = None if match["number"] is None else int(match["number"])
            if word == "bin":
                at += max(0, number or 0)
            else:
                yield Token("word", word, number)
            continue
        for kind in ("text", "code", "brace", "sign"):
            if match[kind] is not None:
                yield Token(kind, match[kind])
                break


@dataclass(slots=True)
class Font:
    """A font of the font table: its name and character set."""

    name: str = ""
    charset: int = 0


@lru_cache(maxsize=1 << 14)
def character(code: int, name: str, charset: int, code_page: int) -> str:
    """The character of an 8-bit code in a font.

    Codes in a font of a legacy encoding come as CP1252 shows them, to be decoded by that font;
    codes of a symbol font come at their place in the private use area.
    """
    if charset == _SYMBOL:
        return chr(0xF000 + code)
    page = _CODE_PAGES.get(charset, f"cp{code_page}")
    if font_code(name) is not None:
        page = "cp1252"
    try:
        codecs.lookup(page)
    except LookupError:
        page = "cp1252"
    raw = bytes([code])
    return raw.decode(page, "ignore") or raw.decode("latin-1")

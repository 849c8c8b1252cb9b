"""Fonts, styles and the runs of properties of a Word 97-2003 file."""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from pipeline.read.word97.file import WordFile
from pipeline.read.word97.sprm import (
    Character,
    Paragraph,
    changes,
    set_characters,
    set_paragraph,
)

_PAGE = 512
_MAX_BASES = 64  # styles a style can rest on, one on the other
_NIL = 0xFFF
_HUGE = (0x6645, 0x6646)  # properties too long for a page stand in the data stream


@dataclass(slots=True)
class _Style:
    kind: int
    base: int
    paragraph: bytes = b""
    characters: bytes = b""


@dataclass(slots=True)
class _Runs:
    """Properties by offset in the main stream: ``values[i]`` holds from ``bounds[i]`` on."""

    bounds: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    values: list[bytes] = field(default_factory=list)

    def at(self, offset: int) -> tuple[bytes, int]:
        """The properties at an offset and where they end; none up to the next run."""
        index = bisect_right(self.bounds, offset) - 1
        if index >= 0 and offset < self.ends[index]:
            return self.values[index], self.ends[index]
        end = self.bounds[index + 1] if index + 1 < len(self.bounds) else 1 << 31
        return b"", end


class Formatting:
    """Looks up how characters and paragraphs of a file are set."""

    def __init__(self, file: WordFile) -> None:
        self._file = file
        self.fonts = _font_names(file.structure(15))
        self._styles, self._base = _styles(file.structure(1))
        self._known: dict[int, tuple[Paragraph, Character]] = {}
        self._settings: dict[tuple[bytes, bytes], Paragraph] = {}
        self._characters = _Runs()
        self._paragraphs = _Runs()
        self._load(12, self._characters, 1, _chpx)
        self._load(13, self._paragraphs, 13, _papx)

    def _load(
        self, index: int, into: _Runs, width: int, parse: Callable[[bytes, int], bytes]
    ) -> None:
        """Reads the pages of properties that a table of pages names."""
        plc = self._file.structure(index)
        count = max(0, (len(plc) - 4) // 8)
        found: dict[int, tuple[int, bytes]] = {}
        numbers = struct.unpack_from(f"<{count}I", plc, 4 * (count + 1)) if count else ()
        for number in {number & 0x3FFFFF: None for number in numbers}:  # a page counts once
            start = number * _PAGE
            page = self._file.main[start : start + _PAGE]
            if len(page) < _PAGE:
                continue
            runs = page[-1]
            if 4 * (runs + 1) + width * runs > _PAGE - 1:
                continue
            bounds = struct.unpack_from(f"<{runs + 1}I", page, 0)
            for run in range(runs):
                place = 2 * page[4 * (runs + 1) + width * run]
                if bounds[run + 1] > bounds[run]:
                    found[bounds[run]] = (bounds[run + 1], parse(page, place))
        for begin in sorted(found):
            into.bounds.append(begin)
            into.ends.append(found[begin][0])
            into.values.append(found[begin][1])

    def paragraph(self, position: int) -> Paragraph:
        """How the paragraph is set that ends at a character position."""
        piece = self._file.piece_at(position)
        if piece is None:
            return Paragraph()
        raw, _ = self._paragraphs.at(piece.offset + piece.width * (position - piece.start))
        key = (raw, piece.modifier)
        if key not in self._settings:
            self._settings[key] = self._setting(raw, piece.modifier)
        return self._settings[key]

    def _setting(self, raw: bytes, modifier: bytes) -> Paragraph:
        style = struct.unpack_from("<H", raw, 0)[0] if len(raw) >= 2 else 0
        own = raw[2:]
        for code, operand in changes(own):
            if code in _HUGE:
                own = self._huge(struct.unpack("<I", operand)[0])
                break
        base = replace(self.style(style)[0], style=style)
        return set_paragraph(set_paragraph(base, own), modifier)

    def _huge(self, offset: int) -> bytes:
        data = self._file.data
        if offset + 2 > len(data):
            return b""
        size = struct.unpack_from("<H", data, offset)[0]
        return data[offset + 2 : offset + 2 + size]

    def runs(self, start: int, end: int, style: int) -> list[tuple[int, int, Character]]:
        """How the characters ``start:end`` of a paragraph in a style are set."""
        found = []
        at = start
        styled = self.style(style)[1]
        while at < end:
            piece = self._file.piece_at(at)
            if piece is None:
                break
            offset = piece.offset + piece.width * (at - piece.start)
            own, stop = self._characters.at(offset)
            characters = max(1, (stop - offset + piece.width - 1) // piece.width)
            until = min(end, piece.end, at + characters)
            found.append((at, until, self._face(styled, own, piece.modifier)))
            at = until
        return found

    def _face(self, styled: Character, own: bytes, modifier: bytes) -> Character:
        face = set_characters(styled, own)
        if face.style is not None and face.style != styled.style:
            base = replace(styled, style=face.style)
            for changed in self._chain(face.style):
                base = set_characters(base, changed.characters)
            face = set_characters(base, own)
        return set_characters(face, modifier) if modifier else face

    def font_of(self, grpprl: bytes) -> str | None:
        """Font that a list level states for its number."""
        face = set_characters(Character(-1, -1), grpprl)
        return self.font(face.other_font) or self.font(face.font)

    def font(self, index: int) -> str | None:
        """Name of a font of the font table."""
        return self.fonts[index] if 0 <= index < len(self.fonts) else None

    def style(self, number: int) -> tuple[Paragraph, Character]:
        """What a paragraph style sets, with what it rests on."""
        if number not in self._known:
            paragraph, characters = Paragraph(style=number), self._base
            for style in self._chain(number):
                paragraph = set_paragraph(paragraph, style.paragraph)
                characters = set_characters(characters, style.characters)
            self._known[number] = paragraph, characters
        return self._known[number]

    def _chain(self, number: int) -> list[_Style]:
        """A style and those that it rests on, the first of all first."""
        chain: list[_Style] = []
        while 0 <= number < len(self._styles) and len(chain) < _MAX_BASES:
            style = self._styles[number]
            if style is None:
                break
            chain.append(style)
            number = style.base if style.base != _NIL else -1
        return chain[::-1]


def _chpx(page: bytes, place: int) -> bytes:
    if place == 0:
        return b""
    return page[place + 1 : place + 1 + page[place]]


def _papx(page: bytes, place: int) -> bytes:
    if place == 0 or place + 1 >= _PAGE:
        return b""
    if page[place]:
        return page[place + 1 : place + 2 * page[place]]
    return page[place + 2 : place + 2 + 2 * page[place + 1]]


def _font_names(table: bytes) -> tuple[str, ...]:
    """Names of the font table ([MS-DOC] 2.9.79 FFN), "" for one that is cut off."""
    if len(table) < 4:
        return ()
    count = struct.unpack_from("<H", table, 0)[0]
    names = []
    at = 4
    for _ in range(count):
        if at >= len(table):
            break
        size = table[at]
        name = table[at + 1 + 39 : at + 1 + size].decode("utf-16-le", "replace")
        names.append(name.partition("\x00")[0])
        at += 1 + size
    return tuple(names)


def _styles(sheet: bytes) -> tuple[list[_Style | None], Character]:
    """Styles by number ([MS-DOC] 2.9.271 STSH), and the face that all rest on."""
    if len(sheet) < 20:
        return [], Character()
    header = struct.unpack_from("<H", sheet, 0)[0]
    count, base_size = struct.unpack_from("<HH", sheet, 2)
    font, _, other = struct.unpack_from("<HHH", sheet, 14)
    styles: list[_Style | None] = []
    at = 2 + header
    for _ in range(min(count, 4095)):
        if at + 2 > len(sheet):
            break
        size = struct.unpack_from("<H", sheet, at)[0]
        styles.append(_style(sheet[at + 2 : at + 2 + size], base_size))
        at += 2 + size + size % 2
    return styles, Character(font=font, other_font=other)


def _style(std: bytes, base_size: int) -> _Style | None:
    if len(std) < base_size + 2 or base_size < 10:
        return None
    _, kind_base, count_next = struct.unpack_from("<HHH", std, 0)
    style = _Style(kind=kind_base & 0xF, base=kind_base >> 4)
    at = base_size + 2 + 2 * (struct.unpack_from("<H", std, base_size)[0] + 1)
    parts = []
    for _ in range(count_next & 0xF):
        at += at % 2
        if at + 2 > len(std):
            break
        size = struct.unpack_from("<H", std, at)[0]
        parts.append(std[at + 2 : at + 2 + size])
        at += 2 + size
    if style.kind == 1:
        style.paragraph = parts[0][2:] if parts else b""
        style.characters = parts[1] if len(parts) > 1 else b""
    elif style.kind == 2:
        style.characters = parts[0] if parts else b""
    return style

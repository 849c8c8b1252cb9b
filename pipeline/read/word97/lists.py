"""List definitions of a Word 97-2003 file, for the same counters that DOCX uses."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

from pipeline.read.list_numbers import Level, Numbering
from pipeline.read.word97.file import WordFile
from pipeline.read.word97.styles import Formatting

_KINDS = {0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter",
          22: "decimalZero", 23: "bullet", 255: "none"}  # fmt: skip
_LIST_SIZE, _OVERRIDE_SIZE, _LEVEL_SIZE = 28, 16, 28
_MAX_LISTS = 10_000


@dataclass(slots=True)
class Lists:
    """Counters of the lists, and the font of each list's numbers by list and level."""

    numbering: Numbering = field(default_factory=Numbering)
    fonts: dict[tuple[str, int], str | None] = field(default_factory=dict)


def load_lists(file: WordFile, formatting: Formatting) -> Lists:
    """List definitions ([MS-DOC] 2.9.150 PlfLst, 2.9.149 PlfLfo); what is cut off is left out."""
    lists = Lists()
    try:
        abstract = _definitions(file)
        _overrides(file.structure(74), abstract, lists, formatting)
    except (struct.error, IndexError):
        return lists  # a cut-off table: the lists read so far keep their numbers
    return lists


_Levels = dict[int, tuple[Level, bytes]]


def _definitions(file: WordFile) -> dict[int, _Levels]:
    """Levels by list; they stand behind the table of lists."""
    offset, size = file.place(73)
    if size < 2:
        return {}
    table = file.table
    count = min(_MAX_LISTS, struct.unpack_from("<H", table, offset)[0])
    at = offset + 2 + _LIST_SIZE * count
    found: dict[int, _Levels] = {}
    for index in range(count):
        head = offset + 2 + _LIST_SIZE * index
        number = struct.unpack_from("<i", table, head)[0]
        is_simple = table[head + 26] & 1
        found[number] = {}
        for level in range(1 if is_simple else 9):
            found[number][level], at = _level(table, at)
    return found


def _level(table: bytes, at: int) -> tuple[tuple[Level, bytes], int]:
    start, kind, flags = struct.unpack_from("<iBB", table, at)
    characters, paragraph = table[at + 24], table[at + 25]
    at += _LEVEL_SIZE + paragraph
    face = table[at : at + characters]
    at += characters
    length = struct.unpack_from("<H", table, at)[0]
    raw = table[at + 2 : at + 2 + 2 * length]
    letters = struct.unpack(f"<{len(raw) // 2}H", raw)
    text = "".join(f"%{code + 1}" if code < 9 else chr(code) for code in letters)
    name = _KINDS.get(kind, "decimal")
    restart = 0 if flags & 8 else None
    return (Level(start, name, text, restart), face), at + 2 + 2 * length


def _overrides(
    plf: bytes, abstract: dict[int, _Levels], lists: Lists, formatting: Formatting
) -> None:
    """Lists as paragraphs name them: by ordinal from 1, with levels of their own."""
    if len(plf) < 4:
        return
    count = min(_MAX_LISTS, struct.unpack_from("<I", plf, 0)[0])
    at = 4 + _OVERRIDE_SIZE * count
    heads = [struct.unpack_from("<i8xB", plf, 4 + _OVERRIDE_SIZE * n) for n in range(count)]
    for index, (number, changed) in enumerate(heads, start=1):
        name = str(index)
        levels = dict(abstract.get(number, {}))
        lists.numbering.abstract[name] = str(number)
        lists.numbering.levels[name] = {key: level for key, (level, _) in levels.items()}
        for key, (_, face) in levels.items():
            lists.fonts[name, key] = formatting.font_of(face)
        if at + 4 > len(plf):
            continue  # the levels of its own are cut off
        at += 4
        for _ in range(changed):
            start, flags = struct.unpack_from("<iI", plf, at)
            at += 8
            level = flags & 0xF
            if flags & 0x20:
                (own, face), at = _level(plf, at)
                lists.numbering.levels[name][level] = own
                lists.fonts[name, level] = formatting.font_of(face)
                if flags & 0x10:
                    lists.numbering.overrides[name, level] = own.start
            elif flags & 0x10:
                lists.numbering.overrides[name, level] = start

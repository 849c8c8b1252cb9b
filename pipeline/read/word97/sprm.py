"""Property changes (sprm) of Word 97-2003: how runs and paragraphs are set ([MS-DOC] 2.6)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

_SIZES = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}
_T_DEF_TABLE = 0xD608
_P_CHANGE_TABS = 0xC615
_TOGGLES = {0x0835: "bold", 0x0836: "italic", 0x083B: "capitals", 0x083C: "hidden"}
_NO_LINE = b"\xff\xff\xff\xff"
_AS_STYLE, _NOT_AS_STYLE = 0x80, 0x81


@dataclass(frozen=True, slots=True)
class Character:
    """How a run is set; fonts are indices of the font table."""

    font: int = 0
    other_font: int = 0  # draws what is not ASCII
    bold: bool = False
    italic: bool = False
    capitals: bool = False
    hidden: bool = False
    deleted: bool = False
    special: bool = False
    symbol: tuple[int, int] | None = None
    style: int | None = None


@dataclass(frozen=True, slots=True)
class CellFrame:
    """A cell of a row's definition: right edge in twips and merges."""

    right: int
    joins_left: bool = False
    joins_above: bool = False
    opens_merge: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """How a paragraph is set, and its row's frame where it ends a table row."""

    style: int = 0
    in_table: bool = False
    ends_row: bool = False
    depth: int = 0
    ends_inner_row: bool = False
    list_id: int = 0
    level: int = 0
    breaks_page: bool = False
    left: int = 0
    frames: tuple[CellFrame, ...] = ()
    table_lines: bool = False
    cell_lines: bool = False
    cells_bare: bool = False  # every side of every cell is set to have no line

    @property
    def has_borders(self) -> bool:
        """Whether the row draws lines: of its cells, or of the table where cells leave it to it."""
        return self.cell_lines or (self.table_lines and not self.cells_bare)


def changes(grpprl: bytes) -> Iterator[tuple[int, bytes]]:
    """The changes of a list: code and operand; a list that is cut off ends early."""
    at = 0
    while at + 2 <= len(grpprl):
        code = struct.unpack_from("<H", grpprl, at)[0]
        at += 2
        kind = code >> 13
        if kind == 6:
            if at >= len(grpprl):
                return
            if code == _T_DEF_TABLE:
                if at + 2 > len(grpprl):
                    return
                size = struct.unpack_from("<H", grpprl, at)[0] - 1
                at += 2
            elif code == _P_CHANGE_TABS and grpprl[at] == 255:
                return  # a list of tabs too long for its count: nothing after it matters here
            else:
                size = grpprl[at]
                at += 1
        else:
            size = _SIZES[kind]
        if size < 0 or at + size > len(grpprl):
            return
        yield code, grpprl[at : at + size]
        at += size


@lru_cache(maxsize=4096)
def set_characters(base: Character, grpprl: bytes) -> Character:
    """The face after some changes; toggles count against the style's face."""
    face = base
    for code, operand in changes(grpprl):
        name = _TOGGLES.get(code)
        if name is not None:
            own = operand[0]
            styled = bool(getattr(base, name))
            on = styled if own == _AS_STYLE else not styled if own == _NOT_AS_STYLE else own == 1
            face = replace(face, **{name: on})  # type: ignore[arg-type]
        elif code == 0x0800:
            face = replace(face, deleted=operand[0] == 1)
        elif code == 0x0855:
            face = replace(face, special=operand[0] == 1)
        elif code == 0x4A4F:
            face = replace(face, font=_word(operand))
        elif code == 0x4A51:
            face = replace(face, other_font=_word(operand))
        elif code == 0x4A3D:
            face = replace(face, font=_word(operand), other_font=_word(operand))
        elif code == 0x6A09:
            face = replace(face, symbol=(_word(operand), _word(operand[2:])), special=True)
        elif code == 0x4A30:
            face = replace(face, style=_word(operand))
        elif code == 0x2A33:
            face = replace(base, special=face.special)
    return face


@lru_cache(maxsize=4096)
def set_paragraph(base: Paragraph, grpprl: bytes) -> Paragraph:
    """The paragraph after some changes."""
    found = base
    for code, operand in changes(grpprl):
        if code == 0x2416:
            found = replace(found, in_table=operand[0] == 1)
        elif code == 0x2417:
            found = replace(found, ends_row=operand[0] == 1)
        elif code == 0x6649:
            found = replace(found, depth=max(0, struct.unpack("<i", operand)[0]))
        elif code == 0x244C:
            found = replace(found, ends_inner_row=operand[0] == 1)
        elif code == 0x460B:
            list_id = _word(operand)
            found = replace(found, list_id=list_id if list_id < 0x8000 else 0)
        elif code == 0x260A:
            found = replace(found, level=min(8, operand[0]))
        elif code == 0x2407:
            found = replace(found, breaks_page=operand[0] == 1)
        elif code == _T_DEF_TABLE:
            found = _with_frames(found, operand)
        elif code in (0xD605, 0xD613):
            found = replace(found, table_lines=_draws(code, operand))
        elif code in (0xD620, 0xD62F):
            found = replace(found, cell_lines=found.cell_lines or _draws(code, operand))
        elif code == 0xD62B and len(operand) >= 2 and operand[0] < len(found.frames):
            found = _with_vertical_merge(found, operand[0], operand[1])
        elif code == 0x5624 and operand[1] <= len(found.frames):
            frames = tuple(
                replace(frame, joins_left=operand[0] < index < operand[1] or frame.joins_left)
                for index, frame in enumerate(found.frames)
            )
            found = replace(found, frames=frames)
    return found


def _word(operand: bytes) -> int:
    return int(struct.unpack_from("<H", operand, 0)[0])


def _with_frames(found: Paragraph, operand: bytes) -> Paragraph:
    """A row's cells: count, edges, then up to twenty bytes a cell ([MS-DOC] 2.9.321)."""
    count = operand[0] if operand else 0
    if not 0 < count <= 64 or len(operand) < 1 + 2 * (count + 1):
        return found
    edges = struct.unpack_from(f"<{count + 1}h", operand, 1)
    at = 1 + 2 * (count + 1)
    frames = []
    sides: list[bytes] = []
    for index in range(count):
        record = operand[at + 20 * index : at + 20 * (index + 1)]
        flags = _word(record) if len(record) >= 2 else 0
        vertical = flags >> 5 & 3
        frames.append(
            CellFrame(
                right=edges[index + 1],
                joins_left=bool(flags & 2) and not flags & 1,
                joins_above=vertical == 1,
                opens_merge=bool(vertical & 2),
            )
        )
        if len(record) == 20:
            sides += [record[side : side + 4] for side in range(4, 20, 4)]
    return replace(
        found,
        left=edges[0],
        frames=tuple(frames),
        cell_lines=found.cell_lines or any(map(_is_line, sides)),
        cells_bare=bool(sides) and all(side == _NO_LINE for side in sides),
    )


def _is_line(border: bytes) -> bool:
    """Whether a Word 97 border (width, kind, colour, space) draws a line."""
    return len(border) == 4 and border != _NO_LINE and border[1] not in (0, 0xFF)


def _draws(code: int, operand: bytes) -> bool:
    if code == 0xD605:
        return any(_is_line(operand[side : side + 4]) for side in range(0, 24, 4))
    if code == 0xD620:
        return _is_line(operand[3:7])
    # 8-byte borders: colour (4), width, kind, space
    first = 0 if code == 0xD613 else 3
    return any(
        len(side) == 8 and side[4] not in (0, 0xFF) and side[5] not in (0, 0xFF)
        for side in (operand[at : at + 8] for at in range(first, len(operand), 8))
    )


def _with_vertical_merge(found: Paragraph, index: int, flags: int) -> Paragraph:
    frames = list(found.frames)
    frames[index] = replace(frames[index], joins_above=flags == 1, opens_merge=flags == 3)
    return replace(found, frames=tuple(frames))

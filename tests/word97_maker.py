"""Makes small Word 97 files for the tests: an OLE container, a text, fonts, runs, table rows."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

SECTOR = 512
TEXT_AT = 1024
LARGE = 4096  # smaller streams would need a mini stream


def sprm(code: int, operand: bytes) -> bytes:
    return struct.pack("<H", code) + operand


IN_TABLE = sprm(0x2416, b"\x01") + sprm(0x6649, struct.pack("<i", 1))
ENDS_ROW = IN_TABLE + sprm(0x2417, b"\x01")
BOLD = sprm(0x0835, b"\x01")
HIDDEN = sprm(0x083C, b"\x01")
DELETED = sprm(0x0800, b"\x01")


def font(index: int) -> bytes:
    return sprm(0x4A4F, struct.pack("<H", index)) + sprm(0x4A51, struct.pack("<H", index))


def row_frame(edges: list[int], merges: list[int] | None = None, drawn: bool = True) -> bytes:
    """A row's definition: edges in twips, merge flags of each cell, a line on all sides or none."""
    side = struct.pack("<BBBB", 4, 1 if drawn else 0, 0, 0)
    cells = b"".join(
        struct.pack("<HH", flags, 0) + 4 * side for flags in merges or [0] * (len(edges) - 1)
    )
    body = bytes([len(edges) - 1]) + struct.pack(f"<{len(edges)}h", *edges) + cells
    return sprm(0xD608, struct.pack("<H", len(body) + 1) + body)


@dataclass
class Paragraph:
    """Runs of (text, character changes), the mark that ends it and its own changes."""

    runs: list[tuple[str, bytes]]
    mark: str = "\r"
    changes: bytes = b""


@dataclass
class WordMaker:
    fonts: tuple[str, ...] = ("Times New Roman",)
    paragraphs: list[Paragraph] = field(default_factory=list)
    flags: int = 0x0200  # the table stream is 1Table
    version: int = 0xC1
    magic: int = 0xA5EC

    def add(
        self, text: str, characters: bytes = b"", mark: str = "\r", changes: bytes = b""
    ) -> None:
        self.paragraphs.append(Paragraph([(text, characters)], mark, changes))

    def row(self, texts: list[str], frame: bytes, characters: bytes = b"") -> None:
        for text in texts:
            lines = text.split("\n")
            for line in lines[:-1]:
                self.add(line, characters, "\r", IN_TABLE)
            self.add(lines[-1], characters, "\x07", IN_TABLE)
        self.add("", b"", "\x07", ENDS_ROW + frame)

    def data(self) -> bytes:
        text = ""
        characters: list[tuple[int, int, bytes]] = []
        paragraphs: list[tuple[int, int, bytes]] = []
        for item in self.paragraphs:
            first = len(text)
            for run, changes in item.runs:
                characters.append((len(text), len(text) + len(run), changes))
                text += run
            characters.append((len(text), len(text) + 1, b""))
            text += item.mark
            paragraphs.append((first, len(text), struct.pack("<H", 0) + item.changes))
        main = bytearray(TEXT_AT) + text.encode("utf-16-le")
        chpx = self._pages(main, [run for run in characters if run[1] > run[0]], 1, 24)
        papx = self._pages(main, paragraphs, 13, 4)
        table = bytearray(16)
        places = {
            1: self._put(table, self._styles()),
            12: self._put(table, chpx),
            13: self._put(table, papx),
            15: self._put(table, self._font_table()),
            33: self._put(table, self._clx(len(text))),
        }
        struct.pack_into("<HH", main, 0, self.magic, self.version)
        struct.pack_into("<H", main, 0x0A, self.flags)
        struct.pack_into("<H", main, 0x20, 14)
        struct.pack_into("<H", main, 0x3E, 22)
        struct.pack_into("<I", main, 0x4C, len(text))
        struct.pack_into("<H", main, 0x98, 93)
        for index, (offset, size) in places.items():
            struct.pack_into("<II", main, 0x9A + 8 * index, offset, size)
        return ole({"WordDocument": bytes(main), "1Table": bytes(table)})

    @staticmethod
    def _put(table: bytearray, part: bytes) -> tuple[int, int]:
        table.extend(bytes(len(table) % 2))
        at = len(table)
        table.extend(part)
        return at, len(part)

    @staticmethod
    def _clx(count: int) -> bytes:
        plc = struct.pack("<II", 0, count) + struct.pack("<HIH", 0, TEXT_AT, 0)
        return b"\x02" + struct.pack("<I", len(plc)) + plc

    def _font_table(self) -> bytes:
        table = struct.pack("<HH", len(self.fonts), 0)
        for name in self.fonts:
            body = bytes(39) + name.encode("utf-16-le") + b"\x00\x00"
            table += bytes([len(body)]) + body
        return table

    @staticmethod
    def _styles() -> bytes:
        name = struct.pack("<H", 6) + "Normal".encode("utf-16-le") + b"\x00\x00"
        std = struct.pack("<HHHHH", 0, 1 | 0xFFF << 4, 2, 0, 0) + name
        std += struct.pack("<HH", 2, 0) + struct.pack("<H", 0)
        head = struct.pack("<HHHHHHHHH", 1, 10, 0, 0, 0, 0, 0, 0, 0)
        return struct.pack("<H", len(head)) + head + struct.pack("<H", len(std)) + std

    @staticmethod
    def _pages(main: bytearray, runs: list[tuple[int, int, bytes]], width: int, most: int) -> bytes:
        """Writes pages of properties behind the text; gives the table of pages."""
        bounds, numbers = [], []
        for start in range(0, len(runs), most):
            chunk = runs[start : start + most]
            main.extend(bytes(-len(main) % SECTOR))
            page = bytearray(SECTOR)
            page[-1] = len(chunk)
            edges = [TEXT_AT + 2 * run[0] for run in chunk] + [TEXT_AT + 2 * chunk[-1][1]]
            struct.pack_into(f"<{len(edges)}I", page, 0, *edges)
            end = SECTOR - 2
            for index, (_, _, changes) in enumerate(chunk):
                if width == 1:
                    body = bytes([len(changes)]) + changes
                else:
                    odd = changes + bytes((len(changes) + 1) % 2)
                    body = bytes([(len(odd) + 1) // 2]) + odd
                end = (end - len(body)) // 2 * 2
                page[end : end + len(body)] = body
                page[4 * len(edges) + width * index] = end // 2
            assert end > 4 * len(edges) + width * len(chunk), "too much for a page"
            bounds.append(edges[0])
            numbers.append(len(main) // SECTOR)
            main.extend(page)
        last = TEXT_AT + 2 * runs[-1][1]
        return struct.pack(f"<{len(bounds) + 1}I", *bounds, last) + struct.pack(
            f"<{len(numbers)}I", *numbers
        )


def ole(streams: dict[str, bytes]) -> bytes:
    """An OLE container of a few streams, each padded to the size of a large one."""
    end, fat_sector, free = 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
    fat = [fat_sector, end]
    body = b""
    entries = [("Root Entry", 5, end, 0)]
    for name, data in streams.items():
        data = data + bytes(max(0, LARGE - len(data)))
        count = -(-len(data) // SECTOR)
        first = len(fat)
        fat += [first + n + 1 for n in range(count - 1)] + [end]
        entries.append((name, 2, first, len(data)))
        body += data + bytes(count * SECTOR - len(data))
    assert len(fat) <= 128 and len(entries) <= 4
    directory = b""
    for index in range(4):
        if index >= len(entries):
            directory += bytes(66) + struct.pack("<BBIII", 0, 1, free, free, free) + bytes(48)
            continue
        name, kind, first, size = entries[index]
        raw = (name + "\x00").encode("utf-16-le")
        right = index + 1 if 0 < index < len(entries) - 1 else free
        child = 1 if index == 0 and len(entries) > 1 else free
        directory += raw + bytes(64 - len(raw)) + struct.pack("<H", len(raw))
        directory += struct.pack("<BBIII", kind, 1, free, right, child) + bytes(36)
        directory += struct.pack("<IQ", first, size)
    table = struct.pack("<128I", *(fat + [free] * (128 - len(fat))))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, LARGE, end, 0, end, 0)
    header += struct.pack("<109I", 0, *([free] * 108))
    return header + table + directory + body

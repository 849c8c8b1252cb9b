"""Opens a Word 97-2003 file: its OLE streams, the file information block, the piece table."""

from __future__ import annotations

import io
import struct
from bisect import bisect_right
from dataclasses import dataclass

import olefile

from pipeline.errors import ReadError

MAX_STREAM = 200 * 1024 * 1024
MAX_CHARACTERS = 20_000_000
MAX_PIECES = 500_000

# What the library raises on containers that are torn or state sizes without measure.
_BROKEN = (
    OSError, ValueError, IndexError, TypeError, ArithmeticError, struct.error, RecursionError,
)  # fmt: skip
_ENCRYPTED = 0x0100
_TABLE_1 = 0x0200
_SUBDOCUMENTS = ("text", "footnotes", "headers", "macros", "comments", "endnotes", "boxes",
                 "header_boxes")  # fmt: skip
_FIRST_FC = 0x9A
# CP1252 where Word's 8-bit pieces differ from Latin-1 ([MS-DOC] 2.9.73).
_HIGH = {code: bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(0x80, 0xA0)}


@dataclass(frozen=True, slots=True)
class TextPiece:
    """Characters ``start:end`` of the document stand at ``offset`` of the main stream."""

    start: int
    end: int
    offset: int
    width: int  # bytes a character
    modifier: bytes  # property changes that a fast save laid over the piece

    @property
    def offset_end(self) -> int:
        """Offset after the piece in the main stream."""
        return self.offset + self.width * (self.end - self.start)


class WordFile:
    """Streams and piece table of one file.

    ``text`` holds one UTF-16 unit a character position, all sub-documents one after the other;
    ``hyphen_is_letter``: see ``takes_soft_hyphen``.
    """

    def __init__(self, data: bytes, source: str) -> None:
        """Open the file.

        :raises ReadError: ``corrupt``, ``encrypted``, ``too_large`` or ``unsupported``
        """
        self._source = source
        try:
            with olefile.OleFileIO(io.BytesIO(data)) as container:
                self.main = _stream(container, "WordDocument", source)
                flags = self._base_flags()
                name = "1Table" if flags & _TABLE_1 else "0Table"
                self.table = _stream(container, name, source)
                has_data = container.exists("Data")
                self.data = _stream(container, "Data", source) if has_data else b""
        except ReadError:
            raise
        except _BROKEN as error:
            raise self.corrupt(str(error)) from error
        lengths = struct.unpack_from("<8I", self.main, 0x4C)
        if sum(lengths) > MAX_CHARACTERS:
            raise ReadError(
                source, "too_large",
                f"The Word file states more than {MAX_CHARACTERS:,} characters. Split it.",
            )  # fmt: skip
        self.ranges: dict[str, tuple[int, int]] = {}
        start = 0
        for part, length in zip(_SUBDOCUMENTS, lengths, strict=True):
            self.ranges[part] = (start, start + length)
            start += length
        self.pieces = self._read_pieces()
        self._starts = [piece.start for piece in self.pieces]
        self.text = "".join(self._characters(piece) for piece in self.pieces)
        self.hyphen_is_letter = "\u00ad" not in self.text

    def corrupt(self, why: str) -> ReadError:
        """The error for a file whose structures do not hold."""
        message = f"The Word file does not open ({why}). Fetch it again or save it anew in Word."
        return ReadError(self._source, "corrupt", message)

    def _base_flags(self) -> int:
        if len(self.main) < 0x200:
            raise self.corrupt("its text stream is cut off")
        magic, version = struct.unpack_from("<HH", self.main, 0)
        if magic == 0xA5DC or (magic == 0xA5EC and version < 0xC1):
            raise ReadError(
                self._source, "unsupported",
                "The file is a Word 6.0/95 document, which this version does not read. "
                "Open it in Word or LibreOffice, save it as DOCX and add that.",
            )  # fmt: skip
        if magic != 0xA5EC:
            raise self.corrupt("it has no file information block")
        flags = int(struct.unpack_from("<H", self.main, 0x0A)[0])
        if flags & _ENCRYPTED:
            message = "The Word file asks for a password. Save a copy without one and add that."
            raise ReadError(self._source, "encrypted", message)
        return flags

    def structure(self, index: int) -> bytes:
        """A structure of the table stream by its index in the file information block."""
        offset, size = self.place(index)
        return self.table[offset : offset + size]

    def place(self, index: int) -> tuple[int, int]:
        """Offset and size of a structure in the table stream."""
        count = struct.unpack_from("<H", self.main, _FIRST_FC - 2)[0]
        position = _FIRST_FC + 8 * index
        if index >= count or position + 8 > len(self.main):
            return 0, 0
        offset, size = struct.unpack_from("<II", self.main, position)
        return int(offset), int(size)

    def _read_pieces(self) -> tuple[TextPiece, ...]:
        """The piece table ([MS-DOC] 2.9.38 Clx), pieces outside the stream cut."""
        clx = self.structure(33)
        at = 0
        changes: list[bytes] = []
        while at + 3 <= len(clx) and clx[at] == 1:
            size = struct.unpack_from("<H", clx, at + 1)[0]
            changes.append(clx[at + 3 : at + 3 + size])
            at += 3 + size
        if at + 5 > len(clx) or clx[at] != 2:
            raise self.corrupt("its piece table is missing")
        plc = clx[at + 5 : at + 5 + struct.unpack_from("<I", clx, at + 1)[0]]
        count = (len(plc) - 4) // 12
        if not 0 < count <= MAX_PIECES:
            raise self.corrupt("its piece table is broken")
        bounds = struct.unpack_from(f"<{count + 1}I", plc, 0)
        pieces = []
        for index in range(count):
            start, end = bounds[index], bounds[index + 1]
            if end < start or end > MAX_CHARACTERS:
                raise self.corrupt("its piece table is out of order")
            _, place, modifier = struct.unpack_from("<HIH", plc, 4 * (count + 1) + 8 * index)
            width = 1 if place & 0x40000000 else 2
            offset = (place & 0x3FFFFFFF) // (2 if width == 1 else 1)
            if offset + width * (end - start) > len(self.main):
                raise self.corrupt("its text is cut off")
            change = b""
            if modifier & 1 and modifier >> 1 < len(changes):
                change = changes[modifier >> 1]
            pieces.append(TextPiece(start, end, offset, width, change))
        return tuple(pieces)

    def _characters(self, piece: TextPiece) -> str:
        raw = self.main[piece.offset : piece.offset_end]
        if piece.width == 1:
            return raw.decode("latin-1").translate(_HIGH)
        return "".join(map(chr, struct.unpack(f"<{piece.end - piece.start}H", raw)))

    def piece_at(self, position: int) -> TextPiece | None:
        """The piece of a character position."""
        index = bisect_right(self._starts, position) - 1
        if index < 0 or position >= self.pieces[index].end:
            return None
        return self.pieces[index]


def _stream(container: olefile.OleFileIO, name: str, source: str) -> bytes:
    if not container.exists(name):
        message = f"The Word file has no stream {name}. Fetch it again or save it anew in Word."
        raise ReadError(source, "corrupt", message)
    if container.get_size(name) > MAX_STREAM:
        message = f"The Word file states a stream of more than {MAX_STREAM >> 20} MB. Save it anew."
        raise ReadError(source, "too_large", message)
    with container.openstream(name) as stream:
        return bytes(stream.read())

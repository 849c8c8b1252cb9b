"""Encodings of text files: Unicode in its forms, Windows-1258, and 8-bit text to decode later."""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass

from pipeline.model import LOST
from pipeline.read.legacy.evidence import guess
from pipeline.read.text_layer import looks_vietnamese

_ZEROS = re.compile("\0+")
_TAG = re.compile("<[^<>]{1,500}>")  # markup is no word of any language
_FEWEST_WHOLE = 10  # letters with marks for each place that is lost
_SAMPLE = 200_000
_MOST_LINES = 400
_MOST_MARKED = 0.35  # share of letters beyond ASCII in a text of Western Europe, or of lost letters
_WESTERN = [bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(256)]


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text without byte order mark, and the codec that gave it.

    Where bytes of Unicode were lost or overwritten stands U+FFFD.
    """

    text: str
    encoding: str


class UnknownEncoding(ValueError):
    """Bytes in no encoding this package decodes; ``name`` is what they look like."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


_MARKS: tuple[tuple[bytes, str, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16-be"),
)


def decode(data: bytes) -> Decoded:
    """Decode a text file.

    Bytes of a legacy Vietnamese encoding come as CP1252 shows them, for
    :mod:`pipeline.read.legacy` to decode line by line.

    :raises UnknownEncoding: the bytes are of an unknown 8-bit encoding, or no text at all
    """
    for mark, name, codec in _MARKS:
        if data.startswith(mark):
            try:
                return Decoded(data[len(mark) :].decode(codec), name)
            except UnicodeDecodeError as error:
                damaged = _damaged(data[len(mark) :], codec)
                if damaged is None:
                    raise UnknownEncoding(f"broken {name}") from error
                return Decoded(damaged, name)
    wide = _bare_utf16(data)
    if wide is not None:
        return wide
    try:
        text = data.decode("utf-8")
        if "\x00" not in text:
            return Decoded(text, "utf-8")
    except UnicodeDecodeError:
        pass
    damaged = _damaged(data, "utf-8")
    if damaged is not None:
        return Decoded(damaged, "utf-8")
    return _decode_8bit(data)


def _damaged(data: bytes, codec: str) -> str | None:
    """Unicode of which bytes are lost, broken or zero; None where too little of it holds.

    Letters with marks that came out whole tell Unicode from other encodings: of those hardly two
    bytes in a row make a letter.
    """
    text = _ZEROS.sub(LOST, data.decode(codec, "replace"))
    lost = text.count(LOST)
    marked = len(text) - len(text.encode("ascii", "ignore")) - lost
    return text if marked >= _FEWEST_WHOLE * lost else None


def _bare_utf16(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: every other byte is one of the few high bytes of Vietnamese."""
    sample = data[:4096]
    if len(sample) < 4 or len(data) % 2 or b"\x00" not in sample:
        return None
    for offset, codec in ((1, "utf-16-le"), (0, "utf-16-be")):
        high = sample[offset::2]
        if sum(byte in (0x00, 0x01, 0x1E, 0x20, 0x03) for byte in high) > 0.95 * len(high):
            try:
                return Decoded(data.decode(codec), codec)
            except UnicodeDecodeError:
                return None
    return None


def _decode_8bit(data: bytes) -> Decoded:
    if b"\x00" in data:
        raise UnknownEncoding("binary data")
    western = "".join(_WESTERN[byte] for byte in data) if _has_gaps(data) else data.decode("cp1252")
    if is_legacy(western):
        return Decoded(western, "windows-1252")
    text = data.decode("cp1258", "replace")
    composed = unicodedata.normalize("NFC", _TAG.sub(" ", text[:_SAMPLE]))
    if LOST not in text and looks_vietnamese(composed.split()):
        return Decoded(text, "windows-1258")
    letters = sum(map(str.isalpha, western[:_SAMPLE]))
    if sum(sign > "\x7f" for sign in western[:_SAMPLE]) <= _MOST_MARKED * letters:
        return Decoded(western, "windows-1252")
    raise UnknownEncoding("an unknown 8-bit encoding")


def _has_gaps(data: bytes) -> bool:
    """Whether some bytes stand for nothing in CP1252; legacy encodings use them for letters."""
    return any(byte in data for byte in b"\x81\x8d\x8f\x90\x9d")


def is_legacy(text: str) -> bool:
    """Whether a text of 8-bit codes is in a legacy encoding, by what its lines become."""
    sample = text[:_SAMPLE]
    lines = [line for line in sample.splitlines() if not line.isascii()][:_MOST_LINES]
    found = sum(guess(line) is not None for line in lines)
    return 3 * found >= max(1, len(lines)) or guess(sample) is not None

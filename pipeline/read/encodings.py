"""Encodings of text files: Unicode in its forms, Windows-1258, and the legacy ones by telltale."""

from __future__ import annotations

import codecs
import unicodedata
from dataclasses import dataclass

import regex

from pipeline.read.text_layer import looks_vietnamese

_SAMPLE = 200_000
_TCVN3 = regex.compile(r"[®§](?=[a-zµ-þ])|(?<=[a-z])[µ¸¶·¹](?=[\s.,;:!?]|$)|ÖØ|ƯÒ|ViÖt|\bQuyÕt\b")
_TCVN3_MARK = regex.compile(r"[®§]")
_VNI = regex.compile(
    r"[aeiouyAEIOUYôöÔÖ][øùûõïâáàåãäêéèúüëØÙÛÕÏÂÁÀÅÃÄÊÉÈÚÜË]|(?<![a-zA-Z])[ñÑ](?=[aeiouyôöAEIOUYÔÖ])"
)
_VNI_MARK = regex.compile(r"[ñÑ]")
_UNICODE_VIETNAMESE = regex.compile(r"[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
_LETTER = regex.compile(r"\p{L}|[®§©ª«¬µ¸¶·¹]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text without byte order mark, and the codec that gave it."""

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

    :raises UnknownEncoding: the bytes are TCVN3, VNI, another 8-bit encoding, or no text at all
    """
    for mark, name, codec in _MARKS:
        if data.startswith(mark):
            try:
                return Decoded(data[len(mark) :].decode(codec), name)
            except UnicodeDecodeError as error:
                raise UnknownEncoding(f"broken {name}") from error
    wide = _bare_utf16(data)
    if wide is not None:
        return wide
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _decode_8bit(data)


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
    name = legacy_script(data[:_SAMPLE].decode("cp1252", "replace"))
    if name is not None:
        raise UnknownEncoding(name)
    try:
        text = data.decode("cp1258")
    except UnicodeDecodeError as error:
        raise UnknownEncoding("an unknown 8-bit encoding") from error
    composed = unicodedata.normalize("NFC", text[:_SAMPLE])
    if not looks_vietnamese(composed.split()):
        raise UnknownEncoding("an unknown 8-bit encoding")
    return Decoded(text, "windows-1258")


def legacy_script(text: str) -> str | None:
    """Name of the legacy Vietnamese encoding that a text is still in, None if it is fine.

    TCVN3 and VNI texts read as Latin letters show signs that no Unicode Vietnamese text has:
    `®` and `§` before letters, vowels followed by `ø ù û õ ï`.
    """
    sample = text[:_SAMPLE]
    letters = len(_LETTER.findall(sample))
    if letters < 20:
        return None
    vietnamese = len(_UNICODE_VIETNAMESE.findall(sample))
    if vietnamese > 0.05 * letters:
        return None
    if len(_TCVN3.findall(sample)) >= 0.02 * letters and _TCVN3_MARK.search(sample):
        return "TCVN3 (ABC, .VnTime)"
    if len(_VNI.findall(sample)) >= 0.03 * letters and _VNI_MARK.search(sample):
        return "VNI"
    return None

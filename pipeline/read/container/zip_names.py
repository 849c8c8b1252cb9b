"""Names of ZIP members as their makers meant them: UTF-8, or a Windows code page without a word."""

from __future__ import annotations

import struct
import unicodedata
import zipfile
import zlib

import regex

_UTF8_FLAG = 0x800
_UNICODE_PATH = 0x7075
# Marks of tones after a vowel that can bear them: what Vietnamese in Windows-1258 looks like.
_TONED = regex.compile(r"[aăâeêioôơuưyAĂÂEÊIOÔƠUƯY][\u0300\u0301\u0303\u0309\u0323]")
_TONE = regex.compile(r"[\u0300\u0301\u0303\u0309\u0323]")


def member_name(info: zipfile.ZipInfo) -> str:
    """The name of a member in NFC.

    Where the archive does not say UTF-8, the name's bytes are UTF-8 all the same, else
    Windows-1258 if its tone marks fall on vowels, else code page 437 as the format has it.
    """
    name = info.orig_filename
    if info.flag_bits & _UTF8_FLAG or name.isascii():
        return unicodedata.normalize("NFC", name)
    raw = name.encode("cp437", "replace")
    return unicodedata.normalize("NFC", _unicode_path(info.extra, raw) or _decoded(raw, name))


def _decoded(raw: bytes, otherwise: str) -> str:
    for codec in ("utf-8", "cp1258"):
        try:
            text = raw.decode(codec)
        except UnicodeDecodeError:
            continue
        if codec == "utf-8" or _is_vietnamese(text):
            return text
    return otherwise


def _is_vietnamese(text: str) -> bool:
    """Whether each tone mark has its vowel, and letters of no other script stand there."""
    tones = len(_TONE.findall(text))
    letters = [c for c in text if not c.isascii() and not _TONE.match(c)]
    return tones == len(_TONED.findall(text)) and all(c in _LETTERS for c in letters)


_LETTERS = frozenset("ăâđêôơưĂÂĐÊÔƠƯàáãèéìíòóõùúýÀÁÃÈÉÌÍÒÓÕÙÚÝ–—‘’“”… ")


def _unicode_path(extra: bytes, raw: bytes) -> str | None:
    """The name in UTF-8 that Info-ZIP keeps beside another; None where it is of another name."""
    at = 0
    while at + 4 <= len(extra):
        kind, size = struct.unpack_from("<HH", extra, at)
        body = extra[at + 4 : at + 4 + size]
        if kind == _UNICODE_PATH and len(body) > 5 and body[0] == 1:
            (checksum,) = struct.unpack_from("<I", body, 1)
            if checksum == zlib.crc32(raw):
                return body[5:].decode("utf-8", "replace")
        at += 4 + size
    return None

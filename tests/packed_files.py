"""Archives in memory, and what is read of them."""

from __future__ import annotations

import hashlib
import io
import unicodedata
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pipeline.document import process
from pipeline.model import Source
from pipeline.read import detect_media_type
from pipeline.read.container.reader import Unread, members
from pipeline.read.entry import Limits
from pipeline.rulebook import load_rulebook

RAW = Path(__file__).parent.parent / "data" / "raw"


NOTE = "Kính gửi các đơn vị: đề nghị gửi danh sách trước ngày 05/6/2021.".encode()


def source(data: bytes, name: str = "ho-so.zip") -> Source:
    return Source(name, hashlib.sha256(data).hexdigest(), len(data), detect_media_type(data, name))


def zipped(files: Iterable[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in files:
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return buffer.getvalue()


def listed(
    data: bytes, limits: Limits | None = None, name: str = "ho-so.zip"
) -> list[tuple[str | None, str]]:
    """Each member's path and `ok`, or why it is not read."""
    return [
        (found.source.member, found.error.category if isinstance(found, Unread) else "ok")
        for found in members(data, source(data, name), limits)
    ]


def rows(data: bytes, name: str = "ho-so.zip") -> dict[str, list[dict[str, Any]]]:
    return {
        k: list(v) for k, v in process(data, source(data, name), load_rulebook()).tables.items()
    }


def half_decomposed(text: str) -> str:
    """Vowels as Windows-1258 has them: one code for â ê ô ă ơ ư, another for the tone."""
    result = []
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        marks = sorted(parts[1:], key=lambda mark: mark not in "\u0302\u0306\u031b")
        base = parts[0] + "".join(mark for mark in marks if mark in "\u0302\u0306\u031b")
        rest = "".join(mark for mark in marks if mark not in "\u0302\u0306\u031b")
        result.append(unicodedata.normalize("NFC", base) + rest)
    return "".join(result)
